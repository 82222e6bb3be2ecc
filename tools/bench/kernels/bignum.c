// Multiplies numbers of several words: the product is made aside, since the result may be a factor.
#include "bench.h"

#include <stdlib.h>
#include <string.h>

enum { LARGEST = 60 };
struct number {
  size_t length;
  uint32_t digits[LARGEST];
};

static void multiply_into(uint32_t *product, const struct number *a, const struct number *b) {
  for (size_t k = 0; k < a->length; k++) {
    uint64_t carry = 0;
    for (size_t j = 0; j < b->length; j++) {
      carry += product[k + j] + (uint64_t)a->digits[k] * b->digits[j];
      product[k + j] = (uint32_t)carry;
      carry >>= 32;
    }
    product[k + b->length] = (uint32_t)carry;
  }
}

static int multiply(struct number *result, const struct number *a, const struct number *b) {
  size_t length = a->length + b->length;
  if (length > LARGEST)
    return 0;
#ifndef BY_HAND
  uint32_t *product = calloc(length, sizeof *product);
  if (!product)
    return 0;
#else
  uint32_t product[LARGEST];
  memset(product, 0, length * sizeof *product);
#endif
  multiply_into(product, a, b);
  while (length > 0 && product[length - 1] == 0)
    length--;
  memcpy(result->digits, product, length * sizeof *product);
  result->length = length;
#ifndef BY_HAND
  free(product);
#endif
  return 1;
}

static void read_number(struct number *number, uint64_t i, size_t length) {
  number->length = length;
  memcpy(number->digits, bench_numbers + i % (BENCH_NUMBERS - LARGEST),
         length * sizeof *number->digits);
}

uint64_t kernel(uint64_t i) {
  static struct number a, b;
  read_number(&a, i, bench_size(i, 1, 5));
  read_number(&b, i + 3, bench_size(i + 1, 1, 5));
  if (!multiply(&a, &a, &b))
    return 0;
  return a.digits[a.length - 1] ^ a.digits[0] ^ a.length;
}
