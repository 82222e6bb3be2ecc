// Bitstream records say the same as YAML records.
//
// REQUIRES: llvm-22
// RUN: rm -rf %t && mkdir -p %t
// RUN: cd %S/../remark
// RUN: %clang -O1 -g -fpass-plugin=%plugin -c -o %t/a.o flow.c -fsave-optimization-record \
// RUN:   -foptimization-record-file=%t/a.opt.yaml
// RUN: %clang -O1 -g -fpass-plugin=%plugin -c -o %t/a.o flow.c -fsave-optimization-record=bitstream \
// RUN:   -foptimization-record-file=%t/a.opt.bitstream
// RUN: %report --explain %t/a.opt.yaml >%t/from-yaml
// RUN: %report --explain %t/a.opt.bitstream | diff %t/from-yaml -
// RUN: FileCheck %s <%t/from-yaml
// CHECK: flow.c:{{.*}}: malloc of 16 bytes stays on the heap: passed to 'look' at flow.c:
// CHECK-NEXT: {{^}}    flow.c:{{[0-9:]*}}: assigned to field 'first' of 'local'{{$}}
// CHECK-NEXT: {{^}}    flow.c:{{[0-9:]*}}: passed to 'look'{{$}}
// CHECK-NEXT: {{^}}    hint:
