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

// std::string, with room on the stack for what it grows into.
class Text {
public:
  explicit Text(const char *text) : length(std::strlen(text)) {
    if (length > capacity) {
      data = take(length);
      capacity = length;
    }
    std::memcpy(data, text, length);
  }
  ~Text() { give(data); }
  void append(const char *text, size_t more) {
    if (length + more > capacity)
      grow(length + more);
    std::memcpy(data + length, text, more);
    length += more;
  }
  uint64_t hashed() const { return hash(data, length); }

private:
  static constexpr unsigned rooms = 3;

  char *take(size_t size) {
    if (size < sizeof room[0] && used < rooms)
      return room[used++];
    return new char[size];
  }
  void give(char *memory) {
    for (char *mine : {own, room[0], room[1], room[2]})
      if (memory == mine)
        return;
    delete[] memory;
  }
  void grow(size_t least) {
    size_t larger = least > 2 * capacity ? least : 2 * capacity;
    char *moved = take(larger);
    std::memcpy(moved, data, length);
    give(data);
    data = moved;
    capacity = larger;
  }

  char own[16];
  char room[rooms][256];
  unsigned used = 0;
  char *data = own;
  size_t length, capacity = sizeof own - 1;
};

} // namespace

uint64_t kernel(uint64_t i) {
  const char *folder = bench_folders[i % BENCH_FOLDERS], *word = bench_words[i % BENCH_WORDS];
  Text key(folder);
  key.append(":", 1);
  key.append(word, std::strlen(word));
  return key.hashed();
}

#endif
