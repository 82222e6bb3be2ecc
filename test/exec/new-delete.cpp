// RUN: %variants | FileCheck %s
// CHECK: allocations: {{.*}}, fewer
//
// operator new and delete in all replaceable forms: single, array, nothrow, aligned, sized.
#include <cstdint>
#include <cstdio>
#include <new>

struct Point {
  int x, y;
};
struct alignas(64) Line {
  int values[16];
};
struct Counted {
  static int alive;
  int value;
  explicit Counted(int v) : value(v) { alive++; }
  ~Counted() { alive--; }
};
int Counted::alive = 0;

template <class T> __attribute__((noinline)) static int touch(T *p) {
  unsigned char *bytes = reinterpret_cast<unsigned char *>(p);
  int sum = 0;
  for (unsigned i = 0; i < sizeof(T); i++)
    sum += bytes[i] * (int)(i + 1);
  return sum;
}

__attribute__((noinline)) static int single(int n) {
  Point *p = new Point{n, n * 2};
  int r = touch(p);
  delete p;
  return r;
}

__attribute__((noinline)) static int array(int n) {
  Point *p = new Point[5]();
  p[n % 5].x = n;
  int r = 0;
  for (int i = 0; i < 5; i++)
    r += touch(&p[i]) * (i + 1);
  delete[] p;
  return r;
}

__attribute__((noinline)) static int with_cookie(int n) {
  Counted *p = static_cast<Counted *>(nullptr);
  p = new Counted[3]{Counted(n), Counted(n + 1), Counted(n + 2)};
  int r = touch(&p[1]) + Counted::alive * 1000;
  delete[] p;
  return r;
}

__attribute__((noinline)) static int nothrow(int n) {
  Point *p = new (std::nothrow) Point;
  if (!p)
    return -1;
  p->x = n;
  p->y = 1;
  int r = touch(p);
  delete p;
  return r;
}

__attribute__((noinline)) static int aligned(int n) {
  Line *p = new Line;
  int misaligned = reinterpret_cast<std::uintptr_t>(p) % 64 != 0;
  for (int i = 0; i < 16; i++)
    p->values[i] = n + i;
  int r = touch(p) + misaligned * 10000000;
  delete p;
  return r;
}

__attribute__((noinline)) static int aligned_array(int n) {
  Line *p = new Line[2]();
  p[1].values[n % 16] = n;
  int r = touch(&p[0]) + touch(&p[1]) * 3;
  delete[] p;
  return r;
}

__attribute__((noinline)) static int counted(int n) {
  Counted *p = new Counted(n);
  int r = touch(p) * 10 + Counted::alive;
  delete p;
  return r * 10 + Counted::alive;
}

/* Direct calls of the functions are no new-expressions. */
__attribute__((noinline)) static int direct(int n) {
  void *memory = ::operator new(16);
  Point *p = new (memory) Point{n, n};
  int r = touch(p);
  ::operator delete(memory);
  return r;
}

int main() {
  long total = 0;
  for (int i = 0; i < 40; i++) {
    total = (total * 3 + single(i) + array(i) + with_cookie(i) + nothrow(i)) % 1000003;
    total = (total * 3 + aligned(i) + aligned_array(i) + counted(i) + direct(i)) % 1000003;
  }
  std::printf("%ld %d\n", total, Counted::alive);
}
