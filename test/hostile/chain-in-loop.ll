; RUN: awk -f %S/Inputs/chain-in-loop.awk > %t.ll
; RUN: %opt -S -passes=heap-to-stack %t.ll -o %t.out.ll
; RUN: FileCheck %s < %t.out.ll
; RUN: %opt -disable-output -passes='print<escape>' %t.ll 2> %t.txt
;
; 5,000 objects in a loop, each held by the next.

; CHECK-LABEL: define void @f(
; CHECK: ret void
