// What remarks carry for tools only, behind the text: where the allocation was inlined, what is known of
// the body of the callee that it escapes to, and, in the steps, the allocation that they are of.
//
// RUN: cd %S
// RUN: %clangxx -O1 -g -fpass-plugin=%plugin -c -o /dev/null for-tools.cpp \
// RUN:   -foptimization-record-passes=heap-to-stack -foptimization-record-file=%t.yaml \
// RUN:   -Rpass=heap-to-stack -Rpass-missed=heap-to-stack -Rpass-analysis=heap-to-stack \
// RUN:   -fno-caret-diagnostics 2>%t.text
// RUN: grep -v -e '- String:' %t.yaml | FileCheck %s
// RUN: FileCheck --check-prefix=TEXT %s <%t.text
#include <stdlib.h>

void declared(int *);
__attribute__((weak, noinline)) void weak(int *p) { declared(p); }
__attribute__((noinline)) static void own(int *p) { declared(p); }

static inline int *make(int n) {
  int *p = (int *)malloc(24);
  p[n] = n;
  return p;
}
static inline int *make_more(int n) { return make(n + 1); }

void to_declared(int n) { declared(make(n)); }
// CHECK: Function: {{'?}}_Z11to_declaredi
// CHECK: - Callee: declared
// CHECK: - Reason: passed-to-call
// CHECK-NEXT: - CalleeBody: elsewhere
// CHECK-NEXT: - InlinedAt: 'for-tools.cpp:[[#@LINE-5]]:36'
// CHECK-NEXT: ...
// CHECK: Name: Flow
// CHECK: - Callee: declared
// CHECK: - Site: 'for-tools.cpp:[[#@LINE-15]]:19'
// CHECK-NEXT: DebugLoc: { File: for-tools.cpp, Line: [[#@LINE-16]], Column: 19 }
// CHECK-NEXT: ...
// TEXT: remark: malloc of 24 bytes stays on the heap: passed to 'declared' at for-tools.cpp:[[#@LINE-12]]:27 [-Rpass
// TEXT: remark: passed to 'declared' at for-tools.cpp:[[#@LINE-13]]:27 [-Rpass

void to_weak(int n) { weak(make(n)); }
// CHECK: Function: {{'?}}_Z7to_weaki
// CHECK: - Reason: passed-to-call
// CHECK-NEXT: - CalleeBody: replaceable
// CHECK-NEXT: - InlinedAt: 'for-tools.cpp:[[#@LINE-4]]:28'

// The innermost callee counts.
void to_own(int n) { own(make(n)); }
// CHECK: Function: {{'?}}_Z6to_owni
// CHECK: - Callee: own
// CHECK: - Callee: declared
// CHECK: - Reason: passed-to-call
// CHECK-NEXT: - CalleeBody: elsewhere

void called_through_pointer(int n, void (*f)(int *)) { f(make(n)); }
// CHECK: Function: {{'?}}_Z22called_through_pointeriPFvPiE
// CHECK: - Reason: passed-to-call
// CHECK-NEXT: - InlinedAt:
// CHECK-NEXT: ...

// Every level, innermost first; in each kind of remark.
int moved(int n) {
  int *p = make_more(n);
  n = p[n / 2];
  free(p);
  return n;
}
// CHECK: Name: Promoted
// CHECK: - Slot: '24'
// CHECK-NEXT: - InlinedAt: 'for-tools.cpp:[[#@LINE-46]]:46'
// CHECK-NEXT: - InlinedAt: 'for-tools.cpp:[[#@LINE-8]]:12'
// CHECK-NEXT: ...
// TEXT: remark: malloc of 24 bytes moved to the stack [-Rpass

static inline char *make_some(unsigned n) { return (char *)malloc(n); }
int guarded(unsigned n) {
  char *p = make_some(n);
  p[n / 2] = 1;
  n = p[n / 3];
  free(p);
  return n;
}
// CHECK: Name: PromotedGuarded
// CHECK: - Limit: '256'
// CHECK-NEXT: - InlinedAt: 'for-tools.cpp:[[#@LINE-8]]:13'
// CHECK-NEXT: ...
// TEXT: remark: malloc of run-time size moved to the stack when at most 256 bytes [-Rpass
