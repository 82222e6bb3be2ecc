// Larger than max-size: the limit is in the text, the size in Size.
//
// RUN: cd %S
// RUN: %clang -O1 -g -fpass-plugin=%plugin -c -o /dev/null too-large.c \
// RUN:   -foptimization-record-passes=heap-to-stack -foptimization-record-file=%t.yaml \
// RUN:   -Rpass=heap-to-stack -Rpass-missed=heap-to-stack -Rpass-analysis=heap-to-stack \
// RUN:   -fno-caret-diagnostics 2>%t.text
// RUN: grep -v -e '- String:' %t.yaml | FileCheck %s
// RUN: FileCheck --check-prefix=TEXT %s <%t.text
#include <stdlib.h>

int too_large(int n) {
  char *p = malloc(1025);
  p[n] = 1;
  int r = p[n / 2];
  free(p);
  return r;
}

// CHECK: --- !Missed
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: NotPromoted
// CHECK-NEXT: DebugLoc: { File: too-large.c, Line: [[#@LINE-10]], Column: 13 }
// CHECK-NEXT: Function: too_large
// CHECK-NEXT: Args:
// CHECK-NEXT: - AllocFn: malloc
// CHECK-NEXT: - Size: '1025'
// CHECK-NEXT: - Note: of 1024 bytes
// CHECK-NEXT: - Reason: too-large
// TEXT: too-large.c:[[#@LINE-17]]:13: remark: malloc of 1025 bytes stays on the heap: larger than the limit of 1024 bytes

int largest(int n) {
  char *p = malloc(1024);
  p[n] = 1;
  int r = p[n / 2];
  free(p);
  return r;
}

// CHECK: --- !Passed
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: Promoted
// CHECK-NEXT: DebugLoc: { File: too-large.c, Line: [[#@LINE-10]], Column: 13 }
// CHECK-NEXT: Function: largest
// CHECK-NEXT: Args:
// CHECK-NEXT: - AllocFn: malloc
// CHECK-NEXT: - Size: '1024'
// CHECK-NEXT: - Slot: '1024'
// TEXT: too-large.c:[[#@LINE-16]]:13: remark: malloc of 1024 bytes moved to the stack
