// The hint to use link-time optimisation is true, and the linker's record is read.
//
// REQUIRES: lld, x86
// RUN: split-file %s %t && cd %t
// RUN: %clang -O1 -g -fpass-plugin=%plugin -c -o a.o a.c -foptimization-record-file=a.opt.yaml
// RUN: %report a.opt.yaml | FileCheck --check-prefix=ALONE %s
// RUN: %clang -O1 -g -flto -c -o a.o a.c
// RUN: %clang -O1 -g -flto -c -o b.o b.c
// RUN: %lld --load-pass-plugin=%plugin -shared -o out.so a.o b.o --opt-remarks-filename linked.yaml
// RUN: %report linked.yaml | FileCheck --check-prefix=LINKED %s
// ALONE: a.c:4:12: malloc of 24 bytes stays on the heap: passed to 'look' at a.c:5:3
// ALONE-NEXT: hint: the body of 'look' is in another file: {{.*}} link-time optimisation (-flto)
// LINKED: a.c:4:12: malloc of 24 bytes moved to the stack

//--- a.c
#include <stdlib.h>
void look(int *p, int n);
int uses(int n) {
  int *p = malloc(24);
  look(p, n);
  n = p[n / 2];
  free(p);
  return n;
}
//--- b.c
__attribute__((noinline, visibility("hidden"))) void look(int *p, int n) { p[n] = n; }
