// 'other' always says what: an alignment, a free that does not match.
//
// RUN: cd %S
// RUN: %clang -O1 -g -fpass-plugin=%plugin -c -o /dev/null other.c \
// RUN:   -foptimization-record-passes=heap-to-stack -foptimization-record-file=%t.yaml \
// RUN:   -Rpass=heap-to-stack -Rpass-missed=heap-to-stack -Rpass-analysis=heap-to-stack \
// RUN:   -fno-caret-diagnostics 2>%t.text
// RUN: grep -v -e '- String:' %t.yaml | FileCheck %s
// RUN: FileCheck --check-prefix=TEXT %s <%t.text
#include <stdlib.h>

int aligned_too_much(int n) {
  int *p = aligned_alloc(4096, 8192 / 8);
  p[n] = n;
  n = p[n / 2];
  free(p);
  return n;
}

// CHECK: --- !Missed
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: NotPromoted
// CHECK-NEXT: DebugLoc: { File: other.c, Line: [[#@LINE-10]], Column: 12 }
// CHECK-NEXT: Function: aligned_too_much
// CHECK-NEXT: Args:
// CHECK-NEXT: - AllocFn: aligned_alloc
// CHECK-NEXT: - Size: '1024'
// CHECK-NEXT: - Note: its alignment is too large for a stack frame
// CHECK-NEXT: - Reason: other
// TEXT: other.c:[[#@LINE-17]]:12: remark: aligned_alloc of 1024 bytes stays on the heap: its alignment is too large for a stack frame

int aligned_at_run_time(int n) {
  int *p = aligned_alloc(n, 64);
  p[n] = n;
  n = p[n / 2];
  free(p);
  return n;
}

// CHECK: --- !Missed
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: NotPromoted
// CHECK-NEXT: DebugLoc: { File: other.c, Line: [[#@LINE-10]], Column: 12 }
// CHECK-NEXT: Function: aligned_at_run_time
// CHECK-NEXT: Args:
// CHECK-NEXT: - AllocFn: aligned_alloc
// CHECK-NEXT: - Size: '64'
// CHECK-NEXT: - Note: its alignment is known only at run time
// CHECK-NEXT: - Reason: other
// TEXT: other.c:[[#@LINE-17]]:12: remark: aligned_alloc of 64 bytes stays on the heap: its alignment is known only at run time

int resized_from_unknown(int *old, int n) {
  int *p = realloc(old, 64);
  p[n] = n;
  n = p[n / 2];
  free(p);
  return n;
}

// CHECK: --- !Missed
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: NotPromoted
// CHECK-NEXT: DebugLoc: { File: other.c, Line: [[#@LINE-10]], Column: 12 }
// CHECK-NEXT: Function: resized_from_unknown
// CHECK-NEXT: Args:
// CHECK-NEXT: - AllocFn: realloc
// CHECK-NEXT: - Size: '64'
// CHECK-NEXT: - Note: it takes the place of an object that may be on the heap
// CHECK-NEXT: - Reason: other
// TEXT: other.c:[[#@LINE-17]]:12: remark: realloc of 64 bytes stays on the heap: it takes the place of an object that may be on the heap
