// RUN: %clangxx -O1 -fpass-plugin=%plugin %s -o %t
// RUN: %t | FileCheck %s
// RUN: %clangxx -O3 -fpass-plugin=%plugin %s -o %t
// RUN: %t | FileCheck %s
//
// Array sizes that cannot be: they still throw. (Not under AddressSanitizer, which stops the program.)
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <new>

static volatile std::size_t hide;

__attribute__((noinline)) static int sum(const int *p, std::size_t n) { return p[n / 2] + p[0]; }

__attribute__((noinline)) static int numbers(std::size_t n) {
  try {
    int *p = new int[n];
    p[0] = p[n / 2] = 1;
    int r = sum(p, n);
    delete[] p;
    return r;
  } catch (const std::bad_alloc &) {
    return -1;
  }
}

int main() {
  // CHECK: small 2
  hide = 5;
  std::printf("small %d\n", numbers(hide));
  // CHECK: huge -1
  hide = SIZE_MAX / 16;
  std::printf("huge %d\n", numbers(hide));
  // CHECK: limit -1
  hide = SIZE_MAX / 8 + 1;
  std::printf("limit %d\n", numbers(hide));
  // CHECK: overflow -1
  hide = SIZE_MAX / 4 + 2;
  std::printf("overflow %d\n", numbers(hide));
}
