// Copies of functions have debug information of their own, and their variables; breakpoints on the
// original's lines stop in both.
//
// RUN: %clang -O2 -g -Xclang -disable-llvm-passes -S -emit-llvm -o %t.ll %s
// RUN: %opt -passes='default<O2>' -verify-each -S -o %t.opt.ll %t.ll
// RUN: FileCheck --check-prefix=IR %s <%t.opt.ll
// RUN: %clang -O2 -Wno-override-module -c -o %t.o %t.opt.ll
// RUN: llvm-dwarfdump --verify %t.o
// RUN: llvm-dwarfdump --debug-info %t.o | FileCheck %s
//
// Without optimisation before it: every variable has a record.
// RUN: %opt -passes='heap-to-stack' -verify-each -S -o %t.early.ll %t.ll
// RUN: %clang -O0 -Wno-override-module -c -o %t.early.o %t.early.ll
// RUN: llvm-dwarfdump --verify %t.early.o
#include <stdlib.h>

struct widget {
  int value, others[11];
};

int use(const struct widget *w __attribute__((noescape))) __attribute__((pure));

__attribute__((noinline)) struct widget *widget_new(int n) {
  struct widget *fresh = malloc(sizeof *fresh);
  if (!fresh)
    abort();
  for (int i = 0; i < 11; i++) {
    int square = i * i;
    fresh->others[i] = square + n;
  }
  fresh->value = n;
  return fresh;
}

__attribute__((noinline)) void widget_free(struct widget *gone) {
  gone->value = use(gone);
  free(gone);
}

int outer(int n) {
  struct widget *w = widget_new(n);
  int r = w->value + use(w);
  widget_free(w);
  return r;
}

// IR: define {{.*}}ptr @widget_new({{.*}} !dbg [[ORIGINAL:![0-9]+]]
// IR: define {{.*}} @outer(
// IR: call {{.*}} @widget_new.stackbound({{.*}} !dbg
// IR: define internal {{.*}} @widget_new.stackbound({{.*}} !dbg [[COPY:![0-9]+]]
// IR-DAG: [[ORIGINAL]] = distinct !DISubprogram(name: "widget_new", {{.*}}line: [[#@LINE-28]]
// IR-DAG: [[COPY]] = distinct !DISubprogram(name: "widget_new", {{.*}}line: [[#@LINE-29]]

// CHECK: DW_TAG_subprogram
// CHECK: DW_AT_name ("widget_new")
// CHECK: DW_AT_name ("fresh")
// CHECK: DW_AT_name ("square")
// CHECK: DW_AT_name ("outer")
// CHECK: DW_AT_name ("widget_new")
// CHECK: DW_AT_name ("fresh")
