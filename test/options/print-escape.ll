; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %opt -S -passes='print<escape>' %s 2>/dev/null | FileCheck %s --check-prefix=IR
;
; The lines of print<escape>: sites of a function in program order, then its pointer parameters. The
; module stays as it is.

; IR-LABEL: define ptr @everything(
; IR: call ptr @malloc(i64 24)
; IR: call ptr @malloc(i64 1)
; IR: call ptr @malloc(i64 %n)
; IR: declare ptr @malloc(i64){{$}}

; CHECK: everything: site %p: malloc of 24 bytes: promoted
; CHECK-NEXT: everything: site %q: malloc of 1 byte: kept: stored-to-global: stored to global 'g'
; CHECK-NEXT: everything: site %r: malloc of run-time size: promoted when at most 256 bytes
; CHECK-NEXT: everything: site %s: operator new of 8 bytes: promoted
; CHECK-NEXT: everything: site %t: operator new[] of 8 bytes: promoted
; CHECK-NEXT: everything: param 0 %untouched: not captured
; CHECK-NEXT: everything: param 1 %kept: captured: stored-to-global: stored to global 'g'
; CHECK-NEXT: everything: param 2 %freed: freed
; CHECK-NEXT: everything: param 3 %returned: returned
; CHECK-NEXT: everything: param 5 %both: captured: stored-to-global: stored to global 'g', freed
define ptr @everything(ptr %untouched, ptr %kept, ptr %freed, ptr %returned, i64 %n, ptr %both) {
  %p = call ptr @malloc(i64 24)
  call void @look(ptr %p)
  %q = call ptr @malloc(i64 1)
  store ptr %q, ptr @g
  %r = call ptr @malloc(i64 %n)
  call void @look(ptr %r)
  %s = call ptr @_Znwm(i64 8) builtin
  %t = call ptr @_Znam(i64 8) builtin
  store ptr %kept, ptr @g
  store ptr %both, ptr @g
  call void @free(ptr %freed)
  call void @free(ptr %both)
  ret ptr %returned
}

; Values without names.
; CHECK-NEXT: nameless: site %<unnamed>: malloc of 8 bytes: promoted
; CHECK-NEXT: nameless: param 0 %<unnamed>: not captured
define void @nameless(ptr %0) {
  %2 = call ptr @malloc(i64 8)
  call void @look(ptr %2)
  ret void
}

; Vectors and structs with pointers count as pointers.
; CHECK-NEXT: aggregates: param 0 %x: returned
; CHECK-NEXT: aggregates: param 1 %y: not captured
define { ptr, i64 } @aggregates({ ptr, i64 } %x, <2 x ptr> %y, [2 x i64] %z) {
  ret { ptr, i64 } %x
}

; CHECK-NOT: {{.+}}
@g = global ptr null
declare ptr @malloc(i64)
declare ptr @_Znwm(i64)
declare ptr @_Znam(i64)
declare void @free(ptr)
declare void @look(ptr nocapture) nofree
