// Remarks in LLVM's bitstream format carry the same fields.
// (LLVM 19 writes such a file without the strings that its own tools need to read it back.)
//
// REQUIRES: llvm-22
// RUN: cd %S
// RUN: %clang -O1 -g -fpass-plugin=%plugin -c -o %t.o bitstream.c -fsave-optimization-record=bitstream \
// RUN:   -foptimization-record-passes=heap-to-stack -foptimization-record-file=%t.bitstream 2>&1
// RUN: llvm-remarkutil bitstream2yaml %t.bitstream -o - | grep -v -e '- String:' | FileCheck %s
// RUN: llvm-remarkutil count --parser=bitstream --group-by=function %t.bitstream \
// RUN:   | FileCheck --check-prefix=COUNT %s
#include <stdlib.h>

int *global;

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

// CHECK: --- !Missed
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: NotPromoted
// CHECK-NEXT: DebugLoc: { File: bitstream.c, Line: [[#@LINE-17]], Column: 12 }
// CHECK-NEXT: Function: kept
// CHECK-NEXT: Args:
// CHECK-NEXT: - AllocFn: malloc
// CHECK-NEXT: - Size: '24'
// CHECK-NEXT: - Global: global
// CHECK-NEXT: - At: 'bitstream.c:[[#@LINE-21]]:10'
// CHECK-NEXT: DebugLoc: { File: bitstream.c, Line: [[#@LINE-22]], Column: 10 }
// CHECK-NEXT: - Reason: stored-to-global
// CHECK: --- !Analysis
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: Flow
// CHECK: --- !Passed
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: Promoted
// CHECK-NEXT: DebugLoc: { File: bitstream.c, Line: [[#@LINE-25]], Column: 12 }
// CHECK-NEXT: Function: moved
// CHECK-NEXT: Args:
// CHECK-NEXT: - AllocFn: calloc
// CHECK-NEXT: - Size: '24'
// CHECK-NEXT: - Slot: '24'

// COUNT: Function,Count
// COUNT-NEXT: kept,2
// COUNT-NEXT: moved,1
