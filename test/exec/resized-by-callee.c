// RUN: %variants | FileCheck %s
// CHECK: allocations: {{.*}}, fewer
//
// Objects that callees resize: they grow in their slot while they fit, and move to the heap from
// there.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#define NOINLINE __attribute__((noinline))
struct s {
  char *d;
  size_t n, cap;
};
NOINLINE static void *xrealloc(void *p, size_t n) {
  p = realloc(p, n);
  if (!p)
    abort();
  return p;
}
NOINLINE static void push(struct s *s, char c) {
  if (s->n == s->cap) {
    s->cap = s->cap * 2 + 3;
    s->d = xrealloc(s->d, s->cap);
  }
  s->d[s->n++] = c;
}
NOINLINE static void init(struct s *s) {
  s->d = malloc(5);
  if (!s->d)
    abort();
  s->n = 0;
  s->cap = 5;
}
NOINLINE static void done(struct s *s) {
  free(s->d);
  s->d = NULL;
}
NOINLINE static int h(const struct s *s) {
  int r = 0;
  for (size_t i = 0; i < s->n; i++)
    r = (r * 31 + s->d[i]) % 65521;
  return r;
}
NOINLINE static int loop(int n) {
  int r = 0;
  for (int i = 0; i < n; i++) {
    struct s s;
    init(&s);
    for (int k = 0; k < i * 40; k++)
      push(&s, (char)k);
    r = (r * 3 + h(&s)) % 65521;
    done(&s);
  }
  return r;
}
NOINLINE static int outer(int n) {
  struct s s;
  int r = 0;
  init(&s);
  for (int i = 0; i < n; i++) {
    for (int k = 0; k < i * 30; k++)
      push(&s, (char)(k + i));
    r = (r * 3 + h(&s)) % 65521;
    if (i % 3 == 2) {
      done(&s);
      init(&s);
    }
  }
  done(&s);
  return r;
}
NOINLINE static int two(int n) {
  struct s a, b;
  init(&a);
  init(&b);
  int r = 0;
  for (int k = 0; k < n * 25; k++) {
    push(k & 1 ? &a : &b, (char)k);
    if (k % 17 == 3) {
      struct s t = a;
      a = b;
      b = t;
    }
  }
  r = h(&a) * 3 + h(&b);
  done(&a);
  done(&b);
  return r;
}
NOINLINE static int direct(int n) {
  char *p = malloc(10);
  if (!p)
    abort();
  memcpy(p, "abcdefghi", 10);
  for (int i = 0; i < n; i++) {
    p = xrealloc(p, 10 + (size_t)i * 50);
    p[9 + i * 50] = 0;
  }
  int r = (int)strlen(p) * 7 + p[3];
  free(p);
  return r;
}
NOINLINE static char *mk(int n) {
  char *p = malloc(8);
  if (!p)
    abort();
  strcpy(p, "xyz");
  if (n & 1)
    p = xrealloc(p, 8 + (size_t)n * 60);
  return p;
}
NOINLINE static int made(int n) {
  int r = 0;
  for (int i = 0; i < n; i++) {
    char *p = mk(i);
    p = xrealloc(p, 40 + i * 31);
    p[39 + i * 31] = 3;
    r = (r * 3 + p[1] + (int)strlen(p)) % 65521;
    free(p);
  }
  return r;
}
NOINLINE static char *shrink(char *p, size_t n) {
  char *q = realloc(p, n);
  return q ? q : p;
}
NOINLINE static int shr(int n) {
  char *p = malloc(100);
  if (!p)
    abort();
  strcpy(p, "shrunk");
  for (int i = 0; i < n; i++)
    p = shrink(p, 90 - (size_t)i);
  int r = p[2];
  free(p);
  return r;
}
int main(void) {
  for (int n = 1; n < 15; n += 3)
    printf("%d %d %d %d %d %d\n", loop(n), outer(n), two(n), direct(n), made(n), shr(n));
}
