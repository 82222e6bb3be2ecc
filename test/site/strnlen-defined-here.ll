; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s | FileCheck --check-prefix=AFTER %s
;
; A function of the program's own that is called like the one that would measure the string.

; CHECK: f: site %p: strndup of run-time size: kept: unknown-size: {{.*}}
; CHECK: g: site %p: strdup of run-time size: kept: unknown-size: {{.*}}
; AFTER-LABEL: define void @f(
; AFTER-NOT: @strnlen
; AFTER: ret void
define void @f(ptr %s, i64 %n) {
  %p = call ptr @strndup(ptr %s, i64 %n)
  call void @free(ptr %p)
  ret void
}

; AFTER-LABEL: define void @g(
; AFTER-NOT: @strlen
; AFTER: ret void
define void @g(ptr %s) {
  %p = call ptr @strdup(ptr %s)
  call void @free(ptr %p)
  ret void
}

define internal i64 @strnlen(ptr %s, i64 %n) {
  ret i64 0
}

define internal i64 @strlen(ptr %s) {
  ret i64 0
}

declare ptr @strdup(ptr)
declare ptr @strndup(ptr, i64)
declare void @free(ptr)
