// The sum of a function's slots is limited; the first ones win.
//
// RUN: cd %S
// RUN: %clang -O1 -g -fpass-plugin=%plugin -Xclang -load -Xclang %plugin -mllvm -heap-to-stack-frame-budget=256 -c -o /dev/null frame-budget.c \
// RUN:   -foptimization-record-passes=heap-to-stack -foptimization-record-file=%t.yaml \
// RUN:   -Rpass=heap-to-stack -Rpass-missed=heap-to-stack -Rpass-analysis=heap-to-stack \
// RUN:   -fno-caret-diagnostics 2>%t.text
// RUN: grep -v -e '- String:' %t.yaml | FileCheck %s
// RUN: FileCheck --check-prefix=TEXT %s <%t.text
#include <stdlib.h>

void fill(char *p __attribute__((noescape)));

__attribute__((noinline)) static int touch(char *p, int n) {
  p[n] = 1;
  return p[n / 2];
}

int two(int n) {
  char *p = malloc(200);
  char *q = malloc(200);
  int r = touch(p, n) + touch(q, n);
  free(p);
  free(q);
  return r;
}

// CHECK: --- !Passed
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: Promoted
// CHECK-NEXT: DebugLoc: { File: frame-budget.c, Line: [[#@LINE-11]], Column: 13 }
// CHECK-NEXT: Function: two
// CHECK-NEXT: Args:
// CHECK-NEXT: - AllocFn: malloc
// CHECK-NEXT: - Size: '200'
// CHECK-NEXT: - Slot: '200'
// TEXT: frame-budget.c:[[#@LINE-17]]:13: remark: malloc of 200 bytes moved to the stack
// CHECK: --- !Missed
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: NotPromoted
// CHECK-NEXT: DebugLoc: { File: frame-budget.c, Line: [[#@LINE-20]], Column: 13 }
// CHECK-NEXT: Function: two
// CHECK-NEXT: Args:
// CHECK-NEXT: - AllocFn: malloc
// CHECK-NEXT: - Size: '200'
// CHECK-NEXT: - Reason: frame-budget
// TEXT: frame-budget.c:[[#@LINE-26]]:13: remark: malloc of 200 bytes stays on the heap: the function's stack frame would grow too much
