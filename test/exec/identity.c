// RUN: %variants | FileCheck %s
// CHECK: allocations: {{.*}}, fewer
//
// What a program may know about addresses: live objects differ, one object is itself, order within
// an object, alignment; a pointer that went through an integer is the same pointer.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

__attribute__((noinline)) static int differ(int n) {
  int *p = malloc(8), *q = malloc(8);
  *p = n;
  *q = n;
  int r = (p != q) + 2 * (p == p) + 4 * (p + 1 != q + 1);
  int *s = n & 1 ? p : q;
  r += 8 * ((s == p) != (s == q));
  r += *s;
  free(p);
  free(q);
  return r;
}

__attribute__((noinline)) static int within(int n) {
  int *p = malloc(16 * sizeof *p), *end = p + n;
  int r = 0;
  for (int *i = p; i < end; i++)
    *i = (int)(i - p);
  for (int *i = end; i-- > p;)
    r = r * 3 % 65521 + *i;
  r += (int)(end - p) + (p < end);
  free(p);
  return r;
}

__attribute__((noinline)) static int through_integer(int n) {
  int *p = malloc(sizeof *p);
  *p = n;
  uintptr_t bits = (uintptr_t)p;
  bits ^= 0x5a5a;
  int *q = (int *)(bits ^ 0x5a5a);
  *q += 1;
  int r = *p;
  free(q);
  return r;
}

__attribute__((noinline)) static int tagged(int n) {
  int *p = malloc(sizeof *p);
  *p = n;
  uintptr_t bits = (uintptr_t)p | (n & 1);
  int r = (int)(bits & 1) * 100;
  int *q = (int *)(bits & ~(uintptr_t)15);
  r += *q;
  free(p);
  return r;
}

static uintptr_t hidden;
__attribute__((noinline)) static void hide(int n) {
  int *p = malloc(sizeof *p);
  *p = n;
  hidden = ~(uintptr_t)p;
}

__attribute__((noinline)) static void clobber(void) {
  volatile char stack[4096];
  for (unsigned i = 0; i < sizeof stack; i++)
    stack[i] = 0x55;
}

/* One object is found from another by the distance between them. */
__attribute__((noinline)) static uintptr_t gap(int **table, int i, int k) {
  return (uintptr_t)table[i] - (uintptr_t)table[k];
}
__attribute__((noinline)) static int *found(int n, int i) {
  int *table[2] = {malloc(2 * sizeof(int)), malloc(2 * sizeof(int))};
  *table[0] = n;
  *table[1] = n * 3;
  int *other = (int *)((uintptr_t)table[!i] + gap(table, i, !i));
  other[1] = *table[!i];
  free(table[!i]);
  return other;
}

/* Between two pointers that one object is behind. */
__attribute__((noinline)) static long length(const int *from, const int *to) {
  return from < to ? to - from : from - to;
}
struct span {
  int *from, *to;
};
__attribute__((noinline)) static long length_of(const struct span *s) { return s->to - s->from; }
__attribute__((noinline)) static long measured(int n) {
  int *p = malloc(16 * sizeof *p);
  struct span s = {p, p + n};
  p[0] = n;
  long r = length(p, p + n) * 100 + length(p + n, p) * 10 + length_of(&s) + p[0];
  free(p);
  return r;
}

int main(void) {
  for (int i = 0; i < 10; i++) {
    hide(i);
    clobber();
    int *p = (int *)~hidden;
    printf("%d %d %d %d %d\n", differ(i), within(i), through_integer(i), tagged(i), *p);
    free(p);
    p = found(i, i & 1);
    clobber();
    printf("%d %d %ld\n", p[0], p[1], measured(i));
    free(p);
  }
}
