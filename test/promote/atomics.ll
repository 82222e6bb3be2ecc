; RUN: %h2s %s | FileCheck %s --implicit-check-not='{{(call|invoke) .*@(malloc|calloc|aligned_alloc|free|_Znwm|_ZdlPv)[(]}}'
; RUN: %opt -S %s | FileCheck %s --check-prefix=OFF
;
; Atomic accesses to the memory of an object that nobody else knows.

; CHECK-LABEL: define i64 @atomics(
; CHECK-DAG: %stackbound.slot{{[0-9]*}} = alloca [8 x i8]
; OFF-LABEL: define i64 @atomics(
; OFF: {{call|invoke}} ptr @malloc(
define i64 @atomics() {
  %p = call ptr @malloc(i64 8)
  store atomic i64 1, ptr %p seq_cst, align 8
  %a = atomicrmw add ptr %p, i64 2 acq_rel
  %b = cmpxchg ptr %p, i64 3, i64 4 seq_cst monotonic
  %v = load atomic i64, ptr %p acquire, align 8
  call void @free(ptr %p)
  ret i64 %v
}

; CHECK-LABEL: define i64 @passed(
; CHECK-DAG: %stackbound.slot{{[0-9]*}} = alloca [8 x i8]
; OFF-LABEL: define i64 @passed(
; OFF: {{call|invoke}} ptr @malloc(
define i64 @passed(i64 %n) {
  %p = call ptr @malloc(i64 8)
  store atomic i64 1, ptr %p release, align 8
  call void @look(ptr %p)
  %v = load atomic i64, ptr %p acquire, align 8
  call void @free(ptr %p)
  ret i64 %v
}

declare ptr @malloc(i64)
declare void @free(ptr)
declare void @look(ptr nocapture) nofree
