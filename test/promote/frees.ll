; RUN: %h2s %s | FileCheck %s --implicit-check-not='{{(call|invoke) .*@(malloc|calloc|aligned_alloc|free|_Znwm|_ZdlPv)[(]}}'
; RUN: %opt -S %s | FileCheck %s --check-prefix=OFF
;
; Frees on some paths, on no path, and two on two paths.

; CHECK-LABEL: define void @on_some_paths(
; CHECK-DAG: %stackbound.slot{{[0-9]*}} = alloca [8 x i8]
; OFF-LABEL: define void @on_some_paths(
; OFF: {{call|invoke}} ptr @malloc(
define void @on_some_paths(i1 %c) {
  %p = call ptr @malloc(i64 8)
  store i64 1, ptr %p
  br i1 %c, label %yes, label %no
yes:
  call void @free(ptr %p)
  br label %no
no:
  ret void
}

; CHECK-LABEL: define i64 @two_frees(
; CHECK-DAG: %stackbound.slot{{[0-9]*}} = alloca [8 x i8]
; OFF-LABEL: define i64 @two_frees(
; OFF: {{call|invoke}} ptr @malloc(
define i64 @two_frees(i1 %c) {
  %p = call ptr @malloc(i64 8)
  store i64 1, ptr %p
  br i1 %c, label %yes, label %no
yes:
  call void @free(ptr %p)
  ret i64 1
no:
  %v = load i64, ptr %p
  call void @free(ptr %p)
  ret i64 %v
}

; CHECK-LABEL: define void @two_frees_around_a_call(
; CHECK-DAG: %stackbound.slot{{[0-9]*}} = alloca [8 x i8]
; OFF-LABEL: define void @two_frees_around_a_call(
; OFF: {{call|invoke}} ptr @malloc(
define void @two_frees_around_a_call(i1 %c) {
  %p = call ptr @malloc(i64 8)
  br i1 %c, label %yes, label %no
yes:
  call void @look(ptr %p)
  call void @free(ptr %p)
  ret void
no:
  call void @opaque()
  call void @look(ptr %p)
  call void @free(ptr %p)
  ret void
}

; CHECK-LABEL: define i64 @never(
; CHECK-DAG: %stackbound.slot{{[0-9]*}} = alloca [8 x i8]
; OFF-LABEL: define i64 @never(
; OFF: {{call|invoke}} ptr @malloc(
define i64 @never() {
  %p = call ptr @malloc(i64 8)
  store i64 1, ptr %p
  call void @opaque()
  %v = load i64, ptr %p
  ret i64 %v
}

declare ptr @malloc(i64)
declare void @free(ptr)
declare void @look(ptr nocapture) nofree
declare void @opaque()
