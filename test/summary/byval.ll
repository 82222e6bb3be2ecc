; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; byval: the callee has a copy of the pointee.

@g = global ptr null

; CHECK: keeps_copy: param 0 %x: captured: stored-to-global: stored to global 'g'
define internal void @keeps_copy(ptr byval(i64) %x) {
  store ptr %x, ptr @g
  ret void
}
; CHECK-NEXT: calls_keeps_copy: site %p: malloc of 8 bytes: promoted
define void @calls_keeps_copy() {
  %p = call ptr @malloc(i64 8)
  store i64 0, ptr %p
  call void @keeps_copy(ptr byval(i64) %p)
  call void @free(ptr %p)
  ret void
}

; The pointers in the copy are the same.
; CHECK-NEXT: keeps_contents: param 0 %x: contents captured: stored-to-global: stored to global 'g'
define internal void @keeps_contents(ptr byval(ptr) %x) {
  %v = load ptr, ptr %x
  store ptr %v, ptr @g
  ret void
}
; CHECK-NEXT: calls_keeps_contents: site %p: malloc of 8 bytes: kept: stored-to-global: {{.*}}
define void @calls_keeps_contents() {
  %a = alloca ptr
  %p = call ptr @malloc(i64 8)
  store ptr %p, ptr %a
  call void @keeps_contents(ptr byval(ptr) %a)
  ret void
}

; What is stored into the copy does not come back.
; CHECK-NEXT: stores_into_copy: param 0 %x: {{.*}}
; CHECK-NEXT: stores_into_copy: param 1 %y: {{.*}}
define internal void @stores_into_copy(ptr byval(ptr) %x, ptr %y) {
  store ptr %y, ptr %x
  ret void
}
; CHECK-NEXT: calls_stores_into_copy: site %p: malloc of 8 bytes: promoted
define ptr @calls_stores_into_copy() {
  %a = alloca ptr
  store ptr null, ptr %a
  %p = call ptr @malloc(i64 8)
  call void @stores_into_copy(ptr byval(ptr) %a, ptr %p)
  %r = load ptr, ptr %a
  ret ptr %r
}

; Through the copy into what its pointer leads to.
; CHECK-NEXT: stores_behind_copy: param 0 %x: {{.*}}
; CHECK-NEXT: stores_behind_copy: param 1 %y: {{.*}}
define internal void @stores_behind_copy(ptr byval(ptr) %x, ptr %y) {
  %v = load ptr, ptr %x
  store ptr %y, ptr %v
  ret void
}
; CHECK-NEXT: calls_stores_behind_copy: site %p: malloc of 8 bytes: kept: {{.*}}
define ptr @calls_stores_behind_copy() {
  %a = alloca ptr
  %b = alloca ptr
  store ptr %b, ptr %a
  %p = call ptr @malloc(i64 8)
  call void @stores_behind_copy(ptr byval(ptr) %a, ptr %p)
  %r = load ptr, ptr %b
  ret ptr %r
}

; sret is an ordinary pointer.
; CHECK-NEXT: gives_back: param 0 %out: not captured
; CHECK-NEXT: gives_back: param 1 %x: stored to what param 0 points to
define internal void @gives_back(ptr sret(ptr) %out, ptr %x) {
  store ptr %x, ptr %out
  ret void
}
; CHECK-NEXT: given_back: site %p: malloc of 8 bytes: kept: returned: returned
define ptr @given_back() {
  %a = alloca ptr
  %p = call ptr @malloc(i64 8)
  call void @gives_back(ptr sret(ptr) %a, ptr %p)
  %r = load ptr, ptr %a
  ret ptr %r
}

declare ptr @malloc(i64)
declare void @free(ptr)
