; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; What a function does with its pointer parameters, and what its callers make of it.

@g = global ptr null

; CHECK: reads: param 0 %x: not captured
define internal i64 @reads(ptr %x) {
  %v = load i64, ptr %x
  ret i64 %v
}
; CHECK-NEXT: calls_reads: site %p: malloc of 8 bytes: promoted
define i64 @calls_reads() {
  %p = call ptr @malloc(i64 8)
  store i64 1, ptr %p
  %v = call i64 @reads(ptr %p)
  ret i64 %v
}

; CHECK-NEXT: keeps: param 0 %x: captured: stored-to-global: stored to global 'g'
define internal void @keeps(ptr %x) {
  store ptr %x, ptr @g
  ret void
}
; CHECK-NEXT: calls_keeps: site %p: malloc of 8 bytes: kept: stored-to-global: passed to 'keeps', which stores it to global 'g'
define void @calls_keeps() {
  %p = call ptr @malloc(i64 8)
  call void @keeps(ptr %p)
  ret void
}

; CHECK-NEXT: returns: param 0 %x: returned
define internal ptr @returns(ptr %x) {
  ret ptr %x
}
; CHECK-NEXT: returns_what_returns: site %p: malloc of 8 bytes: kept: returned: returned
define ptr @returns_what_returns() {
  %p = call ptr @malloc(i64 8)
  %r = call ptr @returns(ptr %p)
  ret ptr %r
}
; CHECK-NEXT: frees_what_returns: site %p: malloc of 8 bytes: promoted
define void @frees_what_returns() {
  %p = call ptr @malloc(i64 8)
  %r = call ptr @returns(ptr %p)
  call void @free(ptr %r)
  ret void
}

; CHECK-NEXT: returns_interior: param 0 %x: returned
define internal ptr @returns_interior(ptr %x) {
  %r = getelementptr i8, ptr %x, i64 8
  ret ptr %r
}
; Eight bytes and eight bytes further.
; CHECK-NEXT: stores_at_sixteen: site %p: malloc of 8 bytes: kept: returned: returned
define ptr @stores_at_sixteen() {
  %a = alloca [4 x ptr]
  %p = call ptr @malloc(i64 8)
  %one = getelementptr i8, ptr %a, i64 8
  %two = call ptr @returns_interior(ptr %one)
  store ptr %p, ptr %two
  %q = getelementptr i8, ptr %a, i64 16
  %r = load ptr, ptr %q
  ret ptr %r
}

; CHECK-NEXT: links: param 0 %x: stored to what param 1 points to
; CHECK-NEXT: links: param 1 %list: not captured
define internal void @links(ptr %x, ptr %list) {
  store ptr %x, ptr %list
  ret void
}
; Stored into a local object by a callee.
; CHECK-NEXT: linked_locally: site %p: malloc of 8 bytes: promoted
define void @linked_locally() {
  %list = alloca ptr
  %p = call ptr @malloc(i64 8)
  call void @links(ptr %p, ptr %list)
  %q = load ptr, ptr %list
  call void @free(ptr %q)
  ret void
}
; CHECK-NEXT: linked_and_returned: site %p: malloc of 8 bytes: kept: returned: returned
define ptr @linked_and_returned() {
  %list = alloca ptr
  %p = call ptr @malloc(i64 8)
  call void @links(ptr %p, ptr %list)
  %q = load ptr, ptr %list
  ret ptr %q
}
; CHECK-NEXT: linked_to_global: site %p: malloc of 8 bytes: kept: stored-to-{{heap|global}}: {{.*}}
define void @linked_to_global() {
  %p = call ptr @malloc(i64 8)
  call void @links(ptr %p, ptr @g)
  ret void
}
; CHECK-NEXT: linked_to_parameter: site %p: malloc of 8 bytes: kept: stored-to-heap: {{.*}}
; CHECK-NEXT: linked_to_parameter: param 0 %list: not captured
define void @linked_to_parameter(ptr %list) {
  %p = call ptr @malloc(i64 8)
  call void @links(ptr %p, ptr %list)
  ret void
}
; In both places at once.
; CHECK-NEXT: linked_to_itself: site %p: malloc of 8 bytes: promoted
define void @linked_to_itself() {
  %p = call ptr @malloc(i64 8)
  call void @links(ptr %p, ptr %p)
  call void @free(ptr %p)
  ret void
}

; CHECK-NEXT: links_second_field: param 0 %x: stored to what param 1 points to
; CHECK-NEXT: links_second_field: param 1 %list: not captured
define internal void @links_second_field(ptr %x, ptr %list) {
  %f = getelementptr i8, ptr %list, i64 8
  store ptr %x, ptr %f
  ret void
}
; CHECK-NEXT: first_field_returned: site %p: malloc of 8 bytes: promoted
define ptr @first_field_returned() {
  %list = alloca [2 x ptr]
  store ptr null, ptr %list
  %p = call ptr @malloc(i64 8)
  call void @links_second_field(ptr %p, ptr %list)
  %q = load ptr, ptr %list
  ret ptr %q
}
; CHECK-NEXT: second_field_returned: site %p: malloc of 8 bytes: kept: returned: returned
define ptr @second_field_returned() {
  %list = alloca [2 x ptr]
  store ptr null, ptr %list
  %p = call ptr @malloc(i64 8)
  call void @links_second_field(ptr %p, ptr %list)
  %f = getelementptr i8, ptr %list, i64 8
  %q = load ptr, ptr %f
  ret ptr %q
}

; A select of two parameters.
; CHECK-NEXT: either: param 0 %x: returned
; CHECK-NEXT: either: param 1 %y: returned
define internal ptr @either(ptr %x, ptr %y, i1 %c) {
  %r = select i1 %c, ptr %x, ptr %y
  ret ptr %r
}
; CHECK-NEXT: one_of_either_kept: site %p: malloc of 8 bytes: kept: stored-to-global: {{.*}}
; CHECK-NEXT: one_of_either_kept: site %q: malloc of 8 bytes: kept: stored-to-global: {{.*}}
define void @one_of_either_kept(i1 %c) {
  %p = call ptr @malloc(i64 8)
  %q = call ptr @malloc(i64 8)
  %r = call ptr @either(ptr %p, ptr %q, i1 %c)
  store ptr %r, ptr @g
  ret void
}

; Stored into a local variable of the callee.
; CHECK-NEXT: holds: param 0 %x: not captured
define internal i64 @holds(ptr %x) {
  %v = alloca ptr
  store ptr %x, ptr %v
  %y = load ptr, ptr %v
  %r = load i64, ptr %y
  ret i64 %r
}
; CHECK-NEXT: calls_holds: site %p: malloc of 8 bytes: promoted
define i64 @calls_holds() {
  %p = call ptr @malloc(i64 8)
  store i64 1, ptr %p
  %v = call i64 @holds(ptr %p)
  ret i64 %v
}

; An address as an integer.
; CHECK-NEXT: hashes: param 0 %x: captured: pointer-to-integer: {{.*}}
define internal i64 @hashes(ptr %x) {
  %i = ptrtoint ptr %x to i64
  %h = mul i64 %i, 31
  ret i64 %h
}
; CHECK-NEXT: calls_hashes: site %p: malloc of 8 bytes: kept: pointer-to-integer: {{.*}}
define i64 @calls_hashes() {
  %p = call ptr @malloc(i64 8)
  %v = call i64 @hashes(ptr %p)
  ret i64 %v
}

; CHECK-NEXT: returns_number: param 0 %x: returned
define internal i64 @returns_number(ptr %x) {
  %i = ptrtoint ptr %x to i64
  ret i64 %i
}
; CHECK-NEXT: number_stored: site %p: malloc of 8 bytes: kept: stored-to-global: stored to global 'g'
define void @number_stored() {
  %p = call ptr @malloc(i64 8)
  %i = call i64 @returns_number(ptr %p)
  %q = inttoptr i64 %i to ptr
  store ptr %q, ptr @g
  ret void
}

; Two calls deep.
; CHECK-NEXT: passes_on: param 0 %x: captured: stored-to-global: passed to 'keeps', which stores it to global 'g'
define internal void @passes_on(ptr %x) {
  call void @keeps(ptr %x)
  ret void
}
; CHECK-NEXT: calls_passes_on: site %p: malloc of 8 bytes: kept: stored-to-global: passed to 'passes_on', which passes it to 'keeps', which stores it to global 'g'
define void @calls_passes_on() {
  %p = call ptr @malloc(i64 8)
  call void @passes_on(ptr %p)
  ret void
}

; The caller comes before its callee in the module.
; CHECK-NEXT: calls_later: site %p: malloc of 8 bytes: promoted
define i64 @calls_later() {
  %p = call ptr @malloc(i64 8)
  store i64 1, ptr %p
  %v = call i64 @later(ptr %p)
  ret i64 %v
}
; CHECK-NEXT: later: param 0 %x: not captured
define internal i64 @later(ptr %x) {
  %v = load i64, ptr %x
  ret i64 %v
}

; Called with another type than its own.
; CHECK-NEXT: called_with_other_type: site %p: malloc of 8 bytes: kept: passed-to-call: {{.*}}
define void @called_with_other_type() {
  %p = call ptr @malloc(i64 8)
  %v = call i64 @reads(ptr %p, i64 1)
  ret void
}

; The callee stores an object of its own into the caller's.
; CHECK-NEXT: fills: site %o: malloc of 8 bytes: kept: stored-to-heap: {{.*}}
; CHECK-NEXT: fills: param 0 %x: not captured
define internal void @fills(ptr %x) {
  %o = call ptr @malloc(i64 8)
  store ptr %o, ptr %x
  ret void
}
; CHECK-NEXT: calls_fills: site %p: malloc of 8 bytes: promoted
; CHECK-NEXT: calls_fills: site %<unnamed>: fills (malloc of 8 bytes): promoted
define void @calls_fills() {
  %p = call ptr @malloc(i64 8)
  call void @fills(ptr %p)
  %o = load ptr, ptr %p
  call void @free(ptr %o)
  call void @free(ptr %p)
  ret void
}

; Thrown by the callee.
; CHECK-NEXT: throws: param 0 %x: captured: {{.*}}
define internal void @throws(ptr %x) personality ptr @__gxx_personality_v0 {
  %e = insertvalue { ptr, i32 } undef, ptr %x, 0
  resume { ptr, i32 } %e
}

declare ptr @malloc(i64)
declare void @free(ptr)
declare i32 @__gxx_personality_v0(...)
