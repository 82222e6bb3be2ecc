; RUN: %h2s %s | FileCheck %s
;
; An allocation that became a slot cannot throw: the invoke becomes a branch, and phis of the unwind
; block lose an operand.

; CHECK-LABEL: define i64 @allocation(
; CHECK-NOT: invoke
; CHECK: br label %done
; CHECK: done:
; CHECK: ret i64
define i64 @allocation() personality ptr @__gxx_personality_v0 {
  %p = invoke ptr @_Znwm(i64 8) builtin to label %done unwind label %pad
done:
  store i64 1, ptr %p
  %v = load i64, ptr %p
  call void @_ZdlPv(ptr %p) builtin
  ret i64 %v
pad:
  %e = landingpad { ptr, i32 } cleanup
  resume { ptr, i32 } %e
}

; CHECK-LABEL: define void @deallocation(
; CHECK-NOT: invoke
; CHECK: ret void
define void @deallocation() personality ptr @__gxx_personality_v0 {
  %p = call ptr @_Znwm(i64 8) builtin
  invoke void @_ZdlPv(ptr %p) builtin to label %done unwind label %pad
done:
  ret void
pad:
  %e = landingpad { ptr, i32 } cleanup
  resume { ptr, i32 } %e
}

; The landing pad has other ways in.
; CHECK-LABEL: define i32 @shared_landing_pad(
; CHECK: invoke void @may_throw()
; CHECK: pad:
; CHECK-NEXT: [[X:%.*]] = phi i32 [ 2, %done ]{{$}}
; CHECK-NEXT: landingpad
define i32 @shared_landing_pad() personality ptr @__gxx_personality_v0 {
entry:
  %p = invoke ptr @_Znwm(i64 8) builtin to label %done unwind label %pad
done:
  store i64 1, ptr %p
  invoke void @may_throw() to label %end unwind label %pad
end:
  call void @_ZdlPv(ptr %p) builtin
  ret i32 0
pad:
  %x = phi i32 [ 1, %entry ], [ 2, %done ]
  %e = landingpad { ptr, i32 } cleanup
  ret i32 %x
}

; Phis of the normal destination keep their operands.
; CHECK-LABEL: define i64 @phi_in_normal_destination(
; CHECK-NOT: invoke ptr
; CHECK: phi ptr
; CHECK: ret i64
define i64 @phi_in_normal_destination(i1 %c, ptr %other) personality ptr @__gxx_personality_v0 {
entry:
  br i1 %c, label %make, label %join
make:
  %p = invoke ptr @_Znwm(i64 8) builtin to label %join unwind label %pad
join:
  %q = phi ptr [ %other, %entry ], [ %p, %make ]
  %v = load i64, ptr %q
  ret i64 %v
pad:
  %e = landingpad { ptr, i32 } cleanup
  resume { ptr, i32 } %e
}

; A constructor that may throw: the object is deleted on the way out.
; CHECK-LABEL: define void @constructor_throws(
; CHECK-NOT: @_Znwm(
; CHECK: invoke void @constructor(ptr
; CHECK-NOT: @_ZdlPv(
; CHECK: resume
define void @constructor_throws() personality ptr @__gxx_personality_v0 {
  %p = invoke ptr @_Znwm(i64 8) builtin to label %made unwind label %out
made:
  invoke void @constructor(ptr %p) to label %done unwind label %pad
done:
  call void @_ZdlPvm(ptr %p, i64 8) builtin
  ret void
pad:
  %e = landingpad { ptr, i32 } cleanup
  call void @_ZdlPvm(ptr %p, i64 8) builtin
  resume { ptr, i32 } %e
out:
  %f = landingpad { ptr, i32 } cleanup
  resume { ptr, i32 } %f
}

; A form that returns null when it fails, which it does no more.
; CHECK-LABEL: define void @nothrow_new(
; CHECK-NOT: @_ZnwmRKSt9nothrow_t(
; CHECK: ret void
define void @nothrow_new() personality ptr @__gxx_personality_v0 {
  %p = invoke ptr @_ZnwmRKSt9nothrow_t(i64 8, ptr @nothrow) builtin to label %done unwind label %pad
done:
  %none = icmp eq ptr %p, null
  br i1 %none, label %end, label %some
some:
  store i64 1, ptr %p
  br label %end
end:
  call void @_ZdlPv(ptr %p) builtin
  ret void
pad:
  %e = landingpad { ptr, i32 } cleanup
  resume { ptr, i32 } %e
}

@nothrow = external global i8
declare ptr @_Znwm(i64)
declare ptr @_ZnwmRKSt9nothrow_t(i64, ptr)
declare void @_ZdlPv(ptr)
declare void @_ZdlPvm(ptr, i64)
declare void @may_throw()
declare void @constructor(ptr nocapture) nofree
declare i32 @__gxx_personality_v0(...)
