; RUN: awk -f %S/Inputs/many-instructions.awk > %t.ll
; RUN: %opt -S -passes=heap-to-stack %t.ll -o %t.out.ll
; RUN: FileCheck %s < %t.out.ll
; RUN: %opt -disable-output -passes='print<escape>' %t.ll 2> %t.txt
;
; One function with 50,000 instructions in one block, on one object.

; CHECK-LABEL: define i64 @f(
; CHECK-NEXT: alloca [1024 x i8]
