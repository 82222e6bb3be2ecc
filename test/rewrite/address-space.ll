; RUN: %h2s %s | FileCheck %s
;
; On GPUs allocas live in an address space of their own.
target datalayout = "e-p:64:64-p1:64:64-p2:32:32-p3:32:32-p4:64:64-p5:32:32-p6:32:32-i64:64-v16:16-v24:32-v32:32-n32:64-S32-A5-G1"
target triple = "amdgcn-amd-amdhsa"

; CHECK-LABEL: define i64 @in_generic(
; CHECK: [[SLOT:%.*]] = alloca [8 x i8], align 16, addrspace(5)
; CHECK: [[P:%.*]] = addrspacecast ptr addrspace(5) [[SLOT]] to ptr
; CHECK: llvm.lifetime.start.p5({{.*}}ptr addrspace(5) [[SLOT]])
; CHECK: store i64 1, ptr [[P]]
; CHECK: load i64, ptr [[P]]
; CHECK: llvm.lifetime.end.p5({{.*}}ptr addrspace(5) [[SLOT]])
; CHECK: ret i64
define i64 @in_generic() {
  %p = call ptr @device_alloc(i64 8)
  store i64 1, ptr %p
  %v = load i64, ptr %p
  call void @device_free(ptr %p)
  ret i64 %v
}

; CHECK-LABEL: define i64 @zeroed(
; CHECK: addrspacecast
; CHECK: llvm.memset.p0
; CHECK: ret i64
define i64 @zeroed() {
  %p = call ptr @device_zalloc(i64 8)
  %v = load i64, ptr %p
  call void @device_free(ptr %p)
  ret i64 %v
}

; Freed or not, by a choice.
; CHECK-LABEL: define void @chosen(
; CHECK: icmp eq ptr
; CHECK: call void @device_free(
; CHECK: ret void
define void @chosen(i1 %c, ptr %other) {
  %p = call ptr @device_alloc(i64 8)
  %q = select i1 %c, ptr %p, ptr %other
  call void @device_free(ptr %q)
  ret void
}

declare ptr @device_alloc(i64) allockind("alloc,uninitialized") allocsize(0) "alloc-family"="device"
declare ptr @device_zalloc(i64) allockind("alloc,zeroed") allocsize(0) "alloc-family"="device"
declare void @device_free(ptr allocptr) allockind("free") "alloc-family"="device"
