; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; A callee of which nothing is known may keep the pointer:
;   void keep(void *); void f(void) { keep(malloc(8)); }

; CHECK: passed: site %p: malloc of 8 bytes: kept: passed-to-call: passed to 'keep'
define void @passed() {
  %p = call ptr @malloc(i64 8)
  call void @keep(ptr %p)
  ret void
}

; CHECK-NEXT: passed_to_one_that_promises: site %p: malloc of 8 bytes: promoted
define void @passed_to_one_that_promises() {
  %p = call ptr @malloc(i64 8)
  call void @look(ptr %p)
  ret void
}

; The promise may stand on the call alone.
; CHECK-NEXT: promised_by_the_call: site %p: malloc of 8 bytes: promoted
define void @promised_by_the_call() {
  %p = call ptr @malloc(i64 8)
  call void @keep(ptr nocapture %p) nofree
  ret void
}

; The promise is about the other argument.
; CHECK-NEXT: passed_as_the_other: site %p: malloc of 8 bytes: kept: passed-to-call: passed to 'keep_second'
define void @passed_as_the_other() {
  %p = call ptr @malloc(i64 8)
  call void @keep_second(ptr null, ptr %p)
  ret void
}

; CHECK-NEXT: passed_as_the_first: site %p: malloc of 8 bytes: promoted
define void @passed_as_the_first() {
  %p = call ptr @malloc(i64 8)
  call void @keep_second(ptr %p, ptr null)
  ret void
}

; CHECK-NEXT: passed_twice: site %p: malloc of 8 bytes: kept: passed-to-call: passed to 'keep_second'
define void @passed_twice() {
  %p = call ptr @malloc(i64 8)
  call void @keep_second(ptr %p, ptr %p)
  ret void
}

; CHECK-NEXT: passed_to_pointer: site %p: malloc of 8 bytes: kept: passed-to-call: passed to a function called through a pointer
define void @passed_to_pointer(ptr %callback) {
; CHECK-NEXT: passed_to_pointer: param 0 %callback: not captured
  %p = call ptr @malloc(i64 8)
  call void %callback(ptr %p)
  ret void
}

; "Not captured" is said of the pointer itself, not of the pointers behind it.
; CHECK-NEXT: passed_inside_another: site %p: malloc of 8 bytes: kept: passed-to-call: passed to 'look'
; CHECK-NEXT: passed_inside_another: site %q: malloc of 8 bytes: promoted
define void @passed_inside_another() {
  %p = call ptr @malloc(i64 8)
  %q = call ptr @malloc(i64 8)
  store ptr %p, ptr %q
  call void @look(ptr %q)
  ret void
}

; Only its own address: the callee cannot load from it.
; CHECK-NEXT: holder_passed_unread: site %p: malloc of 8 bytes: promoted
; CHECK-NEXT: holder_passed_unread: site %q: malloc of 8 bytes: promoted
define void @holder_passed_unread() {
  %p = call ptr @malloc(i64 8)
  %q = call ptr @malloc(i64 8)
  store ptr %p, ptr %q
  call void @address_only(ptr %q)
  ret void
}

; A pure function that may throw can carry the pointer in the exception; one that
; does not throw, and whose result is not used, has no way out.
; CHECK-NEXT: passed_to_reader: site %p: malloc of 8 bytes: promoted
define i1 @passed_to_reader() {
  %p = call ptr @malloc(i64 8)
  %r = call i1 @read_only(ptr %p)
  ret i1 true
}

; CHECK-NEXT: passed_to_reader_that_throws: site %p: malloc of 8 bytes: kept: passed-to-call: passed to 'read_only_throws'
define i1 @passed_to_reader_that_throws() {
  %p = call ptr @malloc(i64 8)
  %r = call i1 @read_only_throws(ptr %p)
  ret i1 true
}

; A reader may return what it got, also as an integer.
; CHECK-NEXT: passed_to_reader_and_returned: site %p: malloc of 8 bytes: kept: returned: returned
define ptr @passed_to_reader_and_returned() {
  %p = call ptr @malloc(i64 8)
  %r = call ptr @read_only_pointer(ptr %p)
  ret ptr %r
}

; CHECK-NEXT: passed_to_reader_and_returned_as_integer: site %p: malloc of 8 bytes: kept: returned: returned
define i64 @passed_to_reader_and_returned_as_integer() {
  %p = call ptr @malloc(i64 8)
  %r = call i64 @read_only_number(ptr %p)
  ret i64 %r
}

; And what is behind it.
; CHECK-NEXT: contents_read_and_returned: site %p: malloc of 8 bytes: kept: returned: returned
; CHECK-NEXT: contents_read_and_returned: site %q: malloc of 8 bytes: kept: returned: returned
define ptr @contents_read_and_returned() {
  %p = call ptr @malloc(i64 8)
  %q = call ptr @malloc(i64 8)
  store ptr %p, ptr %q
  %r = call ptr @read_only_pointer(ptr %q)
  ret ptr %r
}

; `returned`: the result is the argument, nothing else happens to it.
; CHECK-NEXT: returned_attribute: site %p: malloc of 8 bytes: promoted
define i64 @returned_attribute() {
  %p = call ptr @malloc(i64 8)
  %q = call ptr @same(ptr %p)
  store i64 1, ptr %q
  %v = load i64, ptr %q
  call void @free(ptr %p)
  ret i64 %v
}

; CHECK-NEXT: returned_attribute_and_stored: site %p: malloc of 8 bytes: kept: stored-to-global: stored to global 'g'
define void @returned_attribute_and_stored() {
  %p = call ptr @malloc(i64 8)
  %q = call ptr @same(ptr %p)
  store ptr %q, ptr @g
  ret void
}

; Thrown.
; CHECK-NEXT: thrown: site %p: malloc of 8 bytes: kept: {{.*}}
define void @thrown() personality ptr @__gxx_personality_v0 {
  %p = call ptr @malloc(i64 8)
  %e = insertvalue { ptr, i32 } undef, ptr %p, 0
  resume { ptr, i32 } %e
}

; Invoked rather than called.
; CHECK-NEXT: passed_by_invoke: site %p: malloc of 8 bytes: kept: passed-to-call: passed to 'keep'
define void @passed_by_invoke() personality ptr @__gxx_personality_v0 {
  %p = call ptr @malloc(i64 8)
  invoke void @keep(ptr %p) to label %done unwind label %pad
done:
  ret void
pad:
  %e = landingpad { ptr, i32 } cleanup
  resume { ptr, i32 } %e
}

; CHECK-NEXT: passed_by_invoke_to_one_that_promises: site %p: malloc of 8 bytes: promoted
define void @passed_by_invoke_to_one_that_promises() personality ptr @__gxx_personality_v0 {
  %p = call ptr @malloc(i64 8)
  invoke void @look(ptr %p) to label %done unwind label %pad
done:
  call void @free(ptr %p)
  ret void
pad:
  %e = landingpad { ptr, i32 } cleanup
  call void @free(ptr %p)
  resume { ptr, i32 } %e
}

; The object is called.
; CHECK-NEXT: called: site %p: malloc of 8 bytes: kept: other: called as a function
define void @called() {
  %p = call ptr @malloc(i64 8)
  call void %p()
  ret void
}

@g = global ptr null
declare ptr @malloc(i64)
declare void @free(ptr)
declare void @keep(ptr)
declare void @look(ptr nocapture) nofree
declare void @keep_second(ptr nocapture, ptr) nofree
declare void @address_only(ptr nocapture readnone) nofree
declare i1 @read_only(ptr) memory(read) nounwind
declare i1 @read_only_throws(ptr) memory(read)
declare ptr @read_only_pointer(ptr) memory(read) nounwind
declare i64 @read_only_number(ptr) memory(read) nounwind
declare ptr @same(ptr nocapture returned) nofree
declare i32 @__gxx_personality_v0(...)
