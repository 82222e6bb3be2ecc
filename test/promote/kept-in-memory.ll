; RUN: %h2s %s | FileCheck %s --implicit-check-not='{{(call|invoke) .*@(malloc|calloc|aligned_alloc|free|_Znwm|_ZdlPv)[(]}}'
; RUN: %opt -S %s | FileCheck %s --check-prefix=OFF
;
; A pointer kept in a local variable or struct and read back, here or by a callee.

; CHECK-LABEL: define i64 @in_variable(
; CHECK-DAG: %stackbound.slot{{[0-9]*}} = alloca [8 x i8]
; OFF-LABEL: define i64 @in_variable(
; OFF: {{call|invoke}} ptr @malloc(
define i64 @in_variable() {
  %v = alloca ptr
  %p = call ptr @malloc(i64 8)
  store ptr %p, ptr %v
  call void @opaque()
  %q = load ptr, ptr %v
  store i64 1, ptr %q
  %x = load i64, ptr %p
  %r = load ptr, ptr %v
  call void @free(ptr %r)
  ret i64 %x
}

; CHECK-LABEL: define i64 @in_struct(
; CHECK-DAG: %stackbound.slot{{[0-9]*}} = alloca [8 x i8]
; OFF-LABEL: define i64 @in_struct(
; OFF: {{call|invoke}} ptr @malloc(
define i64 @in_struct() {
  %v = alloca { i64, ptr }
  %f = getelementptr { i64, ptr }, ptr %v, i32 0, i32 1
  %p = call ptr @malloc(i64 8)
  store ptr %p, ptr %f
  store i64 1, ptr %v
  %q = load ptr, ptr %f
  store i64 1, ptr %q
  %x = load i64, ptr %p
  call void @free(ptr %q)
  ret i64 %x
}

; CHECK-LABEL: define i64 @read_by_callee(
; CHECK-DAG: %stackbound.slot{{[0-9]*}} = alloca [8 x i8]
; OFF-LABEL: define i64 @read_by_callee(
; OFF: {{call|invoke}} ptr @malloc(
define i64 @read_by_callee() {
  %v = alloca { i64, ptr }
  %f = getelementptr { i64, ptr }, ptr %v, i32 0, i32 1
  %p = call ptr @malloc(i64 8)
  store i64 1, ptr %p
  store ptr %p, ptr %f
  %x = call i64 @reads(ptr %v)
  %q = load ptr, ptr %f
  call void @free(ptr %q)
  ret i64 %x
}

; CHECK-LABEL: define i64 @written_by_callee(
; CHECK-DAG: %stackbound.slot{{[0-9]*}} = alloca [8 x i8]
; OFF-LABEL: define i64 @written_by_callee(
; OFF: {{call|invoke}} ptr @malloc(
define i64 @written_by_callee() {
  %v = alloca ptr
  %p = call ptr @malloc(i64 8)
  store i64 1, ptr %p
  call void @writes(ptr %v, ptr %p)
  %q = load ptr, ptr %v
  %x = load i64, ptr %q
  call void @free(ptr %p)
  ret i64 %x
}

declare ptr @malloc(i64)
declare void @free(ptr)
declare void @opaque()

define internal i64 @reads(ptr %x) {
  %f = getelementptr { i64, ptr }, ptr %x, i32 0, i32 1
  %p = load ptr, ptr %f
  %v = load i64, ptr %p
  ret i64 %v
}

define internal void @writes(ptr %x, ptr %p) {
  store ptr %p, ptr %x
  ret void
}
