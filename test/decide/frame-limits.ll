; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; clang's -Wframe-larger-than=N and the probe size of the stack: a promotion does not make a frame cross
; them. 256 bytes are set aside for what a frame holds besides.

; CHECK: warned_at_1000: site %p: malloc of 512 bytes: promoted
; CHECK-NEXT: warned_at_1000: site %q: malloc of 512 bytes: kept: frame-budget: {{.*}}
define void @warned_at_1000() "warn-stack-size"="1000" {
  %p = call ptr @malloc(i64 512)
  call void @look(ptr %p)
  %q = call ptr @malloc(i64 512)
  call void @look(ptr %q)
  ret void
}

; CHECK-NEXT: warned_at_10000: site %p: malloc of 512 bytes: promoted
; CHECK-NEXT: warned_at_10000: site %q: malloc of 512 bytes: promoted
define void @warned_at_10000() "warn-stack-size"="10000" {
  %p = call ptr @malloc(i64 512)
  call void @look(ptr %p)
  %q = call ptr @malloc(i64 512)
  call void @look(ptr %q)
  ret void
}

; Its own variables count.
; CHECK-NEXT: with_variables: site %p: malloc of 512 bytes: kept: frame-budget: {{.*}}
define void @with_variables() "warn-stack-size"="1000" {
  %v = alloca [512 x i8]
  call void @look(ptr %v)
  %p = call ptr @malloc(i64 512)
  call void @look(ptr %p)
  ret void
}

; CHECK-NEXT: warned_at_0: site %p: malloc of 8 bytes: kept: frame-budget: {{.*}}
define void @warned_at_0() "warn-stack-size"="0" {
  %p = call ptr @malloc(i64 8)
  call void @look(ptr %p)
  ret void
}

; CHECK-NEXT: probed_at_1000: site %p: malloc of 512 bytes: promoted
; CHECK-NEXT: probed_at_1000: site %q: malloc of 512 bytes: kept: frame-budget: {{.*}}
define void @probed_at_1000() "stack-probe-size"="1000" "probe-stack"="inline-asm" {
  %p = call ptr @malloc(i64 512)
  call void @look(ptr %p)
  %q = call ptr @malloc(i64 512)
  call void @look(ptr %q)
  ret void
}

declare ptr @malloc(i64)
declare void @look(ptr nocapture) nofree
