// Counts the letters of two words in a zeroed table: is one a rearrangement of the other?
#include "bench.h"

#include <stdlib.h>

static unsigned count_differences(int *counts, size_t classes, const char *a, const char *b) {
  for (; *a; a++)
    counts[(size_t)(*a - 'a') % classes]++;
  for (; *b; b++)
    counts[(size_t)(*b - 'a') % classes]--;
  unsigned differences = 0;
  for (size_t k = 0; k < classes; k++)
    differences += (unsigned)abs(counts[k]);
  return differences;
}

uint64_t kernel(uint64_t i) {
  size_t classes = bench_size(i, 20, 26);
  const char *a = bench_words[i % BENCH_WORDS], *b = bench_words[(i + 7) % BENCH_WORDS];
#ifndef BY_HAND
  int *counts = calloc(classes, sizeof *counts);
  if (!counts)
    return 0;
#else
  int buffer[64] = {0}, *counts = buffer;
  if (classes > sizeof buffer / sizeof *buffer && !(counts = calloc(classes, sizeof *counts)))
    return 0;
#endif
  unsigned differences = count_differences(counts, classes, a, b);
#ifdef BY_HAND
  if (counts != buffer)
#endif
    free(counts);
  return differences;
}
