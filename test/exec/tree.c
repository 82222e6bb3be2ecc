// RUN: %variants | FileCheck %s
// CHECK: allocations: 201 -> 1, fewer
//
// A tree of local objects with a cycle, walked by a recursive function.
#include <stdio.h>
#include <stdlib.h>

struct node {
  struct node *left, *right;
  int value;
};

__attribute__((noinline)) static int sum(const struct node *n, int depth) {
  if (!n || !depth)
    return 0;
  return n->value + 3 * sum(n->left, depth - 1) + 5 * sum(n->right, depth - 1);
}

__attribute__((noinline)) static struct node *leftmost(struct node *n) {
  while (n->left)
    n = n->left;
  return n;
}

__attribute__((noinline)) static int tree(int n) {
  struct node *root = calloc(1, sizeof *root);
  struct node *a = calloc(1, sizeof *a);
  struct node *b = calloc(1, sizeof *b);
  struct node *c = calloc(1, sizeof *c);
  root->left = a, root->right = b, root->value = n;
  a->left = c, a->value = 2 * n;
  b->value = 7;
  c->value = n - 1;
  c->right = b;
  c->value += leftmost(root)->value;
  b->right = root; /* a cycle */
  int r = sum(root, 6);
  free(c);
  free(b);
  free(a);
  free(root);
  return r;
}

int main(void) {
  long total = 0;
  for (int i = 0; i < 50; i++)
    total = (total * 3 + tree(i)) % 1000003;
  printf("%ld\n", total);
}
