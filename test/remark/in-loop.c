// The object of one iteration is still used in the next, and freed there or not at all.
//
// RUN: cd %S
// RUN: %clang -O1 -g -fpass-plugin=%plugin -c -o /dev/null in-loop.c \
// RUN:   -foptimization-record-passes=heap-to-stack -foptimization-record-file=%t.yaml \
// RUN:   -Rpass=heap-to-stack -Rpass-missed=heap-to-stack -Rpass-analysis=heap-to-stack \
// RUN:   -fno-caret-diagnostics 2>%t.text
// RUN: grep -v -e '- String:' %t.yaml | FileCheck %s
// RUN: FileCheck --check-prefix=TEXT %s <%t.text
#include <stdlib.h>

int carried(int n) {
  int *last = 0, sum = 0;
  for (int i = 0; i < n; i++) {
    int *p = malloc(8);
    p[i & 1] = i;
    p[i & 1 ^ 1] = 1;
    if (last)
      sum += last[i & 1];
    last = p;
  }
  free(last);
  return sum;
}

// CHECK: --- !Missed
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: NotPromoted
// CHECK-NEXT: DebugLoc: { File: in-loop.c, Line: [[#@LINE-14]], Column: 14 }
// CHECK-NEXT: Function: carried
// CHECK-NEXT: Args:
// CHECK-NEXT: - AllocFn: malloc
// CHECK-NEXT: - Size: '8'
// CHECK-NEXT: - Reason: in-loop
// TEXT: in-loop.c:[[#@LINE-20]]:14: remark: malloc of 8 bytes stays on the heap: an object of an earlier iteration may still be used

int not_carried(int n) {
  int sum = 0;
  for (int i = 0; i < n; i++) {
    int *p = malloc(8);
    p[i & 1] = i;
    p[1] = 1;
    sum += p[n & 1];
    free(p);
  }
  return sum;
}

// CHECK: --- !Passed
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: Promoted
// CHECK-NEXT: DebugLoc: { File: in-loop.c, Line: [[#@LINE-12]], Column: 14 }
// CHECK-NEXT: Function: not_carried
// CHECK-NEXT: Args:
// CHECK-NEXT: - AllocFn: malloc
// CHECK-NEXT: - Size: '8'
// CHECK-NEXT: - Slot: '8'
// TEXT: in-loop.c:[[#@LINE-18]]:14: remark: malloc of 8 bytes moved to the stack

int freed_in_the_next(int n) {
  int *last = 0, sum = 0;
  for (int i = 0; i < n; i++) {
    int *p = malloc(8);
    p[i & 1] = i;
    p[i & 1 ^ 1] = 1;
    if (last)
      sum += last[i & 1];
    free(last);
    last = p;
  }
  free(last);
  return sum;
}

// CHECK: --- !Passed
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: PromotedGuarded
// CHECK-NEXT: DebugLoc: { File: in-loop.c, Line: [[#@LINE-15]], Column: 14 }
// CHECK-NEXT: Function: freed_in_the_next
// CHECK-NEXT: Args:
// CHECK-NEXT: - AllocFn: malloc
// CHECK-NEXT: - Size: '8'
// CHECK-NEXT: - Limit: '8'
// CHECK-NEXT: - Slots: '2'
// TEXT: in-loop.c:[[#@LINE-22]]:14: remark: malloc of 8 bytes moved to the stack when fewer than 2 of them are in use

int of_run_time_size(int n) {
  char *last = 0;
  int sum = 0;
  for (int i = 0; i < n; i++) {
    char *p = malloc(i + 1);
    p[i] = i;
    if (last)
      sum += last[i - 1];
    free(last);
    last = p;
  }
  free(last);
  return sum;
}

// CHECK: --- !Passed
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: PromotedGuarded
// CHECK-NEXT: DebugLoc: { File: in-loop.c, Line: [[#@LINE-14]], Column: 15 }
// CHECK-NEXT: Function: of_run_time_size
// CHECK-NEXT: Args:
// CHECK-NEXT: - AllocFn: malloc
// CHECK-NEXT: - Limit: '256'
// CHECK-NEXT: - Slots: '2'
// TEXT: in-loop.c:[[#@LINE-20]]:15: remark: malloc of run-time size moved to the stack when at most 256 bytes and fewer than 2 of them are in use
