; RUN: %h2s %s | FileCheck %s
;
; A size that is known only at run time: a slot of guard-size bytes for small objects, the heap for large
; ones.

; CHECK-LABEL: define void @by_malloc(
; CHECK: [[SLOT:%.*]] = alloca [256 x i8], align 16
; CHECK: [[N:%.*]] = freeze i64 %n
; CHECK: [[FITS:%.*]] = icmp ule i64 [[N]], 256
; CHECK: br i1 [[FITS]], label %[[SMALL:.*]], label %[[LARGE:.*]]
; CHECK: [[HEAP:%.*]] = call ptr @malloc(i64 {{%.*}})
; CHECK: [[P:%.*]] = phi ptr [ [[SLOT]], %{{.*}} ], [ [[HEAP]], %{{.*}} ]
; CHECK: icmp eq ptr [[P]], [[SLOT]]
; CHECK: call void @free(ptr [[P]])
; CHECK: ret void
define void @by_malloc(i64 %n) {
  %p = call ptr @malloc(i64 %n)
  call void @look(ptr %p)
  call void @free(ptr %p)
  ret void
}

; The product must not overflow, and what is used of the slot is zeroed.
; CHECK-LABEL: define void @by_calloc(
; CHECK: umul.with.overflow.i64(
; CHECK: icmp ule i64 {{.*}}, 256
; CHECK: memset
; CHECK: call ptr @calloc(
; CHECK: ret void
define void @by_calloc(i64 %n, i64 %m) {
  %p = call ptr @calloc(i64 %n, i64 %m)
  call void @look(ptr %p)
  call void @free(ptr %p)
  ret void
}

; Known to be small: a slot, and no choice.
; CHECK-LABEL: define void @bounded(
; CHECK: alloca [{{1[56]}} x i8], align 16
; CHECK-NOT: call ptr @malloc(
; CHECK: ret void
define void @bounded(i64 %n) {
  %m = and i64 %n, 15
  %p = call ptr @malloc(i64 %m)
  call void @look(ptr %p)
  call void @free(ptr %p)
  ret void
}

; A check for null stays a check.
; CHECK-LABEL: define i32 @checked(
; CHECK: call ptr @malloc(
; CHECK: icmp eq ptr {{.*}}, null
; CHECK: ret i32
define i32 @checked(i64 %n) {
  %p = call ptr @malloc(i64 %n)
  %none = icmp eq ptr %p, null
  br i1 %none, label %out, label %in
in:
  call void @look(ptr %p)
  call void @free(ptr %p)
  ret i32 0
out:
  ret i32 1
}

; The compare has the width of the argument.
; CHECK-LABEL: define void @wide(
; CHECK: icmp ule i128 {{.*}}, 256
; CHECK: ret void
define void @wide(i128 %n) {
  %p = call ptr @wide_alloc(i128 %n)
  call void @look(ptr %p)
  ret void
}

; CHECK-LABEL: define void @narrow(
; CHECK: ret void
define void @narrow(i8 %n) {
  %p = call ptr @narrow_alloc(i8 %n)
  call void @look(ptr %p)
  ret void
}

; Escapes come first.
; CHECK-LABEL: define ptr @returned(
; CHECK-NOT: alloca
; CHECK: ret ptr
define ptr @returned(i64 %n) {
  %p = call ptr @malloc(i64 %n)
  ret ptr %p
}

declare ptr @calloc(i64, i64)
declare ptr @wide_alloc(i128) allockind("alloc,uninitialized") allocsize(0) "alloc-family"="my"
declare ptr @narrow_alloc(i8) allockind("alloc,uninitialized") allocsize(0) "alloc-family"="my"
declare ptr @malloc(i64)
declare void @free(ptr)
declare void @look(ptr nocapture) nofree
