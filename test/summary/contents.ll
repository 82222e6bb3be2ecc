; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; What a function does with the pointers behind its parameters.

@g = global ptr null

; CHECK: keeps_contents: param 0 %x: contents captured: stored-to-global: stored to global 'g'
define internal void @keeps_contents(ptr %x) {
  %v = load ptr, ptr %x
  store ptr %v, ptr @g
  ret void
}
; CHECK-NEXT: calls_keeps_contents: site %p: malloc of 8 bytes: kept: stored-to-global: {{.*}}
; CHECK-NEXT: calls_keeps_contents: site %q: malloc of 8 bytes: promoted
define void @calls_keeps_contents() {
  %p = call ptr @malloc(i64 8)
  %q = call ptr @malloc(i64 8)
  store ptr %p, ptr %q
  call void @keeps_contents(ptr %q)
  call void @free(ptr %q)
  ret void
}

; Another field than the one that is kept.
; CHECK-NEXT: other_field: site %p: malloc of 8 bytes: promoted
; CHECK-NEXT: other_field: site %q: malloc of 16 bytes: promoted
define void @other_field() {
  %p = call ptr @malloc(i64 8)
  %q = call ptr @malloc(i64 16)
  store ptr null, ptr %q
  %f = getelementptr i8, ptr %q, i64 8
  store ptr %p, ptr %f
  call void @keeps_contents(ptr %q)
  call void @free(ptr %q)
  ret void
}

; CHECK-NEXT: reads_contents: param 0 %x: not captured
define internal i64 @reads_contents(ptr %x) {
  %v = load ptr, ptr %x
  %r = load i64, ptr %v
  ret i64 %r
}
; CHECK-NEXT: calls_reads_contents: site %p: malloc of 8 bytes: promoted
; CHECK-NEXT: calls_reads_contents: site %q: malloc of 8 bytes: promoted
define i64 @calls_reads_contents() {
  %p = call ptr @malloc(i64 8)
  %q = call ptr @malloc(i64 8)
  store i64 1, ptr %p
  store ptr %p, ptr %q
  %r = call i64 @reads_contents(ptr %q)
  ret i64 %r
}

; CHECK-NEXT: returns_contents: param 0 %x: contents returned
define internal ptr @returns_contents(ptr %x) {
  %v = load ptr, ptr %x
  ret ptr %v
}
; CHECK-NEXT: returned_contents: site %p: malloc of 8 bytes: kept: returned: returned
; CHECK-NEXT: returned_contents: site %q: malloc of 8 bytes: promoted
define ptr @returned_contents() {
  %p = call ptr @malloc(i64 8)
  %q = call ptr @malloc(i64 8)
  store ptr %p, ptr %q
  %r = call ptr @returns_contents(ptr %q)
  ret ptr %r
}
; CHECK-NEXT: freed_contents: site %p: malloc of 8 bytes: promoted
; CHECK-NEXT: freed_contents: site %q: malloc of 8 bytes: promoted
define void @freed_contents() {
  %p = call ptr @malloc(i64 8)
  %q = call ptr @malloc(i64 8)
  store ptr %p, ptr %q
  %r = call ptr @returns_contents(ptr %q)
  call void @free(ptr %r)
  call void @free(ptr %q)
  ret void
}

; Two levels down: one object stands for all behind the first.
; CHECK-NEXT: keeps_deep: param 0 %x: contents captured: stored-to-global: {{.*}}
define internal void @keeps_deep(ptr %x) {
  %v = load ptr, ptr %x
  %w = load ptr, ptr %v
  store ptr %w, ptr @g
  ret void
}
; CHECK-NEXT: calls_keeps_deep: site %p: malloc of 8 bytes: kept: stored-to-global: {{.*}}
define void @calls_keeps_deep() {
  %a = alloca ptr
  %b = alloca ptr
  %p = call ptr @malloc(i64 8)
  store ptr %p, ptr %a
  store ptr %a, ptr %b
  call void @keeps_deep(ptr %b)
  ret void
}

; Moved from one parameter's object to another's.
; CHECK-NEXT: moves: param 0 %to: not captured
; CHECK-NEXT: moves: param 1 %from: contents stored to what param 0 points to
define internal void @moves(ptr %to, ptr %from) {
  %v = load ptr, ptr %from
  store ptr %v, ptr %to
  ret void
}
; CHECK-NEXT: moved_and_returned: site %p: malloc of 8 bytes: kept: returned: returned
define ptr @moved_and_returned() {
  %a = alloca ptr
  %b = alloca ptr
  %p = call ptr @malloc(i64 8)
  store ptr %p, ptr %a
  call void @moves(ptr %b, ptr %a)
  %r = load ptr, ptr %b
  ret ptr %r
}
; CHECK-NEXT: moved_to_parameter: site %p: malloc of 8 bytes: kept: stored-to-heap: {{.*}}
; CHECK-NEXT: moved_to_parameter: param 0 %out: not captured
define void @moved_to_parameter(ptr %out) {
  %a = alloca ptr
  %p = call ptr @malloc(i64 8)
  store ptr %p, ptr %a
  call void @moves(ptr %out, ptr %a)
  ret void
}

; memcpy between parameters.
; CHECK-NEXT: copies: param 0 %to: not captured
; CHECK-NEXT: copies: param 1 %from: contents stored to what param 0 points to
define internal void @copies(ptr %to, ptr %from, i64 %n) {
  call void @llvm.memcpy.p0.p0.i64(ptr %to, ptr %from, i64 %n, i1 false)
  ret void
}
; CHECK-NEXT: copied_and_returned: site %p: malloc of 8 bytes: kept: returned: returned
define ptr @copied_and_returned() {
  %a = alloca ptr
  %b = alloca ptr
  %p = call ptr @malloc(i64 8)
  store ptr %p, ptr %a
  call void @copies(ptr %b, ptr %a, i64 8)
  %r = load ptr, ptr %b
  ret ptr %r
}

; Bytes copied one by one.
; CHECK-NEXT: copies_bytes: param 0 %to: {{.*}}
; CHECK-NEXT: copies_bytes: param 1 %from: {{.*}}
define internal void @copies_bytes(ptr %to, ptr %from, i64 %n) {
entry:
  br label %loop
loop:
  %i = phi i64 [ 0, %entry ], [ %j, %loop ]
  %x = getelementptr i8, ptr %from, i64 %i
  %byte = load i8, ptr %x
  %y = getelementptr i8, ptr %to, i64 %i
  store i8 %byte, ptr %y
  %j = add i64 %i, 1
  %more = icmp ult i64 %j, %n
  br i1 %more, label %loop, label %done
done:
  ret void
}
; CHECK-NEXT: bytes_copied_and_returned: site %p: malloc of 8 bytes: kept: {{.*}}
define ptr @bytes_copied_and_returned() {
  %a = alloca ptr
  %b = alloca ptr
  %p = call ptr @malloc(i64 8)
  store ptr %p, ptr %a
  call void @copies_bytes(ptr %b, ptr %a, i64 8)
  %r = load ptr, ptr %b
  ret ptr %r
}

; Integers that are really addresses.
; CHECK-NEXT: keeps_word: param 0 %x: {{.*}}
define internal void @keeps_word(ptr %x) {
  %v = load i64, ptr %x
  store i64 %v, ptr @g
  ret void
}
; CHECK-NEXT: calls_keeps_word: site %p: malloc of 8 bytes: kept: {{.*}}
define void @calls_keeps_word() {
  %a = alloca ptr
  %p = call ptr @malloc(i64 8)
  store ptr %p, ptr %a
  call void @keeps_word(ptr %a)
  ret void
}
; CHECK-NEXT: returns_word: param 0 %x: {{.*}}
define internal i64 @returns_word(ptr %x) {
  %v = load i64, ptr %x
  ret i64 %v
}
; CHECK-NEXT: word_returned: site %p: malloc of 8 bytes: kept: {{.*}}
define i64 @word_returned() {
  %a = alloca ptr
  %p = call ptr @malloc(i64 8)
  store ptr %p, ptr %a
  %r = call i64 @returns_word(ptr %a)
  ret i64 %r
}
; Plain numbers stay harmless.
; CHECK-NEXT: number_returned: site %p: malloc of 8 bytes: promoted
define i64 @number_returned() {
  %p = call ptr @malloc(i64 8)
  store i64 1, ptr %p
  call void @keeps_word(ptr %p)
  %r = call i64 @returns_word(ptr %p)
  ret i64 %r
}

; The callee swaps two pointers.
; CHECK-NEXT: swaps: param 0 %x: contents stored to what param {{.*}} points to
; CHECK-NEXT: swaps: param 1 %y: contents stored to what param {{.*}} points to
define internal void @swaps(ptr %x, ptr %y) {
  %v = load ptr, ptr %x
  %w = load ptr, ptr %y
  store ptr %w, ptr %x
  store ptr %v, ptr %y
  ret void
}
; CHECK-NEXT: swapped: site %p: malloc of 8 bytes: kept: returned: returned
; CHECK-NEXT: swapped: site %q: malloc of 8 bytes: kept: returned: returned
define ptr @swapped() {
  %a = alloca ptr
  %b = alloca ptr
  %p = call ptr @malloc(i64 8)
  %q = call ptr @malloc(i64 8)
  store ptr %p, ptr %a
  store ptr %q, ptr %b
  call void @swaps(ptr %a, ptr %b)
  %r = load ptr, ptr %a
  ret ptr %r
}

; Stores into an object behind the parameter.
; CHECK-NEXT: stores_behind: param 0 %x: {{.*}}
; CHECK-NEXT: stores_behind: param 1 %list: {{.*}}
define internal void @stores_behind(ptr %x, ptr %list) {
  %v = load ptr, ptr %list
  store ptr %x, ptr %v
  ret void
}
; CHECK-NEXT: stored_behind_and_returned: site %p: malloc of 8 bytes: kept: {{.*}}
define ptr @stored_behind_and_returned() {
  %a = alloca ptr
  %b = alloca ptr
  store ptr %a, ptr %b
  %p = call ptr @malloc(i64 8)
  call void @stores_behind(ptr %p, ptr %b)
  %r = load ptr, ptr %a
  ret ptr %r
}
; CHECK-NEXT: stored_behind: site %p: malloc of 8 bytes: promoted
define void @stored_behind() {
  %a = alloca ptr
  %b = alloca ptr
  store ptr %a, ptr %b
  %p = call ptr @malloc(i64 8)
  call void @stores_behind(ptr %p, ptr %b)
  call void @free(ptr %p)
  ret void
}

declare ptr @malloc(i64)
declare void @free(ptr)
