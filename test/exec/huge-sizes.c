// RUN: %clang -O1 -fpass-plugin=%plugin %s -o %t
// RUN: %t | FileCheck %s
// RUN: %clang -O3 -fpass-plugin=%plugin %s -o %t
// RUN: %t | FileCheck %s
//
// Sizes that no allocator can serve, and products that overflow, still give NULL. (Not under
// AddressSanitizer, which stops the program, and against no reference: LLVM may fold the failure.)
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

static volatile size_t hide;
static void *volatile seen;

__attribute__((noinline)) static int product(size_t n, size_t m) {
  char *p = calloc(n, m);
  if (!p)
    return 1;
  p[0] = 1;
  int r = p[n / 2] * 2;
  free(p);
  return r;
}

__attribute__((noinline)) static int large(size_t n) {
  char *p = malloc(n);
  if (!p)
    return 1;
  p[0] = 1;
  int r = p[n / 2] * 2 + 4;
  free(p);
  return r;
}

int main(void) {
  hide = SIZE_MAX / 2 + 2;
  size_t n = hide;
  // CHECK: product 1
  printf("product %d\n", product(n, 2)); /* 2 modulo the word */
  // CHECK: product 1
  printf("product %d\n", product(n, 4));
  // CHECK: large 1
  printf("large %d\n", large(SIZE_MAX - hide + n - 8));
}
