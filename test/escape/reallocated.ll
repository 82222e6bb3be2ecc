; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; An object in a slot grows there, or moves out: the real realloc never sees an address of the stack.
; Only realloc and reallocarray are known to allocate when the old object is null.

; CHECK: resized: site %p: malloc of 8 bytes: promoted
; CHECK-NEXT: resized: site %q: realloc of 16 bytes: kept: other: {{.*}}
define void @resized() {
  %p = call ptr @malloc(i64 8)
  %q = call ptr @realloc(ptr %p, i64 16)
  call void @free(ptr %q)
  ret void
}

; realloc of null is malloc.
; CHECK-NEXT: made_by_realloc: site %q: realloc of 16 bytes: promoted
define void @made_by_realloc() {
  %q = call ptr @realloc(ptr null, i64 16)
  store i64 1, ptr %q
  call void @free(ptr %q)
  ret void
}

; Perhaps resized: either of two.
; CHECK-NEXT: perhaps_resized: site %p: malloc of 8 bytes: promoted
; CHECK-NEXT: perhaps_resized: site %q: malloc of 8 bytes: promoted
; CHECK-NEXT: perhaps_resized: site %r: realloc of 16 bytes: kept: other: {{.*}}
define void @perhaps_resized(i1 %c) {
  %p = call ptr @malloc(i64 8)
  %q = call ptr @malloc(i64 8)
  %s = select i1 %c, ptr %p, ptr %q
  %r = call ptr @realloc(ptr %s, i64 16)
  ret void
}

; What it holds moves along, and is not lost.
; CHECK-NEXT: held_by_resized: site %p: malloc of 8 bytes: kept: returned: {{.*}}
; CHECK-NEXT: held_by_resized: site %q: malloc of 8 bytes: promoted
; CHECK-NEXT: held_by_resized: site %r: realloc of 16 bytes: kept: {{.*}}
define ptr @held_by_resized() {
  %p = call ptr @malloc(i64 8)
  %q = call ptr @malloc(i64 8)
  store ptr %p, ptr %q
  %r = call ptr @realloc(ptr %q, i64 16)
  %back = load ptr, ptr %r
  ret ptr %back
}

; reallocarray, too.
; CHECK-NEXT: resized_array: site %p: malloc of 8 bytes: promoted
; CHECK-NEXT: resized_array: site %q: reallocarray of 16 bytes: kept: other: {{.*}}
define void @resized_array() {
  %p = call ptr @malloc(i64 8)
  %q = call ptr @reallocarray(ptr %p, i64 2, i64 8)
  call void @free(ptr %q)
  ret void
}

; What is returned after all has to be on the heap.
; CHECK-NEXT: resized_and_returned: site %p: malloc of 8 bytes: kept: returned: {{.*}}
; CHECK-NEXT: resized_and_returned: site %q: realloc of 16 bytes: kept: returned: {{.*}}
define ptr @resized_and_returned() {
  %p = call ptr @malloc(i64 8)
  %q = call ptr @realloc(ptr %p, i64 16)
  ret ptr %q
}

; Somebody else's realloc may not allocate for null.
; CHECK-NEXT: resized_by_others: site %p: pool_alloc of 8 bytes: kept: reallocated: resized by 'pool_realloc'
; CHECK-NEXT: resized_by_others: site %q: pool_realloc of 16 bytes: kept: other: {{.*}}
define void @resized_by_others() {
  %p = call ptr @pool_alloc(i64 8)
  %q = call ptr @pool_realloc(ptr %p, i64 16)
  ret void
}

; Not of the same family.
; CHECK-NEXT: resized_by_wrong_family: site %p: pool_alloc of 8 bytes: kept: reallocated: resized by 'realloc'
; CHECK-NEXT: resized_by_wrong_family: site %q: realloc of 16 bytes: kept: other: {{.*}}
define void @resized_by_wrong_family() {
  %p = call ptr @pool_alloc(i64 8)
  %q = call ptr @realloc(ptr %p, i64 16)
  ret void
}

declare noalias ptr @pool_alloc(i64) allockind("alloc,uninitialized") allocsize(0) "alloc-family"="pool"
declare noalias ptr @pool_realloc(ptr allocptr, i64) allockind("realloc") allocsize(1) "alloc-family"="pool"
declare ptr @malloc(i64)
declare void @free(ptr)
declare ptr @realloc(ptr, i64)
declare ptr @reallocarray(ptr allocptr, i64, i64) allockind("realloc") allocsize(1,2) "alloc-family"="malloc"
