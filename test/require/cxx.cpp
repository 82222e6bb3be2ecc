// C++: templates, members and operator new; the option finds inlined functions by the name in the source.
//
// RUN: not %clangxx -O2 -g -fpass-plugin=%plugin -c %s -o %t.o 2>&1 | FileCheck --implicit-check-not=error: %s
// RUN: not %clangxx -O2 -g -fpass-plugin=%plugin -c %s -o %t.o -DREQUIRE= -Xclang -load -Xclang %plugin \
// RUN:   -mllvm '-heap-to-stack-require=mixer::*' 2>&1 | FileCheck --implicit-check-not=error: %s
// RUN: not %clangxx -O2 -g -fpass-plugin=%plugin -c %s -o %t.o -DREQUIRE= -Xclang -load -Xclang %plugin \
// RUN:   -mllvm '-heap-to-stack-require=_ZN5mixer3addEi' 2>&1 | FileCheck --implicit-check-not=error: %s
// RUN: %clangxx -O2 -g -fpass-plugin=%plugin -c %s -o %t.o -DREQUIRE= -Werror
#ifndef REQUIRE
#define REQUIRE __attribute__((annotate("heap-to-stack=require")))
#endif

int *cache;

struct mixer {
  REQUIRE int add(int n) {
    // CHECK: cxx.cpp:[[#@LINE+1]]:14: error: operator new of 4 bytes stays on the heap, but 'mixer::add' (inlined into 'use') requires the stack: stored to global 'cache'
    int *p = new int(n);
    cache = p;
    return *p;
  }
  REQUIRE __attribute__((noinline)) int sub(int n) {
    int *p = new int[4];
    for (int i = 0; i < 4; i++)
      p[i] = n * i;
    int result = p[n & 3];
    delete[] p;
    return result;
  }
};

int use(mixer &m, int n) { return m.add(n) + m.sub(n); }
