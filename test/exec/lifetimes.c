// RUN: %variants | FileCheck %s
// CHECK: allocations: {{.*}} -> 1, fewer
//
// Objects that are never alive together may share their place, the others must not: lifetimes that
// overlap by halves, end on one path only, or begin again.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { N = 120 };
typedef unsigned char byte;

__attribute__((noinline)) static int put(byte *p, int seed) {
  for (int i = 0; i < N; i++)
    p[i] = (byte)(seed * 7 + i);
  return p[N - 1];
}
__attribute__((noinline)) static int get(const byte *p) {
  unsigned h = 1;
  for (int i = 0; i < N; i++)
    h = h * 33 + p[i];
  return (int)(h & 0xffff);
}

__attribute__((noinline)) static int one_after_another(int n) {
  byte *a = malloc(N);
  put(a, n);
  int r = get(a);
  free(a);
  byte *b = malloc(N);
  put(b, n + 1);
  r = r * 3 + get(b);
  free(b);
  byte *c = malloc(N);
  put(c, r);
  r += get(c);
  free(c);
  return r;
}

__attribute__((noinline)) static int overlapping(int n) {
  byte *a = malloc(N);
  put(a, n);
  byte *b = malloc(N);
  put(b, n + 1);
  int r = get(a);
  free(a);
  byte *c = malloc(N);
  put(c, n + 2);
  r = r * 3 + get(b);
  free(b);
  byte *d = malloc(N);
  put(d, n + 3);
  r = r * 3 + get(c) + get(d);
  free(d);
  free(c);
  return r;
}

__attribute__((noinline)) static int one_path(int n) {
  byte *a = malloc(N);
  put(a, n);
  byte *b;
  int r = 0;
  if (n & 1) {
    r = get(a);
    free(a);
    a = NULL;
    b = malloc(N);
    put(b, n * 3);
  } else {
    b = malloc(N);
    put(b, n * 5);
    r = get(b);
  }
  r = r * 3 + get(b);
  if (a)
    r += get(a);
  free(b);
  free(a);
  return r;
}

__attribute__((noinline)) static int again(int n) {
  byte *outer = malloc(N);
  put(outer, n);
  int r = 0;
  for (int i = 0; i < n; i++) {
    byte *p = malloc(N);
    put(p, i);
    if (i % 3 == 2) {
      byte *q = malloc(N);
      put(q, r);
      r ^= get(q);
      free(q);
    }
    r = (r * 3 + get(p)) & 0xffff;
    outer[i % N] ^= p[i % N];
    free(p);
    if (r % 17 == 0)
      break;
  }
  r = r * 2 + get(outer);
  free(outer);
  return r;
}

__attribute__((noinline)) static int never_freed(int n) {
  byte *a = malloc(N), *b = malloc(N);
  put(a, n);
  put(b, n + 1);
  if (n & 1)
    return get(a);
  return get(b) + get(a);
}

/* The last use of a is through b's memory. */
__attribute__((noinline)) static int through_other(int n) {
  byte *a = malloc(N);
  byte **b = malloc(sizeof *b);
  *b = a;
  put(a, n);
  byte *c = malloc(N);
  put(c, n + 1);
  int r = get(*b) * 3 + get(c);
  free(c);
  free(*b);
  free(b);
  return r;
}

int main(void) {
  for (int i = 0; i < 12; i++)
    printf("%d %d %d %d %d %d\n", one_after_another(i), overlapping(i), one_path(i), again(i * 2),
           never_freed(i), through_other(i));
}
