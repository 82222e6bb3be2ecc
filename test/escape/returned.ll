; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; The caller may use the object after the activation that made it has ended:
;   int *make(void) { return malloc(4); }

; CHECK: returned: site %p: malloc of 8 bytes: kept: returned: returned
define ptr @returned() {
  %p = call ptr @malloc(i64 8)
  ret ptr %p
}

; The nearest negative: what it holds is returned, not its address.
; CHECK-NEXT: contents_returned: site %p: malloc of 8 bytes: promoted
define i64 @contents_returned() {
  %p = call ptr @malloc(i64 8)
  store i64 1, ptr %p
  %v = load i64, ptr %p
  ret i64 %v
}

; CHECK-NEXT: returned_through_select: site %p: malloc of 8 bytes: kept: returned: returned
; CHECK-NEXT: returned_through_select: site %q: malloc of 8 bytes: kept: returned: returned
define ptr @returned_through_select(i1 %c) {
  %p = call ptr @malloc(i64 8)
  %q = call ptr @malloc(i64 8)
  %r = select i1 %c, ptr %p, ptr %q
  ret ptr %r
}

; Selected, but only looked into.
; CHECK-NEXT: read_through_select: site %p: malloc of 8 bytes: promoted
; CHECK-NEXT: read_through_select: site %q: malloc of 8 bytes: promoted
define i64 @read_through_select(i1 %c) {
  %p = call ptr @malloc(i64 8)
  %q = call ptr @malloc(i64 8)
  store i64 1, ptr %p
  store i64 2, ptr %q
  %r = select i1 %c, ptr %p, ptr %q
  %v = load i64, ptr %r
  ret i64 %v
}

; CHECK-NEXT: returned_through_phi: site %p: malloc of 8 bytes: kept: returned: returned
define ptr @returned_through_phi(i1 %c) {
entry:
  br i1 %c, label %some, label %none
some:
  %p = call ptr @malloc(i64 8)
  br label %none
none:
  %r = phi ptr [ null, %entry ], [ %p, %some ]
  ret ptr %r
}

; The same, freed instead of returned.
; CHECK-NEXT: freed_through_phi: site %p: malloc of 8 bytes: promoted
define void @freed_through_phi(i1 %c) {
entry:
  br i1 %c, label %some, label %none
some:
  %p = call ptr @malloc(i64 8)
  br label %none
none:
  %r = phi ptr [ null, %entry ], [ %p, %some ]
  call void @free(ptr %r)
  ret void
}

; CHECK-NEXT: interior_returned: site %p: malloc of 16 bytes: kept: returned: returned
define ptr @interior_returned() {
  %p = call ptr @malloc(i64 16)
  %r = getelementptr i8, ptr %p, i64 8
  ret ptr %r
}

; CHECK-NEXT: returned_through_freeze: site %p: malloc of 8 bytes: kept: returned: returned
define ptr @returned_through_freeze() {
  %p = call ptr @malloc(i64 8)
  %r = freeze ptr %p
  ret ptr %r
}

; CHECK-NEXT: returned_in_struct: site %p: malloc of 8 bytes: kept: returned: returned
define { ptr, i64 } @returned_in_struct() {
  %p = call ptr @malloc(i64 8)
  %r = insertvalue { ptr, i64 } { ptr null, i64 1 }, ptr %p, 0
  ret { ptr, i64 } %r
}

; CHECK-NEXT: other_field_returned: site %p: malloc of 8 bytes: kept: returned: returned
define i64 @other_field_returned() {
  %p = call ptr @malloc(i64 8)
  %s = insertvalue { ptr, i64 } { ptr null, i64 1 }, ptr %p, 0
  %r = extractvalue { ptr, i64 } %s, 1
  ret i64 %r
}

; CHECK-NEXT: returned_in_vector: site %p: malloc of 8 bytes: kept: returned: returned
define <2 x ptr> @returned_in_vector() {
  %p = call ptr @malloc(i64 8)
  %r = insertelement <2 x ptr> zeroinitializer, ptr %p, i32 1
  ret <2 x ptr> %r
}

; CHECK-NEXT: returned_as_integer: site %p: malloc of 8 bytes: kept: returned: returned
define i64 @returned_as_integer() {
  %p = call ptr @malloc(i64 8)
  %r = ptrtoint ptr %p to i64
  ret i64 %r
}

; CHECK-NEXT: returned_from_local_variable: site %p: malloc of 8 bytes: kept: returned: returned
define ptr @returned_from_local_variable() {
  %v = alloca ptr
  %p = call ptr @malloc(i64 8)
  store ptr %p, ptr %v
  %r = load ptr, ptr %v
  ret ptr %r
}

; CHECK-NEXT: held_by_local_variable: site %p: malloc of 8 bytes: promoted
define i64 @held_by_local_variable() {
  %v = alloca ptr
  %p = call ptr @malloc(i64 8)
  store ptr %p, ptr %v
  store i64 3, ptr %p
  %r = load ptr, ptr %v
  %x = load i64, ptr %r
  ret i64 %x
}

; A field next to it is returned.
; CHECK-NEXT: other_field_of_local_returned: site %p: malloc of 8 bytes: promoted
define ptr @other_field_of_local_returned(ptr %other) {
; CHECK-NEXT: other_field_of_local_returned: param 0 %other: returned
  %v = alloca { ptr, ptr }
  %p = call ptr @malloc(i64 8)
  store ptr %p, ptr %v
  %second = getelementptr i8, ptr %v, i64 8
  store ptr %other, ptr %second
  %r = load ptr, ptr %second
  ret ptr %r
}

; CHECK-NEXT: returned_by_aggregate_load: site %p: malloc of 8 bytes: kept: returned: returned
define { ptr, ptr } @returned_by_aggregate_load() {
  %v = alloca { ptr, ptr }
  %p = call ptr @malloc(i64 8)
  store ptr %p, ptr %v
  %second = getelementptr i8, ptr %v, i64 8
  store ptr null, ptr %second
  %r = load { ptr, ptr }, ptr %v
  ret { ptr, ptr } %r
}

; An object that is returned takes along what it holds.
; CHECK-NEXT: returned_inside_another: site %p: malloc of 8 bytes: kept: returned: returned
; CHECK-NEXT: returned_inside_another: site %outer: malloc of 16 bytes: kept: returned: returned
define ptr @returned_inside_another() {
  %p = call ptr @malloc(i64 8)
  %outer = call ptr @malloc(i64 16)
  store ptr %p, ptr %outer
  ret ptr %outer
}

; CHECK-NEXT: compare_returned: site %p: malloc of 8 bytes: promoted
define i1 @compare_returned() {
  %p = call ptr @malloc(i64 8)
  %r = icmp eq ptr %p, null
  ret i1 %r
}

declare ptr @malloc(i64)
declare void @free(ptr)
