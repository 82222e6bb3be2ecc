// Size known only at run time: the slot's size is the Limit, and there is no Size.
//
// RUN: cd %S
// RUN: %clang -O1 -g -fpass-plugin=%plugin -Xclang -load -Xclang %plugin -mllvm -heap-to-stack-guard-size=128 -c -o /dev/null guarded.c \
// RUN:   -foptimization-record-passes=heap-to-stack -foptimization-record-file=%t.yaml \
// RUN:   -Rpass=heap-to-stack -Rpass-missed=heap-to-stack -Rpass-analysis=heap-to-stack \
// RUN:   -fno-caret-diagnostics 2>%t.text
// RUN: grep -v -e '- String:' %t.yaml | FileCheck %s
// RUN: FileCheck --check-prefix=TEXT %s <%t.text
#include <stdlib.h>

int guarded(int n) {
  char *p = malloc(n);
  p[n / 2] = 1;
  int r = p[n / 3];
  free(p);
  return r;
}

// CHECK: --- !Passed
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: PromotedGuarded
// CHECK-NEXT: DebugLoc: { File: guarded.c, Line: [[#@LINE-10]], Column: 13 }
// CHECK-NEXT: Function: guarded
// CHECK-NEXT: Args:
// CHECK-NEXT: - AllocFn: malloc
// CHECK-NEXT: - Limit: '128'
// TEXT: guarded.c:[[#@LINE-15]]:13: remark: malloc of run-time size moved to the stack when at most 128 bytes

// A proved bound makes it an ordinary slot.
int bounded(unsigned n) {
  char *p = malloc((n & 31) + 1);
  p[n & 15] = 1;
  int r = p[0];
  free(p);
  return r;
}

// CHECK: --- !Passed
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: Promoted
// CHECK-NEXT: DebugLoc: { File: guarded.c, Line: [[#@LINE-10]], Column: 13 }
// CHECK-NEXT: Function: bounded
// CHECK-NEXT: Args:
// CHECK-NEXT: - AllocFn: malloc
// CHECK-NEXT: - Slot: '32'
// TEXT: guarded.c:[[#@LINE-15]]:13: remark: malloc of run-time size moved to the stack
