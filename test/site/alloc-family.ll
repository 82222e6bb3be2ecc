; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; Allocators of other languages say what they are: Rust's, for example.

; CHECK: rust: site %p: __rust_alloc of 24 bytes: promoted
define void @rust() {
  %p = call ptr @__rust_alloc(i64 24, i64 8)
  store i64 1, ptr %p
  call void @__rust_dealloc(ptr %p, i64 24, i64 8)
  ret void
}

; CHECK-NEXT: rust_zeroed: site %p: __rust_alloc_zeroed of 24 bytes: promoted
define i64 @rust_zeroed() {
  %p = call ptr @__rust_alloc_zeroed(i64 24, i64 8)
  %v = load i64, ptr %p
  call void @__rust_dealloc(ptr %p, i64 24, i64 8)
  ret i64 %v
}

; CHECK-NEXT: rust_resized: site %p: __rust_alloc of 24 bytes: kept: reallocated: {{.*}}
; CHECK-NEXT: rust_resized: site %q: __rust_realloc of 48 bytes: kept: other: {{.*}}
define void @rust_resized() {
  %p = call ptr @__rust_alloc(i64 24, i64 8)
  %q = call ptr @__rust_realloc(ptr %p, i64 24, i64 8, i64 48)
  call void @__rust_dealloc(ptr %q, i64 48, i64 8)
  ret void
}

; The alignment is asked for at run time.
; CHECK-NEXT: rust_unknown_alignment: site %p: __rust_alloc of 24 bytes: kept: other: its alignment is known only at run time
define void @rust_unknown_alignment(i64 %a) {
  %p = call ptr @__rust_alloc(i64 24, i64 %a)
  call void @__rust_dealloc(ptr %p, i64 24, i64 %a)
  ret void
}

; Another family's free.
; CHECK-NEXT: other_family: site %p: __rust_alloc of 24 bytes: kept: other: freed by 'free', which does not match '__rust_alloc'
define void @other_family() {
  %p = call ptr @__rust_alloc(i64 24, i64 8)
  call void @free(ptr %p)
  ret void
}

; Collected: nobody frees it, and nobody has to.
; CHECK-NEXT: collected: site %p: runtime.alloc of 24 bytes: promoted
define i64 @collected() {
  %p = call ptr @runtime.alloc(i64 24, ptr null)
  store i64 1, ptr %p
  %v = load i64, ptr %p
  ret i64 %v
}

; No family: no free can match.
; CHECK-NEXT: without_family: site %p: anonymous of 24 bytes: kept: other: {{.*}}
define void @without_family() {
  %p = call ptr @anonymous(i64 24)
  call void @anonymous_free(ptr %p)
  ret void
}

; Contents that are neither zero nor undefined: not known how to make them.
; CHECK-NEXT: filled: site %p: filled_with_something of 24 bytes: kept: other: the allocator fills it in a way that is not known
define void @filled() {
  %p = call ptr @filled_with_something(i64 24)
  call void @free(ptr %p)
  ret void
}

; No size: not known how much.
; CHECK-NEXT: without_size: site %p: sizeless of run-time size: kept: unknown-size: {{.*}}
define void @without_size() {
  %p = call ptr @sizeless()
  call void @free(ptr %p)
  ret void
}

; The attributes stand on the call (LLVM 19 does not look for the size there).
; CHECK-NEXT: on_the_call: site %p: plain of {{24 bytes: promoted|run-time size: kept: unknown-size: .*}}
define void @on_the_call() {
  %p = call ptr @plain(i64 24) allockind("alloc,uninitialized") allocsize(0) "alloc-family"="malloc"
  call void @free(ptr %p)
  ret void
}

; noalias alone does not make an allocator.
define ptr @noalias_only() {
  %p = call noalias ptr @fresh(i64 24)
  ret ptr %p
}

; CHECK-NOT: {{.+}}
declare noalias ptr @fresh(i64)
declare ptr @plain(i64)
declare ptr @sizeless() allockind("alloc,uninitialized") "alloc-family"="malloc"
declare ptr @filled_with_something(i64) allockind("alloc") allocsize(0) "alloc-family"="malloc"
declare ptr @anonymous(i64) allockind("alloc,uninitialized") allocsize(0)
declare void @anonymous_free(ptr allocptr) allockind("free")
declare ptr @runtime.alloc(i64, ptr) allockind("alloc,zeroed") allocsize(0) "alloc-family"="runtime.alloc"
declare ptr @__rust_alloc(i64, i64 allocalign) allockind("alloc,uninitialized,aligned") allocsize(0) "alloc-family"="__rust_alloc"
declare ptr @__rust_alloc_zeroed(i64, i64 allocalign) allockind("alloc,zeroed,aligned") allocsize(0) "alloc-family"="__rust_alloc"
declare ptr @__rust_realloc(ptr allocptr, i64, i64 allocalign, i64) allockind("realloc,aligned") allocsize(3) "alloc-family"="__rust_alloc"
declare void @__rust_dealloc(ptr allocptr, i64, i64) allockind("free") "alloc-family"="__rust_alloc"
declare void @free(ptr)
