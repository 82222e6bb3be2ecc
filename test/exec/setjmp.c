// RUN: %variants | FileCheck %s
// CHECK: allocations: {{.*}}, as many
//
// A heap object that is changed between setjmp and longjmp has its new value afterwards; a local
// variable need not. So the object stays on the heap.
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static jmp_buf state;

__attribute__((noinline)) static void jump(int n) {
  if (n)
    longjmp(state, n);
}

__attribute__((noinline)) static int bump(int *p, int by) { return *p += by; }

__attribute__((noinline)) static int counted(int n) {
  int *p = malloc(sizeof *p);
  bump(memset(p, 0, sizeof *p), 0);
  int v = setjmp(state);
  if (bump(p, 1 + v) < n)
    jump(bump(p, 0));
  int r = bump(p, 0);
  free(p);
  return r;
}

int main(void) {
  for (int i = 0; i < 100; i += 9)
    printf("%d ", counted(i));
  printf("\n");
}
