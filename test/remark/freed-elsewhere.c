// A callee frees it: Callee is the one that is called here, the free itself comes after it.
//
// RUN: cd %S
// RUN: %clang -O1 -g -fpass-plugin=%plugin -c -o /dev/null freed-elsewhere.c \
// RUN:   -foptimization-record-passes=heap-to-stack -foptimization-record-file=%t.yaml \
// RUN:   -Rpass=heap-to-stack -Rpass-missed=heap-to-stack -Rpass-analysis=heap-to-stack \
// RUN:   -fno-caret-diagnostics 2>%t.text
// RUN: grep -v -e '- String:' %t.yaml | FileCheck %s
// RUN: FileCheck --check-prefix=TEXT %s <%t.text
#include <stdlib.h>

void work(void);

__attribute__((noinline, annotate("heap-to-stack=off"))) static void destroy(int *p) {
  work();
  free(p);
}

void freed_by_callee(int n) {
  int *p = malloc(24);
  *p = n;
  destroy(p);
}

// CHECK: --- !Missed
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: NotPromoted
// CHECK-NEXT: DebugLoc: { File: freed-elsewhere.c, Line: [[#@LINE-8]], Column: 12 }
// CHECK-NEXT: Function: freed_by_callee
// CHECK-NEXT: Args:
// CHECK-NEXT: - AllocFn: malloc
// CHECK-NEXT: - Size: '24'
// CHECK-NEXT: - Callee: destroy
// CHECK-NEXT: - At: 'freed-elsewhere.c:[[#@LINE-12]]:3'
// CHECK-NEXT: DebugLoc:        { File: freed-elsewhere.c, Line: [[#@LINE-13]], Column: 3 }
// CHECK-NEXT: - Callee: free
// CHECK-NEXT: - At: 'freed-elsewhere.c:[[#@LINE-21]]:3'
// CHECK-NEXT: DebugLoc:        { File: freed-elsewhere.c, Line: [[#@LINE-22]], Column: 3 }
// CHECK-NEXT: - Reason: freed-elsewhere
// TEXT: freed-elsewhere.c:[[#@LINE-20]]:12: remark: malloc of 24 bytes stays on the heap: may be freed by 'destroy' at freed-elsewhere.c:[[#@LINE-18]]:3, which may free it by 'free' at freed-elsewhere.c:[[#@LINE-24]]:3
// CHECK: --- !Analysis
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: Flow
// CHECK-NEXT: DebugLoc: { File: freed-elsewhere.c, Line: [[#@LINE-22]], Column: 3 }
// CHECK-NEXT: Function: freed_by_callee
// CHECK-NEXT: Args:
// CHECK-NEXT: - Argument: '1'
// CHECK-NEXT: - Callee: destroy
// CHECK-NEXT: - At: 'freed-elsewhere.c:[[#@LINE-27]]:3'
// CHECK-NEXT: DebugLoc:        { File: freed-elsewhere.c, Line: [[#@LINE-28]], Column: 3 }
// CHECK-NEXT: - Callee: free
// CHECK-NEXT: - At: 'freed-elsewhere.c:[[#@LINE-36]]:3'
// CHECK-NEXT: DebugLoc:        { File: freed-elsewhere.c, Line: [[#@LINE-37]], Column: 3 }
// TEXT: freed-elsewhere.c:[[#@LINE-32]]:3: remark: passed as argument 1 of 'destroy' at freed-elsewhere.c:[[#@LINE-32]]:3, which may free it by 'free' at freed-elsewhere.c:[[#@LINE-38]]:3
