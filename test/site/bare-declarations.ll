; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; Declarations as clang -O0 writes them: the attributes by which LLVM knows the functions are filled
; in when the pass runs alone.

; CHECK: of_malloc: site %p: malloc of 8 bytes: promoted
define void @of_malloc() {
  %p = call ptr @malloc(i64 8)
  call void @free(ptr %p)
  ret void
}

; CHECK-NEXT: of_calloc: site %p: calloc of 8 bytes: promoted
define void @of_calloc() {
  %p = call ptr @calloc(i64 2, i64 4)
  call void @free(ptr %p)
  ret void
}

; CHECK-NEXT: of_realloc: site %p: realloc of 8 bytes: promoted
define void @of_realloc() {
  %p = call ptr @realloc(ptr null, i64 8)
  call void @free(ptr %p)
  ret void
}

; CHECK-NEXT: of_aligned_alloc: site %p: aligned_alloc of 64 bytes: promoted
define void @of_aligned_alloc() {
  %p = call ptr @aligned_alloc(i64 32, i64 64)
  call void @free(ptr %p)
  ret void
}

; The wrong type: not the library's.
define void @of_other_type() {
  %p = call ptr @memalign(i64 8)
  call void @free(ptr %p)
  ret void
}

; CHECK-NOT: {{.+}}
declare ptr @malloc(i64)
declare ptr @calloc(i64, i64)
declare ptr @realloc(ptr, i64)
declare ptr @aligned_alloc(i64, i64)
declare ptr @memalign(i64)
declare void @free(ptr)
