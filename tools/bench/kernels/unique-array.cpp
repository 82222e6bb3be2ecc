// std::make_unique<T[]>(n): a zeroed row of a table, for an edit distance.
#include "bench.h"

#include <algorithm>
#include <cstring>
#include <memory>

static uint64_t edit_distance(const char *a, const char *b, size_t length, uint16_t *row) {
  for (size_t k = 0; k <= length; k++)
    row[k] = static_cast<uint16_t>(k);
  for (size_t line = 1; *a; a++, line++) {
    uint16_t diagonal = row[0];
    row[0] = static_cast<uint16_t>(line);
    for (size_t k = 1; k <= length; k++) {
      uint16_t above = row[k];
      int cost = std::min({row[k - 1] + 1, above + 1, diagonal + (*a != b[k - 1])});
      row[k] = static_cast<uint16_t>(cost);
      diagonal = above;
    }
  }
  return row[length];
}

uint64_t kernel(uint64_t i) {
  const char *a = bench_words[i % BENCH_WORDS], *b = bench_words[(i + 5) % BENCH_WORDS];
  size_t length = std::strlen(b);
#ifndef BY_HAND
  auto row = std::make_unique<uint16_t[]>(length + 1);
  return edit_distance(a, b, length, row.get());
#else
  uint16_t buffer[128], *row = length < 128 ? buffer : new uint16_t[length + 1];
  std::memset(row, 0, (length + 1) * sizeof *row);
  uint64_t distance = edit_distance(a, b, length, row);
  if (row != buffer)
    delete[] row;
  return distance;
#endif
}
