; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; The integer in a stored struct may be an address.

@x = global i64 0

; CHECK: f: site %c: malloc of 8 bytes: promoted
; CHECK-NEXT: f: site %p: malloc of 8 bytes: kept: {{.*}}
define void @f() {
  %l = alloca { ptr, i64 }
  %c = call ptr @malloc(i64 8)
  %i = load i64, ptr @x
  %a = insertvalue { ptr, i64 } poison, ptr %c, 0
  %b = insertvalue { ptr, i64 } %a, i64 %i, 1
  store { ptr, i64 } %b, ptr %l
  %second = getelementptr i8, ptr %l, i64 8
  %q = load ptr, ptr %second
  %p = call ptr @malloc(i64 8)
  store ptr %p, ptr %q
  ret void
}

declare ptr @malloc(i64)
