// RUN: %variants | FileCheck %s
// CHECK: allocations: 201 -> 1, fewer
//
// Objects that point to each other and to nothing else: a local list of fixed length, circular in
// the end, walked and reversed by callees.
#include <stdio.h>
#include <stdlib.h>

struct node {
  struct node *next;
  int value;
};

__attribute__((noinline)) static int sum(const struct node *n, int steps) {
  int s = 0;
  for (; n && steps; n = n->next, steps--)
    s = s * 3 + n->value;
  return s % 1000003;
}

__attribute__((noinline)) static struct node *last(struct node *n) {
  while (n->next)
    n = n->next;
  return n;
}

__attribute__((noinline)) static int list(int n) {
  struct node *a = calloc(1, sizeof *a);
  struct node *b = calloc(1, sizeof *b);
  struct node *c = calloc(1, sizeof *c);
  struct node *d = calloc(1, sizeof *d);
  a->next = b, a->value = n;
  b->next = c, b->value = 2 * n;
  c->next = d, c->value = 7;
  d->value = n - 1;
  int r = sum(a, 10) + last(a)->value + (last(b) == d);
  d->next = b; /* circular */
  r += sum(c, 6);
  free(d);
  free(c);
  free(b);
  free(a);
  return r;
}

int main(void) {
  long total = 0;
  for (int i = 0; i < 50; i++)
    total = (total * 3 + list(i)) % 1000003;
  printf("%ld\n", total);
}
