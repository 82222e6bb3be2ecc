// Stored to memory that is not the function's own; Param names it when it is a parameter's.
//
// RUN: cd %S
// RUN: %clang -O1 -g -fpass-plugin=%plugin -c -o /dev/null stored-to-heap.c \
// RUN:   -foptimization-record-passes=heap-to-stack -foptimization-record-file=%t.yaml \
// RUN:   -Rpass=heap-to-stack -Rpass-missed=heap-to-stack -Rpass-analysis=heap-to-stack \
// RUN:   -fno-caret-diagnostics 2>%t.text
// RUN: grep -v -e '- String:' %t.yaml | FileCheck %s
// RUN: FileCheck --check-prefix=TEXT %s <%t.text
#include <stdlib.h>

struct list {
  struct list *next;
  int value;
};

void stored_to_parameter(struct list *head, int value) {
  struct list *l = malloc(sizeof *l);
  l->value = value;
  l->next = head->next;
  head->next = l;
}

// CHECK: --- !Missed
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: NotPromoted
// CHECK-NEXT: DebugLoc: { File: stored-to-heap.c, Line: [[#@LINE-9]], Column: 20 }
// CHECK-NEXT: Function: stored_to_parameter
// CHECK-NEXT: Args:
// CHECK-NEXT: - AllocFn: malloc
// CHECK-NEXT: - Size: '16'
// CHECK-NEXT: - Param: head
// CHECK-NEXT: - At: 'stored-to-heap.c:[[#@LINE-12]]:14'
// CHECK-NEXT: DebugLoc:        { File: stored-to-heap.c, Line: [[#@LINE-13]], Column: 14 }
// CHECK-NEXT: - Reason: stored-to-heap
// TEXT: stored-to-heap.c:[[#@LINE-18]]:20: remark: malloc of 16 bytes stays on the heap: stored to memory that 'head' points to at stored-to-heap.c:[[#@LINE-15]]:14
// CHECK: --- !Analysis
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: Flow
// CHECK-NEXT: DebugLoc: { File: stored-to-heap.c, Line: [[#@LINE-19]], Column: 14 }
// CHECK-NEXT: Function: stored_to_parameter
// CHECK-NEXT: Args:
// CHECK-NEXT: - Param: head
// CHECK-NEXT: - At: 'stored-to-heap.c:[[#@LINE-23]]:14'
// CHECK-NEXT: DebugLoc:        { File: stored-to-heap.c, Line: [[#@LINE-24]], Column: 14 }
// TEXT: stored-to-heap.c:[[#@LINE-25]]:14: remark: stored to memory that 'head' points to at stored-to-heap.c:[[#@LINE-25]]:14

// Two calls deep.
__attribute__((noinline)) static void link_after(struct list *where, struct list *l) {
  l->next = where->next;
  where->next = l;
}
__attribute__((noinline)) static void push(struct list *head, struct list *l) {
  l->value = 1;
  link_after(head, l);
}

void stored_two_calls_deep(struct list *head) {
  struct list *l = malloc(sizeof *l);
  push(head, l);
}

// CHECK: --- !Missed
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: NotPromoted
// CHECK-NEXT: DebugLoc: { File: stored-to-heap.c, Line: [[#@LINE-7]], Column: 20 }
// CHECK-NEXT: Function: stored_two_calls_deep
// CHECK-NEXT: Args:
// CHECK-NEXT: - AllocFn: malloc
// CHECK-NEXT: - Size: '16'
// CHECK-NEXT: - Callee: push
// CHECK-NEXT: - At: 'stored-to-heap.c:[[#@LINE-12]]:3'
// CHECK-NEXT: DebugLoc:        { File: stored-to-heap.c, Line: [[#@LINE-13]], Column: 3 }
// CHECK-NEXT: - Param: head
// CHECK-NEXT: - At: 'stored-to-heap.c:[[#@LINE-20]]:3'
// CHECK-NEXT: DebugLoc:        { File: stored-to-heap.c, Line: [[#@LINE-21]], Column: 3 }
// CHECK-NEXT: - Reason: stored-to-heap
// TEXT: stored-to-heap.c:[[#@LINE-19]]:20: remark: malloc of 16 bytes stays on the heap: passed to 'push' at stored-to-heap.c:[[#@LINE-18]]:3, which stores it to memory that 'head' points to at stored-to-heap.c:[[#@LINE-23]]:3
// CHECK: --- !Analysis
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: Flow
// CHECK-NEXT: DebugLoc: { File: stored-to-heap.c, Line: [[#@LINE-22]], Column: 3 }
// CHECK-NEXT: Function: stored_two_calls_deep
// CHECK-NEXT: Args:
// CHECK-NEXT: - Argument: '2'
// CHECK-NEXT: - Callee: push
// CHECK-NEXT: - At: 'stored-to-heap.c:[[#@LINE-27]]:3'
// CHECK-NEXT: DebugLoc:        { File: stored-to-heap.c, Line: [[#@LINE-28]], Column: 3 }
// CHECK-NEXT: - Param: head
// CHECK-NEXT: - At: 'stored-to-heap.c:[[#@LINE-35]]:3'
// CHECK-NEXT: DebugLoc:        { File: stored-to-heap.c, Line: [[#@LINE-36]], Column: 3 }
// TEXT: stored-to-heap.c:[[#@LINE-32]]:3: remark: passed as argument 2 of 'push' at stored-to-heap.c:[[#@LINE-32]]:3, which stores it to memory that 'head' points to at stored-to-heap.c:[[#@LINE-37]]:3
