; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; What is known about a size at run time. A bound up to max-size gives a slot without a choice.

; 16 * 2^60 wraps to zero: calloc would fail.
; CHECK: wraps: site %p: calloc of run-time size: promoted when at most 256 bytes
define void @wraps(i64 %n) {
  %m = and i64 %n, 16
  %p = call ptr @calloc(i64 %m, i64 1152921504606846976)
  call void @look(ptr %p)
  ret void
}

; At most 49.
; CHECK-NEXT: bounded_product: site %p: calloc of run-time size: promoted
define void @bounded_product(i64 %n, i64 %k) {
  %m = and i64 %n, 7
  %l = and i64 %k, 7
  %p = call ptr @calloc(i64 %m, i64 %l)
  call void @look(ptr %p)
  ret void
}

; Not the shifted value is bounded, but what it came from.
; CHECK-NEXT: shl_wraps: site %p: malloc of run-time size: promoted when at most 256 bytes
define void @shl_wraps(i64 %n) {
  %m = and i64 %n, 3
  %s = shl i64 %m, 62
  %p = call ptr @malloc(i64 %s)
  call void @look(ptr %p)
  ret void
}

; -1 is more than anything.
; CHECK-NEXT: sext_negative: site %p: malloc of run-time size: promoted when at most 256 bytes
define void @sext_negative(i8 %n) {
  %s = sext i8 %n to i64
  %p = call ptr @malloc(i64 %s)
  call void @look(ptr %p)
  ret void
}

; The size is what the allocator gets, as an unsigned number.
; CHECK-NEXT: narrow_signed: site %p: alloc32 of run-time size: promoted when at most 256 bytes
define void @narrow_signed(i32 %n) {
  %m = and i32 %n, -2147483641
  %p = call ptr @alloc32(i32 %m)
  call void @look(ptr %p)
  ret void
}

; A check before it.
; CHECK-NEXT: branch_bound: site %p: malloc of run-time size: promoted
define void @branch_bound(i64 %n) {
  %c = icmp ult i64 %n, 100
  br i1 %c, label %in, label %out
in:
  %p = call ptr @malloc(i64 %n)
  call void @look(ptr %p)
  ret void
out:
  ret void
}

; A signed check leaves the negative numbers, which are huge.
; CHECK-NEXT: branch_signed_bound: site %p: malloc of run-time size: promoted when at most 256 bytes
define void @branch_signed_bound(i64 %n) {
  %c = icmp slt i64 %n, 100
  br i1 %c, label %in, label %out
in:
  %p = call ptr @malloc(i64 %n)
  call void @look(ptr %p)
  ret void
out:
  ret void
}

; Two values.
; CHECK-NEXT: zero_or: site %p: calloc of run-time size: promoted
define void @zero_or(i1 %c) {
  %n = select i1 %c, i64 0, i64 24
  %p = call ptr @calloc(i64 1, i64 %n)
  call void @look(ptr %p)
  ret void
}

; The alignment is known, the size is not.
; CHECK-NEXT: aligned: site %p: aligned_alloc of run-time size: promoted when at most 256 bytes
define void @aligned(i64 %n) {
  %p = call ptr @aligned_alloc(i64 64, i64 %n)
  call void @look(ptr %p)
  ret void
}

; An assumption before it.
; CHECK-NEXT: assumed: site %p: malloc of run-time size: promoted
define void @assumed(i64 %n) {
  %c = icmp ule i64 %n, 40
  call void @llvm.assume(i1 %c)
  %p = call ptr @malloc(i64 %n)
  call void @look(ptr %p)
  ret void
}

; An assumption after it may hold because the callee ends the program before.
; CHECK-NEXT: assumed_later: site %p: malloc of run-time size: promoted when at most 256 bytes
define void @assumed_later(i64 %n) {
  %p = call ptr @malloc(i64 %n)
  call void @look(ptr %p)
  %c = icmp ule i64 %n, 40
  call void @llvm.assume(i1 %c)
  ret void
}

; The counter of a loop.
; CHECK-NEXT: loop_bound: site %p: malloc of run-time size: promoted
define void @loop_bound(i64 %n) {
entry:
  br label %loop
loop:
  %i = phi i64 [ 1, %entry ], [ %j, %loop ]
  %p = call ptr @malloc(i64 %i)
  call void @look(ptr %p)
  call void @free(ptr %p)
  %j = add i64 %i, 1
  %c = icmp ult i64 %j, 50
  br i1 %c, label %loop, label %d
d:
  ret void
}

; Never small enough for a guarded slot.
; CHECK-NEXT: always_larger: site %p: malloc of run-time size: kept: too-large: larger than the limit of 256 bytes
define void @always_larger(i64 %n) {
  %c = icmp ugt i64 %n, 256
  br i1 %c, label %in, label %out
in:
  %p = call ptr @malloc(i64 %n)
  call void @look(ptr %p)
  ret void
out:
  ret void
}

; CHECK-NEXT: may_be_as_large: site %p: malloc of run-time size: promoted when at most 256 bytes
define void @may_be_as_large(i64 %n) {
  %c = icmp uge i64 %n, 256
  br i1 %c, label %in, label %out
in:
  %p = call ptr @malloc(i64 %n)
  call void @look(ptr %p)
  ret void
out:
  ret void
}

; 33 * 8, or a product that overflows: refused.
; CHECK-NEXT: product_always_larger: site %p: calloc of run-time size: kept: too-large: {{.*}}
define void @product_always_larger(i64 %n) {
  %c = icmp ugt i64 %n, 32
  br i1 %c, label %in, label %out
in:
  %p = call ptr @calloc(i64 %n, i64 8)
  call void @look(ptr %p)
  ret void
out:
  ret void
}

; CHECK-NEXT: product_may_be_as_large: site %p: calloc of run-time size: promoted when at most 256 bytes
define void @product_may_be_as_large(i64 %n) {
  %c = icmp uge i64 %n, 32
  br i1 %c, label %in, label %out
in:
  %p = call ptr @calloc(i64 %n, i64 8)
  call void @look(ptr %p)
  ret void
out:
  ret void
}

declare ptr @malloc(i64)
declare ptr @calloc(i64, i64)
declare ptr @aligned_alloc(i64, i64)
declare ptr @alloc32(i32) allockind("alloc,zeroed") allocsize(0) "alloc-family"="m"
declare void @free(ptr)
declare void @look(ptr nocapture) nofree
declare void @llvm.assume(i1)
