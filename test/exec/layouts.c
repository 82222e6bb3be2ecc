// RUN: %variants | FileCheck %s
// CHECK: allocations: {{.*}}, fewer
//
// Field by field, interior pointers, container_of, unions, flexible arrays, matrices, strings.
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct list {
  struct list *next;
};
struct item {
  int value;
  struct list link;
};
#define ITEM(p) ((struct item *)((char *)(p) - offsetof(struct item, link)))

__attribute__((noinline)) static int walk(const struct list *l) {
  int r = 0;
  for (; l; l = l->next)
    r = r * 3 + ITEM(l)->value;
  return r;
}

__attribute__((noinline)) static int intrusive(int n) {
  struct item *a = malloc(sizeof *a), *b = malloc(sizeof *b);
  a->value = n;
  b->value = n * 2;
  a->link.next = &b->link;
  b->link.next = NULL;
  int r = walk(&a->link);
  free(ITEM(&a->link));
  free(ITEM(&b->link));
  return r;
}

union cell {
  long number;
  int *pointer;
  char bytes[8];
};

__attribute__((noinline)) static long through_union(int n) {
  union cell *c = malloc(2 * sizeof *c);
  int *p = malloc(sizeof *p);
  *p = n;
  c[0].pointer = p;
  memcpy(c[1].bytes, c[0].bytes, sizeof *c);
  long r = *c[1].pointer;
  c[0].number = n;
  r = r * 10 + c[0].number;
  free(c[1].pointer);
  free(c);
  return r;
}

struct flexible {
  size_t n;
  short values[];
};

__attribute__((noinline)) static int flexible(int n) {
  struct flexible *f = malloc(sizeof *f + 12 * sizeof(short));
  f->n = 12;
  for (size_t i = 0; i < f->n; i++)
    f->values[i] = (short)(i * n);
  int r = 0;
  for (short *p = f->values + f->n; p-- > f->values;)
    r = (r * 3 + *p) % 65521;
  free(f);
  return r;
}

/* An array of rows: pointers at run-time offsets. */
__attribute__((noinline)) static int matrix(int n) {
  int *rows[4];
  for (int i = 0; i < 4; i++) {
    rows[i] = calloc(4, sizeof(int));
    for (int k = 0; k < 4; k++)
      rows[i][k] = i * k + n;
  }
  int *t = rows[n & 3];
  rows[n & 3] = rows[1];
  rows[1] = t;
  int r = 0;
  for (int i = 0; i < 4; i++)
    for (int k = 0; k < 4; k++)
      r = (r * 3 + rows[i][k] * rows[k][i]) % 65521;
  for (int i = 0; i < 4; i++)
    free(rows[i]);
  return r;
}

/* Unaligned fields of a byte buffer. */
__attribute__((noinline)) static uint32_t packed(int n) {
  unsigned char *p = malloc(23);
  uint32_t v = 0x01020304u * (unsigned)n;
  uint64_t w = 0x1122334455667788u ^ (unsigned)n;
  memset(p, 0xee, 23);
  memcpy(p + 1, &v, 4);
  memcpy(p + 7, &w, 8);
  p[22] = (unsigned char)n;
  uint32_t h = 0;
  for (int i = 0; i < 23; i++)
    h = h * 33 + p[i];
  free(p);
  return h;
}

__attribute__((noinline)) static void reverse(char *from, char *to) {
  while (from < --to) {
    char t = *from;
    *from++ = *to;
    *to = t;
  }
}

__attribute__((noinline)) static int strings(int n) {
  char *s = malloc(24), *end = s;
  do
    *end++ = (char)('0' + n % 10);
  while ((n /= 10) && end - s < 23);
  *end = 0;
  reverse(s, end);
  int r = atoi(s) * 10 + (int)strlen(s);
  free(s);
  return r;
}

int main(void) {
  for (int i = 1; i < 9; i++)
    printf("%d %ld %d %d %u %d\n", intrusive(i), through_union(i), flexible(i), matrix(i),
           packed(i), strings(i * 1234567));
}
