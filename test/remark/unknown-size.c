// Size known only at run time: no Size key.
// Guards are off here: what they move is another remark.
//
// RUN: cd %S
// RUN: %clang -O1 -g -fpass-plugin=%plugin -Xclang -load -Xclang %plugin -mllvm -heap-to-stack-guard-size=0 -c -o /dev/null unknown-size.c \
// RUN:   -foptimization-record-passes=heap-to-stack -foptimization-record-file=%t.yaml \
// RUN:   -Rpass=heap-to-stack -Rpass-missed=heap-to-stack -Rpass-analysis=heap-to-stack \
// RUN:   -fno-caret-diagnostics 2>%t.text
// RUN: grep -v -e '- String:' %t.yaml | FileCheck %s
// RUN: FileCheck --check-prefix=TEXT %s <%t.text
#include <stdlib.h>

int unknown(int n) {
  char *p = malloc(n);
  p[n / 2] = 1;
  int r = p[n / 3];
  free(p);
  return r;
}

// CHECK: --- !Missed
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: NotPromoted
// CHECK-NEXT: DebugLoc: { File: unknown-size.c, Line: [[#@LINE-10]], Column: 13 }
// CHECK-NEXT: Function: unknown
// CHECK-NEXT: Args:
// CHECK-NEXT: - AllocFn: malloc
// CHECK-NEXT: - Reason: unknown-size
// TEXT: unknown-size.c:[[#@LINE-15]]:13: remark: malloc of run-time size stays on the heap: its size is known only at run time
