#ifndef DOSSIER_MAPPING_H
#define DOSSIER_MAPPING_H

// Reading a mapped file that somebody shortens, or that the disk cannot give: the system answers with SIGBUS, which ends the
// program. Here it gets zeros in place of what is lost, and is told so.
//
// This is C because a signal handler may only do what is async-signal-safe, and compiled Swift promises nothing of the
// kind.

#include <stdbool.h>
#include <stddef.h>

// A mapping that is watched.
struct mapping;

// Watches `length` bytes mapped from `start`, which lies on a page. NULL where there is no memory for it.
struct mapping *mapping_watch(const void *start, size_t length);

// Ends the watching, before the memory is unmapped.
void mapping_forget(struct mapping *mapping);

// Whether a part of it could not be read. What was read since is zeros.
bool mapping_is_lost(const struct mapping *mapping);

// Has SIGBUS handled here, and what is not about a watched mapping by whoever handled it before. Cheap where it is so
// already: called again and again, since others may have installed handlers of their own meanwhile.
void mapping_arm(void);

#endif
