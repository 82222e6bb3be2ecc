; RUN: %escape %s 2>&1 | FileCheck %s
; RUN: %h2s %s -o /dev/null
;
; Attributes that say too little, or nonsense, and library names with other types. The one thing that
; counts: no crash, no promotion of what is not understood.

; CHECK-NOT: promoted

define void @no_size(i64 %n) {
  %p = call ptr @no_size_alloc(i64 %n)
  call void @my_free(ptr %p)
  ret void
}

define void @empty_family() {
  %p = call ptr @empty_family_alloc(i64 8)
  call void @empty_family_free(ptr %p)
  ret void
}

define void @unknown_kind() {
  %p = call ptr @unknown_kind_alloc(i64 8)
  call void @my_free(ptr %p)
  ret void
}

define void @returns_integer() {
  %p = call i64 @malloc()
  ret void
}

define void @returns_nothing() {
  call void @calloc(i64 1, i64 8)
  ret void
}

define void @takes_struct() {
  call void @free({ ptr, i64 } zeroinitializer)
  ret void
}

define void @variadic() {
  %p = call ptr (...) @realloc(ptr null, i64 8)
  ret void
}

define void @only_align() {
  %p = call ptr @only_align_alloc(i64 16)
  call void @my_free(ptr %p)
  ret void
}

define void @undefined_size() {
  %p = call ptr @my_alloc(i64 undef)
  store i8 1, ptr %p
  %q = call ptr @my_alloc(i64 -1)
  call void @my_free(ptr %q)
  %e = call ptr @keep(ptr %p)
  ret void
}

define ptr @constant_expression_size() {
  %p = call ptr @my_alloc(i64 ptrtoint (ptr @g to i64))
  ret ptr %p
}

@g = global i64 0
declare ptr @keep(ptr)
declare ptr @no_size_alloc(i64) allockind("alloc,uninitialized") "alloc-family"="my"
declare ptr @empty_family_alloc(i64) allockind("alloc,uninitialized") allocsize(0) "alloc-family"=""
declare void @empty_family_free(ptr allocptr) allockind("free") "alloc-family"=""
declare ptr @unknown_kind_alloc(i64) allockind("alloc") allocsize(0) "alloc-family"="my"
declare ptr @only_align_alloc(i64 allocalign) allockind("alloc,uninitialized,aligned") "alloc-family"="my"
declare ptr @my_alloc(i64) allockind("alloc,uninitialized") allocsize(0) "alloc-family"="my"
declare void @my_free(ptr allocptr) allockind("free") "alloc-family"="my"
declare i64 @malloc()
declare void @calloc(i64, i64)
declare void @free({ ptr, i64 })
declare ptr @realloc(...)
