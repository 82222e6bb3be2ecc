; RUN: %h2s %s | FileCheck %s
; RUN: %escape %s 2>&1 | FileCheck --check-prefix=STATE %s
;
; Frees in callees that no copy can leave out, beside those that it can.

; The family is the object's: new and delete in a callee.
define internal void @deletes(ptr %x) {
  call void @_ZdlPv(ptr %x) builtin
  ret void
}
; STATE: matched: site %p: operator new of 8 bytes: promoted
; CHECK-LABEL: define void @matched(
; CHECK-NOT: @_Znwm
; CHECK: call void @deletes.stackbound(ptr
define void @matched() {
  %p = call ptr @_Znwm(i64 8) builtin
  call void @look(ptr %p)
  call void @deletes(ptr %p)
  ret void
}
; STATE: mismatched: site %p: malloc of 8 bytes: kept: other: {{.*}}does not match 'malloc'
; CHECK-LABEL: define void @mismatched(
; CHECK: call ptr @malloc(
; CHECK: call void @deletes(ptr %p)
define void @mismatched() {
  %p = call ptr @malloc(i64 8)
  call void @deletes(ptr %p)
  ret void
}
; By two families, one of them the object's.
define internal void @frees_or_deletes(ptr %x, i1 %c) {
  br i1 %c, label %a, label %b
a:
  call void @free(ptr %x)
  ret void
b:
  call void @_ZdlPv(ptr %x) builtin
  ret void
}
; STATE: mismatched_on_one_path: site %p: malloc of 8 bytes: kept: other: {{.*}}does not match 'malloc'
; CHECK-LABEL: define void @mismatched_on_one_path(
; CHECK: call ptr @malloc(
define void @mismatched_on_one_path(i1 %c) {
  %p = call ptr @malloc(i64 8)
  call void @frees_or_deletes(ptr %p, i1 %c)
  ret void
}

; The object's start, 16 bytes before the pointer (an allocation header).
define internal void @frees_before(ptr %x) {
  %start = getelementptr i8, ptr %x, i64 -16
  call void @free(ptr %start)
  ret void
}
; STATE: behind_a_header: site %p: malloc of 32 bytes: promoted
; CHECK-LABEL: define void @behind_a_header(
; CHECK-NOT: @malloc
; CHECK: call void @frees_before.stackbound(ptr
define void @behind_a_header() {
  %p = call ptr @malloc(i64 32)
  %q = getelementptr i8, ptr %p, i64 16
  call void @look(ptr %q)
  call void @frees_before(ptr %q)
  ret void
}
; Not the object's start.
; STATE: not_its_start: site %p: malloc of 32 bytes: kept: other
; CHECK-LABEL: define void @not_its_start(
; CHECK: call ptr @malloc(
define void @not_its_start() {
  %p = call ptr @malloc(i64 32)
  call void @look(ptr %p)
  call void @frees_before(ptr %p)
  ret void
}

; Freed through a word: the pointer came as an integer.
define internal void @frees_word(i64 %x) {
  %p = inttoptr i64 %x to ptr
  call void @free(ptr %p)
  ret void
}
; STATE: as_an_integer: site %p: malloc of 32 bytes: kept: pointer-to-integer
; CHECK-LABEL: define void @as_an_integer(
; CHECK: call ptr @malloc(
define void @as_an_integer() {
  %p = call ptr @malloc(i64 32)
  %i = ptrtoint ptr %p to i64
  call void @frees_word(i64 %i)
  ret void
}

; Functions that are left alone are not copied, neither are those that the linker may replace.
define void @weakly_frees(ptr %x) #0 {
  call void @free(ptr %x)
  ret void
}
define weak void @weak_frees(ptr %x) {
  call void @free(ptr %x)
  ret void
}
define internal void @watched_frees(ptr %x) sanitize_address {
  call void @free(ptr %x)
  ret void
}
define internal void @off_frees(ptr %x) "heap-to-stack"="off" {
  call void @free(ptr %x)
  ret void
}
; STATE: by_optnone: site %p: malloc of 8 bytes: kept: freed-elsewhere: may be freed by 'weakly_frees'
define void @by_optnone() {
  %p = call ptr @malloc(i64 8)
  call void @weakly_frees(ptr %p)
  ret void
}
; STATE: by_weak: site %p: malloc of 8 bytes: kept: {{.*}}'weak_frees'
define void @by_weak() {
  %p = call ptr @malloc(i64 8)
  call void @weak_frees(ptr %p)
  ret void
}
; STATE: by_watched: site %p: malloc of 8 bytes: kept: freed-elsewhere: may be freed by 'watched_frees'
define void @by_watched() {
  %p = call ptr @malloc(i64 8)
  call void @watched_frees(ptr %p)
  ret void
}
; STATE: by_off: site %p: malloc of 8 bytes: kept: freed-elsewhere: may be freed by 'off_frees'
define void @by_off() {
  %p = call ptr @malloc(i64 8)
  call void @off_frees(ptr %p)
  ret void
}

; Calls that cannot go elsewhere: musttail, operand bundles.
define internal void @plainly_frees(ptr %x) {
  call void @free(ptr %x)
  ret void
}
; STATE: by_musttail: site %p: malloc of 8 bytes: kept
define void @by_musttail(ptr %unused) {
  %p = call ptr @malloc(i64 8)
  musttail call void @plainly_frees(ptr %p)
  ret void
}
; STATE: with_bundle: site %p: malloc of 8 bytes: kept: freed-elsewhere: may be freed by 'plainly_frees'
define void @with_bundle(i32 %x) {
  %p = call ptr @malloc(i64 8)
  call void @plainly_frees(ptr %p) [ "deopt"(i32 %x) ]
  ret void
}
; STATE: plainly: site %p: malloc of 8 bytes: promoted
define void @plainly() {
  %p = call ptr @malloc(i64 8)
  call void @plainly_frees(ptr %p)
  ret void
}

attributes #0 = { noinline optnone }
declare ptr @malloc(i64)
declare void @free(ptr)
declare ptr @_Znwm(i64)
declare void @_ZdlPv(ptr)
declare void @look(ptr nocapture) nofree
