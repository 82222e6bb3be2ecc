// RUN: %unit/util_test | FileCheck %s
// CHECK: util: ok
#include "expect.h"
#include "util.h"

#include <string.h>

static void test_arena(void) {
  SbArena arena = {0};
  char *small = sb_arena_alloc(&arena, 1);
  char *large = sb_arena_alloc(&arena, 10 << 20);
  EXPECT((uintptr_t)small % 16 == 0 && (uintptr_t)large % 16 == 0);
  EXPECT(small[0] == 0 && large[(10 << 20) - 1] == 0);
  EXPECT(strcmp(sb_arena_printf(&arena, "%s-%d", "a", 7), "a-7") == 0);
  sb_arena_reset(&arena);
  EXPECT(!arena.head);
}

static void test_vector(void) {
  SbArena arena = {0};
  SB_VEC(int) numbers = {0};
  for (int i = 0; i < 1000; i++)
    sb_vec_push(&arena, &numbers, i * i);
  EXPECT(numbers.length == 1000 && numbers.data[0] == 0 && numbers.data[999] == 999 * 999);
  sb_arena_reset(&arena);
}

static void test_map(void) {
  SbArena arena = {0};
  SbMap map = {0};
  static char keys[500];
  EXPECT(!sb_map_get(&map, keys, 0));
  for (uintptr_t i = 0; i < 500; i++)
    for (uintptr_t b = 0; b < 3; b++)
      sb_map_put(&arena, &map, keys + i, b, keys + (i + b) % 500);
  EXPECT(map.length == 1500);
  for (uintptr_t i = 0; i < 500; i++)
    for (uintptr_t b = 0; b < 3; b++)
      EXPECT(sb_map_get(&map, keys + i, b) == keys + (i + b) % 500);
  EXPECT(!sb_map_get(&map, keys, 3));
  SbMap set = {0};
  EXPECT(sb_map_insert(&arena, &set, keys, 1) && !sb_map_insert(&arena, &set, keys, 1));
  EXPECT(sb_map_insert(&arena, &set, keys, 2));
  sb_arena_reset(&arena);
}

/* 0 -> 1 -> 2 -> 1, 3 -> 0, 4: two nodes in one component, callees first */
static void test_components(void) {
  SbArena arena = {0};
  const unsigned begin[] = {0, 1, 2, 3, 4, 4}, edges[] = {1, 2, 1, 0};
  SbGraph graph = {5, begin, edges};
  unsigned order[5], component[5], place[5];
  EXPECT(sb_graph_components(&arena, &graph, order, component) == 4);
  for (unsigned i = 0; i < 5; i++)
    place[order[i]] = i;
  EXPECT(component[1] == component[2] && component[0] != component[1]);
  EXPECT(place[1] < place[0] && place[2] < place[0] && place[0] < place[3]);
  sb_arena_reset(&arena);
}

/* A path of a million nodes: nothing recurses. */
static void test_deep_graph(void) {
  enum { NODES = 1000000 };
  SbArena arena = {0};
  unsigned *begin = malloc((NODES + 1) * sizeof *begin), *edges = malloc(NODES * sizeof *edges);
  unsigned *order = malloc(NODES * sizeof *order), *component = malloc(NODES * sizeof *component);
  EXPECT(begin && edges && order && component);
  for (unsigned i = 0; i < NODES; i++) {
    begin[i] = i;
    edges[i] = i + 1;
  }
  begin[NODES - 1] = begin[NODES] = NODES - 1;
  SbGraph graph = {NODES, begin, edges};
  EXPECT(sb_graph_components(&arena, &graph, order, component) == NODES);
  EXPECT(order[0] == NODES - 1 && order[NODES - 1] == 0);
  free(begin), free(edges), free(order), free(component);
  sb_arena_reset(&arena);
}

static bool glob(const char *pattern, const char *text) {
  return sb_glob_match(pattern, strlen(pattern), text, strlen(text));
}

static void test_glob(void) {
  EXPECT(glob("", "") && glob("*", "") && glob("**", "") && glob("*", "any") && glob("a", "a"));
  EXPECT(glob("a*c", "ac") && glob("a*c", "abcbc") && glob("*b*", "abc") && glob("a?c", "abc"));
  EXPECT(glob("*ab", "aab") && glob("*a?b*", "xaxacb") && glob("*::*", "a::b"));
  EXPECT(!glob("", "a") && !glob("a", "") && !glob("?", "") && !glob("a", "ab") &&
         !glob("b", "ab"));
  EXPECT(!glob("a*c", "abcb") && !glob("*b*", "ac") && !glob("a?c", "ac") && !glob("*ab", "aba"));
  /* Only as many characters as are said to be there. */
  EXPECT(sb_glob_match("ab*", 2, "abc", 2) && !sb_glob_match("ab", 2, "abc", 3));
  /* No backtracking over more than one star. */
  char text[4000];
  memset(text, 'a', sizeof text);
  EXPECT(!sb_glob_match("*a*a*a*a*a*a*a*a*a*a*b", 22, text, sizeof text));
}

int main(void) {
  test_glob();
  test_arena();
  test_vector();
  test_map();
  test_components();
  test_deep_graph();
  puts("util: ok");
  return 0;
}
