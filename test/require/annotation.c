// annotate("heap-to-stack=require"): what stays on the heap is an error, with its place and its reason.
//
// RUN: not %clang -O2 -g -fpass-plugin=%plugin -c %s -o %t.o 2>&1 | FileCheck --implicit-check-not=error: %s
// RUN: not ls %t.o
// Without debug information it is shown at the function.
// RUN: not %clang -O2 -g0 -fpass-plugin=%plugin -c %s -o %t.o 2>&1 | FileCheck --check-prefix=NODEBUG --implicit-check-not=error: %s
//
// The nearest program without a fault, and a build that does not optimise.
// RUN: %clang -O2 -g -fpass-plugin=%plugin -DFIXED -Werror -c %s -o %t.o
// RUN: %clang -O0 -g -fpass-plugin=%plugin -Werror -c %s -o %t.o
// RUN: %clang -O2 -g -Werror -c %s -o %t.o
#include <stdlib.h>

#define REQUIRE __attribute__((annotate("heap-to-stack=require")))

int *cache;
int look(const int *p);
int look_only(const __attribute__((noescape)) int *p);

REQUIRE int stored(int n) {
  // CHECK: [[FILE:.*]]annotation.c:[[#@LINE+2]]:12: error: malloc of 32 bytes stays on the heap, but 'stored' requires the stack: stored to global 'cache' at {{.*}}annotation.c:[[#@LINE+5]]:9
  // NODEBUG: annotation.c:[[#@LINE-2]]:13: error: malloc of 32 bytes stays on the heap, but 'stored' requires the stack: stored to global 'cache'{{$}}
  int *p = malloc(32);
  p[n & 7] = n;
#ifndef FIXED
  cache = p;
  return 0;
#else
  int result = p[0];
  free(p);
  return result;
#endif
}

REQUIRE void passed(int n) {
#ifndef FIXED
  // CHECK: annotation.c:[[#@LINE+2]]:12: error: calloc of 16 bytes stays on the heap, but 'passed' requires the stack: passed to 'look' at {{.*}}annotation.c:[[#@LINE+4]]:3
  // NODEBUG: annotation.c:[[#@LINE-3]]:14: error: calloc of 16 bytes stays on the heap, but 'passed' requires the stack: passed to 'look'
  int *p = calloc(4, 4);
  p[n & 3] = n;
  look(p);
  free(p);
#endif
}

// Sizes and budgets are obstacles like others.
REQUIRE int large(int n) {
#ifndef FIXED
  // CHECK: annotation.c:[[#@LINE+2]]:12: error: malloc of 4096 bytes stays on the heap, but 'large' requires the stack: larger than the limit of 1024 bytes
  // NODEBUG: annotation.c:[[#@LINE-3]]:13: error: malloc of 4096 bytes
  int *p = malloc(4096);
  for (int i = 0; i < 1024; i++)
    p[i] = i * n;
  int result = p[n & 1023];
  free(p);
  return result;
#endif
  return n;
}

// The error says which way the pointer went.
struct node {
  struct node *next;
  int *data;
} *list;

// NODEBUG: error: malloc of 16 bytes stays on the heap, but 'linked' requires
// NODEBUG: error: malloc of 24 bytes stays on the heap, but 'linked' requires
REQUIRE int linked(int n) {
#ifndef FIXED
  // CHECK: annotation.c:[[#@LINE+1]]:23: error: malloc of 16 bytes stays on the heap, but 'linked' requires the stack: stored to global 'list' at {{.*}}annotation.c:[[#@LINE+5]]:8{{$}}
  struct node *head = malloc(sizeof *head);
  // CHECK: annotation.c:[[#@LINE+1]]:16: error: malloc of 24 bytes stays on the heap, but 'linked' requires the stack: stored to global 'list' at {{.*}}annotation.c:[[#@LINE+3]]:8; it was assigned to field 'data' of 'head' at {{.*}}annotation.c:[[#@LINE+1]]:14
  head->data = malloc(24);
  head->next = list;
  list = head;
#endif
  return n;
}

// What others keep is their own affair.
__attribute__((noinline)) int *not_required(void) { return cache = malloc(8); }

REQUIRE int kept_there(int n) {
  int *p = malloc(8);
  p[n & 1] = n;
  int result = p[0];
  free(p);
  return result + not_required()[0];
}
