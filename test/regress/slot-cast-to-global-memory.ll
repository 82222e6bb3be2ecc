; RUN: %h2s %s | FileCheck %s
;
; Memory of all lanes, which private memory is not: an address in another space than the generic
; one cannot come from an alloca's.
target datalayout = "e-p:64:64-p1:64:64-p2:32:32-p3:32:32-p4:64:64-p5:32:32-p6:32:32-i64:64-v16:16-v24:32-v32:32-n32:64-S32-A5-G1"
target triple = "amdgcn-amd-amdhsa"

; CHECK-LABEL: define void @global_memory(
; CHECK-NOT: addrspacecast
; CHECK: call ptr addrspace(1) @global_alloc(
; CHECK: ret void
define void @global_memory() {
  %p = call ptr addrspace(1) @global_alloc(i64 8)
  store i64 1, ptr addrspace(1) %p
  call void @global_free(ptr addrspace(1) %p)
  ret void
}

declare ptr addrspace(1) @global_alloc(i64) allockind("alloc,uninitialized") allocsize(0) "alloc-family"="global"
declare void @global_free(ptr addrspace(1) allocptr) allockind("free") "alloc-family"="global"
