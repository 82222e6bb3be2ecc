// Copies of functions may only add so much: what needs more stays, and the remark names the function of
// which there is no copy. The first ones win.
//
// RUN: cd %S
// RUN: %clang -O1 -g -fpass-plugin=%plugin -c -o /dev/null clone-budget.c \
// RUN:   -foptimization-record-passes=heap-to-stack -foptimization-record-file=%t.yaml \
// RUN:   -Rpass=heap-to-stack -Rpass-missed=heap-to-stack -Rpass-analysis=heap-to-stack \
// RUN:   -fno-caret-diagnostics 2>%t.text
// RUN: grep -v -e '- String:' %t.yaml | FileCheck %s
// RUN: FileCheck --check-prefix=TEXT %s <%t.text
#include <stdlib.h>

int work(int n);

#define TWO(x) x x
#define MANY(x) TWO(TWO(TWO(TWO(TWO(TWO(TWO(x)))))))

__attribute__((noinline)) static void small_free(int *p) {
  work(*p);
  free(p);
}

// More instructions than ten percent of this file, and than what is always allowed.
__attribute__((noinline)) static void large_free(int *p) {
  MANY(p[work(0)]++;)
  free(p);
}

void freed_by_small(int n) {
  int *p = malloc(24);
  *p = n;
  small_free(p);
}

// CHECK: --- !Passed
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: Promoted
// CHECK-NEXT: DebugLoc: { File: clone-budget.c, Line: [[#@LINE-8]], Column: 12 }
// CHECK-NEXT: Function: freed_by_small
// CHECK-NEXT: Args:
// CHECK-NEXT: - AllocFn: malloc
// CHECK-NEXT: - Size: '24'
// CHECK-NEXT: - Slot: '24'

void freed_by_large(int n) {
  int *p = malloc(24);
  *p = n;
  large_free(p);
}

// CHECK: --- !Missed
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: NotPromoted
// CHECK-NEXT: DebugLoc: { File: clone-budget.c, Line: [[#@LINE-8]], Column: 12 }
// CHECK-NEXT: Function: freed_by_large
// CHECK-NEXT: Args:
// CHECK-NEXT: - AllocFn: malloc
// CHECK-NEXT: - Size: '24'
// CHECK-NEXT: - Callee: large_free
// CHECK-NEXT: - At: 'clone-budget.c:[[#@LINE-12]]:3'
// CHECK-NEXT: DebugLoc: { File: clone-budget.c, Line: [[#@LINE-13]], Column: 3 }
// CHECK-NEXT: - Reason: clone-budget
// TEXT: clone-budget.c:[[#@LINE-17]]:12: remark: malloc of 24 bytes stays on the heap: needs a specialised copy of 'large_free' at clone-budget.c:[[#@LINE-15]]:3
