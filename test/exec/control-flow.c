// RUN: %variants | FileCheck %s
// CHECK: allocations: {{.*}}, fewer
//
// Allocations in switches, nested loops, computed gotos, state machines, and after early exits.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

__attribute__((noinline)) static int look(const int *p, int n) {
  int s = 0;
  for (int i = 0; i < n; i++)
    s = s * 3 + p[i];
  return s % 65521;
}

__attribute__((noinline)) static int in_switch(int n) {
  int *p = NULL, size = 0;
  switch (n % 5) {
  case 0:
    p = malloc(4 * sizeof *p);
    size = 4;
    break;
  case 1:
    p = calloc(3, sizeof *p);
    size = 3;
    /* fall through */
  case 2:
    if (!p) {
      p = malloc(2 * sizeof *p);
      size = 2;
    }
    break;
  case 3:
    return n;
  default:
    break;
  }
  for (int i = 0; i < size; i++)
    p[i] = n + i;
  int r = p ? look(p, size) : -1;
  free(p);
  return r;
}

/* The inner object dies with each inner round, the outer with each outer. */
__attribute__((noinline)) static int nested(int n) {
  int r = 0;
  for (int i = 0; i < n; i++) {
    int *outer = calloc(2, sizeof *outer);
    for (int k = 0; k < i; k++) {
      int *inner = calloc(2, sizeof *inner);
      inner[k & 1] += k;
      outer[k & 1] += look(inner, 2);
      if (k % 4 == 3) {
        free(inner);
        continue;
      }
      r = (r * 3 + inner[0] + inner[1]) % 65521;
      free(inner);
      if (r % 11 == 0)
        break;
    }
    r = (r * 3 + look(outer, 2)) % 65521;
    free(outer);
  }
  return r;
}

/* The object of the outer loop is made anew only sometimes; in between it is the old one. */
__attribute__((noinline)) static int renewed(int n) {
  int *p = NULL, r = 0;
  for (int i = 0; i < n; i++) {
    if (i % 3 == 0) {
      free(p);
      p = calloc(2, sizeof *p);
    }
    p[i & 1] += i;
    r = (r * 3 + look(p, 2)) % 65521;
  }
  free(p);
  return r;
}

/* Freed in one round, used in none after; the test of the pointer is for NULL only. */
__attribute__((noinline)) static int machine(const char *program) {
  int *p = NULL, r = 0;
  for (; *program; program++)
    switch (*program) {
    case 'm':
      if (!p)
        p = calloc(2, sizeof *p);
      break;
    case 'f':
      free(p);
      p = NULL;
      break;
    case 'i':
      if (p)
        p[0]++, p[1] += p[0];
      break;
    case 'r':
      r = r * 7 % 65521 + (p ? look(p, 2) : 1);
      break;
    }
  free(p);
  return r;
}

__attribute__((noinline)) static int computed(int n) {
  static const void *const labels[] = {&&zero, &&one, &&two};
  int *p = malloc(3 * sizeof *p), r = 0;
  memset(p, 0, 3 * sizeof *p);
next:
  if (n-- <= 0)
    goto done;
  goto *labels[n % 3];
zero:
  p[0] += n;
  goto next;
one:
  p[1] ^= n;
  goto next;
two:
  p[2] = p[0] + p[1];
  goto next;
done:
  r = look(p, 3);
  free(p);
  return r;
}

int main(void) {
  for (int i = 0; i < 12; i++)
    printf("%d %d %d %d %d\n", in_switch(i), nested(i), renewed(i + 1), computed(i * 3),
           machine(&"rmiirfrmirmmiirffrmifmir"[i]));
}
