// A site in a header is one site, however many files include it and functions it is inlined into.
//
// RUN: split-file %s %t && cd %t
// RUN: mkdir records
// RUN: %clang -O2 -g -fpass-plugin=%plugin -c -o a.o a.c -foptimization-record-file=records/a.opt.yaml
// RUN: %clang -O2 -g -fpass-plugin=%plugin -c -o b.o b.c -foptimization-record-file=records/b.opt.yaml
// RUN: %report --explain records | FileCheck %s
// RUN: %report --only promoted records | FileCheck --check-prefix=PROMOTED %s
// RUN: %report --only kept records | FileCheck --check-prefix=KEPT %s
// RUN: %report --only returned records | FileCheck --check-prefix=RETURNED %s
// RUN: %report --function escapes records | FileCheck --check-prefix=FUNCTION %s
// RUN: %report --file '*.c' records | FileCheck --check-prefix=FILE %s
// RUN: %report --format json records | FileCheck --check-prefix=JSON %s

// CHECK: b.c:10:30: malloc of 8 bytes stays on the heap: returned at b.c:10:23
// CHECK-NEXT: {{^}}    b.c:
// CHECK-NEXT: h.h:4:12: malloc of 24 bytes: 3 of 4 copies moved to the stack; 1 stays on the heap: stored to global 'global' at b.c:6:10
// CHECK-NEXT: {{^}}  3 copies in one, two, three: malloc of 24 bytes moved to the stack
// CHECK-NEXT: {{^}}  1 copy in escapes: malloc of 24 bytes stays on the heap: stored to global 'global' at b.c:6:10
// CHECK-NEXT: {{^}}    b.c:6:10: stored to global 'global'
// CHECK: 2 allocation sites: 0 moved to the stack, 0 moved if there is room, 1 moved in some copies, 1 kept on the heap
// CHECK: file    sites    moved  guarded    mixed     kept
// CHECK-NEXT: b.c         1        0        0        0        1
// CHECK-NEXT: h.h         1        0        0        1        0
// CHECK-NEXT: all         2        0        0        1        1
// CHECK: reason              sites   copies
// CHECK-NEXT: returned                1        1
// CHECK-NEXT: stored-to-global        1        1

// A site is shown with all of its copies when one of them is asked for.
// PROMOTED-NOT: b.c:10
// PROMOTED: h.h:4:12: malloc of 24 bytes: 3 of 4 copies moved to the stack; 1 stays on the heap
// PROMOTED: 1 allocation site: 0 moved
// KEPT: b.c:10:30:
// KEPT: h.h:4:12: malloc of 24 bytes: 3 of 4 copies moved to the stack; 1 stays
// KEPT: 2 allocation sites: 0 moved
// RETURNED: b.c:10:30: malloc of 8 bytes stays on the heap: returned at b.c:10:23
// RETURNED-NOT: h.h
// FUNCTION: h.h:4:12: malloc of 24 bytes stays on the heap: stored to global 'global' at b.c:6:10
// FUNCTION-EMPTY:
// FUNCTION-NEXT: 1 allocation site:
// FILE: b.c:10:30:
// FILE-NOT: h.h
// JSON: {"allocator": "malloc", "at": {"file": "h.h", "line": 4, "column": 12}, "state": "mixed", "text": "malloc of 24 bytes: 3 of 4 copies moved to the stack; 1 stays on the heap: stored to global 'global' at b.c:6:10", "copies": 4,
// JSON-NEXT: "outcomes": [{"result": "moved", "text": "malloc of 24 bytes moved to the stack", "size": 24, "slot": 24, "copies": 3, "functions": ["one", "two", "three"]},
// JSON-NEXT: {"result": "kept", "text": "malloc of 24 bytes stays on the heap: stored to global 'global' at b.c:6:10", "reason": "stored-to-global", "size": 24, "escape": {"file": "b.c", "line": 6, "column": 10}, "copies": 1, "functions": ["escapes"], "flow": [{"text": "stored to global 'global'", "at": {"file": "b.c", "line": 6, "column": 10}}]}]}

//--- h.h
#include <stdlib.h>
extern int *global;
static inline __attribute__((always_inline)) int *make(int n) {
  int *p = malloc(24);
  p[n] = n;
  return p;
}
static inline __attribute__((always_inline)) int use(int *p, int n) {
  n = p[n / 2];
  free(p);
  return n;
}
//--- a.c
#include "h.h"
int one(int n) { return use(make(n), n); }
int two(int n) { return use(make(n), n); }
//--- b.c
#include "h.h"
int *global;
int three(int n) { return use(make(n), n); }
void escapes(void) {
  int *p = make(4);
  global = p;
}

// Another site.
void *returns(void) { return malloc(8); }
