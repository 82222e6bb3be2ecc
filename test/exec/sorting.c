// RUN: %variants | FileCheck %s
// CHECK: allocations: 121 -> {{.*}}, fewer
//
// qsort and bsearch with comparison functions of the usual kinds: differences, and signs. The object
// moves, and bsearch's result points into it.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int by_difference(const void *a, const void *b) { return *(const int *)a - *(const int *)b; }
static int by_sign(const void *a, const void *b) {
  const int *x = a, *y = b;
  return (*x > *y) - (*x < *y);
}

struct record {
  char name[12];
  short key;
};
static int by_name(const void *a, const void *b) {
  return memcmp(((const struct record *)a)->name, ((const struct record *)b)->name, 12);
}

__attribute__((noinline)) static int differences(int n) {
  int *p = malloc(16 * sizeof *p), key = n % 13;
  for (int i = 0; i < 16; i++)
    p[i] = (i * 7 + n) % 13;
  qsort(p, 16, sizeof *p, by_difference);
  int *found = bsearch(&key, p, 16, sizeof *p, by_difference);
  int r = p[0] + p[15] * 100 + (found ? *found * 10000 : -1);
  free(p);
  return r;
}

__attribute__((noinline)) static int signs(int n) {
  int *p = malloc(12 * sizeof *p);
  for (int i = 0; i < 12; i++)
    p[i] = (i * 5 + n) % 11 - 5;
  qsort(p, 12, sizeof *p, by_sign);
  int r = 0;
  for (int i = 0; i < 12; i++)
    r = (r * 3 + p[i] + 5) % 65521;
  free(p);
  return r;
}

__attribute__((noinline)) static int records(int n) {
  struct record *p = calloc(6, sizeof *p);
  for (int i = 0; i < 6; i++) {
    snprintf(p[i].name, sizeof p[i].name, "%c%d", 'f' - i, n);
    p[i].key = (short)i;
  }
  qsort(p, 6, sizeof *p, by_name);
  int r = 0;
  for (int i = 0; i < 6; i++)
    r = r * 7 + p[i].key;
  free(p);
  return r;
}

int main(void) {
  for (int i = 0; i < 40; i++)
    printf("%d %d %d\n", differences(i), signs(i), records(i));
}
