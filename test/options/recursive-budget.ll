; RUN: %opt -S -passes='heap-to-stack' %s | FileCheck %s --check-prefix=KEPT
; RUN: %opt -S -passes='heap-to-stack<recursive-budget=512>' %s | FileCheck %s --check-prefix=MOVED
; RUN: %opt -S -heap-to-stack-recursive-budget=512 -passes='heap-to-stack' %s | FileCheck %s --check-prefix=MOVED
; RUN: %opt -S -passes='heap-to-stack<recursive-budget=512;frame-budget=128>' %s | FileCheck %s --check-prefix=KEPT
;
; The budget of recursive functions; the frame's is for them, too.

; KEPT: call ptr @malloc(i64 512)
; MOVED-NOT: call ptr @malloc(
define void @recursive(i64 %n) {
  %p = call ptr @malloc(i64 512)
  call void @look(ptr %p)
  %m = sub i64 %n, 1
  call void @recursive(i64 %m)
  ret void
}

declare ptr @malloc(i64)
declare void @look(ptr nocapture) nofree
