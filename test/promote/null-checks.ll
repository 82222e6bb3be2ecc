; RUN: %h2s %s | FileCheck %s --implicit-check-not='{{(call|invoke) .*@(malloc|calloc|aligned_alloc|free|_Znwm|_ZdlPv)[(]}}'
; RUN: %opt -S %s | FileCheck %s --check-prefix=OFF
;
; malloc may fail, a slot does not: the check of its result folds to "not null".

; CHECK-LABEL: define i64 @checked(
; CHECK-DAG: %stackbound.slot{{[0-9]*}} = alloca [8 x i8]
; OFF-LABEL: define i64 @checked(
; OFF: {{call|invoke}} ptr @malloc(
define i64 @checked() {
  %p = call ptr @malloc(i64 8)
  %none = icmp eq ptr %p, null
  br i1 %none, label %out, label %in
in:
  store i64 1, ptr %p
  %v = load i64, ptr %p
  call void @free(ptr %p)
  ret i64 %v
out:
  ret i64 -1
}

; CHECK-LABEL: define i64 @freed_if_not_null(
; CHECK-DAG: %stackbound.slot{{[0-9]*}} = alloca [8 x i8]
; OFF-LABEL: define i64 @freed_if_not_null(
; OFF: {{call|invoke}} ptr @malloc(
define i64 @freed_if_not_null() {
  %p = call ptr @malloc(i64 8)
  call void @look(ptr %p)
  %some = icmp ne ptr %p, null
  br i1 %some, label %yes, label %no
yes:
  call void @free(ptr %p)
  br label %no
no:
  ret i64 0
}

; CHECK-LABEL: define i64 @both_checked(
; CHECK-DAG: %stackbound.slot{{[0-9]*}} = alloca [8 x i8]
; CHECK-DAG: %stackbound.slot{{[0-9]*}} = alloca [8 x i8]
; OFF-LABEL: define i64 @both_checked(
; OFF: {{call|invoke}} ptr @malloc(
define i64 @both_checked() {
  %p = call ptr @malloc(i64 8)
  %q = call ptr @malloc(i64 8)
  %n = icmp eq ptr %p, null
  %m = icmp eq ptr %q, null
  %any = or i1 %n, %m
  br i1 %any, label %out, label %in
in:
  call void @look(ptr %p)
  call void @look(ptr %q)
  br label %out
out:
  call void @free(ptr %q)
  call void @free(ptr %p)
  ret i64 0
}

declare ptr @malloc(i64)
declare void @free(ptr)
declare void @look(ptr nocapture) nofree
