#include "request.h"

#include <stdlib.h>
#include <string.h>

static const char *copy_word(char *to, size_t room, const char *from) {
  size_t n = strcspn(from, " ");
  if (n >= room)
    return NULL;
  memcpy(to, from, n);
  to[n] = '\0';
  return from + n + strspn(from + n, " ");
}

void request_free(struct request *r) {
  if (!r)
    return;
  free(r->path);
  free(r);
}

static struct request *fail(struct request *r) {
  request_free(r);
  return NULL;
}

struct request *request_new(const char *line) {
  struct request *r = malloc(sizeof *r);
  if (!r)
    return NULL;
  r->path = NULL;
  const char *path = copy_word(r->method, sizeof r->method, line);
  if (!path)
    return fail(r);
  size_t length = strcspn(path, " ");
  if (!length)
    return fail(r);
  r->path = malloc(length + 1);
  if (!r->path)
    return fail(r);
  memcpy(r->path, path, length);
  r->path[length] = '\0';
  char *rest;
  r->status = (int)strtol(path + length, &rest, 10);
  r->bytes = strtol(rest, NULL, 10);
  return r;
}
