// RUN: %variants | FileCheck %s
// CHECK: allocations: 1001 -> 1, fewer
//
// A NULL check on the result folds to "not null", everywhere in the same way.
#include <stdio.h>
#include <stdlib.h>

__attribute__((noinline)) static int sum(const int *p, int n) {
  int s = 0;
  for (int i = 0; i < n; i++)
    s += p[i];
  return s;
}

__attribute__((noinline)) static int checked(int n) {
  int *p = malloc(8 * sizeof *p);
  if (!p)
    return -1;
  for (int i = 0; i < 8; i++)
    p[i] = n + i;
  int r = sum(p, 8);
  if (p != NULL)
    r += 1000;
  free(p);
  return r;
}

int main(void) {
  long total = 0;
  for (int i = 0; i < 1000; i++)
    total += checked(i);
  printf("%ld\n", total);
}
