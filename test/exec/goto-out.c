// RUN: %variants | FileCheck %s
// CHECK: allocations: {{[0-9]+}} -> 1, fewer
//
// Error paths that meet at `out`, where some of the pointers are still NULL.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

__attribute__((noinline)) static int parse(char *buffer, int n) {
  snprintf(buffer, 32, "%d", n * 37);
  return buffer[0] - '0';
}

__attribute__((noinline)) static int work(int n) {
  int r = -1;
  char *text = NULL, *copy = NULL;
  int *table = NULL;
  text = malloc(32);
  if (!text)
    goto out;
  int digit = parse(text, n);
  if (digit > 7)
    goto out;
  table = calloc(10, sizeof *table);
  if (!table)
    goto out;
  table[digit] += n;
  if (n % 5 == 0)
    goto out;
  copy = malloc(48);
  if (!copy)
    goto out;
  strcpy(copy, text);
  strcat(copy, "!");
  r = (int)strlen(copy) + table[digit] + table[(digit + 1) % 10];
out:
  free(table);
  free(copy);
  free(text);
  return r;
}

int main(void) {
  long total = 0;
  for (int i = 0; i < 100; i++)
    total = (total * 3 + work(i)) % 1000003;
  printf("%ld\n", total);
}
