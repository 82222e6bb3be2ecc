; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; A function takes the difference of what its callers give it, or asks for its order: harmless where both
; are one object, and a way from one object to the other where they are not.

; CHECK: length: param 0 %from: measured against param 1
; CHECK-NEXT: length: param 1 %to: measured against param 0
define internal i64 @length(ptr %from, ptr %to) {
  %a = ptrtoint ptr %from to i64
  %b = ptrtoint ptr %to to i64
  %less = icmp ult ptr %from, %to
  %d = sub i64 %b, %a
  %e = sub i64 %a, %b
  %r = select i1 %less, i64 %d, i64 %e
  ret i64 %r
}

; CHECK-NEXT: of_one: site %p: malloc of 64 bytes: promoted
define i64 @of_one(i64 %n) {
  %p = call ptr @malloc(i64 64)
  %end = getelementptr i8, ptr %p, i64 %n
  %r = call i64 @length(ptr %p, ptr %end)
  ret i64 %r
}

; CHECK-NEXT: of_two: site %p: malloc of 64 bytes: kept: pointer-{{.*}}: passed to 'length', {{.*}}
; CHECK-NEXT: of_two: site %q: malloc of 64 bytes: kept: pointer-{{.*}}: passed to 'length', {{.*}}
define i64 @of_two() {
  %p = call ptr @malloc(i64 64)
  %q = call ptr @malloc(i64 64)
  %r = call i64 @length(ptr %p, ptr %q)
  ret i64 %r
}

; The difference with null is the address.
; CHECK-NEXT: of_null: site %p: malloc of 64 bytes: kept: pointer-{{.*}}: passed to 'length', {{.*}}
define i64 @of_null() {
  %p = call ptr @malloc(i64 64)
  %r = call i64 @length(ptr null, ptr %p)
  ret i64 %r
}
; CHECK-NEXT: perhaps_null: site %p: malloc of 64 bytes: kept: pointer-{{.*}}: passed to 'length', {{.*}}
define i64 @perhaps_null(i1 %c) {
  %p = call ptr @malloc(i64 64)
  %q = select i1 %c, ptr %p, ptr null
  %r = call i64 @length(ptr %q, ptr %p)
  ret i64 %r
}
; CHECK-NEXT: with_unknown: site %p: malloc of 64 bytes: kept: pointer-{{.*}}: passed to 'length', {{.*}}
define i64 @with_unknown() {
  %p = call ptr @malloc(i64 64)
  %q = call ptr @get()
  %r = call i64 @length(ptr %p, ptr %q)
  ret i64 %r
}

; Through two functions, and one that calls itself with a place in between.
; CHECK-NEXT: handed_on: param 0 %from: measured against param 1
; CHECK-NEXT: handed_on: param 1 %to: measured against param 0
define internal i64 @handed_on(ptr %from, ptr %to) {
  %next = getelementptr i8, ptr %from, i64 1
  %r = call i64 @length(ptr %next, ptr %to)
  ret i64 %r
}
; CHECK-NEXT: of_one_below: site %p: malloc of 64 bytes: promoted
define i64 @of_one_below(i64 %n) {
  %p = call ptr @malloc(i64 64)
  %end = getelementptr i8, ptr %p, i64 %n
  %r = call i64 @handed_on(ptr %p, ptr %end)
  ret i64 %r
}
; CHECK-NEXT: of_two_below: site %p: malloc of 64 bytes: kept: {{.*}}
; CHECK-NEXT: of_two_below: site %q: malloc of 64 bytes: kept: {{.*}}
define i64 @of_two_below() {
  %p = call ptr @malloc(i64 64)
  %q = call ptr @malloc(i64 64)
  %r = call i64 @handed_on(ptr %p, ptr %q)
  ret i64 %r
}
; CHECK-NEXT: halves: param 0 %from: not captured
; CHECK-NEXT: halves: param 1 %to: measured against param 0
define internal void @halves(ptr %from, ptr %to) {
  %a = ptrtoint ptr %from to i64
  %b = ptrtoint ptr %to to i64
  %d = sub i64 %b, %a
  %h = lshr i64 %d, 1
  %end = icmp eq i64 %h, 0
  br i1 %end, label %out, label %more
more:
  %mid = getelementptr i8, ptr %from, i64 %h
  call void @halves(ptr %from, ptr %mid)
  call void @halves(ptr %mid, ptr %to)
  br label %out
out:
  ret void
}
; CHECK-NEXT: sorts: site %p: malloc of 64 bytes: promoted
define void @sorts() {
  %p = call ptr @malloc(i64 64)
  %end = getelementptr i8, ptr %p, i64 64
  call void @halves(ptr %p, ptr %end)
  ret void
}

; Pointers in memory: of a span, and of a table.
; CHECK-NEXT: span: param 0 %s: contents measured against contents of param 0
define internal i64 @span(ptr %s) {
  %at = getelementptr i8, ptr %s, i64 8
  %from = load ptr, ptr %s
  %to = load ptr, ptr %at
  %a = ptrtoint ptr %from to i64
  %b = ptrtoint ptr %to to i64
  %d = sub i64 %b, %a
  ret i64 %d
}
; CHECK-NEXT: span_of_one: site %p: malloc of 64 bytes: promoted
define i64 @span_of_one(i64 %n) {
  %s = alloca [2 x ptr]
  %p = call ptr @malloc(i64 64)
  %end = getelementptr i8, ptr %p, i64 %n
  %at = getelementptr i8, ptr %s, i64 8
  store ptr %p, ptr %s
  store ptr %end, ptr %at
  %r = call i64 @span(ptr %s)
  ret i64 %r
}
; CHECK-NEXT: span_of_two: site %p: malloc of 64 bytes: kept: pointer-to-integer: passed to 'span', {{.*}}
; CHECK-NEXT: span_of_two: site %q: malloc of 64 bytes: kept: pointer-to-integer: passed to 'span', {{.*}}
define i64 @span_of_two() {
  %s = alloca [2 x ptr]
  %p = call ptr @malloc(i64 64)
  %q = call ptr @malloc(i64 64)
  %at = getelementptr i8, ptr %s, i64 8
  store ptr %p, ptr %s
  store ptr %q, ptr %at
  %r = call i64 @span(ptr %s)
  ret i64 %r
}

; Two entries of a table have one name here, but need not be one object.
; CHECK-NEXT: gap: param 0 %table: contents measured against contents of param 0
define internal i64 @gap(ptr %table, i64 %i, i64 %k) {
  %x = getelementptr ptr, ptr %table, i64 %i
  %y = getelementptr ptr, ptr %table, i64 %k
  %from = load ptr, ptr %x
  %to = load ptr, ptr %y
  %a = ptrtoint ptr %from to i64
  %b = ptrtoint ptr %to to i64
  %d = sub i64 %b, %a
  ret i64 %d
}
; q escapes by p + (q - p).
; CHECK-NEXT: gap_of_two: site %p: malloc of 64 bytes: kept: {{.*}}
; CHECK-NEXT: gap_of_two: site %q: malloc of 64 bytes: kept: pointer-to-integer: passed to 'gap', {{.*}}
define ptr @gap_of_two(i64 %i, i64 %k) {
  %table = alloca [2 x ptr]
  %p = call ptr @malloc(i64 64)
  %q = call ptr @malloc(i64 64)
  %at = getelementptr i8, ptr %table, i64 8
  store ptr %p, ptr %table
  store ptr %q, ptr %at
  %d = call i64 @gap(ptr %table, i64 %i, i64 %k)
  %a = ptrtoint ptr %p to i64
  %b = add i64 %a, %d
  %r = inttoptr i64 %b to ptr
  ret ptr %r
}

; What a byval parameter is measured against is the callee's copy.
; CHECK-NEXT: of_copy: param 0 %copy: not captured
; CHECK-NEXT: of_copy: param 1 %to: measured against param 0
define internal i64 @of_copy(ptr byval(i64) %copy, ptr %to) {
  %a = ptrtoint ptr %copy to i64
  %b = ptrtoint ptr %to to i64
  %d = sub i64 %b, %a
  ret i64 %d
}
; CHECK-NEXT: with_copy: site %p: malloc of 64 bytes: kept: pointer-to-integer: {{.*}}
define i64 @with_copy() {
  %p = call ptr @malloc(i64 64)
  store i64 0, ptr %p
  %r = call i64 @of_copy(ptr byval(i64) %p, ptr %p)
  ret i64 %r
}

; What a pair of phis is judged by, the value of %a, grows when both phis hold all that they ever do.
; CHECK-NEXT: late: site %p: malloc of 64 bytes: kept: returned: returned
; CHECK-NEXT: late: site %q: malloc of 64 bytes: kept: pointer-to-integer: {{.*}}
define ptr @late(i1 %c, i1 %again) {
entry:
  %s = alloca ptr
  %p = call ptr @malloc(i64 64)
  %q = call ptr @malloc(i64 64)
  store ptr %p, ptr %s
  br label %loop
loop:
  %a = load ptr, ptr %s
  br i1 %c, label %one, label %two
one:
  br label %both
two:
  br label %both
both:
  %left = phi ptr [ %a, %one ], [ %q, %two ]
  %right = phi ptr [ %p, %one ], [ %q, %two ]
  %x = ptrtoint ptr %left to i64
  %y = ptrtoint ptr %right to i64
  %d = sub i64 %x, %y
  store ptr %q, ptr %s
  br i1 %again, label %loop, label %out
out:
  %b = ptrtoint ptr %p to i64
  %e = add i64 %b, %d
  %r = inttoptr i64 %e to ptr
  ret ptr %r
}

; The objects of one site in a loop: differences between two of them, and within each.
; CHECK-NEXT: of_turns: site %p: malloc of 64 bytes: kept: pointer-to-integer: {{.*}}
define void @of_turns(i64 %n) {
entry:
  %table = alloca ptr
  br label %loop
loop:
  %i = phi i64 [ 0, %entry ], [ %next, %loop ]
  %old = load ptr, ptr %table
  %p = call ptr @malloc(i64 64)
  %a = ptrtoint ptr %old to i64
  %b = ptrtoint ptr %p to i64
  %d = sub i64 %b, %a
  call void @free(ptr %old)
  store ptr %p, ptr %table
  %next = add i64 %i, 1
  %c = icmp ult i64 %next, %n
  br i1 %c, label %loop, label %out
out:
  ret void
}
; CHECK-NEXT: of_each_turn: site %p: malloc of 64 bytes: promoted
define i64 @of_each_turn(i64 %n) {
entry:
  %s = alloca [2 x ptr]
  br label %loop
loop:
  %i = phi i64 [ 0, %entry ], [ %next, %loop ]
  %p = call ptr @malloc(i64 64)
  %end = getelementptr i8, ptr %p, i64 %i
  %at = getelementptr i8, ptr %s, i64 8
  store ptr %p, ptr %s
  store ptr %end, ptr %at
  %d = call i64 @span(ptr %s)
  call void @number(i64 %d)
  call void @free(ptr %p)
  %next = add i64 %i, 1
  %c = icmp ult i64 %next, %n
  br i1 %c, label %loop, label %out
out:
  ret i64 0
}

declare ptr @malloc(i64)
declare void @free(ptr)
declare ptr @get()
declare void @number(i64)
