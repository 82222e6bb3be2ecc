// RUN: %variants | FileCheck %s
// CHECK: allocations: {{.*}}, fewer
//
// Pointers carried into later iterations: a list, the object of the round before, one of two rounds
// before, and one that is only sometimes replaced. A slot that is handed out while its object is live
// would mix them up.
#include <stdio.h>
#include <stdlib.h>

struct node {
  struct node *next;
  int value;
};

__attribute__((noinline)) static int list(int n) {
  struct node *head = NULL;
  for (int i = 0; i < n; i++) {
    struct node *new = malloc(sizeof *new);
    new->value = i;
    new->next = head;
    head = new;
  }
  int r = 0;
  while (head) {
    struct node *next = head->next;
    r = (r * 3 + head->value) % 1000003;
    free(head);
    head = next;
  }
  return r;
}

__attribute__((noinline)) static int previous(int n) {
  int *last = NULL, r = 0;
  for (int i = 0; i < n; i++) {
    int *p = malloc(sizeof *p);
    *p = i * i;
    if (last) {
      r = (r * 3 + *last + *p) % 1000003;
      free(last);
    }
    last = p;
  }
  free(last);
  return r;
}

__attribute__((noinline)) static int two_rounds_before(int n) {
  int *a = NULL, *b = NULL, r = 0;
  for (int i = 0; i < n; i++) {
    int *p = malloc(sizeof *p);
    *p = i;
    if (a)
      r = (r * 5 + *a) % 1000003;
    free(a);
    a = b;
    b = p;
  }
  free(a);
  free(b);
  return r;
}

__attribute__((noinline)) static int largest(int n) {
  int *best = NULL, r = 0;
  for (int i = 0; i < n; i++) {
    int *p = malloc(sizeof *p);
    *p = i * 7919 % 1009;
    if (!best || *p > *best) {
      free(best);
      best = p;
    } else {
      r ^= *p;
      free(p);
    }
  }
  r = r * 2000 + *best;
  free(best);
  return r;
}

/* Kept in an array of pointers. */
__attribute__((noinline)) static int array(int n) {
  int *all[16] = {0};
  int r = 0;
  for (int i = 0; i < n; i++) {
    int *p = malloc(sizeof *p);
    *p = i;
    free(all[i % 16]);
    all[i % 16] = p;
    if (all[(i + 1) % 16])
      r = (r * 3 + *all[(i + 1) % 16]) % 1000003;
  }
  for (int i = 0; i < 16; i++)
    free(all[i]);
  return r;
}

/* Carried by another object that lives outside the loop. */
__attribute__((noinline)) static int in_object(int n) {
  struct node *keeper = calloc(1, sizeof *keeper);
  int r = 0;
  for (int i = 0; i < n; i++) {
    struct node *p = malloc(sizeof *p);
    p->value = i;
    p->next = NULL;
    if (keeper->next)
      r = (r * 3 + keeper->next->value) % 1000003;
    free(keeper->next);
    keeper->next = p;
  }
  free(keeper->next);
  free(keeper);
  return r;
}

int main(void) {
  printf("%d %d %d %d %d %d\n", list(40), previous(40), two_rounds_before(40), largest(40), array(40),
         in_object(40));
}
