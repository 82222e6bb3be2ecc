; RUN: %h2s %s | FileCheck %s
; RUN: %escape %s 2>&1 | FileCheck --check-prefix=STATE %s
; RUN: %h2s -heap-to-stack-clone-budget=0 %s | FileCheck --check-prefix=OFF %s
;
; A callee returns an object that it has made: a copy of it takes the slot from its caller.
;
; OFF-NOT: stackbound

; The original stays, with its allocation.
; STATE: widget_new: site %p: malloc of 48 bytes: kept: returned: returned
; CHECK-LABEL: define ptr @widget_new(i32 %v)
; CHECK: call ptr @malloc(i64 48)
define ptr @widget_new(i32 %v) {
  %p = call ptr @malloc(i64 48)
  %none = icmp eq ptr %p, null
  br i1 %none, label %fail, label %ok
fail:
  call void @abort()
  unreachable
ok:
  store i32 %v, ptr %p
  ret ptr %p
}

; STATE: made_and_freed: site %p: widget_new (malloc of 48 bytes): promoted
; CHECK-LABEL: define i32 @made_and_freed(
; CHECK: [[SLOT:%.*]] = alloca [48 x i8], align 16
; CHECK: lifetime.start
; CHECK: [[P:%.*]] = call ptr @widget_new.stackbound(i32 3, ptr [[SLOT]])
; CHECK-NOT: @free
; CHECK: ret i32
define i32 @made_and_freed() {
  %p = call ptr @widget_new(i32 3)
  %v = load i32, ptr %p
  call void @free(ptr %p)
  ret i32 %v
}

; Another call: another slot, the same copy.
; CHECK-LABEL: define i32 @two_of_them(
; CHECK: [[B:%.*]] = alloca [48 x i8], align 16
; CHECK: [[A:%.*]] = alloca [48 x i8], align 16
; CHECK: call ptr @widget_new.stackbound(i32 1, ptr [[A]])
; CHECK: call ptr @widget_new.stackbound(i32 2, ptr [[B]])
; CHECK-NOT: @free
; CHECK: ret i32
define i32 @two_of_them() {
  %p = call ptr @widget_new(i32 1)
  %q = call ptr @widget_new(i32 2)
  %v = load i32, ptr %p
  %w = load i32, ptr %q
  %s = add i32 %v, %w
  call void @free(ptr %q)
  call void @free(ptr %p)
  ret i32 %s
}

; In a loop: the slot is used again.
; STATE: in_loop: site %p: widget_new (malloc of 48 bytes): promoted
; CHECK-LABEL: define void @in_loop(
; CHECK: entry:
; CHECK-NEXT: alloca [48 x i8]
; CHECK: loop:
; CHECK: call ptr @widget_new.stackbound(
; CHECK-NOT: @free
; CHECK: ret void
define void @in_loop(i32 %n) {
entry:
  br label %loop
loop:
  %i = phi i32 [ 0, %entry ], [ %j, %loop ]
  %p = call ptr @widget_new(i32 %i)
  call void @look(ptr %p)
  call void @free(ptr %p)
  %j = add i32 %i, 1
  %more = icmp ult i32 %j, %n
  br i1 %more, label %loop, label %done
done:
  ret void
}
; An object of an earlier iteration is used behind the call.
; STATE: carried: site %p: widget_new (malloc of 48 bytes): kept: in-loop
; CHECK-LABEL: define void @carried(
; CHECK: call ptr @widget_new(i32
define void @carried(i32 %n) {
entry:
  br label %loop
loop:
  %i = phi i32 [ 0, %entry ], [ %j, %loop ]
  %old = phi ptr [ null, %entry ], [ %p, %loop ]
  %p = call ptr @widget_new(i32 %i)
  call void @look(ptr %old)
  call void @free(ptr %old)
  %j = add i32 %i, 1
  %more = icmp ult i32 %j, %n
  br i1 %more, label %loop, label %done
done:
  ret void
}

; The caller lets it escape.
; STATE: escaped: site %p: widget_new (malloc of 48 bytes): kept: stored-to-global: stored to global 'g'
; CHECK-LABEL: define void @escaped(
; CHECK: call ptr @widget_new(i32 4)
define void @escaped() {
  %p = call ptr @widget_new(i32 4)
  store ptr %p, ptr @g
  ret void
}

; Null or an object.
define ptr @maybe_new(i1 %c) {
  br i1 %c, label %make, label %none
make:
  %p = call ptr @malloc(i64 16)
  ret ptr %p
none:
  ret ptr null
}
; STATE: null_or_object: site %p: maybe_new (malloc of 16 bytes): promoted
; CHECK-LABEL: define void @null_or_object(
; CHECK: [[P:%.*]] = call ptr @maybe_new.stackbound(i1 %c, ptr
; CHECK: icmp eq ptr [[P]], null
; CHECK-NOT: @free
; CHECK: ret void
define void @null_or_object(i1 %c) {
  %p = call ptr @maybe_new(i1 %c)
  %none = icmp eq ptr %p, null
  br i1 %none, label %out, label %use
use:
  call void @look(ptr %p)
  br label %out
out:
  call void @free(ptr %p)
  ret void
}

; An object or something else: the caller's frees tell them apart.
define ptr @new_or_global(i1 %c) {
  br i1 %c, label %make, label %other
make:
  %p = call ptr @malloc(i64 16)
  ret ptr %p
other:
  %q = load ptr, ptr @g
  ret ptr %q
}
; STATE: or_global: site %p: new_or_global (malloc of 16 bytes): promoted
; CHECK-LABEL: define void @or_global(
; CHECK: [[SLOT:%.*]] = alloca [16 x i8]
; CHECK: [[P:%.*]] = call ptr @new_or_global.stackbound(i1 %c, ptr [[SLOT]])
; CHECK: icmp eq ptr [[P]], [[SLOT]]
; CHECK: call void @free(ptr [[P]])
define void @or_global(i1 %c) {
  %p = call ptr @new_or_global(i1 %c)
  call void @look(ptr %p)
  call void @free(ptr %p)
  ret void
}

; One of two sites.
define ptr @small_or_large(i1 %c) {
  br i1 %c, label %a, label %b
a:
  %p = call ptr @malloc(i64 16)
  br label %out
b:
  %q = call ptr @calloc(i64 8, i64 8)
  br label %out
out:
  %r = phi ptr [ %p, %a ], [ %q, %b ]
  ret ptr %r
}
; STATE: of_two_sites: site %p: small_or_large (malloc of 16 bytes): promoted
; STATE: of_two_sites: site %p: small_or_large (calloc of 64 bytes): promoted
; CHECK-LABEL: define void @of_two_sites(
; CHECK-DAG: [[S:%.*]] = alloca [16 x i8]
; CHECK-DAG: [[L:%.*]] = alloca [64 x i8]
; CHECK: call ptr @small_or_large.stackbound(i1 %c, ptr [[S]], ptr [[L]])
; CHECK-NOT: @free
; CHECK: ret void
define void @of_two_sites(i1 %c) {
  %p = call ptr @small_or_large(i1 %c)
  call void @look(ptr %p)
  call void @free(ptr %p)
  ret void
}

; An error path that frees what it has made, and returns null.
define ptr @new_checked(i1 %c) {
  %p = call ptr @malloc(i64 16)
  br i1 %c, label %bad, label %good
bad:
  call void @free(ptr %p)
  ret ptr null
good:
  ret ptr %p
}
; STATE: checked: site %p: new_checked (malloc of 16 bytes): promoted
; CHECK-LABEL: define void @checked(
; CHECK: call ptr @new_checked.stackbound(
define void @checked(i1 %c) {
  %p = call ptr @new_checked(i1 %c)
  call void @look(ptr %p)
  call void @free(ptr %p)
  ret void
}

; Too large, as if the caller had made it.
define ptr @large_new() {
  %p = call ptr @malloc(i64 5000)
  ret ptr %p
}
; STATE: too_large: site %p: large_new (malloc of 5000 bytes): kept: too-large
; CHECK-LABEL: define void @too_large(
; CHECK: call ptr @large_new()
define void @too_large() {
  %p = call ptr @large_new()
  call void @free(ptr %p)
  ret void
}

; CHECK-LABEL: define internal ptr @widget_new.stackbound(i32 %v, ptr {{.*}}%stackbound.slot)
; CHECK-NOT: @malloc
; CHECK: icmp eq ptr %stackbound.slot, null
; CHECK: call void @abort()
; CHECK: store i32 %v, ptr %stackbound.slot
; CHECK: ret ptr %stackbound.slot
; CHECK-LABEL: define internal ptr @maybe_new.stackbound(i1 %c, ptr {{.*}}%stackbound.slot)
; CHECK: ret ptr %stackbound.slot
; CHECK: ret ptr null
; CHECK-LABEL: define internal ptr @new_or_global.stackbound(
; CHECK: ret ptr %stackbound.slot
; CHECK: ret ptr %q
; CHECK-LABEL: define internal ptr @small_or_large.stackbound(
; CHECK-NOT: @malloc
; CHECK: call void @llvm.memset{{.*}}(ptr align 16 %stackbound.slot1, i8 0, i64 64
; CHECK: phi ptr [ %stackbound.slot, %a ], [ %stackbound.slot1, %b ]
; CHECK-LABEL: define internal ptr @new_checked.stackbound(
; CHECK-NOT: @free
; CHECK: ret ptr null
; CHECK: ret ptr %stackbound.slot
; CHECK-NOT: define {{.*}}stackbound

@g = global ptr null
declare ptr @malloc(i64)
declare ptr @calloc(i64, i64)
declare void @free(ptr)
declare void @abort() noreturn
declare void @look(ptr nocapture) nofree
