// The argument of a new thread.
//
// RUN: cd %S
// RUN: %clang -O1 -g -fpass-plugin=%plugin -c -o /dev/null passed-to-thread.c \
// RUN:   -foptimization-record-passes=heap-to-stack -foptimization-record-file=%t.yaml \
// RUN:   -Rpass=heap-to-stack -Rpass-missed=heap-to-stack -Rpass-analysis=heap-to-stack \
// RUN:   -fno-caret-diagnostics 2>%t.text
// RUN: grep -v -e '- String:' %t.yaml | FileCheck %s
// RUN: FileCheck --check-prefix=TEXT %s <%t.text
#include <pthread.h>
#include <stdlib.h>

void *run(void *);

int passed(void) {
  pthread_t thread;
  int *p = malloc(8);
  p[0] = 1;
  int failed = pthread_create(&thread, 0, run, p);
  pthread_join(thread, 0);
  free(p);
  return failed;
}

// CHECK: --- !Missed
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: NotPromoted
// CHECK-NEXT: DebugLoc: { File: passed-to-thread.c, Line: [[#@LINE-11]], Column: 12 }
// CHECK-NEXT: Function: passed
// CHECK-NEXT: Args:
// CHECK-NEXT: - AllocFn: malloc
// CHECK-NEXT: - Size: '8'
// CHECK-NEXT: - Callee: pthread_create
// CHECK-NEXT: - At: 'passed-to-thread.c:[[#@LINE-15]]:16'
// CHECK-NEXT: DebugLoc:        { File: passed-to-thread.c, Line: [[#@LINE-16]], Column: 16 }
// CHECK-NEXT: - Reason: passed-to-thread
// TEXT: passed-to-thread.c:[[#@LINE-20]]:12: remark: malloc of 8 bytes stays on the heap: passed to another thread by 'pthread_create' at passed-to-thread.c:[[#@LINE-18]]:16
// CHECK: --- !Analysis
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: Flow
// CHECK-NEXT: DebugLoc: { File: passed-to-thread.c, Line: [[#@LINE-22]], Column: 16 }
// CHECK-NEXT: Function: passed
// CHECK-NEXT: Args:
// CHECK-NEXT: - Callee: pthread_create
// CHECK-NEXT: - At: 'passed-to-thread.c:[[#@LINE-26]]:16'
// CHECK-NEXT: DebugLoc:        { File: passed-to-thread.c, Line: [[#@LINE-27]], Column: 16 }
// TEXT: passed-to-thread.c:[[#@LINE-28]]:16: remark: passed to another thread by 'pthread_create' at passed-to-thread.c:[[#@LINE-28]]:16
