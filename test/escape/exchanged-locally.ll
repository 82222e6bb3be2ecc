; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; Atomic accesses that move pointers inside the function's own memory.

; CHECK: exchanged: site %p: malloc of 8 bytes: kept: returned: returned
define ptr @exchanged() {
  %v = alloca ptr
  store ptr null, ptr %v
  %p = call ptr @malloc(i64 8)
  %old = atomicrmw xchg ptr %v, ptr %p seq_cst
  %new = atomicrmw xchg ptr %v, ptr null seq_cst
  ret ptr %new
}

; CHECK-NEXT: exchanged_and_kept: site %p: malloc of 8 bytes: promoted
define void @exchanged_and_kept() {
  %v = alloca ptr
  store ptr null, ptr %v
  %p = call ptr @malloc(i64 8)
  %old = atomicrmw xchg ptr %v, ptr %p seq_cst
  %new = atomicrmw xchg ptr %v, ptr null seq_cst
  call void @free(ptr %new)
  ret void
}

; CHECK-NEXT: compare_exchanged: site %p: malloc of 8 bytes: kept: returned: returned
define ptr @compare_exchanged() {
  %v = alloca ptr
  store ptr null, ptr %v
  %p = call ptr @malloc(i64 8)
  %a = cmpxchg ptr %v, ptr null, ptr %p seq_cst seq_cst
  %b = cmpxchg ptr %v, ptr null, ptr null seq_cst seq_cst
  %r = extractvalue { ptr, i1 } %b, 0
  ret ptr %r
}

; The success flag alone.
; CHECK-NEXT: compare_exchanged_flag: site %p: malloc of 8 bytes: {{.*}}
define i1 @compare_exchanged_flag() {
  %v = alloca ptr
  store ptr null, ptr %v
  %p = call ptr @malloc(i64 8)
  %a = cmpxchg ptr %v, ptr null, ptr %p seq_cst seq_cst
  %r = extractvalue { ptr, i1 } %a, 1
  ret i1 %r
}

; Read as an integer by a fetch-and-add.
; CHECK-NEXT: added_to: site %p: malloc of 8 bytes: kept: {{.*}}
define i64 @added_to() {
  %v = alloca ptr
  %p = call ptr @malloc(i64 8)
  store ptr %p, ptr %v
  %old = atomicrmw add ptr %v, i64 1 seq_cst
  ret i64 %old
}

; Added to the holder, then read.
; CHECK-NEXT: added_to_and_loaded: site %p: malloc of 8 bytes: kept: {{.*}}
define ptr @added_to_and_loaded() {
  %v = alloca ptr
  store ptr null, ptr %v
  %p = call ptr @malloc(i64 8)
  %i = ptrtoint ptr %p to i64
  %old = atomicrmw add ptr %v, i64 %i seq_cst
  %r = load ptr, ptr %v
  ret ptr %r
}

declare ptr @malloc(i64)
declare void @free(ptr)
