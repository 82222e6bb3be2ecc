// RUN: %variants | FileCheck %s
// CHECK: allocations:
//
// Virtual bases, pointers to members, clones through a base, arrays of polymorphic owners, a
// visitor that keeps what it saw.
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

struct Visitor;
struct Node {
  int id = 1;
  virtual ~Node() = default;
  virtual Node *clone() const = 0;
  virtual void accept(Visitor &v) const = 0;
};
struct Leaf : virtual Node {
  int value;
  explicit Leaf(int v) : value(v) {}
  Node *clone() const override { return new Leaf(*this); }
  void accept(Visitor &v) const override;
};
struct Named : virtual Node {
  std::string name;
  explicit Named(std::string n) : name(std::move(n)) {}
};
struct Both : Leaf, Named {
  Both(int v, std::string n) : Leaf(v), Named(std::move(n)) { id = v * 2; }
  Node *clone() const override { return new Both(*this); }
};
struct Visitor {
  std::vector<const Leaf *> seen;
  int sum = 0;
  void visit(const Leaf &l) {
    seen.push_back(&l);
    sum += l.value + l.id;
  }
};
void Leaf::accept(Visitor &v) const { v.visit(*this); }

__attribute__((noinline)) static int cloned(int n) {
  Both *b = new Both(n, "a name that does not fit into the string itself");
  Node *copy = b->clone();
  delete b;
  int r = copy->id * 10 + (int)dynamic_cast<Named *>(copy)->name.size();
  delete copy;
  return r;
}

__attribute__((noinline)) static int visited(int n) {
  Visitor v;
  std::unique_ptr<Node> a(new Leaf(n)), b(new Both(n + 1, "x"));
  a->accept(v);
  b->accept(v);
  return v.sum * 10 + (int)v.seen.size() + (v.seen[0]->value == n);
}

__attribute__((noinline)) static int member(int n) {
  int Leaf::*field = n & 1 ? &Leaf::value : static_cast<int Leaf::*>(&Leaf::value);
  Leaf *l = new Leaf(n);
  l->*field += 5;
  int r = l->value;
  delete l;
  return r;
}

__attribute__((noinline)) static int array(int n) {
  std::unique_ptr<std::unique_ptr<Leaf>[]> all(new std::unique_ptr<Leaf>[4]);
  for (int i = 0; i < 4; i++)
    all[i].reset(new Leaf(n + i));
  std::swap(all[0], all[3]);
  all[1].reset();
  int r = 0;
  for (int i = 0; i < 4; i++)
    r = r * 3 + (all[i] ? all[i]->value : -1);
  return r;
}

int main() {
  for (int i = 0; i < 10; i++)
    std::printf("%d %d %d %d\n", cloned(i), visited(i), member(i), array(i));
}
