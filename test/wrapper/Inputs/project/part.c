#include <stdlib.h>

__attribute__((noinline)) static int weigh(const int *p) { return p[0] + p[1]; }

int NAME(int n) {
  int *p = malloc(2 * sizeof *p);
  p[0] = n;
  p[1] = 1;
  int result = weigh(p);
  free(p);
  return result;
}
