// STACKBOUND_REPORT: one record per object file, each under its own name.
//
// RUN: rm -rf %t && mkdir -p %t/lib && cd %t && cp %s a.c && cp %s lib/a.c && cp %S/Inputs/three.s .
// DEFINE: %{cc} = env STACKBOUND_REPORT=%t/records %cc
//
// Nothing is recorded without it.
// RUN: %cc -Werror -O2 -c a.c && not ls %t/records
//
// Objects of one name in two folders; a second compilation replaces the first one's record.
// RUN: %{cc} -Werror -O2 -c a.c && %{cc} -Werror -O2 -c a.c -o a.o && %{cc} -Werror -O2 -c lib/a.c -o lib/a.o
// RUN: %{cc} -Werror -O2 -c lib/a.c -o ./lib/a.o && cd lib && %{cc} -Werror -O2 -c a.c -o %t/lib/a.o && cd ..
// RUN: ls records | count 2
// RUN: ls records | FileCheck --check-prefix=NAMES %s
//      NAMES: {{^}}a.o-{{[0-9]+}}.opt.yaml{{$}}
// NAMES-NEXT: {{^}}a.o-{{[0-9]+}}.opt.yaml{{$}}
// RUN: cat records/a.o-*.opt.yaml | FileCheck %s
//      CHECK: --- !Passed
// CHECK-NEXT: Pass:{{ *}}heap-to-stack
// CHECK-NEXT: Name:{{ *}}Promoted
// CHECK-NEXT: DebugLoc:{{ *}}{ File: a.c, Line: [[#]], Column: [[#]] }
//  CHECK-NOT: Pass:{{ *}}{{[a-gi-z]}}
//
// A failed compilation leaves no record, not even that of an earlier one.
// RUN: %S/Inputs/status.sh 1 %{cc} -O2 -c lib/a.c -o lib/a.o -DMISTAKE 2>%t/errors
// RUN: FileCheck --check-prefix=ERROR --input-file=%t/errors %s
// ERROR: error: use of undeclared identifier
// RUN: ls records | count 1
//
// Compiling and linking several sources at once: one record of all of them, the object being one.
// RUN: rm -rf records && cp a.c b.c
// RUN: %{cc} -Werror -O2 a.c b.c -DNAME=g -c && ls records | count 1
// RUN: grep -c 'Name: *Promoted' records/*.yaml | FileCheck --check-prefix=BOTH %s
// BOTH: 2
// RUN: llvm-nm a.o | FileCheck --check-prefix=OBJECT %s
// RUN: llvm-nm b.o | FileCheck --check-prefix=OBJECT %s
// OBJECT: T g
// RUN: rm -rf records && %S/Inputs/status.sh 1 %{cc} -O2 -c a.c b.c -DMISTAKE 2>%t/errors
// RUN: ls records | count 0
//
// Output on standard output stays there.
// RUN: rm -rf records && %{cc} -O2 -S a.c b.c -o - 2>%t/errors || FileCheck --check-prefix=SEVERAL --input-file=%t/errors %s
// SEVERAL: error: cannot specify -o when generating multiple output files
// RUN: rm -rf records && %{cc} -Werror -O2 -S -emit-llvm a.c -o - | FileCheck --check-prefix=STDOUT %s
// STDOUT: define {{.*}}@f(
// RUN: ls records | count 1
//
// Steps that make no object make no record.
// RUN: rm -rf records && %{cc} -Werror -E a.c -o a.i && %{cc} -Werror -M a.c -o a.d && %{cc} -Werror -c three.s
// RUN: %{cc} --version && %{cc} -Werror -fsyntax-only a.c && %{cc} -Werror three.o -r -nostdlib -o joined.o
// RUN: not ls %t/records
//
// What configure scripts and CMake try is no part of the project.
// RUN: cp a.c conftest.c && %{cc} -O2 -c conftest.c && %{cc} -O2 -c a.c -o conftest.o
// RUN: mkdir -p CMakeFiles/CMakeScratch/TryCompile-1 && cd CMakeFiles/CMakeScratch/TryCompile-1
// RUN: %{cc} -O2 -c %t/a.c
// RUN: not ls %t/records
//
// Records that the project asks for are left to it.
// RUN: cd %t && %{cc} -O2 -c a.c -fsave-optimization-record 2>&1 | FileCheck --check-prefix=OWN %s
// OWN: stackbound-cc: note: the command writes an optimization record itself, and none to {{.*}}records
// RUN: test -s a.opt.yaml && not ls %t/records
// RUN: rm a.opt.yaml && echo '-O2 -c a.c -fsave-optimization-record' >options
// RUN: %{cc} @options 2>&1 | FileCheck --check-prefix=OWN %s
// RUN: test -s a.opt.yaml && not ls %t/records
// RUN: echo '-O2 -c a.c b.c' >options && %{cc} @options && ls records | count 1
// RUN: grep -c 'Name: *Promoted' records/*.yaml | FileCheck --check-prefix=BOTH %s
//
// A relative folder is one of the current folder. One that cannot be made is an error.
// RUN: env "STACKBOUND_REPORT=two words" %cc -O2 -c a.c && ls "two words" | count 1
// RUN: env STACKBOUND_REPORT=%t/a.c/records %S/Inputs/status.sh 2 %cc -O2 -c b.c -o c.o 2>&1 | FileCheck --check-prefix=FOLDER %s
// FOLDER: stackbound-cc: error: STACKBOUND_REPORT: cannot make the folder '{{.*}}a.c/records'
// RUN: not ls c.o
#include <stdlib.h>

#ifndef NAME
#define NAME f
#endif

__attribute__((noinline)) static int weigh(const int *p) { return p[0] + p[1]; }

int NAME(int n) {
#ifdef MISTAKE
  return mistake;
#endif
  int *p = malloc(2 * sizeof *p);
  p[0] = n;
  p[1] = n;
  int result = weigh(p);
  free(p);
  return result;
}
