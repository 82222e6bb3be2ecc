; RUN: %h2s %s | FileCheck %s
; RUN: %escape %s 2>&1 | FileCheck --check-prefix=STATE %s
;
; Destructors that call destructors, directly and in recursion.

; inner_free frees; outer_free passes on.
define internal void @inner_free(ptr %x) {
  call void @free(ptr %x)
  ret void
}
define internal void @outer_free(ptr %x) {
  call void @note()
  call void @inner_free(ptr %x)
  ret void
}
; STATE: two_deep: site %p: malloc of 8 bytes: promoted
; CHECK-LABEL: define void @two_deep(
; CHECK: call void @outer_free.stackbound(ptr %{{.*}})
define void @two_deep() {
  %p = call ptr @malloc(i64 8)
  call void @look(ptr %p)
  call void @outer_free(ptr %p)
  ret void
}

; The inner one's body is unknown to the outer one.
define internal void @outer_unknown(ptr %x) {
  call void @unknown_free(ptr %x)
  ret void
}
; STATE: two_deep_unknown: site %p: malloc of 8 bytes: kept
; CHECK-LABEL: define void @two_deep_unknown(
; CHECK: call ptr @malloc(
; CHECK: call void @outer_unknown(ptr %p)
define void @two_deep_unknown() {
  %p = call ptr @malloc(i64 8)
  call void @outer_unknown(ptr %p)
  ret void
}

; Mutual recursion: even and odd free on different depths.
define internal void @even(ptr %x, i32 %n) {
  %zero = icmp eq i32 %n, 0
  br i1 %zero, label %out, label %on
out:
  call void @free(ptr %x)
  ret void
on:
  %m = sub i32 %n, 1
  call void @odd(ptr %x, i32 %m)
  ret void
}
define internal void @odd(ptr %x, i32 %n) {
  %zero = icmp eq i32 %n, 0
  br i1 %zero, label %out, label %on
out:
  call void @free(ptr %x)
  ret void
on:
  %m = sub i32 %n, 1
  call void @even(ptr %x, i32 %m)
  ret void
}
; STATE: by_recursion: site %p: malloc of 8 bytes: promoted
; CHECK-LABEL: define void @by_recursion(
; CHECK: call void @even.stackbound(
define void @by_recursion(i32 %n) {
  %p = call ptr @malloc(i64 8)
  call void @look(ptr %p)
  call void @even(ptr %p, i32 %n)
  ret void
}

; One of the two stores it: nothing moves.
define internal void @even_kept(ptr %x, i32 %n) {
  %zero = icmp eq i32 %n, 0
  br i1 %zero, label %out, label %on
out:
  call void @free(ptr %x)
  ret void
on:
  %m = sub i32 %n, 1
  call void @odd_kept(ptr %x, i32 %m)
  ret void
}
define internal void @odd_kept(ptr %x, i32 %n) {
  %zero = icmp eq i32 %n, 0
  br i1 %zero, label %out, label %on
out:
  store ptr %x, ptr @g
  ret void
on:
  %m = sub i32 %n, 1
  call void @even_kept(ptr %x, i32 %m)
  ret void
}
; STATE: by_recursion_kept: site %p: malloc of 8 bytes: kept: stored-to-global
; CHECK-LABEL: define void @by_recursion_kept(
; CHECK: call ptr @malloc(
; CHECK: call void @even_kept(
define void @by_recursion_kept(i32 %n) {
  %p = call ptr @malloc(i64 8)
  call void @even_kept(ptr %p, i32 %n)
  ret void
}

; list_free(p->next); free(p): both elements in slots, at any depth.
define internal void @list_free(ptr %x) {
  %none = icmp eq ptr %x, null
  br i1 %none, label %out, label %on
on:
  %next = load ptr, ptr %x
  call void @list_free(ptr %next)
  call void @free(ptr %x)
  br label %out
out:
  ret void
}
; STATE: list: site %p: malloc of 16 bytes: promoted
; STATE: list: site %q: malloc of 16 bytes: promoted
; CHECK-LABEL: define void @list(
; CHECK-NOT: @malloc
; CHECK: call void @list_free.stackbound
define void @list() {
  %p = call ptr @malloc(i64 16)
  %q = call ptr @malloc(i64 16)
  store ptr %q, ptr %p
  store ptr null, ptr %q
  call void @list_free(ptr %p)
  ret void
}
; The second element is too large: it is freed, the first is not.
; STATE: list_with_large: site %p: malloc of 16 bytes: promoted
; STATE: list_with_large: site %q: malloc of 4096 bytes: kept: too-large
; CHECK-LABEL: define void @list_with_large(
; CHECK: [[SLOT:%.*]] = alloca [16 x i8]
; CHECK: call ptr @malloc(i64 4096)
; CHECK: call void @list_free.stackbound{{.*}}(ptr [[SLOT]]{{.*}})
define void @list_with_large() {
  %p = call ptr @malloc(i64 16)
  %q = call ptr @malloc(i64 4096)
  store ptr %q, ptr %p
  store ptr null, ptr %q
  call void @list_free(ptr %p)
  ret void
}

; CHECK-LABEL: define internal void @outer_free.stackbound(ptr %x)
; CHECK-NEXT: call void @note()
; CHECK-NEXT: call void @inner_free.stackbound(ptr %x)
; CHECK-LABEL: define internal void @inner_free.stackbound(ptr %x)
; CHECK-NEXT: ret void
; CHECK-LABEL: define internal void @even.stackbound(ptr %x, i32 %n)
; CHECK-NOT: @free
; CHECK: call void @odd.stackbound(ptr %x, i32 %m)
; CHECK-NOT: @free
; CHECK-LABEL: define internal void @odd.stackbound(ptr %x, i32 %n)
; CHECK-NOT: @free
; CHECK: call void @even.stackbound(ptr %x, i32 %m)
; CHECK-NOT: @free
; CHECK: ret void

@g = global ptr null
declare ptr @malloc(i64)
declare void @free(ptr)
declare void @note()
declare void @unknown_free(ptr)
declare void @look(ptr nocapture) nofree
