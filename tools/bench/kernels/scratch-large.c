// The same as scratch-array with series that no stack slot is meant for: what a guard costs.
#include "bench.h"

#include <stdlib.h>

static void sum_up(const uint32_t *series, size_t n, uint64_t *sums) {
  sums[0] = 0;
  for (size_t k = 0; k < n; k++)
    sums[k + 1] = sums[k] + series[k];
}

uint64_t kernel(uint64_t i) {
  size_t n = bench_size(i, 36, 60), width = 3;
  const uint32_t *series = bench_numbers + i % (BENCH_NUMBERS - 64);
  // By hand this would be left as it is, too.
  uint64_t *sums = malloc((n + 1) * sizeof *sums);
  if (!sums)
    return 0;
  sum_up(series, n, sums);
  uint64_t largest = 0;
  for (size_t k = width; k <= n; k++)
    if (sums[k] - sums[k - width] > largest)
      largest = sums[k] - sums[k - width];
  free(sums);
  return largest;
}
