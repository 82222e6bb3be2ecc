; RUN: %h2s %s | FileCheck %s
;
; Guarded slots whose call ends its block.

; The normal destination has another way in.
; CHECK-LABEL: define i64 @joined(
; CHECK: invoke ptr @_Znam(
; CHECK: join:
; CHECK: phi ptr
; CHECK: phi i64
; CHECK: ret i64
define i64 @joined(i64 %n, i1 %c, ptr %other) personality ptr @__gxx_personality_v0 {
entry:
  br i1 %c, label %make, label %join
make:
  %p = invoke ptr @_Znam(i64 %n) builtin to label %join unwind label %pad
join:
  %q = phi ptr [ %other, %entry ], [ %p, %make ]
  %z = phi i64 [ 1, %entry ], [ 2, %make ]
  %v = load i64, ptr %q
  %w = add i64 %v, %z
  call void @_ZdaPv(ptr %q) builtin
  ret i64 %w
pad:
  %e = landingpad { ptr, i32 } cleanup
  resume { ptr, i32 } %e
}

; The normal destination is the block itself.
; CHECK-LABEL: define void @own_destination(
; CHECK: invoke ptr @_Znam(
define void @own_destination(i64 %n) personality ptr @__gxx_personality_v0 {
entry:
  br label %loop
loop:
  %i = phi i64 [ 0, %entry ], [ %j, %loop ]
  %j = add i64 %i, 1
  %p = invoke ptr @_Znam(i64 %n) builtin to label %loop unwind label %pad
pad:
  %e = landingpad { ptr, i32 } cleanup
  resume { ptr, i32 } %e
}

; Of a constant size.
; CHECK-LABEL: define void @own_destination_constant(
; CHECK-NOT: invoke
; CHECK: br label %loop
define void @own_destination_constant() personality ptr @__gxx_personality_v0 {
entry:
  br label %loop
loop:
  %i = phi i64 [ 0, %entry ], [ %j, %loop ]
  %j = add i64 %i, 1
  %p = invoke ptr @_Znam(i64 8) builtin to label %loop unwind label %pad
pad:
  %e = landingpad { ptr, i32 } cleanup
  resume { ptr, i32 } %e
}

declare ptr @_Znam(i64)
declare void @_ZdaPv(ptr)
declare i32 @__gxx_personality_v0(...)
