#define _GNU_SOURCE
#include "confine.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <malloc.h>
#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

// A sanitizer keeps terabytes of its own, which the kernel counts as data, and writes what it found into a file: a build with one
// goes without those two limits.
#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define SANITIZED
#endif
#endif

bool confine_die_with(pid_t parent) {
    if (prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) != 0) return false;
    // It may have ended before.
    return getppid() == parent;
}

void confine_descriptors(void) {
    if (syscall(SYS_close_range, 3U, ~0U, 0U) != 0)
        for (int descriptor = 3; descriptor < 1024; descriptor++) close(descriptor);
    if (chdir("/") != 0) return;
}

static bool limit(int resource, rlim_t most) {
    struct rlimit value;
    if (getrlimit(resource, &value) != 0) return false;
    if (value.rlim_max != RLIM_INFINITY && value.rlim_max < most) most = value.rlim_max;
    value.rlim_cur = value.rlim_max = most;
    return setrlimit(resource, &value) == 0;
}

bool confine_limits(size_t memory) {
    bool done = limit(RLIMIT_CORE, 0);
#ifdef SANITIZED
    (void)memory;
#else
    done = limit(RLIMIT_DATA, memory) && done;
    done = limit(RLIMIT_FSIZE, 0) && done;
#endif
    done = limit(RLIMIT_NOFILE, 64) && done;
    done = prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && done;
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    return done;
}

// MARK: Children

// What the child does between fork and exec: only what is async-signal-safe. Writes the error number to `report` where
// it cannot go on.
static void become(
    const char *program, char *const arguments[], char *const environment[], const int ends[3], pid_t parent, unsigned seconds,
    size_t memory, int report) {
    sigset_t none;
    int copies[3] = {-1, -1, -1};
    sigemptyset(&none);
    for (int number = 1; number < NSIG; number++) signal(number, SIG_DFL);
    sigprocmask(SIG_SETMASK, &none, NULL);
    if (prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) != 0) goto failed;
    // It may have ended before.
    if (getppid() != parent) _exit(127);
    // Behind the three of input, output and errors, so that none is overwritten before it was put in its place.
    for (int index = 0; index < 3; index++)
        if ((copies[index] = fcntl(ends[index], F_DUPFD_CLOEXEC, 3)) < 0) goto failed;
    for (int index = 0; index < 3; index++)
        if (dup2(copies[index], index) < 0) goto failed;
    if (!limit(RLIMIT_CPU, seconds) || !limit(RLIMIT_DATA, memory) || !limit(RLIMIT_CORE, 0)) goto failed;
    execve(program, arguments, environment);
failed:;
    int number = errno;
    if (write(report, &number, sizeof number) < 0) _exit(126);
    _exit(127);
}

int confine_start(
    pid_t *child, const char *program, char *const arguments[], char *const environment[], const int ends[3], unsigned seconds,
    size_t memory) {
    int report[2];
    pid_t parent = getpid();
    if (pipe2(report, O_CLOEXEC) != 0) return errno;
    pid_t number = fork();
    if (number == 0) become(program, arguments, environment, ends, parent, seconds, memory, report[1]);
    int fault = number < 0 ? errno : 0;
    close(report[1]);
    if (number > 0) {
        ssize_t count;
        // Closed without a word where the program runs.
        while ((count = read(report[0], &fault, sizeof fault)) < 0 && errno == EINTR) {}
        if (count == (ssize_t)sizeof fault) while (waitpid(number, NULL, 0) < 0 && errno == EINTR) {}
        else fault = 0;
        *child = number;
    }
    close(report[0]);
    return fault;
}

// MARK: Calls

#if defined(__x86_64__)
#define ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

#ifdef ARCHITECTURE
// No reader of a format has a use for these. It is a list of what is refused and not of what is allowed: the C library, and
// the program that takes PDF documents apart, may use other calls with the next version.
static const int refused[] = {
    // These three are let through where the network is to be spoken to: they come first. A resolver of names binds too.
    SYS_socket, SYS_connect, SYS_bind, SYS_listen, SYS_accept, SYS_accept4, SYS_ptrace, SYS_process_vm_readv,
    SYS_process_vm_writev, SYS_bpf, SYS_perf_event_open, SYS_userfaultfd, SYS_io_uring_setup, SYS_mount,
    SYS_umount2, SYS_pivot_root, SYS_chroot, SYS_setns, SYS_unshare, SYS_add_key, SYS_request_key, SYS_keyctl,
    SYS_kexec_load, SYS_init_module, SYS_finit_module, SYS_delete_module, SYS_reboot, SYS_swapon, SYS_swapoff,
    SYS_setuid, SYS_setgid, SYS_setresuid, SYS_setresgid, SYS_unlinkat, SYS_renameat2, SYS_linkat, SYS_symlinkat,
    SYS_mkdirat, SYS_mknodat, SYS_fchmodat, SYS_fchownat, SYS_truncate, SYS_setxattr, SYS_lsetxattr,
#ifdef __x86_64__
    SYS_unlink, SYS_rename, SYS_link, SYS_symlink, SYS_mkdir, SYS_rmdir, SYS_mknod, SYS_chmod, SYS_chown,
    SYS_lchown, SYS_renameat,
#endif
};

enum { refused_count = sizeof refused / sizeof refused[0], network_count = 3 };

bool confine_calls(bool network) {
    const size_t first = network ? network_count : 0;
    const size_t count = refused_count - first;
    struct sock_filter program[refused_count + 7];
    size_t n = 0;
    program[n++] = (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch));
    program[n++] = (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, ARCHITECTURE, 1, 0);
    program[n++] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS);
    program[n++] = (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr));
#ifdef __x86_64__
    // The numbers of the x32 interface, which are others for the same calls, are refused as a whole.
    program[n++] = (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, (uint8_t)(count + 1), 0);
#endif
    for (size_t index = 0; index < count; index++)
        program[n++] = (struct sock_filter)BPF_JUMP(
            BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)refused[first + index], (uint8_t)(count - index), 0);
    program[n++] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
    program[n++] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM);
    struct sock_fprog filter = {.len = (unsigned short)n, .filter = program};
    return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter, 0, 0) == 0;
}
#else
bool confine_calls(bool network) {
    (void)network;
    return false;
}
#endif

// MARK: Crashes

static size_t memory_limit;
static int statm = -1;
static size_t page = 4096;

// The sixth number of /proc/self/statm (proc(5)) is that of pages of data and stack. Safe in a signal handler.
size_t confine_data(void) {
#ifdef SANITIZED
    return 0;
#endif
    char text[128];
    ssize_t count = statm < 0 ? -1 : pread(statm, text, sizeof text - 1, 0);
    if (count <= 0) return 0;
    int field = 0;
    size_t pages = 0;
    for (ssize_t index = 0; index < count && field < 6; index++) {
        if (text[index] == ' ') field++;
        else if (field == 5) pages = pages * 10 + (size_t)(text[index] - '0');
    }
    return pages * page;
}

// An allocation that failed leaves ENOMEM behind, and what asked for it crashes at once or prints a sentence first.
static void on_crash(int signal_number) {
    if (errno == ENOMEM || (memory_limit > 0 && confine_data() > memory_limit / 4 * 3)) _exit(confine_out_of_memory);
    signal(signal_number, SIG_DFL);
    raise(signal_number);
}

void confine_note_crashes(size_t memory) {
    static char stack[1 << 16];
    stack_t place = {.ss_sp = stack, .ss_size = sizeof stack};
    struct sigaction action;
    memory_limit = memory;
    page = (size_t)sysconf(_SC_PAGESIZE);
    statm = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
    sigaltstack(&place, NULL);
    memset(&action, 0, sizeof action);
    action.sa_handler = on_crash;
    action.sa_flags = SA_ONSTACK | SA_NODEFER | SA_RESETHAND;
    const int signals[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE};
    for (size_t index = 0; index < sizeof signals / sizeof signals[0]; index++) sigaction(signals[index], &action, NULL);
    errno = 0;
}

void confine_trim(void) { malloc_trim(0); }

void confine_time(unsigned seconds) {
    struct rusage usage;
    struct rlimit value;
    if (getrusage(RUSAGE_SELF, &usage) != 0 || getrlimit(RLIMIT_CPU, &value) != 0) return;
    value.rlim_cur = (rlim_t)usage.ru_utime.tv_sec + (rlim_t)usage.ru_stime.tv_sec + 1 + seconds;
    if (value.rlim_max != RLIM_INFINITY && value.rlim_cur > value.rlim_max) value.rlim_cur = value.rlim_max;
    setrlimit(RLIMIT_CPU, &value);
    errno = 0;
}
