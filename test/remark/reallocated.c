// realloc takes the object over.
//
// RUN: cd %S
// RUN: %clang -O1 -g -fpass-plugin=%plugin -c -o /dev/null reallocated.c \
// RUN:   -foptimization-record-passes=heap-to-stack -foptimization-record-file=%t.yaml \
// RUN:   -Rpass=heap-to-stack -Rpass-missed=heap-to-stack -Rpass-analysis=heap-to-stack \
// RUN:   -fno-caret-diagnostics 2>%t.text
// RUN: grep -v -e '- String:' %t.yaml | FileCheck %s
// RUN: FileCheck --check-prefix=TEXT %s <%t.text
#include <stdlib.h>

int resized(int n) {
  int *p = malloc(24);
  p[n] = n;
  p = realloc(p, 48);
  int r = p[n / 2];
  free(p);
  return r;
}

// CHECK: --- !Missed
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: NotPromoted
// CHECK-NEXT: DebugLoc: { File: reallocated.c, Line: [[#@LINE-11]], Column: 12 }
// CHECK-NEXT: Function: resized
// CHECK-NEXT: Args:
// CHECK-NEXT: - AllocFn: malloc
// CHECK-NEXT: - Size: '24'
// CHECK-NEXT: - Callee: realloc
// CHECK-NEXT: - At: 'reallocated.c:[[#@LINE-15]]:7'
// CHECK-NEXT: DebugLoc:        { File: reallocated.c, Line: [[#@LINE-16]], Column: 7 }
// CHECK-NEXT: - Reason: reallocated
// TEXT: reallocated.c:[[#@LINE-20]]:12: remark: malloc of 24 bytes stays on the heap: resized by 'realloc' at reallocated.c:[[#@LINE-18]]:7
// CHECK: --- !Analysis
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: Flow
// CHECK-NEXT: DebugLoc: { File: reallocated.c, Line: [[#@LINE-22]], Column: 7 }
// CHECK-NEXT: Function: resized
// CHECK-NEXT: Args:
// CHECK-NEXT: - Callee: realloc
// CHECK-NEXT: - At: 'reallocated.c:[[#@LINE-26]]:7'
// CHECK-NEXT: DebugLoc:        { File: reallocated.c, Line: [[#@LINE-27]], Column: 7 }
// TEXT: reallocated.c:[[#@LINE-28]]:7: remark: resized by 'realloc' at reallocated.c:[[#@LINE-28]]:7
// CHECK: --- !Missed
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: NotPromoted
// CHECK-NEXT: DebugLoc: { File: reallocated.c, Line: [[#@LINE-32]], Column: 7 }
// CHECK-NEXT: Function: resized
// CHECK-NEXT: Args:
// CHECK-NEXT: - AllocFn: realloc
// CHECK-NEXT: - Size: '48'
// CHECK-NEXT: - Note: it takes the place of an object that may be on the heap
// CHECK-NEXT: - Reason: other
// TEXT: reallocated.c:[[#@LINE-39]]:7: remark: realloc of 48 bytes stays on the heap: it takes the place of an object that may be on the heap
