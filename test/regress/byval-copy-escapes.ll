; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; The copy escapes, and with it the pointers in it.

%Big = type { ptr, [4 x i64] }

; CHECK: callee: param 0 %s: captured: {{.*}}
define internal void @callee(ptr byval(%Big) %s) noinline {
  call void @keep(ptr %s)
  ret void
}

; CHECK-NEXT: f: site %p: malloc of 8 bytes: kept: {{.*}}
define void @f() {
  %b = alloca %Big
  %p = call ptr @malloc(i64 8)
  store ptr %p, ptr %b
  call void @callee(ptr byval(%Big) %b)
  ret void
}

declare void @keep(ptr)
declare ptr @malloc(i64)
