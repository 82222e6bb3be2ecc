// RUN: %variants | FileCheck %s
// CHECK: allocations: {{.*}}, fewer
//
// Pointers handed out through parameters leave; so do those in a struct that is returned.
#include <stdio.h>
#include <stdlib.h>

__attribute__((noinline)) static int make(int n, int **out) {
  int *p = malloc(sizeof *p);
  if (!p)
    return -1;
  *p = n;
  *out = p;
  return 0;
}

struct result {
  int error;
  int *value;
};

__attribute__((noinline)) static struct result wrap(int n) {
  struct result r = {n < 0, malloc(sizeof(int))};
  *r.value = n;
  return r;
}

struct big {
  long pad[8];
  int *value;
};

__attribute__((noinline)) static struct big wrap_big(int n) {
  struct big b = {{n}, malloc(sizeof(int))};
  *b.value = n + 1;
  return b;
}

/* Only into the caller's local, which goes no further: may move after inlining. */
static int swap(int **a, int **b) {
  int *t = *a;
  *a = *b;
  *b = t;
  return **a;
}

__attribute__((noinline)) static int local(int n) {
  int *a = malloc(sizeof *a), *b = malloc(sizeof *b);
  *a = n, *b = n * 2;
  int r = swap(&a, &b) * 3;
  r += *a * 5 + *b * 7;
  free(a);
  free(b);
  return r;
}

__attribute__((noinline)) static void clobber(void) {
  volatile char stack[4096];
  for (unsigned i = 0; i < sizeof stack; i++)
    stack[i] = 0x55;
}

int main(void) {
  int total = 0;
  for (int i = 0; i < 30; i++) {
    int *p, *q;
    if (make(i, &p) || make(i * 3, &q))
      return 1;
    struct result r = wrap(i);
    struct big b = wrap_big(i);
    clobber();
    total = (total * 3 + *p + *q * 2 + *r.value * 5 + *b.value + local(i)) % 1000003;
    free(p);
    free(q);
    free(r.value);
    free(b.value);
  }
  printf("%d\n", total);
}
