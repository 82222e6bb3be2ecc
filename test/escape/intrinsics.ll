; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; Intrinsics without a rule of their own: their attributes count, or the pointer escapes.

@g = global ptr null

; Loads that are calls.
; CHECK: masked_load_returned: site %p: malloc of 8 bytes: kept: {{.*}}
define ptr @masked_load_returned() {
  %a = alloca [2 x ptr]
  %p = call ptr @malloc(i64 8)
  store ptr %p, ptr %a
  %v = call <2 x ptr> @llvm.masked.load.v2p0.p0(ptr %a, i32 8, <2 x i1> <i1 true, i1 true>, <2 x ptr> zeroinitializer)
  %r = extractelement <2 x ptr> %v, i32 0
  ret ptr %r
}

; CHECK-NEXT: gathered_returned: site %p: malloc of 8 bytes: kept: {{.*}}
define ptr @gathered_returned() {
  %a = alloca [2 x ptr]
  %p = call ptr @malloc(i64 8)
  store ptr %p, ptr %a
  %w = getelementptr ptr, ptr %a, <2 x i64> <i64 0, i64 1>
  %v = call <2 x ptr> @llvm.masked.gather.v2p0.v2p0(<2 x ptr> %w, i32 8, <2 x i1> <i1 true, i1 true>, <2 x ptr> zeroinitializer)
  %r = extractelement <2 x ptr> %v, i32 0
  ret ptr %r
}

; Stores that are calls.
; CHECK-NEXT: scatter_into_local_then_out: site %p: malloc of 8 bytes: kept: {{.*}}
define void @scatter_into_local_then_out() {
  %a = alloca [2 x ptr]
  %p = call ptr @malloc(i64 8)
  %pv = insertelement <2 x ptr> zeroinitializer, ptr %p, i32 0
  %w = getelementptr ptr, ptr %a, <2 x i64> <i64 0, i64 1>
  call void @llvm.masked.scatter.v2p0.v2p0(<2 x ptr> %pv, <2 x ptr> %w, i32 8, <2 x i1> <i1 true, i1 true>)
  %r = load ptr, ptr %a
  store ptr %r, ptr @g
  ret void
}

; Copies that are not memcpy.
; CHECK-NEXT: element_atomic_copy: site %p: malloc of 8 bytes: kept: {{.*}}
define ptr @element_atomic_copy() {
  %a = alloca ptr
  %b = alloca ptr
  %p = call ptr @malloc(i64 8)
  store ptr %p, ptr %a
  call void @llvm.memcpy.element.unordered.atomic.p0.p0.i64(ptr align 8 %b, ptr align 8 %a, i64 8, i32 8)
  %r = load ptr, ptr %b
  ret ptr %r
}

; Lists of arguments.
; CHECK-NEXT: va_copied: site %p: malloc of 8 bytes: kept: {{.*}}
define ptr @va_copied(...) {
  %a = alloca [4 x ptr]
  %b = alloca [4 x ptr]
  %p = call ptr @malloc(i64 8)
  store ptr %p, ptr %a
  call void @llvm.va_copy.p0(ptr %b, ptr %a)
  %r = load ptr, ptr %b
  ret ptr %r
}

; CHECK-NEXT: va_argued: site %p: malloc of 8 bytes: kept: {{.*}}
define ptr @va_argued(...) {
  %a = alloca [4 x ptr]
  %p = call ptr @malloc(i64 8)
  store ptr %p, ptr %a
  %r = va_arg ptr %a, ptr
  ret ptr %r
}

; Swift's error register.
; CHECK-NEXT: swift: site %p: malloc of 8 bytes: kept: {{.*}}
; CHECK-NEXT: swift: param 0 %e: {{.*}}
define ptr @swift(ptr swifterror %e) {
  %p = call ptr @malloc(i64 8)
  store ptr %p, ptr %e
  ret ptr null
}

; CHECK-NEXT: swift_local: site %p: malloc of 8 bytes: kept: {{.*}}
define ptr @swift_local() {
  %e = alloca swifterror ptr
  store ptr null, ptr %e
  %p = call ptr @malloc(i64 8)
  store ptr %p, ptr %e
  call void @takes_error(ptr swifterror %e)
  %r = load ptr, ptr %e
  ret ptr %r
}

; A trampoline keeps it.
; CHECK-NEXT: trampoline: site %p: malloc of 8 bytes: kept: {{.*}}
define ptr @trampoline() {
  %t = alloca [32 x i8], align 16
  %p = call ptr @malloc(i64 8)
  call void @llvm.init.trampoline(ptr %t, ptr @nested, ptr %p)
  %f = call ptr @llvm.adjust.trampoline(ptr %t)
  call void @keep(ptr %f)
  ret ptr null
}

; CHECK-NEXT: nested: param 0 %x: captured: {{.*}}
define void @nested(ptr nest %x) {
  store ptr %x, ptr @g
  ret void
}

; A register of the machine.
; CHECK-NEXT: written_to_register: site %p: malloc of 8 bytes: kept: {{.*}}
define ptr @written_to_register() {
  %p = call ptr @malloc(i64 8)
  %i = ptrtoint ptr %p to i64
  call void @llvm.write_register.i64(metadata !0, i64 %i)
  ret ptr null
}

; An address computed from the object.
; CHECK-NEXT: load_relative: site %p: malloc of 8 bytes: kept: {{.*}}
define ptr @load_relative() {
  %a = alloca [2 x ptr]
  %p = call ptr @malloc(i64 8)
  store ptr %p, ptr %a
  %r = call ptr @llvm.load.relative.i64(ptr %p, i64 0)
  ret ptr %r
}

; Integers that come out as they went in, or nearly.
; CHECK-NEXT: expect: site %p: malloc of 8 bytes: kept: {{.*}}
define i64 @expect() {
  %p = call ptr @malloc(i64 8)
  %i = ptrtoint ptr %p to i64
  %r = call i64 @llvm.expect.i64(i64 %i, i64 0)
  ret i64 %r
}

; CHECK-NEXT: bswap: site %p: malloc of 8 bytes: kept: {{.*}}
define i64 @bswap() {
  %p = call ptr @malloc(i64 8)
  %i = ptrtoint ptr %p to i64
  %r = call i64 @llvm.bswap.i64(i64 %i)
  ret i64 %r
}

; CHECK-NEXT: uadd: site %p: malloc of 8 bytes: kept: {{.*}}
define { i64, i1 } @uadd() {
  %p = call ptr @malloc(i64 8)
  %i = ptrtoint ptr %p to i64
  %r = call { i64, i1 } @llvm.uadd.with.overflow.i64(i64 %i, i64 1)
  ret { i64, i1 } %r
}

declare void @takes_error(ptr swifterror)
declare void @keep(ptr)
declare void @llvm.write_register.i64(metadata, i64)
declare ptr @malloc(i64)
!0 = !{!"rsp"}
