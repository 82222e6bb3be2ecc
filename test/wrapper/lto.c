// Link-time optimisation: the plugin is loaded into an ld.lld of its version, and its record is named.
//
// REQUIRES: lld, x86
// RUN: rm -rf %t && mkdir -p %t && cd %t && cp %s a.c && cp %S/Inputs/weigh.c .
// DEFINE: %{cc} = env STACKBOUND_REPORT=%t/records %cc
//
// At compile time weigh is a stranger. The linker knows it.
// RUN: %{cc} -Werror -O2 -flto -c a.c && %{cc} -Werror -O2 -flto -c weigh.c
// RUN: ls records | FileCheck --check-prefix=COMPILED %s
//      COMPILED: {{^}}a.o-{{[0-9]+}}.prelink.opt.yaml
// COMPILED-NEXT: {{^}}weigh.o-{{[0-9]+}}.prelink.opt.yaml
// RUN: cat records/a.o-*.prelink.opt.yaml | FileCheck --check-prefix=STAYS %s
// STAYS: passed-to-call
// RUN: %{cc} -Werror -O2 -flto -fuse-ld=lld a.o weigh.o -o full && ./full | FileCheck --check-prefix=RUNS %s
// RUN: cat records/full-*.lto.opt.yaml | FileCheck --check-prefix=MOVED %s
// RUN: env ALLOC_COUNT_OUT=%t/count LD_PRELOAD=%count ./full 1 && FileCheck --check-prefix=NONE %s <count
// RUNS: 120
// MOVED: Promoted
// NONE: allocations=0
//
// The same without -flto at the link: ld.lld sees what it gets. And all in one command.
// RUN: %{cc} -Werror -O2 -fuse-ld=lld a.o weigh.o -o inferred
// RUN: cat records/inferred-*.lto.opt.yaml | FileCheck --check-prefix=MOVED %s
// RUN: %{cc} -Werror -O2 -flto -fuse-ld=lld a.c weigh.c -o once && ./once | FileCheck --check-prefix=RUNS %s
// RUN: cat records/once-*.prelink.opt.yaml | FileCheck --check-prefix=STAYS %s
// RUN: cat records/once-*.lto.opt.yaml | FileCheck --check-prefix=MOVED %s
// RUN: echo "-O2 -flto -fuse-ld=lld a.o weigh.o -o response" >options && %{cc} @options
// RUN: cat records/*.lto.opt.yaml | grep -c 'Name: *Promoted' | FileCheck --check-prefix=FOUR %s
// FOUR: 4
//
// ThinLTO writes a record per module.
// RUN: %{cc} -Werror -O2 -flto=thin -c a.c && %{cc} -Werror -O2 -flto=thin -c weigh.c
// RUN: %{cc} -Werror -O2 -flto=thin -fuse-ld=lld a.o weigh.o -o thin && ./thin | FileCheck --check-prefix=RUNS %s
// RUN: ls records | FileCheck --check-prefix=THIN %s
// THIN: {{^}}thin-{{[0-9]+}}.lto.opt.yaml.thin.1.yaml
// RUN: cat records/thin-*.yaml | FileCheck --check-prefix=STAYS %s
//
// Options reach the linker's pass, from the environment and from the command.
// RUN: env STACKBOUND_OPTIONS=max-size=4 %{cc} -Werror -O2 -flto -fuse-ld=lld a.c weigh.c -o small
// RUN: cat records/small-*.lto.opt.yaml | FileCheck --check-prefix=LARGE %s
// RUN: %clang -O2 -flto -c a.c && %clang -O2 -flto -c weigh.c
// RUN: %{cc} -Werror -O2 -flto -fuse-ld=lld a.o weigh.o -o small -Wl,-mllvm,-heap-to-stack-max-size=4
// RUN: cat records/small-*.lto.opt.yaml | FileCheck --check-prefix=LARGE %s
// RUN: ./small | FileCheck --check-prefix=RUNS %s
// LARGE: too-large
//
// An ld.lld of another version is not given the plugin, and links as without it.
// RUN: mkdir -p path && cp %S/Inputs/other-lld.sh path/ld.lld && %clang -c -O2 a.c weigh.c
// RUN: %{cc} -Werror --ld-path=%t/path/ld.lld a.o weigh.o -o other 2>&1 | FileCheck --check-prefix=OTHER %s
// OTHER-NOT: Stackbound
// OTHER: links
// OTHER-NOT: Stackbound
// RUN: not ls records/other-*
#include <stdio.h>
#include <stdlib.h>

int weigh(const int *p, int n);

__attribute__((noinline)) static int sum(int n) {
  int *p = malloc(16 * sizeof *p);
  for (int i = 0; i < 16; i++)
    p[i] = i * n;
  int result = weigh(p, n + 15);
  free(p);
  return result;
}

int main(int argc, char **argv) {
  (void)argv;
  int result = sum(argc);
  if (argc == 1)
    printf("%d\n", result);
}
