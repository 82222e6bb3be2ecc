// Functions that are left alone say which rule it was.
//
// RUN: cd %S
// RUN: %clang -O1 -g -fpass-plugin=%plugin -Xclang -load -Xclang %plugin -mllvm -heap-to-stack-limit=1 -c -o /dev/null disabled.c \
// RUN:   -foptimization-record-passes=heap-to-stack -foptimization-record-file=%t.yaml \
// RUN:   -Rpass=heap-to-stack -Rpass-missed=heap-to-stack -Rpass-analysis=heap-to-stack \
// RUN:   -fno-caret-diagnostics 2>%t.text
// RUN: grep -v -e '- String:' %t.yaml | FileCheck %s
// RUN: FileCheck --check-prefix=TEXT %s <%t.text
#include <stdlib.h>

__attribute__((annotate("heap-to-stack=off"))) int annotated(int n) {
  int *p = malloc(24);
  p[n] = n;
  n = p[n / 2];
  free(p);
  return n;
}

// CHECK: --- !Missed
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: NotPromoted
// CHECK-NEXT: DebugLoc: { File: disabled.c, Line: [[#@LINE-10]], Column: 12 }
// CHECK-NEXT: Function: annotated
// CHECK-NEXT: Args:
// CHECK-NEXT: - AllocFn: malloc
// CHECK-NEXT: - Size: '24'
// CHECK-NEXT: - Note: 'by heap-to-stack=off'
// CHECK-NEXT: - Reason: disabled
// TEXT: disabled.c:[[#@LINE-17]]:12: remark: malloc of 24 bytes stays on the heap: moving objects is turned off here: by heap-to-stack=off

// The limit that bisects a miscompile.
int first(int n) {
  int *p = malloc(24);
  p[n] = n;
  n = p[n / 2];
  free(p);
  return n;
}

// CHECK: --- !Passed
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: Promoted
// CHECK-NEXT: DebugLoc: { File: disabled.c, Line: [[#@LINE-10]], Column: 12 }
// CHECK-NEXT: Function: first
// CHECK-NEXT: Args:
// CHECK-NEXT: - AllocFn: malloc
// CHECK-NEXT: - Size: '24'
// CHECK-NEXT: - Slot: '24'
// TEXT: disabled.c:[[#@LINE-16]]:12: remark: malloc of 24 bytes moved to the stack

int second(int n) {
  int *p = malloc(24);
  p[n] = n;
  n = p[n / 2];
  free(p);
  return n;
}

// CHECK: --- !Missed
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: NotPromoted
// CHECK-NEXT: DebugLoc: { File: disabled.c, Line: [[#@LINE-10]], Column: 12 }
// CHECK-NEXT: Function: second
// CHECK-NEXT: Args:
// CHECK-NEXT: - AllocFn: malloc
// CHECK-NEXT: - Size: '24'
// CHECK-NEXT: - Note: by heap-to-stack-limit
// CHECK-NEXT: - Reason: disabled
// TEXT: disabled.c:[[#@LINE-17]]:12: remark: malloc of 24 bytes stays on the heap: moving objects is turned off here: by heap-to-stack-limit
