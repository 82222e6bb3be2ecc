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

namespace {

// A string whose own buffer is larger.
class Text {
public:
  ~Text() {
    if (data != own)
      delete[] data;
  }
  void append(const char *text, size_t more) {
    if (length + more > capacity)
      grow(length + more);
    std::memcpy(data + length, text, more);
    length += more;
  }
  uint64_t hashed() const { return hash(data, length); }

private:
  void grow(size_t least) {
    capacity = least > 2 * capacity ? least : 2 * capacity;
    char *larger = new char[capacity];
    std::memcpy(larger, data, length);
    if (data != own)
      delete[] data;
    data = larger;
  }

  char own[256];
  char *data = own;
  size_t length = 0, capacity = sizeof own;
};

} // namespace

uint64_t kernel(uint64_t i) {
  const char *folder = bench_folders[i % BENCH_FOLDERS], *word = bench_words[i % BENCH_WORDS];
  Text key;
  key.append(folder, std::strlen(folder));
  key.append(":", 1);
  key.append(word, std::strlen(word));
  return key.hashed();
}

#endif
