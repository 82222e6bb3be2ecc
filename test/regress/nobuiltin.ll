; RUN: %h2s %s | FileCheck %s
;
; -fno-builtin, -fno-builtin-malloc, and calls that ask for the real function.

; CHECK-LABEL: define void @nobuiltin_call(
; CHECK: call ptr @malloc
; CHECK: call void @free
define void @nobuiltin_call() {
  %p = call ptr @malloc(i64 8) nobuiltin
  call void @free(ptr %p)
  ret void
}

; CHECK-LABEL: define void @nobuiltin_free(
; CHECK: call ptr @malloc
; CHECK: call void @free
define void @nobuiltin_free() {
  %p = call ptr @malloc(i64 8)
  call void @free(ptr %p) nobuiltin
  ret void
}

; CHECK-LABEL: define void @no_builtins(
; CHECK: call ptr @malloc
; CHECK: call void @free
define void @no_builtins() "no-builtins" {
  %p = call ptr @malloc(i64 8)
  call void @free(ptr %p)
  ret void
}

; CHECK-LABEL: define void @no_builtin_malloc(
; CHECK: call ptr @malloc
; CHECK: call void @free
define void @no_builtin_malloc() "no-builtin-malloc" {
  %p = call ptr @malloc(i64 8)
  call void @free(ptr %p)
  ret void
}

; CHECK-LABEL: define void @builtin(
; CHECK-NOT: @malloc
; CHECK-NOT: @free
; CHECK: ret void
define void @builtin() {
  %p = call ptr @malloc(i64 8)
  call void @free(ptr %p)
  ret void
}

declare noalias ptr @malloc(i64) allockind("alloc,uninitialized") allocsize(0) "alloc-family"="malloc"
declare void @free(ptr allocptr nocapture) allockind("free") "alloc-family"="malloc"
