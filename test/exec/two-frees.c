// RUN: %variants | FileCheck %s
// CHECK: allocations: 101 -> 1, fewer
//
// Two frees on two paths, and between them a call of a function that nobody knows, which neither
// captures nor frees the object.
#include <stdio.h>
#include <stdlib.h>

volatile int sink;
__attribute__((noinline)) static void work(void) { sink++; }
static void (*volatile opaque)(void) = work;

__attribute__((noinline)) static void init(int *p, int n) {
  for (int i = 0; i < 6; i++)
    p[i] = n - i;
}
__attribute__((noinline)) static int sum(const int *p) {
  int s = 0;
  for (int i = 0; i < 6; i++)
    s += p[i] * i;
  return s;
}

__attribute__((noinline)) static int two(int n) {
  int *p = malloc(6 * sizeof *p);
  init(p, n);
  if (n & 1) {
    int r = sum(p);
    free(p);
    opaque();
    return r;
  }
  opaque();
  p[2] += n;
  int r = sum(p);
  opaque();
  free(p);
  return r + 1;
}

int main(void) {
  long total = 0;
  for (int i = 0; i < 100; i++)
    total = total * 7 % 1000003 + two(i);
  printf("%ld %d\n", total, sink);
}
