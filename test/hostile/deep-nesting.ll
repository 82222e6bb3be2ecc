; RUN: awk -f %S/Inputs/deep-nesting.awk > %t.ll
; RUN: %opt -S -passes=heap-to-stack %t.ll -o %t.out.ll
; RUN: FileCheck %s < %t.out.ll
; RUN: %opt -disable-output -passes='print<escape>' %t.ll 2> %t.txt
;
; 2,000 loops inside each other, an object in the innermost.

; CHECK-LABEL: define void @f(
; CHECK: body:
; CHECK-NOT: call ptr @malloc(
; CHECK: ret void
