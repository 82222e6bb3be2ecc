// RUN: %variants | FileCheck %s
// CHECK: allocations: {{.*}}, fewer
//
// unique_ptr: destroyed at the end, released, moved, reset, kept, returned.
#include <cstdio>
#include <memory>
#include <utility>
#include <vector>

struct Shape {
  virtual ~Shape() = default;
  virtual int area() const = 0;
};
struct Square : Shape {
  int side;
  explicit Square(int s) : side(s) {}
  int area() const override { return side * side; }
};
struct Box : Shape {
  int a, b;
  Box(int x, int y) : a(x), b(y) {}
  int area() const override { return a * b; }
};

static std::vector<std::unique_ptr<Shape>> kept;

__attribute__((noinline)) static int look(const int *p) { return *p * 3 + p[1]; }

__attribute__((noinline)) static int scoped(int n) {
  auto p = std::make_unique<int[]>(4);
  p[0] = n;
  p[1] = n + 1;
  return look(p.get());
}

__attribute__((noinline)) static int dispatched(int n) {
  std::unique_ptr<Shape> p;
  if (n & 1)
    p = std::make_unique<Square>(n);
  else
    p = std::make_unique<Box>(n, n + 1);
  return p->area();
}

__attribute__((noinline)) static int moved(int n) {
  std::unique_ptr<Square> p(new Square(n));
  std::unique_ptr<Square> q = std::move(p);
  int r = q->area() + (p == nullptr);
  q.reset(new Square(n + 1));
  return r + q->area();
}

__attribute__((noinline)) static void stored(int n) {
  auto p = std::make_unique<Box>(n, 2);
  kept.push_back(std::move(p));
}

__attribute__((noinline)) static Shape *released(int n) {
  auto p = std::make_unique<Square>(n);
  p->side++;
  return p.release();
}

__attribute__((noinline)) static std::unique_ptr<Shape> returned(int n) {
  return std::make_unique<Box>(n, n);
}

int main() {
  long total = 0;
  for (int i = 0; i < 40; i++) {
    total = (total * 3 + scoped(i) + dispatched(i) + moved(i)) % 1000003;
    stored(i);
    std::unique_ptr<Shape> p(released(i)), q = returned(i);
    total += p->area() + q->area();
  }
  for (auto &shape : kept)
    total += shape->area();
  std::printf("%ld\n", total);
}
