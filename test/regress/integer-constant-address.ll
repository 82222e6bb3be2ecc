; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; A constant integer may be an address.

@g = global ptr null

; CHECK: f: site %p: malloc of 8 bytes: kept: {{.*}}
define void @f() {
  %v = alloca ptr
  store i64 ptrtoint (ptr @g to i64), ptr %v
  %q = load ptr, ptr %v
  %p = call ptr @malloc(i64 8)
  store ptr %p, ptr %q
  ret void
}

declare ptr @malloc(i64)
