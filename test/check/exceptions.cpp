// Exceptions leave activations with and without cleanups; objects of C++ in checked mode.
//
// RUN: %checkedxx %s -o %t && %t | FileCheck %s
// RUN: env STACKBOUND_CHECK=protect %t | FileCheck %s
// CHECK: 50000 150000 9
// CHECK-NEXT: memory is bounded
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

struct Point {
  int x, y;
};

__attribute__((noinline)) static void fill(Point *p, int i) { *p = {i, i}; }

__attribute__((noinline)) static int thrower(int i) {
  Point *p = new Point;
  fill(p, i);
  if (p->x % 2)
    throw p->y; // p is never deleted then
  delete p;
  return 1;
}

__attribute__((noinline)) static int cleaner(int i) {
  std::unique_ptr<Point> p(new Point);
  fill(p.get(), i);
  return thrower(p->x);
}

__attribute__((noinline)) static int sizes(int n) {
  std::vector<int> v(static_cast<size_t>(n));
  v[0] = n;
  return v[0];
}

/* Not getrusage: its maximum is that of what ran before exec, too. */
static long resident_pages() {
  long size, resident = -1;
  std::FILE *file = std::fopen("/proc/self/statm", "r");
  if (!file || std::fscanf(file, "%ld %ld", &size, &resident) != 2)
    resident = 1L << 30;
  if (file)
    std::fclose(file);
  return resident;
}

int main() {
  int returned = 0, caught = 0;
  for (int i = 0; i < 100000; ++i) {
    try {
      returned += cleaner(i);
    } catch (int) {
      caught += 3;
    }
  }
  std::printf("%d %d %d\n", returned, caught, sizes(9));
  std::printf("%s\n", resident_pages() < 4096 ? "memory is bounded" : "too much memory");
}
