// RUN: %variants | FileCheck %s
// CHECK: allocations: 301 -> 1, fewer
//
// calloc in a loop: zero again in every iteration, and only its own size.
#include <stdio.h>
#include <stdlib.h>

__attribute__((noinline)) static int dirty(unsigned char *p, int n) {
  int nonzero = 0;
  for (int i = 0; i < 24; i++) {
    nonzero += p[i] != 0;
    p[i] = (unsigned char)(n + i + 1);
  }
  return nonzero;
}

__attribute__((noinline)) static int loop(int n) {
  int nonzero = 0, sum = 0;
  for (int i = 0; i < n; i++) {
    unsigned char *p = calloc(3, 8);
    nonzero += dirty(p, i);
    sum += p[i % 24];
    if (i % 5 == 0) {
      free(p);
      continue;
    }
    sum ^= p[3];
    free(p);
  }
  return nonzero * 100000 + sum;
}

int main(void) {
  printf("%d\n", loop(100));
  printf("%d\n", loop(200));
}
