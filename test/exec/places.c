// RUN: %variants | FileCheck --check-prefix=FEWER %s
// FEWER: allocations: {{.*}}, fewer
//
// RUN: %clang -O2 -g -fpass-plugin=%plugin -Rpass=heap-to-stack -Rpass-missed=heap-to-stack \
// RUN:   -S -o /dev/null %s 2>&1 | FileCheck %s
//
// A printer of a tree: each case makes a text, a call has one of them, and calls itself.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define KEEP __attribute__((noinline))

struct tree {
  enum { NUMBER, NAME, TWICE, PAIR } kind;
  long number;
  const char *name;
  struct tree *left, *right;
};

static unsigned long sum;

KEEP static void put(const char *s) {
  while (*s)
    sum = sum * 31 + (unsigned char)*s++;
}

KEEP static void print(const struct tree *t, int depth) {
  char *s;
  size_t length;
  switch (t->kind) {
  case NUMBER:
    // CHECK: places.c:[[@LINE+1]]:9: remark: malloc of 24 bytes moved to the stack
    s = malloc(24);
    snprintf(s, 24, "%ld", t->number + depth);
    put(s);
    free(s);
    break;
  case NAME:
    // CHECK: places.c:[[@LINE+1]]:9: remark: {{.*}} moved to the stack when at most 64 bytes
    s = strdup(t->name);
    if (!s)
      abort();
    s[0] = '-';
    put(s);
    free(s);
    break;
  case TWICE:
    length = strlen(t->name);
    // CHECK: places.c:[[@LINE+1]]:9: remark: malloc of run-time size moved {{.*}} at most 64 bytes
    s = malloc(2 * length + 1);
    if (!s)
      abort();
    memcpy(s, t->name, length);
    memcpy(s + length, t->name, length + 1);
    put(s);
    print(t->left, depth + 1);
    put(s); // still there
    free(s);
    break;
  case PAIR:
    print(t->left, depth + 1);
    print(t->right, depth + 1);
    break;
  }
}

int main(void) {
  static const char longer[] =
      "a name that is too long for a slot of sixty-four bytes, which goes to "
      "the heap as it always did";
  struct tree number = {.kind = NUMBER, .number = 123456789};
  struct tree name = {.kind = NAME, .name = "abc"};
  struct tree large = {.kind = NAME, .name = longer};
  struct tree inner = {.kind = TWICE, .name = "inner", .left = &number};
  struct tree outer = {.kind = TWICE, .name = "outer", .left = &inner};
  struct tree wide = {.kind = TWICE, .name = longer, .left = &name};
  struct tree a = {.kind = PAIR, .left = &outer, .right = &wide};
  struct tree b = {.kind = PAIR, .left = &large, .right = &a};
  for (int i = 0; i < 50; i++)
    print(&b, i);
  printf("%lx\n", sum);
  return 0;
}
