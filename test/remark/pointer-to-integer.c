// The address as a number: hashing it may bring the pointer back unseen.
//
// RUN: cd %S
// RUN: %clang -O1 -g -fpass-plugin=%plugin -c -o /dev/null pointer-to-integer.c \
// RUN:   -foptimization-record-passes=heap-to-stack -foptimization-record-file=%t.yaml \
// RUN:   -Rpass=heap-to-stack -Rpass-missed=heap-to-stack -Rpass-analysis=heap-to-stack \
// RUN:   -fno-caret-diagnostics 2>%t.text
// RUN: grep -v -e '- String:' %t.yaml | FileCheck %s
// RUN: FileCheck --check-prefix=TEXT %s <%t.text
#include <stdint.h>
#include <stdlib.h>

uintptr_t hashed(int n) {
  int *p = malloc(24);
  *p = n;
  uintptr_t h = (uintptr_t)p * 31;
  h += *p;
  free(p);
  return h;
}

// CHECK: --- !Missed
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: NotPromoted
// CHECK-NEXT: DebugLoc: { File: pointer-to-integer.c, Line: [[#@LINE-11]], Column: 12 }
// CHECK-NEXT: Function: hashed
// CHECK-NEXT: Args:
// CHECK-NEXT: - AllocFn: malloc
// CHECK-NEXT: - Size: '24'
// CHECK-NEXT: - At: 'pointer-to-integer.c:[[#@LINE-14]]:30'
// CHECK-NEXT: DebugLoc:        { File: pointer-to-integer.c, Line: [[#@LINE-15]], Column: 30 }
// CHECK-NEXT: - Reason: pointer-to-integer
// TEXT: pointer-to-integer.c:[[#@LINE-19]]:12: remark: malloc of 24 bytes stays on the heap: its address is used as an integer at pointer-to-integer.c:[[#@LINE-17]]:30
// CHECK: --- !Analysis
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: Flow
// CHECK-NEXT: DebugLoc: { File: pointer-to-integer.c, Line: [[#@LINE-21]], Column: 30 }
// CHECK-NEXT: Function: hashed
// CHECK-NEXT: Args:
// CHECK-NEXT: - At: 'pointer-to-integer.c:[[#@LINE-24]]:30'
// CHECK-NEXT: DebugLoc:        { File: pointer-to-integer.c, Line: [[#@LINE-25]], Column: 30 }
// TEXT: pointer-to-integer.c:[[#@LINE-26]]:30: remark: its address is used as an integer at pointer-to-integer.c:[[#@LINE-26]]:30
