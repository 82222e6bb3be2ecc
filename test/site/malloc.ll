; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; malloc of a constant size is promoted; of any other size only as far as it is small when it runs.

; CHECK: constant: site %p: malloc of 24 bytes: promoted
define void @constant() {
  %p = call ptr @malloc(i64 24)
  call void @free(ptr %p)
  ret void
}

; CHECK-NEXT: one_byte: site %p: malloc of 1 byte: promoted
define void @one_byte() {
  %p = call ptr @malloc(i64 1)
  call void @free(ptr %p)
  ret void
}

; CHECK-NEXT: unknown: site %p: malloc of run-time size: promoted when at most 256 bytes
define void @unknown(i64 %n) {
  %p = call ptr @malloc(i64 %n)
  call void @free(ptr %p)
  ret void
}

; The type is not that of the library's function.
define void @other_type() {
  %p = call ptr @calloc(i64 8)
  call void @free(ptr %p)
  ret void
}

; CHECK-NEXT: again: site %p: malloc of 24 bytes: promoted
define void @again() {
  %p = call ptr @malloc(i64 24)
  call void @free(ptr %p)
  ret void
}

; CHECK-NEXT: invoked: site %p: malloc of 24 bytes: promoted
define void @invoked() personality ptr @__gxx_personality_v0 {
  %p = invoke ptr @malloc(i64 24) to label %done unwind label %pad
done:
  call void @free(ptr %p)
  ret void
pad:
  %e = landingpad { ptr, i32 } cleanup
  resume { ptr, i32 } %e
}

; A call through a pointer may call anything: it is no site.
; CHECK-NEXT: not_called: site %p: malloc of 24 bytes: promoted
define void @not_called(ptr %allocate) {
; CHECK-NEXT: not_called: param 0 %allocate: not captured
  %p = call ptr @malloc(i64 24)
  %q = call ptr %allocate(i64 24)
  call void @free(ptr %p)
  ret void
}

; CHECK-NOT: {{.+}}

declare ptr @malloc(i64)
declare ptr @calloc(i64)
declare void @free(ptr)
declare i32 @__gxx_personality_v0(...)
