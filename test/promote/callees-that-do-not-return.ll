; RUN: %h2s %s | FileCheck %s --implicit-check-not='{{(call|invoke) .*@(malloc|calloc|aligned_alloc|free|_Znwm|_ZdlPv)[(]}}'
; RUN: %opt -S %s | FileCheck %s --check-prefix=OFF
;
; Callees may throw, exit or run for ever: nothing has captured the pointer.

; CHECK-LABEL: define void @may_throw(
; CHECK-DAG: %stackbound.slot{{[0-9]*}} = alloca [8 x i8]
; OFF-LABEL: define void @may_throw(
; OFF: {{call|invoke}} ptr @malloc(
define void @may_throw() {
  %p = call ptr @malloc(i64 8)
  call void @look(ptr %p)
  call void @opaque()
  call void @free(ptr %p)
  ret void
}

; CHECK-LABEL: define void @may_exit(
; CHECK-DAG: %stackbound.slot{{[0-9]*}} = alloca [8 x i8]
; OFF-LABEL: define void @may_exit(
; OFF: {{call|invoke}} ptr @malloc(
define void @may_exit(i1 %c) {
  %p = call ptr @malloc(i64 8)
  store i64 1, ptr %p
  br i1 %c, label %out, label %in
out:
  call void @exit(i32 1)
  unreachable
in:
  call void @free(ptr %p)
  ret void
}

; CHECK-LABEL: define void @cleaned_up(
; CHECK-DAG: %stackbound.slot{{[0-9]*}} = alloca [8 x i8]
; OFF-LABEL: define void @cleaned_up(
; OFF: {{call|invoke}} ptr @_Znwm(
define void @cleaned_up() personality ptr @__gxx_personality_v0 {
  %p = invoke ptr @_Znwm(i64 8) builtin to label %made unwind label %out
made:
  invoke void @opaque() to label %done unwind label %pad
done:
  call void @_ZdlPv(ptr %p) builtin
  ret void
pad:
  %e = landingpad { ptr, i32 } cleanup
  call void @_ZdlPv(ptr %p) builtin
  resume { ptr, i32 } %e
out:
  %f = landingpad { ptr, i32 } cleanup
  resume { ptr, i32 } %f
}

declare ptr @malloc(i64)
declare void @free(ptr)
declare void @look(ptr nocapture) nofree
declare void @opaque()
declare void @exit(i32) noreturn
declare ptr @_Znwm(i64)
declare void @_ZdlPv(ptr)
declare i32 @__gxx_personality_v0(...)
