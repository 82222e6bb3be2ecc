// Ordered against a pointer to something else: which of two objects lies first must not change.
//
// RUN: cd %S
// RUN: %clang -O1 -g -fpass-plugin=%plugin -c -o /dev/null pointer-compared.c \
// RUN:   -foptimization-record-passes=heap-to-stack -foptimization-record-file=%t.yaml \
// RUN:   -Rpass=heap-to-stack -Rpass-missed=heap-to-stack -Rpass-analysis=heap-to-stack \
// RUN:   -fno-caret-diagnostics 2>%t.text
// RUN: grep -v -e '- String:' %t.yaml | FileCheck %s
// RUN: FileCheck --check-prefix=TEXT %s <%t.text
#include <stdlib.h>

int touch(int *);

int ordered(int *other, int n) {
  int *p = malloc(24);
  *p = n;
  int r = p < other;
  r += *p;
  free(p);
  return r;
}

// CHECK: --- !Missed
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: NotPromoted
// CHECK-NEXT: DebugLoc: { File: pointer-compared.c, Line: [[#@LINE-11]], Column: 12 }
// CHECK-NEXT: Function: ordered
// CHECK-NEXT: Args:
// CHECK-NEXT: - AllocFn: malloc
// CHECK-NEXT: - Size: '24'
// CHECK-NEXT: - At: 'pointer-compared.c:[[#@LINE-14]]:13'
// CHECK-NEXT: DebugLoc:        { File: pointer-compared.c, Line: [[#@LINE-15]], Column: 13 }
// CHECK-NEXT: - Reason: pointer-compared
// TEXT: pointer-compared.c:[[#@LINE-19]]:12: remark: malloc of 24 bytes stays on the heap: its address is ordered against another pointer at pointer-compared.c:[[#@LINE-17]]:13
// CHECK: --- !Analysis
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: Flow
// CHECK-NEXT: DebugLoc: { File: pointer-compared.c, Line: [[#@LINE-21]], Column: 13 }
// CHECK-NEXT: Function: ordered
// CHECK-NEXT: Args:
// CHECK-NEXT: - At: 'pointer-compared.c:[[#@LINE-24]]:13'
// CHECK-NEXT: DebugLoc:        { File: pointer-compared.c, Line: [[#@LINE-25]], Column: 13 }
// TEXT: pointer-compared.c:[[#@LINE-26]]:13: remark: its address is ordered against another pointer at pointer-compared.c:[[#@LINE-26]]:13
