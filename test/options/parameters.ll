; RUN: %opt -S -passes='heap-to-stack' %s | FileCheck %s --check-prefixes=SMALL,LARGE,RUNTIME
; RUN: %opt -S -passes='heap-to-stack<>' %s | FileCheck %s --check-prefixes=SMALL,LARGE,RUNTIME
; RUN: %opt -S -passes='heap-to-stack<max-size=64>' %s | FileCheck %s --check-prefixes=SMALL,NOLARGE,RUNTIME
; RUN: %opt -S -passes='heap-to-stack<max-size=0>' %s | FileCheck %s --check-prefixes=NOSMALL,NOLARGE
; RUN: %opt -S -passes='heap-to-stack<guard-size=0>' %s | FileCheck %s --check-prefixes=SMALL,LARGE,NORUNTIME
; RUN: %opt -S -passes='heap-to-stack<guard-size=128>' %s | FileCheck %s --check-prefixes=SMALL,LARGE,RUNTIME128
; RUN: %opt -S -passes='heap-to-stack<frame-budget=64>' %s | FileCheck %s --check-prefixes=SMALL,NOLARGE,NORUNTIME
; RUN: %opt -S -passes='heap-to-stack<frame-budget=0>' %s | FileCheck %s --check-prefixes=NOSMALL,NOLARGE,NORUNTIME
; RUN: %opt -S -passes='heap-to-stack<max-size=64;guard-size=0;frame-budget=64;recursive-budget=64>' %s | FileCheck %s --check-prefixes=SMALL,NOLARGE,NORUNTIME
;
; The pass parameters.

; SMALL-LABEL: define void @small(
; SMALL: alloca [64 x i8]
; NOSMALL-LABEL: define void @small(
; NOSMALL: call ptr @malloc(i64 64)
define void @small() {
  %p = call ptr @malloc(i64 64)
  call void @look(ptr %p)
  ret void
}

; LARGE-LABEL: define void @large(
; LARGE: alloca [512 x i8]
; NOLARGE-LABEL: define void @large(
; NOLARGE: call ptr @malloc(i64 512)
define void @large() {
  %p = call ptr @malloc(i64 512)
  call void @look(ptr %p)
  ret void
}

; RUNTIME-LABEL: define void @runtime(
; RUNTIME: alloca [256 x i8]
; RUNTIME128-LABEL: define void @runtime(
; RUNTIME128: alloca [128 x i8]
; NORUNTIME-LABEL: define void @runtime(
; NORUNTIME-NOT: alloca
; NORUNTIME: call ptr @malloc(
define void @runtime(i64 %n) {
  %p = call ptr @malloc(i64 %n)
  call void @look(ptr %p)
  ret void
}

declare ptr @malloc(i64)
declare void @look(ptr nocapture) nofree
