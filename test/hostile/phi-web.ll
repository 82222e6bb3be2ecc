; RUN: awk -f %S/Inputs/phi-web.awk > %t.ll
; RUN: %opt -S -passes=heap-to-stack %t.ll -o %t.out.ll
; RUN: FileCheck %s < %t.out.ll
; RUN: %opt -disable-output -passes='print<escape>' %t.ll 2> %t.txt
;
; 2,000 phis that feed each other, and 40 objects that go in.

; CHECK-LABEL: define void @f(
; CHECK: ret void
