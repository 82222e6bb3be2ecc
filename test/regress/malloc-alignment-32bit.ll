; RUN: %opt -S -passes=heap-to-stack -mtriple=riscv32-unknown-elf -data-layout=e-m:e-p:32:32-i64:64-n32-S128 %s | FileCheck %s --check-prefix=A16
; RUN: %opt -S -passes=heap-to-stack -mtriple=wasm32-wasi -data-layout=e-m:e-p:32:32-i64:64-n32:64-S128 %s | FileCheck %s --check-prefix=A16
; RUN: %opt -S -passes=heap-to-stack -mtriple=i386-unknown-linux-gnu -data-layout=e-m:e-p:32:32-f64:32:64-f80:32-n8:16:32-S128 %s | FileCheck %s --check-prefix=A16
; RUN: %opt -S -passes=heap-to-stack -mtriple=armv7-none-eabi -data-layout=e-m:e-p:32:32-Fi8-i64:64-v128:64:128-a:0:32-n32-S64 %s | FileCheck %s --check-prefix=A8
; RUN: %opt -S -passes=heap-to-stack -mtriple=x86_64-unknown-linux-gnu -data-layout=e-m:e-i64:64-n8:16:32:64-S128 %s | FileCheck %s --check-prefix=A16
;
; What malloc promises depends on the target.

; A16: alloca [24 x i8], align 16
; A8: alloca [24 x i8], align 8
define void @f() {
  %p = call ptr @my_alloc(i32 24)
  call void @look(ptr %p)
  ret void
}

declare ptr @my_alloc(i32) allockind("alloc,uninitialized") allocsize(0) "alloc-family"="malloc"
declare void @look(ptr nocapture) nofree
