; RUN: %h2s %s | FileCheck %s --implicit-check-not='{{(call|invoke) .*@(malloc|calloc|aligned_alloc|free|_Znwm|_ZdlPv)[(]}}'
; RUN: %opt -S %s | FileCheck %s --check-prefix=OFF
;
; goto out: one block frees what was allocated so far.

; CHECK-LABEL: define i32 @goto_out(
; CHECK-DAG: %stackbound.slot{{[0-9]*}} = alloca [16 x i8]
; CHECK-DAG: %stackbound.slot{{[0-9]*}} = alloca [24 x i8]
; CHECK-DAG: %stackbound.slot{{[0-9]*}} = alloca [32 x i8]
; OFF-LABEL: define i32 @goto_out(
; OFF: {{call|invoke}} ptr @malloc(
define i32 @goto_out() {
entry:
  %a = call ptr @malloc(i64 16)
  %no_a = icmp eq ptr %a, null
  br i1 %no_a, label %out, label %second
second:
  %b = call ptr @malloc(i64 24)
  %no_b = icmp eq ptr %b, null
  br i1 %no_b, label %out, label %third
third:
  %c = call ptr @malloc(i64 32)
  %no_c = icmp eq ptr %c, null
  br i1 %no_c, label %out, label %work
work:
  %x = call i32 @fails(ptr %a)
  %y = call i32 @fails(ptr %b)
  %z = call i32 @fails(ptr %c)
  br label %out
out:
  %fa = phi ptr [ %a, %entry ], [ %a, %second ], [ %a, %third ], [ %a, %work ]
  %fb = phi ptr [ null, %entry ], [ %b, %second ], [ %b, %third ], [ %b, %work ]
  %fc = phi ptr [ null, %entry ], [ null, %second ], [ %c, %third ], [ %c, %work ]
  %r = phi i32 [ -1, %entry ], [ -1, %second ], [ -1, %third ], [ %z, %work ]
  call void @free(ptr %fc)
  call void @free(ptr %fb)
  call void @free(ptr %fa)
  ret i32 %r
}

; CHECK-LABEL: define i32 @variables(
; CHECK-DAG: %stackbound.slot{{[0-9]*}} = alloca [16 x i8]
; CHECK-DAG: %stackbound.slot{{[0-9]*}} = alloca [24 x i8]
; OFF-LABEL: define i32 @variables(
; OFF: {{call|invoke}} ptr @malloc(
define i32 @variables() {
entry:
  %va = alloca ptr
  %vb = alloca ptr
  store ptr null, ptr %va
  store ptr null, ptr %vb
  %a = call ptr @malloc(i64 16)
  store ptr %a, ptr %va
  %bad = call i32 @fails(ptr %a)
  %is_bad = icmp ne i32 %bad, 0
  br i1 %is_bad, label %out, label %second
second:
  %b = call ptr @malloc(i64 24)
  store ptr %b, ptr %vb
  call void @look(ptr %b)
  br label %out
out:
  %fa = load ptr, ptr %va
  %fb = load ptr, ptr %vb
  call void @free(ptr %fa)
  call void @free(ptr %fb)
  ret i32 %bad
}

declare ptr @malloc(i64)
declare void @free(ptr)
declare void @look(ptr nocapture) nofree
declare i32 @fails(ptr nocapture) nofree
