; RUN: %h2s %s | FileCheck %s
; RUN: %escape %s 2>&1 | FileCheck --check-prefix=STATE %s
;
; A callee hands its object out through memory of its caller's.

define internal i32 @make(ptr %out) {
  %p = call ptr @malloc(i64 24)
  %none = icmp eq ptr %p, null
  br i1 %none, label %fail, label %ok
fail:
  ret i32 -1
ok:
  store ptr %p, ptr %out
  ret i32 0
}
; STATE: by_variable: site %r: make (malloc of 24 bytes): promoted
; CHECK-LABEL: define void @by_variable(
; CHECK: [[SLOT:%.*]] = alloca [24 x i8]
; CHECK: call i32 @make.stackbound(ptr %v, ptr [[SLOT]])
; CHECK-NOT: @free
; CHECK: ret void
define void @by_variable() {
  %v = alloca ptr
  %r = call i32 @make(ptr %v)
  %bad = icmp ne i32 %r, 0
  br i1 %bad, label %out, label %use
use:
  %p = load ptr, ptr %v
  call void @look(ptr %p)
  call void @free(ptr %p)
  br label %out
out:
  ret void
}
; The caller's caller sees the variable.
; STATE: by_parameter: site %r: make (malloc of 24 bytes): kept: stored-to-heap
; CHECK-LABEL: define i32 @by_parameter(
; CHECK: call i32 @make(ptr %v)
define i32 @by_parameter(ptr %v) {
  %r = call i32 @make(ptr %v)
  ret i32 %r
}
; So it does by a global.
; STATE: by_global: site %r: make (malloc of 24 bytes): kept: stored-to-{{heap|global}}
; CHECK-LABEL: define void @by_global(
; CHECK: call i32 @make(ptr @g)
define void @by_global() {
  %r = call i32 @make(ptr @g)
  ret void
}
; Two deep.
; STATE: by_parameter_of_caller: site %r: by_parameter (malloc of 24 bytes): promoted
; CHECK-LABEL: define void @by_parameter_of_caller(
; CHECK: call i32 @by_parameter.stackbound(ptr %v, ptr
define void @by_parameter_of_caller() {
  %v = alloca ptr
  store ptr null, ptr %v
  %r = call i32 @by_parameter(ptr %v)
  %p = load ptr, ptr %v
  call void @free(ptr %p)
  ret void
}
; Into an object on the heap that escapes.
; STATE: into_escaped: site %r: make (malloc of 24 bytes): kept
; CHECK-LABEL: define void @into_escaped(
; CHECK: call i32 @make(ptr %v)
define void @into_escaped() {
  %v = call ptr @malloc(i64 8)
  store ptr %v, ptr @g
  %r = call i32 @make(ptr %v)
  ret void
}

; struct buf { char *data; long size; }
define internal void @buf_init(ptr %b) {
  %p = call ptr @malloc(i64 64)
  store ptr %p, ptr %b
  %f = getelementptr i8, ptr %b, i64 8
  store i64 64, ptr %f
  ret void
}
define internal void @buf_free(ptr %b) {
  %p = load ptr, ptr %b
  call void @free(ptr %p)
  store ptr null, ptr %b
  ret void
}
; STATE: buffer: site %<unnamed>: buf_init (malloc of 64 bytes): promoted
; CHECK-LABEL: define void @buffer(
; CHECK: [[SLOT:%.*]] = alloca [64 x i8]
; CHECK: call void @buf_init.stackbound(ptr %b, ptr [[SLOT]])
; CHECK: call void @buf_free.stackbound(ptr %b)
define void @buffer() {
  %b = alloca [16 x i8]
  call void @buf_init(ptr %b)
  %p = load ptr, ptr %b
  store i8 1, ptr %p
  call void @buf_free(ptr %b)
  ret void
}
; In a loop whose iterations each have their own.
; STATE: buffer_in_loop: site %<unnamed>: buf_init (malloc of 64 bytes): promoted
; CHECK-LABEL: define void @buffer_in_loop(
; CHECK: loop:
; CHECK: call void @buf_init.stackbound(ptr %b, ptr
; CHECK: call void @buf_free.stackbound(ptr %b)
define void @buffer_in_loop(i32 %n) {
entry:
  %b = alloca [16 x i8]
  br label %loop
loop:
  %i = phi i32 [ 0, %entry ], [ %j, %loop ]
  call void @llvm.lifetime.start.p0(i64 16, ptr %b)
  call void @buf_init(ptr %b)
  %p = load ptr, ptr %b
  store i8 1, ptr %p
  call void @buf_free(ptr %b)
  call void @llvm.lifetime.end.p0(i64 16, ptr %b)
  %j = add i32 %i, 1
  %more = icmp ult i32 %j, %n
  br i1 %more, label %loop, label %done
done:
  ret void
}
; Two buffers are used in turn: an earlier object is still there.
; STATE: buffers_in_turn: site %<unnamed>: buf_init (malloc of 64 bytes): kept: in-loop
; CHECK-LABEL: define void @buffers_in_turn(
; CHECK: call void @buf_init(ptr
define void @buffers_in_turn(i32 %n) {
entry:
  %b = alloca [2 x [16 x i8]]
  br label %loop
loop:
  %i = phi i32 [ 0, %entry ], [ %j, %loop ]
  %k = and i32 %i, 1
  %e = getelementptr [16 x i8], ptr %b, i32 %k
  call void @buf_init(ptr %e)
  %p = load ptr, ptr %b
  call void @look(ptr %p)
  %j = add i32 %i, 1
  %more = icmp ult i32 %j, %n
  br i1 %more, label %loop, label %done
done:
  ret void
}

; By the result on one path only, and always through the variable: free(result) is not the end of
; the object when the result is null.
define internal ptr @two_ways(ptr %out, i1 %c) {
  %p = call ptr @malloc(i64 24)
  store ptr %p, ptr %out
  %r = select i1 %c, ptr %p, ptr null
  ret ptr %r
}
; STATE: handed_out_twice: site %q: two_ways (malloc of 24 bytes): promoted
; CHECK-LABEL: define void @handed_out_twice(
; CHECK: call ptr @two_ways.stackbound(ptr %v, i1 %c, ptr
; CHECK-NOT: call void @llvm.lifetime.end
; CHECK: call void @look(
define void @handed_out_twice(i1 %c) {
  %v = alloca ptr
  %q = call ptr @two_ways(ptr %v, i1 %c)
  call void @free(ptr %q)
  br i1 %c, label %out, label %use
use:
  %p = load ptr, ptr %v
  call void @look(ptr %p)
  call void @free(ptr %p)
  br label %out
out:
  ret void
}

; CHECK-LABEL: define internal i32 @make.stackbound(ptr %out, ptr {{.*}}%stackbound.slot)
; CHECK: store ptr %stackbound.slot, ptr %out
; CHECK-LABEL: define internal i32 @by_parameter.stackbound(ptr %v, ptr {{.*}}%stackbound.slot)
; CHECK: call i32 @make.stackbound(ptr %v, ptr %stackbound.slot)
; CHECK-LABEL: define internal void @buf_init.stackbound(ptr %b, ptr {{.*}}%stackbound.slot)
; CHECK: store ptr %stackbound.slot, ptr %b
; CHECK-LABEL: define internal void @buf_free.stackbound(ptr %b)
; CHECK-NOT: @free

@g = global ptr null
declare void @llvm.lifetime.start.p0(i64, ptr nocapture)
declare void @llvm.lifetime.end.p0(i64, ptr nocapture)
declare ptr @malloc(i64)
declare void @free(ptr)
declare void @look(ptr nocapture) nofree
