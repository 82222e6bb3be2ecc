// RUN: %variants | FileCheck %s
// CHECK: allocations: {{[0-9]+}} -> 1, fewer
//
// One pointer, two allocations: by phi and by select; both are freed through it.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

__attribute__((noinline)) static int use(char *p, int size) {
  int s = 0;
  for (int i = 0; i < size; i++)
    s += p[i] * (i + 1), p[i] = (char)i;
  return s + p[size - 1];
}

__attribute__((noinline)) static int by_phi(int n) {
  char *p;
  int size;
  if (n & 1) {
    p = calloc(1, size = 12);
  } else {
    p = malloc(size = 20);
    memset(p, n, 20);
  }
  if (!p)
    abort();
  int r = use(p, size);
  free(p);
  return r;
}

__attribute__((noinline)) static int by_select(int n) {
  char *a = malloc(8), *b = malloc(8);
  memset(a, 1, 8);
  memset(b, 2, 8);
  char *first = n & 1 ? a : b, *second = n & 1 ? b : a;
  int r = use(first, 8) * 3 + use(second, 4);
  r += a == b;     /* never */
  r += first == a; /* depends */
  free(first);
  free(second);
  return r;
}

int main(void) {
  long total = 0;
  for (int i = 0; i < 50; i++)
    total = (total * 3 + by_phi(i) + by_select(i)) % 1000003;
  printf("%ld\n", total);
}
