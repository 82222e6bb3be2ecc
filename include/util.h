/*===- util.h - arena, growable array, pointer map ------------------------===*
 *
 * Memory for one function or one module at a time: everything lives in an
 * arena and goes with it. Nothing here knows LLVM.
 *
 *===----------------------------------------------------------------------===*/
#ifndef STACKBOUND_UTIL_H
#define STACKBOUND_UTIL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** A bump allocator. Zero-initialise it; everything allocated from it is freed together. */
typedef struct SbArena {
  struct SbArenaBlock *head;
  size_t used; /**< bytes used in the head block */
} SbArena;

/** Zeroed memory of @p size bytes, aligned for any type; never NULL (out of memory aborts, as in
 * LLVM). */
void *sb_arena_alloc(SbArena *arena, size_t size);
/** Frees everything that was allocated from @p arena, which can be used again. */
void sb_arena_reset(SbArena *arena);
/** A printf-formatted string owned by @p arena. */
char *sb_arena_printf(SbArena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/** A growable array of T whose storage belongs to an arena. Zero-initialise it. */
#define SB_VEC(T)                                                                                  \
  struct {                                                                                         \
    T *data;                                                                                       \
    unsigned length, capacity;                                                                     \
  }

/** Appends @p item; pointers into the array are invalid afterwards. */
#define sb_vec_push(arena, vec, item)                                                              \
  do {                                                                                             \
    if ((vec)->length == (vec)->capacity)                                                          \
      (vec)->data = sb_vec_grow((arena), (vec)->data, &(vec)->capacity, sizeof *(vec)->data);      \
    (vec)->data[(vec)->length++] = (item);                                                         \
  } while (0)

/** Doubles the storage behind an SB_VEC; the old storage stays valid until the arena goes. */
void *sb_vec_grow(SbArena *arena, void *data, unsigned *capacity, size_t item_size);

/** A hash map from a pair of words to a pointer. Zero-initialise it; storage belongs to @p arena.
 */
typedef struct SbMap {
  struct SbMapSlot *slots;
  unsigned length, capacity;
} SbMap;

/** The value under (a, b), or NULL. */
void *sb_map_get(const SbMap *map, const void *a, uintptr_t b);
/** Sets the value (not NULL) under (a, b); a must not be NULL. */
void sb_map_put(SbArena *arena, SbMap *map, const void *a, uintptr_t b, void *value);
/** Adds (a, b) to a set; false when it was there already. */
bool sb_map_insert(SbArena *arena, SbMap *map, const void *a, uintptr_t b);

/** The text is what the pattern says, in which * stands for any text and ? for any character. */
bool sb_glob_match(const char *pattern, size_t pattern_length, const char *text, size_t length);

/** Strongly connected components of a directed graph, callees first (Tarjan 1972, iterative). */
typedef struct SbGraph {
  unsigned nodes;
  const unsigned *edge_begin; /**< nodes + 1 indices into edges */
  const unsigned *edges;
} SbGraph;

/**
 * Writes the nodes in bottom-up order (a node after everything that it reaches, components
 * contiguous) to @p order and the number of each node's component to @p component; both have
 * graph->nodes entries. Returns the number of components.
 */
unsigned sb_graph_components(SbArena *arena, const SbGraph *graph, unsigned *order,
                             unsigned *component);

#endif
