// Stored to a global: Global names it, At is the store, with its own DebugLoc.
//
// RUN: cd %S
// RUN: %clang -O1 -g -fpass-plugin=%plugin -c -o /dev/null stored-to-global.c \
// RUN:   -foptimization-record-passes=heap-to-stack -foptimization-record-file=%t.yaml \
// RUN:   -Rpass=heap-to-stack -Rpass-missed=heap-to-stack -Rpass-analysis=heap-to-stack \
// RUN:   -fno-caret-diagnostics 2>%t.text
// RUN: grep -v -e '- String:' %t.yaml | FileCheck %s
// RUN: FileCheck --check-prefix=TEXT %s <%t.text
#include <stdlib.h>

struct entry {
  int key;
  struct entry *next;
} *table;
struct { long pad; void *last; } cache;

void stored(int key) {
  struct entry *e = malloc(sizeof *e);
  e->key = key;
  e->next = table;
  table = e;
}

// CHECK: --- !Missed
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: NotPromoted
// CHECK-NEXT: DebugLoc: { File: stored-to-global.c, Line: [[#@LINE-9]], Column: 21 }
// CHECK-NEXT: Function: stored
// CHECK-NEXT: Args:
// CHECK-NEXT: - AllocFn: malloc
// CHECK-NEXT: - Size: '16'
// CHECK-NEXT: - Global: table
// CHECK-NEXT: - At: 'stored-to-global.c:[[#@LINE-12]]:9'
// CHECK-NEXT: DebugLoc:        { File: stored-to-global.c, Line: [[#@LINE-13]], Column: 9 }
// CHECK-NEXT: - Reason: stored-to-global
// TEXT: stored-to-global.c:[[#@LINE-18]]:21: remark: malloc of 16 bytes stays on the heap: stored to global 'table' at stored-to-global.c:[[#@LINE-15]]:9
// CHECK: --- !Analysis
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: Flow
// CHECK-NEXT: DebugLoc: { File: stored-to-global.c, Line: [[#@LINE-19]], Column: 9 }
// CHECK-NEXT: Function: stored
// CHECK-NEXT: Args:
// CHECK-NEXT: - Global: table
// CHECK-NEXT: - At: 'stored-to-global.c:[[#@LINE-23]]:9'
// CHECK-NEXT: DebugLoc:        { File: stored-to-global.c, Line: [[#@LINE-24]], Column: 9 }
// TEXT: stored-to-global.c:[[#@LINE-25]]:9: remark: stored to global 'table' at stored-to-global.c:[[#@LINE-25]]:9

void stored_to_field(int key) {
  int *p = calloc(1, 4);
  *p = key;
  cache.last = p;
}

// CHECK: --- !Missed
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: NotPromoted
// CHECK-NEXT: DebugLoc: { File: stored-to-global.c, Line: [[#@LINE-8]], Column: 12 }
// CHECK-NEXT: Function: stored_to_field
// CHECK-NEXT: Args:
// CHECK-NEXT: - AllocFn: calloc
// CHECK-NEXT: - Size: '4'
// CHECK-NEXT: - Global: cache
// CHECK-NEXT: - At: 'stored-to-global.c:[[#@LINE-12]]:14'
// CHECK-NEXT: DebugLoc:        { File: stored-to-global.c, Line: [[#@LINE-13]], Column: 14 }
// CHECK-NEXT: - Reason: stored-to-global
// TEXT: stored-to-global.c:[[#@LINE-17]]:12: remark: calloc of 4 bytes stays on the heap: stored to global 'cache' at stored-to-global.c:[[#@LINE-15]]:14
// CHECK: --- !Analysis
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: Flow
// CHECK-NEXT: DebugLoc: { File: stored-to-global.c, Line: [[#@LINE-19]], Column: 14 }
// CHECK-NEXT: Function: stored_to_field
// CHECK-NEXT: Args:
// CHECK-NEXT: - Global: cache
// CHECK-NEXT: - At: 'stored-to-global.c:[[#@LINE-23]]:14'
// CHECK-NEXT: DebugLoc:        { File: stored-to-global.c, Line: [[#@LINE-24]], Column: 14 }
// TEXT: stored-to-global.c:[[#@LINE-25]]:14: remark: stored to global 'cache' at stored-to-global.c:[[#@LINE-25]]:14

// By way of a callee: Callee and the call first, then what happens in it.
__attribute__((noinline)) static void insert(int key, struct entry *e) {
  e->key = key;
  table = e;
}

void stored_by_callee(int key) {
  struct entry *e = malloc(sizeof *e);
  e->next = 0;
  insert(key, e);
}

// CHECK: --- !Missed
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: NotPromoted
// CHECK-NEXT: DebugLoc: { File: stored-to-global.c, Line: [[#@LINE-8]], Column: 21 }
// CHECK-NEXT: Function: stored_by_callee
// CHECK-NEXT: Args:
// CHECK-NEXT: - AllocFn: malloc
// CHECK-NEXT: - Size: '16'
// CHECK-NEXT: - Callee: insert
// CHECK-NEXT: - At: 'stored-to-global.c:[[#@LINE-12]]:3'
// CHECK-NEXT: DebugLoc:        { File: stored-to-global.c, Line: [[#@LINE-13]], Column: 3 }
// CHECK-NEXT: - Global: table
// CHECK-NEXT: - At: 'stored-to-global.c:[[#@LINE-21]]:9'
// CHECK-NEXT: DebugLoc:        { File: stored-to-global.c, Line: [[#@LINE-22]], Column: 9 }
// CHECK-NEXT: - Reason: stored-to-global
// TEXT: stored-to-global.c:[[#@LINE-20]]:21: remark: malloc of 16 bytes stays on the heap: passed to 'insert' at stored-to-global.c:[[#@LINE-18]]:3, which stores it to global 'table' at stored-to-global.c:[[#@LINE-24]]:9
// CHECK: --- !Analysis
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: Flow
// CHECK-NEXT: DebugLoc: { File: stored-to-global.c, Line: [[#@LINE-22]], Column: 3 }
// CHECK-NEXT: Function: stored_by_callee
// CHECK-NEXT: Args:
// CHECK-NEXT: - Argument: '2'
// CHECK-NEXT: - Callee: insert
// CHECK-NEXT: - At: 'stored-to-global.c:[[#@LINE-27]]:3'
// CHECK-NEXT: DebugLoc:        { File: stored-to-global.c, Line: [[#@LINE-28]], Column: 3 }
// CHECK-NEXT: - Global: table
// CHECK-NEXT: - At: 'stored-to-global.c:[[#@LINE-36]]:9'
// CHECK-NEXT: DebugLoc:        { File: stored-to-global.c, Line: [[#@LINE-37]], Column: 9 }
// TEXT: stored-to-global.c:[[#@LINE-32]]:3: remark: passed as argument 2 of 'insert' at stored-to-global.c:[[#@LINE-32]]:3, which stores it to global 'table' at stored-to-global.c:[[#@LINE-38]]:9
