// Strings and vectors of C++20 as inlining leaves them: what moves, and what stands in the way.
//
// RUN: %clangxx -std=c++20 -O2 -fpass-plugin=%plugin -c -o /dev/null %s \
// RUN:   -foptimization-record-passes=heap-to-stack -foptimization-record-file=%t.yaml
// RUN: grep -e '^---' -e '^Function: ' %t.yaml | FileCheck --implicit-check-not=Missed %s
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

using Size = std::size_t;

static unsigned hash(const std::string &s) {
  unsigned h = 7;
  for (char c : s)
    h = h * 31 + (unsigned char)c;
  return h;
}
static unsigned hash(const std::vector<int> &v) {
  unsigned h = 7;
  for (int i : v)
    h = h * 31 + (unsigned)i;
  return h;
}

// CHECK: Function: from_view
extern "C" unsigned from_view(const char *p, Size n) {
  std::string t(std::string_view(p, n));
  return hash(t);
}

// CHECK: Function: copied
extern "C" unsigned copied(const std::string &s) {
  std::string t(s);
  t[0] = 'c';
  return hash(t);
}

// CHECK: Function: part
extern "C" unsigned part(const std::string &s, Size n) {
  std::string t = s.substr(n);
  return hash(t);
}

// CHECK: Function: vector_filled
extern "C" unsigned vector_filled(Size n) {
  std::vector<int> v(n, 3);
  return hash(v);
}

// CHECK: Function: vector_grown
extern "C" unsigned vector_grown(Size n) {
  std::vector<int> v;
  for (Size i = 0; i < n; i++)
    v.push_back((int)i);
  return hash(v);
}

// CHECK: Function: vector_reserved
extern "C" unsigned vector_reserved(Size n) {
  std::vector<int> v;
  v.reserve(n);
  for (Size i = 0; i < n; i++)
    v.push_back((int)i);
  return hash(v);
}

// CHECK: Function: owned
extern "C" unsigned owned(Size n) {
  auto p = std::make_unique<int[]>(n);
  for (Size i = 0; i < n; i++)
    p[i] = (int)(i * i);
  return (unsigned)p[n / 2];
}

// It is handed out.
// CHECK: --- !Missed
// CHECK-NEXT: Function: returned
extern "C" int *returned(Size n) {
  auto p = std::make_unique<int[]>(n);
  return p.release();
}
