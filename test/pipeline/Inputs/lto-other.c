#include <stddef.h>

/* Reads only: what a caller passes is not kept. */
__attribute__((noinline)) int weigh_far(const int *p, size_t n) {
  int sum = 0;
  for (size_t i = 0; i < n; i++)
    sum += p[i] * (int)i;
  return sum;
}

int weigh_near(const int *p, size_t n) { return p[0] + p[n - 1]; }

const int *kept;
__attribute__((noinline)) int keep(const int *p) {
  kept = p;
  return *p;
}

int last(void) { return kept ? *kept : 0; }
