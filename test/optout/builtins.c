// no_builtin on one function; nobuiltin calls of the operators; an allocator of the program's own.
//
// RUN: %clang -O2 -fpass-plugin=%plugin -S -emit-llvm -o - %s | FileCheck %s
#include <stdlib.h>

__attribute__((noinline)) static int touch(int *p, int n) {
  for (int i = 0; i < 8; i++)
    p[i * n & 7] = i;
  return p[n & 3];
}

// CHECK-LABEL: @without_builtins(
// CHECK: call {{.*}}@malloc(
// CHECK: ret i32
__attribute__((no_builtin)) int without_builtins(int n) {
  int *p = malloc(32);
  int r = touch(p, n);
  free(p);
  return r;
}

// CHECK-LABEL: @without_malloc(
// CHECK: call {{.*}}@malloc(
// CHECK: ret i32
__attribute__((no_builtin("malloc"))) int without_malloc(int n) {
  int *p = malloc(32);
  int r = touch(p, n);
  free(p);
  return r;
}

// CHECK-LABEL: @without_memcpy(
// CHECK-NOT: call {{.*}}@malloc(
// CHECK: ret i32
__attribute__((no_builtin("memcpy"))) int without_memcpy(int n) {
  int *p = malloc(32);
  int r = touch(p, n);
  free(p);
  return r;
}

// A wrapper is no allocator until it is inlined, or says so.
void *wrapper(size_t);
void unwrap(void *);
// CHECK-LABEL: @by_wrapper(
// CHECK: call {{.*}}@wrapper(
// CHECK: ret i32
int by_wrapper(int n) {
  int *p = wrapper(32);
  int r = touch(p, n);
  unwrap(p);
  return r;
}
