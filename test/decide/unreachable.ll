; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; Code that never runs.

; CHECK: never: site %p: malloc of 8 bytes: kept: other: the allocation is never reached
define void @never() {
  ret void
dead:
  %p = call ptr @malloc(i64 8)
  call void @look(ptr %p)
  br label %dead
}

; CHECK-NEXT: uses_itself: site %p: malloc of 8 bytes: kept: other: the allocation is never reached
define void @uses_itself() {
  ret void
dead:
  %q = phi ptr [ %r, %dead ]
  %p = call ptr @malloc(i64 8)
  %r = getelementptr i8, ptr %p, i64 1
  br label %dead
}

; Reached, but used only where nobody comes.
; CHECK-NEXT: used_where_nobody_comes: site %p: malloc of 8 bytes: {{.*}}
define void @used_where_nobody_comes() {
  %p = call ptr @malloc(i64 8)
  ret void
dead:
  call void @keep(ptr %p)
  unreachable
}

declare void @keep(ptr)
declare ptr @malloc(i64)
declare void @look(ptr nocapture) nofree
