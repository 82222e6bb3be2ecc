// RUN: %variants | FileCheck %s
// CHECK: allocations: {{.*}}, fewer
//
// Objects that a callee frees: the rest of the destructor still runs, and what may be on the heap is
// freed.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define NOINLINE __attribute__((noinline))

struct node {
  struct node *next, *other;
  char *name;
  int value;
};

static int ended;

NOINLINE static void node_free(struct node *n) {
  if (!n)
    return;
  ended = ended * 7 % 65521 + n->value;
  free(n->name);
  free(n);
}

NOINLINE static int object_and_field(int v) {
  struct node *n = malloc(sizeof *n);
  char *name = malloc(24);
  if (!n || !name)
    return -1;
  snprintf(name, 24, "node %d", v);
  *n = (struct node){NULL, NULL, name, v};
  int r = n->name[5] + n->value;
  node_free(n);
  return r;
}

/* The name is too large for the stack at run time, or not. */
NOINLINE static int field_of_any_size(int v, size_t size) {
  struct node n = {NULL, NULL, malloc(size + 1), v};
  if (!n.name)
    return -1;
  memset(n.name, 'x', size);
  n.name[size] = 0;
  struct node *copy = malloc(sizeof *copy);
  if (!copy)
    return -1;
  *copy = n;
  int r = (int)strlen(copy->name) + copy->value;
  node_free(copy);
  return r;
}

NOINLINE static void list_free(struct node *n) {
  while (n) {
    struct node *next = n->next;
    node_free(n);
    n = next;
  }
}

NOINLINE static void tree_free(struct node *n) {
  if (!n)
    return;
  tree_free(n->next);
  tree_free(n->other);
  node_free(n);
}

NOINLINE static int list(int v) {
  struct node *a = malloc(sizeof *a), *b = malloc(sizeof *b), *c = malloc(sizeof *c);
  if (!a || !b || !c)
    return -1;
  *a = (struct node){b, NULL, NULL, v};
  *b = (struct node){c, NULL, NULL, v * 2};
  *c = (struct node){NULL, NULL, NULL, v * 3};
  int r = a->next->value + b->next->value;
  list_free(a);
  return r;
}

static struct node *far_new(int v) {
  struct node *n = calloc(1, sizeof *n);
  if (n)
    n->value = v;
  return n;
}
static struct node *(*volatile far)(int) = far_new;

/* The middle of the tree comes from elsewhere. */
NOINLINE static int tree(int v) {
  struct node *a = malloc(sizeof *a), *c = malloc(sizeof *c);
  if (!a || !c)
    return -1;
  *a = (struct node){far(v + 1), c, NULL, v};
  *c = (struct node){NULL, v & 1 ? far(v + 2) : NULL, strdup("leaf"), v * 3};
  int r = a->next->value + c->name[v & 3];
  tree_free(a);
  return r;
}

static void odd_free(struct node *n, int depth);
NOINLINE static void even_free(struct node *n, int depth) {
  if (depth == 0) {
    node_free(n);
    return;
  }
  n->value++;
  odd_free(n, depth - 1);
}
NOINLINE static void odd_free(struct node *n, int depth) {
  if (depth == 0) {
    node_free(n);
    return;
  }
  n->value += 2;
  even_free(n, depth - 1);
}

NOINLINE static int by_recursion(int v) {
  struct node *a = malloc(sizeof *a), *b = malloc(sizeof *b);
  if (!a || !b)
    return -1;
  *a = (struct node){NULL, NULL, NULL, v};
  *b = (struct node){a, NULL, NULL, v};
  int r = b->next->value;
  odd_free(b, v);
  even_free(a, v);
  return r;
}

/* One of two, and one that was there before. */
NOINLINE static int chosen(int v, struct node *given) {
  struct node *a = malloc(sizeof *a);
  if (!a)
    return -1;
  *a = (struct node){NULL, NULL, NULL, v};
  struct node *gone = v & 1 ? a : given, *rest = v & 1 ? given : a;
  node_free(gone);
  int r = rest ? rest->value : 0;
  node_free(rest);
  return r;
}

/* Takes the head away and gives what follows. */
NOINLINE static struct node *pop(struct node *n) {
  struct node *next = n->next;
  node_free(n);
  return next;
}

NOINLINE static int popped(int v) {
  struct node *a = malloc(sizeof *a), *b = malloc(sizeof *b);
  if (!a || !b)
    return -1;
  *a = (struct node){b, NULL, NULL, v};
  *b = (struct node){NULL, NULL, NULL, v * 5};
  int r = 0;
  for (struct node *n = a; n; n = pop(n))
    r = r * 3 + n->value;
  return r;
}

/* A free list: nothing is freed. */
static struct node *unused;
NOINLINE static void recycle(struct node *n) {
  n->next = unused;
  unused = n;
}
NOINLINE static struct node *reuse(void) {
  struct node *n = unused;
  if (!n)
    return malloc(sizeof *n);
  unused = n->next;
  return n;
}
NOINLINE static int recycled(int v) {
  struct node *n = reuse();
  if (!n)
    return -1;
  *n = (struct node){NULL, NULL, NULL, v};
  int r = n->value;
  recycle(n);
  return r;
}

struct stack {
  int *items;
  int used, room;
};
NOINLINE static void stack_push(struct stack *s, int v) {
  if (s->used == s->room) {
    int room = s->room * 2 + 4;
    int *items = malloc((size_t)room * sizeof *items);
    if (!items)
      abort();
    if (s->items)
      memcpy(items, s->items, (size_t)s->used * sizeof *items);
    free(s->items);
    s->items = items;
    s->room = room;
  }
  s->items[s->used++] = v;
}
NOINLINE static void stack_free(struct stack *s) {
  free(s->items);
  *s = (struct stack){NULL, 0, 0};
}
NOINLINE static int stacked(int n) {
  struct stack s = {NULL, 0, 0};
  int r = 0;
  for (int i = 0; i < n * 3; i++)
    stack_push(&s, i * i);
  while (s.used)
    r = (r * 3 + s.items[--s.used]) % 65521;
  stack_free(&s);
  stack_push(&s, r);
  r += s.items[0];
  stack_free(&s);
  return r;
}
/* The first block is the caller's. */
NOINLINE static int stacked_first(int n) {
  struct stack s = {malloc(16), 0, 4};
  int r = 0;
  for (int i = 0; i < n; i++)
    stack_push(&s, i * 3);
  while (s.used)
    r = (r * 3 + s.items[--s.used]) % 65521;
  stack_free(&s);
  return r;
}

/* Freed in the callee on some paths, in the caller on the others. */
NOINLINE static int free_if(struct node *n, int c) {
  if (!c)
    return 0;
  node_free(n);
  return 1;
}
NOINLINE static int either(int v) {
  int r = 0;
  for (int i = 0; i < v; i++) {
    struct node *n = malloc(sizeof *n);
    if (!n)
      return -1;
    *n = (struct node){NULL, NULL, i & 2 ? strdup("name") : NULL, i};
    if (!free_if(n, i & 1)) {
      r = r * 3 + n->value;
      node_free(n);
    }
  }
  return r;
}

int main(void) {
  for (int v = 1; v < 12; v += 5) {
    printf("%d %d %d", object_and_field(v), field_of_any_size(v, 20), field_of_any_size(v, 2000));
    printf(" %d %d %d", list(v), tree(v), by_recursion(v));
    printf(" %d %d %d %d", chosen(v, NULL), chosen(v, far(v)), popped(v), recycled(v));
    printf(" %d %d %d %d\n", stacked(v), stacked_first(v), either(v), ended);
  }
  free(unused);
}
