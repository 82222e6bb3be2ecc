// Flow: one remark per step on the way from the allocation to its escape, in order.
//
// RUN: cd %S
// RUN: %clang -O1 -g -fpass-plugin=%plugin -c -o /dev/null flow.c \
// RUN:   -foptimization-record-passes=heap-to-stack -foptimization-record-file=%t.yaml \
// RUN:   -Rpass=heap-to-stack -Rpass-missed=heap-to-stack -Rpass-analysis=heap-to-stack \
// RUN:   -fno-caret-diagnostics 2>%t.text
// RUN: grep -v -e '- String:' %t.yaml | FileCheck %s
// RUN: FileCheck --check-prefix=TEXT %s <%t.text
#include <stdlib.h>
#include <string.h>

struct node {
  int value;
  struct node *next;
};
struct box {
  long pad;
  struct node *first;
};
struct node *global;
void look(struct box *b __attribute__((noescape)));

// Into a local struct's field and out again.
void through_local_struct(int n) {
  struct box local = {0, 0};
  struct node *p = malloc(sizeof *p);
  p->value = n;
  local.first = p;
  look(&local);
  global = local.first;
}

// CHECK: --- !Missed
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: NotPromoted
// CHECK-NEXT: DebugLoc: { File: flow.c, Line: [[#@LINE-10]], Column: 20 }
// CHECK-NEXT: Function: through_local_struct
// CHECK-NEXT: Args:
// CHECK-NEXT: - AllocFn: malloc
// CHECK-NEXT: - Size: '16'
// CHECK-NEXT: - Callee: look
// CHECK-NEXT: - At: 'flow.c:[[#@LINE-13]]:3'
// CHECK-NEXT: DebugLoc:        { File: flow.c, Line: [[#@LINE-14]], Column: 3 }
// CHECK-NEXT: - Reason: passed-to-call
// TEXT: flow.c:[[#@LINE-19]]:20: remark: malloc of 16 bytes stays on the heap: passed to 'look' at flow.c:[[#@LINE-16]]:3
// CHECK: --- !Analysis
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: Flow
// CHECK-NEXT: DebugLoc: { File: flow.c, Line: [[#@LINE-21]], Column: 15 }
// CHECK-NEXT: Function: through_local_struct
// CHECK-NEXT: Args:
// CHECK-NEXT: - Field: first
// CHECK-NEXT: - Variable: local
// CHECK-NEXT: - At: 'flow.c:[[#@LINE-26]]:15'
// CHECK-NEXT: DebugLoc:        { File: flow.c, Line: [[#@LINE-27]], Column: 15 }
// TEXT: flow.c:[[#@LINE-28]]:15: remark: assigned to field 'first' of 'local' at flow.c:[[#@LINE-28]]:15
// CHECK: --- !Analysis
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: Flow
// CHECK-NEXT: DebugLoc: { File: flow.c, Line: [[#@LINE-31]], Column: 3 }
// CHECK-NEXT: Function: through_local_struct
// CHECK-NEXT: Args:
// CHECK-NEXT: - Callee: look
// CHECK-NEXT: - At: 'flow.c:[[#@LINE-35]]:3'
// CHECK-NEXT: DebugLoc:        { File: flow.c, Line: [[#@LINE-36]], Column: 3 }
// TEXT: flow.c:[[#@LINE-37]]:3: remark: passed to 'look' at flow.c:[[#@LINE-37]]:3

// Two heap objects, one inside the other.
void through_heap(int n) {
  struct node *head = malloc(sizeof *head);
  struct node *tail = malloc(sizeof *tail);
  tail->value = n;
  tail->next = 0;
  head->value = n;
  head->next = tail;
  global = head;
}

// CHECK: --- !Missed
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: NotPromoted
// CHECK-NEXT: DebugLoc: { File: flow.c, Line: [[#@LINE-12]], Column: 23 }
// CHECK-NEXT: Function: through_heap
// CHECK-NEXT: Args:
// CHECK-NEXT: - AllocFn: malloc
// CHECK-NEXT: - Size: '16'
// CHECK-NEXT: - Global: global
// CHECK-NEXT: - At: 'flow.c:[[#@LINE-12]]:10'
// CHECK-NEXT: DebugLoc:        { File: flow.c, Line: [[#@LINE-13]], Column: 10 }
// CHECK-NEXT: - Reason: stored-to-global
// TEXT: flow.c:[[#@LINE-21]]:23: remark: malloc of 16 bytes stays on the heap: stored to global 'global' at flow.c:[[#@LINE-15]]:10
// CHECK: --- !Analysis
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: Flow
// CHECK-NEXT: DebugLoc: { File: flow.c, Line: [[#@LINE-19]], Column: 10 }
// CHECK-NEXT: Function: through_heap
// CHECK-NEXT: Args:
// CHECK-NEXT: - Global: global
// CHECK-NEXT: - At: 'flow.c:[[#@LINE-23]]:10'
// CHECK-NEXT: DebugLoc:        { File: flow.c, Line: [[#@LINE-24]], Column: 10 }
// TEXT: flow.c:[[#@LINE-25]]:10: remark: stored to global 'global' at flow.c:[[#@LINE-25]]:10
// CHECK: --- !Missed
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: NotPromoted
// CHECK-NEXT: DebugLoc: { File: flow.c, Line: [[#@LINE-34]], Column: 23 }
// CHECK-NEXT: Function: through_heap
// CHECK-NEXT: Args:
// CHECK-NEXT: - AllocFn: malloc
// CHECK-NEXT: - Size: '16'
// CHECK-NEXT: - Global: global
// CHECK-NEXT: - At: 'flow.c:[[#@LINE-35]]:10'
// CHECK-NEXT: DebugLoc:        { File: flow.c, Line: [[#@LINE-36]], Column: 10 }
// CHECK-NEXT: - Reason: stored-to-global
// TEXT: flow.c:[[#@LINE-43]]:23: remark: malloc of 16 bytes stays on the heap: stored to global 'global' at flow.c:[[#@LINE-38]]:10
// CHECK: --- !Analysis
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: Flow
// CHECK-NEXT: DebugLoc: { File: flow.c, Line: [[#@LINE-43]], Column: 14 }
// CHECK-NEXT: Function: through_heap
// CHECK-NEXT: Args:
// CHECK-NEXT: - Field: next
// CHECK-NEXT: - Variable: head
// CHECK-NEXT: - At: 'flow.c:[[#@LINE-48]]:14'
// CHECK-NEXT: DebugLoc:        { File: flow.c, Line: [[#@LINE-49]], Column: 14 }
// TEXT: flow.c:[[#@LINE-50]]:14: remark: assigned to field 'next' of 'head' at flow.c:[[#@LINE-50]]:14
// CHECK: --- !Analysis
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: Flow
// CHECK-NEXT: DebugLoc: { File: flow.c, Line: [[#@LINE-53]], Column: 10 }
// CHECK-NEXT: Function: through_heap
// CHECK-NEXT: Args:
// CHECK-NEXT: - Global: global
// CHECK-NEXT: - At: 'flow.c:[[#@LINE-57]]:10'
// CHECK-NEXT: DebugLoc:        { File: flow.c, Line: [[#@LINE-58]], Column: 10 }
// TEXT: flow.c:[[#@LINE-59]]:10: remark: stored to global 'global' at flow.c:[[#@LINE-59]]:10
