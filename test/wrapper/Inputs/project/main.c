#include <stdio.h>

int one_part(int n), one_unit(int n), two_part(int n), two_unit(int n);
int three_part(int n), three_unit(int n), four_part(int n), four_unit(int n);

int main(void) {
  printf("%d\n", one_part(3) + one_unit(4) + two_part(3) + two_unit(4) + three_part(5) + three_unit(5) +
                     four_part(5) + four_unit(5));
}
