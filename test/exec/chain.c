// RUN: %variants | FileCheck %s
// CHECK: allocations: {{.*}}, fewer
//
// Objects that begin with realloc(NULL, n): within their slot, at its edges, out of it, failing,
// with several of one site live at once, and again after a free.
#define _GNU_SOURCE
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

__attribute__((noinline)) static unsigned sum(const unsigned char *p, size_t n) {
  unsigned s = 1;
  for (size_t i = 0; i < n; i++)
    s = s * 31 + p[i];
  return s;
}

// Grows in steps up to n; all bytes come along.
__attribute__((noinline)) static unsigned grow(size_t n, size_t step) {
  unsigned char *p = NULL;
  size_t have = 0;
  while (have < n) {
    size_t want = have + step < n ? have + step : n;
    unsigned char *q = realloc(p, want);
    if (!q)
      break;
    for (size_t i = have; i < want; i++)
      q[i] = (unsigned char)(i * 7 + step);
    p = q;
    have = want;
  }
  unsigned s = sum(p, have);
  free(p);
  return s;
}

// Shrinks and grows by turns, so that the object is in the slot, out of it, and stays outside.
__attribute__((noinline)) static unsigned wander(unsigned seed, int turns) {
  unsigned char *p = NULL;
  size_t have = 0;
  unsigned s = 0;
  for (int k = 0; k < turns; k++) {
    seed = seed * 1103515245u + 12345;
    size_t want = (seed >> 16) % 400 + 1;
    p = realloc(p, want);
    if (!p)
      abort();
    s = s * 31 + sum(p, have < want ? have : want);
    for (size_t i = 0; i < want; i++)
      p[i] = (unsigned char)(seed >> (i % 13));
    have = want;
    if (seed % 5 == 0) { // and begins again
      free(p);
      p = NULL;
      have = 0;
    }
  }
  free(p);
  return s;
}

// The one before stays live while the next begins: they must not be in one slot.
__attribute__((noinline)) static unsigned overlap(int turns, size_t n) {
  unsigned char *before = NULL;
  unsigned s = 0;
  for (int k = 0; k < turns; k++) {
    unsigned char *start = k % 3 == 2 ? before : NULL;
    unsigned char *p = realloc(start, n + (size_t)k);
    if (!p)
      abort();
    memset(p, k + 1, n + (size_t)k);
    if (start == NULL && before) {
      s = s * 31 + before[0] + before[n - 1] + (before == p);
      free(before);
    }
    before = p;
  }
  s = s * 31 + before[0];
  free(before);
  return s;
}

// A size that cannot be had leaves the old object as it was.
__attribute__((noinline)) static unsigned fails(size_t n, size_t huge) {
  unsigned char *p = NULL;
  size_t have = 0;
  unsigned s = 0;
  for (int k = 0; k < 4; k++) {
    size_t want = k == 2 ? huge : n + (size_t)k;
    unsigned char *q = realloc(p, want);
    if (!q) {
      s += 1000;
      continue;
    }
    for (size_t i = have; i < want; i++)
      q[i] = (unsigned char)(i + 3);
    p = q;
    have = want;
  }
  s = s * 31 + sum(p, have);
  free(p);
  return s;
}

// Products: those that overflow fail, and begin nothing.
__attribute__((noinline)) static unsigned products(size_t n, size_t m, int turns) {
  unsigned *p = NULL;
  unsigned s = 0;
  for (int k = 0; k < turns; k++) {
    unsigned *q = reallocarray(p, n, m);
    if (!q)
      s += 7;
    else {
      q[0] = (unsigned)k + (k ? q[0] : 0);
      p = q;
    }
  }
  s = s * 31 + (p ? p[0] : 0);
  free(p);
  return s;
}

// Two that grow by turns, and one in each level of a recursion.
__attribute__((noinline)) static unsigned both(int depth, size_t n) {
  unsigned char *a = NULL, *b = NULL;
  size_t k = 0;
  for (; k < n; k++) {
    a = realloc(a, k + 1);
    b = realloc(b, 2 * k + 2);
    if (!a || !b)
      abort();
    a[k] = (unsigned char)(k + (size_t)depth);
    b[2 * k] = b[2 * k + 1] = (unsigned char)(k ^ 5);
  }
  unsigned s = depth ? both(depth - 1, n + 30) : 0;
  s = s * 31 + sum(a, k) + sum(b, 2 * k);
  free(a);
  free(b);
  return s;
}

// Size 0 is whatever the allocator makes of it; nothing is read.
__attribute__((noinline)) static int empty(size_t n, int turns) {
  char *p = NULL;
  int count = 0;
  for (int k = 0; k < turns; k++) {
    char *q = realloc(p, n + (size_t)k);
    if (!q)
      break;
    p = q;
    count += p != NULL;
  }
  free(p);
  return count;
}

// Three sites that take each other's objects: one slot.
__attribute__((noinline)) static unsigned three(unsigned seed, int turns) {
  unsigned char *p = NULL;
  size_t have = 0;
  unsigned s = 0;
  for (int k = 0; k < turns; k++) {
    seed = seed * 1103515245u + 12345;
    size_t want;
    switch (seed >> 20 & 3) {
    case 0:
      p = realloc(p, want = 16);
      break;
    case 1:
      p = realloc(p, want = (seed >> 8) % 300 + 1);
      break;
    case 2:
      p = realloc(p, want = 100);
      break;
    default:
      free(p);
      p = NULL;
      have = 0;
      continue;
    }
    if (!p)
      abort();
    if ((uintptr_t)p % 16 != 0)
      s += 99;
    s = s * 31 + sum(p, have < want ? have : want);
    memset(p, k, want);
    have = want;
  }
  free(p);
  return s;
}

int main(void) {
  static const size_t sizes[] = {0, 1, 15, 16, 31, 32, 64, 255, 256, 257, 300, 5000};
  for (unsigned i = 0; i < sizeof sizes / sizeof *sizes; i++) {
    size_t n = sizes[i];
    printf("%zu: %u %u %u\n", n, grow(n, 1), grow(n, 16), grow(n, n ? n : 1));
    printf("  %u %u %d\n", overlap(7, n + 1), both(2, n % 300), empty(n + 1, 3));
    printf("  %u %u\n", fails(n + 1, PTRDIFF_MAX), fails(n + 1, SIZE_MAX - 8));
  }
  for (unsigned seed = 1; seed < 40; seed++)
    printf("%u %u\n", wander(seed, (int)seed), three(seed, (int)seed * 3));
  printf("%u %u %u %u\n", products(4, 4, 3), products(64, 4, 3), products(65, 4, 3),
         products(SIZE_MAX / 2, 4, 3));
  return 0;
}
