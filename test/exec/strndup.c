// RUN: %variants | FileCheck %s
// CHECK: allocations: {{.*}}, fewer
//
// strndup of strings and of parts of them on both sides of the guard, of texts without an end, and of
// its own copies.
#define _GNU_SOURCE
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char text[600];

static unsigned hash(const char *s) {
  unsigned h = 5381;
  for (; *s; s++)
    h = h * 33 + (unsigned char)*s;
  return h;
}

__attribute__((noinline)) static unsigned any(const char *s, size_t n) {
  char *p = strndup(s, n);
  size_t length = strlen(p);
  if (length)
    p[length / 2] ^= 1;
  unsigned h = hash(p) + (unsigned)length;
  free(p);
  return h;
}

/* No guard: never more than 16 bytes. */
__attribute__((noinline)) static unsigned bounded(const char *s) {
  char *p = strndup(s, 15);
  if (*p)
    p[strlen(p) / 2] = 'x';
  unsigned h = hash(p);
  free(p);
  return h;
}

/* Not a byte behind the first n may be looked at. */
__attribute__((noinline)) static unsigned without_end(size_t n) {
  char *letters = malloc(n), *p;
  memset(letters, 'e', n);
  p = strndup(letters, n);
  free(letters);
  unsigned h = hash(p);
  free(p);
  return h;
}

__attribute__((noinline)) static unsigned shorter_and_shorter(const char *s) {
  unsigned h = 1;
  const char *at = s;
  for (int i = 0; i < 6; i++) {
    char *p = strndup(at, 40);
    h = h * 31 + hash(p);
    at = p + 3;
  }
  return h;
}

/* The words of a line, one at a time. */
__attribute__((noinline)) static unsigned words(const char *line) {
  unsigned h = 1;
  while (*line) {
    size_t n = strcspn(line, " ");
    char *word = strndup(line, n);
    h = h * 31 + hash(word);
    free(word);
    line += n + (line[n] != 0);
  }
  return h;
}

static volatile size_t hide;

int main(void) {
  memset(text, 't', sizeof text - 1);
  static const size_t sizes[] = {0, 1, 14, 15, 16, 254, 255, 256, 257, 599, 600, SIZE_MAX};
  for (unsigned i = 0; i < sizeof sizes / sizeof *sizes; i++) {
    hide = sizes[i];
    printf("%zu: %u %u\n", hide, any(text, hide), any(text + 590, hide));
    if (hide <= 600)
      printf("%u %u\n", bounded(text + 599 - (hide < 599 ? hide : 599)), without_end(hide));
  }
  printf("%u %u\n", shorter_and_shorter("a text that gets shorter, from copy to copy, and ends"),
         words("a few words and a longer-word-than-the-others at the end"));
}
