// RUN: %variants | FileCheck %s
// CHECK: allocations: {{.*}}, fewer
//
// Factories and their clean-up in C++: unique_ptr, exceptions from constructors, inline and virtual
// functions.
#include <cstdio>
#include <memory>
#include <stdexcept>
#include <utility>

#define NOINLINE __attribute__((noinline))

static int alive;

struct Widget {
  int value;
  std::unique_ptr<Widget> inner;
  explicit Widget(int v) : value(v) {
    if (v % 7 == 6)
      throw std::runtime_error("unlucky");
    alive++;
  }
  ~Widget() { alive--; }
};

NOINLINE static std::unique_ptr<Widget> make(int v) { return std::unique_ptr<Widget>(new Widget(v)); }

NOINLINE static std::unique_ptr<Widget> make_pair(int v) {
  auto w = make(v);
  w->inner = make(v + 1);
  return w;
}

NOINLINE static std::unique_ptr<Widget> make_even(int v) {
  if (v & 1)
    return nullptr;
  return std::make_unique<Widget>(v);
}

NOINLINE static int sum(const Widget *w) {
  int r = 0;
  for (; w; w = w->inner.get())
    r = r * 3 + w->value;
  return r;
}

NOINLINE static int once(int v) {
  try {
    auto w = make(v);
    return sum(w.get());
  } catch (const std::exception &) {
    return -1;
  }
}

NOINLINE static int nested(int v) {
  int r = 0;
  for (int i = 0; i < v; i++)
    try {
      auto w = make_pair(i);
      r = (r * 3 + sum(w.get())) % 65521;
    } catch (const std::exception &) {
      r += 5;
    }
  return r;
}

NOINLINE static int perhaps(int v) {
  int r = 0;
  for (int i = 0; i < v; i++)
    try {
      auto w = make_even(i);
      r = r * 3 + (w ? w->value : 1);
    } catch (const std::exception &e) {
      r += e.what()[0];
    }
  return r;
}

NOINLINE static int replaced(int v) {
  int r = 0;
  try {
    auto w = make(0);
    for (int i = 1; i < v; i++) {
      auto next = make(i);
      next->value += w->value;
      w = std::move(next);
      r = (r * 3 + w->value) % 65521;
    }
  } catch (const std::exception &) {
    r += 100000;
  }
  return r;
}

NOINLINE static std::unique_ptr<Widget> wrap(std::unique_ptr<Widget> inner, int v) {
  auto w = make(v);
  w->inner = std::move(inner);
  return w;
}

NOINLINE static int chain(int v) {
  std::unique_ptr<Widget> w;
  try {
    for (int i = 0; i < v; i++)
      w = wrap(std::move(w), i);
  } catch (const std::exception &) {
    return sum(w.get()) + 7;
  }
  return sum(w.get());
}

// The handler sees what was made before the exception.
NOINLINE static int before_exception(int v) {
  std::unique_ptr<Widget> last;
  int r = 0;
  for (int i = 0; i < v; i++) {
    try {
      auto w = make(i);
      last = std::move(w);
    } catch (const std::exception &) {
      r = r * 3 + (last ? last->value : -1);
    }
  }
  return r;
}

struct Shape {
  virtual ~Shape() = default;
  virtual int area() const = 0;
};
struct Square : Shape {
  int side;
  explicit Square(int s) : side(s) {}
  int area() const override { return side * side; }
};
struct Strip : Shape {
  int length;
  std::unique_ptr<int[]> cells;
  explicit Strip(int n) : length(n), cells(new int[4]) { cells[n & 3] = n; }
  int area() const override { return length + cells[length & 3]; }
};

NOINLINE static std::unique_ptr<Shape> make_shape(int v) {
  if (v & 1)
    return std::make_unique<Square>(v);
  return std::make_unique<Strip>(v);
}

NOINLINE static int shapes(int v) {
  int r = 0;
  for (int i = 0; i < v; i++)
    r = (r * 3 + make_shape(i)->area()) % 65521;
  return r;
}

// Out of line: destroyed by a function of its own.
struct Handle {
  int *data;
};
NOINLINE static Handle *handle_create(int v) {
  auto *h = new Handle;
  h->data = new int[8]();
  h->data[v & 7] = v;
  return h;
}
NOINLINE static void handle_destroy(Handle *h) {
  delete[] h->data;
  delete h;
}
NOINLINE static int handles(int v) {
  int r = 0;
  for (int i = 0; i < v; i++) {
    Handle *h = handle_create(i);
    r = r * 3 + h->data[i & 7] + h->data[(i + 1) & 7];
    handle_destroy(h);
  }
  return r;
}

template <class T> struct Box {
  T *item;
  NOINLINE explicit Box(const T &t) : item(new T(t)) {}
  NOINLINE ~Box() { delete item; }
  Box(const Box &) = delete;
  NOINLINE T get() const { return *item; }
};
NOINLINE static int boxes(int v) {
  int r = 0;
  for (int i = 0; i < v; i++) {
    Box<int> a(i);
    Box<long> b(i * 3L);
    r = r * 3 + a.get() + static_cast<int>(b.get());
  }
  return r;
}

int main() {
  for (int v = 1; v < 14; v += 4) {
    std::printf("%d %d %d %d", once(v), nested(v), perhaps(v), replaced(v));
    std::printf(" %d %d %d %d %d", chain(v), before_exception(v), shapes(v), handles(v), boxes(v));
    std::printf(" %d\n", alive);
  }
  std::printf("%d\n", once(6));
}
