; RUN: %h2s %s -o %t.ll
; RUN: FileCheck %s <%t.ll
; RUN: FileCheck --check-prefix=NONE %s <%t.ll
;
; Attributes of a function that allocates or frees need not be true of its copy, which works on a slot
; of its caller's and compares its parameters.
;
; No attribute group of a copy or of a call to one has them.
; NONE-NOT: {{alloc-family|allockind|allocsize}}

; CHECK: define noalias ptr @new(i64 %n) [[OLD:#[0-9]+]]
define noalias ptr @new(i64 %n) nounwind memory(inaccessiblemem: readwrite) {
  %p = call ptr @malloc(i64 16)
  ret ptr %p
}
; CHECK-LABEL: define void @delete(ptr {{(captures\(none\)|nocapture)}} %p)
define void @delete(ptr nocapture %p) memory(argmem: readwrite, inaccessiblemem: readwrite) {
  call void @free(ptr %p)
  ret void
}

; CHECK-LABEL: define void @new_and_delete(
; CHECK: call ptr @new.stackbound(i64 16, ptr {{.*}}) [[NEW:#[0-9]+]]
; CHECK: call void @delete.stackbound(ptr %{{.*}})
define void @new_and_delete() {
  %p = tail call noalias ptr @new(i64 16) nounwind memory(inaccessiblemem: readwrite)
  store i32 1, ptr %p
  tail call void @delete(ptr nocapture %p) memory(argmem: readwrite, inaccessiblemem: readwrite)
  ret void
}

; The parameter is compared.
; CHECK-LABEL: define void @new_or_other(
; CHECK: call void @delete.stackbound.1(ptr %{{.*}}, ptr
define void @new_or_other(ptr %other, i1 %c) {
  %p = call ptr @malloc(i64 16)
  store i32 1, ptr %p
  %q = select i1 %c, ptr %p, ptr %other
  tail call void @delete(ptr nocapture %q)
  ret void
}

; Other attributes stay: of parameters, result and function.
define nonnull align 16 dereferenceable(16) ptr @widget(i32 signext %a, ptr byval(i64) align 8 %b) noinline nounwind uwtable "frame-pointer"="all" {
  %p = call ptr @malloc(i64 16)
  store i32 %a, ptr %p
  %v = load i32, ptr %b
  ret ptr %p
}
; CHECK-LABEL: define i32 @uses_widget(
; CHECK: call align 16 ptr @widget.stackbound(i32 signext 5, ptr byval(i64) align 8 %b, ptr {{[^)]*}})
define i32 @uses_widget() {
  %b = alloca i64
  store i64 2, ptr %b
  %p = call align 16 ptr @widget(i32 signext 5, ptr byval(i64) align 8 %b)
  %v = load i32, ptr %p
  call void @free(ptr %p)
  ret i32 %v
}

; Calling convention, fast-math flags of the result, metadata of the call.
define internal fastcc float @weigh(ptr %x) {
  call void @free(ptr %x)
  ret float 1.0
}
; CHECK-LABEL: define float @keeps_flags(
; CHECK: call nnan fastcc float @weigh.stackbound(ptr %{{[^,]*}}), !srcloc [[LOC:![0-9]+]]
define float @keeps_flags() {
  %p = call ptr @malloc(i64 8)
  store i32 1, ptr %p
  %f = call nnan fastcc float @weigh(ptr %p), !srcloc !0
  ret float %f
}

; `tail` goes from the call of a maker, a marker that forbids tail calls stays.
; CHECK-LABEL: define i32 @tail_calls(
; CHECK: {{^}}  %p = call ptr @new.stackbound(
; CHECK: {{^}}  %q = notail call ptr @new.stackbound(
define i32 @tail_calls() {
  %p = tail call ptr @new(i64 1)
  %q = notail call ptr @new(i64 1)
  store i32 1, ptr %p
  store i32 2, ptr %q
  %v = load i32, ptr %p
  call void @free(ptr %p)
  call void @free(ptr %q)
  ret i32 %v
}
; In the copy of a function in between the slot is its caller's.
define internal ptr @between() {
  %p = tail call ptr @new(i64 1)
  ret ptr %p
}
; CHECK-LABEL: define void @uses_between(
; CHECK: {{^}}  %p = call ptr @between.stackbound(ptr
define void @uses_between() {
  %p = tail call ptr @between()
  tail call void @free(ptr %p)
  ret void
}
; A tail call that gets the object, in a copy that has an object of its own on its stack.
define internal void @works(ptr %x) {
  %t = call ptr @malloc(i64 8)
  store ptr %x, ptr %t
  tail call void @look(ptr %x)
  tail call void @look_inside(ptr %t)
  call void @free(ptr %x)
  ret void
}
; CHECK-LABEL: define void @uses_works(
; CHECK: {{^}}  call void @works.stackbound(ptr
define void @uses_works() {
  %p = call ptr @malloc(i64 8)
  tail call void @works(ptr %p)
  ret void
}

; CHECK: define internal ptr @new.stackbound(i64 %n, ptr {{.*}}%stackbound.slot) [[NEW]] {
; CHECK: define internal void @delete.stackbound(ptr %p) {
; CHECK: define internal void @delete.stackbound.1(ptr %p, ptr {{.*}}%stackbound.slot) {
; CHECK: define internal nonnull align 16 dereferenceable(16) ptr @widget.stackbound(i32 signext %a, ptr byval(i64) align 8 %b, ptr {{.*}}%stackbound.slot) [[WIDGET:#[0-9]+]] {
; CHECK: define internal fastcc float @weigh.stackbound(ptr %x) {
; CHECK: define internal ptr @between.stackbound(
; CHECK: define internal void @works.stackbound(ptr %x)
; CHECK: [[T:%.*]] = alloca [8 x i8]
; CHECK: tail call void @look(ptr %x)
; CHECK: {{^}}  call void @look_inside(ptr [[T]])

; CHECK-DAG: attributes [[OLD]] = { nounwind memory(inaccessiblemem: readwrite) }
; CHECK-DAG: attributes [[NEW]] = { nounwind }
; CHECK-DAG: attributes [[WIDGET]] = { noinline nounwind uwtable "frame-pointer"="all" }

!0 = !{i64 7}
declare ptr @malloc(i64)
declare void @free(ptr)
declare void @look(ptr nocapture) nofree
declare void @look_inside(ptr nocapture) readonly nounwind
