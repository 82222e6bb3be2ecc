// The other ways to record and show remarks: all passes together, filters, and silence.
//
// RUN: cd %S
//
// The plain -fsave-optimization-record has them among everybody else's.
// RUN: %clang -O1 -g -fpass-plugin=%plugin -c -o /dev/null formats.c -fsave-optimization-record \
// RUN:   -foptimization-record-file=%t.yaml
// RUN: grep -v -e '- String:' %t.yaml | FileCheck %s
//
// opt's option for the same.
// RUN: %clang -O1 -g -Xclang -disable-llvm-passes -S -emit-llvm -o %t.ll formats.c
// RUN: %opt -passes='inferattrs,function(mem2reg),heap-to-stack' -disable-output -pass-remarks-output=%t.opt.yaml \
// RUN:   -pass-remarks-filter=heap-to-stack %t.ll
// RUN: grep -v -e '- String:' %t.opt.yaml | FileCheck %s
//
// Nobody asks, or asks for another pass: nothing is recorded or printed.
// RUN: %clang -O1 -g -fpass-plugin=%plugin -c -o /dev/null formats.c 2>&1 \
// RUN:   | FileCheck --allow-empty --check-prefix=SILENT %s
// RUN: %clang -O1 -g -fpass-plugin=%plugin -c -o /dev/null formats.c -Rpass-missed=inline \
// RUN:   -fsave-optimization-record -foptimization-record-passes=inline \
// RUN:   -foptimization-record-file=%t.inline.yaml 2>&1 \
// RUN:   | FileCheck --allow-empty --check-prefix=SILENT %s
// RUN: cat %t.inline.yaml | FileCheck --allow-empty --check-prefix=SILENT %s
//
// Each kind by itself.
// RUN: %clang -O1 -g -fpass-plugin=%plugin -c -o /dev/null formats.c -Rpass=heap-to-stack 2>&1 \
// RUN:   | FileCheck --check-prefix=PASSED --implicit-check-not=stays %s
// RUN: %clang -O1 -g -fpass-plugin=%plugin -c -o /dev/null formats.c -Rpass-missed=heap-to-stack 2>&1 \
// RUN:   | FileCheck --check-prefix=MISSED --implicit-check-not=moved %s
//
// Without -g: clang keeps the places for -Rpass all the same; names of variables are not known.
// RUN: %clang -O1 -fpass-plugin=%plugin -c -o /dev/null formats.c -Rpass=heap-to-stack \
// RUN:   -Rpass-missed=heap-to-stack 2>&1 | FileCheck --check-prefix=PLAIN %s
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

// CHECK: Pass: heap-to-stack
// CHECK-NEXT: Name: NotPromoted
// CHECK-NEXT: DebugLoc: { File: formats.c, Line: [[#@LINE-16]], Column: 12 }
// CHECK-NEXT: Function: kept
// CHECK-NEXT: Args:
// CHECK-NEXT: - AllocFn: malloc
// CHECK-NEXT: - Size: '24'
// CHECK-NEXT: - Global: global
// CHECK-NEXT: - At: 'formats.c:[[#@LINE-20]]:10'
// CHECK-NEXT: DebugLoc: { File: formats.c, Line: [[#@LINE-21]], Column: 10 }
// CHECK-NEXT: - Reason: stored-to-global
// CHECK: Pass: heap-to-stack
// CHECK-NEXT: Name: Flow
// CHECK: Pass: heap-to-stack
// CHECK-NEXT: Name: Promoted
// CHECK-NEXT: DebugLoc: { File: formats.c, Line: [[#@LINE-22]], Column: 12 }
// CHECK-NEXT: Function: moved
// CHECK-NEXT: Args:
// CHECK-NEXT: - AllocFn: calloc
// CHECK-NEXT: - Size: '24'
// CHECK-NEXT: - Slot: '24'

// SILENT-NOT: heap-to-stack
// SILENT-NOT: the stack

// PASSED: formats.c:[[#@LINE-32]]:12: remark: calloc of 24 bytes moved to the stack
// MISSED: formats.c:[[#@LINE-40]]:12: remark: malloc of 24 bytes stays on the heap: stored to global 'global' at formats.c:[[#@LINE-38]]:10

// PLAIN-DAG: formats.c:[[#@LINE-42]]:12: remark: malloc of 24 bytes stays on the heap: stored to global 'global'
// PLAIN-DAG: formats.c:[[#@LINE-36]]:12: remark: calloc of 24 bytes moved to the stack
