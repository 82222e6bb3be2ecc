; RUN: %h2s %s | FileCheck %s
;
; The call could take an undefined size; a branch on it must not.

; CHECK-LABEL: define void @f(
; CHECK: [[N:%.*]] = freeze i64 %n
; CHECK: icmp ule i64 [[N]], 256
define void @f(i64 %n) {
  %p = call ptr @my_alloc(i64 %n)
  call void @look(ptr %p)
  ret void
}

declare ptr @my_alloc(i64) allockind("alloc,uninitialized") allocsize(0) "alloc-family"="my"
declare void @look(ptr nocapture) nofree
