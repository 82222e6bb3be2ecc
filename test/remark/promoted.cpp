// operator new in its forms; names are demangled.
//
// RUN: cd %S
// RUN: %clangxx -O1 -g -fpass-plugin=%plugin -c -o /dev/null promoted.cpp \
// RUN:   -foptimization-record-passes=heap-to-stack -foptimization-record-file=%t.yaml \
// RUN:   -Rpass=heap-to-stack -Rpass-missed=heap-to-stack -Rpass-analysis=heap-to-stack \
// RUN:   -fno-caret-diagnostics 2>%t.text
// RUN: grep -v -e '- String:' %t.yaml | FileCheck %s
// RUN: FileCheck --check-prefix=TEXT %s <%t.text
#include <new>

__attribute__((noinline)) static int touch(char *p, int n) {
  p[n] = 1;
  return p[n / 2];
}

int by_new(int n) {
  char *p = new char;
  int r = touch(p, n);
  delete p;
  return r;
}

// CHECK: --- !Passed
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: Promoted
// CHECK-NEXT: DebugLoc: { File: promoted.cpp, Line: [[#@LINE-9]], Column: 13 }
// CHECK-NEXT: Function: _Z6by_newi
// CHECK-NEXT: Args:
// CHECK-NEXT: - AllocFn: operator new
// CHECK-NEXT: - Size: '1'
// CHECK-NEXT: - Slot: '1'
// TEXT: promoted.cpp:[[#@LINE-15]]:13: remark: operator new of 1 byte moved to the stack

int by_new_array(int n) {
  char *p = new char[100];
  int r = touch(p, n);
  delete[] p;
  return r;
}

// CHECK: --- !Passed
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: Promoted
// CHECK-NEXT: DebugLoc: { File: promoted.cpp, Line: [[#@LINE-9]], Column: 13 }
// CHECK-NEXT: Function: _Z12by_new_arrayi
// CHECK-NEXT: Args:
// CHECK-NEXT: - AllocFn: 'operator new[]'
// CHECK-NEXT: - Size: '100'
// CHECK-NEXT: - Slot: '100'
// TEXT: promoted.cpp:[[#@LINE-15]]:13: remark: operator new[] of 100 bytes moved to the stack

int by_nothrow(int n) {
  char *p = new (std::nothrow) char[10];
  if (!p)
    return -1;
  int r = touch(p, n);
  delete[] p;
  return r;
}

// CHECK: --- !Passed
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: Promoted
// CHECK-NEXT: DebugLoc: { File: promoted.cpp, Line: [[#@LINE-11]], Column: 13 }
// CHECK-NEXT: Function: _Z10by_nothrowi
// CHECK-NEXT: Args:
// CHECK-NEXT: - AllocFn: 'operator new[]'
// CHECK-NEXT: - Size: '10'
// CHECK-NEXT: - Slot: '10'
// TEXT: promoted.cpp:[[#@LINE-17]]:13: remark: operator new[] of 10 bytes moved to the stack

struct alignas(64) Line {
  char bytes[64];
};

int by_aligned_new(int n) {
  Line *p = new Line;
  int r = touch(p->bytes, n);
  delete p;
  return r;
}

// CHECK: --- !Passed
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: Promoted
// CHECK-NEXT: DebugLoc: { File: promoted.cpp, Line: [[#@LINE-9]], Column: 13 }
// CHECK-NEXT: Function: _Z14by_aligned_newi
// CHECK-NEXT: Args:
// CHECK-NEXT: - AllocFn: operator new
// CHECK-NEXT: - Size: '64'
// CHECK-NEXT: - Slot: '64'
// TEXT: promoted.cpp:[[#@LINE-15]]:13: remark: operator new of 64 bytes moved to the stack
