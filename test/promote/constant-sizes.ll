; RUN: %h2s %s | FileCheck %s --implicit-check-not='{{(call|invoke) .*@(malloc|calloc|aligned_alloc|free|_Znwm|_ZdlPv)[(]}}'
; RUN: %opt -S %s | FileCheck %s --check-prefix=OFF
;
; Constant sizes up to max-size, all allocators.

; CHECK-LABEL: define i64 @of_malloc(
; CHECK-DAG: %stackbound.slot{{[0-9]*}} = alloca [8 x i8]
; OFF-LABEL: define i64 @of_malloc(
; OFF: {{call|invoke}} ptr @malloc(
define i64 @of_malloc() {
  %p = call ptr @malloc(i64 8)
  store i64 1, ptr %p
  %v = load i64, ptr %p
  call void @free(ptr %p)
  ret i64 %v
}

; CHECK-LABEL: define i64 @largest(
; CHECK-DAG: %stackbound.slot{{[0-9]*}} = alloca [1024 x i8]
; OFF-LABEL: define i64 @largest(
; OFF: {{call|invoke}} ptr @malloc(
define i64 @largest() {
  %p = call ptr @malloc(i64 1024)
  store i64 1, ptr %p
  %v = load i64, ptr %p
  call void @free(ptr %p)
  ret i64 %v
}

; CHECK-LABEL: define i64 @of_calloc(
; CHECK-DAG: %stackbound.slot{{[0-9]*}} = alloca [24 x i8]
; OFF-LABEL: define i64 @of_calloc(
; OFF: {{call|invoke}} ptr @calloc(
define i64 @of_calloc() {
  %p = call ptr @calloc(i64 3, i64 8)
  %v = load i64, ptr %p
  call void @free(ptr %p)
  ret i64 %v
}

; CHECK-LABEL: define i64 @of_aligned_alloc(
; CHECK-DAG: %stackbound.slot{{[0-9]*}} = alloca [64 x i8]
; OFF-LABEL: define i64 @of_aligned_alloc(
; OFF: {{call|invoke}} ptr @aligned_alloc(
define i64 @of_aligned_alloc() {
  %p = call ptr @aligned_alloc(i64 32, i64 64)
  store i64 1, ptr %p
  %v = load i64, ptr %p
  call void @free(ptr %p)
  ret i64 %v
}

; CHECK-LABEL: define i64 @of_new(
; CHECK-DAG: %stackbound.slot{{[0-9]*}} = alloca [8 x i8]
; OFF-LABEL: define i64 @of_new(
; OFF: {{call|invoke}} ptr @_Znwm(
define i64 @of_new() {
  %p = call ptr @_Znwm(i64 8) builtin
  store i64 1, ptr %p
  %v = load i64, ptr %p
  call void @_ZdlPv(ptr %p) builtin
  ret i64 %v
}

; CHECK-LABEL: define i64 @of_invoked_new(
; CHECK-DAG: %stackbound.slot{{[0-9]*}} = alloca [8 x i8]
; OFF-LABEL: define i64 @of_invoked_new(
; OFF: {{call|invoke}} ptr @_Znwm(
define i64 @of_invoked_new() personality ptr @__gxx_personality_v0 {
  %p = invoke ptr @_Znwm(i64 8) builtin to label %done unwind label %pad
done:
  store i64 1, ptr %p
  %v = load i64, ptr %p
  call void @_ZdlPv(ptr %p) builtin
  ret i64 %v
pad:
  %e = landingpad { ptr, i32 } cleanup
  resume { ptr, i32 } %e
}

declare ptr @malloc(i64)
declare ptr @calloc(i64, i64)
declare ptr @aligned_alloc(i64, i64)
declare void @free(ptr)
declare ptr @_Znwm(i64)
declare void @_ZdlPv(ptr)
declare i32 @__gxx_personality_v0(...)
