; RUN: %opt -verify-each -S -passes='heap-to-stack,function(mem2reg,loop-simplify,lcssa,loop-mssa(licm))' %s | FileCheck %s
;
; Each iteration has its own object; in one slot the value at the address changes, and a load that
; says it does not must not be moved out of the loop.

; CHECK-LABEL: define i64 @each_iteration(
; CHECK: header:
; CHECK: load i64, ptr
; CHECK: done:
define i64 @each_iteration(i64 %n) {
entry:
  br label %header
header:
  %i = phi i64 [ 0, %entry ], [ %j, %header ]
  %sum = phi i64 [ 0, %entry ], [ %sum2, %header ]
  %p = call ptr @malloc(i64 8)
  store i64 %i, ptr %p
  call void @opaque()
  %w = load i64, ptr %p, !invariant.load !0
  call void @free(ptr %p)
  %sum2 = add i64 %sum, %w
  %j = add i64 %i, 1
  %more = icmp ult i64 %j, %n
  br i1 %more, label %header, label %done
done:
  ret i64 %sum2
}

declare ptr @malloc(i64)
declare void @free(ptr)
declare void @opaque()
!0 = !{}
