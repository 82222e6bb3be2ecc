; RUN: %h2s %s | FileCheck %s
; RUN: %escape %s 2>&1 | FileCheck --check-prefix=STATE %s
;
; Makers of which no copy is made, each beside its nearest neighbour that is copied.

; The constructor registers the object as well.
define ptr @registered(ptr %unused) {
  %p = call ptr @malloc(i64 16)
  %head = load ptr, ptr @registry
  store ptr %head, ptr %p
  store ptr %p, ptr @registry
  ret ptr %p
}
define ptr @registered_not(ptr %unused) {
  %p = call ptr @malloc(i64 16)
  %head = load ptr, ptr @registry
  store ptr %head, ptr %p
  ret ptr %p
}
; STATE: registered: site %p: malloc of 16 bytes: kept: stored-to-global: stored to global 'registry'
; STATE: in_registry: site %q: registered_not (malloc of 16 bytes): promoted
; CHECK-LABEL: define void @in_registry(
; CHECK: call ptr @registered(ptr null)
; CHECK: call ptr @registered_not.stackbound(ptr null, ptr
define void @in_registry() {
  %p = call ptr @registered(ptr null)
  call void @free(ptr %p)
  %q = call ptr @registered_not(ptr null)
  call void @free(ptr %q)
  ret void
}

; On one path only.
define ptr @sometimes_registered(i1 %c) {
  %p = call ptr @malloc(i64 16)
  br i1 %c, label %put, label %out
put:
  store ptr %p, ptr @registry
  br label %out
out:
  ret ptr %p
}
; CHECK-LABEL: define void @perhaps_in_registry(
; CHECK: call ptr @sometimes_registered(i1
define void @perhaps_in_registry(i1 %c) {
  %p = call ptr @sometimes_registered(i1 %c)
  ret void
}

; The site runs more than once in one call: a list.
define ptr @in_loop(i32 %n) {
entry:
  br label %loop
loop:
  %i = phi i32 [ 0, %entry ], [ %j, %loop ]
  %list = phi ptr [ null, %entry ], [ %p, %loop ]
  %p = call ptr @malloc(i64 16)
  store ptr %list, ptr %p
  %j = add i32 %i, 1
  %more = icmp ult i32 %j, %n
  br i1 %more, label %loop, label %done
done:
  ret ptr %p
}
; Behind a loop.
define ptr @behind_loop(i32 %n) {
entry:
  br label %loop
loop:
  %i = phi i32 [ 0, %entry ], [ %j, %loop ]
  %j = add i32 %i, 1
  %more = icmp ult i32 %j, %n
  br i1 %more, label %loop, label %done
done:
  %p = call ptr @malloc(i64 16)
  ret ptr %p
}
; CHECK-LABEL: define void @list(
; CHECK: call ptr @in_loop(i32 %n)
; CHECK: call ptr @behind_loop.stackbound(i32 %n, ptr
define void @list(i32 %n) {
  %p = call ptr @in_loop(i32 %n)
  call void @look(ptr %p)
  %q = call ptr @behind_loop(i32 %n)
  call void @free(ptr %q)
  ret void
}
; A maker that calls a maker in a loop.
define ptr @calls_in_loop(i32 %n) {
entry:
  br label %loop
loop:
  %i = phi i32 [ 0, %entry ], [ %j, %loop ]
  %list = phi ptr [ null, %entry ], [ %p, %loop ]
  %p = call ptr @behind_loop(i32 1)
  store ptr %list, ptr %p
  %j = add i32 %i, 1
  %more = icmp ult i32 %j, %n
  br i1 %more, label %loop, label %done
done:
  ret ptr %p
}
; CHECK-LABEL: define void @list_of_calls(
; CHECK: call ptr @calls_in_loop(i32 %n)
define void @list_of_calls(i32 %n) {
  %p = call ptr @calls_in_loop(i32 %n)
  call void @look(ptr %p)
  ret void
}

; A constructor that calls itself: a tree.
define ptr @tree(i32 %n) {
  %leaf = icmp eq i32 %n, 0
  br i1 %leaf, label %none, label %node
none:
  ret ptr null
node:
  %p = call ptr @malloc(i64 16)
  %m = sub i32 %n, 1
  %child = call ptr @tree(i32 %m)
  store ptr %child, ptr %p
  ret ptr %p
}
; CHECK-LABEL: define void @grows_tree(
; CHECK: call ptr @tree(i32 %n)
define void @grows_tree(i32 %n) {
  %p = call ptr @tree(i32 %n)
  call void @look(ptr %p)
  ret void
}

; Kinds of functions.
define ptr @plain(i32 %n) {
  %p = call ptr @malloc(i64 16)
  ret ptr %p
}
define ptr @variadic(i32 %n, ...) {
  %p = call ptr @malloc(i64 16)
  ret ptr %p
}
define ptr @unoptimised(i32 %n) noinline optnone {
  %p = call ptr @malloc(i64 16)
  ret ptr %p
}
define weak ptr @weakly(i32 %n) {
  %p = call ptr @malloc(i64 16)
  ret ptr %p
}
define weak_odr ptr @weak_odr(i32 %n) {
  %p = call ptr @malloc(i64 16)
  ret ptr %p
}
define ptr @turned_off(i32 %n) "heap-to-stack"="off" {
  %p = call ptr @malloc(i64 16)
  ret ptr %p
}
define ptr @watched(i32 %n) sanitize_address {
  %p = call ptr @malloc(i64 16)
  ret ptr %p
}
define ptr @duplicates_nothing(i32 %n) {
  %p = call ptr @malloc(i64 16)
  call void @once() noduplicate
  ret ptr %p
}
define ptr @returns_twice(i32 %n) {
  %p = call ptr @malloc(i64 16)
  %r = call i32 @setjmp(ptr @buffer) returns_twice
  ret ptr %p
}
define ptr @with_musttail(i32 %n) {
  %c = icmp eq i32 %n, 0
  br i1 %c, label %a, label %b
a:
  %r = musttail call ptr @plain(i32 %n)
  ret ptr %r
b:
  %p = call ptr @malloc(i64 16)
  ret ptr %p
}
; CHECK-LABEL: define void @kinds(
; CHECK: call ptr @plain.stackbound(i32 1, ptr
; CHECK: call ptr (i32, ...) @variadic(i32 1)
; CHECK: call ptr @unoptimised(i32 1)
; CHECK: call ptr @weakly(i32 1)
; CHECK: call ptr @weak_odr{{.*}}(i32 1
; CHECK: call ptr @turned_off(i32 1)
; CHECK: call ptr @watched(i32 1)
; CHECK: call ptr @duplicates_nothing(i32 1)
; CHECK: call ptr @returns_twice(i32 1)
; CHECK: call ptr @with_musttail(i32 1)
; CHECK: ret void
define void @kinds() {
  %a = call ptr @plain(i32 1)
  call void @free(ptr %a)
  %b = call ptr (i32, ...) @variadic(i32 1)
  call void @free(ptr %b)
  %c = call ptr @unoptimised(i32 1)
  call void @free(ptr %c)
  %d = call ptr @weakly(i32 1)
  call void @free(ptr %d)
  %e = call ptr @weak_odr(i32 1)
  call void @free(ptr %e)
  %f = call ptr @turned_off(i32 1)
  call void @free(ptr %f)
  %g = call ptr @watched(i32 1)
  call void @free(ptr %g)
  %h = call ptr @duplicates_nothing(i32 1)
  call void @free(ptr %h)
  %i = call ptr @returns_twice(i32 1)
  call void @free(ptr %i)
  %j = call ptr @with_musttail(i32 1)
  call void @free(ptr %j)
  ret void
}

; Kinds of calls.
; CHECK-LABEL: define ptr @by_musttail(
; CHECK: musttail call ptr @plain(
define ptr @by_musttail(i32 %n) {
  %p = musttail call ptr @plain(i32 %n)
  ret ptr %p
}
; CHECK-LABEL: define void @with_bundle(
; CHECK: call ptr @plain(i32 1) [ "deopt"(i32 %x) ]
define void @with_bundle(i32 %x) {
  %p = call ptr @plain(i32 1) [ "deopt"(i32 %x) ]
  call void @free(ptr %p)
  ret void
}
; CHECK-LABEL: define void @through_pointer(
; CHECK: call ptr %f(i32 1)
define void @through_pointer(ptr %f) {
  %p = call ptr %f(i32 1)
  call void @free(ptr %p)
  ret void
}
; CHECK-LABEL: define void @with_other_type(
; CHECK: call ptr @plain(i64 1)
define void @with_other_type() {
  %p = call ptr @plain(i64 1)
  call void @free(ptr %p)
  ret void
}
; CHECK-LABEL: define void @with_other_convention(
; CHECK: call fastcc ptr @plain(i32 1)
define void @with_other_convention() {
  %p = call fastcc ptr @plain(i32 1)
  call void @free(ptr %p)
  ret void
}

; The caller is left alone.
; CHECK-LABEL: define void @caller_off(
; CHECK: call ptr @plain(i32 1)
define void @caller_off() "heap-to-stack"="off" {
  %p = call ptr @plain(i32 1)
  call void @free(ptr %p)
  ret void
}
; CHECK-LABEL: define void @caller_with_setjmp(
; CHECK: call ptr @plain(i32 1)
define void @caller_with_setjmp() {
  %r = call i32 @setjmp(ptr @buffer) returns_twice
  %p = call ptr @plain(i32 1)
  call void @free(ptr %p)
  ret void
}

@registry = global ptr null
@buffer = global [256 x i8] zeroinitializer
declare ptr @malloc(i64)
declare void @free(ptr)
declare void @once()
declare i32 @setjmp(ptr) returns_twice
declare void @look(ptr nocapture) nofree
