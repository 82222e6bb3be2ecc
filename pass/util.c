/*===- util.c - arena, growable array, pointer map, components -------------===*/
#include "util.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Blocks double: most functions need little, some a lot. */
enum { FIRST_BLOCK = 1024, LARGEST_BLOCK = 1024 * 1024, ARENA_ALIGN = 16 };

typedef struct SbArenaBlock {
  struct SbArenaBlock *next;
  size_t size; /* payload bytes */
} SbArenaBlock;

static size_t round_up(size_t n, size_t to) { return (n + to - 1) / to * to; }

enum { ARENA_HEADER = (sizeof(SbArenaBlock) + ARENA_ALIGN - 1) / ARENA_ALIGN * ARENA_ALIGN };

static void add_block(SbArena *arena, size_t payload) {
  /* calloc, not malloc + memset: large blocks come zeroed from the system. */
  SbArenaBlock *block = calloc(1, ARENA_HEADER + payload);
  if (!block)
    abort(); /* LLVM itself treats exhaustion as fatal */
  block->next = arena->head;
  block->size = payload;
  arena->head = block;
  arena->used = 0;
}

static size_t next_block_size(const SbArena *arena, size_t needed) {
  size_t size = arena->head ? arena->head->size * 2 : FIRST_BLOCK;
  if (size > LARGEST_BLOCK)
    size = LARGEST_BLOCK;
  return size > needed ? size : needed;
}

void *sb_arena_alloc(SbArena *arena, size_t size) {
  size = round_up(size ? size : 1, ARENA_ALIGN);
  if (!arena->head || arena->head->size - arena->used < size)
    add_block(arena, next_block_size(arena, size));
  void *result = (char *)arena->head + ARENA_HEADER + arena->used;
  arena->used += size;
  return result;
}

void sb_arena_reset(SbArena *arena) {
  while (arena->head) {
    SbArenaBlock *next = arena->head->next;
    free(arena->head);
    arena->head = next;
  }
  arena->used = 0;
}

char *sb_arena_printf(SbArena *arena, const char *format, ...) {
  va_list args, again;
  va_start(args, format);
  va_copy(again, args);
  int length = vsnprintf(NULL, 0, format, args);
  va_end(args);
  char *text = sb_arena_alloc(arena, (size_t)(length < 0 ? 0 : length) + 1);
  if (length >= 0)
    vsnprintf(text, (size_t)length + 1, format, again);
  va_end(again);
  return text;
}

void *sb_vec_grow(SbArena *arena, void *data, unsigned *capacity, size_t item_size) {
  unsigned grown = *capacity ? *capacity * 2 : 4;
  void *fresh = sb_arena_alloc(arena, grown * item_size);
  if (*capacity)
    memcpy(fresh, data, *capacity * item_size);
  *capacity = grown;
  return fresh;
}

struct SbMapSlot {
  const void *a;
  uintptr_t b;
  void *value;
};

static size_t hash_pair(const void *a, uintptr_t b) {
  /* The finaliser of MurmurHash3 (Appleby, public domain): spreads the low, aligned bits of
   * pointers. */
  uint64_t h = (uint64_t)(uintptr_t)a * 0x9E3779B97F4A7C15u ^ (uint64_t)b;
  h ^= h >> 33;
  h *= 0xFF51AFD7ED558CCDu;
  h ^= h >> 33;
  return (size_t)h;
}

static struct SbMapSlot *find_slot(const SbMap *map, const void *a, uintptr_t b) {
  size_t mask = map->capacity - 1;
  for (size_t i = hash_pair(a, b) & mask;; i = (i + 1) & mask) {
    struct SbMapSlot *slot = &map->slots[i];
    if (!slot->a || (slot->a == a && slot->b == b))
      return slot;
  }
}

static void grow_map(SbArena *arena, SbMap *map) {
  SbMap old = *map;
  map->capacity = old.capacity ? old.capacity * 2 : 4;
  map->slots = sb_arena_alloc(arena, map->capacity * sizeof *map->slots);
  for (unsigned i = 0; i < old.capacity; i++)
    if (old.slots[i].a)
      *find_slot(map, old.slots[i].a, old.slots[i].b) = old.slots[i];
}

void *sb_map_get(const SbMap *map, const void *a, uintptr_t b) {
  if (!map->capacity || !a)
    return NULL;
  return find_slot(map, a, b)->value;
}

void sb_map_put(SbArena *arena, SbMap *map, const void *a, uintptr_t b, void *value) {
  assert(a && "NULL marks a free slot");
  if (map->length * 2 >= map->capacity)
    grow_map(arena, map);
  struct SbMapSlot *slot = find_slot(map, a, b);
  if (!slot->a)
    map->length++;
  *slot = (struct SbMapSlot){a, b, value};
}

bool sb_map_insert(SbArena *arena, SbMap *map, const void *a, uintptr_t b) {
  if (sb_map_get(map, a, b))
    return false;
  sb_map_put(arena, map, a, b, map);
  return true;
}

/* Tarjan's algorithm with an explicit stack: call graphs are deep, and nothing here may recurse. */
typedef struct Tarjan {
  const SbGraph *graph;
  unsigned *index, *low, *next_edge; /* index 0: not visited */
  unsigned *path, path_length;       /* the depth-first path */
  unsigned *open, open_length;       /* visited nodes without a component */
  unsigned counter, components, emitted;
  unsigned *order, *component;
} Tarjan;

static const unsigned NO_COMPONENT = ~0u;

static void enter_node(Tarjan *t, unsigned node) {
  t->index[node] = t->low[node] = ++t->counter;
  t->next_edge[node] = t->graph->edge_begin[node];
  t->path[t->path_length++] = node;
  t->open[t->open_length++] = node;
}

static void leave_node(Tarjan *t, unsigned node) {
  t->path_length--;
  if (t->path_length) {
    unsigned parent = t->path[t->path_length - 1];
    if (t->low[node] < t->low[parent])
      t->low[parent] = t->low[node];
  }
  if (t->low[node] != t->index[node])
    return;
  unsigned member;
  do {
    member = t->open[--t->open_length];
    t->component[member] = t->components;
    t->order[t->emitted++] = member;
  } while (member != node);
  t->components++;
}

static void visit_from(Tarjan *t, unsigned root) {
  enter_node(t, root);
  while (t->path_length) {
    unsigned node = t->path[t->path_length - 1];
    if (t->next_edge[node] == t->graph->edge_begin[node + 1]) {
      leave_node(t, node);
      continue;
    }
    unsigned target = t->graph->edges[t->next_edge[node]++];
    if (!t->index[target])
      enter_node(t, target);
    else if (t->component[target] == NO_COMPONENT && t->index[target] < t->low[node])
      t->low[node] = t->index[target];
  }
}

unsigned sb_graph_components(SbArena *arena, const SbGraph *graph, unsigned *order,
                             unsigned *component) {
  size_t bytes = (graph->nodes + 1u) * sizeof(unsigned);
  Tarjan t = {.graph = graph,
              .index = sb_arena_alloc(arena, bytes),
              .low = sb_arena_alloc(arena, bytes),
              .next_edge = sb_arena_alloc(arena, bytes),
              .path = sb_arena_alloc(arena, bytes),
              .open = sb_arena_alloc(arena, bytes),
              .order = order,
              .component = component};
  for (unsigned n = 0; n < graph->nodes; n++)
    component[n] = NO_COMPONENT;
  for (unsigned n = 0; n < graph->nodes; n++)
    if (!t.index[n])
      visit_from(&t, n);
  return t.components;
}

/*===- Patterns -------------------------------------------------------------------------------===*/

/* A star that has matched too little is tried again with a character more; only the last one needs
 * to be: what an earlier one could take, the last one could as well. */
bool sb_glob_match(const char *pattern, size_t pattern_length, const char *text, size_t length) {
  size_t p = 0, t = 0, after_star = SIZE_MAX, star_end = 0;
  while (t < length || p < pattern_length) {
    if (p < pattern_length && pattern[p] == '*') {
      after_star = ++p;
      star_end = t;
    } else if (p < pattern_length && t < length && (pattern[p] == '?' || pattern[p] == text[t])) {
      p++;
      t++;
    } else if (after_star != SIZE_MAX && star_end < length) {
      p = after_star;
      t = ++star_end;
    } else {
      return false;
    }
  }
  return true;
}
