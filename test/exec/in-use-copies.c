// RUN: %variants | FileCheck %s
// CHECK: allocations: {{.*}}, fewer
//
// Slots with flags beside specialised copies: a copied function that has such slots itself, objects
// kept over a round that a callee frees at times, and ones that a callee makes.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
struct w {
  int n;
  int sum;
};
__attribute__((noinline)) static struct w *make(int n) {
  struct w *w = malloc(sizeof *w);
  w->n = n;
  w->sum = 0;
  int *prev = NULL;
  for (int i = 0; i < n; i++) {
    int *p = malloc(sizeof *p);
    *p = i;
    if (prev) {
      w->sum = w->sum * 3 % 1000 + *prev;
      if (i % 4)
        free(prev);
    }
    prev = p;
  }
  free(prev);
  return w;
}
__attribute__((noinline)) static void drop(struct w *w) {
  if (w) {
    w->n = -1;
    free(w);
  }
}
__attribute__((noinline)) static int use(int n) {
  struct w *w = make(n);
  int r = w->sum;
  drop(w);
  return r;
}
/* objects kept over a round, dropped by a callee or here */
__attribute__((noinline)) static int mixed(int n) {
  struct w *prev = NULL;
  int r = 0;
  for (int i = 0; i < n; i++) {
    struct w *p = malloc(sizeof *p);
    p->n = i;
    p->sum = i * i;
    if (prev) {
      r += prev->sum + prev->n;
      if (i & 1)
        drop(prev);
      else
        free(prev);
    }
    prev = p;
  }
  drop(prev);
  return r;
}
__attribute__((noinline)) static int made_in_loop(int n) {
  struct w *prev = NULL;
  int r = 0;
  for (int i = 0; i < n; i++) {
    struct w *p = make(i);
    if (prev) {
      r = (r * 7 + prev->sum + p->sum) % 10007;
      drop(prev);
    }
    prev = p;
  }
  drop(prev);
  return r;
}
int main(void) {
  for (int i = 0; i < 30; i += 3)
    printf("%d %d %d\n", use(i), mixed(i), made_in_loop(i));
  struct w *k = make(5);
  printf("%d\n", k->sum);
}
