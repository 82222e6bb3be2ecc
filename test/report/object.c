// An object file of a target that has a section for it says where its record is.
//
// RUN: rm -rf %t && mkdir -p %t
// RUN: cd %S
// RUN: %clang --target=arm64-apple-macos14 -O1 -g -fpass-plugin=%plugin -c -o %t/a.o object.c \
// RUN:   -fsave-optimization-record=bitstream -foptimization-record-file=%t/a.opt.bitstream
// RUN: %report %t/a.o | FileCheck %s
// RUN: %clang --target=x86_64-linux-gnu -c -o %t/b.o object.c
// RUN: not %report %t/b.o 2>&1 | FileCheck --check-prefix=ELF %s
// RUN: head -c 100 %t/a.o >%t/cut.o
// RUN: not %report %t/cut.o 2>&1 | FileCheck --check-prefix=CUT %s
void *malloc(unsigned long);
void *f(void) { return malloc(8); }
// CHECK: object.c:[[#@LINE-1]]:24: malloc of 8 bytes stays on the heap: returned at object.c:[[#@LINE-1]]:17
// ELF: b.o: the object file has no remarks section (clang makes one for Mach-O only); read the record that -fsave-optimization-record writes instead
// CUT: cut.o: {{.+}}
