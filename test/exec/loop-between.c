// RUN: %variants | FileCheck %s
// CHECK: allocations: 51 -> 1, fewer
//
// A loop between malloc and free, with an early exit that frees, too.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

__attribute__((noinline)) static int step(unsigned char *p, int i) {
  p[i & 31] ^= i;
  return p[(i * 7) & 31];
}

__attribute__((noinline)) static int loop(int n) {
  unsigned char *p = malloc(32);
  memset(p, n, 32);
  int sum = 0;
  for (int i = 0; i < n * 10; i++) {
    int v = step(p, i);
    if (v == 77) {
      free(p);
      return -sum;
    }
    sum += v;
  }
  free(p);
  return sum;
}

int main(void) {
  long total = 0;
  for (int i = 0; i < 50; i++)
    total = total * 5 % 1000003 + loop(i);
  printf("%ld\n", total);
}
