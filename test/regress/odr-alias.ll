; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; Another file may have another function under this name.

@name = linkonce_odr alias void (ptr), ptr @impl

; CHECK: impl: param 0 %p: not captured
define internal void @impl(ptr %p) noinline {
  store i32 1, ptr %p
  ret void
}

; CHECK-NEXT: f: site %p: malloc of 8 bytes: kept: passed-to-call: {{.*}}
define void @f() {
  %p = call ptr @malloc(i64 8)
  call void @name(ptr %p)
  ret void
}

declare ptr @malloc(i64)
