// Loaded with -fpass-plugin the pass runs by itself at every level but -O0, and what it moves
// becomes registers. The runs without the plugin show that nobody else does it.
//
// RUN: %clang -O0 -fpass-plugin=%plugin -S -emit-llvm -o - %s | FileCheck --check-prefix=O0 %s
// RUN: %clang -O1 -fpass-plugin=%plugin -S -emit-llvm -o - %s | FileCheck --check-prefix=ON %s
// RUN: %clang -O2 -fpass-plugin=%plugin -S -emit-llvm -o - %s | FileCheck --check-prefix=ON %s
// RUN: %clang -O3 -fpass-plugin=%plugin -S -emit-llvm -o - %s | FileCheck --check-prefix=ON %s
// RUN: %clang -Os -fpass-plugin=%plugin -S -emit-llvm -o - %s | FileCheck --check-prefix=ON %s
// RUN: %clang -Oz -fpass-plugin=%plugin -S -emit-llvm -o - %s | FileCheck --check-prefix=ON %s
// RUN: %clang -O1 -S -emit-llvm -o - %s | FileCheck --check-prefix=OFF %s
// RUN: %clang -O2 -S -emit-llvm -o - %s | FileCheck --check-prefix=OFF %s
// RUN: %clang -O3 -S -emit-llvm -o - %s | FileCheck --check-prefix=OFF %s
// RUN: %clang -Os -S -emit-llvm -o - %s | FileCheck --check-prefix=OFF %s
// RUN: %clang -Oz -S -emit-llvm -o - %s | FileCheck --check-prefix=OFF %s
//
// -O0 with the plugin gives what -O0 gives without it.
// RUN: %clang -O0 -fpass-plugin=%plugin -S -emit-llvm -o %t.with.ll %s
// RUN: %clang -O0 -S -emit-llvm -o %t.without.ll %s
// RUN: diff %t.with.ll %t.without.ll
#include <stdlib.h>

struct point {
  int x, y;
};
void opaque(void);

// LLVM by itself removes a malloc that nobody looks at, but not an allocation through memory.
// O0-LABEL: @becomes_registers(
// O0: call {{.*}}@posix_memalign(
// O0: call {{.*}}@free(
// ON-LABEL: @becomes_registers(
// ON-NOT: alloca
// ON-NOT: call {{.*}}@posix_memalign(
// ON-NOT: call {{.*}}@free(
// ON: ret i32
// OFF-LABEL: @becomes_registers(
// OFF: call {{.*}}@posix_memalign(
// OFF: call {{.*}}@free(
int becomes_registers(int x, int y) {
  void *memory;
  if (posix_memalign(&memory, 16, sizeof(struct point)))
    return -1;
  struct point *p = memory;
  p->x = x;
  p->y = y;
  opaque();
  int r = p->x * p->y;
  if (p)
    free(p);
  return r;
}

// Only after inlining is the callee's pointer known not to leave.
static struct point *make(int x) {
  void *memory;
  if (posix_memalign(&memory, 16, sizeof(struct point)))
    abort();
  struct point *p = memory;
  p->x = x;
  return p;
}

// O0-LABEL: @after_inlining(
// O0: call {{.*}}@make(
// ON-LABEL: @after_inlining(
// ON-NOT: alloca
// ON-NOT: call {{.*}}@posix_memalign(
// ON-NOT: call {{.*}}@free(
// ON: ret i32
// OFF-LABEL: @after_inlining(
// OFF: {{call .*@posix_memalign\(|@make\(}}
int after_inlining(int x, int y) {
  struct point *p = make(x);
  p->y = y;
  opaque();
  int r = p->x + p->y;
  free(p);
  return r;
}

// What stays in memory stays in one slot of the entry block.
// O0-LABEL: @stays_in_memory(
// O0: call {{.*}}@malloc(
// ON-LABEL: @stays_in_memory(
// ON: alloca {{.*}}, align 16
// ON-NOT: call {{.*}}@malloc(
// ON: ret i32
// OFF-LABEL: @stays_in_memory(
// OFF: call {{.*}}@malloc(
int stays_in_memory(int n) {
  int *p = malloc(64);
  p[n & 15] = n;
  p[n + 1 & 15] = 2;
  n = p[n * 7 & 15];
  free(p);
  return n;
}

// optnone functions are left alone at every level.
// O0-LABEL: @not_optimised(
// ON-LABEL: @not_optimised(
// ON: call {{.*}}@malloc(
// OFF-LABEL: @not_optimised(
__attribute__((optnone, noinline)) int not_optimised(int n) {
  int *p = malloc(4);
  *p = n;
  n = *p;
  free(p);
  return n;
}

