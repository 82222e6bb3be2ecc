; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; A function that can call itself gets 64 bytes: they are there once for every activation.

; CHECK: direct: site %p: malloc of 48 bytes: promoted
; CHECK-NEXT: direct: site %q: malloc of 48 bytes: kept: frame-budget: {{.*}}
; CHECK-NEXT: direct: site %r: malloc of 16 bytes: promoted
define void @direct(i64 %n) {
  %p = call ptr @malloc(i64 48)
  call void @look(ptr %p)
  %q = call ptr @malloc(i64 48)
  call void @look(ptr %q)
  %r = call ptr @malloc(i64 16)
  call void @look(ptr %r)
  %m = sub i64 %n, 1
  call void @direct(i64 %m)
  ret void
}

; CHECK-NEXT: through_another: site %p: malloc of 80 bytes: kept: frame-budget: {{.*}}
define void @through_another(i64 %n) {
  %p = call ptr @malloc(i64 80)
  call void @look(ptr %p)
  call void @the_other(i64 %n)
  ret void
}
define void @the_other(i64 %n) {
  call void @through_another(i64 %n)
  ret void
}

; The callee is recursive, this function is not.
; CHECK-NEXT: calls_recursive: site %p: malloc of 80 bytes: promoted
define void @calls_recursive(i64 %n) {
  %p = call ptr @malloc(i64 80)
  call void @look(ptr %p)
  call void @direct(i64 %n)
  ret void
}

; Whose address is taken may be called through a pointer, also by those it calls.
; CHECK-NEXT: through_pointer: site %p: malloc of 80 bytes: kept: frame-budget: {{.*}}
; CHECK-NEXT: through_pointer: param 0 %f: {{.*}}
define void @through_pointer(ptr %f) {
  %p = call ptr @malloc(i64 80)
  call void @look(ptr %p)
  call void %f(ptr @through_pointer)
  ret void
}

; Calls a pointer, but nobody has its address.
; CHECK-NEXT: not_through_pointer: site %p: malloc of 80 bytes: promoted
; CHECK-NEXT: not_through_pointer: param 0 %f: {{.*}}
define void @not_through_pointer(ptr %f) {
  %p = call ptr @malloc(i64 80)
  call void @look(ptr %p)
  call void %f(ptr null)
  ret void
}

declare ptr @malloc(i64)
declare void @look(ptr nocapture) nofree
