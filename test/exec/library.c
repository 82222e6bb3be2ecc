// RUN: %variants | FileCheck %s
// CHECK: allocations: {{.*}}, fewer
//
// Library functions whose result or output points into their argument, or that call back.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *last_found;

__attribute__((noinline)) static void clobber(void) {
  volatile char stack[4096];
  for (unsigned i = 0; i < sizeof stack; i++)
    stack[i] = 0x55;
}

__attribute__((noinline)) static int tokens(const char *text) {
  char *copy = malloc(64), *state;
  strcpy(copy, text);
  int r = 0;
  for (char *t = strtok_r(copy, " ,", &state); t; t = strtok_r(NULL, " ,", &state))
    r = r * 31 + t[0] + (int)strlen(t);
  free(copy);
  return r;
}

/* strtok keeps its argument for the next call. */
__attribute__((noinline)) static char *first_token(int n) {
  char *copy = malloc(64);
  snprintf(copy, 64, "one%d two%d three%d", n, n, n);
  return strtok(copy, " ");
}

__attribute__((noinline)) static long numbers(const char *text) {
  char *copy = malloc(64), *end;
  strcpy(copy, text);
  long sum = 0;
  for (char *p = copy;; p = end) {
    long v = strtol(p, &end, 10);
    if (p == end)
      break;
    sum = sum * 7 + v;
  }
  sum = sum * 100 + (end - copy);
  free(copy);
  return sum;
}

static int by_value(const void *a, const void *b) {
  const int *x = a, *y = b;
  return (*x > *y) - (*x < *y);
}

__attribute__((noinline)) static int sorted(int n) {
  int *p = malloc(16 * sizeof *p), key = n % 13;
  for (int i = 0; i < 16; i++)
    p[i] = (i * 7 + n) % 13;
  qsort(p, 16, sizeof *p, by_value);
  int *found = bsearch(&key, p, 16, sizeof *p, by_value);
  int r = p[0] + p[15] * 100 + (found ? (int)(*found * 10000) : -1);
  free(p);
  return r;
}

/* The callback keeps a pointer to an element. */
static const int *smallest;
static int keeping(const void *a, const void *b) {
  if (!smallest || *(const int *)a < *smallest)
    smallest = a;
  return by_value(a, b);
}

__attribute__((noinline)) static int *sorted_and_kept(int n) {
  int *p = malloc(4 * sizeof *p);
  for (int i = 0; i < 4; i++)
    p[i] = (i * 3 + n) % 5 + 10;
  smallest = NULL;
  qsort(p, 4, sizeof *p, keeping);
  return NULL;
}

__attribute__((noinline)) static void found_and_kept(int n) {
  char *p = malloc(32);
  snprintf(p, 32, "key=%d", n);
  last_found = strchr(p, '=') + 1;
}

__attribute__((noinline)) static int copied(const char *text) {
  char *a = malloc(64);
  char *end = stpcpy(a, text);
  *end++ = '!';
  *end = 0;
  char *dup = strdup(a);
  dup[0] = 'X';
  int r = (int)strlen(a) * 1000 + dup[0] + (strcmp(a, text) > 0) + (int)(end - a);
  free(dup);
  free(a);
  return r;
}

__attribute__((noinline)) static int environment(int n) {
  char *p = malloc(32);
  snprintf(p, 32, "STACKBOUND_TEST=%d", n);
  return putenv(p);
}

int main(void) {
  for (int i = 0; i < 5; i++) {
    printf("%d ", tokens(i & 1 ? "alpha, beta gamma" : "x,y,z and more"));
    char *first = first_token(i);
    clobber();
    printf("%s %s ", first, strtok(NULL, " "));
    printf("%ld ", numbers(i & 1 ? "1 22 333x" : "7 8 9"));
    printf("%d ", sorted(i));
    sorted_and_kept(i);
    clobber();
    printf("%d ", *smallest >= 10 && *smallest < 15);
    found_and_kept(i);
    clobber();
    printf("%s ", last_found);
    printf("%d ", copied(i & 1 ? "short" : "a longer text"));
    environment(i);
    clobber();
    printf("%s\n", getenv("STACKBOUND_TEST"));
  }
}
