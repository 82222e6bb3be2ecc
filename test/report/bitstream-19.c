// LLVM 19 cannot read the bitstream records that it writes itself: it says so, and what to do.
//
// REQUIRES: llvm-19
// RUN: %clang -O1 -g -Xclang -disable-llvm-passes -S -emit-llvm -o %t.ll %s
// RUN: %opt -passes='inferattrs,function(mem2reg),heap-to-stack' -disable-output \
// RUN:   -pass-remarks-output=%t.bitstream -pass-remarks-format=bitstream %t.ll
// RUN: not %report %t.bitstream 2>&1 | FileCheck %s
// CHECK: bitstream-19.c.tmp.bitstream: after remark 0: {{.*}}string table{{.*}} use YAML records, -fsave-optimization-record, instead
#include <stdlib.h>
void *f(void) { return malloc(8); }
