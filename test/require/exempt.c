// Nothing is required where optimisation is off or somebody else watches the objects, nor of code that
// is never reached.
//
// RUN: not %clang -O2 -fpass-plugin=%plugin -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: %clang -O2 -fpass-plugin=%plugin -Werror -fsanitize=address -c %s -o %t.o
// RUN: %clang -O2 -fpass-plugin=%plugin -Werror -DOPTNONE -c %s -o %t.o
// RUN: %clang -O2 -fpass-plugin=%plugin -Werror -DMALLOC=own -c %s -o %t.o
// RUN: %clang -O2 -fpass-plugin=%plugin -Werror -mllvm -heap-to-stack-limit=0 -Xclang -load -Xclang %plugin -DINSIDE -c %s -o %t.o
// CHECK: error: malloc of 32 bytes stays on the heap, but 'required' requires the stack
#include <stdlib.h>

#ifndef MALLOC
#define MALLOC malloc
#endif

int *cache;
void *own(size_t n);

#ifdef OPTNONE
__attribute__((optnone, noinline))
#endif
__attribute__((annotate("heap-to-stack=require"))) int required(int n) {
  int *p = MALLOC(32);
  p[n & 7] = n;
#ifndef INSIDE
  cache = p;
  return 0;
#else
  int result = p[0];
  free(p);
  return result;
#endif
}
