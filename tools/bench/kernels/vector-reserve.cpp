// The numbers of a series that pass a test are collected in a std::vector, and their median taken.
#include "bench.h"

#include <algorithm>
#include <vector>

static bool wanted(uint32_t number) { return number % 4 != 0; }

static uint64_t middle(uint32_t *begin, uint32_t *end) {
  for (uint32_t *k = begin; k < end; k++) // insertion sort: the series are short
    for (uint32_t *j = k; j > begin && j[-1] > j[0]; j--)
      std::swap(j[-1], j[0]);
  return begin < end ? begin[(end - begin) / 2] : 0;
}

uint64_t kernel(uint64_t i) {
  size_t n = bench_size(i, 2, 16);
  const uint32_t *series = bench_numbers + i % (BENCH_NUMBERS - 16);
#ifndef BY_HAND
  std::vector<uint32_t> kept;
  kept.reserve(n);
  for (size_t k = 0; k < n; k++)
    if (wanted(series[k]))
      kept.push_back(series[k]);
  return middle(kept.data(), kept.data() + kept.size());
#else
  uint32_t buffer[64], *kept = n <= sizeof buffer / sizeof *buffer ? buffer : new uint32_t[n];
  size_t count = 0;
  for (size_t k = 0; k < n; k++)
    if (wanted(series[k]))
      kept[count++] = series[k];
  uint64_t result = middle(kept, kept + count);
  if (kept != buffer)
    delete[] kept;
  return result;
#endif
}
