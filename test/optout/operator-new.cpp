// A direct call of ::operator new is no new-expression: it may not be left out. __builtin_operator_new
// may, and so may an std::allocator.
//
// RUN: %clangxx -O2 -fno-exceptions -fpass-plugin=%plugin -S -emit-llvm -o - %s | FileCheck %s
#include <cstddef>
#include <new>

__attribute__((noinline)) static int touch(int *p, int n) {
  for (int i = 0; i < 8; i++)
    p[i * n & 7] = i;
  return p[n & 3];
}

// CHECK-LABEL: @_Z6directi(
// CHECK: call {{.*}}@_Znwm(
// CHECK: ret i32
int direct(int n) {
  int *p = static_cast<int *>(::operator new(32));
  int r = touch(p, n);
  ::operator delete(p);
  return r;
}

// CHECK-LABEL: @_Z7builtini(
// CHECK-NOT: call {{.*}}@_Znwm(
// CHECK: ret i32
int builtin(int n) {
  int *p = static_cast<int *>(__builtin_operator_new(32));
  int r = touch(p, n);
  __builtin_operator_delete(p);
  return r;
}

// CHECK-LABEL: @_Z10expressioni(
// CHECK-NOT: call {{.*}}@_Zn{{[wa]}}m(
// CHECK: ret i32
int expression(int n) {
  int *p = new int[8];
  int r = touch(p, n);
  delete[] p;
  return r;
}

// An operator of the class's own is an ordinary function.
struct Own {
  int values[8];
  void *operator new(std::size_t);
  void operator delete(void *);
};
// CHECK-LABEL: @_Z3owni(
// CHECK: call {{.*}}@_ZN3OwnnwEm(
// CHECK: ret i32
int own(int n) {
  Own *p = new Own;
  int r = touch(p->values, n);
  delete p;
  return r;
}
