; RUN: %h2s %s | FileCheck %s
; RUN: %opt -S %s | FileCheck %s --check-prefix=OFF
;
; Frees of an object that moved go, on every path.

; CHECK-LABEL: define void @on_every_path(
; CHECK-NOT: @free(
; CHECK: ret void
; OFF-LABEL: define void @on_every_path(
; OFF: call void @free(
; OFF: call void @free(
define void @on_every_path(i1 %c) {
  %p = call ptr @malloc(i64 8)
  br i1 %c, label %yes, label %no
yes:
  call void @look(ptr %p)
  call void @free(ptr %p)
  ret void
no:
  call void @free(ptr %p)
  ret void
}

; CHECK-LABEL: define void @on_some_paths(
; CHECK: alloca [8 x i8]
; CHECK-NOT: @free(
; CHECK: ret void
; OFF-LABEL: define void @on_some_paths(
; OFF: call void @free(
define void @on_some_paths(i1 %c) {
  %p = call ptr @malloc(i64 8)
  br i1 %c, label %yes, label %no
yes:
  call void @free(ptr %p)
  ret void
no:
  ret void
}

; A leak that disappears.
; CHECK-LABEL: define i64 @on_no_path(
; CHECK: alloca [8 x i8]
; CHECK-NOT: @malloc(
; CHECK: ret i64
define i64 @on_no_path() {
  %p = call ptr @malloc(i64 8)
  store i64 1, ptr %p
  %v = load i64, ptr %p
  ret i64 %v
}

; if (p) free(p);
; CHECK-LABEL: define void @if_not_null(
; CHECK-NOT: @malloc(
; CHECK-NOT: @free(
; CHECK: ret void
define void @if_not_null() {
  %p = call ptr @malloc(i64 8)
  %some = icmp ne ptr %p, null
  br i1 %some, label %yes, label %no
yes:
  call void @free(ptr %p)
  br label %no
no:
  ret void
}

; Out of a variable that holds nothing else.
; CHECK-LABEL: define void @from_variable(
; CHECK-NOT: @free(
; CHECK: ret void
define void @from_variable() {
  %v = alloca ptr
  %p = call ptr @malloc(i64 8)
  store ptr %p, ptr %v
  call void @opaque()
  %q = load ptr, ptr %v
  call void @free(ptr %q)
  ret void
}

; Of null in between: also nothing to do.
; CHECK-LABEL: define void @or_null(
; CHECK-NOT: @free(
; CHECK: ret void
define void @or_null(i1 %c) {
  %p = call ptr @malloc(i64 8)
  %q = select i1 %c, ptr %p, ptr null
  call void @free(ptr %q)
  ret void
}

; One of two that both moved.
; CHECK-LABEL: define void @one_of_two(
; CHECK-NOT: @free(
; CHECK: ret void
define void @one_of_two(i1 %c) {
  %p = call ptr @malloc(i64 8)
  %q = call ptr @malloc(i64 8)
  %r = select i1 %c, ptr %p, ptr %q
  call void @free(ptr %r)
  ret void
}

declare ptr @malloc(i64)
declare void @free(ptr)
declare void @look(ptr nocapture) nofree
declare void @opaque()
