; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; Objects up to 1024 bytes move.

; CHECK: at_the_limit: site %p: malloc of 1024 bytes: promoted
define void @at_the_limit() {
  %p = call ptr @malloc(i64 1024)
  call void @look(ptr %p)
  ret void
}

; CHECK-NEXT: over_the_limit: site %p: malloc of 1025 bytes: kept: too-large: larger than the limit of 1024 bytes
define void @over_the_limit() {
  %p = call ptr @malloc(i64 1025)
  call void @look(ptr %p)
  ret void
}

; CHECK-NEXT: half_of_everything: site %p: malloc of 9223372036854775808 bytes: kept: too-large: {{.*}}
define void @half_of_everything() {
  %p = call ptr @malloc(i64 -9223372036854775808)
  call void @look(ptr %p)
  ret void
}

; CHECK-NEXT: everything: site %p: malloc of 18446744073709551615 bytes: kept: too-large: {{.*}}
define void @everything() {
  %p = call ptr @malloc(i64 -1)
  call void @look(ptr %p)
  ret void
}

; Escapes win over sizes.
; CHECK-NEXT: large_and_returned: site %p: malloc of 1025 bytes: kept: returned: returned
define ptr @large_and_returned() {
  %p = call ptr @malloc(i64 1025)
  ret ptr %p
}

declare ptr @malloc(i64)
declare void @look(ptr nocapture) nofree
