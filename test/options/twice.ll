; RUN: %opt -verify-each -S -passes='heap-to-stack,heap-to-stack' %s | FileCheck %s
; RUN: %opt -verify-each -S -passes='heap-to-stack<max-size=8>,heap-to-stack<max-size=64>' %s | FileCheck %s
; RUN: %opt -verify-each -S -passes='print<escape>,heap-to-stack,print<escape>' %s 2>/dev/null | FileCheck %s
;
; Run again, the pass finds what it left: nothing.

; CHECK-LABEL: define void @small(
; CHECK-NEXT: alloca [8 x i8]
; CHECK-NOT: alloca
; CHECK: ret void
define void @small() {
  %p = call ptr @malloc(i64 8)
  call void @look(ptr %p)
  call void @free(ptr %p)
  ret void
}

; CHECK-LABEL: define void @large(
; CHECK-NEXT: alloca [64 x i8]
; CHECK-NOT: alloca
; CHECK: ret void
define void @large() {
  %p = call ptr @malloc(i64 64)
  call void @look(ptr %p)
  call void @free(ptr %p)
  ret void
}

; The heap's part of a guarded slot gets no slot of its own.
; CHECK-LABEL: define void @guarded(
; CHECK-NEXT: alloca [256 x i8]
; CHECK-NOT: alloca
; CHECK: ret void
define void @guarded(i64 %n) {
  %p = call ptr @calloc(i64 %n, i64 4)
  call void @look(ptr %p)
  call void @free(ptr %p)
  ret void
}

declare ptr @malloc(i64)
declare ptr @calloc(i64, i64)
declare void @free(ptr)
declare void @look(ptr nocapture) nofree
