; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; ::operator new called by name may be replaced by anything, and the program can tell:
;   void *p = ::operator new(24);
; Only new expressions (`builtin`) may be elided.

define void @direct() {
  %p = call ptr @_Znwm(i64 24)
  call void @_ZdlPv(ptr %p)
  ret void
}

; CHECK: expression: site %p: operator new of 24 bytes: promoted
define void @expression() {
  %p = call ptr @_Znwm(i64 24) builtin
  call void @_ZdlPv(ptr %p) builtin
  ret void
}

; A delete by name of an object from an expression: the call may go as well as not.
; CHECK-NEXT: deleted_directly: site %p: operator new of 24 bytes: kept: {{.*}}
define void @deleted_directly() {
  %p = call ptr @_Znwm(i64 24) builtin
  call void @_ZdlPv(ptr %p)
  ret void
}

; CHECK-NEXT: size_known_at_run_time: site %p: operator new of run-time size: promoted when at most 256 bytes
define void @size_known_at_run_time(i64 %n) {
  %p = call ptr @_Znwm(i64 %n) builtin
  call void @_ZdlPv(ptr %p) builtin
  ret void
}

; CHECK-NOT: {{.+}}
declare ptr @_Znwm(i64) nobuiltin
declare void @_ZdlPv(ptr) nobuiltin
