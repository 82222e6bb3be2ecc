// RUN: %variants | FileCheck %s
// CHECK: allocations: {{.*}}, fewer
//
// Every activation has its own object: the caller's must be untouched by the callee's.
// The large one stays on the heap (recursive-budget), or deep recursion would overflow the stack.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

__attribute__((noinline)) static int add(const int *p) { return p[0] + p[1] * 3; }

__attribute__((noinline)) static int small(int n, const int *outer) {
  int *p = malloc(2 * sizeof *p);
  p[0] = n;
  p[1] = outer ? outer[0] : -1;
  int r = n ? small(n - 1, p) : 0;
  r = (r * 5 + add(p)) % 1000003;
  free(p);
  return r;
}

/* 20,000 levels of 1,000 bytes would need 20 megabytes of stack. */
__attribute__((noinline)) static int large(int n) {
  char *p = malloc(1000);
  memset(p, n, 1000);
  int r = n ? large(n - 1) : 0;
  r = (r * 3 + p[n % 1000]) % 1000003;
  free(p);
  return r;
}

static int odd(int n, int *acc);
__attribute__((noinline)) static int even(int n, int *acc) {
  int *mine = calloc(1, sizeof *mine);
  *mine += *acc + n;
  int r = n ? odd(n - 1, mine) : *mine;
  r += *mine;
  free(mine);
  return r % 1000003;
}
__attribute__((noinline)) static int odd(int n, int *acc) { return n ? even(n - 1, acc) : *acc; }

/* Slots of 64 bytes, the most that such a function may add: sizes around that. */
__attribute__((noinline)) static int any_size(int n, const unsigned char *outer) {
  size_t size = (size_t)(48 + n % 40);
  unsigned char *p = malloc(size);
  for (size_t i = 0; i < size; i++)
    p[i] = (unsigned char)(n + (int)i);
  if (n % 3 == 0) {
    size += 15;
    p = realloc(p, size);
    memset(p + size - 15, n, 15);
  }
  int r = n ? any_size(n - 1, p) : 0;
  for (size_t i = 0; i < size; i++)
    r = (r * 5 + p[i] + (outer ? outer[i % 48] : 1)) % 1000003;
  free(p);
  return r;
}

int main(void) {
  int zero = 0;
  printf("%d\n", small(1000, NULL));
  printf("%d\n", large(20000));
  printf("%d\n", even(501, &zero));
  printf("%d\n", any_size(300, NULL));
}
