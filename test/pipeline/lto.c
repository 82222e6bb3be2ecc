// The linker's backends run the pass, too, and know more than one module: weigh_far and weigh_near
// are in another file.
//
// REQUIRES: lld, x86
//
// Full LTO. The compile step does not load the plugin.
// RUN: %clang -O2 -g -flto=full -c -o %t.full.o %s
// RUN: %clang -O2 -g -flto=full -c -o %t.full.other.o %S/Inputs/lto-other.c
// RUN: %clang -O2 -flto=full -fuse-ld=lld %t.full.o %t.full.other.o -o %t.full -Wl,--load-pass-plugin=%plugin \
// RUN:   -Wl,--opt-remarks-filename,%t.full.yaml -Wl,--opt-remarks-passes,heap-to-stack
// RUN: FileCheck --check-prefix=FULL %s <%t.full.yaml
// RUN: %t.full | FileCheck --check-prefix=PRINTS %s
// RUN: env ALLOC_COUNT_OUT=%t.full.count LD_PRELOAD=%count %t.full ""
// RUN: FileCheck --check-prefix=MOVED %s <%t.full.count
//
// The same without the plugin.
// RUN: %clang -O2 -flto=full -fuse-ld=lld %t.full.o %t.full.other.o -o %t.off
// RUN: %t.off | FileCheck --check-prefix=PRINTS %s
// RUN: env ALLOC_COUNT_OUT=%t.off.count LD_PRELOAD=%count %t.off ""
// RUN: FileCheck --check-prefix=HEAP %s <%t.off.count
//
// ThinLTO, two backends at once.
// RUN: rm -f %t.thin.yaml*
// RUN: %clang -O2 -g -flto=thin -c -o %t.thin.o %s
// RUN: %clang -O2 -g -flto=thin -c -o %t.thin.other.o %S/Inputs/lto-other.c
// RUN: %clang -O2 -flto=thin -fuse-ld=lld %t.thin.o %t.thin.other.o -o %t.thin -Wl,--load-pass-plugin=%plugin \
// RUN:   -Wl,--thinlto-jobs=2 -Wl,--opt-remarks-filename,%t.thin.yaml \
// RUN:   -Wl,--opt-remarks-passes,heap-to-stack
// RUN: cat %t.thin.yaml* | FileCheck --check-prefix=THIN %s
// RUN: %t.thin | FileCheck --check-prefix=PRINTS %s
//
// ld.lld by itself, at each of its levels; at -O0 nothing happens.
// RUN: %lld -e main --unresolved-symbols=ignore-all --load-pass-plugin=%plugin --lto-O1 %t.full.o %t.full.other.o -o %t.so \
// RUN:   --opt-remarks-filename %t.o1.yaml --opt-remarks-passes heap-to-stack
// RUN: FileCheck --check-prefix=ANY %s <%t.o1.yaml
// RUN: %lld -e main --unresolved-symbols=ignore-all --load-pass-plugin=%plugin --lto-O3 %t.full.o %t.full.other.o -o %t.so \
// RUN:   --opt-remarks-filename %t.o3.yaml --opt-remarks-passes heap-to-stack
// RUN: FileCheck --check-prefix=ANY %s <%t.o3.yaml
// RUN: %lld -e main --unresolved-symbols=ignore-all --load-pass-plugin=%plugin --lto-O0 %t.full.o %t.full.other.o -o %t.so \
// RUN:   --opt-remarks-filename %t.o0.yaml --opt-remarks-passes heap-to-stack
// RUN: FileCheck --check-prefix=NONE --allow-empty %s <%t.o0.yaml
//
// Compiling with the plugin as well does no harm.
// RUN: %clang -O2 -g -flto=full -fpass-plugin=%plugin -c -o %t.both.o %s
// RUN: %clang -O2 -g -flto=full -fpass-plugin=%plugin -c -o %t.both.other.o %S/Inputs/lto-other.c
// RUN: %clang -O2 -flto=full -fuse-ld=lld %t.both.o %t.both.other.o -o %t.both -Wl,--load-pass-plugin=%plugin
// RUN: %t.both | FileCheck --check-prefix=PRINTS %s
// RUN: %clang -O2 -g -flto=thin -fpass-plugin=%plugin -c -o %t.both.o %s
// RUN: %clang -O2 -g -flto=thin -fpass-plugin=%plugin -c -o %t.both.other.o %S/Inputs/lto-other.c
// RUN: %clang -O2 -flto=thin -fuse-ld=lld %t.both.o %t.both.other.o -o %t.both -Wl,--load-pass-plugin=%plugin
// RUN: %t.both | FileCheck --check-prefix=PRINTS %s
#include <stdio.h>
#include <stdlib.h>

int weigh_far(const int *p, size_t n);
int weigh_near(const int *p, size_t n);
int keep(const int *p);
int last(void);

__attribute__((noinline)) int far(int n) {
  int *p = malloc(16 * sizeof *p);
  for (int i = 0; i < 16; i++)
    p[i] = n + i;
  int r = weigh_far(p, 16);
  free(p);
  return r;
}

__attribute__((noinline)) int near(int n) {
  int *p = malloc(8 * sizeof *p);
  for (int i = 0; i < 8; i++)
    p[i] = n * i;
  int r = weigh_near(p, (n & 7) + 1);
  free(p);
  return r;
}

__attribute__((noinline)) int stored(int n) {
  int *p = malloc(sizeof *p);
  *p = n;
  return keep(p);
}

int main(int argc, char **argv) {
  (void)argv;
  int r = far(argc) + near(argc + 2);
  if (argc > 1)
    return 0;
  r += stored(argc) + last();
  printf("%d\n", r);
}

// PRINTS: 1371
// MOVED: allocations=0 frees=0
// HEAP: allocations=2 frees=2

// FULL:      Name:            Promoted
// FULL:      Function:        far
// FULL:      Name:            Promoted
// FULL:      Function:        near
// FULL:      Name:            NotPromoted
// FULL:      Function:        stored
// FULL:      - Global:          kept
// FULL:      - Reason:          stored-to-global

// A backend sees what it imports for inlining, not the body of a noinline function.
// THIN:      Name:            NotPromoted
// THIN:      Function:        far
// THIN:      - Callee:          weigh_far
// THIN:      - Reason:          passed-to-call
// THIN:      Name:            Promoted
// THIN:      Function:        near
// THIN:      Name:            NotPromoted
// THIN:      Function:        stored

// ANY: Name: {{ *}}Promoted
// NONE-NOT: Promoted
