// A guarded slot fulfils the requirement, although larger objects go to the heap at run time; who does
// not want that says require-fixed.
//
// RUN: %clang -O2 -g -fpass-plugin=%plugin -Werror -c %s -o %t.o
// RUN: not %clang -O2 -g -fpass-plugin=%plugin -DWORD='"heap-to-stack=require-fixed"' -c %s -o %t.o 2>&1 \
// RUN:   | FileCheck --implicit-check-not=error: %s
// RUN: not %clang -O2 -g -fpass-plugin=%plugin -DGROWN -c %s -o %t.o 2>&1 \
// RUN:   | FileCheck --check-prefix=GROWN --implicit-check-not=error: %s
// RUN: not %clang -O2 -g -fpass-plugin=%plugin -DGROWN -DWORD='"heap-to-stack=require-fixed"' -c %s -o %t.o 2>&1 \
// RUN:   | FileCheck --check-prefix=GROWN-FIXED %s
#include <stdlib.h>
#include <string.h>

#ifndef WORD
#define WORD "heap-to-stack=require"
#endif
#define REQUIRE __attribute__((annotate(WORD)))

static __attribute__((noinline)) int weigh(const char *p, size_t n) {
  int sum = 0;
  for (size_t i = 0; i < n; i++)
    sum += p[i];
  return sum;
}

REQUIRE int run_time(const char *text, size_t n) {
  // CHECK: guarded.c:[[#@LINE+1]]:13: error: malloc of run-time size moves to the stack only when it is small at run time, but 'run_time' requires it always (heap-to-stack=require-fixed)
  char *p = malloc(n);
  memcpy(p, text, n);
  int result = weigh(p, n);
  free(p);
  return result;
}

// A bound makes the slot a fixed one.
REQUIRE int bounded(const char *text, size_t n) {
  if (n > 100)
    return -1;
  char *p = malloc(n);
  memcpy(p, text, n);
  int result = weigh(p, n);
  free(p);
  return result;
}

// An object that may grow out of its slot; where it does, it stays on the heap.
#ifdef GROWN
REQUIRE int grown(const char *text, size_t n) {
  // GROWN-FIXED: guarded.c:[[#@LINE+1]]:13: error: malloc of 16 bytes moves to the stack only when it is small
  char *p = malloc(16);
  memcpy(p, text, 16);
  // GROWN: guarded.c:[[#@LINE+1]]:13: error: realloc of run-time size stays on the heap, but 'grown' requires the stack
  char *q = realloc(p, n);
  if (!q)
    return -1;
  int result = weigh(q, n);
  free(q);
  return result;
}
#endif

// The one of the round before is in use while the next is made.
REQUIRE int kept_for_a_round(int n) {
  int *last = 0, sum = 0;
  for (int i = 0; i < n; i++) {
    // CHECK: guarded.c:[[#@LINE+1]]:14: error: malloc of 8 bytes moves to the stack only when fewer than 2 of them are in use, but 'kept_for_a_round' requires it always (heap-to-stack=require-fixed)
    int *p = malloc(8);
    p[i & 1] = i;
    p[i & 1 ^ 1] = 1;
    if (last)
      sum += last[i & 1];
    free(last);
    last = p;
  }
  free(last);
  return sum;
}
