// With link-time optimisation a site is reported by the compiler and by the linker: it is shown once,
// and what the linker says of it counts. Under clang's own names of records and under stackbound-cc's.
//
// REQUIRES: lld, x86
// RUN: rm -rf %t && split-file %s %t && cd %t && mkdir plain
// DEFINE: %{record} = -fsave-optimization-record -foptimization-record-passes=heap-to-stack
// RUN: cd plain && %clang -O2 -g -flto %{record} -fpass-plugin=%plugin -c ../a.c ../b.c && cd ..
// RUN: %clang -flto -fuse-ld=lld %{record} -Wl,--load-pass-plugin=%plugin plain/a.o plain/b.o -o plain/program
// RUN: ls plain/program*opt.ld.yaml plain/a.opt.yaml
// RUN: %report plain | FileCheck %s
//
// RUN: env STACKBOUND_REPORT=%t/full %cc -O2 -g -flto -c a.c && env STACKBOUND_REPORT=%t/full %cc -O2 -g -flto -c b.c
// RUN: %report full | FileCheck --check-prefix=BEFORE %s
// RUN: env STACKBOUND_REPORT=%t/full %cc -O2 -flto -fuse-ld=lld a.o b.o -o program
// RUN: %report full | FileCheck %s
// RUN: %report --format json full | grep -c '"line": *6,' | FileCheck --check-prefix=ONCE %s
//
// ThinLTO.
// RUN: env STACKBOUND_REPORT=%t/thin %cc -O2 -g -flto=thin -fuse-ld=lld a.c b.c -o program
// RUN: %report thin | FileCheck --check-prefix=THIN %s
//
// The linker's word counts even where it is of another function than those that are asked for.
// RUN: %report --function use full | FileCheck --check-prefix=FUNCTION --allow-empty %s
// FUNCTION-NOT: a.c:6:12: {{.*}}stays
//
// A file that was compiled and not linked keeps what the compiler said.
// RUN: env STACKBOUND_REPORT=%t/full %cc -O2 -g -flto -c other.c
// RUN: %report full | FileCheck --check-prefixes=CHECK-OTHER %s
//
// Without debug information, records have places all the same.
// RUN: rm -rf full && env STACKBOUND_REPORT=%t/full %cc -O2 -flto -fuse-ld=lld a.c b.c -o program
// RUN: %report full | FileCheck %s

//       CHECK: a.c:6:12: malloc of 24 bytes moved to the stack
//  CHECK-NEXT: {{.*}}a.c:11:12: malloc of 32 bytes moved to the stack
//  CHECK-NEXT: {{.*}}b.c:4:17: malloc of 8 bytes stays on the heap: stored by a volatile access to
//  CHECK-NEXT: {{^$}}
//  CHECK-NEXT: 3 allocation sites: 2 moved to the stack, 0 moved if there is room, 0 moved in some copies, 1 kept
//      BEFORE: a.c:6:12: malloc of 24 bytes stays on the heap: passed to 'look'
//        ONCE: {{^1$}}
//        THIN: a.c:6:12: malloc of 24 bytes {{.*}}
//    THIN-NOT: a.c:6:
//        THIN: 3 allocation sites: {{.*}}some copies
// CHECK-OTHER: a.c:6:12: malloc of 24 bytes moved to the stack
// CHECK-OTHER: other.c:3:49: malloc of 8 bytes stays on the heap: returned at
// CHECK-OTHER: 4 allocation sites: 2 moved to the stack, 0 moved if there is room, 0 moved in some copies, 2 kept

//--- a.c
#include <stdlib.h>
void look(int *p, int n);
void *keep(void);

static int use(int n) {
  int *p = malloc(24);
  look(p, n);
  n = p[n];
  free(p);

  int *q = malloc(32);
  q[n] = n;
  n = q[n / 2];
  free(q);
  return n;
}

int main(int argc, char **argv) {
  (void)argv;
  keep();
  return use(argc) != argc;
}
//--- b.c
#include <stdlib.h>
void *volatile kept;
void *keep(void) {
  return kept = malloc(8);
}

__attribute__((noinline)) void look(int *p, int n) { p[n] = n; }
//--- other.c
#include <stdlib.h>

__attribute__((weak)) void *make(void) { return malloc(8); }
