; RUN: %h2s %s | FileCheck %s
;
; 32-bit targets: sizes and lengths are i32, malloc's alignment is the target's.
target datalayout = "e-m:e-p:32:32-p270:32:32-p271:32:32-p272:64:64-i128:128-f64:32:64-f80:32-n8:16:32-S128"
target triple = "i386-unknown-linux-gnu"

; CHECK-LABEL: define i32 @zeroed(
; CHECK: [[SLOT:%.*]] = alloca [24 x i8], align 16
; CHECK: call void @llvm.memset.p0.i32(ptr align 16 [[SLOT]], i8 0, i32 24, i1 false)
; CHECK-NOT: @calloc(
; CHECK: ret i32
define i32 @zeroed() {
  %p = call ptr @calloc(i32 3, i32 8)
  %v = load i32, ptr %p
  call void @free(ptr %p)
  ret i32 %v
}

; A pointer has four bytes here: the second field begins at 4.
; CHECK-LABEL: define ptr @second_field(
; CHECK-NOT: @malloc
; CHECK: ret ptr
define ptr @second_field(ptr %x) {
  %v = alloca { ptr, ptr }
  %p = call ptr @malloc(i32 8)
  store ptr %p, ptr %v
  %f = getelementptr { ptr, ptr }, ptr %v, i32 0, i32 1
  store ptr %x, ptr %f
  %r = load ptr, ptr %f
  call void @free(ptr %p)
  ret ptr %r
}

declare ptr @malloc(i32)
declare ptr @calloc(i32, i32)
declare void @free(ptr)
