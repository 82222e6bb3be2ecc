// RUN: %variants | FileCheck %s
// CHECK: allocations:
//
// Who frees: a callee, a callee sometimes, a callee that then never returns, a destructor table, a
// flag, the next call.
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static jmp_buf state;
static int freed;

__attribute__((noinline)) static void drop(int *p) {
  freed += *p;
  free(p);
}
__attribute__((noinline)) static int drop_if(int *p, int yes) {
  if (yes)
    drop(p);
  return yes;
}
__attribute__((noinline)) static void drop_and_jump(int *p) {
  drop(p);
  longjmp(state, 1);
}

__attribute__((noinline)) static int always(int n) {
  int *p = malloc(sizeof *p);
  *p = n;
  drop(p);
  return n;
}
__attribute__((noinline)) static int sometimes(int n) {
  int *p = malloc(sizeof *p);
  *p = n;
  if (!drop_if(p, n % 3 == 0)) {
    n += *p;
    free(p);
  }
  return n;
}
__attribute__((noinline)) static int never_back(int n) {
  int *p = malloc(sizeof *p);
  *p = n;
  if (n % 4 == 0)
    drop_and_jump(p);
  n += *p;
  free(p);
  return n;
}

struct owner {
  void (*destroy)(int *);
  int *value;
};
__attribute__((noinline)) static void keep(int *p) { (void)p; }
__attribute__((noinline)) static int by_table(int n) {
  struct owner o = {n & 1 ? drop : keep, malloc(sizeof(int))};
  *o.value = n;
  o.destroy(o.value);
  if (o.destroy == keep)
    free(o.value);
  return n;
}

__attribute__((noinline)) static int by_flag(int n) {
  int local = n, *p = &local;
  int owned = 0;
  if (n % 3) {
    p = malloc(sizeof *p);
    *p = n * 2;
    owned = 1;
  }
  *p += 1;
  int r = *p;
  if (owned)
    free(p);
  return r + local;
}

/* One free for own memory and the caller's. */
__attribute__((noinline)) static int replaced(char **text, int n) {
  char *old = *text;
  char *new = malloc(32);
  snprintf(new, 32, "%s%d", old ? old : "", n);
  if (strlen(new) > 8)
    new[0] = 'x', new[1] = 0;
  free(old);
  *text = new;
  return new[0];
}

int main(void) {
  long total = 0;
  char *text = NULL;
  for (int i = 0; i < 30; i++) {
    total = (total * 3 + always(i) + sometimes(i) + by_table(i) + by_flag(i)) % 1000003;
    if (!setjmp(state))
      total += never_back(i);
    total += replaced(&text, i);
  }
  printf("%ld %d %s\n", total, freed, text);
  free(text);
}
