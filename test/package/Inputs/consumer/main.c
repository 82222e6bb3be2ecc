#include <stdio.h>
#include <stdlib.h>

int sum_of_new(int n);

__attribute__((noinline)) static int weigh(const int *p, int n) {
  int sum = 0;
  for (int i = 0; i < n; i++)
    sum += p[i];
  return sum;
}

static int sum_of_malloc(int n) {
  int *p = malloc(16 * sizeof *p);
  for (int i = 0; i < 16; i++)
    p[i] = n + i;
  int result = weigh(p, n + 15);
  free(p);
  return result;
}

int main(int argc, char **argv) {
  (void)argv;
  int sum = sum_of_malloc(argc) + sum_of_new(argc);
  if (argc == 1)
    printf("%d\n", sum);
}
