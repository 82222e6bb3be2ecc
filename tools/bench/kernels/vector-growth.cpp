// A std::vector that grows from nothing: the divisors of a number.
#include "bench.h"

#include <vector>

static uint64_t weigh(const uint32_t *begin, const uint32_t *end) {
  uint64_t sum = 0;
  for (; begin < end; begin++)
    sum = sum * 7 + *begin;
  return sum;
}

uint64_t kernel(uint64_t i) {
  uint32_t number = static_cast<uint32_t>(bench_size(i, 12, 720));
#ifndef BY_HAND
  std::vector<uint32_t> divisors;
  for (uint32_t k = 1; k * k <= number; k++)
    if (number % k == 0)
      divisors.push_back(k);
  return weigh(divisors.data(), divisors.data() + divisors.size());
#else
  // No number below 2^32 has more than 768 divisors up to its root; these have at most 15.
  uint32_t divisors[16], *end = divisors;
  for (uint32_t k = 1; k * k <= number; k++)
    if (number % k == 0)
      *end++ = k;
  return weigh(divisors, end);
#endif
}
