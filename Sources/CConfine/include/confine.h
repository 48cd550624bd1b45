#ifndef DOSSIER_CONFINE_H
#define DOSSIER_CONFINE_H

// What a process gives up before it reads what strangers wrote. Linux only.
//
// This is C because prctl and syscall are variadic, which Swift does not call, and because a signal handler may only do
// what is async-signal-safe.

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

// The status that a process leaves with where it died of its limit on memory.
enum { confine_out_of_memory = 71 };

// Has the process die with the thread that started it. False where `parent` has ended already.
bool confine_die_with(pid_t parent);

// Closes all descriptors but the three of input, output and errors, and leaves the folder that the process was in.
void confine_descriptors(void);

// Sets limits that are never raised again: `memory` bytes of data (heap, stacks and other private memory), no file
// written, no core dump, few descriptors; and takes away the means to gain privileges. The process cannot be traced, nor
// its memory read, by others of the same person.
bool confine_limits(size_t memory);

// Starts `program` with the descriptors `ends` as its input, output and errors, and with limits: `seconds` of processor time,
// `memory` bytes of data, no core dump; narrower ones stay. It dies with the thread that started it, however that ends: this is
// why it is not posix_spawn, which cannot ask for that. 0, or the number of the error; `child` is set where it is 0.
int confine_start(
    pid_t *child, const char *program, char *const arguments[], char *const environment[], const int ends[3], unsigned seconds,
    size_t memory);

// Has the kernel refuse sockets, tracing, mounting, keys, namespaces and the like, with the error EPERM, to this process
// and its children; sockets not where it has to speak to the network. False where the kernel or the processor is not known.
bool confine_calls(bool network);

// Has the process leave with `confine_out_of_memory` where a crash comes of a lack of memory, and lets other crashes end
// it as they are. Handlers run on a stack of their own.
void confine_note_crashes(size_t memory);

// Lets the process use `seconds` of processor time from now on.
void confine_time(unsigned seconds);

// Gives memory that was freed back to the system.
void confine_trim(void);

// Bytes of data that the process has, as the limit counts them; 0 where that is not known.
size_t confine_data(void);

#endif
