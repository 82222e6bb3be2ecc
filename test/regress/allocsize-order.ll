; RUN: %h2s %s | FileCheck %s
;
; allocsize names its two arguments in either order: the size is their product.

; CHECK-LABEL: define void @element_before_count(
; CHECK: umul.with.overflow.i64(i64 {{%.*}}, i64 {{%.*}})
; CHECK: ret void
define void @element_before_count(i64 %n, i64 %size) {
  %p = call ptr @xcalloc(i64 %n, i64 %size)
  call void @use(ptr %p)
  ret void
}

; CHECK-LABEL: define void @constant_element(
; CHECK-NOT: alloca [8 x i8]
; CHECK: umul.with.overflow.i64(
; CHECK: ret void
define void @constant_element(i64 %n) {
  %p = call ptr @in_context(i64 0, i64 %n, i64 8)
  call void @use(ptr %p)
  ret void
}

declare ptr @xcalloc(i64, i64) allockind("alloc,zeroed") allocsize(1,0) "alloc-family"="my"
declare ptr @in_context(i64, i64, i64) allockind("alloc,zeroed") allocsize(2,1) "alloc-family"="my"
declare void @use(ptr nocapture) nofree
