// RUN: %variants | FileCheck %s
// CHECK: allocations: {{.*}}, fewer
//
// Sizes known only at run time, on both sides of the limit; zero; products.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

__attribute__((noinline)) static int work(unsigned char *p, size_t n) {
  unsigned s = 0;
  for (size_t i = 0; i < n; i++)
    p[i] = (unsigned char)(i * 3 + n);
  for (size_t i = 0; i < n; i++)
    s = s * 31 + p[i];
  return (int)(s & 0xffff);
}

__attribute__((noinline)) static int variable(size_t n) {
  unsigned char *p = malloc(n);
  int r = work(p, n);
  free(p);
  return r;
}

__attribute__((noinline)) static int zeroed(size_t n, size_t m) {
  unsigned char *p = calloc(n, m);
  if (!p)
    return -1;
  int nonzero = 0;
  for (size_t i = 0; i < n * m; i++)
    nonzero += p[i] != 0;
  int r = work(p, n * m) + nonzero * 100000;
  free(p);
  return r;
}

__attribute__((noinline)) static int in_loop(size_t n) {
  int r = 0;
  for (size_t i = 1; i < n; i += 37) {
    unsigned char *p = calloc(i, 1);
    r = r * 3 + (p[0] | p[i - 1] | p[i / 2]);
    r = (r + work(p, i)) % 1000003;
    free(p);
  }
  return r;
}

/* Two objects of size 0 are still two objects. */
__attribute__((noinline)) static int empty(size_t n) {
  char *a = malloc(n), *b = malloc(n);
  int r = (a == b) * 2 + (n == 0);
  free(a);
  free(b);
  return r;
}

static volatile size_t hide;

int main(void) {
  long total = 0;
  for (size_t n = 0; n < 600; n += 23)
    total = (total * 3 + variable(n) + zeroed(n / 4, 3)) % 1000003;
  printf("%ld %d %d %d\n", total, in_loop(600), empty(0), empty(1));
  hide = 0;
  printf("%d\n", empty(hide));
  printf("%d\n", zeroed(3, 85) + zeroed(16, 16) + zeroed(257, 1));
}
