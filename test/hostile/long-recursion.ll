; RUN: awk -f %S/Inputs/long-recursion.awk > %t.ll
; RUN: %opt -S -passes=heap-to-stack %t.ll -o %t.out.ll
; RUN: FileCheck %s < %t.out.ll
; RUN: %opt -disable-output -passes='print<escape>' %t.ll 2> %t.txt
;
; One cycle of 2,000 functions.

; CHECK-LABEL: define internal void @f0(
; CHECK: ret void
