// From clang's records, in both formats, to the report.
//
// RUN: rm -rf %t && mkdir -p %t
// RUN: cd %S
// RUN: %clang -O1 -g -fpass-plugin=%plugin -c -o %t/a.o end-to-end.c -fsave-optimization-record \
// RUN:   -foptimization-record-file=%t/a.opt.yaml
// RUN: %report %t/a.opt.yaml >%t/text
// RUN: FileCheck %s <%t/text
// RUN: %report --explain %t/a.opt.yaml | FileCheck --check-prefix=EXPLAIN %s
//
// A folder, and standard input.
// RUN: %report %t | diff %t/text -
// RUN: %report - <%t/a.opt.yaml | diff %t/text -
//
// To a file; nothing on standard output. Colours only when asked for.
// RUN: %report -o %t/out %t/a.opt.yaml | count 0
// RUN: diff %t/text %t/out
// RUN: %report --color=always %t/a.opt.yaml | FileCheck --check-prefix=COLOR %s
// RUN: %report --color never %t/a.opt.yaml | diff %t/text -
#include <stdlib.h>

int *global;
void keep(int *);

int kept(int n) {
  int *p = malloc(24);
  p[n] = n;
  global = p;
  return p[n / 2];
}

int moved(int n) {
  int *p = calloc(6, 4);
  p[n] = n;
  n = p[n / 2];
  free(p);
  return n;
}

int small(unsigned n) {
  int *p = malloc(n);
  p[n / 8] = 1;
  n = p[n / 9];
  free(p);
  return n;
}

// CHECK: end-to-end.c:[[#@LINE-22]]:12: malloc of 24 bytes stays on the heap: stored to global 'global' at end-to-end.c:[[#@LINE-20]]:10
// CHECK-NEXT: end-to-end.c:[[#@LINE-16]]:12: calloc of 24 bytes moved to the stack
// CHECK-NEXT: end-to-end.c:[[#@LINE-9]]:12: malloc of run-time size moved to the stack when at most 256 bytes
// CHECK-EMPTY:
// CHECK-NEXT: 3 allocation sites: 1 moved to the stack, 1 moved if there is room, 0 moved in some copies, 1 kept on the heap
// CHECK-EMPTY:
// CHECK-NEXT: file            sites    moved  guarded    mixed     kept
// CHECK-NEXT: end-to-end.c        3        1        1        0        1
// CHECK-EMPTY:
// CHECK-NEXT: reason              sites   copies
// CHECK-NEXT: stored-to-global        1        1
// CHECK-NOT: {{.}}

// EXPLAIN: end-to-end.c:[[#@LINE-35]]:12: malloc of 24 bytes stays on the heap
// EXPLAIN-NEXT: {{^}}    end-to-end.c:[[#@LINE-34]]:10: stored to global 'global'{{$}}
// EXPLAIN-NEXT: end-to-end.c:[[#@LINE-30]]:12: calloc

// COLOR: {{.\[31m}}stays on the heap
// COLOR: {{.\[32m}}moved to the stack
