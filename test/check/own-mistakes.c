// Mistakes of the program itself with objects that moved.
//
// RUN: %checked %s -o %t && %t none
// RUN: not --crash %t twice 2>&1 | FileCheck --check-prefix=TWICE %s
// TWICE: stackbound: malloc of 40 bytes at {{.*}}own-mistakes.c:{{[0-9:]+}} (on the stack in twice): freed twice
// RUN: not --crash %t beyond 2>&1 | FileCheck --check-prefix=BEYOND %s
// BEYOND: stackbound: malloc of 40 bytes at {{.*}}own-mistakes.c:{{[0-9:]+}} (on the stack in once): written to behind the 40 bytes of its slot
//
// A mode that is not known.
// RUN: env STACKBOUND_CHECK=page not --crash %t none 2>&1 | FileCheck --check-prefix=MODE %s
// MODE: stackbound: STACKBOUND_CHECK: not known; it can be 'protect', or unset
#include <stdlib.h>
#include <string.h>

__attribute__((noinline)) static void fill(char *p, size_t n) { memset(p, 1, n); }

__attribute__((noinline)) static int once(size_t n) {
  char *p = malloc(40);
  fill(p, n);
  int result = p[3];
  free(p);
  return result;
}

__attribute__((noinline)) static int twice(volatile int *again) {
  char *p = malloc(40);
  fill(p, 40);
  int result = p[3];
  free(p);
  if (*again)
    free(p);
  return result;
}

int main(int argc, char **argv) {
  int again = argc > 1 && !strcmp(argv[1], "twice");
  int beyond = argc > 1 && !strcmp(argv[1], "beyond");
  return once(beyond ? 41 : 40) + twice(&again) != 2;
}
