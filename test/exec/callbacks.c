// RUN: %variants | FileCheck %s
// CHECK: allocations:
//
// Pointers passed on with a function pointer: known callees, tables, callbacks that keep their
// context, handlers that run at exit or from a signal.
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct context {
  int sum, limit;
};
static struct context *kept;

static void add(void *c, int v) { ((struct context *)c)->sum += v; }
static void add_limited(void *c, int v) {
  struct context *x = c;
  if (x->sum + v < x->limit)
    x->sum += v;
}
static void keep(void *c, int v) {
  kept = c;
  kept->sum ^= v;
}
static void (*const table[])(void *, int) = {add, add_limited, keep};

__attribute__((noinline)) static void each(int n, void (*f)(void *, int), void *c) {
  for (int i = 0; i < n; i++)
    f(c, i);
}

__attribute__((noinline)) static int known(int n) {
  struct context *c = calloc(1, sizeof *c);
  each(n, add, c);
  int r = c->sum;
  free(c);
  return r;
}

__attribute__((noinline)) static int direct(int n) {
  struct context *c = calloc(1, sizeof *c);
  c->limit = 20;
  for (int i = 0; i < n; i++)
    n & 1 ? add(c, i) : add_limited(c, i);
  int r = c->sum;
  free(c);
  return r;
}

__attribute__((noinline)) static void by_table(int n) {
  struct context *c = calloc(1, sizeof *c);
  c->limit = 1000;
  each(n, table[n % 3], c);
  if (kept != c)
    free(c);
}

__attribute__((noinline)) static void clobber(void) {
  volatile char stack[4096];
  for (unsigned i = 0; i < sizeof stack; i++)
    stack[i] = 0x55;
}

static char *at_exit_text;
static void at_exit(void) { printf("exit %s\n", at_exit_text); }
__attribute__((noinline)) static void register_exit(int n) {
  char *text = malloc(16);
  snprintf(text, 16, "text %d", n);
  at_exit_text = text;
  atexit(at_exit);
}

static int *volatile in_handler;
static void handler(int s) {
  if (in_handler)
    *in_handler += s ? 1 : 0;
}
__attribute__((noinline)) static int signalled(int n) {
  int *p = malloc(sizeof *p);
  *p = n;
  in_handler = p;
  raise(SIGUSR1);
  in_handler = NULL;
  int r = *p;
  free(p);
  return r;
}

int main(void) {
  signal(SIGUSR1, handler);
  register_exit(5);
  clobber();
  for (int i = 0; i < 9; i++) {
    by_table(i);
    clobber();
    printf("%d %d %d", known(i), direct(i), signalled(i));
    if (kept) {
      printf(" %d", kept->sum);
      free(kept);
      kept = NULL;
    }
    printf("\n");
  }
}
