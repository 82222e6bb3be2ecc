; RUN: awk -f %S/Inputs/many-objects.awk > %t.ll
; RUN: %opt -S -passes=heap-to-stack %t.ll -o %t.out.ll
; RUN: FileCheck %s < %t.out.ll
; RUN: %opt -disable-output -passes='print<escape>' %t.ll 2> %t.txt
;
; 5,000 objects in one function: the frame has room for some of them.

; CHECK-LABEL: define void @f(
; CHECK-NEXT: alloca [16 x i8]
; CHECK: call ptr @malloc(i64 16)
