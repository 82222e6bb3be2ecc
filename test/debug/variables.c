// Variables that pointed to a moved object still have a location, and it is not undefined.
//
// RUN: %clang -O1 -g -fpass-plugin=%plugin -S -emit-llvm -o - %s | FileCheck --check-prefix=IR %s
// RUN: %clang -O1 -g -fpass-plugin=%plugin -c -o %t.o %s
// RUN: llvm-dwarfdump --verify %t.o
// RUN: llvm-dwarfdump --name=in_memory --show-children %t.o | FileCheck --check-prefix=DWARF %s
//
// Without the plugin, to compare: the same variable has one, too.
// RUN: %clang -O1 -g -c -o %t.off.o %s
// RUN: llvm-dwarfdump --name=in_memory --show-children %t.off.o | FileCheck --check-prefix=DWARF %s
#include <stdlib.h>

// IR-LABEL: @in_memory(
// IR: %[[SLOT:.*]] = alloca {{.*}}, align 16
// IR: #dbg_{{value|declare}}(ptr %[[SLOT]], ![[VARIABLE:[0-9]+]], !DIExpression()
// IR-NOT: poison
// IR: ret i32
__attribute__((noinline)) int in_memory(int n) {
  int *object = malloc(16 * sizeof *object);
  for (int i = 0; i < 16; i++)
    object[i * n & 15] = i;
  int sum = 0;
  for (int i = 0; i < 16; i++)
    sum += object[i];
  free(object);
  return sum;
}
// IR: ![[VARIABLE]] = !DILocalVariable(name: "object"

// DWARF: DW_TAG_variable
// DWARF-NOT: DW_TAG
// DWARF: DW_AT_location
// DWARF-NOT: DW_TAG
// DWARF: DW_AT_name ("object")
