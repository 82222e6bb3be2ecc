// RUN: %clangxx -std=c++17 -O2 -fpass-plugin=%plugin -Rpass=heap-to-stack \
// RUN:   -Rpass-missed=heap-to-stack -c -o /dev/null %s 2>&1 | \
// RUN:   FileCheck --allow-empty --check-prefix=SHARED %s
// SHARED-NOT: remark:
//
// RUN: %clangxx -std=c++17 -D_GLIBCXX_ASSERTIONS -O2 -fpass-plugin=%plugin -c -o /dev/null %s \
// RUN:   -foptimization-record-passes=heap-to-stack -foptimization-record-file=%t.yaml
// RUN: grep -e '^---' -e '^Function: ' %t.yaml | \
// RUN:   FileCheck --check-prefixes=CHECK%if llvm-22 %{,LLVM22%} %s
//
// The bodies of C++17's strings are in the shared library, which allocates and frees; the library's
// assertions bring them into the module.
#include <string>

static unsigned hash(const std::string &s) {
  unsigned h = 7;
  for (char c : s)
    h = h * 31 + (unsigned char)c;
  return h;
}

// CHECK: !Passed
// CHECK-NEXT: Function: copied{{$}}
extern "C" unsigned copied(const std::string &s) {
  std::string t(s);
  t[0] = 'x';
  return hash(t);
}

// CHECK: !Passed
// CHECK-NEXT: Function: part{{$}}
extern "C" unsigned part(const std::string &s) { return hash(s.substr(1, 30)); }

// CHECK: !Passed
// CHECK-NEXT: Function: filled{{$}}
extern "C" unsigned filled(unsigned n) { return hash(std::string(n, 'x')); }

// LLVM 19 inlines less of it.
// LLVM22: !Passed
// LLVM22-NEXT: Function: joined{{$}}
extern "C" unsigned joined(const std::string &a, const std::string &b) { return hash(a + b); }
