// Stepping: every line that still does something keeps its place, and debug information survives the
// verifier through the whole pipeline with inlined callees.
//
// RUN: %clang -O2 -g -Xclang -disable-llvm-passes -S -emit-llvm -o %t.ll %s
// RUN: %opt -passes='default<O2>' -verify-each -S -o %t.opt.ll %t.ll
// RUN: not grep -e 'call.*@malloc' %t.opt.ll
// RUN: %clang -O2 -Wno-override-module -c -o %t.o %t.opt.ll
// RUN: llvm-dwarfdump --verify %t.o
// RUN: llvm-dwarfdump --debug-line %t.o | FileCheck %s
#include <stdlib.h>

static int *make(int n) {
  int *p = malloc(8 * sizeof *p);
  if (!p)
    return NULL;
  p[n & 7] = n;
  return p;
}

int outer(int n) {
  int *p = make(n);
  if (!p)
    return -1;
  int r = p[n * 3 & 7];
  n = n * 17 + 1;
  r += p[n & 7];
  free(p);
  return r;
}

// CHECK-DAG: 0x{{[0-9a-f]+}} [[#@LINE-15]] 
// CHECK-DAG: 0x{{[0-9a-f]+}} [[#@LINE-8]] 
