; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; The pointer comes back through memory, and the result is an error number.

; CHECK: read_back: site %r: posix_memalign of 128 bytes: promoted
define i32 @read_back() {
  %v = alloca ptr
  %r = call i32 @posix_memalign(ptr %v, i64 64, i64 128)
  %p = load ptr, ptr %v
  store i64 1, ptr %p
  call void @free(ptr %p)
  ret i32 %r
}

; CHECK-NEXT: returned: site %r: posix_memalign of 128 bytes: kept: returned: returned
define ptr @returned() {
  %v = alloca ptr
  %r = call i32 @posix_memalign(ptr %v, i64 64, i64 128)
  %p = load ptr, ptr %v
  ret ptr %p
}

; CHECK-NEXT: into_global: site %r: posix_memalign of 128 bytes: kept: stored-to-heap: {{.*}}
define void @into_global() {
  %r = call i32 @posix_memalign(ptr @g, i64 64, i64 128)
  ret void
}

; CHECK-NEXT: into_parameter: site %r: posix_memalign of 128 bytes: kept: stored-to-heap: {{.*}}
; CHECK-NEXT: into_parameter: param 0 %out: not captured
define void @into_parameter(ptr %out) {
  %r = call i32 @posix_memalign(ptr %out, i64 64, i64 128)
  ret void
}

; Into memory that escapes.
; CHECK-NEXT: into_escaping: site %r: posix_memalign of 128 bytes: kept: {{.*}}
define void @into_escaping() {
  %v = alloca ptr
  %r = call i32 @posix_memalign(ptr %v, i64 64, i64 128)
  call void @keep(ptr %v)
  ret void
}

; The call fails: EINVAL.
; CHECK-NEXT: alignment_too_small: site %r: posix_memalign of 128 bytes: kept: other: the allocation fails: its alignment is too small
define i32 @alignment_too_small() {
  %v = alloca ptr
  %r = call i32 @posix_memalign(ptr %v, i64 4, i64 128)
  ret i32 %r
}

; CHECK-NEXT: odd_alignment: site %r: posix_memalign of 128 bytes: kept: other: {{.*}}
define i32 @odd_alignment() {
  %v = alloca ptr
  %r = call i32 @posix_memalign(ptr %v, i64 24, i64 128)
  ret i32 %r
}

; CHECK-NEXT: unknown_size: site %r: posix_memalign of run-time size: promoted when at most 256 bytes
define i32 @unknown_size(i64 %n) {
  %v = alloca ptr
  %r = call i32 @posix_memalign(ptr %v, i64 64, i64 %n)
  %p = load ptr, ptr %v
  call void @free(ptr %p)
  ret i32 %r
}

; Two into one variable.
; CHECK-NEXT: two: site %r: posix_memalign of 128 bytes: promoted
; CHECK-NEXT: two: site %s: posix_memalign of 64 bytes: promoted
define void @two() {
  %v = alloca ptr
  %r = call i32 @posix_memalign(ptr %v, i64 64, i64 128)
  %p = load ptr, ptr %v
  %s = call i32 @posix_memalign(ptr %v, i64 64, i64 64)
  %q = load ptr, ptr %v
  call void @free(ptr %p)
  call void @free(ptr %q)
  ret void
}

; The one of the iteration before is read before it is replaced, and used afterwards.
; CHECK-NEXT: carried: site %r: posix_memalign of 128 bytes: promoted when fewer than 2 of them are in use
define void @carried(i64 %n) {
entry:
  %v = alloca ptr
  store ptr null, ptr %v
  br label %loop
loop:
  %i = phi i64 [ 0, %entry ], [ %j, %next ]
  %old = load ptr, ptr %v
  %r = call i32 @posix_memalign(ptr %v, i64 64, i64 128)
  %none = icmp eq ptr %old, null
  br i1 %none, label %next, label %some
some:
  store i64 1, ptr %old
  br label %next
next:
  call void @free(ptr %old)
  %j = add i64 %i, 1
  %more = icmp ult i64 %j, %n
  br i1 %more, label %loop, label %done
done:
  ret void
}

@g = global ptr null
declare i32 @posix_memalign(ptr, i64, i64)
declare void @free(ptr)
declare void @keep(ptr)
