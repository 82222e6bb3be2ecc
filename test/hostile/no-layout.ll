; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; No target: LLVM's defaults.

; CHECK: f: site %p: malloc of 8 bytes: promoted
define void @f() {
  %p = call ptr @malloc(i64 8)
  call void @free(ptr %p)
  ret void
}

declare ptr @malloc(i64)
declare void @free(ptr)
