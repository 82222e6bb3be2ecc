; RUN: %h2s %s | FileCheck %s
; RUN: %escape %s 2>&1 | FileCheck --check-prefix=STATE %s
;
; A destructor frees fields, too: each object by itself, in a slot or not.

; struct { ptr name; ... }: frees the name and the struct.
define internal void @destroy(ptr %x) {
  %name = load ptr, ptr %x
  call void @free(ptr %name)
  call void @free(ptr %x)
  ret void
}

; STATE: both: site %p: malloc of 16 bytes: promoted
; STATE: both: site %q: malloc of 32 bytes: promoted
; CHECK-LABEL: define void @both(
; CHECK-NOT: @malloc
; CHECK: call void @destroy.stackbound(ptr %{{[^,]*}})
define void @both() {
  %p = call ptr @malloc(i64 16)
  %q = call ptr @malloc(i64 32)
  store ptr %q, ptr %p
  call void @destroy(ptr %p)
  ret void
}

; Only the struct: the field is freed as before.
; STATE: struct_only: site %p: malloc of 16 bytes: promoted
; STATE: struct_only: site %q: malloc of 4096 bytes: kept: too-large
; CHECK-LABEL: define void @struct_only(
; CHECK: call ptr @malloc(i64 4096)
; CHECK: call void @destroy.stackbound.1(ptr
define void @struct_only() {
  %p = call ptr @malloc(i64 16)
  %q = call ptr @malloc(i64 4096)
  store ptr %q, ptr %p
  call void @destroy(ptr %p)
  ret void
}

; Only the field.
; STATE: field_only: site %p: malloc of 4096 bytes: kept: too-large
; STATE: field_only: site %q: malloc of 32 bytes: promoted
; CHECK-LABEL: define void @field_only(
; CHECK: call ptr @malloc(i64 4096)
; CHECK: call void @destroy.stackbound.2(ptr
define void @field_only() {
  %p = call ptr @malloc(i64 4096)
  %q = call ptr @malloc(i64 32)
  store ptr %q, ptr %p
  call void @destroy(ptr %p)
  ret void
}

; The field of a local struct.
define internal void @clear(ptr %x) {
  %name = load ptr, ptr %x
  call void @free(ptr %name)
  store ptr null, ptr %x
  ret void
}
; STATE: field_of_local: site %q: malloc of 32 bytes: promoted
; CHECK-LABEL: define void @field_of_local(
; CHECK-NOT: @malloc
; CHECK: call void @clear.stackbound(ptr
define void @field_of_local() {
  %x = alloca [2 x ptr]
  %q = call ptr @malloc(i64 32)
  store ptr %q, ptr %x
  call void @clear(ptr %x)
  ret void
}

; The field holds the slot, or what the caller was given.
; CHECK-LABEL: define void @field_or_parameter(
; CHECK: [[SLOT:%.*]] = alloca [32 x i8]
; CHECK: call void @clear.stackbound.3(ptr %x, ptr [[SLOT]])
define void @field_or_parameter(ptr %other, i1 %c) {
  %x = alloca [2 x ptr]
  %q = call ptr @malloc(i64 32)
  call void @look(ptr %q)
  %r = select i1 %c, ptr %q, ptr %other
  store ptr %r, ptr %x
  call void @clear(ptr %x)
  ret void
}

; Another field than the one that is freed.
; CHECK-LABEL: define void @other_field(
; CHECK-NOT: @malloc
; CHECK: call void @clear(ptr %x)
define void @other_field() {
  %x = alloca [2 x ptr]
  store ptr null, ptr %x
  %q = call ptr @malloc(i64 32)
  %second = getelementptr i8, ptr %x, i64 8
  store ptr %q, ptr %second
  call void @clear(ptr %x)
  ret void
}

; The callee fills the field again and frees that: nothing of the caller's.
define internal void @refill(ptr %x) {
  %own = call ptr @malloc(i64 100000)
  store ptr %own, ptr %x
  %name = load ptr, ptr %x
  call void @free(ptr %name)
  store ptr null, ptr %x
  ret void
}
; CHECK-LABEL: define void @refilled(
; CHECK: [[SLOT:%.*]] = alloca [32 x i8]
; CHECK: call void @refill.stackbound(ptr %x, ptr [[SLOT]])
define void @refilled() {
  %x = alloca [2 x ptr]
  %q = call ptr @malloc(i64 32)
  store ptr %q, ptr %x
  call void @refill(ptr %x)
  ret void
}

; A destructor that pushes the object onto a free list does not free it.
define internal void @recycle(ptr %x) {
  %head = load ptr, ptr @free_list
  store ptr %head, ptr %x
  store ptr %x, ptr @free_list
  ret void
}
; STATE: pushed_to_free_list: site %p: malloc of 16 bytes: kept: stored-to-global: {{.*}}'free_list'
; CHECK-LABEL: define void @pushed_to_free_list(
; CHECK: call ptr @malloc(
; CHECK: call void @recycle(ptr %p)
define void @pushed_to_free_list() {
  %p = call ptr @malloc(i64 16)
  call void @recycle(ptr %p)
  ret void
}
; On one path only.
define internal void @recycle_or_free(ptr %x, i1 %c) {
  br i1 %c, label %push, label %drop
push:
  store ptr %x, ptr @free_list
  ret void
drop:
  call void @free(ptr %x)
  ret void
}
; STATE: pushed_or_freed: site %p: malloc of 16 bytes: kept: stored-to-global: {{.*}}'free_list'
; CHECK-LABEL: define void @pushed_or_freed(
; CHECK: call ptr @malloc(
; CHECK: call void @recycle_or_free(ptr %p, i1 %c)
define void @pushed_or_freed(i1 %c) {
  %p = call ptr @malloc(i64 16)
  call void @recycle_or_free(ptr %p, i1 %c)
  ret void
}

; CHECK-LABEL: define internal void @destroy.stackbound(ptr %x)
; CHECK-NEXT: %name = load
; CHECK-NEXT: ret void
; CHECK-LABEL: define internal void @destroy.stackbound.1(ptr %x
; CHECK: call void @free(ptr %name)
; CHECK-NOT: @free
; CHECK-LABEL: define internal void @destroy.stackbound.2(ptr %x
; CHECK: call void @free(ptr %x)
; CHECK-NOT: @free
; CHECK-LABEL: define internal void @clear.stackbound(ptr %x)
; CHECK-NOT: @free
; CHECK: store ptr null, ptr %x
; CHECK-LABEL: define internal void @clear.stackbound.3(ptr %x, ptr {{.*}}%stackbound.slot)
; CHECK: icmp eq ptr %name, %stackbound.slot
; CHECK: call void @free(ptr %name)
; CHECK-LABEL: define internal void @refill.stackbound(ptr %x, ptr {{.*}}%stackbound.slot)
; CHECK: %own = call ptr @malloc(
; CHECK: icmp eq ptr %name, %stackbound.slot
; CHECK: call void @free(ptr %name)

@free_list = global ptr null
declare ptr @malloc(i64)
declare void @free(ptr)
declare void @look(ptr nocapture) nofree
