; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; Memory that is not this function's own outlives it:
;   void put(struct list *l) { l->head = malloc(24); }

; CHECK: stored_through_parameter: site %p: malloc of 24 bytes: kept: stored-to-heap: {{stored to memory .*}}
define void @stored_through_parameter(ptr %list) {
; CHECK-NEXT: stored_through_parameter: param 0 %list: not captured
  %p = call ptr @malloc(i64 24)
  store ptr %p, ptr %list
  ret void
}

; CHECK-NEXT: read_from_parameter: site %p: malloc of 24 bytes: promoted
define void @read_from_parameter(ptr %list) {
; CHECK-NEXT: read_from_parameter: param 0 %list: not captured
  %p = call ptr @malloc(i64 24)
  %v = load i64, ptr %list
  store i64 %v, ptr %p
  call void @free(ptr %p)
  ret void
}

; CHECK-NEXT: stored_behind_parameter: site %p: malloc of 24 bytes: kept: stored-to-heap: {{.*}}
define void @stored_behind_parameter(ptr %list) {
; CHECK-NEXT: stored_behind_parameter: param 0 %list: not captured
  %p = call ptr @malloc(i64 24)
  %head = load ptr, ptr %list
  %next = getelementptr i8, ptr %head, i64 8
  store ptr %p, ptr %next
  ret void
}

; CHECK-NEXT: stored_through_unknown: site %p: malloc of 24 bytes: kept: stored-to-heap: {{.*}}
define void @stored_through_unknown() {
  %p = call ptr @malloc(i64 24)
  %where = call ptr @somewhere()
  store ptr %p, ptr %where
  ret void
}

; Both may be the place: one of them is not this function's.
; CHECK-NEXT: stored_through_select: site %p: malloc of 24 bytes: kept: stored-to-heap: {{.*}}
define void @stored_through_select(i1 %c) {
  %v = alloca ptr
  %p = call ptr @malloc(i64 24)
  %other = call ptr @somewhere()
  %where = select i1 %c, ptr %v, ptr %other
  store ptr %p, ptr %where
  ret void
}

; Another object of this function that does not escape is like a local variable.
; CHECK-NEXT: stored_to_local_object: site %p: malloc of 24 bytes: promoted
; CHECK-NEXT: stored_to_local_object: site %q: malloc of 8 bytes: promoted
define void @stored_to_local_object() {
  %p = call ptr @malloc(i64 24)
  %q = call ptr @malloc(i64 8)
  store ptr %p, ptr %q
  call void @free(ptr %q)
  call void @free(ptr %p)
  ret void
}

; One that escapes later takes along what it holds.
; CHECK-NEXT: stored_to_object_that_escapes: site %p: malloc of 24 bytes: kept: passed-to-call: {{.*}}
; CHECK-NEXT: stored_to_object_that_escapes: site %q: malloc of 8 bytes: kept: passed-to-call: {{.*}}
define void @stored_to_object_that_escapes() {
  %p = call ptr @malloc(i64 24)
  %q = call ptr @malloc(i64 8)
  store ptr %p, ptr %q
  call void @keep(ptr %q)
  ret void
}

; And what comes into it after it escaped.
; CHECK-NEXT: stored_to_object_that_escaped: site %p: malloc of 24 bytes: kept: {{.*}}
; CHECK-NEXT: stored_to_object_that_escaped: site %q: malloc of 8 bytes: kept: passed-to-call: {{.*}}
define void @stored_to_object_that_escaped() {
  %p = call ptr @malloc(i64 24)
  %q = call ptr @malloc(i64 8)
  call void @keep(ptr %q)
  store ptr %p, ptr %q
  ret void
}

; The same at a distance of two.
; CHECK-NEXT: chain_that_escapes: site %p: malloc of 24 bytes: kept: {{.*}}
; CHECK-NEXT: chain_that_escapes: site %q: malloc of 8 bytes: kept: {{.*}}
; CHECK-NEXT: chain_that_escapes: site %r: malloc of 8 bytes: kept: {{.*}}
define void @chain_that_escapes() {
  %p = call ptr @malloc(i64 24)
  %q = call ptr @malloc(i64 8)
  %r = call ptr @malloc(i64 8)
  store ptr %q, ptr %r
  %again = load ptr, ptr %r
  store ptr %p, ptr %again
  call void @keep(ptr %r)
  ret void
}

; The escaping one points to the other only after a cycle.
; CHECK-NEXT: cycle_that_escapes: site %p: malloc of 8 bytes: kept: {{.*}}
; CHECK-NEXT: cycle_that_escapes: site %q: malloc of 8 bytes: kept: {{.*}}
define void @cycle_that_escapes() {
  %p = call ptr @malloc(i64 8)
  %q = call ptr @malloc(i64 8)
  store ptr %q, ptr %p
  store ptr %p, ptr %q
  call void @keep(ptr %p)
  ret void
}

; CHECK-NEXT: cycle: site %p: malloc of 8 bytes: promoted
; CHECK-NEXT: cycle: site %q: malloc of 8 bytes: promoted
define void @cycle() {
  %p = call ptr @malloc(i64 8)
  %q = call ptr @malloc(i64 8)
  store ptr %q, ptr %p
  store ptr %p, ptr %q
  ret void
}

; An object that points to itself.
; CHECK-NEXT: self: site %p: malloc of 8 bytes: promoted
define void @self() {
  %p = call ptr @malloc(i64 8)
  store ptr %p, ptr %p
  ret void
}

; Read from an object that others can write to: what comes out may be anything, and what is stored
; there is gone.
; CHECK-NEXT: stored_through_escaped_holder: site %p: malloc of 24 bytes: kept: {{.*}}
define void @stored_through_escaped_holder() {
  %v = alloca ptr
  %x = alloca ptr
  store ptr %x, ptr %v
  call void @keep(ptr %v)
  %p = call ptr @malloc(i64 24)
  %where = load ptr, ptr %v
  store ptr %p, ptr %where
  ret void
}

; Copied with the object that holds it.
; CHECK-NEXT: copied_into_parameter: site %p: malloc of 24 bytes: kept: stored-to-heap: {{.*}}
; CHECK-NEXT: copied_into_parameter: site %q: malloc of 16 bytes: promoted
define void @copied_into_parameter(ptr %out) {
; CHECK-NEXT: copied_into_parameter: param 0 %out: not captured
  %p = call ptr @malloc(i64 24)
  %q = call ptr @malloc(i64 16)
  store ptr %p, ptr %q
  call void @llvm.memcpy.p0.p0.i64(ptr %out, ptr %q, i64 16, i1 false)
  call void @free(ptr %q)
  ret void
}

declare ptr @malloc(i64)
declare void @free(ptr)
declare ptr @somewhere()
declare void @keep(ptr)
