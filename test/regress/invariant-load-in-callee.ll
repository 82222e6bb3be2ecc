; RUN: %opt -verify-each -S -passes='heap-to-stack,inline,function(simplifycfg,loop-simplify,lcssa,loop-mssa(licm),sroa,instcombine,gvn)' %s | FileCheck %s
;
; The load that says its memory never changes is in a callee, which is inlined later: in one slot
; it does change, and moved out of the loop the load reads nothing.

; CHECK-LABEL: define i32 @sum(
; CHECK-NOT: undef
; CHECK-NOT: poison
; CHECK: ret i32
define i32 @sum() {
entry:
  br label %loop
loop:
  %i = phi i32 [ 0, %entry ], [ %j, %loop ]
  %s = phi i32 [ 0, %entry ], [ %t, %loop ]
  %p = call ptr @malloc(i64 4)
  store i32 %i, ptr %p
  %x = call i32 @get(ptr %p)
  call void @free(ptr %p)
  %t = add i32 %s, %x
  %j = add i32 %i, 1
  %c = icmp slt i32 %j, 10
  br i1 %c, label %loop, label %exit
exit:
  ret i32 %t
}

define internal i32 @get(ptr %p) {
  %x = load i32, ptr %p, !invariant.load !0
  ret i32 %x
}

declare ptr @malloc(i64)
declare void @free(ptr)
!0 = !{}
