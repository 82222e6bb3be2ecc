// RUN: %variants | FileCheck %s
// CHECK: allocations: 101 -> 1, fewer
//
// Atomic accesses to the object's own memory are as good on the stack.
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>

struct counter {
  _Atomic int value;
  atomic_flag busy;
};

__attribute__((noinline)) static void bump(struct counter *c, int n) {
  while (atomic_flag_test_and_set(&c->busy))
    ;
  atomic_fetch_add(&c->value, n);
  int expected = 10;
  atomic_compare_exchange_strong(&c->value, &expected, 1000);
  atomic_flag_clear(&c->busy);
}

__attribute__((noinline)) static int count(int n) {
  struct counter *c = malloc(sizeof *c);
  atomic_init(&c->value, n);
  atomic_flag_clear(&c->busy);
  for (int i = 0; i < 5; i++)
    bump(c, i);
  int r = atomic_exchange(&c->value, 0);
  free(c);
  return r;
}

int main(void) {
  long total = 0;
  for (int i = 0; i < 100; i++)
    total = total * 3 % 1000003 + count(i % 13);
  printf("%ld\n", total);
}
