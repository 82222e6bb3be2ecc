; RUN: awk -f %S/Inputs/interpreter.awk > %t.ll
; RUN: %opt -S -passes=heap-to-stack %t.ll -o %t.out.ll
; RUN: FileCheck %s < %t.out.ll
; RUN: %opt -disable-output -passes='print<escape>' %t.ll 2> %t.txt
;
; A loop around a switch with 3,000 cases, each with an object and a variable of its own.

; CHECK-LABEL: define void @f(
; CHECK: ret void
