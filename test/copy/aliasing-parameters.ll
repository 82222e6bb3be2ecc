; RUN: %escape %s 2>&1 | FileCheck %s
; RUN: %h2s %s -o /dev/null
;
; An object that a maker leaves in its caller's memory can be reached through another parameter.

@g = global ptr null

; *out = p; q = *other; q->x = r; g = p->x   with out == other: r escapes.
define internal void @through_other(ptr %out, ptr %other, ptr %r) {
  %p = call ptr @malloc(i64 16)
  store ptr null, ptr %p
  store ptr %p, ptr %out
  %q = load ptr, ptr %other
  store ptr %r, ptr %q
  %s = load ptr, ptr %p
  store ptr %s, ptr @g
  ret void
}
; CHECK: one_variable: site %r: malloc of 8 bytes: kept: {{.*}}'g'
define void @one_variable() {
  %v = alloca ptr
  %r = call ptr @malloc(i64 8)
  call void @through_other(ptr %v, ptr %v, ptr %r)
  ret void
}
; CHECK: two_variables: site %dummy: malloc of 16 bytes: promoted
; CHECK: two_variables: site %r: malloc of 8 bytes: promoted
define void @two_variables() {
  %v = alloca ptr
  %w = alloca ptr
  %dummy = call ptr @malloc(i64 16)
  store ptr %dummy, ptr %w
  %r = call ptr @malloc(i64 8)
  call void @through_other(ptr %v, ptr %w, ptr %r)
  ret void
}

; The other way round: what is put into p is read through the other name.
define internal ptr @read_by_other(ptr %out, ptr %other, ptr %r) {
  %p = call ptr @malloc(i64 16)
  store ptr %r, ptr %p
  store ptr %p, ptr %out
  %q = load ptr, ptr %other
  %s = load ptr, ptr %q
  ret ptr %s
}
; CHECK: read_back: site %r: malloc of 8 bytes: kept: stored-to-global: stored to global 'g'
define void @read_back() {
  %v = alloca ptr
  %r = call ptr @malloc(i64 8)
  %s = call ptr @read_by_other(ptr %v, ptr %v, ptr %r)
  store ptr %s, ptr @g
  ret void
}

; Freed through the other name.
define internal void @freed_by_other(ptr %out, ptr %other) {
  %p = call ptr @malloc(i64 16)
  store ptr %p, ptr %out
  %q = load ptr, ptr %other
  call void @free(ptr %q)
  ret void
}
; CHECK: made_and_freed_inside: site %<unnamed>: freed_by_other (malloc of 16 bytes): promoted
define void @made_and_freed_inside() {
  %v = alloca ptr
  call void @freed_by_other(ptr %v, ptr %v)
  ret void
}

; The object's memory holds its own address, read through the other name two levels down.
define internal ptr @itself(ptr %out, ptr %other) {
  %p = call ptr @malloc(i64 16)
  store ptr %p, ptr %out
  %q = load ptr, ptr %other
  store ptr %q, ptr %q
  %s = load ptr, ptr %p
  ret ptr %s
}
; CHECK: itself_returned: site %s: itself (malloc of 16 bytes): kept: returned
define ptr @itself_returned() {
  %v = alloca ptr
  %s = call ptr @itself(ptr %v, ptr %v)
  ret ptr %s
}

; An integer that holds the address, read through the other name.
define internal i64 @as_word(ptr %out, ptr %other) {
  %p = call ptr @malloc(i64 16)
  store ptr %p, ptr %out
  %i = load i64, ptr %other
  ret i64 %i
}
; CHECK: word_stored: site %i: as_word (malloc of 16 bytes): kept: stored-to-global
define void @word_stored() {
  %v = alloca ptr
  %i = call i64 @as_word(ptr %v, ptr %v)
  %q = inttoptr i64 %i to ptr
  store ptr %q, ptr @g
  ret void
}

; A second object stored into the first through the other name.
define internal void @second_in_first(ptr %out, ptr %other) {
  %p = call ptr @malloc(i64 16)
  store ptr %p, ptr %out
  %q = load ptr, ptr %other
  %x = call ptr @malloc(i64 8)
  store ptr %x, ptr %q
  ret void
}
; CHECK: second_escapes: site %<unnamed>: second_in_first (malloc of 16 bytes): promoted
; CHECK: second_escapes: site %<unnamed>: second_in_first (malloc of 8 bytes): kept: stored-to-global
define void @second_escapes() {
  %v = alloca ptr
  call void @second_in_first(ptr %v, ptr %v)
  %p = load ptr, ptr %v
  %x = load ptr, ptr %p
  store ptr %x, ptr @g
  ret void
}

; The variable escapes by its other name, before and after the store.
define internal void @escapes_first(ptr %out, ptr %other) {
  store ptr %other, ptr @g
  %p = call ptr @malloc(i64 16)
  store ptr %p, ptr %out
  ret void
}
; CHECK: variable_escapes: site %<unnamed>: escapes_first (malloc of 16 bytes): kept: {{.*}}'g'
define void @variable_escapes() {
  %v = alloca ptr
  call void @escapes_first(ptr %v, ptr %v)
  ret void
}
; CHECK: other_variable_escapes: site %<unnamed>: escapes_first (malloc of 16 bytes): promoted
define void @other_variable_escapes() {
  %v = alloca ptr
  %w = alloca ptr
  call void @escapes_first(ptr %v, ptr %w)
  ret void
}

declare ptr @malloc(i64)
declare void @free(ptr)
