; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; All replaceable forms of operator new, each with its operator delete.

@nothrow = external global i8

; CHECK: new: site %p: operator new of 24 bytes: promoted
define void @new() {
  %p = call ptr @_Znwm(i64 24) builtin
  call void @_ZdlPv(ptr %p) builtin
  ret void
}

; CHECK-NEXT: new_invoked: site %p: operator new of 24 bytes: promoted
define void @new_invoked() personality ptr @__gxx_personality_v0 {
  %p = invoke ptr @_Znwm(i64 24) builtin to label %done unwind label %pad
done:
  call void @_ZdlPv(ptr %p) builtin
  ret void
pad:
  %e = landingpad { ptr, i32 } cleanup
  resume { ptr, i32 } %e
}

; CHECK-NEXT: array_new: site %p: operator new[] of 24 bytes: promoted
define void @array_new() {
  %p = call ptr @_Znam(i64 24) builtin
  call void @_ZdaPv(ptr %p) builtin
  ret void
}

; CHECK-NEXT: array_new_invoked: site %p: operator new[] of 24 bytes: promoted
define void @array_new_invoked() personality ptr @__gxx_personality_v0 {
  %p = invoke ptr @_Znam(i64 24) builtin to label %done unwind label %pad
done:
  call void @_ZdaPv(ptr %p) builtin
  ret void
pad:
  %e = landingpad { ptr, i32 } cleanup
  resume { ptr, i32 } %e
}

; CHECK-NEXT: nothrow_new: site %p: operator new of 24 bytes: promoted
define void @nothrow_new() {
  %p = call ptr @_ZnwmRKSt9nothrow_t(i64 24, ptr @nothrow) builtin
  call void @_ZdlPv(ptr %p) builtin
  ret void
}

; CHECK-NEXT: nothrow_new_invoked: site %p: operator new of 24 bytes: promoted
define void @nothrow_new_invoked() personality ptr @__gxx_personality_v0 {
  %p = invoke ptr @_ZnwmRKSt9nothrow_t(i64 24, ptr @nothrow) builtin to label %done unwind label %pad
done:
  call void @_ZdlPv(ptr %p) builtin
  ret void
pad:
  %e = landingpad { ptr, i32 } cleanup
  resume { ptr, i32 } %e
}

; CHECK-NEXT: nothrow_array_new: site %p: operator new[] of 24 bytes: promoted
define void @nothrow_array_new() {
  %p = call ptr @_ZnamRKSt9nothrow_t(i64 24, ptr @nothrow) builtin
  call void @_ZdaPv(ptr %p) builtin
  ret void
}

; CHECK-NEXT: nothrow_array_new_invoked: site %p: operator new[] of 24 bytes: promoted
define void @nothrow_array_new_invoked() personality ptr @__gxx_personality_v0 {
  %p = invoke ptr @_ZnamRKSt9nothrow_t(i64 24, ptr @nothrow) builtin to label %done unwind label %pad
done:
  call void @_ZdaPv(ptr %p) builtin
  ret void
pad:
  %e = landingpad { ptr, i32 } cleanup
  resume { ptr, i32 } %e
}

; CHECK-NEXT: aligned_new: site %p: operator new of 24 bytes: promoted
define void @aligned_new() {
  %p = call ptr @_ZnwmSt11align_val_t(i64 24, i64 64) builtin
  call void @_ZdlPvSt11align_val_t(ptr %p, i64 64) builtin
  ret void
}

; CHECK-NEXT: aligned_new_invoked: site %p: operator new of 24 bytes: promoted
define void @aligned_new_invoked() personality ptr @__gxx_personality_v0 {
  %p = invoke ptr @_ZnwmSt11align_val_t(i64 24, i64 64) builtin to label %done unwind label %pad
done:
  call void @_ZdlPvSt11align_val_t(ptr %p, i64 64) builtin
  ret void
pad:
  %e = landingpad { ptr, i32 } cleanup
  resume { ptr, i32 } %e
}

; CHECK-NEXT: aligned_array_new: site %p: operator new[] of 24 bytes: promoted
define void @aligned_array_new() {
  %p = call ptr @_ZnamSt11align_val_t(i64 24, i64 64) builtin
  call void @_ZdaPvSt11align_val_t(ptr %p, i64 64) builtin
  ret void
}

; CHECK-NEXT: aligned_array_new_invoked: site %p: operator new[] of 24 bytes: promoted
define void @aligned_array_new_invoked() personality ptr @__gxx_personality_v0 {
  %p = invoke ptr @_ZnamSt11align_val_t(i64 24, i64 64) builtin to label %done unwind label %pad
done:
  call void @_ZdaPvSt11align_val_t(ptr %p, i64 64) builtin
  ret void
pad:
  %e = landingpad { ptr, i32 } cleanup
  resume { ptr, i32 } %e
}

; CHECK-NEXT: aligned_nothrow_new: site %p: operator new of 24 bytes: promoted
define void @aligned_nothrow_new() {
  %p = call ptr @_ZnwmSt11align_val_tRKSt9nothrow_t(i64 24, i64 64, ptr @nothrow) builtin
  call void @_ZdlPvSt11align_val_t(ptr %p, i64 64) builtin
  ret void
}

; CHECK-NEXT: aligned_nothrow_new_invoked: site %p: operator new of 24 bytes: promoted
define void @aligned_nothrow_new_invoked() personality ptr @__gxx_personality_v0 {
  %p = invoke ptr @_ZnwmSt11align_val_tRKSt9nothrow_t(i64 24, i64 64, ptr @nothrow) builtin to label %done unwind label %pad
done:
  call void @_ZdlPvSt11align_val_t(ptr %p, i64 64) builtin
  ret void
pad:
  %e = landingpad { ptr, i32 } cleanup
  resume { ptr, i32 } %e
}

; CHECK-NEXT: aligned_nothrow_array_new: site %p: operator new[] of 24 bytes: promoted
define void @aligned_nothrow_array_new() {
  %p = call ptr @_ZnamSt11align_val_tRKSt9nothrow_t(i64 24, i64 64, ptr @nothrow) builtin
  call void @_ZdaPvSt11align_val_t(ptr %p, i64 64) builtin
  ret void
}

; CHECK-NEXT: aligned_nothrow_array_new_invoked: site %p: operator new[] of 24 bytes: promoted
define void @aligned_nothrow_array_new_invoked() personality ptr @__gxx_personality_v0 {
  %p = invoke ptr @_ZnamSt11align_val_tRKSt9nothrow_t(i64 24, i64 64, ptr @nothrow) builtin to label %done unwind label %pad
done:
  call void @_ZdaPvSt11align_val_t(ptr %p, i64 64) builtin
  ret void
pad:
  %e = landingpad { ptr, i32 } cleanup
  resume { ptr, i32 } %e
}

declare i32 @__gxx_personality_v0(...)
declare ptr @_Znwm(i64)
declare void @_ZdlPv(ptr)
declare ptr @_Znam(i64)
declare void @_ZdaPv(ptr)
declare ptr @_ZnwmRKSt9nothrow_t(i64, ptr)
declare ptr @_ZnamRKSt9nothrow_t(i64, ptr)
declare ptr @_ZnwmSt11align_val_t(i64, i64)
declare void @_ZdlPvSt11align_val_t(ptr, i64)
declare ptr @_ZnamSt11align_val_t(i64, i64)
declare void @_ZdaPvSt11align_val_t(ptr, i64)
declare ptr @_ZnwmSt11align_val_tRKSt9nothrow_t(i64, i64, ptr)
declare ptr @_ZnamSt11align_val_tRKSt9nothrow_t(i64, i64, ptr)
