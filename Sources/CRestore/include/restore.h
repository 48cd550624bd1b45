#ifndef DOSSIER_RESTORE_H
#define DOSSIER_RESTORE_H

// Giving the terminal back whatever ends the program, and noting signals.
//
// This is C because a signal handler may only do what is async-signal-safe, and compiled Swift promises nothing of the
// kind: it may allocate, take a lock, count references or set up a static at any point.

#include <stdbool.h>
#include <stddef.h>
#include <termios.h>

// Room for what `restore_prepare` is given.
enum { restore_capacity = 1024 };

// Keeps what gives the terminal back: the bytes to be written to `descriptor` and the modes to be set. May be called
// again when the bytes change. False when there are too many of them.
bool restore_prepare(int descriptor, const struct termios *modes, const char *bytes, size_t count);

// From here on the terminal is ours, and `restore_now` has something to do.
void restore_engage(void);

// The terminal was given back in an orderly way.
void restore_disengage(void);

// Gives the terminal back if it is ours. Safe in a signal handler; only the first of several calls does anything.
void restore_now(void);

// Installs handlers for SEGV, BUS, ILL, TRAP, ABRT, FPE and SYS, which give the terminal back, on a stack of their own
// in the calling thread, and then let the signal end the program; and has `exit` give the terminal back too.
// Idempotent.
void restore_on_crash(void);

// Has TERM, HUP, INT, QUIT, TSTP, CONT and WINCH write their number as one byte to `descriptor`, which must not block.
void signals_note(int descriptor);

// Undoes `signals_note` and `restore_on_crash`.
void signals_forget(void);

// Lets TSTP stop the program as usual, or notes it again.
void signals_allow_stop(bool allowed);

#endif
