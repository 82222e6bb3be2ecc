#include <stdlib.h>

__attribute__((noinline)) static int set(int *p, int n) {
  p[n] = n;
  return p[0];
}

int behind(int n) {
  int *p = calloc(16, sizeof *p);
  int first = set(p, n);
  free(p);
  return first;
}
