// Each hint, and that following it moves the object.
//
// RUN: split-file %s %t && cd %t
// RUN: %clang -O1 -g -fpass-plugin=%plugin -c -o a.o a.c -foptimization-record-file=a.opt.yaml
// RUN: %report a.opt.yaml | FileCheck %s
// RUN: %clang -O1 -g -fpass-plugin=%plugin -c -o a.o a.c -foptimization-record-file=f.opt.yaml -DFOLLOW
// RUN: %report f.opt.yaml | FileCheck --check-prefix=FOLLOWED --implicit-check-not=heap: %s
//
// The size's hint is an option.
// RUN: %clang -O1 -g -Xclang -disable-llvm-passes -S -emit-llvm -o big.ll big.c
// RUN: %opt -passes='inferattrs,function(mem2reg),heap-to-stack' -pass-remarks-output=big.yaml -disable-output big.ll
// RUN: %report big.yaml | FileCheck --check-prefix=BIG %s
// RUN: %opt -passes='inferattrs,function(mem2reg),heap-to-stack<max-size=1032>' -pass-remarks-output=big2.yaml \
// RUN:   -disable-output big.ll
// RUN: %report big2.yaml | FileCheck --check-prefix=BIG-FOLLOWED %s

// CHECK: a.c:17:12: malloc of 24 bytes stays on the heap: passed as a variadic argument to 'printf'
// CHECK-NEXT: {{^}}    hint: its address is given to 'printf' (%p, or a format that is not constant); it may move when it is not printed
// CHECK-NEXT: a.c:26:12: malloc of 24 bytes stays on the heap: passed to 'look'
// CHECK-NEXT: {{^}}    hint: the body of 'look' is in another file: if it neither keeps nor frees the object, that may move with link-time optimisation (-flto), or, when it only reads, with __attribute__((noescape)) on that parameter and __attribute__((pure)) on the function
// CHECK-NEXT: a.c:34:12: malloc of 24 bytes stays on the heap: passed to 'replaceable'
// CHECK-NEXT: {{^}}    hint: the linker may replace 'replaceable', so its body does not count: it may move where that is inlined, or when it is static
// CHECK-NEXT: a.c:41:12: malloc of 24 bytes stays on the heap: its address is used as an integer
// CHECK-NEXT: {{^}}    hint: no other use lets it escape: it may move when its address is not turned into a number
// CHECK-NEXT: a.c:51:12: malloc of 24 bytes stays on the heap: may be freed by 'destroy'
// CHECK-NEXT: {{^}}    hint: it may move when it is freed in the function that allocates it, or when the function that frees it is inlined
// CHECK-NEXT: a.c:61:12: malloc of 24 bytes stays on the heap: passed to 'look'
// CHECK-EMPTY:

// The same hint is given once; --explain gives it everywhere.
// RUN: %report a.opt.yaml | grep -c "hint: the body of 'look'" | FileCheck --check-prefix=ONE %s
// RUN: %report --explain a.opt.yaml | grep -c "hint: the body of 'look'" | FileCheck --check-prefix=TWO %s
// ONE: 1
// TWO: 2

// FOLLOWED: 6 allocation sites: 6 moved to the stack

// BIG: big.c:3:13: malloc of 1032 bytes stays on the heap: larger than the limit of 1024 bytes
// BIG-NEXT: {{^}}    hint: it is 8 bytes over the limit; -heap-to-stack-max-size=1032 may let it move
// BIG: big.c:12:13: malloc of 4096 bytes stays on the heap: larger than the limit of 1024 bytes
// BIG-NOT: hint
// BIG-FOLLOWED: big.c:3:13: malloc of 1032 bytes moved to the stack

//--- big.c
#include <stdlib.h>
int slightly(int n) {
  char *p = malloc(1032);
  p[n] = 1;
  int r = p[n / 2];
  free(p);
  return r;
}
// A frame is no place for it: no hint.

int much(int n) {
  char *p = malloc(4096);
  p[n] = 1;
  int r = p[n / 2];
  free(p);
  return r;
}
//--- a.c
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#ifdef FOLLOW
#define NOESCAPE __attribute__((noescape))
#define PURE __attribute__((pure))
#define REPLACEABLE static
#else
#define NOESCAPE
#define PURE
#define REPLACEABLE __attribute__((weak))
#endif
int look(int *p NOESCAPE) PURE;
__attribute__((noinline)) REPLACEABLE void replaceable(int *p) { *p = 1; }

void printed(int n) {
  int *p = malloc(24);
  p[n] = n;
#ifndef FOLLOW
  printf("%p", (void *)p);
#endif
  printf("%d", p[n / 2]);
  free(p);
}
void passed(int n) {
  int *p = malloc(24);
  p[n] = n;
  p[0] = look(p);
  printf("%d", p[0]);
  free(p);
}

void passed_to_weak(int n) {
  int *p = malloc(24);
  p[n] = n;
  replaceable(p);
  printf("%d", p[n / 2]);
  free(p);
}
void hashed(int n) {
  int *p = malloc(24);
  p[n] = n;
#ifndef FOLLOW
  p[1] = ((uintptr_t)p >> 4) * 3;
#endif
  printf("%d", p[n / 2]);
  free(p);
}
__attribute__((noinline, annotate("heap-to-stack=off"))) static void destroy(int *p, int n) { printf("%d", p[n / 2]), free(p); }
void freed_elsewhere(int n) {
  int *p = malloc(24);
  p[n] = n;
#ifdef FOLLOW
  printf("%d", p[n / 2]);
  free(p);
#else
  destroy(p, n);
#endif
}
void passed_again(int n) {
  int *p = malloc(24);
  p[n] = n;
  p[0] = look(p);
  printf("%d", p[0]);
  free(p);
}
