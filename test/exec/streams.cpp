// RUN: %variants | FileCheck --check-prefix=FEWER %s
// FEWER: allocations: {{.*}}, fewer
//
// RUN: %clangxx -std=c++17 -O2 -g -fpass-plugin=%plugin -Rpass=heap-to-stack -DKEEPER \
// RUN:   -S -o /dev/null %s 2>&1 | FileCheck --allow-empty --check-prefix=KEEPER %s
// KEEPER-NOT: streams.cpp:{{.*}}moved
// RUN: %variants -DKEEPER
//
// What streams are given they do not keep, unless a stream buffer of the program's own does.
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>

#define KEEP __attribute__((noinline))

#ifdef KEEPER
// Remembers where its last characters were: they are there until the caller frees them.
struct Keeper : std::streambuf {
  const char *last = nullptr;
  KEEP std::streamsize xsputn(const char *s, std::streamsize n) override {
    last = s;
    return n;
  }
};

KEEP static char shout(std::ostream &out, const Keeper &keeper, int n) {
  char *p = static_cast<char *>(malloc(16));
  snprintf(p, 16, "%d", n);
  out.write(p, 3);
  p[1] = '!';
  char seen = keeper.last[1];
  free(p);
  return seen;
}
#endif

KEEP static void write(std::ostream &out, int n) {
  char *p = static_cast<char *>(malloc(32));
  snprintf(p, 32, "number %d", n);
  out << p << '\n';
  out.write(p, 3);
  free(p);
}

KEEP static unsigned long read(std::istream &in) {
  char *p = static_cast<char *>(malloc(32));
  unsigned long sum = 0;
  while (in.getline(p, 32))
    sum = sum * 31 + strlen(p);
  free(p);
  return sum;
}

int main() {
  unsigned long sum = 0;
  for (int i = 0; i < 100; i++) {
    std::stringstream s;
    write(s, i);
    write(s, i * i);
    sum += read(s) + s.str().size();
  }
#ifdef KEEPER
  Keeper keeper;
  std::ostream out(&keeper);
  for (int i = 100; i < 110; i++)
    sum = sum * 3 + static_cast<unsigned char>(shout(out, keeper, i));
#endif
  printf("%lx\n", sum);
}
