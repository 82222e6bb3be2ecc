// RUN: %clangxx -std=c++17 -Oz -g -w -fpass-plugin=%plugin -Rpass=heap-to-stack \
// RUN:   -Rpass-missed=heap-to-stack -S -o /dev/null %s 2>&1 | FileCheck %s
// CHECK-NOT: stays on the heap
// CHECK-COUNT-24: malloc of 64 bytes moved to the stack
// CHECK-NOT: {{stays|moved}}
//
// The rows for C++'s streams in libcalls.def against the names in the library's own headers, in
// which -Oz inlines the least.
//
// RUN: %clangxx -std=c++17 -O2 -g -w -D_GLIBCXX_ASSERTIONS -fpass-plugin=%plugin \
// RUN:   -Rpass=heap-to-stack -DSTRINGS -S -o /dev/null %s 2>&1 | FileCheck --check-prefix=STRING %s
// STRING: operator new of run-time size moved to the stack when at most 256 bytes
//
// A stream buffer of the module's own may keep what it is handed.
// RUN: %clangxx -std=c++17 -Oz -g -w -DOWN -fpass-plugin=%plugin -Rpass=heap-to-stack \
// RUN:   -S -o /dev/null %s 2>&1 | FileCheck --check-prefix=OWN %s
// OWN-COUNT-14: malloc of 64 bytes moved to the stack
// OWN-NOT: moved
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <string>
#include <string_view>

#ifdef OWN
struct Keeper : std::streambuf {
  const char *kept = nullptr;
  std::streamsize xsputn(const char *s, std::streamsize n) override;
};
std::streamsize Keeper::xsputn(const char *s, std::streamsize n) {
  kept = s;
  return n;
}
#endif

#define WITH(NAME, PARAMETERS, USE)                                                                \
  void NAME PARAMETERS {                                                                           \
    char *p = (char *)malloc(64);                                                                  \
    USE;                                                                                           \
    free(p);                                                                                       \
  }

#ifdef STRINGS
void f(std::ostream &o, int n) {
  std::string s(n, 'x');
  o << s << '\n';
}
#else
WITH(o1, (std::ostream & o), o << p)
WITH(o2, (std::ostream & o), o << std::string_view(p, 3))
WITH(o3, (std::wostream & o), o << std::wstring_view((wchar_t *)p, 3))
WITH(o4, (std::ostream & o), o.write(p, 3))
WITH(i1, (std::istream & i), i.read(p, 3))
WITH(i2, (std::istream & i), i.readsome(p, 3))
WITH(i3, (std::istream & i), i.get(p, 3))
WITH(i4, (std::istream & i), i.get(p, 3, 'x'))
WITH(i5, (std::istream & i), i.getline(p, 3))
WITH(i6, (std::istream & i), i.getline(p, 3, 'x'))
WITH(f1, (), std::ifstream f(p))
WITH(f2, (), std::ofstream f(p))
WITH(f3, (), std::fstream f(p))
WITH(f4, (std::ifstream & f), f.open(p))
WITH(f5, (std::ofstream & f), f.open(p))
WITH(f6, (std::fstream & f), f.open(p))
WITH(f7, (std::filebuf & f), f.open(p, std::ios::in))
WITH(s1, (), std::ifstream f(*new (p) std::string))
WITH(s2, (), std::ofstream f(*new (p) std::string))
WITH(s3, (), std::fstream f(*new (p) std::string))
WITH(s4, (std::ifstream & f), f.open(*new (p) std::string))
WITH(s5, (std::ofstream & f), f.open(*new (p) std::string))
WITH(s6, (std::fstream & f), f.open(*new (p) std::string))
WITH(h1, (size_t *out), *out = std::_Hash_bytes(p, 3, 1))
#endif
