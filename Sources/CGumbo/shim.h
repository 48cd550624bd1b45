#ifndef DOSSIER_CGUMBO_SHIM_H
#define DOSSIER_CGUMBO_SHIM_H

#include <gumbo.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

// Gumbo asks for memory without looking at the answer, and frees a tree by recursion, so that memory cannot be refused
// it and a deep tree overflows the stack. Both are solved here, in C because the way out is a long jump, which must
// cross no Swift frame: memory comes from blocks that are freed as a whole, and a tree that outgrows its limit is given
// up.

typedef struct DossierArenaBlock {
  struct DossierArenaBlock *previous;
} DossierArenaBlock;

typedef struct {
  DossierArenaBlock *last;
  char *next;
  size_t left;
  size_t total;
  size_t limit;
  jmp_buf giveUp;
} DossierArena;

enum { DossierArenaBlockSize = 256 << 10 };

static void *dossier_arena_grow(DossierArena *arena, size_t size) {
  size_t room = size > DossierArenaBlockSize / 4 ? size : DossierArenaBlockSize;
  if (room > arena->limit - arena->total) longjmp(arena->giveUp, 1);
  DossierArenaBlock *block = (DossierArenaBlock *)malloc(sizeof(DossierArenaBlock) + 8 + room);
  if (block == NULL) longjmp(arena->giveUp, 1);
  arena->total += room;
  block->previous = arena->last;
  arena->last = block;
  char *start = (char *)block + 16;
  // What is large gets a block of its own, and the open one stays open.
  if (room == size) return start;
  arena->next = start + size;
  arena->left = room - size;
  return start;
}

static void *dossier_arena_allocate(void *userdata, size_t size) {
  DossierArena *arena = (DossierArena *)userdata;
  size_t rounded = (size + 15) & ~(size_t)15;
  if (rounded < size) longjmp(arena->giveUp, 1);
  if (rounded > arena->left) return dossier_arena_grow(arena, rounded);
  void *start = arena->next;
  arena->next += rounded;
  arena->left -= rounded;
  return start;
}

static void dossier_arena_release(void *userdata, void *pointer) {
  (void)userdata;
  (void)pointer;
}

static inline void dossier_arena_free(DossierArena *arena) {
  if (arena == NULL) return;
  for (DossierArenaBlock *block = arena->last; block != NULL;) {
    DossierArenaBlock *previous = block->previous;
    free(block);
    block = previous;
  }
  free(arena);
}

/// The tree of `text` (UTF-8), which lives until `dossier_arena_free(*arena)`; NULL where it would take more than
/// `limit` bytes, and then there is nothing to free. `text` has to live as long as the tree.
static inline GumboOutput *dossier_gumbo_parse(
    const char *text, size_t length, size_t limit, DossierArena **arena) {
  DossierArena *memory = (DossierArena *)calloc(1, sizeof(DossierArena));
  *arena = NULL;
  if (memory == NULL) return NULL;
  memory->limit = limit;
  if (setjmp(memory->giveUp) != 0) {
    dossier_arena_free(memory);
    return NULL;
  }
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = dossier_arena_allocate;
  options.deallocator = dossier_arena_release;
  options.userdata = memory;
  // Errors keep copies of the stack of open elements, and nobody reads them.
  options.max_errors = 0;
  GumboOutput *output = gumbo_parse_with_options(&options, text, length);
  *arena = memory;
  return output;
}

// Parses with nothing of ours and lets go of the tree: what reading is measured against.
static inline void dossier_gumbo_alone(const char *bytes, size_t count) {
    gumbo_destroy_output(&kGumboDefaultOptions, gumbo_parse_with_options(&kGumboDefaultOptions, bytes, count));
}

#endif
