; RUN: %h2s %s | FileCheck %s
; RUN: %escape %s 2>&1 | FileCheck --check-prefix=STATE %s
;
; xmalloc under widget_new under the caller: bottom-up, each copy hands the slot on.

define ptr @xmalloc(i64 %n) {
  %p = call ptr @malloc(i64 %n)
  %none = icmp eq ptr %p, null
  br i1 %none, label %fail, label %ok
fail:
  call void @abort()
  unreachable
ok:
  ret ptr %p
}
; STATE: widget_new: site %p: xmalloc (malloc of run-time size): kept: returned: returned
; CHECK-LABEL: define ptr @widget_new(
; CHECK: call ptr @xmalloc(i64 48)
define ptr @widget_new(i32 %v) {
  %p = call ptr @xmalloc(i64 48)
  store i32 %v, ptr %p
  ret ptr %p
}
; STATE: three_deep: site %p: widget_new (malloc of run-time size): promoted when at most 256 bytes
; CHECK-LABEL: define i32 @three_deep(
; CHECK: [[SLOT:%.*]] = alloca [256 x i8]
; CHECK: call ptr @widget_new.stackbound(i32 1, ptr [[SLOT]])
define i32 @three_deep() {
  %p = call ptr @widget_new(i32 1)
  %v = load i32, ptr %p
  call void @free(ptr %p)
  ret i32 %v
}

; A constructor that makes two objects, one in the other, and its destructor.
define internal ptr @pair_new() {
  %p = call ptr @malloc(i64 16)
  %q = call ptr @malloc(i64 8)
  store ptr %q, ptr %p
  ret ptr %p
}
define internal void @pair_free(ptr %p) {
  %q = load ptr, ptr %p
  call void @free(ptr %q)
  call void @free(ptr %p)
  ret void
}
; STATE: pair: site %p: pair_new (malloc of 16 bytes): promoted
; STATE: pair: site %p: pair_new (malloc of 8 bytes): promoted
; CHECK-LABEL: define void @pair(
; CHECK-NOT: @malloc
; CHECK: call ptr @pair_new.stackbound(ptr {{[^,]*}}, ptr {{[^,]*}})
; CHECK: call void @pair_free.stackbound(ptr
define void @pair() {
  %p = call ptr @pair_new()
  call void @look_inside(ptr %p)
  call void @pair_free(ptr %p)
  ret void
}
; Only the inner one escapes: it stays, and is freed.
; STATE: inner_escapes: site %p: pair_new (malloc of 16 bytes): promoted
; STATE: inner_escapes: site %p: pair_new (malloc of 8 bytes): kept: stored-to-global
; CHECK-LABEL: define void @inner_escapes(
; CHECK: call ptr @pair_new.stackbound.1(ptr %{{[^,]*}})
; CHECK: call void @pair_free.stackbound.2(ptr
define void @inner_escapes() {
  %p = call ptr @pair_new()
  %q = load ptr, ptr %p
  store ptr %q, ptr @g
  call void @pair_free(ptr %p)
  ret void
}
; The outer one escapes, and the inner one with it.
; STATE: outer_escapes: site %p: pair_new (malloc of 16 bytes): kept: stored-to-global
; STATE: outer_escapes: site %p: pair_new (malloc of 8 bytes): kept: stored-to-global
; CHECK-LABEL: define void @outer_escapes(
; CHECK: call ptr @pair_new()
define void @outer_escapes() {
  %p = call ptr @pair_new()
  store ptr %p, ptr @g
  ret void
}

; The maker's own temporary moves in the original and in the copy.
define internal ptr @with_temporary() {
  %t = call ptr @malloc(i64 32)
  call void @look(ptr %t)
  call void @free(ptr %t)
  %p = call ptr @malloc(i64 8)
  ret ptr %p
}
; STATE: with_temporary: site %t: malloc of 32 bytes: promoted
; STATE: made_by_it: site %p: with_temporary (malloc of 8 bytes): promoted
; CHECK-LABEL: define void @made_by_it(
; CHECK: call ptr @with_temporary.stackbound(ptr
define void @made_by_it() {
  %p = call ptr @with_temporary()
  call void @look(ptr %p)
  call void @free(ptr %p)
  ret void
}

; One that replaces: it frees the old object and makes another.
define internal ptr @replace(ptr %old) {
  %p = call ptr @malloc(i64 8)
  %v = load i64, ptr %old
  store i64 %v, ptr %p
  call void @free(ptr %old)
  ret ptr %p
}
; STATE: replaced: site %p: malloc of 8 bytes: promoted
; STATE: replaced: site %q: replace (malloc of 8 bytes): promoted
; CHECK-LABEL: define void @replaced(
; CHECK-NOT: @malloc
; CHECK: call ptr @replace.stackbound(ptr
; CHECK-NOT: @free
; CHECK: ret void
define void @replaced() {
  %p = call ptr @malloc(i64 8)
  store i64 1, ptr %p
  %q = call ptr @replace(ptr %p)
  call void @look(ptr %q)
  call void @free(ptr %q)
  ret void
}

; CHECK-LABEL: define internal ptr @widget_new.stackbound(i32 %v, ptr {{.*}}%stackbound.slot)
; CHECK: call ptr @xmalloc.stackbound(i64 48, ptr %stackbound.slot)
; CHECK-LABEL: define internal ptr @xmalloc.stackbound(i64 %n, ptr {{.*}}%stackbound.slot)
; CHECK: icmp ule i64 {{.*}}, 256
; CHECK-LABEL: define internal ptr @pair_new.stackbound(
; CHECK-NOT: @malloc
; CHECK: store ptr [[B:%stackbound.slot[0-9]*]], ptr [[A:%stackbound.slot[0-9]*]]
; CHECK-LABEL: define internal void @pair_free.stackbound(
; CHECK-NOT: @free
; CHECK: ret void
; CHECK-LABEL: define internal ptr @pair_new.stackbound.1(
; CHECK: call ptr @malloc(i64 8)
; CHECK-LABEL: define internal void @pair_free.stackbound.2(
; CHECK: call void @free(ptr %q)
; CHECK-NOT: @free
; CHECK: ret void
; CHECK-LABEL: define internal ptr @with_temporary.stackbound(
; CHECK: [[T:%.*]] = alloca [32 x i8]
; CHECK: call void @look(ptr [[T]])
; CHECK: ret ptr %stackbound.slot
; CHECK-LABEL: define internal ptr @replace.stackbound(ptr %old, ptr {{.*}}%stackbound.slot)
; CHECK-NOT: @free
; CHECK: ret ptr %stackbound.slot

@g = global ptr null
declare ptr @malloc(i64)
declare void @free(ptr)
declare void @abort() noreturn
declare void @look(ptr nocapture) nofree
declare void @look_inside(ptr nocapture) readonly nounwind
