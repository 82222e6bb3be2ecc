// RUN: %variants | FileCheck %s
// CHECK: allocations: {{.*}}, fewer
//
// free(p) where p is the moved object or another: the other one must still be freed, exactly once.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int live;
__attribute__((noinline)) static char *get(size_t n) {
  live++;
  return malloc(n);
}
__attribute__((noinline)) static void put(char *p) {
  live -= p != NULL;
  free(p);
}

__attribute__((noinline)) static int length(const char *p) {
  int n = 0;
  while (p[n])
    n++;
  return n;
}

/* A short string is built in own memory, a long one comes from outside. */
__attribute__((noinline)) static int mixed(char *outside, int n) {
  char *p;
  if (n < 8) {
    p = malloc(16);
    memset(p, 'a', n);
    p[n] = 0;
  } else {
    p = outside;
    memset(p, 'b', n);
    p[n] = 0;
  }
  int r = length(p) * 10 + p[0];
  free(p);
  return r;
}

int main(void) {
  long total = 0;
  for (int i = 0; i < 40; i++) {
    char *outside = i % 16 < 8 ? NULL : get(64);
    if (outside)
      live--; /* mixed frees it */
    total = (total * 3 + mixed(outside, i % 16)) % 1000003;
  }
  char *p = get(10);
  put(p);
  printf("%ld %d\n", total, live);
}
