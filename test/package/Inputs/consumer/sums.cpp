__attribute__((noinline)) static int weigh(const int *p, int n) {
  int sum = 0;
  for (int i = 0; i < n; i++)
    sum += p[i];
  return sum;
}

extern "C" int sum_of_new(int n) {
  int *p = new int[16];
  for (int i = 0; i < 16; i++)
    p[i] = 3 * n + i;
  int result = weigh(p, n + 15);
  delete[] p;
  return result;
}
