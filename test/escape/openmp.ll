; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; A broker hands its argument to other threads; the rule is simple.

; CHECK: forked: site %p: malloc of 8 bytes: kept: {{.*}}
define void @forked() {
  %p = call ptr @malloc(i64 8)
  call void (ptr, i32, ptr, ...) @__kmpc_fork_call(ptr null, i32 1, ptr @outlined, ptr %p)
  call void @free(ptr %p)
  ret void
}

; CHECK-NEXT: outlined: param 0 %thread: not captured
; CHECK-NEXT: outlined: param 1 %bound: not captured
; CHECK-NEXT: outlined: param 2 %x: not captured
define internal void @outlined(ptr %thread, ptr %bound, ptr %x) {
  store i64 1, ptr %x
  ret void
}

declare ptr @malloc(i64)
declare void @free(ptr)
declare !callback !0 void @__kmpc_fork_call(ptr, i32, ptr, ...)
!0 = !{!1}
!1 = !{i64 2, i64 -1, i64 -1, i1 true}
