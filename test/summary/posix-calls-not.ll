; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; The typed rows of libcalls.def: what they do not say.
target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128"
target triple = "x86_64-unknown-linux-gnu"

declare ptr @malloc(i64)
declare void @free(ptr)

; A function of the program's own that has the name, but another type.
; CHECK: other_type: site %p: malloc of 64 bytes: kept: passed-to-call: passed to 'send'{{.*}}
declare void @send(ptr)
define void @other_type() {
  %p = call ptr @malloc(i64 64)
  call void @send(ptr %p)
  call void @free(ptr %p)
  ret void
}

; CHECK-NEXT: other_width: site %p: malloc of 64 bytes: kept: passed-to-call: passed to 'recv'{{.*}}
declare i32 @recv(i32, ptr, i64, i32)
define void @other_width() {
  %p = call ptr @malloc(i64 64)
  %r = call i32 @recv(i32 0, ptr %p, i64 64, i32 0)
  call void @free(ptr %p)
  ret void
}

; CHECK-NEXT: one_more: site %p: malloc of 64 bytes: kept: passed-to-call: passed to 'poll'{{.*}}
declare i32 @poll(ptr, i64, i32, i32)
define void @one_more() {
  %p = call ptr @malloc(i64 64)
  %r = call i32 @poll(ptr %p, i64 1, i32 0, i32 0)
  call void @free(ptr %p)
  ret void
}

; CHECK-NEXT: variadic: site %p: malloc of 64 bytes: kept: passed-to-call: passed to 'time'{{.*}}
declare i64 @time(ptr, ...)
define void @variadic() {
  %p = call ptr @malloc(i64 64)
  %r = call i64 (ptr, ...) @time(ptr %p)
  call void @free(ptr %p)
  ret void
}

; CHECK-NEXT: no_builtin: site %p: malloc of 64 bytes: kept: passed-to-call: passed to 'chdir'{{.*}}
declare i32 @chdir(ptr)
define void @no_builtin() {
  %p = call ptr @malloc(i64 64)
  %r = call i32 @chdir(ptr %p) nobuiltin
  call void @free(ptr %p)
  ret void
}

; The message moves, the buffer that it points to does not: what is in it may be sent.
; CHECK-NEXT: message: site %m: malloc of 56 bytes: promoted
; CHECK-NEXT: message: site %b: malloc of 64 bytes: kept: passed-to-call: passed to 'sendmsg'{{.*}}
declare i64 @sendmsg(i32, ptr, i32)
define void @message() {
  %m = call ptr @malloc(i64 56)
  %b = call ptr @malloc(i64 64)
  store ptr %b, ptr %m
  %r = call i64 @sendmsg(i32 3, ptr %m, i32 0)
  call void @free(ptr %b)
  call void @free(ptr %m)
  ret void
}

; regfree gives up a table that the program put there.
; CHECK-NEXT: table: site %re: malloc of 64 bytes: promoted
; CHECK-NEXT: table: site %t: malloc of 256 bytes: kept: passed-to-call: passed to 'regfree'{{.*}}
declare void @regfree(ptr)
define void @table() {
  %re = call ptr @malloc(i64 64)
  %t = call ptr @malloc(i64 256)
  %field = getelementptr i8, ptr %re, i64 32
  store ptr %t, ptr %field
  call void @regfree(ptr %re)
  call void @free(ptr %re)
  ret void
}

; What lies before a buffer is not sent with it.
; CHECK-NEXT: behind: site %m: malloc of 56 bytes: promoted
; CHECK-NEXT: behind: site %b: malloc of 64 bytes: promoted
declare i64 @pwrite(i32, ptr, i64, i64)
define void @behind() {
  %m = call ptr @malloc(i64 56)
  %b = call ptr @malloc(i64 64)
  store ptr %b, ptr %m
  %bytes = getelementptr i8, ptr %m, i64 8
  %r = call i64 @pwrite(i32 3, ptr %bytes, i64 8, i64 0)
  call void @free(ptr %b)
  call void @free(ptr %m)
  ret void
}

; CHECK-NEXT: into: site %p: malloc of 64 bytes: kept: returned{{.*}}
declare ptr @dirname(ptr)
define ptr @into() {
  %p = call ptr @malloc(i64 64)
  %r = call ptr @dirname(ptr %p)
  ret ptr %r
}

; sscanf stores numbers and text through its arguments; the text is the first's.
; CHECK-NEXT: scanned: site %p: malloc of 8 bytes: promoted
; CHECK-NEXT: scanned: site %text: malloc of 64 bytes: promoted
; CHECK-NEXT: scanned: site %inside: malloc of 32 bytes: kept: passed-to-call: passed to '__isoc99_sscanf'{{.*}}
declare i32 @__isoc99_sscanf(ptr, ptr, ...)
define i32 @scanned(ptr %format) {
  %p = call ptr @malloc(i64 8)
  %text = call ptr @malloc(i64 64)
  %inside = call ptr @malloc(i64 32)
  store ptr %inside, ptr %text
  %r = call i32 (ptr, ptr, ...) @__isoc99_sscanf(ptr %text, ptr %format, ptr %p)
  call void @free(ptr %inside)
  call void @free(ptr %text)
  call void @free(ptr %p)
  ret i32 %r
}
