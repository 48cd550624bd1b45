#include "mapping.h"

#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

// An entry of the list that the handler walks. Entries are used again and never freed, so that it can be walked at any
// moment without a lock.
struct mapping {
    atomic_uintptr_t start;
    atomic_uintptr_t end;
    atomic_bool is_lost;
    atomic_bool is_used;
    struct mapping *next;
};

static _Atomic(struct mapping *) mappings;
static atomic_uintptr_t page_size;
static atomic_flag arming = ATOMIC_FLAG_INIT;
static struct sigaction before;

// Zeros from the page that could not be read to the end of the mapping. It is noted first: another thread must not make an
// answer of zeros before it can know.
static bool replaced(uintptr_t address) {
    for (struct mapping *mapping = atomic_load(&mappings); mapping; mapping = mapping->next) {
        uintptr_t start = atomic_load(&mapping->start), end = atomic_load(&mapping->end);
        if (address < start || address >= end) continue;
        atomic_store(&mapping->is_lost, true);
        uintptr_t page = address & ~(atomic_load(&page_size) - 1);
        void *made = mmap((void *)page, end - page, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0);
        return made != MAP_FAILED;
    }
    return false;
}

static void unreadable(int number, siginfo_t *info, void *context) {
    int error = errno;
    // One that was sent by `kill` has no address.
    bool is_done = info->si_code > 0 && replaced((uintptr_t)info->si_addr);
    errno = error;
    if (is_done) return;
    if (before.sa_flags & SA_SIGINFO) {
        before.sa_sigaction(number, info, context);
    } else if (before.sa_handler != SIG_DFL && before.sa_handler != SIG_IGN) {
        before.sa_handler(number);
    } else {
        // The fault happens again when this returns; one that was sent has to be sent again.
        signal(number, SIG_DFL);
        if (info->si_code <= 0) raise(number);
    }
}

void mapping_arm(void) {
    struct sigaction current;
    if (sigaction(SIGBUS, NULL, &current) != 0) return;
    if (current.sa_flags & SA_SIGINFO && current.sa_sigaction == unreadable) return;
    if (atomic_flag_test_and_set(&arming)) return;
    // Looked at once more: another thread may have been faster.
    if (sigaction(SIGBUS, NULL, &current) == 0 && !(current.sa_flags & SA_SIGINFO && current.sa_sigaction == unreadable)) {
        before = current;
        struct sigaction action = {.sa_sigaction = unreadable, .sa_flags = SA_SIGINFO | SA_ONSTACK};
        sigemptyset(&action.sa_mask);
        sigaction(SIGBUS, &action, NULL);
    }
    atomic_flag_clear(&arming);
}

static struct mapping *unused(void) {
    for (struct mapping *mapping = atomic_load(&mappings); mapping; mapping = mapping->next) {
        bool expected = false;
        if (atomic_compare_exchange_strong(&mapping->is_used, &expected, true)) return mapping;
    }
    struct mapping *made = calloc(1, sizeof *made);
    if (!made) return NULL;
    atomic_store(&made->is_used, true);
    made->next = atomic_load(&mappings);
    while (!atomic_compare_exchange_weak(&mappings, &made->next, made)) continue;
    return made;
}

struct mapping *mapping_watch(const void *start, size_t length) {
    uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
    atomic_store(&page_size, page);
    struct mapping *mapping = unused();
    if (!mapping) return NULL;
    atomic_store(&mapping->is_lost, false);
    atomic_store(&mapping->start, (uintptr_t)start);
    atomic_store(&mapping->end, ((uintptr_t)start + length + page - 1) & ~(page - 1));
    mapping_arm();
    return mapping;
}

void mapping_forget(struct mapping *mapping) {
    if (!mapping) return;
    atomic_store(&mapping->end, 0);
    atomic_store(&mapping->start, 0);
    atomic_store(&mapping->is_used, false);
}

bool mapping_is_lost(const struct mapping *mapping) { return mapping && atomic_load(&mapping->is_lost); }
