// A variadic argument: of a function of this module, of one that is only declared, of printf's %p.
//
// RUN: cd %S
// RUN: %clang -O1 -g -fpass-plugin=%plugin -c -o /dev/null passed-to-variadic.c \
// RUN:   -foptimization-record-passes=heap-to-stack -foptimization-record-file=%t.yaml \
// RUN:   -Rpass=heap-to-stack -Rpass-missed=heap-to-stack -Rpass-analysis=heap-to-stack \
// RUN:   -fno-caret-diagnostics 2>%t.text
// RUN: grep -v -e '- String:' %t.yaml | FileCheck %s
// RUN: FileCheck --check-prefix=TEXT %s <%t.text
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

__attribute__((noinline)) static int first(int n, ...) {
  va_list list;
  va_start(list, n);
  int *p = va_arg(list, int *);
  va_end(list);
  return *p + n;
}

int passed_to_own_function(int n) {
  int *p = malloc(24);
  *p = n;
  int r = first(n, p);
  free(p);
  return r;
}

// CHECK: --- !Missed
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: NotPromoted
// CHECK-NEXT: DebugLoc: { File: passed-to-variadic.c, Line: [[#@LINE-10]], Column: 12 }
// CHECK-NEXT: Function: passed_to_own_function
// CHECK-NEXT: Args:
// CHECK-NEXT: - AllocFn: malloc
// CHECK-NEXT: - Size: '24'
// CHECK-NEXT: - Callee: first
// CHECK-NEXT: - At: 'passed-to-variadic.c:[[#@LINE-14]]:11'
// CHECK-NEXT: DebugLoc:        { File: passed-to-variadic.c, Line: [[#@LINE-15]], Column: 11 }
// CHECK-NEXT: - Reason: passed-to-variadic
// TEXT: passed-to-variadic.c:[[#@LINE-19]]:12: remark: malloc of 24 bytes stays on the heap: passed as a variadic argument to 'first' at passed-to-variadic.c:[[#@LINE-17]]:11
// CHECK: --- !Analysis
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: Flow
// CHECK-NEXT: DebugLoc: { File: passed-to-variadic.c, Line: [[#@LINE-21]], Column: 11 }
// CHECK-NEXT: Function: passed_to_own_function
// CHECK-NEXT: Args:
// CHECK-NEXT: - Callee: first
// CHECK-NEXT: - At: 'passed-to-variadic.c:[[#@LINE-25]]:11'
// CHECK-NEXT: DebugLoc:        { File: passed-to-variadic.c, Line: [[#@LINE-26]], Column: 11 }
// TEXT: passed-to-variadic.c:[[#@LINE-27]]:11: remark: passed as a variadic argument to 'first' at passed-to-variadic.c:[[#@LINE-27]]:11

void passed_to_printf(int n) {
  int *p = malloc(24);
  *p = n;
  printf("%p", (void *)p);
  free(p);
}

// CHECK: --- !Missed
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: NotPromoted
// CHECK-NEXT: DebugLoc: { File: passed-to-variadic.c, Line: [[#@LINE-9]], Column: 12 }
// CHECK-NEXT: Function: passed_to_printf
// CHECK-NEXT: Args:
// CHECK-NEXT: - AllocFn: malloc
// CHECK-NEXT: - Size: '24'
// CHECK-NEXT: - Callee: printf
// CHECK-NEXT: - At: 'passed-to-variadic.c:[[#@LINE-13]]:3'
// CHECK-NEXT: DebugLoc:        { File: passed-to-variadic.c, Line: [[#@LINE-14]], Column: 3 }
// CHECK-NEXT: - Reason: passed-to-variadic
// TEXT: passed-to-variadic.c:[[#@LINE-18]]:12: remark: malloc of 24 bytes stays on the heap: passed as a variadic argument to 'printf' at passed-to-variadic.c:[[#@LINE-16]]:3
// CHECK: --- !Analysis
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: Flow
// CHECK-NEXT: DebugLoc: { File: passed-to-variadic.c, Line: [[#@LINE-20]], Column: 3 }
// CHECK-NEXT: Function: passed_to_printf
// CHECK-NEXT: Args:
// CHECK-NEXT: - Callee: printf
// CHECK-NEXT: - At: 'passed-to-variadic.c:[[#@LINE-24]]:3'
// CHECK-NEXT: DebugLoc:        { File: passed-to-variadic.c, Line: [[#@LINE-25]], Column: 3 }
// TEXT: passed-to-variadic.c:[[#@LINE-26]]:3: remark: passed as a variadic argument to 'printf' at passed-to-variadic.c:[[#@LINE-26]]:3
