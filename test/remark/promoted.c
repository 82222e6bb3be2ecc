// Every allocator's name as the source says it, Size as asked for, Slot as taken.
//
// RUN: cd %S
// RUN: %clang -O1 -g -fpass-plugin=%plugin -c -o /dev/null promoted.c \
// RUN:   -foptimization-record-passes=heap-to-stack -foptimization-record-file=%t.yaml \
// RUN:   -Rpass=heap-to-stack -Rpass-missed=heap-to-stack -Rpass-analysis=heap-to-stack \
// RUN:   -fno-caret-diagnostics 2>%t.text
// RUN: grep -v -e '- String:' %t.yaml | FileCheck %s
// RUN: FileCheck --check-prefix=TEXT %s <%t.text
#include <stdlib.h>

__attribute__((noinline)) static int touch(char *p, int n) {
  p[n] = 1;
  return p[n / 2];
}

int by_malloc(int n) {
  char *p = malloc(24);
  int r = touch(p, n);
  free(p);
  return r;
}

// CHECK: --- !Passed
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: Promoted
// CHECK-NEXT: DebugLoc: { File: promoted.c, Line: [[#@LINE-9]], Column: 13 }
// CHECK-NEXT: Function: by_malloc
// CHECK-NEXT: Args:
// CHECK-NEXT: - AllocFn: malloc
// CHECK-NEXT: - Size: '24'
// CHECK-NEXT: - Slot: '24'
// TEXT: promoted.c:[[#@LINE-15]]:13: remark: malloc of 24 bytes moved to the stack

int by_calloc(int n) {
  char *p = calloc(3, 7);
  int r = touch(p, n);
  free(p);
  return r;
}

// CHECK: --- !Passed
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: Promoted
// CHECK-NEXT: DebugLoc: { File: promoted.c, Line: [[#@LINE-9]], Column: 13 }
// CHECK-NEXT: Function: by_calloc
// CHECK-NEXT: Args:
// CHECK-NEXT: - AllocFn: calloc
// CHECK-NEXT: - Size: '21'
// CHECK-NEXT: - Slot: '21'
// TEXT: promoted.c:[[#@LINE-15]]:13: remark: calloc of 21 bytes moved to the stack

int by_aligned_alloc(int n) {
  char *p = aligned_alloc(64, 128);
  int r = touch(p, n);
  free(p);
  return r;
}

// CHECK: --- !Passed
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: Promoted
// CHECK-NEXT: DebugLoc: { File: promoted.c, Line: [[#@LINE-9]], Column: 13 }
// CHECK-NEXT: Function: by_aligned_alloc
// CHECK-NEXT: Args:
// CHECK-NEXT: - AllocFn: aligned_alloc
// CHECK-NEXT: - Size: '128'
// CHECK-NEXT: - Slot: '128'
// TEXT: promoted.c:[[#@LINE-15]]:13: remark: aligned_alloc of 128 bytes moved to the stack

int by_posix_memalign(int n) {
  void *p;
  if (posix_memalign(&p, 32, 40))
    return -1;
  int r = touch(p, n);
  free(p);
  return r;
}

// CHECK: --- !Passed
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: Promoted
// CHECK-NEXT: DebugLoc: { File: promoted.c, Line: [[#@LINE-10]], Column: 7 }
// CHECK-NEXT: Function: by_posix_memalign
// CHECK-NEXT: Args:
// CHECK-NEXT: - AllocFn: posix_memalign
// CHECK-NEXT: - Size: '40'
// CHECK-NEXT: - Slot: '40'
// TEXT: promoted.c:[[#@LINE-16]]:7: remark: posix_memalign of 40 bytes moved to the stack

int by_realloc_of_null(int n) {
  char *p = realloc(NULL, 1);
  int r = touch(p, n);
  free(p);
  return r;
}

// CHECK: --- !Passed
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: Promoted
// CHECK-NEXT: DebugLoc: { File: promoted.c, Line: [[#@LINE-9]], Column: 13 }
// CHECK-NEXT: Function: by_realloc_of_null
// CHECK-NEXT: Args:
// CHECK-NEXT: - AllocFn: malloc
// CHECK-NEXT: - Size: '1'
// CHECK-NEXT: - Slot: '1'
// TEXT: promoted.c:[[#@LINE-15]]:13: remark: malloc of 1 byte moved to the stack
