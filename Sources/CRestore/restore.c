#include "restore.h"

#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

struct plan {
    int descriptor;
    pid_t owner;
    struct termios modes;
    size_t count;
    char bytes[restore_capacity];
};

// Two, so that a signal during `restore_prepare` finds the older one whole.
static struct plan plans[2];
static atomic_int current_plan;
static atomic_int engaged;

bool restore_prepare(int descriptor, const struct termios *modes, const char *bytes, size_t count) {
    if (count > restore_capacity) return false;
    int next = !atomic_load(&current_plan);
    struct plan *plan = &plans[next];
    plan->descriptor = descriptor;
    plan->owner = getpid();
    plan->modes = *modes;
    plan->count = count;
    memcpy(plan->bytes, bytes, count);
    atomic_store(&current_plan, next);
    return true;
}

void restore_engage(void) { atomic_store(&engaged, 1); }

void restore_disengage(void) { atomic_store(&engaged, 0); }

static void write_all(int descriptor, const char *bytes, size_t count) {
    while (count > 0) {
        ssize_t written = write(descriptor, bytes, count);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return;
        bytes += written;
        count -= (size_t)written;
    }
}

void restore_now(void) {
    const struct plan *plan = &plans[atomic_load(&current_plan)];
    // A child that was forked and exits does not own the terminal.
    if (plan->owner != getpid() || !atomic_exchange(&engaged, 0)) return;
    write_all(plan->descriptor, plan->bytes, plan->count);
    // What was typed or clicked for us is not meant for the shell.
    tcflush(plan->descriptor, TCIFLUSH);
    tcsetattr(plan->descriptor, TCSANOW, &plan->modes);
}

static const int crash_signals[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGSYS};
static const int noted_signals[] = {SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH};
enum {
    crash_count = sizeof crash_signals / sizeof *crash_signals,
    noted_count = sizeof noted_signals / sizeof *noted_signals,
};

static struct sigaction before_crash[crash_count];
static struct sigaction before_note[noted_count];
static bool handles_crashes;
static bool handles_notes;
static bool handles_exit;
static volatile sig_atomic_t note_descriptor = -1;
// A stack overflow leaves no room on the stack itself.
static char handler_stack[65536];

// Every signal is blocked while this runs. The signal raised here is delivered when it returns; a fault happens again
// even without it, and one sent by `kill` needs it. What was installed before is not called: Swift's own handler would
// ask the user whether to debug, and wait.
static void crashed(int number) {
    restore_now();
    struct sigaction action = {.sa_handler = SIG_DFL};
    sigaction(number, &action, NULL);
    raise(number);
}

static void noted(int number) {
    int error = errno;
    char byte = (char)number;
    // A full pipe holds enough to wake the reader; there is nothing else to do about an error.
    ssize_t written = write(note_descriptor, &byte, 1);
    (void)written;
    errno = error;
}

void restore_on_crash(void) {
    if (!handles_exit) handles_exit = atexit(restore_now) == 0;
    if (handles_crashes) return;
    stack_t stack = {.ss_sp = handler_stack, .ss_size = sizeof handler_stack};
    sigaltstack(&stack, NULL);
    struct sigaction action = {.sa_handler = crashed, .sa_flags = SA_ONSTACK};
    sigfillset(&action.sa_mask);
    for (int i = 0; i < crash_count; i++) sigaction(crash_signals[i], &action, &before_crash[i]);
    handles_crashes = true;
}

void signals_note(int descriptor) {
    note_descriptor = descriptor;
    if (handles_notes) return;
    struct sigaction action = {.sa_handler = noted, .sa_flags = SA_RESTART};
    sigemptyset(&action.sa_mask);
    for (int i = 0; i < noted_count; i++) sigaction(noted_signals[i], &action, &before_note[i]);
    handles_notes = true;
}

void signals_forget(void) {
    for (int i = 0; handles_notes && i < noted_count; i++) sigaction(noted_signals[i], &before_note[i], NULL);
    for (int i = 0; handles_crashes && i < crash_count; i++) sigaction(crash_signals[i], &before_crash[i], NULL);
    handles_notes = handles_crashes = false;
    note_descriptor = -1;
}

void signals_allow_stop(bool allowed) {
    struct sigaction action = {.sa_handler = allowed ? SIG_DFL : noted, .sa_flags = SA_RESTART};
    sigemptyset(&action.sa_mask);
    sigaction(SIGTSTP, &action, NULL);
}
