// A pointer that survives its frame, as a plugin would let it that does not know that stored pointers
// escape: written through, read through, freed. Without any of these the program is not disturbed.
//
// RUN: %broken-stored %s -o %t && %t none | FileCheck --check-prefix=RUNS %s
// RUN: env STACKBOUND_CHECK=protect %t none | FileCheck --check-prefix=RUNS %s
// RUNS: 1
// RUN: not --crash %t write 2>&1 | FileCheck --check-prefix=WRITE %s
// RUN: not --crash %t write-late 2>&1 | FileCheck --check-prefix=WRITE %s
// WRITE: stackbound: malloc of 48 bytes at {{.*}}surviving.c:{{[0-9:]+}} (on the stack in make): written to after its end: a pointer to it has survived
// RUN: env STACKBOUND_CHECK=protect not --crash %t write 2>&1 | FileCheck --check-prefix=USE %s
// RUN: env STACKBOUND_CHECK=protect not --crash %t read 2>&1 | FileCheck --check-prefix=USE %s
// USE: stackbound: malloc of 48 bytes at {{.*}}surviving.c:{{[0-9:]+}} (on the stack in make): used after its end: a pointer to it has survived
// RUN: not --crash %t free 2>&1 | FileCheck --check-prefix=FREE %s
// RUN: env STACKBOUND_CHECK=protect not --crash %t free 2>&1 | FileCheck --check-prefix=FREE %s
// FREE: stackbound: malloc of 48 bytes at {{.*}}surviving.c:{{[0-9:]+}} (on the stack in make): free at {{.*}}surviving.c:{{[0-9:]+}} in release got a pointer to it, which is not on the heap; it had already ended
//
// What is read is poison, which is no address that could be used.
// RUN: %t peek | FileCheck --check-prefix=PEEK %s
// PEEK: 0xdbdbdbdbdbdbdbdb
//
// The plugin that knows the rule leaves the object on the heap.
// RUN: %checked %s -o %t.right && %t.right write | FileCheck --check-prefix=RUNS %s
// RUN: %t.right free | FileCheck --check-prefix=RUNS %s
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

char *kept;

__attribute__((noinline)) static void fill(char *p) { memset(p, 1, 48); }
__attribute__((noinline)) static int other(int n) {
  char *p = malloc(48);
  fill(p);
  int result = p[n];
  free(p);
  return result;
}
__attribute__((noinline)) static int make(int n) {
  char *p = malloc(48);
  fill(p);
  kept = p;
  return p[n];
}
__attribute__((noinline)) static void release(void) { free(kept); }

int main(int argc, char **argv) {
  const char *what = argc > 1 ? argv[1] : "";
  int result = make(3);
  if (!strncmp(what, "write", 5))
    kept[7] = 9;
  for (int i = 0; i < 5000 && !strcmp(what, "write-late"); i++)
    result = other(i % 48); /* until the memory is to be used again */
  if (!strcmp(what, "read"))
    result = *(volatile char *)(kept + 7);
  if (!strcmp(what, "free"))
    release();
  if (!strcmp(what, "peek"))
    printf("%#llx\n", *(unsigned long long *)kept);
  printf("%d\n", result);
}
