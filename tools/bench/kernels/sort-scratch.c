// A merge sort from the bottom up, with a scratch array as long as what is sorted.
#include "bench.h"

#include <stdlib.h>
#include <string.h>

static void merge(const uint32_t *from, uint32_t *to, size_t low, size_t middle, size_t high) {
  size_t left = low, right = middle;
  for (size_t k = low; k < high; k++)
    if (left < middle && (right >= high || from[left] <= from[right]))
      to[k] = from[left++];
    else
      to[k] = from[right++];
}

static void merge_all(uint32_t *values, uint32_t *scratch, size_t n) {
  for (size_t width = 1; width < n; width *= 2) {
    for (size_t low = 0; low < n; low += 2 * width) {
      size_t middle = low + width < n ? low + width : n;
      size_t high = low + 2 * width < n ? low + 2 * width : n;
      merge(values, scratch, low, middle, high);
    }
    memcpy(values, scratch, n * sizeof *values);
  }
}

static int merge_sort(uint32_t *values, size_t n) {
#ifndef BY_HAND
  uint32_t *scratch = malloc(n * sizeof *scratch);
  if (!scratch)
    return 0;
#else
  uint32_t buffer[64], *scratch = buffer;
  if (n > sizeof buffer / sizeof *buffer && !(scratch = malloc(n * sizeof *scratch)))
    return 0;
#endif
  merge_all(values, scratch, n);
#ifdef BY_HAND
  if (scratch != buffer)
#endif
    free(scratch);
  return 1;
}

uint64_t kernel(uint64_t i) {
  static uint32_t values[16];
  size_t n = bench_size(i, 2, 16);
  memcpy(values, bench_numbers + i % (BENCH_NUMBERS - 16), n * sizeof *values);
  if (!merge_sort(values, n))
    return 0;
  uint64_t result = n;
  for (size_t k = 0; k < n; k++)
    result = result * 31 + values[k];
  return result;
}
