; 'other' names its cause; At is where it is. Without debug information there is no DebugLoc, and the
; allocation is named by its function alone.
;
; RUN: %opt -passes=heap-to-stack -disable-output -pass-remarks-output=%t.yaml %s
; RUN: grep -v -e '- String:' %t.yaml | FileCheck %s
; RUN: %opt -passes=heap-to-stack -disable-output -pass-remarks-missed=heap-to-stack %s 2>&1 \
; RUN:   | FileCheck --check-prefix=TEXT %s

declare noalias ptr @malloc(i64) allockind("alloc,uninitialized") allocsize(0) "alloc-family"="malloc"
declare void @free(ptr allocptr) allockind("free") "alloc-family"="malloc"
declare noalias ptr @mine(i64) allockind("alloc,uninitialized") allocsize(0) "alloc-family"="mine"
declare void @release(ptr allocptr) allockind("free") "alloc-family"="mine"

define internal i32 @callee(ptr %p) noinline {
  %v = load i32, ptr %p
  ret i32 %v
}

; CHECK: --- !Missed
; CHECK-NEXT: Pass: heap-to-stack
; CHECK-NEXT: Name: NotPromoted
; CHECK-NEXT: Function: reached_by_musttail
; CHECK-NEXT: Args:
; CHECK-NEXT: - AllocFn: malloc
; CHECK-NEXT: - Size: '8'
; CHECK-NEXT: - Note: a musttail call can reach it
; CHECK-NEXT: - Reason: other
; CHECK-NEXT: ...
; TEXT: malloc of 8 bytes stays on the heap: a musttail call can reach it
define i32 @reached_by_musttail(ptr %unused) {
  %p = call ptr @malloc(i64 8)
  store i32 1, ptr %p
  %r = musttail call i32 @callee(ptr %p)
  ret i32 %r
}

; CHECK: --- !Missed
; CHECK-NEXT: Pass: heap-to-stack
; CHECK-NEXT: Name: NotPromoted
; CHECK-NEXT: Function: freed_by_another_family
; CHECK-NEXT: Args:
; CHECK-NEXT: - AllocFn: mine
; CHECK-NEXT: - Size: '8'
; CHECK-NEXT: - Note: 'freed by ''free'', which does not match ''mine'''
; CHECK-NEXT: - Reason: other
; CHECK-NEXT: ...
; TEXT: mine of 8 bytes stays on the heap: freed by 'free', which does not match 'mine'
define void @freed_by_another_family() {
  %p = call ptr @mine(i64 8)
  store i32 1, ptr %p
  call void @free(ptr %p)
  ret void
}

; CHECK: --- !Passed
; CHECK-NEXT: Pass: heap-to-stack
; CHECK-NEXT: Name: Promoted
; CHECK-NEXT: Function: freed_by_its_own
; CHECK-NEXT: Args:
; CHECK-NEXT: - AllocFn: mine
; CHECK-NEXT: - Size: '8'
; CHECK-NEXT: - Slot: '8'
; CHECK-NEXT: ...
define void @freed_by_its_own() {
  %p = call ptr @mine(i64 8)
  store i32 1, ptr %p
  call void @release(ptr %p)
  ret void
}

; CHECK: --- !Missed
; CHECK-NEXT: Pass: heap-to-stack
; CHECK-NEXT: Name: NotPromoted
; CHECK-NEXT: Function: never_reached
; CHECK: - Note: the allocation is never reached
; CHECK-NEXT: - Reason: other
define void @never_reached() {
  ret void
dead:
  %p = call ptr @malloc(i64 8)
  call void @free(ptr %p)
  ret void
}

; CHECK: --- !Missed
; CHECK-NEXT: Pass: heap-to-stack
; CHECK-NEXT: Name: NotPromoted
; CHECK-NEXT: Function: with_operand_bundle
; CHECK: - Note: the allocation call has operand bundles
; CHECK-NEXT: - Reason: other
define void @with_operand_bundle() {
  %p = call ptr @malloc(i64 8) [ "unknown"() ]
  store i32 1, ptr %p
  call void @free(ptr %p)
  ret void
}
