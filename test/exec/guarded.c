// RUN: %variants | FileCheck %s
// CHECK: allocations: {{.*}}, fewer
//
// Objects of run-time size, in the slot or on the heap: the choice is made again for every object,
// and every free, NULL check, copy and resize follows it.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

__attribute__((noinline)) static int fill(unsigned char *p, size_t n, int seed) {
  unsigned h = 7;
  for (size_t i = 0; i < n; i++)
    p[i] = (unsigned char)(seed + i * 3);
  for (size_t i = n; i-- > 0;)
    h = h * 31 + p[i];
  return (int)(h & 0xffff);
}

__attribute__((noinline)) static int two_sizes(size_t n, size_t m) {
  unsigned char *a = malloc(n), *b = malloc(m);
  if (!a || !b)
    return -1;
  int r = fill(a, n, 1) + fill(b, m, 2) * 3;
  r += fill(a, n, 3);
  free(a);
  if (b)
    free(b);
  return r;
}

__attribute__((noinline)) static int chosen(size_t n, int which) {
  unsigned char *small = malloc(16), *p = which ? malloc(n) : small;
  size_t size = which ? n : 16;
  int r = fill(p, size, which);
  if (which) {
    r += fill(small, 16, 9);
    free(small);
  }
  free(p);
  return r;
}

__attribute__((noinline)) static int carried(int n) {
  unsigned char *last = NULL;
  size_t size = 0;
  int r = 0;
  for (int i = 1; i < n; i++) {
    unsigned char *p = malloc((size_t)i * 9);
    memset(p, i, (size_t)i * 9);
    if (last)
      r = (r * 3 + last[size - 1] + p[0]) % 65521;
    free(last);
    last = p;
    size = (size_t)i * 9;
  }
  free(last);
  return r;
}

__attribute__((noinline)) static int each_round(int n) {
  int r = 0;
  for (int i = 1; i < n; i++) {
    unsigned char *p = calloc((size_t)i, 7);
    int zero = 1;
    for (int k = 0; k < i * 7; k++)
      zero &= p[k] == 0;
    r = (r * 3 + fill(p, (size_t)i * 7, i) + zero) % 65521;
    if (i % 3 == 0) {
      free(p);
      continue;
    }
    r ^= p[i];
    free(p);
  }
  return r;
}

struct buffer {
  size_t size;
  unsigned char *data;
};

__attribute__((noinline)) static int in_struct(size_t n) {
  struct buffer b = {n, malloc(n + 1)}, copy;
  memcpy(&copy, &b, sizeof b);
  int r = fill(copy.data, copy.size, 4);
  copy.data[n] = 1;
  r += b.data[n] * 100000;
  free(copy.data);
  return r;
}

__attribute__((noinline)) static int resized(size_t n) {
  unsigned char *p = malloc(n + 4);
  memset(p, 3, n + 4);
  p = realloc(p, n * 2 + 4);
  int r = p[0] + p[n + 3] * 10;
  r += fill(p, n * 2 + 4, 5);
  free(p);
  return r;
}

__attribute__((noinline)) static int nested(size_t n, int depth) {
  unsigned char *p = malloc(n + (size_t)depth);
  int r = fill(p, n + (size_t)depth, depth);
  if (depth)
    r = (r * 3 + nested(n, depth - 1)) % 65521;
  r += p[n / 2];
  free(p);
  return r;
}

__attribute__((noinline)) static int early(size_t n, int stop) {
  char *p = malloc(n + 32);
  int r = -1;
  if (stop == 1)
    goto out;
  snprintf(p, n + 32, "%zu %d", n, stop);
  if (stop == 2) {
    free(p);
    return 2;
  }
  r = (int)strlen(p) + p[0];
out:
  free(p);
  return r;
}

int main(void) {
  static const size_t sizes[] = {1, 8, 100, 255, 256, 257, 300, 1000, 5000};
  for (int i = 0; i < 9; i++) {
    size_t n = sizes[i];
    printf("%d %d %d", two_sizes(n, sizes[8 - i]), chosen(n, i & 1), in_struct(n));
    printf(" %d %d %d\n", resized(n), nested(n, 6), early(n, i % 3));
  }
  printf("%d %d\n", carried(60), each_round(60));
}
