; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; 32-bit targets have other names.
target datalayout = "e-m:e-p:32:32-p270:32:32-p271:32:32-p272:64:64-i128:128-f64:32:64-f80:32-n8:16:32-S128"
target triple = "i386-unknown-linux-gnu"

; CHECK: new: site %p: operator new of 24 bytes: promoted
define void @new() {
  %p = call ptr @_Znwj(i32 24) builtin
  call void @_ZdlPv(ptr %p) builtin
  ret void
}

; CHECK-NEXT: array_new: site %p: operator new[] of 24 bytes: promoted
define void @array_new() {
  %p = call ptr @_Znaj(i32 24) builtin
  call void @_ZdaPvj(ptr %p, i32 24) builtin
  ret void
}

; CHECK-NEXT: in_c: site %p: malloc of 24 bytes: promoted
define void @in_c() {
  %p = call ptr @malloc(i32 24)
  call void @free(ptr %p)
  ret void
}

; More than half of the address space.
; CHECK-NEXT: huge: site %p: malloc of 4294967295 bytes: kept: too-large: {{.*}}
define void @huge() {
  %p = call ptr @malloc(i32 -1)
  call void @free(ptr %p)
  ret void
}

; 3 * 2^31 does not fit.
; CHECK-NEXT: overflow: site %p: calloc of run-time size: {{kept: too-large: .*|promoted when at most 256 bytes}}
define void @overflow() {
  %p = call ptr @calloc(i32 -2147483648, i32 3)
  call void @free(ptr %p)
  ret void
}

declare ptr @_Znwj(i32)
declare ptr @_Znaj(i32)
declare void @_ZdlPv(ptr)
declare void @_ZdaPvj(ptr, i32)
declare ptr @malloc(i32)
declare ptr @calloc(i32, i32)
declare void @free(ptr)
