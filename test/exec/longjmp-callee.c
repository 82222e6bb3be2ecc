// RUN: %variants | FileCheck %s
// CHECK: allocations: 41 -> 1, fewer
//
// A callee that longjmps past the frame: the object goes, its free never runs, nobody notices.
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>

static jmp_buf state;
static int depth;

__attribute__((noinline)) static int risky(const int *p, int n) {
  depth++;
  if (n % 4 == 3)
    longjmp(state, p[0] + 1);
  return p[1];
}

__attribute__((noinline)) static int middle(int n) {
  int *p = malloc(2 * sizeof *p);
  p[0] = n;
  p[1] = n * n;
  int r = risky(p, n);
  free(p);
  return r;
}

/* Keeps its own object on the heap: setjmp. The value must survive the longjmp. */
__attribute__((noinline)) static int outer(int n) {
  int v = setjmp(state);
  if (v)
    return -v;
  return middle(n);
}

int main(void) {
  long total = 0;
  for (int i = 0; i < 40; i++)
    total = total * 3 % 1000003 + outer(i);
  printf("%ld %d\n", total, depth);
}
