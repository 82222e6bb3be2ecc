; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; Fixed and scalable vectors.

; CHECK: scalable_store: site %p: malloc of 64 bytes: promoted
define void @scalable_store(<vscale x 4 x i32> %x) {
  %p = call ptr @malloc(i64 64)
  store <vscale x 4 x i32> %x, ptr %p
  %v = load <vscale x 4 x i32>, ptr %p
  call void @free(ptr %p)
  ret void
}

; CHECK-NEXT: scalable_pointers: site %p: malloc of 64 bytes: kept: {{.*}}
define void @scalable_pointers() {
  %p = call ptr @malloc(i64 64)
  %v = insertelement <vscale x 2 x ptr> poison, ptr %p, i32 0
  %s = shufflevector <vscale x 2 x ptr> %v, <vscale x 2 x ptr> poison, <vscale x 2 x i32> zeroinitializer
  store <vscale x 2 x ptr> %s, ptr @g
  ret void
}

; Stored at an unknown distance and read back.
; CHECK-NEXT: scalable_held: site %p: malloc of 64 bytes: kept: returned: returned
define ptr @scalable_held() {
  %a = alloca <vscale x 2 x ptr>
  %p = call ptr @malloc(i64 64)
  %v = insertelement <vscale x 2 x ptr> poison, ptr %p, i32 0
  store <vscale x 2 x ptr> %v, ptr %a
  %r = load ptr, ptr %a
  ret ptr %r
}

; CHECK-NEXT: scalable_offset: site %p: malloc of 64 bytes: kept: returned: returned
define ptr @scalable_offset() {
  %a = alloca [16 x ptr]
  %p = call ptr @malloc(i64 64)
  %e = getelementptr <vscale x 2 x ptr>, ptr %a, i64 1
  store ptr %p, ptr %e
  %f = getelementptr i8, ptr %a, i64 32
  %r = load ptr, ptr %f
  ret ptr %r
}

; Addresses of many places.
; CHECK-NEXT: vector_of_addresses: site %p: malloc of 64 bytes: promoted
define void @vector_of_addresses() {
  %p = call ptr @malloc(i64 64)
  %v = getelementptr i64, ptr %p, <4 x i64> <i64 0, i64 1, i64 2, i64 3>
  %q = extractelement <4 x ptr> %v, i32 2
  store i64 1, ptr %q
  call void @free(ptr %p)
  ret void
}

; CHECK-NEXT: gathered: site %p: malloc of 64 bytes: {{.*}}
define <4 x i64> @gathered() {
  %p = call ptr @malloc(i64 64)
  %v = getelementptr i64, ptr %p, <4 x i64> <i64 0, i64 1, i64 2, i64 3>
  %r = call <4 x i64> @llvm.masked.gather.v4i64.v4p0(<4 x ptr> %v, i32 8, <4 x i1> <i1 true, i1 true, i1 true, i1 true>, <4 x i64> poison)
  ret <4 x i64> %r
}

; A vector compare.
; CHECK-NEXT: compared: site %p: malloc of 64 bytes: {{.*}}
define <2 x i1> @compared() {
  %p = call ptr @malloc(i64 64)
  %v = insertelement <2 x ptr> zeroinitializer, ptr %p, i32 0
  %r = icmp eq <2 x ptr> %v, zeroinitializer
  ret <2 x i1> %r
}

@g = global [16 x ptr] zeroinitializer
declare ptr @malloc(i64)
declare void @free(ptr)
declare <4 x i64> @llvm.masked.gather.v4i64.v4p0(<4 x ptr>, i32, <4 x i1>, <4 x i64>)
