; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; An allocator that is defined in this module is not the library's, and is left alone: its body is
; what runs. One that says what it is may be elided all the same.

@pool = global [4096 x i8] zeroinitializer
@used = global i64 0

define ptr @malloc(i64 %n) {
  %at = load i64, ptr @used
  %next = add i64 %at, %n
  store i64 %next, ptr @used
  %p = getelementptr i8, ptr @pool, i64 %at
  ret ptr %p
}

; CHECK: free: param 0 %p: not captured
define void @free(ptr %p) {
  ret void
}

; No site.
define i64 @uses_own_malloc() {
  %p = call ptr @malloc(i64 8)
  store i64 1, ptr %p
  %v = load i64, ptr %p
  call void @free(ptr %p)
  ret i64 %v
}

; CHECK-NEXT: own_alloc: site %p: calloc of 8 bytes: kept: returned: returned
define ptr @own_alloc(i64 %n) allockind("alloc,zeroed") allocsize(0) "alloc-family"="own" {
  %p = call ptr @calloc(i64 1, i64 8)
  ret ptr %p
}

; CHECK-NEXT: uses_own_alloc: site %p: own_alloc of 8 bytes: promoted
define i64 @uses_own_alloc() {
  %p = call ptr @own_alloc(i64 8)
  %v = load i64, ptr %p
  ret i64 %v
}

; CHECK-NOT: {{.+}}
declare ptr @calloc(i64, i64)
