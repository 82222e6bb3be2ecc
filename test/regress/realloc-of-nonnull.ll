; RUN: %h2s %s | FileCheck %s
;
; `nonnull` on realloc's argument was true of the object; a slot is replaced by null on its way out. With the
; attribute kept, the select folds to the slot and the real realloc gets a stack address.

; CHECK-LABEL: define void @moves_out(
; CHECK: [[OLD:%.*]] = select i1 {{.*}}, ptr null, ptr %stackbound.slot
; CHECK-NEXT: call ptr @realloc(ptr noundef [[OLD]], i64 %n)
define void @moves_out(i64 %n) {
  %p = call ptr @malloc(i64 8)
  %q = call ptr @realloc(ptr noundef nonnull dereferenceable(8) %p, i64 %n)
  call void @free(ptr %q)
  ret void
}

; Kept, when nothing moves.
; CHECK-LABEL: define ptr @stays_on_the_heap(
; CHECK: call ptr @realloc(ptr nonnull %p, i64 %n)
define ptr @stays_on_the_heap(i64 %n) {
  %p = call ptr @malloc(i64 8)
  %q = call ptr @realloc(ptr nonnull %p, i64 %n)
  ret ptr %q
}

declare ptr @malloc(i64)
declare ptr @realloc(ptr, i64)
declare void @free(ptr)
