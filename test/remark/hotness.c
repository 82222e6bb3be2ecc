// With a profile, remarks carry the allocation's block count, and a threshold keeps cold ones out.
//
// RUN: split-file %s %t
// RUN: llvm-profdata merge -o %t/prof.data %t/prof.txt
// RUN: cd %t
// RUN: %clang -O1 -g -fpass-plugin=%plugin -fprofile-instr-use=prof.data -c -o /dev/null f.c \
// RUN:   -foptimization-record-passes=heap-to-stack -foptimization-record-file=f.yaml \
// RUN:   -fdiagnostics-show-hotness -Rpass=heap-to-stack -Rpass-missed=heap-to-stack \
// RUN:   -fno-caret-diagnostics 2>text
// RUN: grep -v -e '- String:' f.yaml | FileCheck %t/f.c
// RUN: FileCheck --check-prefix=TEXT %t/f.c <text
// RUN: %clang -O1 -g -fpass-plugin=%plugin -fprofile-instr-use=prof.data -c -o /dev/null f.c \
// RUN:   -fdiagnostics-show-hotness -fdiagnostics-hotness-threshold=500 -Rpass=heap-to-stack \
// RUN:   -Rpass-missed=heap-to-stack 2>&1 | FileCheck --check-prefix=WARM --implicit-check-not=stays %t/f.c

//--- f.c
#include <stdlib.h>
int *global;

int rare(int n) {
  int *p = malloc(24);
  *p = n;
  global = p;
  return n;
}

int often(int n) {
  int *p = malloc(8);
  p[n] = n;
  n = p[n / 2];
  free(p);
  return n;
}

// CHECK:      --- !Missed
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: NotPromoted
// CHECK-NEXT: DebugLoc: { File: f.c, Line: 5, Column: 12 }
// CHECK-NEXT: Function: rare
// CHECK-NEXT: Hotness: 3
// CHECK:      --- !Analysis
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: Flow
// CHECK-NEXT: DebugLoc: { File: f.c, Line: 7, Column: 10 }
// CHECK-NEXT: Function: rare
// CHECK-NEXT: Hotness: 3
// CHECK:      --- !Passed
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: Promoted
// CHECK-NEXT: DebugLoc: { File: f.c, Line: 12, Column: 12 }
// CHECK-NEXT: Function: often
// CHECK-NEXT: Hotness: 1000

// TEXT: f.c:5:12: remark: malloc of 24 bytes stays on the heap: stored to global 'global' at f.c:7:10 (hotness: 3)
// TEXT: f.c:12:12: remark: malloc of 8 bytes moved to the stack (hotness: 1000)
// WARM: f.c:12:12: remark: malloc of 8 bytes moved to the stack (hotness: 1000)

//--- prof.txt
rare
# Func Hash:
24
# Num Counters:
1
# Counter Values:
3

often
# Func Hash:
24
# Num Counters:
1
# Counter Values:
1000
