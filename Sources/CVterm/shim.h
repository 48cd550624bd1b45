#ifndef DOSSIER_CVTERM_SHIM_H
#define DOSSIER_CVTERM_SHIM_H

#include <spawn.h>
#include <vterm.h>

// Calls of the system for pseudo-terminals that Swift's module of the C library leaves out, since it is built without
// _GNU_SOURCE.
extern int posix_openpt(int flags);
extern int grantpt(int descriptor);
extern int unlockpt(int descriptor);
extern int ptsname_r(int descriptor, char *buffer, size_t size);
extern int pipe2(int ends[2], int flags);
extern int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *actions, const char *path);
#ifndef POSIX_SPAWN_SETSID
#define POSIX_SPAWN_SETSID 0x80
#endif
static inline short spawn_flags(void) {
    return POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK;
}

// Bit fields and a union, as functions.
static inline bool vterm_cell_is_bold(const VTermScreenCell *cell) { return cell->attrs.bold; }
static inline bool vterm_cell_is_italic(const VTermScreenCell *cell) { return cell->attrs.italic; }
static inline bool vterm_cell_is_underlined(const VTermScreenCell *cell) { return cell->attrs.underline != 0; }
static inline bool vterm_cell_is_reversed(const VTermScreenCell *cell) { return cell->attrs.reverse; }

static inline bool vterm_colour_is_default(const VTermColor *colour) {
    return (colour->type & VTERM_COLOR_DEFAULT_MASK) != 0;
}
static inline bool vterm_colour_is_indexed(const VTermColor *colour) { return VTERM_COLOR_IS_INDEXED(colour); }
static inline unsigned vterm_colour_index(const VTermColor *colour) { return colour->indexed.idx; }
static inline unsigned vterm_colour_value(const VTermColor *colour) {
    return (unsigned)colour->rgb.red << 16 | (unsigned)colour->rgb.green << 8 | colour->rgb.blue;
}

#endif
