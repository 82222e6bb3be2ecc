// Prefix sums of a short series of run-time length answer a few range queries.
#include "bench.h"

#include <stdlib.h>

static void sum_up(const uint32_t *series, size_t n, uint64_t *sums) {
  sums[0] = 0;
  for (size_t k = 0; k < n; k++)
    sums[k + 1] = sums[k] + series[k];
}

static uint64_t largest_window(const uint64_t *sums, size_t n, size_t width) {
  uint64_t largest = 0;
  for (size_t k = width; k <= n; k++)
    if (sums[k] - sums[k - width] > largest)
      largest = sums[k] - sums[k - width];
  return largest;
}

uint64_t kernel(uint64_t i) {
  size_t n = bench_size(i, 3, 30);
  const uint32_t *series = bench_numbers + i % (BENCH_NUMBERS - 32);
#ifndef BY_HAND
  uint64_t *sums = malloc((n + 1) * sizeof *sums);
  if (!sums)
    return 0;
#else
  uint64_t buffer[32], *sums = buffer;
  if (n >= sizeof buffer / sizeof *buffer && !(sums = malloc((n + 1) * sizeof *sums)))
    return 0;
#endif
  sum_up(series, n, sums);
  uint64_t result = largest_window(sums, n, 2) + largest_window(sums, n, 3);
#ifdef BY_HAND
  if (sums != buffer)
#endif
    free(sums);
  return result;
}
