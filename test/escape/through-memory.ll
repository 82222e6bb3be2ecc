; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; Pointers in the function's own memory: local variables, structs, arrays, copies of them.

; CHECK: returned_from_array: site %p: malloc of 8 bytes: kept: returned: returned
define ptr @returned_from_array(i64 %i) {
  %a = alloca [4 x ptr]
  %p = call ptr @malloc(i64 8)
  %first = getelementptr ptr, ptr %a, i64 0
  store ptr %p, ptr %first
  %any = getelementptr ptr, ptr %a, i64 %i
  %r = load ptr, ptr %any
  ret ptr %r
}

; CHECK-NEXT: another_element_returned: site %p: malloc of 8 bytes: promoted
define ptr @another_element_returned() {
  %a = alloca [4 x ptr]
  call void @llvm.memset.p0.i64(ptr %a, i8 0, i64 32, i1 false)
  %p = call ptr @malloc(i64 8)
  %first = getelementptr ptr, ptr %a, i64 0
  store ptr %p, ptr %first
  %second = getelementptr ptr, ptr %a, i64 1
  %r = load ptr, ptr %second
  ret ptr %r
}

; Stored at an unknown place.
; CHECK-NEXT: stored_anywhere_in_array: site %p: malloc of 8 bytes: kept: returned: returned
define ptr @stored_anywhere_in_array(i64 %i) {
  %a = alloca [4 x ptr]
  %p = call ptr @malloc(i64 8)
  %any = getelementptr ptr, ptr %a, i64 %i
  store ptr %p, ptr %any
  %second = getelementptr ptr, ptr %a, i64 1
  %r = load ptr, ptr %second
  ret ptr %r
}

; A load that straddles two fields.
; CHECK-NEXT: straddled: site %p: malloc of 8 bytes: kept: {{.*}}
define i64 @straddled() {
  %a = alloca [2 x ptr]
  %p = call ptr @malloc(i64 8)
  store ptr %p, ptr %a
  %middle = getelementptr i8, ptr %a, i64 4
  %r = load i64, ptr %middle
  ret i64 %r
}

; A negative offset.
; CHECK-NEXT: behind_the_base: site %p: malloc of 8 bytes: kept: returned: returned
define ptr @behind_the_base() {
  %a = alloca [2 x ptr]
  %p = call ptr @malloc(i64 8)
  store ptr %p, ptr %a
  %end = getelementptr i8, ptr %a, i64 16
  %first = getelementptr i8, ptr %end, i64 -16
  %r = load ptr, ptr %first
  ret ptr %r
}

; Copied from one local to another, and out of that.
; CHECK-NEXT: copied_and_returned: site %p: malloc of 8 bytes: kept: returned: returned
define ptr @copied_and_returned() {
  %a = alloca { i64, ptr }
  %b = alloca { i64, ptr }
  %p = call ptr @malloc(i64 8)
  %f = getelementptr i8, ptr %a, i64 8
  store ptr %p, ptr %f
  call void @llvm.memcpy.p0.p0.i64(ptr %b, ptr %a, i64 16, i1 false)
  %g = getelementptr i8, ptr %b, i64 8
  %r = load ptr, ptr %g
  ret ptr %r
}

; CHECK-NEXT: copied_and_read: site %p: malloc of 8 bytes: promoted
define i64 @copied_and_read() {
  %a = alloca { i64, ptr }
  %b = alloca { i64, ptr }
  %p = call ptr @malloc(i64 8)
  %f = getelementptr i8, ptr %a, i64 8
  store ptr %p, ptr %f
  call void @llvm.memcpy.p0.p0.i64(ptr %b, ptr %a, i64 16, i1 false)
  %g = getelementptr i8, ptr %b, i64 8
  %r = load ptr, ptr %g
  store i64 7, ptr %r
  %v = load i64, ptr %p
  ret i64 %v
}

; Copied with a length that is not known.
; CHECK-NEXT: copied_by_some_length: site %p: malloc of 8 bytes: kept: returned: returned
define ptr @copied_by_some_length(i64 %n) {
  %a = alloca { i64, ptr }
  %b = alloca { i64, ptr }
  %p = call ptr @malloc(i64 8)
  %f = getelementptr i8, ptr %a, i64 8
  store ptr %p, ptr %f
  call void @llvm.memmove.p0.p0.i64(ptr %b, ptr %a, i64 %n, i1 false)
  %g = getelementptr i8, ptr %b, i64 8
  %r = load ptr, ptr %g
  ret ptr %r
}

; Copied inside one object, to another field.
; CHECK-NEXT: copied_within: site %p: malloc of 8 bytes: kept: returned: returned
define ptr @copied_within() {
  %a = alloca [4 x ptr]
  %p = call ptr @malloc(i64 8)
  store ptr %p, ptr %a
  %third = getelementptr i8, ptr %a, i64 16
  call void @llvm.memcpy.p0.p0.i64(ptr %third, ptr %a, i64 16, i1 false)
  %r = load ptr, ptr %third
  ret ptr %r
}

; Copied first, stored afterwards: order is not looked at, a loop might come back.
; CHECK-NEXT: copied_before_stored: site %p: malloc of 8 bytes: kept: returned: returned
define ptr @copied_before_stored() {
  %a = alloca ptr
  %b = alloca ptr
  store ptr null, ptr %a
  call void @llvm.memcpy.p0.p0.i64(ptr %b, ptr %a, i64 8, i1 false)
  %p = call ptr @malloc(i64 8)
  store ptr %p, ptr %a
  %r = load ptr, ptr %b
  ret ptr %r
}

; Into a heap object and back.
; CHECK-NEXT: copied_into_object: site %p: malloc of 8 bytes: kept: returned: returned
; CHECK-NEXT: copied_into_object: site %q: malloc of 16 bytes: promoted
define ptr @copied_into_object() {
  %a = alloca { i64, ptr }
  %p = call ptr @malloc(i64 8)
  %q = call ptr @malloc(i64 16)
  %f = getelementptr i8, ptr %a, i64 8
  store ptr %p, ptr %f
  call void @llvm.memcpy.p0.p0.i64(ptr %q, ptr %a, i64 16, i1 false)
  %g = getelementptr i8, ptr %q, i64 8
  %r = load ptr, ptr %g
  call void @free(ptr %q)
  ret ptr %r
}

; Two levels of local variables.
; CHECK-NEXT: two_levels: site %p: malloc of 8 bytes: kept: returned: returned
define ptr @two_levels() {
  %a = alloca ptr
  %b = alloca ptr
  %p = call ptr @malloc(i64 8)
  store ptr %a, ptr %b
  store ptr %p, ptr %a
  %x = load ptr, ptr %b
  %r = load ptr, ptr %x
  ret ptr %r
}

; An integer that holds the address, loaded as a pointer.
; CHECK-NEXT: stored_as_integer: site %p: malloc of 8 bytes: kept: returned: returned
define ptr @stored_as_integer() {
  %a = alloca ptr
  %p = call ptr @malloc(i64 8)
  %i = ptrtoint ptr %p to i64
  store i64 %i, ptr %a
  %r = load ptr, ptr %a
  ret ptr %r
}

; The halves of an address.
; CHECK-NEXT: halves: site %p: malloc of 8 bytes: kept: {{.*}}
define ptr @halves() {
  %a = alloca ptr
  %p = call ptr @malloc(i64 8)
  %i = ptrtoint ptr %p to i64
  %low = trunc i64 %i to i32
  %h = lshr i64 %i, 32
  %high = trunc i64 %h to i32
  %b = getelementptr i8, ptr %a, i64 4
  store i32 %low, ptr %a
  store i32 %high, ptr %b
  %r = load ptr, ptr %a
  ret ptr %r
}

; A dead store over the pointer does not undo an earlier load of it.
; CHECK-NEXT: overwritten_after_load: site %p: malloc of 8 bytes: kept: returned: returned
define ptr @overwritten_after_load() {
  %a = alloca ptr
  %p = call ptr @malloc(i64 8)
  store ptr %p, ptr %a
  %r = load ptr, ptr %a
  store ptr null, ptr %a
  ret ptr %r
}

; A pointer out of an object whose memory was never written by this function.
; CHECK-NEXT: nothing_stored: site %p: malloc of 8 bytes: promoted
define ptr @nothing_stored() {
  %p = call ptr @malloc(i64 8)
  %r = load ptr, ptr %p
  call void @free(ptr %p)
  ret ptr %r
}

; byval: the callee gets a copy of the variable, and the pointer in it.
; CHECK-NEXT: held_by_byval: site %p: malloc of 8 bytes: kept: passed-to-call: {{.*}}
define void @held_by_byval() {
  %a = alloca ptr
  %p = call ptr @malloc(i64 8)
  store ptr %p, ptr %a
  call void @by_value(ptr byval(i64) %a)
  ret void
}

; The variable is the object itself.
; CHECK-NEXT: passed_byval: site %p: malloc of 8 bytes: promoted
define void @passed_byval() {
  %p = call ptr @malloc(i64 8)
  store i64 0, ptr %p
  call void @by_value(ptr byval(i64) %p)
  call void @free(ptr %p)
  ret void
}

declare ptr @malloc(i64)
declare void @free(ptr)
declare void @by_value(ptr byval(i64))
