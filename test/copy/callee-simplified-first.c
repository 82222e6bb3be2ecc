// The maker comes first in the file: its temporary moves, the NULL check folds, and with it goes the
// allocation of the error path, which the caller still has a slot for. (Under AddressSanitizer the
// plugin must not look at that call again.)
//
// RUN: %clang -O1 -g -fpass-plugin=%plugin -c -o %t.o %s -Rpass=heap-to-stack -fno-caret-diagnostics 2>&1 | FileCheck %s
#include <stdio.h>
#include <stdlib.h>

struct widget {
  int value, others[11];
};

__attribute__((noinline)) struct widget *widget_new(int n) {
  char *text = malloc(32);
  if (!text) {
    struct widget *error = calloc(1, sizeof *error);
    if (error)
      error->value = -1;
    return error;
  }
  snprintf(text, 32, "%d", n);
  struct widget *w = malloc(sizeof *w);
  if (w)
    w->value = text[0];
  free(text);
  return w;
}

// CHECK-DAG: malloc of 32 bytes moved to the stack
// CHECK-DAG: widget_new (calloc of 48 bytes at {{.*}}) moved to the stack
// CHECK-DAG: widget_new (malloc of 48 bytes at {{.*}}) moved to the stack
int first(int n) {
  struct widget *w = widget_new(n);
  if (!w)
    return 0;
  int r = w->value;
  free(w);
  return r;
}
