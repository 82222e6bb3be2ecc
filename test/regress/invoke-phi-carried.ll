; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; The phi in the normal destination of the invoke is evaluated after the allocation, and holds the
; object of the iteration before.

; CHECK: single_entry_phi: site %p: operator new of 8 bytes: kept: in-loop: {{.*}}
define i64 @single_entry_phi(i64 %n) personality ptr @__gxx_personality_v0 {
entry:
  br label %header
header:
  %prev = phi ptr [ null, %entry ], [ %p, %next ]
  %i = phi i64 [ 0, %entry ], [ %j, %next ]
  %sum = phi i64 [ 0, %entry ], [ %sum2, %next ]
  %p = invoke noalias ptr @_Znwm(i64 8) builtin to label %cont unwind label %pad
cont:
  %x = phi ptr [ %prev, %header ]
  store i64 %i, ptr %p
  %none = icmp eq ptr %x, null
  br i1 %none, label %next, label %some
some:
  %v = load i64, ptr %x
  br label %next
next:
  %w = phi i64 [ 0, %cont ], [ %v, %some ]
  %sum2 = add i64 %sum, %w
  %j = add i64 %i, 1
  %more = icmp ult i64 %j, %n
  br i1 %more, label %header, label %done
done:
  ret i64 %sum2
pad:
  %e = landingpad { ptr, i32 } cleanup
  resume { ptr, i32 } %e
}

; The object of this iteration, through such a phi.
; CHECK-NEXT: current_object: site %p: operator new of 8 bytes: promoted
define i64 @current_object(i64 %n) personality ptr @__gxx_personality_v0 {
entry:
  br label %header
header:
  %i = phi i64 [ 0, %entry ], [ %j, %cont ]
  %p = invoke noalias ptr @_Znwm(i64 8) builtin to label %cont unwind label %pad
cont:
  %x = phi i64 [ %i, %header ]
  store i64 %i, ptr %p
  %v = load i64, ptr %p
  call void @_ZdlPv(ptr %p) builtin
  %j = add i64 %i, 1
  %more = icmp ult i64 %j, %n
  br i1 %more, label %header, label %done
done:
  ret i64 %v
pad:
  %e = landingpad { ptr, i32 } cleanup
  resume { ptr, i32 } %e
}

declare ptr @_Znwm(i64)
declare void @_ZdlPv(ptr)
declare i32 @__gxx_personality_v0(...)
