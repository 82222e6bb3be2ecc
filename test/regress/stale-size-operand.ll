; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; The size of the second object is the result of the first call, which goes.

; CHECK: f: site %r: posix_memalign of 8 bytes: promoted
; CHECK-NEXT: f: site %p: my_alloc of run-time size: {{.*}}
define void @f() {
  %m = alloca ptr
  %r = call i32 @posix_memalign(ptr %m, i64 16, i64 8)
  %p = call ptr @my_alloc(i32 %r)
  store i8 1, ptr %p
  ret void
}

declare i32 @posix_memalign(ptr, i64, i64)
declare ptr @my_alloc(i32) allockind("alloc,uninitialized") allocsize(0) "alloc-family"="my"
