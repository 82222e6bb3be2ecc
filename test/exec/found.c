// RUN: %variants | FileCheck --check-prefix=FEWER %s
// FEWER: allocations: {{.*}}, fewer
//
// RUN: %clang -O2 -g -fpass-plugin=%plugin -Rpass=heap-to-stack -Rpass-missed=heap-to-stack \
// RUN:   -S -o /dev/null %s 2>&1 | FileCheck %s
//
// How far into an object something lies that a library function has found there, also in a sum that
// the optimiser writes in another order.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define KEEP __attribute__((noinline))

// CHECK: found.c:[[#@LINE+2]]:{{.*}}moved to the stack
KEEP long all_commas(const char *s) {
  char *p = strdup(s);
  long n = 0;
  for (char *q = p; (q = strchr(q, ',')); q++)
    n += q - p;
  free(p);
  return n;
}

// CHECK: found.c:[[#@LINE+2]]:{{.*}}moved to the stack
KEEP int lengths(const char *s) {
  char *p = strdup(s), *q = p, *e;
  int n = 0;
  while ((e = strchr(q, ','))) {
    n += e - q;
    q = e + 1;
  }
  free(p);
  return n;
}

// CHECK: found.c:[[#@LINE+2]]:{{.*}}moved to the stack
KEEP size_t scheme(const char *s) {
  char *p = strdup(s), *e = strstr(p, "://");
  size_t r = e ? (size_t)(e - p) : strlen(p);
  free(p);
  return r;
}

// CHECK: found.c:[[#@LINE+2]]:{{.*}}moved to the stack
KEEP int has_short_name(const char *s) {
  char *p = strdup(s), *e = strrchr(p, '.');
  int r = e && e - p < 5 ? 3 : 0;
  free(p);
  return r;
}

// CHECK: found.c:[[#@LINE+2]]:{{.*}}moved to the stack
KEEP long number(const char *s) {
  char *p = strdup(s), *q;
  long r = strtol(p, &q, 10);
  r += q - p;
  free(p);
  return r;
}

// Where nothing is found, that is the address. Such a number may lead back to the object.
// CHECK: found.c:[[#@LINE+2]]:{{.*}}stays on the heap: its address is used as an integer
KEEP unsigned long unasked(const char *s) {
  char *p = strdup(s), *e = strchr(p, ',');
  unsigned long n = (unsigned long)e - (unsigned long)p;
  free(p);
  return n;
}

// CHECK: found.c:[[#@LINE+2]]:{{.*}}stays on the heap: its address is used as an integer
KEEP unsigned long asked_for_something_else(const char *s, int n) {
  char *p = strdup(s), *e = strchr(p, ',');
  unsigned long r = n > 3 ? (unsigned long)e - (unsigned long)p : 0;
  free(p);
  return r;
}

// CHECK: found.c:[[#@LINE+2]]:{{.*}}stays on the heap: its address is used as an integer
KEEP unsigned long elsewhere(const char *s, const char *other, unsigned long n) {
  char *p = strdup(s), *e = strchr(other, ',');
  n += (unsigned long)e - (unsigned long)p;
  free(p);
  return n;
}

// CHECK: found.c:[[#@LINE+2]]:{{.*}}stays on the heap: its address is used as an integer
KEEP unsigned long one_pointer(const char *s, unsigned long n) {
  char *p = strdup(s);
  n = n - (unsigned long)p + 7;
  free(p);
  return n;
}

// CHECK: found.c:[[#@LINE+2]]:{{.*}}stays on the heap
KEEP unsigned long three_pointers(const char *s, const char *t, unsigned long n) {
  char *p = strdup(s), *e = p + n;
  n = n - (unsigned long)p + (unsigned long)e + (unsigned long)t;
  free(p);
  return n;
}

int main(void) {
  printf("%ld %d %zu\n", all_commas("abc,defg,hij,k"), lengths("abc,defg,hijkl,m"),
         scheme("ftp://x"));
  printf("%ld %d %d\n", number("22 x"), lengths("abcdef,ghijkl,m"), has_short_name("a.b"));
  return unasked("a,b") != 1 || asked_for_something_else("a,b", 4) != 1;
}
