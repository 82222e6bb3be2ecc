// RUN: %variants | FileCheck %s
// CHECK: allocations: 201 -> 1, fewer
//
// The pointer is kept in a local struct, and a callee reads it back out of there.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct buffer {
  size_t used, size;
  char *data;
};
__attribute__((noinline)) static void append(struct buffer *b, const char *text) {
  size_t n = strlen(text);
  if (b->used + n > b->size)
    n = b->size - b->used;
  memcpy(b->data + b->used, text, n);
  b->used += n;
}

__attribute__((noinline)) static int count(const struct buffer *b, char c) {
  int n = 0;
  for (size_t i = 0; i < b->used; i++)
    n += b->data[i] == c;
  return n;
}

__attribute__((noinline)) static int work(int n) {
  struct buffer a = {0, 40, malloc(40)}, b = {0, 24, malloc(24)};
  for (int i = 0; i < n; i++)
    append(i & 1 ? &a : &b, i % 3 ? "xyz" : "ab");
  if (n % 4 == 0) { /* swap the owners */
    struct buffer t = a;
    a = b;
    b = t;
  }
  append(&a, "end");
  int r = count(&a, 'x') * 3 + count(&b, 'b') * 5 + count(&a, 'e');
  free(b.data);
  free(a.data);
  return r;
}

int main(void) {
  long total = 0;
  for (int i = 0; i < 100; i++)
    total = (total * 3 + work(i % 20)) % 1000003;
  printf("%ld\n", total);
}
