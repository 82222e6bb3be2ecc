; RUN: %opt -verify-each -S -passes='heap-to-stack,function(sroa,early-cse,instcombine,gvn)' %s | FileCheck %s
;
; The slot of an object made anew holds nothing of the one before: what is read of it first is
; undefined, and what calloc gives is zero.

; CHECK-LABEL: define void @zero_each_time(
; CHECK: call void @sees(i64 0)
; CHECK: call void @sees(i64 1)
; CHECK: br i1
define void @zero_each_time() {
entry:
  br label %loop
loop:
  %p = call ptr @calloc(i64 1, i64 8)
  %v = load i64, ptr %p
  call void @sees(i64 %v)
  store i64 1, ptr %p
  %w = load i64, ptr %p
  call void @sees(i64 %w)
  call void @free(ptr %p)
  %c = call i1 @more()
  br i1 %c, label %loop, label %done
done:
  ret void
}

; An object that is linked to another becomes registers.
; CHECK-LABEL: define i64 @linked(
; CHECK-NOT: alloca
; CHECK: ret i64 42
define i64 @linked() {
  %p = call ptr @malloc(i64 16)
  %q = call ptr @malloc(i64 16)
  store ptr %q, ptr %p
  %f = getelementptr i8, ptr %q, i64 8
  store i64 42, ptr %f
  %n = load ptr, ptr %p
  %g = getelementptr i8, ptr %n, i64 8
  %v = load i64, ptr %g
  call void @free(ptr %n)
  call void @free(ptr %p)
  ret i64 %v
}

declare ptr @malloc(i64)
declare ptr @calloc(i64, i64)
declare void @free(ptr)
declare void @sees(i64)
declare i1 @more()
