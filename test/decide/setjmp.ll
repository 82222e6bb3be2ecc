; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; After longjmp a local variable need not have its value any more; an object on the heap has.

; CHECK: calls_setjmp: site %p: malloc of 8 bytes: kept: setjmp: {{.*}}
define void @calls_setjmp(ptr %b) {
; CHECK-NEXT: calls_setjmp: param 0 %b: {{.*}}
  %p = call ptr @malloc(i64 8)
  %r = call i32 @_setjmp(ptr %b) returns_twice
  call void @look(ptr %p)
  call void @free(ptr %p)
  ret void
}

; By its declaration.
; CHECK-NEXT: calls_vfork: site %p: malloc of 8 bytes: kept: setjmp: {{.*}}
define void @calls_vfork() {
  %p = call ptr @malloc(i64 8)
  %r = call i32 @vfork()
  call void @free(ptr %p)
  ret void
}

; A caller of such a function has its own frame.
; CHECK-NEXT: calls_caller: site %p: malloc of 8 bytes: promoted
; CHECK-NEXT: calls_caller: param 0 %b: {{.*}}
define void @calls_caller(ptr %b) {
  %p = call ptr @malloc(i64 8)
  call void @calls_setjmp(ptr %b)
  call void @look(ptr %p)
  call void @free(ptr %p)
  ret void
}

; longjmp leaves the frame behind: nobody has the pointer.
; CHECK-NEXT: calls_longjmp: site %p: malloc of 8 bytes: promoted
; CHECK-NEXT: calls_longjmp: param 0 %b: {{.*}}
define void @calls_longjmp(ptr %b) {
  %p = call ptr @malloc(i64 8)
  call void @look(ptr %p)
  call void @longjmp(ptr %b, i32 1)
  unreachable
}

; Escapes win.
; CHECK-NEXT: calls_setjmp_and_returns: site %p: malloc of 8 bytes: kept: returned: returned
; CHECK-NEXT: calls_setjmp_and_returns: param 0 %b: {{.*}}
define ptr @calls_setjmp_and_returns(ptr %b) {
  %p = call ptr @malloc(i64 8)
  %r = call i32 @_setjmp(ptr %b) returns_twice
  ret ptr %p
}

declare i32 @_setjmp(ptr) returns_twice
declare i32 @vfork() returns_twice
declare void @longjmp(ptr, i32) noreturn
declare ptr @malloc(i64)
declare void @free(ptr)
declare void @look(ptr nocapture) nofree
