; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; All replaceable forms of operator delete, for new and for new[].

@nothrow = external global i8

; CHECK: plain: site %p: operator new of 24 bytes: promoted
define void @plain() {
  %p = call ptr @_Znwm(i64 24) builtin
  call void @_ZdlPv(ptr %p) builtin
  ret void
}

; CHECK-NEXT: plain_array: site %p: operator new[] of 24 bytes: promoted
define void @plain_array() {
  %p = call ptr @_Znam(i64 24) builtin
  call void @_ZdaPv(ptr %p) builtin
  ret void
}

; CHECK-NEXT: sized: site %p: operator new of 24 bytes: promoted
define void @sized() {
  %p = call ptr @_Znwm(i64 24) builtin
  call void @_ZdlPvm(ptr %p, i64 24) builtin
  ret void
}

; CHECK-NEXT: sized_array: site %p: operator new[] of 24 bytes: promoted
define void @sized_array() {
  %p = call ptr @_Znam(i64 24) builtin
  call void @_ZdaPvm(ptr %p, i64 24) builtin
  ret void
}

; CHECK-NEXT: not_throwing: site %p: operator new of 24 bytes: promoted
define void @not_throwing() {
  %p = call ptr @_Znwm(i64 24) builtin
  call void @_ZdlPvRKSt9nothrow_t(ptr %p, ptr @nothrow) builtin
  ret void
}

; CHECK-NEXT: not_throwing_array: site %p: operator new[] of 24 bytes: promoted
define void @not_throwing_array() {
  %p = call ptr @_Znam(i64 24) builtin
  call void @_ZdaPvRKSt9nothrow_t(ptr %p, ptr @nothrow) builtin
  ret void
}

; CHECK-NEXT: aligned: site %p: operator new of 24 bytes: promoted
define void @aligned() {
  %p = call ptr @_ZnwmSt11align_val_t(i64 24, i64 64) builtin
  call void @_ZdlPvSt11align_val_t(ptr %p, i64 64) builtin
  ret void
}

; CHECK-NEXT: aligned_array: site %p: operator new[] of 24 bytes: promoted
define void @aligned_array() {
  %p = call ptr @_ZnamSt11align_val_t(i64 24, i64 64) builtin
  call void @_ZdaPvSt11align_val_t(ptr %p, i64 64) builtin
  ret void
}

; CHECK-NEXT: sized_aligned: site %p: operator new of 24 bytes: promoted
define void @sized_aligned() {
  %p = call ptr @_ZnwmSt11align_val_t(i64 24, i64 64) builtin
  call void @_ZdlPvmSt11align_val_t(ptr %p, i64 24, i64 64) builtin
  ret void
}

; CHECK-NEXT: sized_aligned_array: site %p: operator new[] of 24 bytes: promoted
define void @sized_aligned_array() {
  %p = call ptr @_ZnamSt11align_val_t(i64 24, i64 64) builtin
  call void @_ZdaPvmSt11align_val_t(ptr %p, i64 24, i64 64) builtin
  ret void
}

; CHECK-NEXT: aligned_nothrow: site %p: operator new of 24 bytes: promoted
define void @aligned_nothrow() {
  %p = call ptr @_ZnwmSt11align_val_t(i64 24, i64 64) builtin
  call void @_ZdlPvSt11align_val_tRKSt9nothrow_t(ptr %p, i64 64, ptr @nothrow) builtin
  ret void
}

; CHECK-NEXT: aligned_not_throwing_array: site %p: operator new[] of 24 bytes: promoted
define void @aligned_not_throwing_array() {
  %p = call ptr @_ZnamSt11align_val_t(i64 24, i64 64) builtin
  call void @_ZdaPvSt11align_val_tRKSt9nothrow_t(ptr %p, i64 64, ptr @nothrow) builtin
  ret void
}

declare ptr @_Znwm(i64)
declare ptr @_Znam(i64)
declare ptr @_ZnwmSt11align_val_t(i64, i64)
declare ptr @_ZnamSt11align_val_t(i64, i64)
declare void @_ZdlPv(ptr)
declare void @_ZdaPv(ptr)
declare void @_ZdlPvm(ptr, i64)
declare void @_ZdaPvm(ptr, i64)
declare void @_ZdlPvRKSt9nothrow_t(ptr, ptr)
declare void @_ZdaPvRKSt9nothrow_t(ptr, ptr)
declare void @_ZdlPvSt11align_val_t(ptr, i64)
declare void @_ZdaPvSt11align_val_t(ptr, i64)
declare void @_ZdlPvmSt11align_val_t(ptr, i64, i64)
declare void @_ZdaPvmSt11align_val_t(ptr, i64, i64)
declare void @_ZdlPvSt11align_val_tRKSt9nothrow_t(ptr, i64, ptr)
declare void @_ZdaPvSt11align_val_tRKSt9nothrow_t(ptr, i64, ptr)
