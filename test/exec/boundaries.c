// RUN: %variants -heap-to-stack-recursive-budget=4096 | FileCheck %s
// CHECK: allocations: {{.*}}, fewer
//
// Every allocator at the sizes where something changes: nothing, one byte, around the guard, large, and
// what no allocator can give. Once each, in a loop, kept over a round of the loop, and in recursion.
#define _GNU_SOURCE
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const size_t sizes[] = {0, 1, 8, 255, 256, 257, 4000, PTRDIFF_MAX, (size_t)PTRDIFF_MAX + 1, SIZE_MAX};
enum { SIZES = sizeof sizes / sizeof *sizes, POSSIBLE = SIZES - 3, LARGEST = 4000 };

static char text[LARGEST + 1];

/* Writes and reads all of it; 1 when there is none. */
__attribute__((noinline)) static unsigned use(unsigned char *p, size_t n) {
  unsigned h = 7;
  if (!p)
    return 1;
  for (size_t i = 0; i < n; i++)
    p[i] = (unsigned char)(i * 5 + n);
  for (size_t i = n; i-- > 0;)
    h = h * 31 + p[i];
  return h;
}

__attribute__((noinline)) static int nonzero(const unsigned char *p, size_t n) {
  for (size_t i = 0; i < n; i++)
    if (p[i])
      return 1;
  return 0;
}

__attribute__((noinline)) static unsigned by_malloc(size_t n) {
  unsigned char *p = malloc(n);
  unsigned h = use(p, n);
  free(p);
  return h;
}

__attribute__((noinline)) static unsigned by_calloc(size_t n, size_t m) {
  unsigned char *p = calloc(n, m);
  if (!p)
    return 1;
  unsigned h = nonzero(p, n * m) * 1000 + use(p, n * m);
  free(p);
  return h;
}

__attribute__((noinline)) static unsigned by_realloc(size_t from, size_t to) {
  unsigned char *p = malloc(from), *q;
  unsigned h = use(p, from);
  if (!p)
    return 1;
  q = realloc(p, to);
  if (!q) {
    h += use(p, from) + 1; /* it is still there */
    free(p);
    return h;
  }
  size_t both = from < to ? from : to;
  for (size_t i = 0; i < both; i++)
    h = h * 3 + q[i];
  h += use(q, to);
  free(q);
  return h;
}

__attribute__((noinline)) static unsigned by_reallocarray(size_t from, size_t n, size_t m) {
  unsigned char *p = calloc(from, 1), *q = reallocarray(p, n, m);
  if (!q) {
    unsigned h = use(p, from) + 1;
    free(p);
    return h;
  }
  unsigned h = nonzero(q, from < n * m ? from : n * m) * 1000 + use(q, n * m);
  free(q);
  return h;
}

__attribute__((noinline)) static unsigned by_strdup(size_t n) {
  char *p = strdup(text + LARGEST - n);
  unsigned h = use((unsigned char *)p, strlen(p) + 1);
  free(p);
  return h;
}

__attribute__((noinline)) static unsigned by_strndup(size_t n) {
  char *p = strndup(text, n);
  unsigned h = use((unsigned char *)p, strlen(p) + 1);
  free(p);
  return h;
}

__attribute__((noinline)) static unsigned by_aligned_alloc(size_t n) {
  unsigned char *p = aligned_alloc(64, n / 64 * 64);
  unsigned h = use(p, n / 64 * 64) + (uintptr_t)p % 64 * 1000;
  free(p);
  return h;
}

__attribute__((noinline)) static unsigned by_posix_memalign(size_t n) {
  void *p;
  if (posix_memalign(&p, 128, n))
    return 1;
  unsigned h = use(p, n) + (uintptr_t)p % 128 * 1000;
  free(p);
  return h;
}

__attribute__((noinline)) static unsigned in_a_loop(size_t step) {
  unsigned h = 1;
  for (size_t n = 0; n < 700; n += step) {
    unsigned char *p = n % 2 ? malloc(n) : calloc(n, 1);
    h = h * 31 + use(p, n);
    if (n % 5 == 4 && n) {
      unsigned char *q = realloc(p, n % 7 ? n * 2 : n / 2 + 1);
      h = h * 31 + q[n / 2];
      p = q;
    }
    free(p);
  }
  return h;
}

__attribute__((noinline)) static unsigned kept_for_a_round(size_t step) {
  unsigned h = 1;
  unsigned char *prev = NULL;
  size_t had = 0;
  for (size_t n = 0; n < 700; n += step) {
    unsigned char *p = calloc(n, 1);
    h = h * 3 + nonzero(p, n);
    h = h * 31 + use(p, n);
    if (prev && had)
      h = h * 31 + prev[had - 1];
    free(prev);
    prev = p;
    had = n;
  }
  free(prev);
  return h;
}

__attribute__((noinline)) static unsigned in_recursion(int depth, size_t n) {
  unsigned char *p = malloc(n), *q = calloc(n & 31, 1);
  if (!p || !q) {
    free(p);
    free(q);
    return 1;
  }
  unsigned h = use(p, n) + nonzero(q, n & 31);
  if (depth)
    h = h * 31 + in_recursion(depth - 1, n / 2 + (size_t)depth);
  if (n)
    h = h * 31 + p[n - 1];
  free(q);
  free(p);
  return h;
}

int main(void) {
  memset(text, 't', LARGEST);
  for (int i = 0; i < SIZES; i++) {
    printf("%zx: %u", sizes[i], by_malloc(sizes[i]));
    printf(" calloc %u %u", by_calloc(sizes[i], 1), by_calloc(3, sizes[i]));
    printf(" array %u", sizes[i] ? by_reallocarray(8, sizes[i], 5) : 0); /* of nothing: frees */
    printf(" aligned %u %u\n", by_aligned_alloc(sizes[i]), by_posix_memalign(sizes[i]));
    for (int k = 0; k < POSSIBLE; k++)
      printf(" %u", sizes[i] ? by_realloc(sizes[k], sizes[i]) : 0);
    printf("\n");
  }
  for (int i = 0; i < POSSIBLE; i++)
    printf("%u %u %u\n", by_strdup(sizes[i]), by_strndup(sizes[i]), in_recursion(5, sizes[i]));
  printf("%u %u\n", by_strndup(SIZE_MAX), in_recursion(5, SIZE_MAX / 2 + 1));
  printf("%u %u\n", by_calloc(SIZE_MAX / 2 + 2, 2), by_calloc((size_t)1 << 32, (size_t)1 << 32));
  printf("%u\n", by_reallocarray(100, (size_t)1 << 62, 4));
  printf("%u %u %u %u\n", in_a_loop(1), in_a_loop(83), kept_for_a_round(1), kept_for_a_round(64));
}
