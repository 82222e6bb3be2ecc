// Objects that a callee makes: the remark stands at the call that the programmer wrote and names the
// allocation inside.
//
// RUN: cd %S
// RUN: %clang -O1 -g -fpass-plugin=%plugin -c -o /dev/null made-in-callee.c \
// RUN:   -foptimization-record-passes=heap-to-stack -foptimization-record-file=%t.yaml \
// RUN:   -Rpass=heap-to-stack -Rpass-missed=heap-to-stack -Rpass-analysis=heap-to-stack \
// RUN:   -fno-caret-diagnostics 2>%t.text
// RUN: grep -v -e '- String:' %t.yaml | FileCheck %s
// RUN: FileCheck --check-prefix=TEXT %s <%t.text
#include <stdlib.h>

struct widget {
  int value, others[11];
};

struct widget *kept;

__attribute__((noinline)) static struct widget *widget_new(int n) {
  struct widget *w = malloc(sizeof *w);
  w->value = n;
  return w;
}

__attribute__((noinline)) static char *text_new(size_t n) {
  char *s = calloc(n, 2);
  return s;
}

int made(int n) {
  struct widget *w = widget_new(n);
  int r = w->value;
  free(w);
  return r;
}

// CHECK: --- !Passed
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: Promoted
// CHECK-NEXT: DebugLoc: { File: made-in-callee.c, Line: [[#@LINE-9]], Column: 22 }
// CHECK-NEXT: Function: made
// CHECK-NEXT: Args:
// CHECK-NEXT: - Maker: widget_new
// CHECK-NEXT: - AllocFn: malloc
// CHECK-NEXT: - Size: '48'
// CHECK-NEXT: - MadeAt: 'made-in-callee.c:[[#@LINE-26]]:22'
// CHECK-NEXT: DebugLoc: { File: made-in-callee.c, Line: [[#@LINE-27]], Column: 22 }
// CHECK-NEXT: - Slot: '48'
// TEXT: made-in-callee.c:[[#@LINE-18]]:22: remark: widget_new (malloc of 48 bytes at made-in-callee.c:[[#@LINE-29]]:22) moved to the stack
// CHECK: Function: widget_new

void made_and_kept(int n) {
  struct widget *w = widget_new(n);
  kept = w;
}

// CHECK: --- !Missed
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: NotPromoted
// CHECK-NEXT: DebugLoc: { File: made-in-callee.c, Line: [[#@LINE-7]], Column: 22 }
// CHECK-NEXT: Function: made_and_kept
// CHECK-NEXT: Args:
// CHECK-NEXT: - Maker: widget_new
// CHECK-NEXT: - AllocFn: malloc
// CHECK-NEXT: - Size: '48'
// CHECK-NEXT: - MadeAt: 'made-in-callee.c:[[#@LINE-46]]:22'
// CHECK-NEXT: DebugLoc: { File: made-in-callee.c, Line: [[#@LINE-47]], Column: 22 }
// CHECK-NEXT: - Global: kept
// CHECK-NEXT: - At: 'made-in-callee.c:[[#@LINE-15]]:8'
// CHECK-NEXT: DebugLoc: { File: made-in-callee.c, Line: [[#@LINE-16]], Column: 8 }
// CHECK-NEXT: - Reason: stored-to-global
// TEXT: made-in-callee.c:[[#@LINE-19]]:22: remark: widget_new (malloc of 48 bytes at made-in-callee.c:[[#@LINE-52]]:22) stays on the heap: stored to global 'kept' at made-in-callee.c:[[#@LINE-18]]:8

int guarded(size_t n) {
  char *s = text_new(n);
  s[n] = 1;
  int r = s[n / 2];
  free(s);
  return r;
}

// CHECK: --- !Passed
// CHECK-NEXT: Pass: heap-to-stack
// CHECK-NEXT: Name: PromotedGuarded
// CHECK-NEXT: DebugLoc: { File: made-in-callee.c, Line: [[#@LINE-10]], Column: 13 }
// CHECK-NEXT: Function: guarded
// CHECK-NEXT: Args:
// CHECK-NEXT: - Maker: text_new
// CHECK-NEXT: - AllocFn: calloc
// CHECK-NEXT: - MadeAt: 'made-in-callee.c:[[#@LINE-64]]:13'
// CHECK-NEXT: DebugLoc: { File: made-in-callee.c, Line: [[#@LINE-65]], Column: 13 }
// CHECK-NEXT: - Limit: '256'
// TEXT: made-in-callee.c:[[#@LINE-18]]:13: remark: text_new (calloc of run-time size at made-in-callee.c:[[#@LINE-67]]:13) moved to the stack when at most 256 bytes
