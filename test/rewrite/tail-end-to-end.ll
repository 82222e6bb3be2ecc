; RUN: %opt -S -passes='heap-to-stack,default<O2>' %s | FileCheck %s
;
; With a stale `tail` marker the store in the callee is dead, and the function returns undef.

; CHECK-LABEL: define{{.*}} i64 @passed(
; CHECK: ret i64 42
define i64 @passed() {
  %p = call ptr @malloc(i64 8)
  tail call void @set(ptr %p)
  %v = load i64, ptr %p
  ret i64 %v
}

define internal void @set(ptr %x) {
  store i64 42, ptr %x
  ret void
}
declare ptr @malloc(i64)
