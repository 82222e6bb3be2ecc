; RUN: %opt -S -passes='heap-to-stack<limit=0>' %s | FileCheck %s --check-prefixes=NO1,NO2,NO3
; RUN: %opt -S -passes='heap-to-stack<limit=1>' %s | FileCheck %s --check-prefixes=YES1,NO2,NO3
; RUN: %opt -S -passes='heap-to-stack<limit=2>' %s | FileCheck %s --check-prefixes=YES1,YES2,NO3
; RUN: %opt -S -passes='heap-to-stack<limit=3>' %s | FileCheck %s --check-prefixes=YES1,YES2,YES3
; RUN: %opt -S -heap-to-stack-limit=2 -passes='heap-to-stack' %s | FileCheck %s --check-prefixes=YES1,YES2,NO3
; RUN: %opt -S -passes='heap-to-stack' %s | FileCheck %s --check-prefixes=YES1,YES2,YES3
; RUN: %opt -disable-output -heap-to-stack-limit=1 -passes='print<escape>' %s 2>&1 | FileCheck %s --check-prefix=PRINT
;
; Only so many objects move, in program order: to find the one that a program does not survive.

; PRINT: first: site %p: malloc of 8 bytes: promoted
; PRINT: second: site %p: malloc of 16 bytes: kept: disabled: {{.*}}heap-to-stack-limit
; PRINT: third: site %p: malloc of 24 bytes: kept: disabled: {{.*}}heap-to-stack-limit

; YES1: alloca [8 x i8]
; NO1: call ptr @malloc(i64 8)
define void @first() {
  %p = call ptr @malloc(i64 8)
  call void @look(ptr %p)
  ret void
}

; One that stays does not count.
define ptr @returned() {
  %p = call ptr @malloc(i64 12)
  ret ptr %p
}

; YES2: alloca [16 x i8]
; NO2: call ptr @malloc(i64 16)
define void @second() {
  %p = call ptr @malloc(i64 16)
  call void @look(ptr %p)
  ret void
}

; YES3: alloca [24 x i8]
; NO3: call ptr @malloc(i64 24)
define void @third() {
  %p = call ptr @malloc(i64 24)
  call void @look(ptr %p)
  ret void
}

declare ptr @malloc(i64)
declare void @look(ptr nocapture) nofree
