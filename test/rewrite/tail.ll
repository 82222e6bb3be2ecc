; RUN: %h2s %s | FileCheck %s
;
; `tail` promises that the callee does not touch the caller's allocas. With it the stores of the callee
; into the slot may be deleted:
;   p = malloc(8); tail call @set(p); return *p;

; CHECK-LABEL: define i64 @passed(
; CHECK-NOT: tail call void @set
; CHECK: call void @set(ptr
; CHECK: ret i64
define i64 @passed() {
  %p = call ptr @malloc(i64 8)
  tail call void @set(ptr %p)
  %v = load i64, ptr %p
  ret i64 %v
}

; Nothing of the object goes there.
; CHECK-LABEL: define i64 @not_passed(
; CHECK: tail call void @opaque()
; CHECK: ret i64
define i64 @not_passed() {
  %p = call ptr @malloc(i64 8)
  store i64 1, ptr %p
  tail call void @opaque()
  %v = load i64, ptr %p
  ret i64 %v
}

; The object stays: so does the marker.
; CHECK-LABEL: define ptr @kept(
; CHECK: tail call void @set(ptr %p)
define ptr @kept() {
  %p = call ptr @malloc(i64 8)
  tail call void @set(ptr %p)
  ret ptr %p
}

; Reached through memory of another object.
; CHECK-LABEL: define i64 @reached(
; CHECK-NOT: tail call void @set_inner
; CHECK: call void @set_inner(ptr
; CHECK: ret i64
define i64 @reached() {
  %p = call ptr @malloc(i64 8)
  %q = call ptr @malloc(i64 8)
  store ptr %p, ptr %q
  tail call void @set_inner(ptr %q)
  %v = load i64, ptr %p
  ret i64 %v
}

; Reached through a result.
; CHECK-LABEL: define i64 @reached_through_result(
; CHECK-NOT: tail call
; CHECK: ret i64
define i64 @reached_through_result() {
  %p = call ptr @malloc(i64 8)
  %q = tail call ptr @same(ptr %p)
  tail call void @set(ptr %q)
  %v = load i64, ptr %p
  ret i64 %v
}

; memset, memcpy and free are calls, too.
; CHECK-LABEL: define i64 @intrinsics(
; CHECK-NOT: tail call void @llvm.memset
; CHECK: ret i64
define i64 @intrinsics() {
  %p = call ptr @malloc(i64 8)
  tail call void @llvm.memset.p0.i64(ptr %p, i8 1, i64 8, i1 false)
  %v = load i64, ptr %p
  tail call void @free(ptr %p)
  ret i64 %v
}

; `notail` is as good as none.
; CHECK-LABEL: define i64 @no_tail(
; CHECK: notail call void @set(
define i64 @no_tail() {
  %p = call ptr @malloc(i64 8)
  notail call void @set(ptr %p)
  %v = load i64, ptr %p
  ret i64 %v
}

; `musttail` must stay: so does the object.
; CHECK-LABEL: define i64 @must_tail(
; CHECK: call ptr @malloc(
; CHECK: musttail call i64 @get(
define i64 @must_tail(ptr %x) {
  %p = call ptr @malloc(i64 8)
  store i64 1, ptr %p
  %r = musttail call i64 @get(ptr %p)
  ret i64 %r
}

; A musttail call that does not get it.
; CHECK-LABEL: define i64 @must_tail_without(
; CHECK-NOT: @malloc(
; CHECK: musttail call i64 @get(ptr %x)
define i64 @must_tail_without(ptr %x) {
  %p = call ptr @malloc(i64 8)
  store i64 1, ptr %p
  call void @free(ptr %p)
  %r = musttail call i64 @get(ptr %x)
  ret i64 %r
}

define internal void @set(ptr %x) noinline {
  store i64 42, ptr %x
  ret void
}
define internal void @set_inner(ptr %x) noinline {
  %y = load ptr, ptr %x
  store i64 42, ptr %y
  ret void
}
define internal i64 @get(ptr %x) noinline {
  %v = load i64, ptr %x
  ret i64 %v
}
define internal ptr @same(ptr %x) noinline {
  ret ptr %x
}
declare ptr @malloc(i64)
declare void @free(ptr)
declare void @opaque()
