// The ways to leave functions alone, from C, each next to a function that is not.
//
// RUN: %clang -O2 -fpass-plugin=%plugin -S -emit-llvm -o - %s | FileCheck --check-prefix=ANNOTATED %s
// RUN: %clang -O2 -fno-builtin -fpass-plugin=%plugin -S -emit-llvm -o - %s | FileCheck --check-prefix=ALL %s
// RUN: %clang -O2 -ffreestanding -fpass-plugin=%plugin -S -emit-llvm -o - %s | FileCheck --check-prefix=ALL %s
// RUN: %clang -O2 -fno-builtin-malloc -fpass-plugin=%plugin -S -emit-llvm -o - %s \
// RUN:   | FileCheck --check-prefix=MALLOC %s
// RUN: %clang -O2 -fsanitize=address -fpass-plugin=%plugin -S -emit-llvm -o - %s \
// RUN:   | FileCheck --check-prefix=SANITIZED %s
// RUN: %clang -O2 -fsanitize=memory -fpass-plugin=%plugin -S -emit-llvm -o - %s \
// RUN:   | FileCheck --check-prefix=SANITIZED %s
//
// ThreadSanitizer has nothing to say about where an object lies.
// RUN: %clang -O2 -fsanitize=thread -fpass-plugin=%plugin -S -emit-llvm -o - %s \
// RUN:   | FileCheck --check-prefix=ANNOTATED %s
#include <stdlib.h>

__attribute__((noinline)) static int touch(int *p, int n) {
  for (int i = 0; i < 8; i++)
    p[i * n & 7] = i;
  return p[n & 3];
}

// ANNOTATED-LABEL: @annotated(
// ANNOTATED: call {{.*}}@malloc(
__attribute__((annotate("heap-to-stack=off"))) int annotated(int n) {
  int *p = malloc(32);
  int r = touch(p, n);
  free(p);
  return r;
}

// Another annotation is nobody's business.
// ANNOTATED-LABEL: @annotated_otherwise(
// ANNOTATED-NOT: call {{.*}}@malloc(
// ANNOTATED: alloca [32 x i8], align 16
// ANNOTATED-NOT: call {{.*}}@malloc(
// ANNOTATED: ret i32
__attribute__((annotate("stack-to-heap=off"))) int annotated_otherwise(int n) {
  int *p = malloc(32);
  int r = touch(p, n);
  free(p);
  return r;
}

// ANNOTATED-LABEL: @plain(
// ANNOTATED-NOT: call {{.*}}@malloc(
// ANNOTATED: ret i32
// ALL-LABEL: @plain(
// ALL: call {{.*}}@malloc(
// MALLOC-LABEL: @plain(
// MALLOC: call {{.*}}@malloc(
// SANITIZED-LABEL: @plain(
// SANITIZED: call {{.*}}@malloc(
int plain(int n) {
  int *p = malloc(32);
  int r = touch(p, n);
  free(p);
  return r;
}

// -fno-builtin-malloc says nothing about calloc.
// ANNOTATED-LABEL: @zeroed(
// ANNOTATED-NOT: call {{.*}}@calloc(
// ANNOTATED: ret i32
// ALL-LABEL: @zeroed(
// ALL: call {{.*}}@calloc(
// MALLOC-LABEL: @zeroed(
// MALLOC-NOT: call {{.*}}@calloc(
// MALLOC: ret i32
// SANITIZED-LABEL: @zeroed(
// SANITIZED: call {{.*}}@calloc(
int zeroed(int n) {
  int *p = calloc(8, 4);
  int r = touch(p, n);
  free(p);
  return r;
}

// A function that a sanitizer is told to leave alone is not left alone by the pass.
// SANITIZED-LABEL: @not_sanitized(
// SANITIZED-NOT: call {{.*}}@malloc(
// SANITIZED: ret i32
__attribute__((no_sanitize("address", "memory")))
int not_sanitized(int n) {
  int *p = malloc(32);
  int r = touch(p, n);
  free(p);
  return r;
}
