; RUN: %escape -heap-to-stack-clone-budget=0 %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; Functions that call themselves: the summaries start optimistic and grow until nothing changes.

@g = global ptr null

; CHECK: walks: param 0 %x: not captured
define internal i64 @walks(ptr %x) {
  %v = load ptr, ptr %x
  %end = icmp eq ptr %v, null
  br i1 %end, label %stop, label %go
go:
  %r = call i64 @walks(ptr %v)
  %s = add i64 %r, 1
  ret i64 %s
stop:
  ret i64 0
}
; CHECK-NEXT: calls_walks: site %p: malloc of 8 bytes: promoted
; CHECK-NEXT: calls_walks: site %q: malloc of 8 bytes: promoted
define i64 @calls_walks() {
  %p = call ptr @malloc(i64 8)
  %q = call ptr @malloc(i64 8)
  store ptr null, ptr %p
  store ptr %p, ptr %q
  %r = call i64 @walks(ptr %q)
  ret i64 %r
}

; Keeps only in the last call.
; CHECK-NEXT: keeps_at_the_end: param 0 %x: captured: stored-to-global: {{.*}}
define internal void @keeps_at_the_end(ptr %x, i64 %n) {
  %end = icmp eq i64 %n, 0
  br i1 %end, label %stop, label %go
go:
  %m = sub i64 %n, 1
  call void @keeps_at_the_end(ptr %x, i64 %m)
  ret void
stop:
  store ptr %x, ptr @g
  ret void
}
; CHECK-NEXT: calls_keeps_at_the_end: site %p: malloc of 8 bytes: kept: stored-to-global: {{.*}}
define void @calls_keeps_at_the_end(i64 %n) {
  %p = call ptr @malloc(i64 8)
  call void @keeps_at_the_end(ptr %p, i64 %n)
  ret void
}

; The arguments change places: it takes a round more to see.
; CHECK-NEXT: turns: param 0 %x: captured: stored-to-global: {{.*}}
; CHECK-NEXT: turns: param 1 %y: captured: stored-to-global: {{.*}}
; CHECK-NEXT: turns: param 2 %z: captured: stored-to-global: {{.*}}
define internal void @turns(ptr %x, ptr %y, ptr %z, i64 %n) {
  %end = icmp eq i64 %n, 0
  br i1 %end, label %stop, label %go
go:
  %m = sub i64 %n, 1
  call void @turns(ptr %y, ptr %z, ptr %x, i64 %m)
  ret void
stop:
  store ptr %x, ptr @g
  ret void
}
; CHECK-NEXT: calls_turns: site %p: malloc of 8 bytes: kept: stored-to-global: {{.*}}
define void @calls_turns(i64 %n) {
  %p = call ptr @malloc(i64 8)
  call void @turns(ptr null, ptr null, ptr %p, i64 %n)
  ret void
}

; Two functions that call each other.
; CHECK-NEXT: even: param 0 %x: freed
define internal void @even(ptr %x, i64 %n) {
  %end = icmp eq i64 %n, 0
  br i1 %end, label %stop, label %go
go:
  %m = sub i64 %n, 1
  call void @odd(ptr %x, i64 %m)
  ret void
stop:
  ret void
}
; CHECK-NEXT: odd: param 0 %x: freed
define internal void @odd(ptr %x, i64 %n) {
  %end = icmp eq i64 %n, 0
  br i1 %end, label %stop, label %go
go:
  %m = sub i64 %n, 1
  call void @even(ptr %x, i64 %m)
  ret void
stop:
  call void @free(ptr %x)
  ret void
}
; CHECK-NEXT: calls_even: site %p: malloc of 8 bytes: kept: freed-elsewhere: {{.*}}
define void @calls_even(i64 %n) {
  %p = call ptr @malloc(i64 8)
  call void @even(ptr %p, i64 %n)
  ret void
}

; Offsets that grow for ever.
; CHECK-NEXT: marches: param 0 %x: not captured
define internal void @marches(ptr %x, i64 %n) {
  %end = icmp eq i64 %n, 0
  br i1 %end, label %stop, label %go
go:
  store i64 0, ptr %x
  %y = getelementptr i8, ptr %x, i64 8
  %m = sub i64 %n, 1
  call void @marches(ptr %y, i64 %m)
  ret void
stop:
  ret void
}
; CHECK-NEXT: calls_marches: site %p: malloc of 64 bytes: promoted
define void @calls_marches() {
  %p = call ptr @malloc(i64 64)
  call void @marches(ptr %p, i64 8)
  call void @free(ptr %p)
  ret void
}

; Returned from some depth, eight bytes further each time.
; CHECK-NEXT: finds: param 0 %x: returned
define internal ptr @finds(ptr %x, i64 %n) {
  %end = icmp eq i64 %n, 0
  br i1 %end, label %stop, label %go
go:
  %y = getelementptr i8, ptr %x, i64 8
  %m = sub i64 %n, 1
  %r = call ptr @finds(ptr %y, i64 %m)
  ret ptr %r
stop:
  ret ptr %x
}
; CHECK-NEXT: calls_finds: site %p: malloc of 64 bytes: kept: returned: returned
define ptr @calls_finds() {
  %p = call ptr @malloc(i64 64)
  %r = call ptr @finds(ptr %p, i64 7)
  ret ptr %r
}
; Stored at one of those places, and taken from another.
; CHECK-NEXT: stored_where_found: site %p: malloc of 8 bytes: kept: returned: returned
define ptr @stored_where_found() {
  %a = alloca [8 x ptr]
  %p = call ptr @malloc(i64 8)
  %w = call ptr @finds(ptr %a, i64 6)
  store ptr %p, ptr %w
  %f = getelementptr i8, ptr %a, i64 48
  %r = load ptr, ptr %f
  ret ptr %r
}

; Builds a list through recursion, in the caller's memory.
; CHECK-NEXT: chains: param 0 %x: {{.*}}
; CHECK-NEXT: chains: param 1 %y: {{.*}}
define internal void @chains(ptr %x, ptr %y, i64 %n) {
  %end = icmp eq i64 %n, 0
  br i1 %end, label %stop, label %go
go:
  %m = sub i64 %n, 1
  call void @chains(ptr %y, ptr %x, i64 %m)
  ret void
stop:
  store ptr %x, ptr %y
  ret void
}
; CHECK-NEXT: chained_and_returned: site %p: malloc of 8 bytes: kept: returned: returned
define ptr @chained_and_returned(i64 %n) {
  %a = alloca ptr
  store ptr null, ptr %a
  %p = call ptr @malloc(i64 8)
  call void @chains(ptr %a, ptr %p, i64 %n)
  %r = load ptr, ptr %a
  ret ptr %r
}

; An object of one activation passed to the next, deeper and deeper.
; CHECK-NEXT: own_object: site %p: malloc of 8 bytes: promoted
; CHECK-NEXT: own_object: param 0 %x: not captured
define i64 @own_object(ptr %x, i64 %n) {
  %end = icmp eq i64 %n, 0
  br i1 %end, label %stop, label %go
go:
  %p = call ptr @malloc(i64 8)
  store ptr %x, ptr %p
  %m = sub i64 %n, 1
  %r = call i64 @own_object(ptr %p, i64 %m)
  call void @free(ptr %p)
  ret i64 %r
stop:
  %v = load i64, ptr %x
  ret i64 0
}

; Through a pointer: nothing is known of the callee.
; CHECK-NEXT: indirect: site %p: malloc of 8 bytes: kept: passed-to-call: {{.*}}
; CHECK-NEXT: indirect: param 0 %x: captured: {{.*}}
; CHECK-NEXT: indirect: param 1 %f: {{.*}}
define void @indirect(ptr %x, ptr %f) {
  %p = call ptr @malloc(i64 8)
  call void %f(ptr %x, ptr %p)
  ret void
}

declare ptr @malloc(i64)
declare void @free(ptr)
