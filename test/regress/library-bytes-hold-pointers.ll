; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; The bytes that a library function passes on may be those of a pointer:
;   write(pipe, &p, sizeof p);

target triple = "x86_64-pc-linux-gnu"

; CHECK: f: site %p: malloc of 8 bytes: kept: passed-to-call: passed to 'write'
define void @f() {
  %m = alloca ptr
  %p = call ptr @malloc(i64 8)
  store ptr %p, ptr %m
  %n = call i64 @write(i32 3, ptr %m, i64 8)
  ret void
}

; Text is text.
; CHECK-NEXT: text: site %p: malloc of 8 bytes: promoted
define void @text() {
  %p = call ptr @malloc(i64 8)
  store i64 0, ptr %p
  %n = call i64 @write(i32 3, ptr %p, i64 8)
  call void @free(ptr %p)
  ret void
}

declare i64 @write(i32, ptr, i64)
declare ptr @malloc(i64)
declare void @free(ptr)
