// RUN: %variants | FileCheck %s
// CHECK: allocations: 101 -> 1, fewer
//
// `if (p) free(p)` is a free on every path; so is one with the test inverted.
#include <stdio.h>
#include <stdlib.h>

__attribute__((noinline)) static int fill(int *p, int n) {
  for (int i = 0; i < 4; i++)
    p[(i + n) & 3] = i * n;
  return p[1];
}

__attribute__((noinline)) static int guarded(int n) {
  int *p = NULL;
  int r = 0;
  if (n % 3) {
    p = malloc(16);
    if (p)
      r = fill(p, n);
  }
  r += n;
  if (p)
    free(p);
  return r;
}

int main(void) {
  long total = 0;
  for (int i = 0; i < 150; i++)
    total = total * 3 % 1000003 + guarded(i);
  printf("%ld\n", total);
}
