; RUN: %h2s %s | FileCheck %s --implicit-check-not='{{(call|invoke) .*@(malloc|calloc|aligned_alloc|free|_Znwm|_ZdlPv)[(]}}'
; RUN: %opt -S %s | FileCheck %s --check-prefix=OFF
;
; A phi or select of two objects, and an object inside another.

; CHECK-LABEL: define i64 @selected(
; CHECK-DAG: %stackbound.slot{{[0-9]*}} = alloca [8 x i8]
; CHECK-DAG: %stackbound.slot{{[0-9]*}} = alloca [8 x i8]
; OFF-LABEL: define i64 @selected(
; OFF: {{call|invoke}} ptr @malloc(
define i64 @selected(i1 %c) {
  %p = call ptr @malloc(i64 8)
  %q = call ptr @malloc(i64 8)
  store i64 1, ptr %p
  store i64 2, ptr %q
  %r = select i1 %c, ptr %p, ptr %q
  %v = load i64, ptr %r
  call void @free(ptr %p)
  call void @free(ptr %q)
  ret i64 %v
}

; CHECK-LABEL: define i64 @joined(
; CHECK-DAG: %stackbound.slot{{[0-9]*}} = alloca [8 x i8]
; CHECK-DAG: %stackbound.slot{{[0-9]*}} = alloca [16 x i8]
; OFF-LABEL: define i64 @joined(
; OFF: {{call|invoke}} ptr @malloc(
define i64 @joined(i1 %c) {
  br i1 %c, label %left, label %right
left:
  %p = call ptr @malloc(i64 8)
  br label %join
right:
  %q = call ptr @malloc(i64 16)
  br label %join
join:
  %r = phi ptr [ %p, %left ], [ %q, %right ]
  store i64 1, ptr %r
  %v = load i64, ptr %r
  call void @free(ptr %r)
  ret i64 %v
}

; CHECK-LABEL: define i64 @linked(
; CHECK-DAG: %stackbound.slot{{[0-9]*}} = alloca [16 x i8]
; CHECK-DAG: %stackbound.slot{{[0-9]*}} = alloca [16 x i8]
; OFF-LABEL: define i64 @linked(
; OFF: {{call|invoke}} ptr @malloc(
define i64 @linked() {
  %p = call ptr @malloc(i64 16)
  %q = call ptr @malloc(i64 16)
  store ptr %q, ptr %p
  store ptr null, ptr %q
  %n = load ptr, ptr %p
  %f = getelementptr i8, ptr %n, i64 8
  store i64 1, ptr %f
  %v = load i64, ptr %f
  call void @free(ptr %q)
  call void @free(ptr %p)
  ret i64 %v
}

; CHECK-LABEL: define i64 @list_of_three(
; CHECK-DAG: %stackbound.slot{{[0-9]*}} = alloca [16 x i8]
; CHECK-DAG: %stackbound.slot{{[0-9]*}} = alloca [16 x i8]
; CHECK-DAG: %stackbound.slot{{[0-9]*}} = alloca [16 x i8]
; OFF-LABEL: define i64 @list_of_three(
; OFF: {{call|invoke}} ptr @malloc(
define i64 @list_of_three() {
entry:
  %a = call ptr @malloc(i64 16)
  %b = call ptr @malloc(i64 16)
  %c = call ptr @malloc(i64 16)
  store ptr %b, ptr %a
  store ptr %c, ptr %b
  store ptr null, ptr %c
  br label %loop
loop:
  %at = phi ptr [ %a, %entry ], [ %next, %loop ]
  %i = phi i64 [ 0, %entry ], [ %j, %loop ]
  %f = getelementptr i8, ptr %at, i64 8
  store i64 %i, ptr %f
  %next = load ptr, ptr %at
  %j = add i64 %i, 1
  %end = icmp eq ptr %next, null
  br i1 %end, label %release, label %loop
release:
  br label %frees
frees:
  %x = phi ptr [ %a, %release ], [ %y, %frees ]
  %y = load ptr, ptr %x
  call void @free(ptr %x)
  %last = icmp eq ptr %y, null
  br i1 %last, label %done, label %frees
done:
  ret i64 %j
}

declare ptr @malloc(i64)
declare void @free(ptr)
