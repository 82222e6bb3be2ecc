// A factory function that is not inlined returns a std::unique_ptr to one of its class.
#include "bench.h"

#include <cstring>
#include <memory>

namespace {

class Reader {
public:
  explicit Reader(const char *text) : position(text), end(text + std::strlen(text)) {}
  bool next(uint64_t &number) {
    if (position >= end)
      return false;
    number = 0;
    for (; position < end && *position != ','; position++)
      number = number * 10 + static_cast<unsigned char>(*position);
    position++;
    fields++;
    return true;
  }
  unsigned count() const { return fields; }

private:
  const char *position, *end;
  unsigned fields = 0;
};

uint64_t read_all(Reader &reader) {
  uint64_t sum = 0, number;
  while (reader.next(number))
    sum = sum * 3 + number;
  return sum + reader.count();
}

#ifndef BY_HAND
__attribute__((noinline)) std::unique_ptr<Reader> make_reader(const char *text) {
  if (!*text)
    return nullptr;
  return std::make_unique<Reader>(text);
}
#else
__attribute__((noinline)) bool open_reader(Reader *reader, const char *text) {
  if (!*text)
    return false;
  new (reader) Reader(text);
  return true;
}
#endif

} // namespace

uint64_t kernel(uint64_t i) {
  const char *text = bench_lines[i % BENCH_LINES];
#ifndef BY_HAND
  auto reader = make_reader(text);
  return reader ? read_all(*reader) : 0;
#else
  alignas(Reader) unsigned char room[sizeof(Reader)];
  auto *reader = reinterpret_cast<Reader *>(room);
  return open_reader(reader, text) ? read_all(*reader) : 0;
#endif
}
