; RUN: awk -f %S/Inputs/unravelling.awk > %t.ll
; RUN: %opt -S -passes=heap-to-stack %t.ll -o %t.out.ll
; RUN: FileCheck %s < %t.out.ll
; RUN: %opt -disable-output -passes='print<escape>' %t.ll 2> %t.txt
;
; 5,000 objects of which the last is carried, and so the one before it, one after the other.

; CHECK-LABEL: define void @f(
; CHECK: ret void
