// An ordinary optional pass: what selects, shows and times passes works for it.
//
// RUN: %clang -O1 -Xclang -disable-llvm-passes -S -emit-llvm -o %t.ll %s
//
// RUN: %opt -passes='default<O2>' -disable-output -print-after=heap-to-stack %t.ll 2>&1 \
// RUN:   | FileCheck --check-prefix=AFTER %s
// RUN: %opt -passes='default<O2>' -disable-output -print-before=heap-to-stack %t.ll 2>&1 \
// RUN:   | FileCheck --check-prefix=BEFORE %s
// RUN: %opt -passes='default<O2>' -disable-output -time-passes %t.ll 2>&1 \
// RUN:   | FileCheck --check-prefix=TIME %s
// RUN: %opt -passes='default<O2>' -disable-output -debug-pass-manager %t.ll 2>&1 \
// RUN:   | FileCheck --check-prefix=MANAGER %s
// RUN: %opt -passes='default<O2>' -disable-output -time-trace -time-trace-granularity=0 \
// RUN:   -time-trace-file=%t.json %t.ll
// RUN: FileCheck --check-prefix=TRACE %s <%t.json
//
// The same from clang.
// RUN: %clang -O2 -fpass-plugin=%plugin -mllvm -print-after=heap-to-stack -c -o /dev/null %s 2>&1 \
// RUN:   | FileCheck --check-prefix=AFTER %s
// RUN: %clang -O2 -fpass-plugin=%plugin -ftime-report -c -o /dev/null %s 2>&1 \
// RUN:   | FileCheck --check-prefix=TIME %s
// RUN: %clang -O2 -fpass-plugin=%plugin -ftime-trace=%t.clang.json -ftime-trace-granularity=0 \
// RUN:   -c -o %t.o %s
// RUN: FileCheck --check-prefix=TRACE %s <%t.clang.json
//
// -opt-bisect-limit: alone in the pipeline it is pass number 1, and 0 turns it off.
// RUN: %opt -passes=inferattrs -S -o %t.attrs.ll %t.ll
// RUN: %opt -passes=heap-to-stack -opt-bisect-limit=0 -S %t.attrs.ll -o - 2>&1 \
// RUN:   | FileCheck --check-prefix=SKIPPED %s
// RUN: %opt -passes=heap-to-stack -opt-bisect-limit=1 -S %t.attrs.ll -o - 2>&1 \
// RUN:   | FileCheck --check-prefix=RUNS %s
// RUN: %clang -O2 -fpass-plugin=%plugin -mllvm -opt-bisect-limit=0 -S -emit-llvm -o - %s 2>&1 \
// RUN:   | FileCheck --check-prefix=NEVER %s
#include <stdlib.h>

int f(int n) {
  int *p = malloc(4);
  *p = n;
  n = *p;
  free(p);
  return n;
}

int g(int n) {
  int *p = malloc(64);
  p[n & 15] = n;
  p[n + 1 & 15] = 2;
  n = p[n * 7 & 15];
  free(p);
  return n;
}

// BEFORE: IR Dump Before {{.*}}{{HeapToStackPass|heap-to-stack}}
// BEFORE: call {{.*}}@malloc(
// AFTER: IR Dump After {{.*}}{{HeapToStackPass|heap-to-stack}}
// AFTER: @g(
// AFTER-NOT: @malloc
// AFTER: alloca {{.*}}, align 16
// TIME: {{HeapToStackPass|heap-to-stack}}
// MANAGER: Running pass: HeapToStackPass on [module]
// TRACE: "HeapToStackPass"
// SKIPPED: BISECT: NOT running pass (1) {{HeapToStackPass|heap-to-stack}} on [module]
// SKIPPED: call {{.*}}@malloc(
// RUNS: BISECT: running pass (1) {{HeapToStackPass|heap-to-stack}} on [module]
// RUNS-NOT: call {{.*}}@malloc(
// NEVER: NOT running pass {{.*}} {{HeapToStackPass|heap-to-stack}} on [module]
// NEVER: call {{.*}}@malloc(
