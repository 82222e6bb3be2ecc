; RUN: %h2s %s | FileCheck %s
; RUN: %escape %s 2>&1 | FileCheck --check-prefix=STATE %s
; RUN: %h2s -heap-to-stack-clone-budget=0 %s | FileCheck --check-prefix=OFF %s
;
; Bodies that the linker may replace: what they show is true of a private copy only, which is called
; instead where that moves something.
;
; OFF-NOT: stackbound.slot
; OFF-NOT: .stackbound

define linkonce_odr i32 @sum(ptr %x) {
  %v = load i32, ptr %x
  ret i32 %v
}
define available_externally i32 @sum_elsewhere(ptr %x) {
  %v = load i32, ptr %x
  ret i32 %v
}
define linkonce i32 @sum_any(ptr %x) {
  %v = load i32, ptr %x
  ret i32 %v
}
; STATE: by_inline: site %p: malloc of 8 bytes: promoted
; CHECK-LABEL: define i32 @by_inline(
; CHECK: call i32 @sum.stackbound(ptr %stackbound.slot)
define i32 @by_inline() {
  %p = call ptr @malloc(i64 8)
  store i32 1, ptr %p
  %v = call i32 @sum(ptr %p)
  ret i32 %v
}
; STATE: by_imported: site %p: malloc of 8 bytes: promoted
; CHECK-LABEL: define i32 @by_imported(
; CHECK: call i32 @sum_elsewhere.stackbound(ptr %stackbound.slot)
define i32 @by_imported() {
  %p = call ptr @malloc(i64 8)
  store i32 1, ptr %p
  %v = call i32 @sum_elsewhere(ptr %p)
  ret i32 %v
}
; Another program may mean something else by it.
; STATE: by_any: site %p: malloc of 8 bytes: kept: passed-to-call: passed to 'sum_any'
; CHECK-LABEL: define i32 @by_any(
; CHECK: call i32 @sum_any(ptr %p)
define i32 @by_any() {
  %p = call ptr @malloc(i64 8)
  store i32 1, ptr %p
  %v = call i32 @sum_any(ptr %p)
  ret i32 %v
}
; Nothing moves here: the calls stay.
; CHECK-LABEL: define i32 @moves_nothing(
; CHECK: call i32 @sum(ptr %x)
; CHECK: call i32 @sum(ptr %v)
define i32 @moves_nothing(ptr %x) {
  %a = call i32 @sum(ptr %x)
  %v = alloca i32
  store i32 4, ptr %v
  %b = call i32 @sum(ptr %v)
  %c = add i32 %a, %b
  ret i32 %c
}
; One moves, and the call with it; the other call has to do with what escapes.
; STATE: one_of_two: site %p: malloc of 8 bytes: promoted
; STATE: one_of_two: site %q: malloc of 8 bytes: kept: stored-to-global
; CHECK-LABEL: define i32 @one_of_two(
; CHECK: call i32 @sum.stackbound(ptr
; CHECK: call i32 @sum(ptr %q)
define i32 @one_of_two() {
  %p = call ptr @malloc(i64 8)
  store i32 1, ptr %p
  %q = call ptr @malloc(i64 8)
  store i32 1, ptr %q
  store ptr %q, ptr @g
  %a = call i32 @sum(ptr %p)
  %b = call i32 @sum(ptr %q)
  %c = add i32 %a, %b
  ret i32 %c
}

; An inline function that is only reached through another one: the exact one is copied, too.
define internal i32 @forwards(ptr %x) {
  %v = call i32 @sum(ptr %x)
  ret i32 %v
}
; STATE: two_deep: site %p: malloc of 8 bytes: promoted
; CHECK-LABEL: define i32 @two_deep(
; CHECK: call i32 @forwards.stackbound(ptr
define i32 @two_deep() {
  %p = call ptr @malloc(i64 8)
  store i32 1, ptr %p
  %v = call i32 @forwards(ptr %p)
  ret i32 %v
}

; Made and freed by inline functions.
define linkonce_odr ptr @make() {
  %p = call ptr @_Znwm(i64 8) builtin
  store i32 1, ptr %p
  ret ptr %p
}
define linkonce_odr void @unmake(ptr %p) {
  call void @_ZdlPv(ptr %p) builtin
  ret void
}
; STATE: pair: site %p: make (operator new of 8 bytes): promoted
; CHECK-LABEL: define i32 @pair(
; CHECK: call ptr @make.stackbound(ptr
; CHECK: call i32 @sum.stackbound(ptr
; CHECK: call void @unmake.stackbound(ptr
define i32 @pair() {
  %p = call ptr @make()
  %v = call i32 @sum(ptr %p)
  call void @unmake(ptr %p)
  ret i32 %v
}

; A body with private parts of its comdat cannot stand elsewhere.
$with_table = comdat any
@table = private constant [2 x i32] [i32 1, i32 2], comdat($with_table)
define linkonce_odr i32 @with_table(ptr %x) comdat {
  %v = load i32, ptr %x
  %e = getelementptr i32, ptr @table, i32 %v
  %w = load i32, ptr %e
  ret i32 %w
}
; STATE: by_table: site %p: malloc of 8 bytes: kept: passed-to-call
; CHECK-LABEL: define i32 @by_table(
; CHECK: call i32 @with_table(ptr %p)
define i32 @by_table() {
  %p = call ptr @malloc(i64 8)
  store i32 1, ptr %p
  %v = call i32 @with_table(ptr %p)
  ret i32 %v
}
; A comdat without them can.
$plain = comdat any
define linkonce_odr i32 @plain(ptr %x) comdat {
  %v = load i32, ptr %x
  ret i32 %v
}
; CHECK-LABEL: define i32 @by_plain(
; CHECK: call i32 @plain.stackbound(ptr
define i32 @by_plain() {
  %p = call ptr @malloc(i64 8)
  store i32 1, ptr %p
  %v = call i32 @plain(ptr %p)
  ret i32 %v
}

; What is stored into by another version decides where %p goes.
define linkonce_odr void @fill(ptr %s) {
  ret void
}
; CHECK-LABEL: define i32 @stored_where_it_says(
; CHECK: call void @fill.stackbound(ptr %s)
define i32 @stored_where_it_says() {
  %s = alloca ptr
  store ptr null, ptr %s
  call void @fill(ptr %s)
  %q = load ptr, ptr %s
  %none = icmp eq ptr %q, null
  %p = call ptr @malloc(i64 8)
  store i32 1, ptr %p
  br i1 %none, label %done, label %in
in:
  store ptr %p, ptr %q
  br label %done
done:
  %v = load i32, ptr %p
  ret i32 %v
}

; Copies are private, outside all comdats.
; CHECK: define internal i32 @sum.stackbound(ptr %x) {
; CHECK: define internal i32 @sum_elsewhere.stackbound(ptr %x) {
; CHECK: define internal i32 @forwards.stackbound(ptr %x) {
; CHECK-NEXT: call i32 @sum.stackbound(ptr %x)
; CHECK: define internal ptr @make.stackbound(ptr {{.*}}%stackbound.slot) {
; CHECK: define internal void @unmake.stackbound(ptr %p) {
; CHECK-NEXT: ret void
; CHECK: define internal i32 @plain.stackbound(ptr %x) {

@g = global ptr null
declare ptr @malloc(i64)
declare ptr @_Znwm(i64)
declare void @_ZdlPv(ptr)
