// stackbound-c++ is clang++: it compiles C++ and links with the C++ library.
//
// REQUIRES: x86
// RUN: %c++ -Werror -O2 %s -o %t && %t | FileCheck %s
// RUN: llvm-nm %t | FileCheck --check-prefix=STACK %s
// RUN: %clangxx -O2 %s -o %t.heap && llvm-nm %t.heap | FileCheck --check-prefix=HEAP %s
// RUN: %c++ --version >%t.plugged && %clangxx --version >%t.plain && cmp %t.plugged %t.plain
// CHECK: 30
// HEAP: U _Znam
// STACK-NOT: _Znam
#include <iostream>

__attribute__((noinline)) static int weigh(const int *p) { return p[0] + p[1]; }

__attribute__((noinline)) static int sum(int n) {
  int *p = new int[2];
  p[0] = n * 10;
  p[1] = n * 20;
  int result = weigh(p);
  delete[] p;
  return result;
}

int main(int argc, char **) { std::cout << sum(argc) << '\n'; }
