// Workload for libtommath: factorials, Fibonacci numbers, gcd, modular powers, primes, radix
// conversion, roots.  Usage: libtommath_driver ROUNDS

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <tommath.h>

static void check(mp_err error) {
  if (error != MP_OKAY) {
    printf("error: %s\n", mp_error_to_string(error));
    exit(1);
  }
}

// Prints the number of digits and the ends of a number.
static void print_number(const char *what, const mp_int *number) {
  int size = 0;
  check(mp_radix_size(number, 10, &size));
  char *text = malloc((size_t)size);
  check(mp_to_radix(number, text, (size_t)size, NULL, 10));
  size_t length = strlen(text);
  printf("%s: %zu digits, %.12s...%s\n", what, length, text, length > 12 ? text + length - 12 : "");
  free(text);
}

static void factorial(mp_int *result, unsigned n) {
  mp_set(result, 1);
  for (unsigned i = 2; i <= n; i++)
    check(mp_mul_d(result, i, result));
}

static void fibonacci(mp_int *result, unsigned n) {
  mp_int a, b, c;
  check(mp_init_multi(&a, &b, &c, NULL));
  mp_set(&b, 1);
  for (unsigned i = 0; i < n; i++) {
    check(mp_add(&a, &b, &c));
    mp_exch(&a, &b);
    mp_exch(&b, &c);
  }
  check(mp_copy(&a, result));
  mp_clear_multi(&a, &b, &c, NULL);
}

static void number_theory(unsigned round) {
  mp_int p, base, power, result;
  check(mp_init_multi(&p, &base, &power, &result, NULL));
  check(mp_2expt(&p, (int)(128 + 8 * round)));
  check(mp_add_d(&p, round, &p));
  check(mp_prime_next_prime(&p, 8, 0));
  print_number("next prime", &p);
  mp_set_u32(&base, 65537 + round);
  check(mp_sub_d(&p, 1, &power));
  check(mp_exptmod(&base, &power, &p, &result));
  print_number("fermat", &result);
  check(mp_invmod(&base, &p, &result));
  check(mp_mulmod(&base, &result, &p, &result));
  print_number("inverse", &result);
  int symbol = 0;
  check(mp_kronecker(&base, &p, &symbol));
  printf("kronecker: %d\n", symbol);
  mp_clear_multi(&p, &base, &power, &result, NULL);
}

static void arithmetic(unsigned round) {
  mp_int a, b, quotient, remainder;
  check(mp_init_multi(&a, &b, &quotient, &remainder, NULL));
  factorial(&a, 100 + 20 * round);
  fibonacci(&b, 300 + 50 * round);
  print_number("factorial", &a);
  print_number("fibonacci", &b);
  check(mp_div(&a, &b, &quotient, &remainder));
  print_number("quotient", &quotient);
  print_number("remainder", &remainder);
  check(mp_gcd(&a, &b, &remainder));
  print_number("gcd", &remainder);
  check(mp_lcm(&a, &b, &remainder));
  print_number("lcm", &remainder);
  check(mp_sqrt(&a, &quotient));
  print_number("root", &quotient);
  check(mp_root_u32(&a, 5, &quotient));
  print_number("fifth root", &quotient);
  check(mp_sqr(&a, &a));
  check(mp_mul(&a, &b, &a));
  print_number("product", &a);
  mp_clear_multi(&a, &b, &quotient, &remainder, NULL);
}

// The primality tests draw their bases from here: the same in every run.
static mp_err not_random(void *out, size_t size) {
  static unsigned long state = 42;
  for (unsigned char *byte = out; size > 0; size--) {
    state = state * 6364136223846793005ul + 1442695040888963407ul;
    *byte++ = (unsigned char)(state >> 56);
  }
  return MP_OKAY;
}

int main(int argc, char **argv) {
  unsigned rounds = argc > 1 ? (unsigned)atoi(argv[1]) : 10;
  mp_rand_source(not_random);
  for (unsigned round = 0; round < rounds; round++) {
    arithmetic(round);
    number_theory(round);
  }
  mp_int bad;
  check(mp_init(&bad));
  printf("bad digits: %s\n", mp_error_to_string(mp_read_radix(&bad, "12x", 99)));
  mp_clear(&bad);
  return 0;
}
