; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; realloc of null makes an object; any other takes the place of one.

; CHECK: of_null: site %p: realloc of 24 bytes: promoted
define void @of_null() {
  %p = call ptr @realloc(ptr null, i64 24)
  call void @free(ptr %p)
  ret void
}

; CHECK-NEXT: of_parameter: site %p: realloc of 24 bytes: kept: {{.*}}
; CHECK-NEXT: of_parameter: param 0 %old: {{.*}}
define void @of_parameter(ptr %old) {
  %p = call ptr @realloc(ptr %old, i64 24)
  call void @free(ptr %p)
  ret void
}

; CHECK-NEXT: perhaps_of_null: site %p: realloc of 24 bytes: promoted when the old object is NULL and none of them is in use
define void @perhaps_of_null(i1 %c) {
  %old = call ptr @get()
  %some = select i1 %c, ptr %old, ptr null
  %p = call ptr @realloc(ptr %some, i64 24)
  call void @free(ptr %p)
  ret void
}

; CHECK-NEXT: array_of_null: site %p: reallocarray of 24 bytes: promoted
define void @array_of_null() {
  %p = call ptr @reallocarray(ptr null, i64 3, i64 8)
  call void @free(ptr %p)
  ret void
}

declare ptr @get()
declare ptr @realloc(ptr, i64)
declare ptr @reallocarray(ptr allocptr, i64, i64) allockind("realloc") allocsize(1,2) "alloc-family"="malloc"
declare void @free(ptr)
