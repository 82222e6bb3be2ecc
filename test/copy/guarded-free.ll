; RUN: %h2s %s | FileCheck %s
;
; What the callee frees may be an object on the heap: its copy gets the slot and compares.

; CHECK-LABEL: define internal void @release(ptr %x)
define internal void @release(ptr %x) {
  call void @look(ptr %x)
  call void @free(ptr %x)
  ret void
}

; One of two, the other escapes.
; CHECK-LABEL: define void @one_on_the_heap(
; CHECK: [[SLOT:%.*]] = alloca [8 x i8]
; CHECK: [[Q:%.*]] = call ptr @malloc(
; CHECK: [[R:%.*]] = select i1 %c, ptr [[SLOT]], ptr [[Q]]
; CHECK: call void @release.stackbound(ptr [[R]], ptr [[SLOT]])
define void @one_on_the_heap(i1 %c) {
  %p = call ptr @malloc(i64 8)
  %q = call ptr @malloc(i64 8)
  store ptr %q, ptr @g
  %r = select i1 %c, ptr %p, ptr %q
  call void @release(ptr %r)
  ret void
}

; A guarded slot; the copy is that of above.
; CHECK-LABEL: define void @run_time_size(
; CHECK: [[SLOT:%.*]] = alloca [256 x i8]
; CHECK: [[P:%.*]] = phi ptr
; CHECK: call void @release.stackbound(ptr [[P]], ptr [[SLOT]])
define void @run_time_size(i64 %n) {
  %p = call ptr @malloc(i64 %n)
  call void @release(ptr %p)
  ret void
}

; Two guarded ones: both are compared with.
; CHECK-LABEL: define void @two_run_time_sizes(
; CHECK: [[A:%.*]] = alloca [256 x i8]
; CHECK: [[B:%.*]] = alloca [256 x i8]
; CHECK: call void @release.stackbound.1(ptr %{{.*}}, ptr {{%.*}}, ptr {{%.*}})
define void @two_run_time_sizes(i64 %n, i64 %m, i1 %c) {
  %p = call ptr @malloc(i64 %n)
  %q = call ptr @malloc(i64 %m)
  %r = select i1 %c, ptr %p, ptr %q
  call void @release(ptr %r)
  ret void
}

; Two in slots: nothing is compared, nothing passed.
; CHECK-LABEL: define void @two_in_slots(
; CHECK: call void @release.stackbound.2(ptr %{{[^,]*}})
define void @two_in_slots(i1 %c) {
  %p = call ptr @malloc(i64 8)
  %q = call ptr @malloc(i64 8)
  %r = select i1 %c, ptr %p, ptr %q
  call void @release(ptr %r)
  ret void
}

; The callee itself chooses between two parameters; one is in a slot, the other is anything.
define internal void @release_one(ptr %x, ptr %y, i1 %c) {
  %r = select i1 %c, ptr %x, ptr %y
  call void @free(ptr %r)
  ret void
}
; CHECK-LABEL: define void @chosen_by_callee(
; CHECK: [[SLOT:%.*]] = alloca [8 x i8]
; CHECK: call void @release_one.stackbound(ptr [[SLOT]], ptr %other, i1 %c, ptr [[SLOT]])
define void @chosen_by_callee(ptr %other, i1 %c) {
  %p = call ptr @malloc(i64 8)
  call void @look(ptr %p)
  call void @release_one(ptr %p, ptr %other, i1 %c)
  ret void
}

; The callee frees what it has made itself, or the parameter.
define internal void @release_own(ptr %x, i1 %c) {
  %own = call ptr @malloc(i64 100000)
  call void @look(ptr %own)
  %r = select i1 %c, ptr %x, ptr %own
  call void @free(ptr %r)
  ret void
}
; CHECK-LABEL: define void @or_callees_own(
; CHECK: [[SLOT:%.*]] = alloca [8 x i8]
; CHECK: call void @release_own.stackbound(ptr [[SLOT]], i1 %c, ptr [[SLOT]])
define void @or_callees_own(i1 %c) {
  %p = call ptr @malloc(i64 8)
  call void @look(ptr %p)
  call void @release_own(ptr %p, i1 %c)
  ret void
}

; CHECK-LABEL: define internal void @release.stackbound(ptr %x, ptr {{.*}} %stackbound.slot)
; CHECK: [[SAME:%.*]] = icmp eq ptr %x, %stackbound.slot
; CHECK-NEXT: br i1 [[SAME]], label %[[SKIP:.*]], label %[[FREE:.*]]
; CHECK: [[SKIP]]:
; CHECK-NEXT: br label %[[OUT:.*]]
; CHECK: [[FREE]]:
; CHECK-NEXT: call void @free(ptr %x)
; CHECK-NEXT: br label %[[OUT]]

; CHECK-LABEL: define internal void @release.stackbound.1(ptr %x, ptr {{.*}} %stackbound.slot, ptr {{.*}} %stackbound.slot1)
; CHECK: icmp eq ptr %x, %stackbound.slot
; CHECK: icmp eq ptr %x, %stackbound.slot
; CHECK: or i1
; CHECK: call void @free(ptr %x)

; CHECK-LABEL: define internal void @release.stackbound.2(ptr %x)
; CHECK-NOT: @free
; CHECK: ret void

; CHECK-LABEL: define internal void @release_one.stackbound(
; CHECK: icmp eq ptr %r, %stackbound.slot
; CHECK: call void @free(ptr %r)

; CHECK-LABEL: define internal void @release_own.stackbound(
; CHECK: icmp eq ptr %r, %stackbound.slot
; CHECK: call void @free(ptr %r)

@g = global ptr null
declare ptr @malloc(i64)
declare void @free(ptr)
declare void @look(ptr nocapture) nofree
