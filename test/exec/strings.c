// RUN: %variants | FileCheck %s
// CHECK: allocations: {{.*}}, fewer
//
// strdup and strndup; lengths from strlen; strings built, cut and compared in place.
#define _GNU_SOURCE
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

__attribute__((noinline)) static int upper(char *s) {
  int n = 0;
  for (; *s; s++)
    if (islower((unsigned char)*s))
      *s = (char)toupper((unsigned char)*s), n++;
  return n;
}

__attribute__((noinline)) static int duplicated(const char *text) {
  char *s = strdup(text);
  int r = upper(s) * 1000 + (strcmp(s, text) != 0) * 100 + (int)strlen(s);
  free(s);
  return r;
}

__attribute__((noinline)) static int constant(void) {
  char *s = strdup("a constant string");
  s[0] = 'A';
  int r = upper(s) * 100 + s[0];
  free(s);
  return r;
}

__attribute__((noinline)) static int cut(const char *text, size_t n) {
  char *s = strndup(text, n);
  int r = (int)strlen(s) * 1000 + s[strlen(s) / 2];
  free(s);
  return r;
}

__attribute__((noinline)) static int joined(const char *a, const char *b) {
  size_t n = strlen(a), m = strlen(b);
  char *s = malloc(n + m + 2);
  memcpy(s, a, n);
  s[n] = '/';
  memcpy(s + n + 1, b, m + 1);
  char *slash = strrchr(s, '/');
  *slash = 0;
  int r = (int)(slash - s) * 1000 + (int)strlen(slash + 1) * 10 + (strcmp(s, a) == 0);
  free(s);
  return r;
}

__attribute__((noinline)) static int formatted(int n) {
  char *s = malloc(40);
  int r = snprintf(s, 40, "%05d:%s:%-6c|", n, n & 1 ? "odd" : "even", 'c');
  r = r * 100 + (int)strcspn(s, ":") * 10 + (s[39 - 20] == '|');
  char *found = memchr(s, ':', 40);
  r += (int)(found - s) + found[1];
  free(s);
  return r;
}

int main(void) {
  static const char *const texts[] = {"", "x", "Hello, World", "a text that is a little longer than the others"};
  for (int i = 0; i < 4; i++)
    printf("%d %d %d %d %d\n", duplicated(texts[i]), constant(), cut(texts[i], (size_t)i * 3),
           joined(texts[i], texts[3 - i]), formatted(i * 777));
}
