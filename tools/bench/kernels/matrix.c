// The determinant of a small matrix, by elimination in a copy of it.
#include "bench.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static void swap_rows(double *m, size_t n, size_t a, size_t b) {
  for (size_t k = 0; k < n; k++) {
    double kept = m[a * n + k];
    m[a * n + k] = m[b * n + k];
    m[b * n + k] = kept;
  }
}

static double eliminate(double *m, size_t n) {
  double determinant = 1;
  for (size_t column = 0; column < n; column++) {
    size_t pivot = column;
    for (size_t row = column + 1; row < n; row++)
      if (fabs(m[row * n + column]) > fabs(m[pivot * n + column]))
        pivot = row;
    if (m[pivot * n + column] == 0)
      return 0;
    if (pivot != column) {
      swap_rows(m, n, pivot, column);
      determinant = -determinant;
    }
    determinant *= m[column * n + column];
    for (size_t row = column + 1; row < n; row++) {
      double factor = m[row * n + column] / m[column * n + column];
      for (size_t k = column; k < n; k++)
        m[row * n + k] -= factor * m[column * n + k];
    }
  }
  return determinant;
}

static double determinant(const double *matrix, size_t n) {
#ifndef BY_HAND
  double *copy = malloc(n * n * sizeof *copy);
  if (!copy)
    return NAN;
#else
  double buffer[32], *copy = buffer;
  if (n * n > sizeof buffer / sizeof *buffer && !(copy = malloc(n * n * sizeof *copy)))
    return NAN;
#endif
  memcpy(copy, matrix, n * n * sizeof *copy);
  double result = eliminate(copy, n);
#ifdef BY_HAND
  if (copy != buffer)
#endif
    free(copy);
  return result;
}

uint64_t kernel(uint64_t i) {
  static double matrix[25];
  size_t n = bench_size(i, 2, 5);
  for (size_t k = 0; k < n * n; k++)
    matrix[k] = (double)(bench_numbers[(i + k) % BENCH_NUMBERS] % 100) - 50;
  double result = determinant(matrix, n);
  uint64_t bits;
  memcpy(&bits, &result, sizeof bits);
  return bits;
}
