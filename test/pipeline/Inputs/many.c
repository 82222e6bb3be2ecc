/* Many functions with sites, cycles in the call graph, objects that point to each other. */
#include <stdlib.h>

struct node {
  struct node *next, *other;
  int value;
};
struct node *global;

static int walk(struct node *n, int depth);
static int step(struct node *n, int depth) { return depth ? walk(n->next, depth - 1) : n->value; }
static int walk(struct node *n, int depth) {
  struct node local = {n, n, depth};
  return n ? step(&local, depth) + n->value : 0;
}

#define FUNCTIONS(N)                                                                               \
  int list##N(int n) {                                                                             \
    struct node *a = malloc(sizeof *a), *b = calloc(1, sizeof *b), *c = malloc(sizeof *c);         \
    a->next = b, a->other = c, a->value = n;                                                       \
    b->other = c, b->value = N;                                                                    \
    c->next = a, c->other = n ? a : b, c->value = 2;                                               \
    int sum = walk(a, n & 3);                                                                      \
    if (n == N)                                                                                    \
      global = c;                                                                                  \
    free(b);                                                                                       \
    return sum;                                                                                    \
  }                                                                                                \
  int pick##N(int n) {                                                                             \
    int *a = malloc(16), *b = malloc(16), *p = n & 1 ? a : b;                                      \
    a[n & 3] = 1, b[n & 3] = 2, p[N & 3] = n;                                                      \
    int sum = a[0] + b[1] + p[n >> 1 & 3];                                                         \
    for (int i = 0; i < n; i++) {                                                                  \
      int *q = calloc(2, 4);                                                                       \
      q[i & 1] = i;                                                                                \
      sum += q[n & 1];                                                                             \
      free(q);                                                                                     \
    }                                                                                              \
    free(p);                                                                                       \
    free(p == a ? b : a);                                                                          \
    return sum;                                                                                    \
  }

FUNCTIONS(1)
FUNCTIONS(2)
FUNCTIONS(3)
FUNCTIONS(4)
FUNCTIONS(5)
FUNCTIONS(6)
FUNCTIONS(7)
FUNCTIONS(8)
