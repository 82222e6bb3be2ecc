; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; __builtin_setjmp is an intrinsic that is not marked returns_twice.

; CHECK: f: site %p: malloc of 8 bytes: kept: setjmp: {{.*}}
; CHECK-NEXT: f: param 0 %buffer: {{.*}}
define i64 @f(ptr %buffer) {
  %p = call ptr @malloc(i64 8)
  store i64 1, ptr %p
  %r = call i32 @llvm.eh.sjlj.setjmp(ptr %buffer)
  %c = icmp eq i32 %r, 0
  br i1 %c, label %first, label %second
first:
  store i64 2, ptr %p
  call void @may_longjmp(ptr %buffer)
  unreachable
second:
  %v = load i64, ptr %p
  call void @free(ptr %p)
  ret i64 %v
}

declare i32 @llvm.eh.sjlj.setjmp(ptr)
declare void @may_longjmp(ptr nocapture) nofree
declare ptr @malloc(i64)
declare void @free(ptr)
