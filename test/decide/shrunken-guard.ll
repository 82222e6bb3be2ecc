; RUN: %h2s -heap-to-stack-guard-size=256 %s | FileCheck %s
; RUN: %opt -heap-to-stack-guard-size=0 -passes='print<escape>' -disable-output %s 2>&1 | FileCheck --check-prefix=OFF %s
; RUN: %escape %s 2>&1 | FileCheck --check-prefix=ESCAPE %s
;
; A guarded slot that the budget has no room for shrinks to what is left, in steps of 16 bytes, but
; not below 32. A function that can call itself has 64 bytes.

; CHECK-LABEL: define void @shrinks(
; CHECK: alloca [64 x i8], align 16
; CHECK: icmp ule i64 %{{.*}}, 64
; ESCAPE: shrinks: site %p: malloc of run-time size: promoted when at most 64 bytes
define void @shrinks(i64 %n) {
  %p = call ptr @malloc(i64 %n)
  call void @look(ptr %p)
  call void @free(ptr %p)
  %m = sub i64 %n, 1
  call void @shrinks(i64 %m)
  ret void
}

; What fits as it is comes first: 64 - 32.
; CHECK-LABEL: define void @shrinks_behind_fixed(
; CHECK-NOT: call ptr @malloc(i64 24)
; CHECK: icmp ule i64 %{{.*}}, 32
define void @shrinks_behind_fixed(i64 %n) {
  %p = call ptr @malloc(i64 %n)
  call void @look(ptr %p)
  call void @free(ptr %p)
  %q = call ptr @malloc(i64 24)
  call void @look(ptr %q)
  call void @free(ptr %q)
  %m = sub i64 %n, 1
  call void @shrinks_behind_fixed(i64 %m)
  ret void
}

; 16 bytes are left: too few.
; ESCAPE: too_little_left: site %p: malloc of run-time size: kept: frame-budget
define void @too_little_left(i64 %n) {
  %p = call ptr @malloc(i64 %n)
  call void @look(ptr %p)
  call void @free(ptr %p)
  %q = call ptr @malloc(i64 48)
  call void @look(ptr %q)
  call void @free(ptr %q)
  %m = sub i64 %n, 1
  call void @too_little_left(i64 %m)
  ret void
}

; No object of this site is so small.
; ESCAPE: never_so_small: site %p: malloc of run-time size: kept: frame-budget
define void @never_so_small(i64 %n) {
  %large = icmp ugt i64 %n, 100
  br i1 %large, label %make, label %end
make:
  %p = call ptr @malloc(i64 %n)
  call void @look(ptr %p)
  call void @free(ptr %p)
  %m = sub i64 %n, 1
  call void @never_so_small(i64 %m)
  br label %end
end:
  ret void
}

; A bound that the budget has no room for: a guard.
; OFF: bounded: site %p: malloc of run-time size: kept: frame-budget
; ESCAPE: bounded: site %p: malloc of run-time size: promoted when at most 64 bytes
define void @bounded(i64 %n) {
  %size = and i64 %n, 127
  %p = call ptr @malloc(i64 %size)
  call void @look(ptr %p)
  call void @free(ptr %p)
  %m = sub i64 %n, 1
  call void @bounded(i64 %m)
  ret void
}

; A known size needs all of its slot.
; ESCAPE: known: site %p: malloc of 80 bytes: kept: frame-budget
define void @known(i64 %n) {
  %p = call ptr @malloc(i64 80)
  call void @look(ptr %p)
  call void @free(ptr %p)
  %m = sub i64 %n, 1
  call void @known(i64 %m)
  ret void
}

declare void @look(ptr nocapture) nofree
declare ptr @malloc(i64)
declare void @free(ptr)
