; RUN: %h2s %s | FileCheck %s
;
; Which functions can call themselves through a pointer, and so have the small budget of recursion.

; Through a pointer: to functions of these parameters, whatever they return.
; CHECK-LABEL: define void @by_pointer(
; CHECK: call ptr @malloc(i64 513)
@table = global [3 x ptr] [ptr @by_pointer, ptr @by_variadic, ptr @of_others]
define void @by_pointer(i64 %n, ptr %f) {
  %p = call ptr @malloc(i64 513)
  call void @look(ptr %p)
  %r = call i32 %f(i64 %n, ptr %f)
  ret void
}
; CHECK-LABEL: define void @by_variadic(
; CHECK: call ptr @malloc(i64 514)
define void @by_variadic(i64 %n) {
  %p = call ptr @malloc(i64 514)
  call void @look(ptr %p)
  %f = load ptr, ptr @table
  call void (...) %f(i64 %n)
  ret void
}
; CHECK-LABEL: define void @of_others(
; CHECK-NOT: call ptr @malloc(
define void @of_others(i32 %n) {
  %p = call ptr @malloc(i64 515)
  call void @look(ptr %p)
  %f = load ptr, ptr @table
  %m = zext i32 %n to i64
  call void %f(i64 %m, ptr %f, ptr null)
  ret void
}

declare ptr @malloc(i64)
declare void @look(ptr nocapture) nofree
