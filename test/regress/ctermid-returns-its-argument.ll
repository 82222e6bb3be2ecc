; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; LLVM says that ctermid's argument is not captured, but it is the result.

target triple = "x86_64-pc-linux-gnu"
@g = global ptr null

; CHECK: f: site %p: malloc of 64 bytes: kept: stored-to-global: stored to global 'g'
define void @f() {
  %p = call ptr @malloc(i64 64)
  %q = call ptr @ctermid(ptr %p)
  store ptr %q, ptr @g
  ret void
}

declare ptr @ctermid(ptr)
declare ptr @malloc(i64)
