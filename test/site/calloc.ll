; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; Both factors count, and their product must not overflow: that call fails, on the heap.

; CHECK: constant: site %p: calloc of 24 bytes: promoted
define void @constant() {
  %p = call ptr @calloc(i64 3, i64 8)
  call void @free(ptr %p)
  ret void
}

; CHECK-NEXT: overflow: site %p: calloc of run-time size: kept: too-large: {{.*}}
define void @overflow() {
  %p = call ptr @calloc(i64 4611686018427387905, i64 4)
  call void @free(ptr %p)
  ret void
}

; CHECK-NEXT: unknown_count: site %p: calloc of run-time size: promoted when at most 256 bytes
define void @unknown_count(i64 %n) {
  %p = call ptr @calloc(i64 %n, i64 8)
  call void @free(ptr %p)
  ret void
}

; CHECK-NEXT: unknown_size: site %p: calloc of run-time size: promoted when at most 256 bytes
define void @unknown_size(i64 %n) {
  %p = call ptr @calloc(i64 8, i64 %n)
  call void @free(ptr %p)
  ret void
}

; CHECK-NEXT: zero: site %p: calloc of 0 bytes: promoted
define void @zero() {
  %p = call ptr @calloc(i64 0, i64 8)
  call void @free(ptr %p)
  ret void
}

declare ptr @calloc(i64, i64)
declare void @free(ptr)
