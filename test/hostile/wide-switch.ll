; RUN: awk -f %S/Inputs/wide-switch.awk > %t.ll
; RUN: %opt -S -passes=heap-to-stack %t.ll -o %t.out.ll
; RUN: FileCheck %s < %t.out.ll
; RUN: %opt -disable-output -passes='print<escape>' %t.ll 2> %t.txt
;
; A switch with 10,000 ways: an object in each case, and one before all of them.

; CHECK-LABEL: define void @f(
; CHECK: switch i32
; CHECK: ret void
