// A constructor and a destructor in another file: the linker's backends make copies of what they see.
//
// REQUIRES: lld, x86
//
// Full LTO.
// RUN: %clang -O2 -g -flto=full -c -o %t.full.o %s
// RUN: %clang -O2 -g -flto=full -c -o %t.full.other.o %S/Inputs/makers-other.c
// RUN: %clang -O2 -flto=full -fuse-ld=lld %t.full.o %t.full.other.o -o %t.full -Wl,--load-pass-plugin=%plugin \
// RUN:   -Wl,--opt-remarks-filename,%t.full.yaml -Wl,--opt-remarks-passes,heap-to-stack -Wl,-save-temps
// RUN: FileCheck --check-prefixes=FULL,KEPT %s <%t.full.yaml
// RUN: %t.full | FileCheck --check-prefix=PRINTS %s
// RUN: env ALLOC_COUNT_OUT=%t.full.count LD_PRELOAD=%count %t.full ""
// RUN: FileCheck --check-prefix=MOVED %s <%t.full.count
//
// The same without the plugin: near_new is inlined.
// RUN: %clang -O2 -flto=full -fuse-ld=lld %t.full.o %t.full.other.o -o %t.off
// RUN: %t.off | FileCheck --check-prefix=PRINTS %s
// RUN: env ALLOC_COUNT_OUT=%t.off.count LD_PRELOAD=%count %t.off ""
// RUN: FileCheck --check-prefix=HEAP %s <%t.off.count
//
// ThinLTO imports near_new, which is inlined, and mid_new, which is not: its body is there for the pass.
// RUN: rm -f %t.thin.yaml*
// RUN: %clang -O2 -g -flto=thin -c -o %t.thin.o %s
// RUN: %clang -O2 -g -flto=thin -c -o %t.thin.other.o %S/Inputs/makers-other.c
// RUN: %clang -O2 -flto=thin -fuse-ld=lld %t.thin.o %t.thin.other.o -o %t.thin -Wl,--load-pass-plugin=%plugin \
// RUN:   -Wl,--opt-remarks-filename,%t.thin.yaml -Wl,--opt-remarks-passes,heap-to-stack
// RUN: cat %t.thin.yaml* | FileCheck --check-prefixes=THIN,KEPT --implicit-check-not='Function: far{{$}}' %s
// RUN: %t.thin | FileCheck --check-prefix=PRINTS %s
//
// With the plugin at both steps: copies are copied again.
// RUN: %clang -O2 -g -flto=full -fpass-plugin=%plugin -c -o %t.both.o %s
// RUN: %clang -O2 -g -flto=full -fpass-plugin=%plugin -c -o %t.both.other.o %S/Inputs/makers-other.c
// RUN: %clang -O2 -flto=full -fuse-ld=lld %t.both.o %t.both.other.o -o %t.both -Wl,--load-pass-plugin=%plugin
// RUN: %t.both | FileCheck --check-prefix=PRINTS %s
// RUN: %clang -O2 -g -flto=thin -fpass-plugin=%plugin -c -o %t.both.o %s
// RUN: %clang -O2 -g -flto=thin -fpass-plugin=%plugin -c -o %t.both.other.o %S/Inputs/makers-other.c
// RUN: %clang -O2 -flto=thin -fuse-ld=lld %t.both.o %t.both.other.o -o %t.both -Wl,--load-pass-plugin=%plugin
// RUN: %t.both | FileCheck --check-prefix=PRINTS %s
#include <stdio.h>
#include <stdlib.h>

struct widget {
  int value, others[11];
};
struct widget *far_new(int n);
void far_free(struct widget *w);
struct widget *near_new(int n);
void near_free(struct widget *w);
struct widget *mid_new(int n);
void mid_free(struct widget *w);
struct widget *kept_new(int n);

__attribute__((noinline)) int far(int n) {
  struct widget *w = far_new(n);
  int r = w->others[n & 7] + w->value;
  far_free(w);
  return r;
}

__attribute__((noinline)) int near(int n) {
  struct widget *w = near_new(n);
  int r = w->others[n & 7] + w->value;
  near_free(w);
  return r;
}

__attribute__((noinline)) int mid(int n) {
  struct widget *w = mid_new(n);
  int r = w->others[n & 7] + w->value;
  mid_free(w);
  return r;
}

__attribute__((noinline)) int kept(int n) {
  struct widget *w = kept_new(n);
  return w->value;
}

int main(int argc, char **argv) {
  (void)argv;
  int r = far(argc) * 100 + near(argc + 2) + mid(argc + 3);
  if (argc > 1)
    return 0;
  printf("%d\n", r * 10 + kept(3));
}

// PRINTS: 2643
// MOVED: allocations=0 frees=0
// HEAP: allocations=1 frees=1

// FULL: Name: {{ *}}Promoted
// FULL: Function: {{ *}}far
// FULL: - Maker: {{ *}}far_new

// THIN: Name: {{ *}}Promoted
// THIN: Function: {{ *}}mid
// THIN: - Maker: {{ *}}mid_new

// THIN: Function: {{ *}}far_new

// KEPT: - Global: {{ *}}all
// KEPT: - Reason: {{ *}}stored-to-global
