; RUN: %h2s %s | FileCheck %s
;
; A free that may free something else keeps a choice at run time: without the call the other object
; leaks, with it the stack is freed.
;   free(c ? malloc(8) : other);

; CHECK-LABEL: define void @of_select(
; CHECK: [[SLOT:%.*]] = alloca [8 x i8]
; CHECK: [[Q:%.*]] = select i1 %c, ptr [[SLOT]], ptr %other
; CHECK: [[SAME:%.*]] = icmp eq ptr [[Q]], [[SLOT]]
; CHECK: br i1 [[SAME]], label %[[SKIP:.*]], label %[[FREE:.*]]
; CHECK: [[FREE]]:
; CHECK: call void @free(ptr [[Q]])
; CHECK: ret void
define void @of_select(i1 %c, ptr %other) {
  %p = call ptr @malloc(i64 8)
  %q = select i1 %c, ptr %p, ptr %other
  call void @free(ptr %q)
  ret void
}

; CHECK-LABEL: define void @of_phi(
; CHECK: [[SLOT:%.*]] = alloca [8 x i8]
; CHECK: [[Q:%.*]] = phi ptr
; CHECK: icmp eq ptr [[Q]], [[SLOT]]
; CHECK: call void @free(ptr [[Q]])
; CHECK: call void @opaque()
; CHECK: ret void
define void @of_phi(i1 %c, ptr %other) {
entry:
  br i1 %c, label %make, label %join
make:
  %p = call ptr @malloc(i64 8)
  call void @look(ptr %p)
  br label %join
join:
  %q = phi ptr [ %other, %entry ], [ %p, %make ]
  call void @free(ptr %q)
  call void @opaque()
  ret void
}

; CHECK-LABEL: define void @of_load(
; CHECK: [[SLOT:%stackbound.slot.*]] = alloca [8 x i8]
; CHECK: [[Q:%.*]] = load ptr, ptr %v
; CHECK: icmp eq ptr [[Q]], [[SLOT]]
; CHECK: call void @free(ptr [[Q]])
; CHECK: ret void
define void @of_load(i1 %c, ptr %other) {
entry:
  %v = alloca ptr
  store ptr %other, ptr %v
  br i1 %c, label %make, label %join
make:
  %p = call ptr @malloc(i64 8)
  store ptr %p, ptr %v
  br label %join
join:
  %q = load ptr, ptr %v
  call void @free(ptr %q)
  ret void
}

; Two of three objects moved: two compares.
; CHECK-LABEL: define void @of_three(
; CHECK: icmp eq ptr
; CHECK: icmp eq ptr
; CHECK: or i1
; CHECK: call void @free(
; CHECK: ret void
define void @of_three(i1 %c, i1 %d, ptr %other) {
  %p = call ptr @malloc(i64 8)
  %q = call ptr @malloc(i64 8)
  %r = select i1 %c, ptr %p, ptr %q
  %s = select i1 %d, ptr %r, ptr %other
  call void @free(ptr %s)
  ret void
}

; An object that stays (it is too large) and one that moves.
; CHECK-LABEL: define void @one_stays(
; CHECK: alloca [8 x i8]
; CHECK: call ptr @malloc(i64 100000)
; CHECK: icmp eq ptr
; CHECK: call void @free(
; CHECK: ret void
define void @one_stays(i1 %c) {
  %p = call ptr @malloc(i64 8)
  %q = call ptr @malloc(i64 100000)
  %r = select i1 %c, ptr %p, ptr %q
  %s = select i1 %c, ptr %q, ptr %p
  call void @look(ptr %r)
  call void @free(ptr %r)
  call void @free(ptr %s)
  ret void
}

; The call is an invoke: both ways lead to the same place.
; CHECK-LABEL: define i32 @invoked(
; CHECK: icmp eq ptr
; CHECK: invoke void @_ZdlPv(
; CHECK: phi i32
; CHECK: ret i32
define i32 @invoked(i1 %c, ptr %other) personality ptr @__gxx_personality_v0 {
entry:
  %p = call ptr @_Znwm(i64 8) builtin
  %q = select i1 %c, ptr %p, ptr %other
  invoke void @_ZdlPv(ptr %q) builtin to label %done unwind label %pad
done:
  %r = phi i32 [ 1, %entry ]
  ret i32 %r
pad:
  %x = phi i32 [ 2, %entry ]
  %e = landingpad { ptr, i32 } cleanup
  ret i32 %x
}

declare ptr @malloc(i64)
declare void @free(ptr)
declare ptr @_Znwm(i64)
declare void @_ZdlPv(ptr)
declare void @look(ptr nocapture) nofree
declare void @opaque()
declare i32 @__gxx_personality_v0(...)
