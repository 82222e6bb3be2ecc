// RUN: %variants | FileCheck %s
// CHECK: allocations: {{.*}}, fewer
//
// The standard library's own allocations, as inlining leaves them: vectors, strings, lists, maps,
// functions, shared pointers.
#include <cstdio>
#include <functional>
#include <list>
#include <map>
#include <memory>
#include <numeric>
#include <string>
#include <vector>

__attribute__((noinline)) static int vectors(int n) {
  std::vector<int> v(8, n);
  for (int i = 0; i < n % 20; i++)
    v.push_back(i);
  std::vector<int> w = v;
  w[3] = 99;
  return std::accumulate(v.begin(), v.end(), 0) * 3 + std::accumulate(w.begin(), w.end(), 1);
}

__attribute__((noinline)) static int strings(int n) {
  std::string a = "a string that is too long for its own buffer " + std::to_string(n);
  std::string b = a.substr(2, 20 + n % 5) + "!";
  std::string c(std::move(a));
  return (int)(c.size() * 100 + b.size()) + c[n % c.size()] + b[n % b.size()];
}

__attribute__((noinline)) static int lists(int n) {
  std::list<int> l{n, n + 1, n + 2};
  l.push_front(7);
  l.reverse();
  int r = 0;
  for (int v : l)
    r = r * 3 + v;
  return r;
}

__attribute__((noinline)) static int maps(int n) {
  std::map<int, std::string> m;
  for (int i = 0; i < 10; i++)
    m[(i * 7 + n) % 11] += (char)('a' + i);
  int r = 0;
  for (auto &e : m)
    r = (r * 31 + e.first * 7 + e.second[0]) % 1000003;
  return r;
}

__attribute__((noinline)) static int functions(int n) {
  long pad[6] = {n, 1, 2, 3, 4, 5};
  std::function<int(int)> f = [pad](int x) { return (int)(pad[0] * x + pad[x % 6]); };
  auto g = f;
  return f(3) * 2 + g(n % 7);
}

__attribute__((noinline)) static int shared(int n) {
  std::shared_ptr<int> p = std::make_shared<int>(n), q = p;
  std::weak_ptr<int> w = q;
  *q += 3;
  int r = *p * 10 + (int)p.use_count();
  p.reset();
  r = r * 2 + !w.expired();
  q.reset();
  return r * 2 + w.expired();
}

int main() {
  long total = 0;
  for (int i = 0; i < 40; i++) {
    total = (total * 3 + vectors(i) + strings(i) + lists(i)) % 1000003;
    total = (total * 3 + maps(i) + functions(i) + shared(i)) % 1000003;
  }
  std::printf("%ld\n", total);
}
