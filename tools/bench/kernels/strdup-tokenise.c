// A line is copied and cut into fields; the numbers among them are added up.
#include "bench.h"

#include <stdlib.h>
#include <string.h>

static uint64_t sum_fields(char *line) {
  uint64_t sum = 0;
  char *rest = NULL;
  for (char *field = strtok_r(line, ",", &rest); field; field = strtok_r(NULL, ",", &rest)) {
    uint64_t number = 0;
    for (const char *c = field; *c >= '0' && *c <= '9'; c++)
      number = number * 10 + (uint64_t)(*c - '0');
    sum = sum * 3 + number;
  }
  return sum;
}

uint64_t kernel(uint64_t i) {
  const char *line = bench_lines[i % BENCH_LINES];
#ifndef BY_HAND
  char *copy = strdup(line);
  if (!copy)
    return 0;
#else
  char buffer[256], *copy = buffer;
  size_t size = strlen(line) + 1;
  if (size > sizeof buffer && !(copy = malloc(size)))
    return 0;
  memcpy(copy, line, size);
#endif
  uint64_t sum = sum_fields(copy);
#ifdef BY_HAND
  if (copy != buffer)
#endif
    free(copy);
  return sum;
}
