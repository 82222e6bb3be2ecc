// RUN: %variants | FileCheck %s
// CHECK: allocations: {{[0-9]+}} -> 1, fewer
//
// posix_memalign's pointer comes back through memory, its result is an error code; alignments hold.
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

__attribute__((noinline)) static int fill(int *p, int n) {
  for (int i = 0; i < n; i++)
    p[i] = i * i;
  return p[n - 1];
}

__attribute__((noinline)) static int by_posix_memalign(int n) {
  void *memory = NULL;
  int error = posix_memalign(&memory, 64, 128);
  if (error)
    return -error;
  int r = fill(memory, n) + ((uintptr_t)memory % 64 != 0) * 1000000;
  free(memory);
  return r;
}

__attribute__((noinline)) static int by_aligned_alloc(int n) {
  int *p = aligned_alloc(32, 96);
  int r = fill(p, n) + ((uintptr_t)p % 32 != 0) * 1000000;
  free(p);
  return r;
}

/* malloc promises max_align_t. */
__attribute__((noinline)) static int by_malloc(int n) {
  long double *p = malloc(5);
  int r = fill((int *)p, 1) + n + ((uintptr_t)p % _Alignof(max_align_t) != 0) * 1000000;
  free(p);
  return r;
}

int main(void) {
  long total = 0;
  for (int i = 1; i < 20; i++)
    total = (total * 3 + by_posix_memalign(i) + by_aligned_alloc(i) + by_malloc(i)) % 1000003;
  printf("%ld\n", total);
}
