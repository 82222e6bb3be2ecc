; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; aligned_alloc and valloc: the slot has the alignment that was asked for.

; CHECK: with_aligned_alloc: site %p: aligned_alloc of 128 bytes: promoted
define void @with_aligned_alloc() {
  %p = call ptr @aligned_alloc(i64 64, i64 128)
  call void @free(ptr %p)
  ret void
}

; CHECK-NEXT: unknown_alignment: site %p: aligned_alloc of 128 bytes: kept: other: its alignment is known only at run time
define void @unknown_alignment(i64 %a) {
  %p = call ptr @aligned_alloc(i64 %a, i64 128)
  call void @free(ptr %p)
  ret void
}

; Not a power of two: the call may fail.
; CHECK-NEXT: odd_alignment: site %p: aligned_alloc of 48 bytes: kept: other: {{.*}}
define void @odd_alignment() {
  %p = call ptr @aligned_alloc(i64 24, i64 48)
  call void @free(ptr %p)
  ret void
}

; CHECK-NEXT: no_alignment: site %p: aligned_alloc of 48 bytes: kept: other: {{.*}}
define void @no_alignment() {
  %p = call ptr @aligned_alloc(i64 0, i64 48)
  call void @free(ptr %p)
  ret void
}

; CHECK-NEXT: huge_alignment: site %p: aligned_alloc of 4096 bytes: kept: too-large: {{.*}}
define void @huge_alignment() {
  %p = call ptr @aligned_alloc(i64 4096, i64 4096)
  call void @free(ptr %p)
  ret void
}

; CHECK-NEXT: large_alignment: site %p: aligned_alloc of 512 bytes: kept: other: its alignment is too large for a stack frame
define void @large_alignment() {
  %p = call ptr @aligned_alloc(i64 512, i64 512)
  call void @free(ptr %p)
  ret void
}

; A page is as large as the system says.
; CHECK-NEXT: with_valloc: site %p: valloc of 128 bytes: kept: other: its alignment is known only at run time
define void @with_valloc() {
  %p = call ptr @valloc(i64 128)
  call void @free(ptr %p)
  ret void
}

declare ptr @aligned_alloc(i64, i64)
declare ptr @valloc(i64)
declare void @free(ptr)
