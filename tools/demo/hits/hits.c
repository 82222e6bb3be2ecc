#include "request.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BUCKETS = 4096 };

/* Requests and bytes by method and path; paths with the same hash are counted together. */
static struct {
  long requests, bytes;
} table[BUCKETS];
static int verbose;

static unsigned hash(const char *text) {
  unsigned h = 2166136261u;
  for (; *text; text++)
    h = (h ^ (unsigned char)*text) * 16777619u;
  return h % BUCKETS;
}

static void count(const char *line) {
  struct request *r = request_new(line);
  if (!r)
    return;
  if (verbose)
    fprintf(stderr, "request %p: %s\n", (void *)r, r->path);
  size_t length = strlen(r->method) + strlen(r->path) + 2;
  char *key = malloc(length);
  if (key) {
    snprintf(key, length, "%s %s", r->method, r->path);
    unsigned bucket = hash(key);
    table[bucket].requests++;
    table[bucket].bytes += r->bytes;
    free(key);
  }
  request_free(r);
}

int main(int argc, char **argv) {
  verbose = argc > 1 && strcmp(argv[1], "-v") == 0;
  char line[1024];
  while (fgets(line, sizeof line, stdin))
    count(line);
  long used = 0, requests = 0, bytes = 0;
  for (int i = 0; i < BUCKETS; i++) {
    used += table[i].requests != 0;
    requests += table[i].requests;
    bytes += table[i].bytes;
  }
  printf("%ld requests of %ld kinds, %ld bytes\n", requests, used, bytes);
}
