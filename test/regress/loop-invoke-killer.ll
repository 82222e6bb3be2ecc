; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; An invoked allocation of what holds the pointer begins a new object on its normal edge only; on the
; unwind edge the old one is still there.

; CHECK: f: site %o: malloc of 4 bytes: kept: in-loop: {{.*}}
; CHECK-NEXT: f: site %h: operator new of 4000 bytes: kept: too-large: {{.*}}
define i32 @f(i32 %n) personality ptr @__gxx_personality_v0 {
entry:
  br label %loop
loop:
  %old = phi ptr [ null, %entry ], [ %h, %cont ]
  %i = phi i32 [ 0, %entry ], [ %j, %cont ]
  %o = call ptr @malloc(i64 4)
  store i32 %i, ptr %o
  %h = invoke ptr @_Znwm(i64 4000) builtin to label %cont unwind label %pad
cont:
  store ptr %o, ptr %h
  %j = add i32 %i, 1
  %c = icmp slt i32 %j, %n
  br i1 %c, label %loop, label %exit
exit:
  ret i32 0
pad:
  %l = landingpad { ptr, i32 } catch ptr null
  %z = icmp eq ptr %old, null
  br i1 %z, label %exit, label %use
use:
  %x = load ptr, ptr %old
  %y = load i32, ptr %x
  ret i32 %y
}

declare ptr @_Znwm(i64)
declare i32 @__gxx_personality_v0(...)
declare ptr @malloc(i64)
