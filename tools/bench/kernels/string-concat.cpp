// A key is put together from parts as std::string, and hashed.
#include "bench.h"

#include <cstdlib>
#include <cstring>
#include <string>

static uint64_t hash(const char *text, size_t length) {
  uint64_t sum = length;
  for (size_t k = 0; k < length; k++)
    sum = (sum ^ static_cast<unsigned char>(text[k])) * 1099511628211u;
  return sum;
}

#ifndef BY_HAND

uint64_t kernel(uint64_t i) {
  std::string key(bench_folders[i % BENCH_FOLDERS]);
  key += ':';
  key += bench_words[i % BENCH_WORDS];
  return hash(key.data(), key.size());
}

#else

uint64_t kernel(uint64_t i) {
  const char *folder = bench_folders[i % BENCH_FOLDERS], *word = bench_words[i % BENCH_WORDS];
  size_t folder_length = std::strlen(folder), word_length = std::strlen(word);
  size_t length = folder_length + 1 + word_length;
  char buffer[256], *key = length < sizeof buffer ? buffer : new char[length + 1];
  std::memcpy(key, folder, folder_length);
  key[folder_length] = ':';
  std::memcpy(key + folder_length + 1, word, word_length + 1);
  uint64_t result = hash(key, length);
  if (key != buffer)
    delete[] key;
  return result;
}

#endif
