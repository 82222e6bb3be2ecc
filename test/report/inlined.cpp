// Allocations of the C++ library are shown where the user's code makes them. Template instances that are
// not inlined stay where they are, and are merged.
//
// RUN: split-file %s %t && cd %t
// RUN: %clangxx -O1 -g -fpass-plugin=%plugin -c -o a.o a.cpp -fsave-optimization-record \
// RUN:   -foptimization-record-file=a.opt.yaml -foptimization-record-passes=heap-to-stack
// RUN: %report --explain a.opt.yaml | FileCheck %s
// Without -g it is the same, except for names.
// RUN: %clangxx -O1 -fpass-plugin=%plugin -c -o a.o a.cpp -fsave-optimization-record \
// RUN:   -foptimization-record-file=plain.opt.yaml -foptimization-record-passes=heap-to-stack
// RUN: %report --explain plain.opt.yaml | FileCheck %s
// RUN: %report --function 'in_function*' a.opt.yaml | FileCheck --check-prefix=GLOB %s
// RUN: %report --function 'in_function<*>' a.opt.yaml | FileCheck --check-prefix=GLOB %s

// CHECK: a.cpp:10:9: operator new of 4 to 8 bytes stays on the heap: passed to 'keep' at a.cpp:12:3 (2 copies)
// CHECK-NEXT: {{^}}  1 copy in void in_function<{{int|long}}>({{int|long}}): operator new of {{[48]}} bytes stays on the heap: passed to 'keep'
// CHECK-NEXT: {{^}}    inlined from {{.*}}include/c++/{{.*}}:
// CHECK-NEXT: {{^}}    a.cpp:12:3: passed to 'keep'
// CHECK-NEXT: {{^}}  1 copy in void in_function<{{int|long}}>({{int|long}}): operator new
// CHECK: a.cpp:17:20: operator new of 40 bytes moved to the stack
// CHECK-NEXT: {{^}}    inlined from {{.*}}include/c++/{{.*}}:
// CHECK: 2 allocation sites: 1 moved to the stack, 0 moved if there is room, 0 moved in some copies, 1 kept on the heap

// GLOB: a.cpp:10:9:
// GLOB-NOT: a.cpp:17
// GLOB: 1 allocation site:

//--- a.cpp
#include <memory>
#include <vector>

void keep(void *);
int look(const int *p __attribute__((noescape))) __attribute__((pure));

template <class T> __attribute__((noinline)) void in_function(T x) {
  std::allocator<T> a;
  T *
  p = a.allocate(1);
  *p = x;
  keep(p);
}
template void in_function<int>(int);
template void in_function<long>(long);
int in_user_code() {
  std::vector<int> v(10);
  v[0] = look(v.data());
  return v[look(v.data())];
}
