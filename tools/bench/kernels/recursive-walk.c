// A tree of folders is walked; each level puts its path together.
#include "bench.h"

#include <stdlib.h>
#include <string.h>

struct folder {
  const char *name;
  const struct folder *children[3];
};

static const struct folder leaves[] = {
    {"tools", {0}}, {"manual", {0}}, {"a", {0}}, {"headers", {0}}};
static const struct folder middle[] = {{"source", {&leaves[0], &leaves[3]}},
                                       {"docs", {&leaves[1], &leaves[2]}}};
static const struct folder root = {"project", {&middle[0], &middle[1]}};

static uint64_t visit(const char *path) {
  uint64_t sum = 0;
  for (; *path; path++)
    sum = sum * 31 + (unsigned char)*path;
  return sum;
}

static uint64_t walk(const char *parent, const struct folder *folder) {
  size_t parent_length = strlen(parent), name_length = strlen(folder->name);
  size_t size = parent_length + name_length + 2;
#ifndef BY_HAND
  char *path = malloc(size);
  if (!path)
    return 0;
#else
  char buffer[128], *path = buffer;
  if (size > sizeof buffer && !(path = malloc(size)))
    return 0;
#endif
  memcpy(path, parent, parent_length);
  path[parent_length] = '/';
  memcpy(path + parent_length + 1, folder->name, name_length + 1);
  uint64_t sum = visit(path);
  for (size_t k = 0; k < 3 && folder->children[k]; k++)
    sum = sum * 3 + walk(path, folder->children[k]);
#ifdef BY_HAND
  if (path != buffer)
#endif
    free(path);
  return sum;
}

uint64_t kernel(uint64_t i) { return walk(bench_folders[i % BENCH_FOLDERS], &root); }
