// RUN: %variants | FileCheck --check-prefix=FEWER %s
// FEWER: allocations: {{.*}}, fewer
//
// RUN: %clang -O2 -g -fpass-plugin=%plugin -Rpass=heap-to-stack -Rpass-missed=heap-to-stack \
// RUN:   -S -o /dev/null %s 2>&1 | FileCheck %s
//
// A list whose sentinel lies in the list's own object: the loop that frees the entries never frees
// that, as free(p + 8) would be undefined.
#include <stdio.h>
#include <stdlib.h>

#define KEEP __attribute__((noinline))

struct node {
  struct node *next, *prev;
  int value;
};
struct list {
  int length;
  struct node root;
};

static void push(struct list *l, struct node *x, int value) {
  x->value = value;
  x->next = l->root.next;
  x->prev = &l->root;
  l->root.next->prev = x;
  l->root.next = x;
  l->length++;
}

// CHECK: sentinel.c:[[#@LINE+3]]:{{.*}}: malloc of 32 bytes moved to the stack
// CHECK: sentinel.c:[[#@LINE+6]]:{{.*}}: malloc of 24 bytes stays on the heap
KEEP int many(int n) {
  struct list *l = malloc(sizeof *l);
  l->length = 0;
  l->root.next = l->root.prev = &l->root;
  for (int i = 0; i < n; i++)
    push(l, malloc(sizeof(struct node)), i);
  int sum = l->length;
  for (struct node *x = l->root.next, *next; x != &l->root; x = next) {
    next = x->next;
    sum += x->value;
    free(x);
  }
  sum += l->length;
  free(l);
  return sum;
}

// CHECK: sentinel.c:[[#@LINE+3]]:{{.*}}: malloc of 32 bytes moved to the stack
// CHECK: sentinel.c:[[#@LINE+3]]:{{.*}}: malloc of 24 bytes moved to the stack
KEEP int one(int n) {
  struct list *l = malloc(sizeof *l);
  struct node *x = malloc(sizeof *x);
  l->length = 0;
  l->root.next = l->root.prev = &l->root;
  if (n & 1)
    push(l, x, n);
  else
    free(x);
  int sum = l->length;
  for (struct node *at = l->root.next, *next; at != &l->root; at = next) {
    next = at->next;
    sum += at->value;
    free(at);
  }
  sum += l->length;
  free(l);
  return sum;
}

/* The start of an object is the start of its first field, too: that is freed. */
struct first {
  struct node root;
  int length;
};

KEEP int at_the_start(int n) {
  struct first *l = malloc(sizeof *l);
  l->length = n;
  l->root.next = l->root.prev = &l->root;
  l->root.value = n + 1;
  struct node *x = n > 3 ? l->root.next : &l->root;
  int sum = l->length + x->value;
  free(x);
  return sum;
}

int main(void) {
  int sum = 0;
  for (int i = 0; i < 50; i++)
    sum += many(i) + one(i) + at_the_start(i);
  printf("%d\n", sum);
}
