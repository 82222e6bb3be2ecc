// A callee frees an object that lives in its caller's slot: a plugin that does not look at frees in
// callees.
//
// RUN: %broken-free-in-callee %s -o %t && not --crash %t 2>&1 | FileCheck %s
// CHECK: stackbound: malloc of 48 bytes at {{.*}}wrong-free.c:{{[0-9:]+}} (on the stack in make): free at {{.*}}wrong-free.c:{{[0-9:]+}} in finish got a pointer to it, which is not on the heap{{$}}
//
// RUN: %checked %s -o %t && %t | FileCheck --check-prefix=RIGHT %s
// RIGHT: 1
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

__attribute__((noinline)) static int finish(char *p, int n) {
  int result = p[n];
  free(p);
  return result;
}

__attribute__((noinline)) static int make(int n) {
  char *p = malloc(48);
  memset(p, 1, 48);
  return finish(p, n);
}

int main(int argc, char **argv) {
  (void)argv;
  printf("%d\n", make(argc));
}
