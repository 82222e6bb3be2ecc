// A requirement covers what is inlined into the function, and follows the function to where it is inlined.
//
// RUN: not %clang -O2 -g -fpass-plugin=%plugin -c %s -o %t.o 2>&1 | FileCheck --implicit-check-not=error: %s
// RUN: not %clang -O2 -gline-tables-only -fpass-plugin=%plugin -c %s -o %t.o 2>&1 | FileCheck --implicit-check-not=error: %s
//
// Without debug information nothing tells where code comes from: what counts is the function itself.
// RUN: not %clang -O2 -g0 -fpass-plugin=%plugin -c %s -o %t.o 2>&1 | FileCheck --check-prefix=NODEBUG --implicit-check-not=error: %s
#include <stdlib.h>

#define REQUIRE __attribute__((annotate("heap-to-stack=require")))

int *cache;

// Inlined into a function that requires it.
static inline int *wrapper(int n) {
  // CHECK: inlined.c:[[#@LINE+1]]:12: error: malloc of 32 bytes stays on the heap, but 'caller' requires the stack: stored to global 'cache'
  int *p = malloc(32);
  p[n & 7] = n;
  return p;
}

// NODEBUG: inlined.c:[[#@LINE+1]]:13: error: malloc of 32 bytes stays on the heap, but 'caller' requires the stack: stored to global 'cache'
REQUIRE int caller(int n) {
  cache = wrapper(n);
  return cache[0];
}

// Required, and inlined into two others: into one where the object stays inside, and one that keeps it.
// NODEBUG: inlined.c:[[#@LINE+1]]:28: error: malloc of 16 bytes stays on the heap, but 'make' requires the stack: returned
REQUIRE static inline int *make(int n) {
  // CHECK: inlined.c:[[#@LINE+1]]:12: error: malloc of 16 bytes stays on the heap, but 'make' (inlined into 'keeps') requires the stack: stored to global 'cache' at {{.*}}inlined.c:[[#@LINE+15]]:9
  int *p = malloc(16);
  for (int i = 0; i < 4; i++)
    p[i] = i * n;
  return p;
}

int inside(int n) {
  int *p = make(n);
  int result = p[n & 3];
  free(p);
  return result;
}

void keeps(int n) {
  cache = make(n + 1);
}
