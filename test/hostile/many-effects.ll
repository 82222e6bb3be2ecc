; RUN: awk -f %S/Inputs/many-effects.awk > %t.ll
; RUN: %opt -S -passes=heap-to-stack %t.ll -o %t.out.ll
; RUN: FileCheck %s < %t.out.ll
; RUN: %opt -disable-output -passes='print<escape>' %t.ll 2> %t.txt
;
; Callees that copy 80 pointers each, called 200 times on the same objects.

; CHECK-LABEL: define void @f(
; CHECK: ret void
