; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; Operand bundles on frees and readers, and metadata that is no value.

; CHECK: freed_with_bundle: site %p: malloc of 8 bytes: {{promoted|kept: .*}}
define void @freed_with_bundle() {
  %p = call ptr @malloc(i64 8)
  call void @free(ptr %p) [ "something"(i32 1) ]
  ret void
}

; CHECK-NEXT: freed_with_object_in_bundle: site %p: malloc of 8 bytes: {{promoted|kept: .*}}
; CHECK-NEXT: freed_with_object_in_bundle: site %q: malloc of 8 bytes: kept: other: {{.*}}
define void @freed_with_object_in_bundle() {
  %p = call ptr @malloc(i64 8)
  %q = call ptr @malloc(i64 8)
  call void @free(ptr %p) [ "something"(ptr %q) ]
  ret void
}

; CHECK-NEXT: two_bundles: site %p: malloc of 8 bytes: kept: other: {{.*}}
define void @two_bundles() {
  %p = call ptr @malloc(i64 8)
  call void @look(ptr %p) [ "one"(i32 1), "two"(i32 2, ptr %p) ]
  ret void
}

; The assumption's bundle and its condition.
; CHECK-NEXT: assumed: site %p: malloc of 8 bytes: promoted
define void @assumed() {
  %p = call ptr @malloc(i64 8)
  %some = icmp ne ptr %p, null
  call void @llvm.assume(i1 %some)
  call void @llvm.assume(i1 true) [ "dereferenceable"(ptr %p, i64 8), "align"(ptr %p, i64 32) ]
  call void @free(ptr %p)
  ret void
}

; CHECK-NEXT: convergence: site %p: malloc of 8 bytes: promoted
define void @convergence() convergent {
  %t = call token @llvm.experimental.convergence.entry()
  %p = call ptr @malloc(i64 8)
  call void @looks_together(ptr %p) convergent [ "convergencectrl"(token %t) ]
  call void @free(ptr %p)
  ret void
}

declare ptr @malloc(i64)
declare void @free(ptr)
declare void @look(ptr nocapture) nofree
declare void @looks_together(ptr nocapture) nofree convergent
declare void @llvm.assume(i1)
declare token @llvm.experimental.convergence.entry()
