// RUN: %variants | FileCheck %s
// CHECK: allocations: {{.*}}, as many
//
// One of two linked objects escapes: the one it points to escapes with it, whichever comes first.
#include <stdio.h>
#include <stdlib.h>

struct node {
  struct node *next;
  int value;
};
static struct node *list;

__attribute__((noinline)) static void publish(struct node *n) { list = n; }

__attribute__((noinline)) static void stored_then_linked(int n) {
  struct node *a = malloc(sizeof *a), *b = malloc(sizeof *b);
  a->value = n;
  b->value = n + 1;
  b->next = list;
  publish(a);
  a->next = b;
}

__attribute__((noinline)) static void linked_then_stored(int n) {
  struct node *a = malloc(sizeof *a), *b = malloc(sizeof *b);
  struct node copy;
  copy.next = b;
  copy.value = n;
  b->value = n * 2;
  b->next = list;
  *a = copy; /* memcpy of what holds b */
  list = a;
}

__attribute__((noinline)) static void clobber(void) {
  volatile char stack[4096];
  for (unsigned i = 0; i < sizeof stack; i++)
    stack[i] = 0x55;
}

int main(void) {
  for (int i = 0; i < 20; i++) {
    stored_then_linked(i);
    clobber();
    linked_then_stored(i);
    clobber();
  }
  long total = 0;
  while (list) {
    struct node *next = list->next;
    total = (total * 3 + list->value) % 1000003;
    free(list);
    list = next;
  }
  printf("%ld\n", total);
}
