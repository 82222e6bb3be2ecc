// RUN: %variants | FileCheck %s
// CHECK: allocations: {{.*}}, fewer
//
// `tail` and musttail promise that the callee does not look at the caller's frame: with the object
// in it, that must no longer be said, or its stores are deleted.
#include <stdio.h>
#include <stdlib.h>

struct job {
  int value;
  int *data;
};

__attribute__((noinline)) static int last(const struct job *j, int n) {
  return j->value * 3 + j->data[n & 1];
}

/* The free goes, and the call before it is the last thing that happens. */
__attribute__((noinline)) static int leaked(int n) {
  struct job *j = malloc(sizeof *j);
  j->data = malloc(2 * sizeof(int));
  j->data[0] = n;
  j->data[1] = n * 2;
  j->value = 7;
  return last(j, n);
}

__attribute__((noinline)) static int through_memory(int n) {
  struct job j = {n, malloc(2 * sizeof(int))};
  j.data[0] = 5;
  j.data[1] = n;
  return last(&j, n);
}

__attribute__((noinline)) static int must(int *p, int n) {
  if (!n)
    return *p;
  *p += n;
  __attribute__((musttail)) return must(p, n - 1);
}

__attribute__((noinline)) static int begin(int *unused, int n) {
  (void)unused;
  int *p = malloc(sizeof *p);
  *p = 1;
  __attribute__((musttail)) return must(p, n);
}

int main(void) {
  long total = 0;
  for (int i = 0; i < 30; i++)
    total = (total * 3 + leaked(i) + through_memory(i) + begin(NULL, i)) % 1000003;
  printf("%ld\n", total);
}
