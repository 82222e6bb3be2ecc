; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; An allocator with a context argument may keep that, and whatever it leads to.

@g = global ptr null

; CHECK: pool_kept: site %pool: malloc of 64 bytes: kept: passed-to-call: passed to 'pool_alloc'
; CHECK-NEXT: pool_kept: site %o: pool_alloc of 24 bytes: kept: returned: returned
define ptr @pool_kept() {
  %pool = call ptr @malloc(i64 64)
  %o = call ptr @pool_alloc(ptr %pool, i64 24)
  ret ptr %o
}

; CHECK-NEXT: pool_freed_to: site %pool: malloc of 64 bytes: kept: passed-to-call: passed to 'pool_free'
; CHECK-NEXT: pool_freed_to: param 0 %o: freed
define void @pool_freed_to(ptr %o) {
  %pool = call ptr @malloc(i64 64)
  call void @pool_free(ptr %pool, ptr %o)
  ret void
}

; The object is not argument 0.
; CHECK-NEXT: pool_resized: site %p: pool_alloc of 24 bytes: kept: reallocated: {{.*}}
; CHECK-NEXT: pool_resized: site %q: pool_realloc of 48 bytes: kept: {{.*}}
define ptr @pool_resized() {
  %p = call ptr @pool_alloc(ptr null, i64 24)
  %q = call ptr @pool_realloc(ptr null, ptr %p, i64 48)
  ret ptr %q
}

; CHECK-NEXT: contents_of_pool_kept: site %pool: malloc of 64 bytes: kept: {{.*}}
; CHECK-NEXT: contents_of_pool_kept: site %x: malloc of 64 bytes: kept: {{.*}}
; CHECK-NEXT: contents_of_pool_kept: site %o: pool_alloc of 24 bytes: kept: stored-to-global: {{.*}}
define void @contents_of_pool_kept() {
  %pool = call ptr @malloc(i64 64)
  %x = call ptr @malloc(i64 64)
  store ptr %x, ptr %pool
  %o = call ptr @pool_alloc(ptr %pool, i64 24)
  store ptr %o, ptr @g
  ret void
}

; CHECK-NEXT: object_of_pool: site %o: pool_alloc of 24 bytes: promoted
; CHECK-NEXT: object_of_pool: param 0 %pool: {{.*}}
define void @object_of_pool(ptr %pool) {
  %o = call ptr @pool_alloc(ptr %pool, i64 24)
  store i64 1, ptr %o
  call void @pool_free(ptr %pool, ptr %o)
  ret void
}

declare ptr @malloc(i64)
declare ptr @pool_alloc(ptr, i64) allockind("alloc,uninitialized") allocsize(1) "alloc-family"="pool"
declare ptr @pool_realloc(ptr, ptr allocptr, i64) allockind("realloc") allocsize(2) "alloc-family"="pool"
declare void @pool_free(ptr, ptr allocptr) allockind("free") "alloc-family"="pool"
