; RUN: awk -f %S/Inputs/many-functions.awk > %t.ll
; RUN: %opt -S -passes=heap-to-stack %t.ll -o %t.out.ll
; RUN: FileCheck %s < %t.out.ll
; RUN: %opt -disable-output -passes='print<escape>' %t.ll 2> %t.txt
;
; 10,000 functions, each calling the next with an object of its own.

; CHECK-LABEL: define internal void @f0(
; CHECK-NEXT: alloca [8 x i8]
; CHECK-LABEL: define internal void @f9999(
; CHECK-NEXT: alloca [8 x i8]
