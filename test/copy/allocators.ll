; RUN: %h2s %s | FileCheck %s
; RUN: %escape %s 2>&1 | FileCheck --check-prefix=STATE %s
;
; Every allocator that a maker may use, known and run-time sizes.

define internal ptr @by_calloc() {
  %p = call ptr @calloc(i64 4, i64 8)
  ret ptr %p
}
; STATE: zeroed: site %p: by_calloc (calloc of 32 bytes): promoted
; CHECK-LABEL: define i64 @zeroed(
; CHECK: call ptr @by_calloc.stackbound(ptr
define i64 @zeroed() {
  %p = call ptr @by_calloc()
  %v = load i64, ptr %p
  call void @free(ptr %p)
  ret i64 %v
}

define internal ptr @xmalloc(i64 %n) {
  %p = call ptr @malloc(i64 %n)
  %none = icmp eq ptr %p, null
  br i1 %none, label %fail, label %ok
fail:
  call void @abort()
  unreachable
ok:
  ret ptr %p
}
; STATE: run_time_size: site %p: xmalloc (malloc of run-time size): promoted when at most 256 bytes
; CHECK-LABEL: define void @run_time_size(
; CHECK: [[SLOT:%.*]] = alloca [256 x i8]
; CHECK: [[P:%.*]] = call ptr @xmalloc.stackbound(i64 %n, ptr [[SLOT]])
; CHECK: icmp eq ptr [[P]], [[SLOT]]
; CHECK: call void @free(ptr [[P]])
define void @run_time_size(i64 %n) {
  %p = call ptr @xmalloc(i64 %n)
  call void @look(ptr %p)
  call void @free(ptr %p)
  ret void
}

; A size that the maker bounds.
define internal ptr @bounded(i64 %n) {
  %m = and i64 %n, 63
  %p = call ptr @malloc(i64 %m)
  ret ptr %p
}
; STATE: bounded_size: site %p: bounded (malloc of run-time size): promoted
; CHECK-LABEL: define void @bounded_size(
; CHECK: [[SLOT:%.*]] = alloca [63 x i8]
; CHECK: call ptr @bounded.stackbound(i64 %n, ptr [[SLOT]])
; CHECK-NOT: @free
; CHECK: ret void
define void @bounded_size(i64 %n) {
  %p = call ptr @bounded(i64 %n)
  call void @look(ptr %p)
  call void @free(ptr %p)
  ret void
}

define internal ptr @copy_string(ptr %s) {
  %p = call ptr @strdup(ptr %s)
  ret ptr %p
}
; STATE: string: site %p: copy_string (strdup of run-time size): promoted when at most 256 bytes
; CHECK-LABEL: define void @string(
; CHECK: call ptr @copy_string.stackbound(ptr %s, ptr
define void @string(ptr %s) {
  %p = call ptr @copy_string(ptr %s)
  call void @look(ptr %p)
  call void @free(ptr %p)
  ret void
}

define internal ptr @by_new() {
  %p = call ptr @_Znwm(i64 24) builtin
  ret ptr %p
}
; STATE: by_operator_new: site %p: by_new (operator new of 24 bytes): promoted
; CHECK-LABEL: define void @by_operator_new(
; CHECK: call ptr @by_new.stackbound(ptr
; CHECK-NOT: @_ZdlPv
; CHECK: ret void
define void @by_operator_new() {
  %p = call ptr @by_new()
  call void @look(ptr %p)
  call void @_ZdlPv(ptr %p) builtin
  ret void
}
; Freed as if by malloc.
; STATE: new_but_freed: site %p: by_new (operator new of 24 bytes): kept: other
; CHECK-LABEL: define void @new_but_freed(
; CHECK: call ptr @by_new()
define void @new_but_freed() {
  %p = call ptr @by_new()
  call void @free(ptr %p)
  ret void
}

; A constructor that may throw after its allocation: the maker's landing pad deletes.
define internal ptr @by_new_throwing(i32 %v) personality ptr @__gxx_personality_v0 {
  %p = call ptr @_Znwm(i64 24) builtin
  invoke void @construct(ptr %p, i32 %v) to label %ok unwind label %pad
ok:
  ret ptr %p
pad:
  %e = landingpad { ptr, i32 } cleanup
  call void @_ZdlPv(ptr %p) builtin
  resume { ptr, i32 } %e
}
; STATE: throwing: site %p: by_new_throwing (operator new of 24 bytes): promoted
; CHECK-LABEL: define void @throwing(
; CHECK: invoke ptr @by_new_throwing.stackbound(i32 %v, ptr %{{.*}})
; CHECK-NEXT: to label %ok unwind label %pad
; CHECK: ret void
define void @throwing(i32 %v) personality ptr @__gxx_personality_v0 {
  %p = invoke ptr @by_new_throwing(i32 %v) to label %ok unwind label %pad
ok:
  call void @look(ptr %p)
  call void @_ZdlPv(ptr %p) builtin
  ret void
pad:
  %e = landingpad { ptr, i32 } cleanup
  resume { ptr, i32 } %e
}
; operator new itself is invoked.
define internal ptr @by_invoked_new() personality ptr @__gxx_personality_v0 {
  %p = invoke ptr @_Znwm(i64 24) builtin to label %ok unwind label %pad
ok:
  ret ptr %p
pad:
  %e = landingpad { ptr, i32 } cleanup
  call void @note()
  resume { ptr, i32 } %e
}
; STATE: invoked: site %p: by_invoked_new (operator new of 24 bytes): promoted
; CHECK-LABEL: define void @invoked(
; CHECK: call ptr @by_invoked_new.stackbound(ptr
define void @invoked() {
  %p = call ptr @by_invoked_new()
  call void @look(ptr %p)
  call void @_ZdlPv(ptr %p) builtin
  ret void
}

; An alignment that the maker asks for.
define internal ptr @by_aligned_alloc() {
  %p = call ptr @aligned_alloc(i64 64, i64 128)
  ret ptr %p
}
; STATE: aligned: site %p: by_aligned_alloc (aligned_alloc of 128 bytes): promoted
; CHECK-LABEL: define void @aligned(
; CHECK: alloca [128 x i8], align 64
define void @aligned() {
  %p = call ptr @by_aligned_alloc()
  call void @look(ptr %p)
  call void @free(ptr %p)
  ret void
}

; A realloc takes the place of an object: it stays; a malloc before it may move.
define internal ptr @grown(i64 %n) {
  %p = call ptr @malloc(i64 16)
  store i64 5, ptr %p
  %q = call ptr @realloc(ptr %p, i64 %n)
  ret ptr %q
}
; STATE: grown: site %q: realloc of run-time size: kept: returned
; STATE: grows: site %p: grown (malloc of 16 bytes): promoted
; CHECK-LABEL: define void @grows(
; CHECK: [[SLOT:%.*]] = alloca [16 x i8]
; CHECK: [[P:%.*]] = call ptr @grown.stackbound(i64 %n, ptr [[SLOT]])
; CHECK: icmp eq ptr [[P]], [[SLOT]]
; CHECK: call void @free(ptr [[P]])
define void @grows(i64 %n) {
  %p = call ptr @grown(i64 %n)
  call void @look(ptr %p)
  call void @free(ptr %p)
  ret void
}

; Through a variable: posix_memalign's object stays where it is.
define internal ptr @by_memalign() {
  %v = alloca ptr
  %r = call i32 @posix_memalign(ptr %v, i64 64, i64 64)
  %p = load ptr, ptr %v
  ret ptr %p
}
; STATE: by_memalign: site %r: posix_memalign of 64 bytes: kept
; CHECK-LABEL: define void @memaligned(
; CHECK: call ptr @by_memalign()
define void @memaligned() {
  %p = call ptr @by_memalign()
  call void @free(ptr %p)
  ret void
}

; CHECK-LABEL: define internal ptr @by_calloc.stackbound(
; CHECK: call void @llvm.memset{{.*}}(ptr align 16 %stackbound.slot, i8 0, i64 32
; CHECK-LABEL: define internal ptr @xmalloc.stackbound(
; CHECK: icmp ule i64 {{.*}}, 256
; CHECK: call ptr @malloc(
; CHECK: phi ptr [ %stackbound.slot, %{{.*}} ], [ %p, %{{.*}} ]
; CHECK-LABEL: define internal ptr @bounded.stackbound(
; CHECK-NOT: @malloc
; CHECK: ret ptr %stackbound.slot
; CHECK-LABEL: define internal ptr @copy_string.stackbound(
; CHECK: call i64 @strlen(ptr %s)
; CHECK: call void @llvm.memcpy
; CHECK: call ptr @strdup(
; CHECK-LABEL: define internal ptr @by_new.stackbound(
; CHECK-NEXT: ret ptr %stackbound.slot
; CHECK-LABEL: define internal ptr @by_new_throwing.stackbound(
; CHECK: invoke void @construct(ptr %stackbound.slot, i32 %v)
; CHECK-NOT: @_ZdlPv
; CHECK: resume
; CHECK-LABEL: define internal ptr @by_invoked_new.stackbound(
; CHECK-NOT: invoke
; CHECK: ret ptr %stackbound.slot
; CHECK-LABEL: define internal ptr @by_aligned_alloc.stackbound(
; CHECK-LABEL: define internal ptr @grown.stackbound(
; CHECK: icmp ule i64 %{{.*}}, 16
; CHECK: call ptr @realloc(
; CHECK: call void @llvm.memcpy

declare ptr @malloc(i64)
declare ptr @calloc(i64, i64)
declare ptr @realloc(ptr, i64)
declare ptr @aligned_alloc(i64, i64)
declare i32 @posix_memalign(ptr, i64, i64)
declare ptr @strdup(ptr)
declare void @free(ptr)
declare ptr @_Znwm(i64)
declare void @_ZdlPv(ptr)
declare void @abort() noreturn
declare void @note() nounwind
declare void @construct(ptr nocapture, i32) nofree
declare void @look(ptr nocapture) nofree
declare i32 @__gxx_personality_v0(...)
