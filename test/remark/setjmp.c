// setjmp: heap memory keeps its value across longjmp, a local need not.
//
// RUN: cd %S
// RUN: %clang -O1 -g -fpass-plugin=%plugin -c -o /dev/null setjmp.c \
// RUN:   -foptimization-record-passes=heap-to-stack -foptimization-record-file=%t.yaml \
// RUN:   -Rpass=heap-to-stack -Rpass-missed=heap-to-stack -Rpass-analysis=heap-to-stack \
// RUN:   -fno-caret-diagnostics 2>%t.text
// RUN: grep -v -e '- String:' %t.yaml | FileCheck %s
// RUN: FileCheck --check-prefix=TEXT %s <%t.text
#include <setjmp.h>
#include <stdlib.h>

void work(void);
extern jmp_buf state;

int returns_twice(int n) {
  int *p = malloc(24);
  p[n] = n;
  if (!setjmp(state)) {
    p[1] = 2;
    work();
  }
  n = p[n / 2];
  free(p);
  return n;
}

// CHECK: --- !Missed
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: NotPromoted
// CHECK-NEXT: DebugLoc: { File: setjmp.c, Line: [[#@LINE-14]], Column: 12 }
// CHECK-NEXT: Function: returns_twice
// CHECK-NEXT: Args:
// CHECK-NEXT: - AllocFn: malloc
// CHECK-NEXT: - Size: '24'
// CHECK-NEXT: - At: 'setjmp.c:[[#@LINE-17]]:8'
// CHECK-NEXT: DebugLoc:        { File: setjmp.c, Line: [[#@LINE-18]], Column: 8 }
// CHECK-NEXT: - Reason: setjmp
// TEXT: setjmp.c:[[#@LINE-22]]:12: remark: malloc of 24 bytes stays on the heap: the function calls setjmp or its like at setjmp.c:[[#@LINE-20]]:8
