; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; %q is %v + 24, and %m is %v + 16.

; CHECK: masked: site %p: malloc of 8 bytes: kept: returned: returned
define ptr @masked() {
  %v = alloca [8 x ptr], align 64
  %p = call ptr @malloc(i64 8)
  %q = getelementptr i8, ptr %v, i64 24
  %m = call ptr @llvm.ptrmask.p0.i64(ptr %q, i64 -16)
  store ptr %p, ptr %m
  %f = getelementptr i8, ptr %v, i64 16
  %r = load ptr, ptr %f
  ret ptr %r
}

; CHECK-NEXT: masked_object: site %p: malloc of 8 bytes: promoted
define i64 @masked_object() {
  %p = call ptr @malloc(i64 8)
  %m = call ptr @llvm.ptrmask.p0.i64(ptr %p, i64 -8)
  store i64 1, ptr %m
  %r = load i64, ptr %p
  call void @free(ptr %p)
  ret i64 %r
}

declare ptr @malloc(i64)
declare void @free(ptr)
