// Parts of a line are cut out as std::string and compared with names.
#include "bench.h"

#include <algorithm>
#include <cstring>
#include <string>

static size_t next_field(const char *line, size_t from) {
  return from + std::strcspn(line + from, ",");
}

#ifndef BY_HAND

static bool is_name(const char *begin, size_t length, const char *name) {
  std::string field(begin, length);
  return field == name;
}

#else

static bool is_name(const char *begin, size_t length, const char *name) {
  char buffer[256], *field = length < sizeof buffer ? buffer : new char[length + 1];
  std::memcpy(field, begin, length);
  field[length] = 0;
  // As std::string does: the common part first, then the lengths.
  size_t name_length = std::strlen(name), common = std::min(length, name_length);
  bool same = !std::memcmp(field, name, common) && length == name_length;
  if (field != buffer)
    delete[] field;
  return same;
}

#endif

uint64_t kernel(uint64_t i) {
  const char *line = bench_lines[i % BENCH_LINES], *name = bench_words[i % BENCH_WORDS];
  uint64_t found = 0;
  // Whole lines are fields, too: those are too long for the string's own buffer.
  found += is_name(line, std::strlen(line), name);
  for (size_t begin = 0, end; line[begin]; begin = end + (line[end] == ',')) {
    end = next_field(line, begin);
    found = found * 3 + is_name(line + begin, end - begin, name) + (end - begin);
  }
  return found;
}
