// Constructors in layers, none inlined: a request that owns a buffer, made with an xmalloc.
#include "bench.h"

#include <stdlib.h>
#include <string.h>

#define NOINLINE __attribute__((noinline))

struct buffer {
  size_t length;
  char data[88];
};

struct request {
  unsigned number;
  size_t fields;
  struct buffer *body;
};

static void fill_buffer(struct buffer *buffer, const char *text) {
  buffer->length = strlen(text);
  if (buffer->length > sizeof buffer->data)
    buffer->length = sizeof buffer->data;
  memcpy(buffer->data, text, buffer->length);
}

static size_t count_fields(const struct buffer *buffer) {
  size_t fields = 1;
  for (size_t k = 0; k < buffer->length; k++)
    fields += buffer->data[k] == ',';
  return fields;
}

static uint64_t answer(const struct request *request) {
  return request->number * 31u + request->fields * 7 + request->body->length;
}

#ifndef BY_HAND

NOINLINE static void *xmalloc(size_t size) {
  void *block = malloc(size);
  if (!block)
    abort();
  return block;
}

NOINLINE static struct buffer *buffer_new(const char *text) {
  struct buffer *buffer = xmalloc(sizeof *buffer);
  fill_buffer(buffer, text);
  return buffer;
}

NOINLINE static void buffer_free(struct buffer *buffer) {
  if (buffer)
    free(buffer);
}

NOINLINE static struct request *request_new(unsigned number, const char *text) {
  struct request *request = xmalloc(sizeof *request);
  request->number = number;
  request->body = buffer_new(text);
  request->fields = count_fields(request->body);
  return request;
}

NOINLINE static void request_free(struct request *request) {
  if (!request)
    return;
  buffer_free(request->body);
  free(request);
}

uint64_t kernel(uint64_t i) {
  struct request *request = request_new((unsigned)i, bench_lines[i % BENCH_LINES]);
  uint64_t result = answer(request);
  request_free(request);
  return result;
}

#else

NOINLINE static void buffer_init(struct buffer *buffer, const char *text) {
  fill_buffer(buffer, text);
}

NOINLINE static void request_init(struct request *request, struct buffer *body, unsigned number,
                                  const char *text) {
  request->number = number;
  request->body = body;
  buffer_init(body, text);
  request->fields = count_fields(body);
}

uint64_t kernel(uint64_t i) {
  struct buffer body;
  struct request request;
  request_init(&request, &body, (unsigned)i, bench_lines[i % BENCH_LINES]);
  return answer(&request);
}

#endif
