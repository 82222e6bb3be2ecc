; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; memalign is aligned_alloc under an older name, where the C library has it.
target triple = "x86_64-unknown-linux-gnu"

; CHECK: with_memalign: site %p: memalign of 128 bytes: promoted
define void @with_memalign() {
  %p = call ptr @memalign(i64 64, i64 128)
  call void @free(ptr %p)
  ret void
}

declare ptr @memalign(i64, i64)
declare void @free(ptr)
