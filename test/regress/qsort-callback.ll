; RUN: %h2s %s | FileCheck %s
;
; The callback has to be looked at although no call to it is in the module.

; CHECK-LABEL: define i32 @sorted(
; CHECK: alloca [32 x i8]
; CHECK: ret i32
define i32 @sorted() {
  %p = call ptr @malloc(i64 32)
  call void @llvm.memset.p0.i64(ptr %p, i8 1, i64 32, i1 false)
  call void @qsort(ptr %p, i64 8, i64 4, ptr @compare)
  %v = load i32, ptr %p
  call void @free(ptr %p)
  ret i32 %v
}

define internal i32 @compare(ptr %x, ptr %y) {
  %a = load i32, ptr %x
  %b = load i32, ptr %y
  %l = icmp slt i32 %a, %b
  %r = zext i1 %l to i32
  ret i32 %r
}

; A callback that keeps what it gets.
; CHECK-LABEL: define i32 @sorted_and_kept(
; CHECK: call ptr @malloc
; CHECK: ret i32
define i32 @sorted_and_kept() {
  %p = call ptr @malloc(i64 32)
  call void @llvm.memset.p0.i64(ptr %p, i8 1, i64 32, i1 false)
  call void @qsort(ptr %p, i64 8, i64 4, ptr @keep)
  %v = load i32, ptr %p
  call void @free(ptr %p)
  ret i32 %v
}

@kept = global ptr null
define internal i32 @keep(ptr %x, ptr %y) {
  store ptr %x, ptr @kept
  ret i32 0
}

declare void @qsort(ptr, i64, i64, ptr)
declare ptr @malloc(i64)
declare void @free(ptr)
