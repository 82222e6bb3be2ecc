; What an earlier run made of a guarded object is no fault of the later one's; require-fixed sees it, too.
; And code that is never reached is nobody's.
;
; RUN: %opt -verify-each -disable-output -passes='heap-to-stack,heap-to-stack<require=guarded>' %s
; RUN: %opt -verify-each -S -passes=heap-to-stack %s | sed 's/@guarded(i64 %n)/& "heap-to-stack"="require-fixed"/' >%t.ll
; RUN: not %opt -disable-output -passes=heap-to-stack %t.ll 2>&1 | FileCheck %s
; CHECK: error: {{.*}}malloc of run-time size moves to the stack only when it is small at run time, but 'guarded' requires it always
;
; RUN: %opt -disable-output -passes='heap-to-stack<require=unreached>' %s
; RUN: not %opt -disable-output -passes='heap-to-stack<require=reached>' %s 2>&1 | FileCheck --check-prefix=REACHED %s
; REACHED: error: {{.*}}malloc of 8 bytes stays on the heap, but 'reached' requires the stack

define i8 @guarded(i64 %n) {
  %p = call ptr @malloc(i64 %n)
  store i8 1, ptr %p
  call void @look(ptr %p)
  %r = load i8, ptr %p
  call void @free(ptr %p)
  ret i8 %r
}

define void @unreached() {
  ret void
never:
  %p = call ptr @malloc(i64 8)
  call void @keep(ptr %p)
  ret void
}

define void @reached() {
  %p = call ptr @malloc(i64 8)
  call void @keep(ptr %p)
  ret void
}

declare ptr @malloc(i64)
declare void @free(ptr)
declare void @look(ptr nocapture) nofree
declare void @keep(ptr)
