; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; The call overwrites what the variable held.

; Called in a loop.
; CHECK: in_loop: site %r: posix_memalign of 128 bytes: promoted
define void @in_loop(i64 %n) {
entry:
  %v = alloca ptr
  br label %loop
loop:
  %i = phi i64 [ 0, %entry ], [ %j, %loop ]
  %r = call i32 @posix_memalign(ptr %v, i64 64, i64 128)
  %p = load ptr, ptr %v
  store i64 %i, ptr %p
  call void @free(ptr %p)
  %j = add i64 %i, 1
  %more = icmp ult i64 %j, %n
  br i1 %more, label %loop, label %done
done:
  ret void
}

declare i32 @posix_memalign(ptr, i64, i64)
declare void @free(ptr)
