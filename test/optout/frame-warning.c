// -Wframe-larger-than: what the pass moves never makes a frame cross the user's limit.
//
// RUN: %clang -O2 -Wframe-larger-than=700 -Werror -fpass-plugin=%plugin -c -o /dev/null %s \
// RUN:   -Rpass=heap-to-stack -Rpass-missed=heap-to-stack -fno-caret-diagnostics 2>&1 \
// RUN:   | FileCheck --check-prefix=LIMITED %s
// RUN: %clang -O2 -fpass-plugin=%plugin -c -o /dev/null %s -Rpass=heap-to-stack \
// RUN:   -Rpass-missed=heap-to-stack -fno-caret-diagnostics 2>&1 | FileCheck --check-prefix=FREE %s
#include <stdlib.h>

__attribute__((noinline)) static int touch(char *p, int n) {
  for (int i = 0; i < 200; i++)
    p[i * n & 127] = i;
  return p[n & 3];
}

// LIMITED-NOT: error
// LIMITED: malloc of 300 bytes stays on the heap: the function's stack frame would grow too much
// LIMITED: malloc of 200 bytes moved to the stack
// FREE: malloc of 300 bytes moved to the stack
// FREE: malloc of 200 bytes moved to the stack
int two(int n) {
  char *p = malloc(300), *q = malloc(200);
  int r = touch(p, n) + touch(q, n);
  free(p);
  free(q);
  return r;
}
