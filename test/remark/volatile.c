// The pointer goes to volatile memory.
//
// RUN: cd %S
// RUN: %clang -O1 -g -fpass-plugin=%plugin -c -o /dev/null volatile.c \
// RUN:   -foptimization-record-passes=heap-to-stack -foptimization-record-file=%t.yaml \
// RUN:   -Rpass=heap-to-stack -Rpass-missed=heap-to-stack -Rpass-analysis=heap-to-stack \
// RUN:   -fno-caret-diagnostics 2>%t.text
// RUN: grep -v -e '- String:' %t.yaml | FileCheck %s
// RUN: FileCheck --check-prefix=TEXT %s <%t.text
#include <stdlib.h>

int *volatile reg;

void published(int n) {
  int *p = malloc(24);
  *p = n;
  reg = p;
}

// CHECK: --- !Missed
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: NotPromoted
// CHECK-NEXT: DebugLoc: { File: volatile.c, Line: [[#@LINE-8]], Column: 12 }
// CHECK-NEXT: Function: published
// CHECK-NEXT: Args:
// CHECK-NEXT: - AllocFn: malloc
// CHECK-NEXT: - Size: '24'
// CHECK-NEXT: - Global: reg
// CHECK-NEXT: - At: 'volatile.c:[[#@LINE-12]]:7'
// CHECK-NEXT: DebugLoc:        { File: volatile.c, Line: [[#@LINE-13]], Column: 7 }
// CHECK-NEXT: - Reason: volatile
// TEXT: volatile.c:[[#@LINE-17]]:12: remark: malloc of 24 bytes stays on the heap: stored by a volatile access to 'reg' at volatile.c:[[#@LINE-15]]:7
// CHECK: --- !Analysis
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: Flow
// CHECK-NEXT: DebugLoc: { File: volatile.c, Line: [[#@LINE-19]], Column: 7 }
// CHECK-NEXT: Function: published
// CHECK-NEXT: Args:
// CHECK-NEXT: - Global: reg
// CHECK-NEXT: - At: 'volatile.c:[[#@LINE-23]]:7'
// CHECK-NEXT: DebugLoc:        { File: volatile.c, Line: [[#@LINE-24]], Column: 7 }
// TEXT: volatile.c:[[#@LINE-25]]:7: remark: stored by a volatile access to 'reg' at volatile.c:[[#@LINE-25]]:7

// Volatile accesses to the object itself do no harm.
int accessed(int n) {
  volatile int *p = malloc(24);
  *p = n;
  n = *p;
  free((void *)p);
  return n;
}

// CHECK: --- !Passed
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: Promoted
// CHECK-NEXT: DebugLoc: { File: volatile.c, Line: [[#@LINE-10]], Column: 21 }
// CHECK-NEXT: Function: accessed
// CHECK-NEXT: Args:
// CHECK-NEXT: - AllocFn: malloc
// CHECK-NEXT: - Size: '24'
// CHECK-NEXT: - Slot: '24'
// TEXT: volatile.c:[[#@LINE-16]]:21: remark: malloc of 24 bytes moved to the stack
