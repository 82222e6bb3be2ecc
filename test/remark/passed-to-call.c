// Passed to a function that may keep it: Callee is its name as the source says it.
//
// RUN: cd %S
// RUN: %clang -O1 -g -fpass-plugin=%plugin -c -o /dev/null passed-to-call.c \
// RUN:   -foptimization-record-passes=heap-to-stack -foptimization-record-file=%t.yaml \
// RUN:   -Rpass=heap-to-stack -Rpass-missed=heap-to-stack -Rpass-analysis=heap-to-stack \
// RUN:   -fno-caret-diagnostics 2>%t.text
// RUN: grep -v -e '- String:' %t.yaml | FileCheck %s
// RUN: FileCheck --check-prefix=TEXT %s <%t.text
#include <stdlib.h>

void keep(int, int *);

void passed(int n) {
  int *p = malloc(24);
  keep(n, p);
}

// CHECK: --- !Missed
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: NotPromoted
// CHECK-NEXT: DebugLoc: { File: passed-to-call.c, Line: [[#@LINE-7]], Column: 12 }
// CHECK-NEXT: Function: passed
// CHECK-NEXT: Args:
// CHECK-NEXT: - AllocFn: malloc
// CHECK-NEXT: - Size: '24'
// CHECK-NEXT: - Callee: keep
// CHECK-NEXT: - At: 'passed-to-call.c:[[#@LINE-12]]:3'
// CHECK-NEXT: DebugLoc:        { File: passed-to-call.c, Line: [[#@LINE-13]], Column: 3 }
// CHECK-NEXT: - Reason: passed-to-call
// TEXT: passed-to-call.c:[[#@LINE-16]]:12: remark: malloc of 24 bytes stays on the heap: passed to 'keep' at passed-to-call.c:[[#@LINE-15]]:3
// CHECK: --- !Analysis
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: Flow
// CHECK-NEXT: DebugLoc: { File: passed-to-call.c, Line: [[#@LINE-19]], Column: 3 }
// CHECK-NEXT: Function: passed
// CHECK-NEXT: Args:
// CHECK-NEXT: - Callee: keep
// CHECK-NEXT: - At: 'passed-to-call.c:[[#@LINE-23]]:3'
// CHECK-NEXT: DebugLoc:        { File: passed-to-call.c, Line: [[#@LINE-24]], Column: 3 }
// TEXT: passed-to-call.c:[[#@LINE-25]]:3: remark: passed to 'keep' at passed-to-call.c:[[#@LINE-25]]:3

void passed_through_pointer(void (*f)(int *)) {
  int *p = malloc(24);
  *p = 1;
  f(p);
  free(p);
}

// CHECK: --- !Missed
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: NotPromoted
// CHECK-NEXT: DebugLoc: { File: passed-to-call.c, Line: [[#@LINE-9]], Column: 12 }
// CHECK-NEXT: Function: passed_through_pointer
// CHECK-NEXT: Args:
// CHECK-NEXT: - AllocFn: malloc
// CHECK-NEXT: - Size: '24'
// CHECK-NEXT: - Note: a function called through a pointer
// CHECK-NEXT: - At: 'passed-to-call.c:[[#@LINE-13]]:3'
// CHECK-NEXT: DebugLoc:        { File: passed-to-call.c, Line: [[#@LINE-14]], Column: 3 }
// CHECK-NEXT: - Reason: passed-to-call
// TEXT: passed-to-call.c:[[#@LINE-18]]:12: remark: malloc of 24 bytes stays on the heap: passed to a function called through a pointer at passed-to-call.c:[[#@LINE-16]]:3
// CHECK: --- !Analysis
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: Flow
// CHECK-NEXT: DebugLoc: { File: passed-to-call.c, Line: [[#@LINE-20]], Column: 3 }
// CHECK-NEXT: Function: passed_through_pointer
// CHECK-NEXT: Args:
// CHECK-NEXT: - Note: a function called through a pointer
// CHECK-NEXT: - At: 'passed-to-call.c:[[#@LINE-24]]:3'
// CHECK-NEXT: DebugLoc:        { File: passed-to-call.c, Line: [[#@LINE-25]], Column: 3 }
// TEXT: passed-to-call.c:[[#@LINE-26]]:3: remark: passed to a function called through a pointer at passed-to-call.c:[[#@LINE-26]]:3

void passed_to_assembly(void) {
  int *p = malloc(24);
  *p = 1;
  __asm__ volatile("" : : "r"(p) : "memory");
  free(p);
}

// CHECK: --- !Missed
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: NotPromoted
// CHECK-NEXT: DebugLoc: { File: passed-to-call.c, Line: [[#@LINE-9]], Column: 12 }
// CHECK-NEXT: Function: passed_to_assembly
// CHECK-NEXT: Args:
// CHECK-NEXT: - AllocFn: malloc
// CHECK-NEXT: - Size: '24'
// CHECK-NEXT: - Note: inline assembly
// CHECK-NEXT: - At: 'passed-to-call.c:[[#@LINE-13]]:3'
// CHECK-NEXT: DebugLoc:        { File: passed-to-call.c, Line: [[#@LINE-14]], Column: 3 }
// CHECK-NEXT: - Reason: passed-to-call
// TEXT: passed-to-call.c:[[#@LINE-18]]:12: remark: malloc of 24 bytes stays on the heap: passed to inline assembly at passed-to-call.c:[[#@LINE-16]]:3
// CHECK: --- !Analysis
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: Flow
// CHECK-NEXT: DebugLoc: { File: passed-to-call.c, Line: [[#@LINE-20]], Column: 3 }
// CHECK-NEXT: Function: passed_to_assembly
// CHECK-NEXT: Args:
// CHECK-NEXT: - Note: inline assembly
// CHECK-NEXT: - At: 'passed-to-call.c:[[#@LINE-24]]:3'
// CHECK-NEXT: DebugLoc:        { File: passed-to-call.c, Line: [[#@LINE-25]], Column: 3 }
// TEXT: passed-to-call.c:[[#@LINE-26]]:3: remark: passed to inline assembly at passed-to-call.c:[[#@LINE-26]]:3

// In a callee: both calls are named, from the outside to the inside.
__attribute__((noinline)) static void forward(int *p) {
  *p = 1;
  keep(2, p);
}

void passed_in_callee(void) {
  int *p = malloc(24);
  forward(p);
}

// CHECK: --- !Missed
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: NotPromoted
// CHECK-NEXT: DebugLoc: { File: passed-to-call.c, Line: [[#@LINE-7]], Column: 12 }
// CHECK-NEXT: Function: passed_in_callee
// CHECK-NEXT: Args:
// CHECK-NEXT: - AllocFn: malloc
// CHECK-NEXT: - Size: '24'
// CHECK-NEXT: - Callee: forward
// CHECK-NEXT: - At: 'passed-to-call.c:[[#@LINE-12]]:3'
// CHECK-NEXT: DebugLoc:        { File: passed-to-call.c, Line: [[#@LINE-13]], Column: 3 }
// CHECK-NEXT: - Callee: keep
// CHECK-NEXT: - At: 'passed-to-call.c:[[#@LINE-20]]:3'
// CHECK-NEXT: DebugLoc:        { File: passed-to-call.c, Line: [[#@LINE-21]], Column: 3 }
// CHECK-NEXT: - Reason: passed-to-call
// TEXT: passed-to-call.c:[[#@LINE-19]]:12: remark: malloc of 24 bytes stays on the heap: passed to 'forward' at passed-to-call.c:[[#@LINE-18]]:3, which passes it to 'keep' at passed-to-call.c:[[#@LINE-23]]:3
// CHECK: --- !Analysis
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: Flow
// CHECK-NEXT: DebugLoc: { File: passed-to-call.c, Line: [[#@LINE-22]], Column: 3 }
// CHECK-NEXT: Function: passed_in_callee
// CHECK-NEXT: Args:
// CHECK-NEXT: - Argument: '1'
// CHECK-NEXT: - Callee: forward
// CHECK-NEXT: - At: 'passed-to-call.c:[[#@LINE-27]]:3'
// CHECK-NEXT: DebugLoc:        { File: passed-to-call.c, Line: [[#@LINE-28]], Column: 3 }
// CHECK-NEXT: - Callee: keep
// CHECK-NEXT: - At: 'passed-to-call.c:[[#@LINE-35]]:3'
// CHECK-NEXT: DebugLoc:        { File: passed-to-call.c, Line: [[#@LINE-36]], Column: 3 }
// TEXT: passed-to-call.c:[[#@LINE-32]]:3: remark: passed as argument 1 of 'forward' at passed-to-call.c:[[#@LINE-32]]:3, which passes it to 'keep' at passed-to-call.c:[[#@LINE-37]]:3
