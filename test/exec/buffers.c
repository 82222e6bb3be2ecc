// RUN: %variants | FileCheck %s
// CHECK: allocations: {{.*}}, as many
//
// Buffers that the library keeps: setvbuf's, open_memstream's, getline's (which it reallocates).
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

__attribute__((noinline)) static void clobber(void) {
  volatile char stack[4096];
  for (unsigned i = 0; i < sizeof stack; i++)
    stack[i] = 0x55;
}

__attribute__((noinline)) static void buffered(FILE *file) {
  char *buffer = malloc(256);
  setvbuf(file, buffer, _IOFBF, 256);
}

__attribute__((noinline)) static int lines(FILE *file) {
  size_t size = 8;
  char *line = malloc(8);
  int r = 0;
  while (getline(&line, &size, file) > 0)
    r = r * 3 % 65521 + (int)strlen(line);
  free(line);
  return r;
}

__attribute__((noinline)) static size_t stream(int n) {
  char *text = NULL;
  size_t size = 0;
  FILE *file = open_memstream(&text, &size);
  for (int i = 0; i < n; i++)
    fprintf(file, "%d,", i);
  fclose(file);
  size_t r = size * 10 + strlen(text);
  free(text);
  return r;
}

int main(void) {
  FILE *file = tmpfile();
  buffered(file);
  clobber();
  for (int i = 0; i < 50; i++) {
    fprintf(file, "line %d of a file that is longer than its buffer\n", i * i);
    clobber();
  }
  rewind(file);
  printf("%d\n", lines(file));
  printf("%zu\n", stream(100));
  fclose(file);
}
