// Each kind of step of the compiler goes through as with clang itself: no complaint about what was
// added, even where complaints are errors, the same output, and the plugin at work where code is made.
//
// REQUIRES: x86
// RUN: rm -rf %t && mkdir -p %t && cp %s %t/a.c && cp %S/Inputs/other.c %t/b.c && cp %S/Inputs/three.s %t
// RUN: cd %t
//
// RUN: %cc -Werror -O2 -E a.c -o plugged.i && %clang -O2 -E a.c -o plain.i && cmp plugged.i plain.i
// RUN: %cc -Werror -M a.c >plugged.d && %clang -M a.c >plain.d && cmp plugged.d plain.d
// RUN: %cc -Werror -MM a.c -MF plugged.mm && %clang -MM a.c -MF plain.mm && cmp plugged.mm plain.mm
// RUN: %cc -Werror -fsyntax-only a.c 2>&1 | count 0
// RUN: %cc --version >plugged && %clang --version >plain && cmp plugged plain
// RUN: %cc -dumpmachine >plugged && %clang -dumpmachine >plain && cmp plugged plain
// RUN: %cc --help >plugged && %clang --help >plain && cmp plugged plain
// RUN: not %cc 2>&1 | FileCheck --check-prefix=NONE %s
// NONE: error: no input files
//
// RUN: %cc -Werror -O2 -c a.c -MMD -MP && FileCheck --check-prefix=DEPEND --input-file=a.d %s
// DEPEND: a.o: a.c
// RUN: llvm-nm a.o | FileCheck --check-prefix=STACK %s
// RUN: %clang -O2 -c a.c -o heap.o && llvm-nm heap.o | FileCheck --check-prefix=HEAP %s
// STACK-NOT: malloc
// HEAP: U malloc
// RUN: %cc -Werror -O2 -S a.c -o a.s && FileCheck --check-prefix=STACK --input-file=a.s %s
// RUN: %cc -Werror -O2 -S -emit-llvm a.c -o a.ll && FileCheck --check-prefix=STACK --input-file=a.ll %s
// RUN: %cc -Werror -O0 -c a.c -o a0.o && llvm-nm a0.o | FileCheck --check-prefix=HEAP %s
//
// Assembler, with and without preprocessing, and files that already are what is wanted.
// RUN: %cc -Werror -c three.s && %cc -Werror -c -x assembler-with-cpp three.s -o three2.o
// RUN: %cc -Werror -O2 -x c b.c -x none a.o three.o -o program && ./program | FileCheck --check-prefix=RUNS %s
// RUNS: 3 3 1
// RUN: %cc -Werror a.o three.o %t/a.o -r -nostdlib -o joined.o -Wl,--allow-multiple-definition
//
// Several inputs, sources and others.
// RUN: %cc -Werror -O2 a.c b.c three.s -o program && ./program | FileCheck --check-prefix=RUNS %s
// RUN: llvm-nm program | FileCheck --check-prefix=STACK %s
// RUN: rm -f a.o b.o && %cc -Werror -O2 -c a.c b.c && llvm-nm a.o | FileCheck --check-prefix=STACK %s
// RUN: llvm-nm b.o | FileCheck --check-prefix=OTHER %s
// OTHER: T other
//
// Where the language comes from: the name, -x, standard input.
// RUN: %cc -Werror -O2 -x c -c - -o a.o <a.c && llvm-nm a.o | FileCheck --check-prefix=STACK %s
// RUN: %cc -Werror -O2 -c -o a.o -- a.c && llvm-nm a.o | FileCheck --check-prefix=STACK %s
// RUN: %cc -Werror -O2 -x c-header a.c -o a.pch && test -s a.pch
// RUN: %cc -Werror -O2 -include-pch a.pch -c b.c -o b.o
//
// @FILE.
// RUN: echo "-O2 -Werror 'a.c' -c -o response.o" >options
// RUN: rm -f response.o && %cc @options && llvm-nm response.o | FileCheck --check-prefix=STACK %s
//
// Errors and warnings are clang's, and so is the exit status.
// RUN: echo 'int f(void) { return x; }' >wrong.c
// RUN: %S/Inputs/status.sh 1 %cc -c wrong.c 2>plugged
// RUN: not %clang -c wrong.c 2>plain
// RUN: cmp plugged plain
#include <stdio.h>
#include <stdlib.h>

int three(void);
int other(void);

__attribute__((noinline)) static int weigh(const int *p, int n) {
  int sum = 0;
  for (int i = 0; i < n; i++)
    sum += p[i];
  return sum;
}

__attribute__((noinline)) int sum(int n) {
  int *p = malloc(4 * sizeof *p);
  if (!p)
    return -1;
  for (int i = 0; i < 4; i++)
    p[i] = i < 3 ? n : 0;
  int result = weigh(p, 4);
  free(p);
  return result;
}

int main(int argc, char **argv) {
  (void)argv;
  printf("%d %d %d\n", sum(argc), three(), other());
}
