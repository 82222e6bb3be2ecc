; RUN: %h2s %s | FileCheck %s
; RUN: %escape %s 2>&1 | FileCheck --check-prefix=STATE %s
;
; A callee resizes its parameter: its copy compares the old object with the slot.

define internal ptr @resizes(ptr %x, i64 %n) {
  %q = call ptr @realloc(ptr %x, i64 %n)
  ret ptr %q
}
; STATE: resized: site %p: malloc of 32 bytes: promoted
; CHECK-LABEL: define void @resized(
; CHECK: [[SLOT:%.*]] = alloca [256 x i8]
; CHECK: [[Q:%.*]] = call ptr @resizes.stackbound(ptr [[SLOT]], i64 %n, ptr [[SLOT]])
; CHECK: icmp eq ptr [[Q]], [[SLOT]]
; CHECK: call void @free(ptr [[Q]])
define void @resized(i64 %n) {
  %p = call ptr @malloc(i64 32)
  call void @look(ptr %p)
  %q = call ptr @resizes(ptr %p, i64 %n)
  call void @free(ptr %q)
  ret void
}
; Kept by the caller.
; STATE: resized_and_stored: site %p: malloc of 32 bytes: kept: stored-to-global
; CHECK-LABEL: define void @resized_and_stored(
; CHECK: call ptr @malloc(i64 32)
; CHECK: call ptr @resizes(ptr %p, i64 %n)
define void @resized_and_stored(i64 %n) {
  %p = call ptr @malloc(i64 32)
  %q = call ptr @resizes(ptr %p, i64 %n)
  store ptr %q, ptr @g
  ret void
}
; Of another family.
; STATE: mismatched: site %p: operator new of 32 bytes: kept
; CHECK-LABEL: define void @mismatched(
; CHECK: call ptr @_Znwm(i64 32)
define void @mismatched(i64 %n) {
  %p = call ptr @_Znwm(i64 32) builtin
  %q = call ptr @resizes(ptr %p, i64 %n)
  call void @free(ptr %q)
  ret void
}
; A pointer into the middle.
; STATE: interior: site %p: malloc of 32 bytes: kept
; CHECK-LABEL: define void @interior(
; CHECK: call ptr @malloc(i64 32)
define void @interior(i64 %n) {
  %p = call ptr @malloc(i64 32)
  %m = getelementptr i8, ptr %p, i64 8
  %q = call ptr @resizes(ptr %m, i64 %n)
  call void @free(ptr %q)
  ret void
}

; CHECK-LABEL: define internal ptr @resizes.stackbound(ptr %x, i64 %n, ptr {{.*}}%stackbound.slot)
; CHECK: icmp eq ptr %x, %stackbound.slot
; CHECK: call ptr @realloc(
; CHECK: call void @llvm.memcpy

@g = global ptr null
declare ptr @malloc(i64)
declare ptr @realloc(ptr, i64)
declare ptr @_Znwm(i64)
declare void @free(ptr)
declare void @look(ptr nocapture) nofree
