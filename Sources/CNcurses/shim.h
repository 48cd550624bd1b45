#ifndef DOSSIER_CNCURSES_SHIM_H
#define DOSSIER_CNCURSES_SHIM_H

// The package's own flags (-D…) do not reach the importer, so the wide-character interface is asked for here.
#ifndef _XOPEN_SOURCE
#define _XOPEN_SOURCE 700
#endif
#ifndef _XOPEN_SOURCE_EXTENDED
#define _XOPEN_SOURCE_EXTENDED 1
#endif
#define NCURSES_WIDECHAR 1
// Functions instead of macros: Swift sees the former only.
#define NCURSES_NOMACROS 1

#include <stddef.h>
#include <stdio.h>
#include <wchar.h>
#include <curses.h>

// <term.h> would bring hundreds of short macros such as `lines`; these three are all that is needed of it.
extern int setupterm(const char *name, int descriptor, int *error);
extern struct term *cur_term;
extern int del_curterm(struct term *terminal);

// Globals and macros, as functions.
static inline WINDOW *curses_window(void) { return stdscr; }
static inline WINDOW *curses_shown_window(void) { return curscr; }
static inline WINDOW *curses_next_window(void) { return newscr; }
static inline int curses_colours(void) { return COLORS; }
static inline int curses_pairs(void) { return COLOR_PAIRS; }

static inline attr_t curses_bold(void) { return WA_BOLD; }
static inline attr_t curses_dim(void) { return WA_DIM; }
static inline attr_t curses_italic(void) { return WA_ITALIC; }
static inline attr_t curses_underline(void) { return WA_UNDERLINE; }
static inline attr_t curses_reverse(void) { return WA_REVERSE; }

static inline void curses_forget_terminal(void) {
    if (cur_term != NULL) del_curterm(cur_term);
}

// `text` ends with 0. The pair goes through the last argument, which holds more than the `short` before it.
static inline int curses_set_cell(cchar_t *cell, const wchar_t *text, attr_t attributes, int pair) {
    return setcchar(cell, text, attributes, 0, &pair);
}

// Variadic functions.
static inline char *curses_move_sequence(const char *capability, int row, int column) {
    return tiparm(capability, row, column);
}

#endif
