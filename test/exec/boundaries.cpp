// RUN: %variants -heap-to-stack-recursive-budget=4096 | FileCheck %s
// CHECK: allocations: {{.*}}, fewer
//
// new[] and its forms at the sizes where something changes; see boundaries.c and huge-new.cpp.
#include <cstdint>
#include <cstdio>
#include <memory>
#include <new>

static const std::size_t sizes[] = {0, 1, 8, 255, 256, 257, 4000};

__attribute__((noinline)) static unsigned use(unsigned char *p, std::size_t n) {
  unsigned h = 7;
  if (!p)
    return 1;
  for (std::size_t i = 0; i < n; i++)
    p[i] = static_cast<unsigned char>(i * 5 + n);
  for (std::size_t i = n; i-- > 0;)
    h = h * 31 + p[i];
  return h;
}

__attribute__((noinline)) static unsigned array(std::size_t n) {
  unsigned char *p = new unsigned char[n];
  unsigned h = use(p, n);
  delete[] p;
  return h;
}

__attribute__((noinline)) static unsigned zeroed(std::size_t n) {
  unsigned char *p = new unsigned char[n]();
  unsigned h = 0;
  for (std::size_t i = 0; i < n; i++)
    h += p[i];
  h = h * 1000 + use(p, n);
  delete[] p;
  return h;
}

__attribute__((noinline)) static unsigned nothrow(std::size_t n) {
  unsigned char *p = new (std::nothrow) unsigned char[n];
  unsigned h = use(p, n);
  delete[] p;
  return h;
}

struct alignas(64) Line {
  unsigned char bytes[64];
};

__attribute__((noinline)) static unsigned aligned(std::size_t n) {
  Line *p = new Line[n / 64];
  unsigned h = use(reinterpret_cast<unsigned char *>(p), n / 64 * 64) + reinterpret_cast<std::uintptr_t>(p) % 64 * 1000;
  delete[] p;
  return h;
}

__attribute__((noinline)) static unsigned aligned_nothrow(std::size_t n) {
  Line *p = new (std::nothrow) Line[n / 64];
  unsigned h = use(reinterpret_cast<unsigned char *>(p), p ? n / 64 * 64 : 0);
  delete[] p;
  return h;
}

/* The array's length is kept in front of it. */
struct Counted {
  unsigned char value;
  ~Counted() { destroyed += value; }
  static unsigned destroyed;
};
unsigned Counted::destroyed = 0;

__attribute__((noinline)) static unsigned with_cookie(std::size_t n) {
  Counted *p = new Counted[n];
  unsigned h = use(&p->value, n);
  delete[] p;
  return h + Counted::destroyed;
}

__attribute__((noinline)) static unsigned owned(std::size_t n) {
  auto p = std::make_unique<unsigned char[]>(n);
  return use(p.get(), n);
}

__attribute__((noinline)) static unsigned in_a_loop(std::size_t step) {
  unsigned h = 1;
  for (std::size_t n = 0; n < 700; n += step) {
    unsigned char *p = new unsigned char[n];
    h = h * 31 + use(p, n);
    delete[] p;
  }
  return h;
}

__attribute__((noinline)) static unsigned kept_for_a_round(std::size_t step) {
  unsigned h = 1;
  std::unique_ptr<unsigned char[]> prev;
  for (std::size_t n = 1; n < 700; n += step) {
    std::unique_ptr<unsigned char[]> p(new unsigned char[n]);
    h = h * 31 + use(p.get(), n);
    if (prev)
      h = h * 31 + prev[0];
    prev = std::move(p);
  }
  return h;
}

__attribute__((noinline)) static unsigned in_recursion(int depth, std::size_t n) {
  unsigned char *p = new unsigned char[n];
  unsigned h = use(p, n);
  if (depth)
    h = h * 31 + in_recursion(depth - 1, n / 2 + static_cast<std::size_t>(depth));
  if (n)
    h = h * 31 + p[n - 1];
  delete[] p;
  return h;
}

int main() {
  for (std::size_t n : sizes) {
    std::printf("%u %u %u %u %u", array(n), zeroed(n), nothrow(n), aligned(n), aligned_nothrow(n));
    std::printf(" %u %u %u\n", with_cookie(n), owned(n), in_recursion(5, n));
  }
  std::printf("%u %u\n", nothrow(SIZE_MAX / 2), nothrow(SIZE_MAX));
  std::printf("%u %u %u %u\n", in_a_loop(1), in_a_loop(83), kept_for_a_round(1), kept_for_a_round(64));
}
