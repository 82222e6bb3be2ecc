#include <stdio.h>
#include <stdlib.h>

int *made(int n);

__attribute__((noinline)) static int weigh(const int *p, int n) {
  int sum = 0;
  for (int i = 0; i < n; i++)
    sum += p[i];
  return sum;
}

__attribute__((noinline)) int sum_of(int n) {
  int *p = made(n);
  int sum = weigh(p, n + 15);
  free(p);
  return sum;
}

int main(int argc, char **argv) {
  (void)argv;
  int sum = sum_of(argc);
  if (argc == 1)
    printf("%d\n", sum);
}
