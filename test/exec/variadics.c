// RUN: %variants | FileCheck %s
// CHECK: allocations: {{.*}}, fewer
//
// Variadic arguments: kept by the callee, printed, written through by sscanf.
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *kept[4];

__attribute__((noinline)) static void keep(int n, ...) {
  va_list list;
  va_start(list, n);
  for (int i = 0; i < n; i++)
    kept[i] = va_arg(list, char *);
  va_end(list);
}

__attribute__((noinline)) static void kept_by_callee(int n) {
  char *a = malloc(16), *b = malloc(16);
  snprintf(a, 16, "a%d", n);
  snprintf(b, 16, "b%d", n);
  keep(2, a, b);
}

__attribute__((noinline)) static int printed(int n, char *out, size_t size) {
  char *a = malloc(16), *b = malloc(16);
  snprintf(a, 16, "<%d>", n);
  strcpy(b, "plain");
  int r = snprintf(out, size, "%s %-8s|%d %c", a, b, n, a[1]);
  free(a);
  free(b);
  return r;
}

__attribute__((noinline)) static int scanned(const char *text) {
  int *x = malloc(sizeof *x), *y = malloc(sizeof *y);
  char *word = malloc(32);
  *x = *y = -1;
  strcpy(word, "none");
  int n = sscanf(text, "%d %31s %d", x, word, y);
  int r = n * 10000 + *x * 100 + *y + (int)strlen(word);
  free(x);
  free(y);
  free(word);
  return r;
}

__attribute__((noinline)) static void clobber(void) {
  volatile char stack[4096];
  for (unsigned i = 0; i < sizeof stack; i++)
    stack[i] = 0x55;
}

int main(void) {
  char out[100];
  for (int i = 0; i < 5; i++) {
    kept_by_callee(i);
    clobber();
    printf("%s %s ", kept[0], kept[1]);
    free(kept[0]);
    free(kept[1]);
    printf("%d %s ", printed(i, out, sizeof out), out);
    printf("%d\n", scanned(i % 2 ? "12 apples 34" : "7"));
  }
}
