// RUN: %variants | FileCheck %s
// CHECK: allocations: {{.*}}, fewer
//
// Vectors and arrays of run-time size that live in one function: made in every way, grown, shrunk,
// exchanged, and left by an exception.
#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <memory>
#include <numeric>
#include <string>
#include <vector>

#define NOINLINE __attribute__((noinline))

NOINLINE static unsigned hash(const int *p, std::size_t n) {
  unsigned h = 7;
  for (std::size_t i = 0; i < n; i++)
    h = h * 31 + (unsigned)p[i];
  return h;
}

NOINLINE static unsigned vector_filled(std::size_t n) {
  std::vector<int> v(n, 3);
  if (n)
    v[n / 2] = 1;
  return hash(v.data(), n);
}
NOINLINE static unsigned vector_copied(const std::vector<int> &o) {
  std::vector<int> v(o);
  std::reverse(v.begin(), v.end());
  return hash(v.data(), v.size());
}
NOINLINE static unsigned vector_reserved(std::size_t n) {
  std::vector<int> v;
  v.reserve(n);
  for (std::size_t i = 0; i < n; i++)
    v.push_back((int)i);
  return hash(v.data(), n);
}
NOINLINE static unsigned vector_grown(std::size_t n) {
  std::vector<int> v;
  for (std::size_t i = 0; i < n; i++)
    v.push_back((int)(i * i));
  return hash(v.data(), n);
}
NOINLINE static unsigned vector_inserted(std::size_t n) {
  std::vector<int> v;
  for (std::size_t i = 0; i < n; i++)
    v.insert(v.begin() + (std::ptrdiff_t)(i / 2), (int)i);
  while (v.size() > 3)
    v.erase(v.begin() + 1);
  v.shrink_to_fit();
  return hash(v.data(), v.size());
}
NOINLINE static unsigned vector_sorted(const std::vector<int> &o) {
  std::vector<int> v(o.rbegin(), o.rend());
  std::sort(v.begin(), v.end());
  return hash(v.data(), v.size());
}
NOINLINE static unsigned two_vectors(std::size_t n) {
  std::vector<int> a, b;
  for (std::size_t i = 0; i < n; i++) {
    (i % 3 ? a : b).push_back((int)i);
    if (i % 5 == 0)
      a.swap(b);
  }
  return hash(a.data(), a.size()) * 3 + hash(b.data(), b.size());
}
NOINLINE static unsigned owned(std::size_t n) {
  auto p = std::make_unique<int[]>(n + 1);
  p[n / 2] = 1;
  return hash(p.get(), n + 1);
}
/* Leaves by an exception with objects in hand. */
NOINLINE static unsigned thrown(std::size_t n) {
  try {
    std::vector<int> v(n, 1);
    std::string s(n, 's');
    return (unsigned)v.at(20) + (unsigned)s.at(20);
  } catch (const std::exception &) {
    return 5;
  }
}

int main() {
  const std::size_t sizes[] = {0, 1, 5, 15, 16, 17, 40, 63, 64, 65, 255, 256, 257, 700};
  for (std::size_t n : sizes) {
    std::vector<int> numbers(n);
    std::iota(numbers.begin(), numbers.end(), 1);
    std::printf("%u %u %u %u ", vector_filled(n), vector_copied(numbers), vector_reserved(n), vector_grown(n));
    std::printf("%u %u %u ", vector_inserted(n), vector_sorted(numbers), two_vectors(n));
    std::printf("%u %u\n", owned(n), thrown(n));
  }
}
