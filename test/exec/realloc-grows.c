// RUN: %variants | FileCheck %s
// CHECK: allocations: {{.*}}, fewer
//
// Builders that start small and double: short results need no heap. Shrinking, and growing out of
// the slot.
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
__attribute__((noinline)) int build(const char *s, int n) {
  size_t cap = 16, len = 0;
  char *b = malloc(cap);
  if (!b)
    return -1;
  for (int i = 0; i < n; i++) {
    size_t l = strlen(s);
    while (len + l + 1 > cap) {
      cap *= 2;
      char *t = realloc(b, cap);
      if (!t) {
        free(b);
        return -1;
      }
      b = t;
    }
    memcpy(b + len, s, l + 1);
    len += l;
  }
  int h = 0;
  for (size_t i = 0; i < len; i++)
    h = h * 31 + b[i];
  free(b);
  return h;
}
struct vec {
  int *p;
  size_t n, cap;
};
__attribute__((noinline)) long nums(int n) {
  struct vec v = {0};
  for (int i = 0; i < n; i++) {
    if (v.n == v.cap) {
      v.cap = v.cap ? v.cap * 2 : 4;
      int *t = realloc(v.p, v.cap * sizeof(int));
      if (!t)
        abort();
      v.p = t;
    }
    v.p[v.n++] = i * i;
  }
  long s = 0;
  for (size_t i = 0; i < v.n; i++)
    s += v.p[i];
  free(v.p);
  return s;
}
__attribute__((noinline)) int shrink(int n) {
  int *p = calloc(n, 4);
  p[0] = n;
  p = realloc(p, 8);
  p[1] = 5;
  p = reallocarray(p, 100, 4);
  p[99] = 3;
  int r = p[0] + p[1] + p[99];
  free(p);
  return r;
}
__attribute__((noinline)) char *ret(int n) {
  char *p = malloc(8);
  strcpy(p, "abc");
  p = realloc(p, n);
  return p;
}
int main() {
  for (int n = 0; n < 60; n += 7) {
    char *q = ret(n + 9);
    printf("%d %ld %d %s\n", build("hello", n), nums(n), shrink(n + 2), q);
    free(q);
  }
  return 0;
}
