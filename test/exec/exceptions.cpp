// RUN: %variants | FileCheck %s
// CHECK: allocations: {{.*}}, fewer
//
// invoke of the allocator and of callees that throw past the frame; destructors free what was made.
#include <cstdio>
#include <stdexcept>
#include <string>

static int log_value;
struct Guard {
  int *p;
  explicit Guard(int *q) : p(q) {}
  ~Guard() {
    log_value = log_value * 3 + *p;
    delete p;
  }
};

__attribute__((noinline)) static int risky(const int *p, int n) {
  if (n % 3 == 1)
    throw *p;
  if (n % 3 == 2)
    throw std::runtime_error("two");
  return *p + 1;
}

__attribute__((noinline)) static int guarded(int n) {
  Guard g(new int(n));
  return risky(g.p, n) * 2;
}

__attribute__((noinline)) static int leaked(int n) {
  int *p = new int(n * 5);
  int r = risky(p, n);
  delete p;
  return r;
}

__attribute__((noinline)) static int caught_here(int n) {
  int *p = new int[4]();
  p[n % 4] = n;
  int r = 0;
  try {
    p[3] += 2;
    r = risky(p + n % 4, n);
    p[2] = 9;
  } catch (int v) {
    r = v * 10 + p[2];
  } catch (...) {
    r = -1 - p[3];
  }
  r += p[0] + p[1] * 2 + p[2] * 3 + p[3] * 4;
  delete[] p;
  return r;
}

/* A pointer that is thrown leaves the function. */
__attribute__((noinline)) static void thrown(int n) {
  int *p = new int(n);
  throw p;
}

/* The allocation is inside the try block: invoke. */
struct Throwing {
  int value;
  explicit Throwing(int n) : value(n) {
    if (n % 5 == 4)
      throw n;
  }
};
__attribute__((noinline)) static int constructed(int n) {
  try {
    Throwing *t = new Throwing(n);
    int r = risky(&t->value, n - n % 3);
    delete t;
    return r;
  } catch (int v) {
    return -v;
  }
}

__attribute__((noinline)) static void clobber() {
  volatile char stack[4096];
  for (unsigned i = 0; i < sizeof stack; i++)
    stack[i] = 0x55;
}

template <class F> static int attempt(F f, int n) {
  try {
    return f(n);
  } catch (int v) {
    return 1000 + v;
  } catch (const std::exception &e) {
    return 2000 + e.what()[0];
  }
}

int main() {
  long total = 0;
  for (int i = 0; i < 60; i++) {
    total = (total * 3 + attempt(guarded, i) + attempt(leaked, i)) % 1000003;
    total = (total * 3 + caught_here(i) + constructed(i)) % 1000003;
    try {
      thrown(i);
    } catch (int *p) {
      clobber();
      total += *p;
      delete p;
    }
    log_value %= 1000003;
  }
  std::printf("%ld %d\n", total, log_value);
}
