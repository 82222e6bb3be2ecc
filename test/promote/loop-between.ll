; RUN: %h2s %s | FileCheck %s --implicit-check-not='{{(call|invoke) .*@(malloc|calloc|aligned_alloc|free|_Znwm|_ZdlPv)[(]}}'
; RUN: %opt -S %s | FileCheck %s --check-prefix=OFF
;
; A loop between allocation and free.

; CHECK-LABEL: define i64 @loop(
; CHECK-DAG: %stackbound.slot{{[0-9]*}} = alloca [64 x i8]
; OFF-LABEL: define i64 @loop(
; OFF: {{call|invoke}} ptr @malloc(
define i64 @loop(i64 %n) {
entry:
  %p = call ptr @malloc(i64 64)
  br label %loop
loop:
  %i = phi i64 [ 0, %entry ], [ %j, %loop ]
  %e = getelementptr i64, ptr %p, i64 %i
  store i64 %i, ptr %e
  %j = add i64 %i, 1
  %c = icmp ult i64 %j, 8
  br i1 %c, label %loop, label %done
done:
  %v = load i64, ptr %p
  call void @free(ptr %p)
  ret i64 %v
}

; CHECK-LABEL: define void @endless(
; CHECK-DAG: %stackbound.slot{{[0-9]*}} = alloca [8 x i8]
; OFF-LABEL: define void @endless(
; OFF: {{call|invoke}} ptr @malloc(
define void @endless() {
entry:
  %p = call ptr @malloc(i64 8)
  br label %loop
loop:
  call void @look(ptr %p)
  %c = call i1 @more()
  br i1 %c, label %loop, label %done
done:
  call void @free(ptr %p)
  ret void
}

; CHECK-LABEL: define void @inside(
; CHECK-DAG: %stackbound.slot{{[0-9]*}} = alloca [8 x i8]
; OFF-LABEL: define void @inside(
; OFF: {{call|invoke}} ptr @malloc(
define void @inside() {
entry:
  br label %loop
loop:
  %p = call ptr @malloc(i64 8)
  call void @look(ptr %p)
  call void @free(ptr %p)
  %c = call i1 @more()
  br i1 %c, label %loop, label %done
done:
  ret void
}

declare ptr @malloc(i64)
declare void @free(ptr)
declare void @look(ptr nocapture) nofree
declare i1 @more()
