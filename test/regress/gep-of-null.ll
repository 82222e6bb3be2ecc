; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; An integer in disguise.

@x = global i64 0

; CHECK: f: site %p: malloc of 8 bytes: kept: {{.*}}
define void @f() {
  %i = load i64, ptr @x
  %q = getelementptr i8, ptr null, i64 %i
  %p = call ptr @malloc(i64 8)
  store ptr %p, ptr %q
  ret void
}

declare ptr @malloc(i64)
