// Each turn of a loop makes a lower-case copy, looks at it, and frees it on two ways out.
#include "bench.h"

#include <stdlib.h>
#include <string.h>

static void fold(char *to, const char *from, size_t length) {
  for (size_t k = 0; k < length; k++)
    to[k] = (char)(from[k] >= 'A' && from[k] <= 'Z' ? from[k] + 32 : from[k]);
  to[length] = 0;
}

static uint64_t weigh(const char *text) {
  uint64_t sum = 0;
  for (; *text; text++)
    sum = sum * 31 + (unsigned char)*text;
  return sum;
}

uint64_t kernel(uint64_t i) {
  size_t n = bench_size(i, 2, 6);
  uint64_t sum = 0;
  for (size_t k = 0; k < n; k++) {
    const char *word = bench_words[(i + 5 * k) % BENCH_WORDS];
    size_t length = strlen(word);
#ifndef BY_HAND
    char *folded = malloc(length + 1);
    if (!folded)
      return 0;
#else
    char buffer[256], *folded = buffer;
    if (length + 1 > sizeof buffer && !(folded = malloc(length + 1)))
      return 0;
#endif
    fold(folded, word, length);
    if (folded[0] == 's') {
#ifdef BY_HAND
      if (folded != buffer)
#endif
        free(folded);
      continue;
    }
    sum = sum * 7 + weigh(folded);
#ifdef BY_HAND
    if (folded != buffer)
#endif
      free(folded);
  }
  return sum;
}
