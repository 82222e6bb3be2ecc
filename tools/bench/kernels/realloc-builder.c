// A text is put together in a buffer that starts small and doubles.
#include "bench.h"

#include <stdlib.h>
#include <string.h>

struct builder {
  char *data;
  size_t length, capacity;
#ifdef BY_HAND
  char own[256];
#endif
};

#ifndef BY_HAND

static int reserve(struct builder *b, size_t more) {
  if (b->length + more <= b->capacity)
    return 1;
  size_t capacity = b->capacity ? b->capacity : 16;
  while (capacity < b->length + more)
    capacity *= 2;
  char *data = realloc(b->data, capacity);
  if (!data)
    return 0;
  b->data = data;
  b->capacity = capacity;
  return 1;
}

static void open_builder(struct builder *b) { memset(b, 0, sizeof *b); }
static void close_builder(struct builder *b) { free(b->data); }

#else

static int reserve(struct builder *b, size_t more) {
  if (b->length + more <= b->capacity)
    return 1;
  size_t capacity = b->capacity;
  while (capacity < b->length + more)
    capacity *= 2;
  char *data = realloc(b->data == b->own ? NULL : b->data, capacity);
  if (!data)
    return 0;
  if (b->data == b->own)
    memcpy(data, b->own, b->length);
  b->data = data;
  b->capacity = capacity;
  return 1;
}

static void open_builder(struct builder *b) {
  b->data = b->own;
  b->length = 0;
  b->capacity = sizeof b->own;
}

static void close_builder(struct builder *b) {
  if (b->data != b->own)
    free(b->data);
}

#endif

static int append(struct builder *b, const char *text) {
  size_t length = strlen(text);
  if (!reserve(b, length))
    return 0;
  memcpy(b->data + b->length, text, length);
  b->length += length;
  return 1;
}

static int append_char(struct builder *b, char c) {
  if (!reserve(b, 1))
    return 0;
  b->data[b->length++] = c;
  return 1;
}

static uint64_t checksum(const struct builder *b) {
  uint64_t sum = b->length;
  for (size_t k = 0; k < b->length; k++)
    sum = sum * 31 + (unsigned char)b->data[k];
  return sum;
}

uint64_t kernel(uint64_t i) {
  struct builder b;
  open_builder(&b);
  int ok = 1;
  size_t fields = bench_size(i, 1, 6);
  for (size_t k = 0; k < fields && ok; k++)
    ok = append(&b, bench_words[(i + k) % BENCH_WORDS]) && append_char(&b, '=') &&
         append(&b, bench_words[(i + 3 * k) % BENCH_WORDS]) && append_char(&b, ';');
  uint64_t result = ok ? checksum(&b) : 0;
  close_builder(&b);
  return result;
}
