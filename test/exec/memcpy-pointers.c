// RUN: %variants | FileCheck %s
// CHECK: allocations: {{.*}}, fewer
//
// Structs that hold pointers are copied: by memcpy, by assignment, byte by byte, by pieces. The
// copy's pointer is the object, wherever the copy goes.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct holder {
  int tag;
  int *value;
};
static struct holder global;

__attribute__((noinline)) static void clobber(void) {
  volatile char stack[4096];
  for (unsigned i = 0; i < sizeof stack; i++)
    stack[i] = 0x55;
}

__attribute__((noinline)) static void copied_out(int n) {
  struct holder h = {1, malloc(sizeof(int))};
  *h.value = n;
  memcpy(&global, &h, sizeof h);
}

__attribute__((noinline)) static void copied_twice(int n) {
  struct holder *h = malloc(sizeof *h), local;
  h->tag = 2;
  h->value = malloc(sizeof(int));
  *h->value = n * 2;
  memmove(&local, h, sizeof local);
  free(h);
  struct holder again = local;
  global = again;
}

__attribute__((noinline)) static void by_bytes(int n) {
  struct holder h = {3, malloc(sizeof(int))};
  *h.value = n * 3;
  const unsigned char *from = (const unsigned char *)&h;
  unsigned char *to = (unsigned char *)&global;
  for (size_t i = 0; i < sizeof h; i++)
    to[i] = from[i];
}

__attribute__((noinline)) static void by_words(int n) {
  struct holder h = {4, malloc(sizeof(int))};
  *h.value = n * 4;
  unsigned words[sizeof h / sizeof(unsigned)];
  memcpy(words, &h, sizeof h);
  unsigned *to = (unsigned *)&global;
  for (size_t i = sizeof words / sizeof *words; i-- > 0;)
    memcpy(to + i, words + i, sizeof *words);
}

/* The copy stays inside: this one may move. */
__attribute__((noinline)) static int inside(int n) {
  struct holder a = {5, malloc(sizeof(int))}, b;
  *a.value = n;
  memcpy(&b, &a, sizeof a);
  *b.value += 5;
  int r = *a.value;
  free(b.value);
  return r;
}

__attribute__((noinline)) static int take(void) {
  clobber();
  int r = *global.value * 10 + global.tag;
  free(global.value);
  return r;
}

int main(void) {
  for (int i = 0; i < 5; i++) {
    copied_out(i);
    printf("%d ", take());
    copied_twice(i);
    printf("%d ", take());
    by_bytes(i);
    printf("%d ", take());
    by_words(i);
    printf("%d ", take());
    printf("%d\n", inside(i));
  }
}
