// ThinLTO's backends check requirements, too. (LLVM 19 does not tell them from what runs before linking.)
//
// REQUIRES: lld, x86, llvm-22
// RUN: %clang -O2 -g -flto=thin -fpass-plugin=%plugin -Werror -c %s -o %t.o
// RUN: not %clang -O2 -flto=thin -fuse-ld=lld %t.o -Wl,--load-pass-plugin=%plugin -o %t.out 2>&1 | FileCheck %s
// RUN: %clang -O2 -flto=thin -fuse-ld=lld %t.o -o %t.out
// CHECK: error: {{.*}}malloc of 8 bytes stays on the heap, but 'keep' requires the stack: stored by a volatile access to 'cache'
#include <stdlib.h>

char *volatile cache;

__attribute__((annotate("heap-to-stack=require"), noinline)) void keep(void) { cache = malloc(8); }

int main(void) { keep(); }
