// A realloc that does not belong to the allocator takes the object over.
//
// RUN: cd %S
// RUN: %clangxx -O1 -g -fpass-plugin=%plugin -c -o /dev/null reallocated.cpp \
// RUN:   -foptimization-record-passes=heap-to-stack -foptimization-record-file=%t.yaml \
// RUN:   -Rpass=heap-to-stack -Rpass-missed=heap-to-stack -Rpass-analysis=heap-to-stack \
// RUN:   -fno-caret-diagnostics 2>%t.text
// RUN: grep -v -e '- String:' %t.yaml | FileCheck %s
// RUN: FileCheck --check-prefix=TEXT %s <%t.text
#include <stdlib.h>

int resized(int n) {
  int *p = new int[6];
  p[n] = n;
  p = (int *)realloc(p, 48);
  int r = p[n / 2];
  free(p);
  return r;
}

// CHECK: --- !Missed
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: NotPromoted
// CHECK-NEXT: DebugLoc: { File: reallocated.cpp, Line: [[#@LINE-11]], Column: 12 }
// CHECK-NEXT: Function: _Z7resizedi
// CHECK-NEXT: Args:
// CHECK-NEXT: - AllocFn: 'operator new[]'
// CHECK-NEXT: - Size: '24'
// CHECK-NEXT: - Callee: realloc
// CHECK-NEXT: - At: 'reallocated.cpp:[[#@LINE-15]]:14'
// CHECK-NEXT: DebugLoc:        { File: reallocated.cpp, Line: [[#@LINE-16]], Column: 14 }
// CHECK-NEXT: - Reason: reallocated
// TEXT: reallocated.cpp:[[#@LINE-20]]:12: remark: operator new[] of 24 bytes stays on the heap: resized by 'realloc' at reallocated.cpp:[[#@LINE-18]]:14
// CHECK: --- !Analysis
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: Flow
// CHECK-NEXT: DebugLoc: { File: reallocated.cpp, Line: [[#@LINE-22]], Column: 14 }
// CHECK-NEXT: Function: _Z7resizedi
// CHECK-NEXT: Args:
// CHECK-NEXT: - Callee: realloc
// CHECK-NEXT: - At: 'reallocated.cpp:[[#@LINE-26]]:14'
// CHECK-NEXT: DebugLoc:        { File: reallocated.cpp, Line: [[#@LINE-27]], Column: 14 }
// TEXT: reallocated.cpp:[[#@LINE-28]]:14: remark: resized by 'realloc' at reallocated.cpp:[[#@LINE-28]]:14
// CHECK: --- !Missed
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: NotPromoted
// CHECK-NEXT: DebugLoc: { File: reallocated.cpp, Line: [[#@LINE-32]], Column: 14 }
// CHECK-NEXT: Function: _Z7resizedi
// CHECK-NEXT: Args:
// CHECK-NEXT: - AllocFn: realloc
// CHECK-NEXT: - Size: '48'
// CHECK-NEXT: - Note: it takes the place of an object that may be on the heap
// CHECK-NEXT: - Reason: other
// TEXT: reallocated.cpp:[[#@LINE-39]]:14: remark: realloc of 48 bytes stays on the heap: it takes the place of an object that may be on the heap
