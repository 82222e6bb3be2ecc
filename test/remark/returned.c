// A pointer that leaves through the return statement: located at the call, the return named.
//
// RUN: cd %S
// RUN: %clang -O1 -g -fpass-plugin=%plugin -c -o /dev/null returned.c \
// RUN:   -foptimization-record-passes=heap-to-stack -foptimization-record-file=%t.yaml \
// RUN:   -Rpass=heap-to-stack -Rpass-missed=heap-to-stack -Rpass-analysis=heap-to-stack \
// RUN:   -fno-caret-diagnostics 2>%t.text
// RUN: grep -v -e '- String:' %t.yaml | FileCheck %s
// RUN: FileCheck --check-prefix=TEXT %s <%t.text
#include <stdlib.h>

int *returned(int n) {
  int *p = malloc(24);
  *p = n;
  return p;
}

// CHECK: --- !Missed
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: NotPromoted
// CHECK-NEXT: DebugLoc: { File: returned.c, Line: [[#@LINE-8]], Column: 12 }
// CHECK-NEXT: Function: returned
// CHECK-NEXT: Args:
// CHECK-NEXT: - AllocFn: malloc
// CHECK-NEXT: - Size: '24'
// CHECK-NEXT: - At: 'returned.c:[[#@LINE-11]]:3'
// CHECK-NEXT: DebugLoc:        { File: returned.c, Line: [[#@LINE-12]], Column: 3 }
// CHECK-NEXT: - Reason: returned
// TEXT: returned.c:[[#@LINE-16]]:12: remark: malloc of 24 bytes stays on the heap: returned at returned.c:[[#@LINE-14]]:3
// CHECK: --- !Analysis
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: Flow
// CHECK-NEXT: DebugLoc: { File: returned.c, Line: [[#@LINE-18]], Column: 3 }
// CHECK-NEXT: Function: returned
// CHECK-NEXT: Args:
// CHECK-NEXT: - At: 'returned.c:[[#@LINE-21]]:3'
// CHECK-NEXT: DebugLoc:        { File: returned.c, Line: [[#@LINE-22]], Column: 3 }
// TEXT: returned.c:[[#@LINE-23]]:3: remark: returned at returned.c:[[#@LINE-23]]:3

// The result of a function that returns its argument is the same object.
__attribute__((noinline)) static char *second(char *s) {
  s[0] = 1;
  return s + 1;
}

char *returned_through_callee(void) {
  char *p = calloc(3, 5);
  return second(p);
}

// CHECK: --- !Missed
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: NotPromoted
// CHECK-NEXT: DebugLoc: { File: returned.c, Line: [[#@LINE-7]], Column: 13 }
// CHECK-NEXT: Function: returned_through_callee
// CHECK-NEXT: Args:
// CHECK-NEXT: - AllocFn: calloc
// CHECK-NEXT: - Size: '15'
// CHECK-NEXT: - At: 'returned.c:[[#@LINE-11]]:3'
// CHECK-NEXT: DebugLoc:        { File: returned.c, Line: [[#@LINE-12]], Column: 3 }
// CHECK-NEXT: - Reason: returned
// TEXT: returned.c:[[#@LINE-15]]:13: remark: calloc of 15 bytes stays on the heap: returned at returned.c:[[#@LINE-14]]:3
// CHECK: --- !Analysis
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: Flow
// CHECK-NEXT: DebugLoc: { File: returned.c, Line: [[#@LINE-18]], Column: 3 }
// CHECK-NEXT: Function: returned_through_callee
// CHECK-NEXT: Args:
// CHECK-NEXT: - At: 'returned.c:[[#@LINE-21]]:3'
// CHECK-NEXT: DebugLoc:        { File: returned.c, Line: [[#@LINE-22]], Column: 3 }
// TEXT: returned.c:[[#@LINE-23]]:3: remark: returned at returned.c:[[#@LINE-23]]:3
