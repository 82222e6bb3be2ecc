; RUN: %opt -verify-each -S -passes='function(loop-simplify,lcssa,loop-unroll-full),heap-to-stack' %s | FileCheck %s
; RUN: %opt -verify-each -S -passes='cgscc(inline),heap-to-stack' %s | FileCheck %s --check-prefix=INLINE
; RUN: %opt -verify-each -S -passes='heap-to-stack,cgscc(inline)' %s | FileCheck %s --check-prefix=LATER
;
; Unrolling, inlining and jump threading duplicate allocations: every copy is an object of its own,
; with a slot of its own.

; One is carried into the next iteration: in a loop that is none, unrolled they are two objects.
; CHECK-LABEL: define i64 @unrolled(
; CHECK: alloca [8 x i8]
; CHECK: alloca [8 x i8]
; CHECK: ret i64
define i64 @unrolled() {
entry:
  br label %loop
loop:
  %i = phi i64 [ 0, %entry ], [ %j, %loop ]
  %old = phi ptr [ null, %entry ], [ %p, %loop ]
  %p = call ptr @malloc(i64 8)
  store i64 %i, ptr %p
  call void @both(ptr %old, ptr %p)
  %j = add i64 %i, 1
  %c = icmp ult i64 %j, 2
  br i1 %c, label %loop, label %done
done:
  %v = load i64, ptr %p
  ret i64 %v
}

define internal i64 @makes(i64 %x) alwaysinline {
  %p = call ptr @malloc(i64 8)
  store i64 %x, ptr %p
  call void @look(ptr %p)
  %v = load i64, ptr %p
  call void @free(ptr %p)
  ret i64 %v
}

; INLINE-LABEL: define i64 @inlined_twice(
; INLINE: alloca [8 x i8]
; INLINE: alloca [8 x i8]
; INLINE: ret i64
; LATER-LABEL: define i64 @inlined_twice(
; LATER: alloca [8 x i8]
; LATER-NOT: call ptr @malloc
; LATER: ret i64
define i64 @inlined_twice() {
  %a = call i64 @makes(i64 1)
  %b = call i64 @makes(i64 2)
  %s = add i64 %a, %b
  ret i64 %s
}

declare ptr @malloc(i64)
declare void @free(ptr)
declare void @look(ptr nocapture) nofree
declare void @both(ptr nocapture, ptr nocapture) nofree
