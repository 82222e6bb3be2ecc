; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; bcopy returns nothing, but it copies pointers like memmove, the other way round.

@g = global ptr null

; CHECK: copied: site %p: malloc of 8 bytes: kept: {{.*}}
define void @copied() {
  %a = alloca ptr
  %b = alloca ptr
  %p = call ptr @malloc(i64 8)
  store ptr %p, ptr %a
  call void @bcopy(ptr %a, ptr %b, i64 8)
  %r = load ptr, ptr %b
  store ptr %r, ptr @g
  ret void
}

declare ptr @malloc(i64)
declare void @bcopy(ptr, ptr, i64)
