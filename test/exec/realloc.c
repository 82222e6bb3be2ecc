// RUN: %variants | FileCheck %s
// CHECK: allocations: {{.*}}, fewer
//
// realloc: of NULL, of an object that could have moved, in a loop that grows, to nothing.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

__attribute__((noinline)) static int sum(const unsigned char *p, int n) {
  int s = 0;
  for (int i = 0; i < n; i++)
    s = s * 3 % 65521 + p[i];
  return s;
}

__attribute__((noinline)) static int of_null(int n) {
  unsigned char *p = realloc(NULL, 16);
  memset(p, n, 16);
  int r = sum(p, 16);
  free(p);
  return r;
}

__attribute__((noinline)) static int larger(int n) {
  unsigned char *p = malloc(16);
  memset(p, n, 16);
  unsigned char *q = realloc(p, 64);
  if (!q) {
    free(p);
    return -1;
  }
  memset(q + 16, 1, 48);
  int r = sum(q, 64);
  free(q);
  return r;
}

__attribute__((noinline)) static int smaller(int n) {
  unsigned char *p = calloc(64, 1);
  p[3] = (unsigned char)n;
  p = realloc(p, 8);
  int r = sum(p, 8);
  free(p);
  return r;
}

__attribute__((noinline)) static int growing(int n) {
  int *p = NULL, size = 0, used = 0;
  for (int i = 0; i < n; i++) {
    if (used == size)
      p = realloc(p, (size_t)(size = size * 2 + 1) * sizeof *p);
    p[used++] = i * i;
  }
  int r = 0;
  for (int i = 0; i < used; i++)
    r = (r * 3 + p[i]) % 65521;
  free(p);
  return r;
}

__attribute__((noinline)) static int sometimes(int n) {
  unsigned char *p = malloc(8);
  memset(p, n, 8);
  int size = 8;
  if (n & 1) {
    p = realloc(p, 24);
    memset(p + 8, 5, 16);
    size = 24;
  }
  int r = sum(p, size);
  free(p);
  return r;
}

int main(void) {
  long total = 0;
  for (int i = 0; i < 40; i++)
    total = (total * 3 + of_null(i) + larger(i) + smaller(i) + growing(i) + sometimes(i)) % 1000003;
  printf("%ld\n", total);
}
