; The check behind a guarded slot is asked on the heap's path only: a slot is not null.
;
; RUN: %opt -S -passes='default<O2>' %s | FileCheck %s

; CHECK-LABEL: define {{.*}}@f(
; CHECK: alloca [256 x i8]
; CHECK: %[[HEAP:.*]] = {{.*}}call {{.*}}@malloc(
; CHECK: icmp eq ptr %[[HEAP]], null
; CHECK-NOT: icmp eq ptr {{.*}}, null
; CHECK: ret i32
define i32 @f(i64 %n) {
entry:
  %p = call ptr @malloc(i64 %n)
  %null = icmp eq ptr %p, null
  br i1 %null, label %fail, label %work
work:
  %written = call i32 @fill(ptr nocapture %p, i64 %n)
  %v = load i8, ptr %p
  %w = zext i8 %v to i32
  %sum = add i32 %w, %written
  call void @free(ptr %p)
  ret i32 %sum
fail:
  ret i32 -1
}

declare i32 @fill(ptr nocapture, i64) nounwind nofree
declare ptr @malloc(i64)
declare void @free(ptr)
