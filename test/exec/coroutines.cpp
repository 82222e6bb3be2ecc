// RUN: %variants -std=c++20 | FileCheck %s
// CHECK: allocations:
//
// Coroutines: the frame that operator new makes outlives the function that makes it, unless LLVM
// itself says otherwise; objects that live across a suspension stay where they are.
#include <coroutine>
#include <cstdio>
#include <exception>
#include <memory>
#include <utility>

struct Generator {
  struct promise_type {
    int value = 0;
    Generator get_return_object() {
      return Generator(std::coroutine_handle<promise_type>::from_promise(*this));
    }
    std::suspend_always initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    std::suspend_always yield_value(int v) noexcept {
      value = v;
      return {};
    }
    void return_void() {}
    void unhandled_exception() { std::terminate(); }
  };
  std::coroutine_handle<promise_type> handle;
  explicit Generator(std::coroutine_handle<promise_type> h) : handle(h) {}
  Generator(Generator &&other) noexcept : handle(std::exchange(other.handle, {})) {}
  ~Generator() {
    if (handle)
      handle.destroy();
  }
  bool next() {
    handle.resume();
    return !handle.done();
  }
  int value() const { return handle.promise().value; }
};

static Generator squares(int n) {
  auto table = std::make_unique<int[]>(4);
  for (int i = 0; i < n; i++) {
    table[i % 4] += i * i;
    co_yield table[(i + 1) % 4] + i;
  }
}

static Generator doubled(Generator inner) {
  int *last = new int(1);
  while (inner.next()) {
    co_yield inner.value() * 2 + *last;
    *last = inner.value();
  }
  delete last;
}

__attribute__((noinline)) static void clobber() {
  volatile char stack[4096];
  for (unsigned i = 0; i < sizeof stack; i++)
    stack[i] = 0x55;
}

__attribute__((noinline)) static Generator make(int n) { return doubled(squares(n)); }

__attribute__((noinline)) static int local(int n) {
  Generator g = squares(n);
  int r = 0;
  while (g.next())
    r = (r * 3 + g.value()) % 65521;
  return r;
}

int main() {
  for (int i = 0; i < 8; i++) {
    Generator g = make(i * 2);
    int r = 0;
    while (g.next()) {
      clobber();
      r = (r * 3 + g.value()) % 65521;
    }
    std::printf("%d %d\n", r, local(i * 3));
  }
}
