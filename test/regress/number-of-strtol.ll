; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; strtol returns a number: no pointer into the string.

; CHECK: number_returned: site %p: malloc of 32 bytes: promoted
define i64 @number_returned() {
  %end = alloca ptr
  %p = call ptr @malloc(i64 32)
  store i64 0, ptr %p
  %n = call i64 @strtol(ptr %p, ptr %end, i32 10)
  call void @free(ptr %p)
  ret i64 %n
}

declare ptr @malloc(i64)
declare void @free(ptr)
declare i64 @strtol(ptr, ptr, i32)
