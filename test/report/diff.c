// --diff: what moved, what fell back, and the exit status that goes with it. Lines may have moved.
//
// RUN: split-file %s %t && cd %t
// RUN: %clang -O1 -g -fpass-plugin=%plugin -c -o a.o a.c -foptimization-record-file=old.yaml
// RUN: %clang -O1 -g -fpass-plugin=%plugin -c -o a.o a.c -foptimization-record-file=new.yaml -DNEW
// RUN: not %report --diff old.yaml new.yaml >changes
// RUN: FileCheck --match-full-lines %s <changes
// RUN: %report --diff new.yaml new.yaml | FileCheck --check-prefix=SAME %s
// RUN: %report --diff old.yaml new.yaml --function improves | FileCheck --check-prefix=BETTER %s
//
// The exit status is 1, and 2 when a record cannot be read.
// RUN: sh -c '"$@"; test $? -eq 1' - %report --diff old.yaml new.yaml
// RUN: sh -c '"$@"; test $? -eq 2' - %report --diff old.yaml missing.yaml
//
// Builds in two folders: no file has the same name in both.
// RUN: mkdir -p one/src two/src && cp a.c one/src/a.c && cp a.c two/src/a.c && cp b.c one/src && cp b.c two/src
// RUN: %clang -O1 -g -fpass-plugin=%plugin -c -o a.o %t/one/src/a.c -foptimization-record-file=one/a.yaml
// RUN: %clang -O1 -g -fpass-plugin=%plugin -c -o b.o %t/one/src/b.c -foptimization-record-file=one/b.yaml
// RUN: %clang -O1 -g -fpass-plugin=%plugin -c -o a.o %t/two/src/a.c -foptimization-record-file=two/a.yaml -DNEW
// RUN: %clang -O1 -g -fpass-plugin=%plugin -c -o b.o %t/two/src/b.c -foptimization-record-file=two/b.yaml
// RUN: not %report --diff one two | FileCheck --check-prefix=FOLDERS %s
// FOLDERS: fell back: {{.*}}two/src/a.c:24:12:
// FOLDERS: {{^}}1 fell back to the heap, 1 moved to the stack, 1 new, 1 gone, 3 unchanged

// CHECK: fell back: a.c:24:12: malloc of 24 bytes stays on the heap: stored to global 'global' at a.c:28:10; before, at 24:12: moved to the stack
// CHECK-NEXT: moved: a.c:7:12: malloc of 24 bytes moved to the stack; before, at 7:12: stays on the heap: stored to global 'global' at a.c:10:10
// CHECK-NEXT: new: a.c:17:12: malloc of 40 bytes moved to the stack
// CHECK-NEXT: gone: a.c:45:27: malloc of 9 bytes stays on the heap: returned at a.c:45:20
// CHECK-NEXT: 1 fell back to the heap, 1 moved to the stack, 1 new, 1 gone, 2 unchanged
// CHECK-NOT: {{.}}

// SAME: {{^}}0 fell back to the heap, 0 moved to the stack, 0 new, 0 gone, 5 unchanged
// BETTER: {{^}}0 fell back to the heap, 1 moved to the stack, 0 new, 0 gone, 0 unchanged

//--- b.c
#include <stdlib.h>
void *b(void) { return malloc(5); }
//--- a.c
#include <stdlib.h>

int *global;
int look(int *p __attribute__((noescape))) __attribute__((pure));

void improves(int n) {
  int *p = malloc(24);
  *p = n;
#ifndef NEW
  global = p;
#endif
  *p = look(p), *p = look(p);
}

#ifdef NEW
void appears(int n) {
  int *p = malloc(40);
  *p = n;
  *p = look(p), *p = look(p);
}
#endif

void gets_worse(int n) {
  int *p = malloc(24);
  *p = n;
  *p = look(p), *p = look(p);
#ifdef NEW
  global = p;
#endif
}

#ifdef NEW



#endif
void *stays(void) { return malloc(8); }
void *as_well(void) { return malloc(8); }





#ifndef NEW
void *goes(void) { return malloc(9); }
#endif
