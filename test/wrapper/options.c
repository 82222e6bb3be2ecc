// STACKBOUND_OPTIONS gives options to the pass, wherever it runs, and to nothing else.
//
// REQUIRES: x86
// RUN: rm -rf %t && mkdir -p %t && cd %t && cp %S/Inputs/three.s .
// RUN: %cc -Werror -O2 -c %s -o default.o && llvm-nm default.o | FileCheck --check-prefix=STACK %s
// RUN: env STACKBOUND_OPTIONS=max-size=8 %cc -Werror -O2 -c %s -o small.o && llvm-nm small.o | FileCheck --check-prefix=HEAP %s
// RUN: env "STACKBOUND_OPTIONS=max-size=8;;guard-size=0;max-size=100" %cc -Werror -O2 -c %s -o last.o
// RUN: llvm-nm last.o | FileCheck --check-prefix=STACK %s
// RUN: env STACKBOUND_OPTIONS=max-size=8 %cc -Werror -c three.s -o three.o
// RUN: env STACKBOUND_OPTIONS=max-size=8 %cc -Werror -E %s -o /dev/null
// STACK-NOT: malloc
// HEAP: U malloc
//
// The command's own options work as well, in clang 19 too.
// RUN: %cc -Werror -O2 -c %s -o own.o -mllvm -heap-to-stack-max-size=8 && llvm-nm own.o | FileCheck --check-prefix=HEAP %s
//
// What is wrong is said.
// RUN: env STACKBOUND_OPTIONS=max-size %S/Inputs/status.sh 2 %cc -c %s 2>&1 | FileCheck --check-prefix=FORM %s
// FORM: stackbound-cc: error: STACKBOUND_OPTIONS: 'max-size' is not of the form NAME=VALUE
// RUN: env "STACKBOUND_OPTIONS=guard-size=1;size=4" %S/Inputs/status.sh 2 %cc -c %s 2>&1 | FileCheck --check-prefix=NAME %s
// NAME: error: STACKBOUND_OPTIONS: there is no option 'size': expected one of max-size guard-size frame-budget recursive-budget
// RUN: env STACKBOUND_OPTIONS=max-size=many %S/Inputs/status.sh 1 %cc -O2 -c %s -o wrong.o 2>&1 | FileCheck --check-prefix=VALUE %s
// VALUE: error: heap-to-stack: invalid value 'many' for 'max-size': expected a whole number
//
// The script knows every option of the pass.
// RUN: sed -n 's/^SB_[A-Z_]*OPTION([a-z_]*, "\([^"]*\)".*/\1/p' %tools/../include/options.def >names
// RUN: test -s names
// RUN: sed -n 's/^option_names="\(.*\)"/\1/p' %tools/stackbound-cc | tr ' ' '\n' | diff - names
#include <stdlib.h>

__attribute__((noinline)) static int weigh(const int *p) { return p[0] + p[15]; }

int sum(int n) {
  int *p = malloc(16 * sizeof *p);
  p[0] = n;
  p[15] = n;
  int result = weigh(p);
  free(p);
  return result;
}
