// RUN: %variants -std=c++20 | FileCheck %s
// CHECK: allocations: {{.*}}, fewer
//
// Strings of run-time size that live in one function: made in every way, read, changed and grown; short
// ones that need no allocation, middle ones, and ones that are too long for a slot.
#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#define NOINLINE __attribute__((noinline))

NOINLINE static unsigned hash(const char *p, std::size_t n) {
  unsigned h = 7;
  for (std::size_t i = 0; i < n; i++)
    h = h * 31 + (unsigned char)p[i];
  return h;
}
static unsigned hash(const std::string &s) { return hash(s.data(), s.size()); }
/* By pointers, not by indices. */
static unsigned each(const std::string &s) {
  unsigned h = 7;
  for (char c : s)
    h = h * 5 + (unsigned char)c;
  return h;
}
NOINLINE static unsigned from_chars(const char *s) {
  std::string t(s);
  if (!t.empty())
    t[t.size() / 2] ^= 1;
  return hash(t);
}
NOINLINE static unsigned from_view(std::string_view s) {
  std::string t(s);
  std::reverse(t.begin(), t.end());
  return hash(t) + each(t);
}
NOINLINE static unsigned filled(std::size_t n) {
  std::string t(n, 'x');
  return each(t);
}
NOINLINE static unsigned part(const std::string &s, std::size_t n) {
  std::string t = s.substr(n / 2, n);
  return each(t);
}
NOINLINE static unsigned joined(const std::string &a, const std::string &b) {
  std::string t = a + "/" + b;
  return hash(t);
}
NOINLINE static unsigned appended(const std::string &a, const std::string &b) {
  std::string t;
  t.reserve(a.size() + b.size() + 1);
  t += a;
  t += '/';
  t.append(b, 0, 5);
  return hash(t);
}
NOINLINE static unsigned grown(std::size_t n) {
  std::string t;
  for (std::size_t i = 0; i < n; i++)
    t.push_back((char)('a' + i % 26));
  return hash(t);
}
NOINLINE static unsigned moved(const std::string &s) {
  std::string t(s), u(std::move(t)), v;
  v = std::move(u);
  u = "again";
  return hash(v) + hash(u) + (unsigned)t.size();
}
NOINLINE static unsigned number(int n) { return hash(std::to_string(n) + "!"); }
NOINLINE static unsigned stream(int n) {
  std::ostringstream o;
  o << n << " and " << n * 2;
  return hash(o.str());
}
NOINLINE static unsigned nested(std::size_t n) {
  std::vector<std::string> v;
  for (std::size_t i = 0; i < n % 9; i++)
    v.emplace_back(i * 7, (char)('a' + i));
  unsigned h = 1;
  for (const std::string &s : v)
    h = h * 31 + hash(s);
  return h;
}
int main() {
  const std::size_t sizes[] = {0, 1, 5, 15, 16, 17, 40, 63, 64, 65, 254, 255, 256, 257, 700};
  for (std::size_t n : sizes) {
    std::string a(n, 'a'), b = "another";
    for (std::size_t i = 0; i < n; i++)
      a[i] = (char)('a' + i % 25);
    std::printf("%u %u %u %u %u ", from_chars(a.c_str()), from_view(a), filled(n), part(a, n), joined(a, b));
    std::printf("%u %u %u %u ", appended(a, b), grown(n), moved(a), number((int)n * 1000));
    std::printf("%u %u\n", stream((int)n), nested(n));
  }
}
