; RUN: %h2s %s | FileCheck %s
; RUN: %escape %s 2>&1 | FileCheck --check-prefix=STATE %s
; RUN: %h2s -heap-to-stack-clone-budget=0 %s | FileCheck --check-prefix=OFF %s
;
; A callee frees its parameter: the call goes to a copy in which that free is gone. The rest of the
; destructor still runs, and the original stays for everybody else.
;
; OFF-NOT: stackbound

; CHECK-LABEL: define void @widget_free(ptr %w)
; CHECK: call void @log_end(
; CHECK: call void @free(ptr %w)
define void @widget_free(ptr %w) {
  %v = load i32, ptr %w
  call void @log_end(i32 %v)
  call void @free(ptr %w)
  ret void
}

; STATE: freed_by_callee: site %p: malloc of 8 bytes: promoted
; CHECK-LABEL: define void @freed_by_callee(
; CHECK: [[P:%.*]] = alloca [8 x i8]
; CHECK-NOT: @malloc
; CHECK: call void @widget_free.stackbound(ptr [[P]])
; CHECK-NEXT: ret void
define void @freed_by_callee() {
  %p = call ptr @malloc(i64 8)
  store i32 1, ptr %p
  call void @widget_free(ptr %p)
  ret void
}

; Another call site gets the same copy, also for an object of another size.
; CHECK-LABEL: define void @shares_the_copy(
; CHECK: call void @widget_free.stackbound(ptr
; CHECK-NEXT: ret void
define void @shares_the_copy() {
  %p = call ptr @malloc(i64 16)
  store i32 2, ptr %p
  call void @widget_free(ptr %p)
  ret void
}

; Null or the object: still nothing to free.
; CHECK-LABEL: define void @null_or_object(
; CHECK: call void @widget_free.stackbound(ptr
; CHECK: ret void
define void @null_or_object(i1 %c) {
  %p = call ptr @malloc(i64 8)
  store i32 1, ptr %p
  %q = select i1 %c, ptr %p, ptr null
  call void @widget_free(ptr %q)
  ret void
}

; The argument is not followed: the original.
; STATE: escaped: site %p: malloc of 8 bytes: kept: stored-to-global
; CHECK-LABEL: define void @escaped(
; CHECK: call ptr @malloc(
; CHECK: call void @widget_free(ptr %p)
define void @escaped() {
  %p = call ptr @malloc(i64 8)
  store ptr %p, ptr @g
  call void @widget_free(ptr %p)
  ret void
}

; Nothing of the caller's.
; CHECK-LABEL: define void @of_somebody_else(
; CHECK: call void @widget_free(ptr %p)
define void @of_somebody_else(ptr %p) {
  call void @widget_free(ptr %p)
  ret void
}

; Freed by a destructor whose body is unknown.
; STATE: freed_elsewhere: site %p: malloc of 8 bytes: kept: {{.*}}'unknown_free'
; CHECK-LABEL: define void @freed_elsewhere(
; CHECK: call ptr @malloc(
define void @freed_elsewhere() {
  %p = call ptr @malloc(i64 8)
  call void @unknown_free(ptr %p)
  ret void
}

; Freed twice on different paths: both calls go to the copy.
; CHECK-LABEL: define void @on_both_paths(
; CHECK: call void @widget_free.stackbound(
; CHECK: call void @widget_free.stackbound(
; CHECK: ret void
define void @on_both_paths(i1 %c) {
  %p = call ptr @malloc(i64 8)
  store i32 3, ptr %p
  br i1 %c, label %a, label %b
a:
  call void @widget_free(ptr %p)
  ret void
b:
  call void @widget_free(ptr %p)
  ret void
}

; In a loop: one slot, one copy.
; CHECK-LABEL: define void @in_loop(
; CHECK: alloca [8 x i8]
; CHECK: loop:
; CHECK-NOT: @malloc
; CHECK: call void @widget_free.stackbound(
; CHECK: ret void
define void @in_loop(i32 %n) {
entry:
  br label %loop
loop:
  %i = phi i32 [ 0, %entry ], [ %j, %loop ]
  %p = call ptr @malloc(i64 8)
  store i32 %i, ptr %p
  call void @widget_free(ptr %p)
  %j = add i32 %i, 1
  %more = icmp ult i32 %j, %n
  br i1 %more, label %loop, label %done
done:
  ret void
}

; The one copy.
; CHECK-LABEL: define internal void @widget_free.stackbound(ptr %w)
; CHECK-NEXT: load i32, ptr %w
; CHECK-NEXT: call void @log_end(
; CHECK-NEXT: ret void
; CHECK-NOT: define {{.*}}stackbound

@g = global ptr null
declare ptr @malloc(i64)
declare void @free(ptr)
declare void @log_end(i32)
declare void @unknown_free(ptr)
