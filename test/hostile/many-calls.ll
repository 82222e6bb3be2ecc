; RUN: awk -f %S/Inputs/many-calls.awk > %t.ll
; RUN: %opt -S -passes=heap-to-stack %t.ll -o %t.out.ll
; RUN: FileCheck %s < %t.out.ll
; RUN: %opt -disable-output -passes='print<escape>' %t.ll 2> %t.txt
;
; 100,000 calls that get the object.

; CHECK-LABEL: define void @f(
; CHECK-NEXT: alloca [8 x i8]
; CHECK-NOT: tail call
; CHECK: ret void
