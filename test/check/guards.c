// Guards that are wrong: an object that is too large for its slot, and a slot that is handed out while
// an object is in it.
//
// RUN: %broken-guard %s -o %t && %t 100 2 | FileCheck --check-prefix=RUNS %s
// RUN: not --crash %t 300 2 2>&1 | FileCheck --check-prefix=LARGE %s
// LARGE: stackbound: malloc of run-time size at {{.*}}guards.c:{{[0-9:]+}} (on the stack in guarded): an object that is larger got its slot of 256 bytes
// RUN: %broken-in-use %s -o %t && %t 100 2 | FileCheck --check-prefix=RUNS %s
// RUN: not --crash %t 100 9 2>&1 | FileCheck --check-prefix=TWICE %s
// TWICE: stackbound: malloc of 32 bytes at {{.*}}guards.c:{{[0-9:]+}} (on the stack in carried): its slot was given to two objects at a time
//
// RUN: %checked %s -o %t && %t 300 9 | FileCheck --check-prefix=RIGHT %s
// RUNS: 1 0
// RIGHT: 1 21
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

__attribute__((noinline)) static void fill(char *p, size_t n, int value) {
  memset(p, value, n);
}

__attribute__((noinline)) static int guarded(size_t n) {
  char *p = malloc(n);
  fill(p, n, 1);
  int result = p[n / 2];
  free(p);
  return result;
}

/* Three objects are alive at a time, and there are two slots. */
__attribute__((noinline)) static int carried(int count) {
  int sum = 0;
  char *previous = NULL, *before = NULL;
  for (int i = 0; i < count; i++) {
    char *p = malloc(32);
    fill(p, 32, i);
    if (before)
      sum += before[7];
    free(before);
    before = previous;
    previous = p;
  }
  free(before);
  free(previous);
  return sum;
}

int main(int argc, char **argv) {
  if (argc != 3)
    return 2;
  int first = guarded(strtoul(argv[1], NULL, 10));
  printf("%d %d\n", first, carried(atoi(argv[2])));
}
