// RUN: %variants | FileCheck %s
// CHECK: allocations:
//
// Inline assembly that gets the pointer, or that clobbers memory while the pointer lies in memory.
#include <stdio.h>
#include <stdlib.h>

static int *hidden;

__attribute__((noinline)) static void clobber(void) {
  volatile char stack[4096];
  for (unsigned i = 0; i < sizeof stack; i++)
    stack[i] = 0x55;
}

/* Stores the pointer to a global, unseen. */
__attribute__((noinline)) static void stored(int n) {
  int *p = malloc(sizeof *p);
  *p = n;
  __asm__ volatile("movq %1, %0" : "=m"(hidden) : "r"(p) : "memory");
}

__attribute__((noinline)) static void from_memory(int n) {
  int *p = malloc(sizeof *p);
  *p = n * 2;
  struct {
    int *pointer;
  } box = {p};
  __asm__ volatile("movq (%0), %%rax\n\tmovq %%rax, %1"
                   :
                   : "r"(&box), "m"(hidden)
                   : "rax", "memory");
}

/* Only reads through it. */
__attribute__((noinline)) static int read_only(int n) {
  int *p = malloc(2 * sizeof *p), r;
  p[0] = n;
  p[1] = 5;
  __asm__("movl (%1), %0\n\taddl 4(%1), %0" : "=&r"(r) : "r"(p), "m"(*(int(*)[2])p));
  free(p);
  return r;
}

/* A barrier that has nothing to do with the object. */
__attribute__((noinline)) static int barrier(int n) {
  int *p = malloc(2 * sizeof *p);
  p[n & 1] = n;
  __asm__ volatile("" ::: "memory");
  p[1] = 3;
  int r = p[n & 1];
  free(p);
  return r;
}

int main(void) {
  for (int i = 0; i < 6; i++) {
    stored(i);
    clobber();
    int a = *hidden;
    free(hidden);
    from_memory(i);
    clobber();
    printf("%d %d %d %d\n", a, *hidden, read_only(i), barrier(i));
    free(hidden);
  }
}
