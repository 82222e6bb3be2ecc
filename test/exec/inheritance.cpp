// RUN: %variants | FileCheck %s
// CHECK: allocations: {{.*}}, fewer
//
// Objects with vtables, members that own members, lambdas that capture pointers, placement,
// polymorphic deletes through a base, exceptions in constructors of owned objects.
#include <cstdio>
#include <memory>
#include <utility>

static int destroyed;

struct Base {
  int id;
  explicit Base(int n) : id(n) {}
  virtual ~Base() { destroyed = destroyed * 3 % 65521 + id; }
  virtual int value() const { return id; }
};
struct Derived : Base {
  int *owned;
  explicit Derived(int n) : Base(n), owned(new int(n * 3)) {}
  ~Derived() override { delete owned; }
  int value() const override { return *owned + id; }
};
struct Second {
  int pad = 9;
  virtual ~Second() { destroyed++; }
};
struct Multiple : Derived, Second {
  explicit Multiple(int n) : Derived(n) { pad += n; }
};

__attribute__((noinline)) static int call(const Base &b) { return b.value() * 2; }

__attribute__((noinline)) static int owner(int n) {
  Derived *d = new Derived(n);
  int r = call(*d) + d->value();
  delete d;
  return r;
}

__attribute__((noinline)) static int through_second_base(int n) {
  Second *s = new Multiple(n);
  int r = s->pad;
  delete s;
  return r;
}

template <class F> __attribute__((noinline)) static int twice(const F &f) { return f(1) + f(2); }

__attribute__((noinline)) static int captured(int n) {
  int *p = new int[3]{n, n + 1, n + 2};
  auto f = [p, n](int i) { return p[i] * n; };
  int r = twice(f);
  p[1] = 100;
  r += twice([&](int i) { return p[i] - n; });
  delete[] p;
  return r;
}

struct Node {
  int value;
  std::unique_ptr<Node> next;
  Node(int v, std::unique_ptr<Node> n) : value(v), next(std::move(n)) {}
};

__attribute__((noinline)) static int chain(int n) {
  auto c = std::make_unique<Node>(3, nullptr);
  auto b = std::make_unique<Node>(2, std::move(c));
  auto a = std::make_unique<Node>(n, std::move(b));
  int r = 0;
  for (Node *p = a.get(); p; p = p->next.get())
    r = r * 10 + p->value;
  return r;
}

struct Bomb {
  int *first;
  std::unique_ptr<int> second;
  explicit Bomb(int n) : first(nullptr), second(new int(n)) {
    first = new int(n + 1);
    if (n % 4 == 0) {
      delete first;
      throw *second;
    }
  }
  ~Bomb() { delete first; }
};

__attribute__((noinline)) static int bomb(int n) {
  try {
    auto b = std::make_unique<Bomb>(n);
    return *b->first + *b->second;
  } catch (int v) {
    return -v;
  }
}

int main() {
  for (int i = 0; i < 9; i++)
    std::printf("%d %d %d %d %d %d\n", owner(i), through_second_base(i), captured(i), chain(i),
                bomb(i), destroyed);
}
