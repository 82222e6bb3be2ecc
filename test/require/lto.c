// Before linking nothing is final: the linker's run decides.
//
// REQUIRES: lld, x86
// RUN: %clang -O2 -g -flto=full -fpass-plugin=%plugin -Werror -c %s -o %t.o
// RUN: %clang -O2 -g -flto=thin -fpass-plugin=%plugin -Werror -c %s -o %t.thin.o
// RUN: %clang -O2 -g -flto=full -DWEIGH -c %s -o %t.weigh.o
// RUN: %clang -O2 -g -flto=full -DKEEP -c %s -o %t.keep.o
// RUN: %clang -O2 -flto=full -fuse-ld=lld %t.o %t.weigh.o -Wl,--load-pass-plugin=%plugin -o %t.out && %t.out
// RUN: not %clang -O2 -flto=full -fuse-ld=lld %t.o %t.keep.o -Wl,--load-pass-plugin=%plugin -o %t.out 2>&1 | FileCheck %s
// CHECK: error: {{.*}}lto.c:[[#@LINE+18]]:12: in function main {{.*}}malloc of 64 bytes stays on the heap, but 'sum' (inlined into 'main') requires the stack: passed to 'weigh'{{.*}}which stores it by a volatile access to 'cache'
#include <stdlib.h>

#if defined(WEIGH) || defined(KEEP)
const int *volatile cache;
__attribute__((noinline)) int weigh(const int *p, int n) {
  int sum = 0;
  for (int i = 0; i < n; i++)
    sum += p[i];
#ifdef KEEP
  cache = p;
#endif
  return sum;
}
#else
int weigh(const int *p, int n);

__attribute__((annotate("heap-to-stack=require"))) static inline int sum(int n) {
  int *p = malloc(16 * sizeof *p);
  for (int i = 0; i < 16; i++)
    p[i] = i * n;
  int result = weigh(p, n + 15);
  free(p);
  return result;
}

int main(int argc, char **argv) {
  (void)argv;
  return sum(argc) != 120;
}
#endif
