#include <stdlib.h>
int *made(int n) {
  int *p = malloc(16 * sizeof *p);
  if (!p) abort();
  for (int i = 0; i < 16; i++) p[i] = n * i;
  return p;
}
