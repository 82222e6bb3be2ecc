// RUN: %variants | FileCheck %s
// CHECK: allocations: {{.*}}, fewer
//
// Several objects of one site are live at a time, in varying numbers: slots are handed out, given back
// and handed out again, in any order; some objects are never freed, some move away.
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static unsigned hash(unsigned h, const char *s) {
  for (; *s; s++)
    h = h * 33 + (unsigned char)*s;
  return h;
}

/* Lines that repeat are left out, as uniq does: the line before is kept. */
__attribute__((noinline)) static unsigned unique(const char *text) {
  unsigned h = 1;
  char *prev = NULL;
  while (*text) {
    size_t n = strcspn(text, "\n");
    char *cur = malloc(n + 1);
    memcpy(cur, text, n);
    cur[n] = 0;
    text += n + (text[n] != 0);
    if (prev && strcmp(prev, cur) == 0) {
      free(cur);
      continue;
    }
    h = hash(h, cur);
    free(prev);
    prev = cur;
  }
  free(prev);
  return h;
}

/* Freed in another order than made; at most 4 at a time. */
__attribute__((noinline)) static unsigned shuffled(unsigned seed) {
  unsigned *live[4] = {0}, h = seed;
  for (int i = 0; i < 60; i++) {
    seed = seed * 1103515245 + 12345;
    unsigned at = seed >> 16 & 3;
    if (live[at]) {
      h = h * 31 + *live[at];
      free(live[at]);
      live[at] = NULL;
    } else {
      live[at] = malloc(sizeof **live);
      *live[at] = seed;
    }
    for (int k = 0; k < 4; k++)
      for (int m = 0; m < k; m++)
        h += live[k] && live[k] == live[m]; /* never */
  }
  for (int k = 0; k < 4; k++)
    free(live[k]);
  return h;
}

/* Fresh memory of calloc is zero whatever was in the slot. */
__attribute__((noinline)) static int zeroed(int n) {
  int *prev = NULL, sum = 0;
  for (int i = 1; i < n; i++) {
    int *p = calloc((size_t)i % 9 + 1, sizeof *p);
    for (int k = 0; k <= i % 9; k++)
      sum += p[k];
    memset(p, 255, ((size_t)i % 9 + 1) * sizeof *p);
    if (prev)
      sum += *prev + 1;
    free(prev);
    prev = p;
  }
  free(prev);
  return sum;
}

/* Every third one is lost. */
__attribute__((noinline)) static unsigned leaked(int n) {
  unsigned *prev = NULL, sum = 0;
  for (int i = 0; i < n; i++) {
    unsigned *p = malloc(sizeof *p);
    *p = (unsigned)i;
    if (prev) {
      sum = sum * 3 + *prev;
      if (i % 3)
        free(prev);
    }
    prev = p;
  }
  free(prev);
  return sum;
}

/* The one before grows, in its slot or out of it. */
__attribute__((noinline)) static unsigned growing(int n) {
  char *prev = NULL;
  unsigned sum = 0;
  for (int i = 0; i < n; i++) {
    char *p = malloc((size_t)i % 7 + 1);
    p[i % 7] = (char)i;
    if (prev) {
      int at = (i - 1) % 7;
      char *q = realloc(prev, (size_t)i * 20 % 600 + 8);
      if (!q)
        abort();
      sum = sum * 3 + (unsigned char)q[at];
      q[i * 20 % 600 + 7] = 1;
      free(q);
    }
    prev = p;
  }
  free(prev);
  return sum;
}

/* A copy of the copy before. */
__attribute__((noinline)) static unsigned copied(const char *s, int n) {
  unsigned h = 1;
  char *p = strdup(s);
  for (int i = 0; i < n; i++) {
    char *q = strdup(p + 1);
    h = hash(h, p);
    free(p);
    p = q;
  }
  h = hash(h, p);
  free(p);
  return h;
}

__attribute__((noinline)) static int aligned(int n) {
  double *prev = NULL;
  int sum = 0;
  for (int i = 0; i < n; i++) {
    void *p;
    if (posix_memalign(&p, 64, 64))
      abort();
    ((double *)p)[7] = i;
    sum += (unsigned long)p % 64 != 0;
    if (prev)
      sum += (int)prev[7];
    free(prev);
    prev = p;
  }
  free(prev);
  return sum;
}

/* Each activation has its own. */
__attribute__((noinline)) static int recursive(int n) {
  int *prev = NULL, sum = 0;
  for (int i = 0; i < n; i++) {
    int *p = malloc(2 * sizeof *p);
    p[0] = i;
    p[1] = recursive(n - 1 - i) % 1000;
    if (prev)
      sum = (sum * 3 + prev[0] + prev[1]) % 100003;
    free(prev);
    prev = p;
  }
  free(prev);
  return sum + n;
}

/* Two sites whose objects meet. */
__attribute__((noinline)) static unsigned met(int n) {
  unsigned *a = NULL, sum = 0;
  for (int i = 0; i < n; i++) {
    unsigned *b = i % 2 ? malloc(sizeof *b) : calloc(2, sizeof *b);
    *b = (unsigned)i;
    if (a && (a == b || *a == *b))
      abort();
    unsigned *old = a;
    if (i % 5 != 3) {
      a = b;
    } else {
      old = b;
    }
    if (old)
      sum = sum * 3 + *old;
    free(old);
  }
  free(a);
  return sum;
}

int main(void) {
  printf("%u\n", unique("one\none\ntwo\nthree\nthree\nthree\ntwo\n\n\none and a longer one\nend"));
  char *long_text = malloc(3000);
  memset(long_text, 'l', 2999);
  for (int i = 0; i < 2999; i += 37 + i % 300)
    long_text[i] = '\n';
  long_text[2999] = 0;
  printf("%u\n", unique(long_text));
  free(long_text);
  for (unsigned i = 0; i < 6; i++)
    printf("%u ", shuffled(i * 77));
  printf("%d %u %u %u %d %d %u\n", zeroed(50), leaked(40), growing(70), copied("a text to cut", 9),
         aligned(20), recursive(6), met(40));
}
