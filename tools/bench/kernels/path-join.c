// A directory and a file name are joined, and the path is looked up.
#include "bench.h"

#include <stdlib.h>
#include <string.h>

static uint64_t look_up(const char *path) {
  uint64_t hash = 14695981039346656037u;
  for (; *path; path++)
    hash = (hash ^ (unsigned char)*path) * 1099511628211u;
  return hash;
}

#ifndef BY_HAND

static char *path_join(const char *folder, const char *name) {
  size_t folder_length = strlen(folder), name_length = strlen(name);
  char *path = malloc(folder_length + name_length + 2);
  if (!path)
    return NULL;
  memcpy(path, folder, folder_length);
  path[folder_length] = '/';
  memcpy(path + folder_length + 1, name, name_length + 1);
  return path;
}

uint64_t kernel(uint64_t i) {
  char *path = path_join(bench_folders[i % BENCH_FOLDERS], bench_words[i % BENCH_WORDS]);
  if (!path)
    return 0;
  uint64_t found = look_up(path);
  free(path);
  return found;
}

#else

uint64_t kernel(uint64_t i) {
  const char *folder = bench_folders[i % BENCH_FOLDERS], *name = bench_words[i % BENCH_WORDS];
  size_t folder_length = strlen(folder), name_length = strlen(name);
  char buffer[256], *path = buffer;
  if (folder_length + name_length + 2 > sizeof buffer &&
      !(path = malloc(folder_length + name_length + 2)))
    return 0;
  memcpy(path, folder, folder_length);
  path[folder_length] = '/';
  memcpy(path + folder_length + 1, name, name_length + 1);
  uint64_t found = look_up(path);
  if (path != buffer)
    free(path);
  return found;
}

#endif
