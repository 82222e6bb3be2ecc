; What checked mode makes of slots, frees and exits. Decisions are those without it.
;
; RUN: %opt -verify-each -S -passes='heap-to-stack<check=1>' %s | FileCheck %s
; RUN: %opt -S -passes='heap-to-stack<check>' %s | FileCheck %s
; RUN: %opt -S -heap-to-stack-check -passes=heap-to-stack %s | FileCheck %s
; RUN: %opt -S -heap-to-stack-check=1 -passes=heap-to-stack %s | FileCheck %s
; RUN: %opt -S -heap-to-stack-check -passes='heap-to-stack<check=0>' %s | FileCheck --check-prefix=OFF %s
; RUN: %h2s %s | FileCheck --check-prefix=OFF %s
; RUN: %opt -S -passes='heap-to-stack<check=1>,heap-to-stack<check=1>' %s | grep -c 'call.*check_heap' | FileCheck --check-prefix=ONCE %s
; OFF-NOT: stackbound_check
; ONCE: {{^}}2{{$}}
;
; CHECK: c"malloc of 48 bytes (on the stack in fixed)\00"

declare ptr @malloc(i64) allockind("alloc,uninitialized") allocsize(0) "alloc-family"="malloc"
declare void @free(ptr allocptr nocapture) nounwind allockind("free") "alloc-family"="malloc"
declare void @use(ptr nocapture) nofree
declare void @tail()

; CHECK-LABEL: define i8 @fixed(
; CHECK: %[[FRAME:.*]] = alloca [2 x i64], align 8
; CHECK-NEXT: store [2 x i64] zeroinitializer, ptr %[[FRAME]]
; CHECK-NEXT: %[[P:.*]] = call ptr @__stackbound_check_enter(ptr %[[FRAME]], i64 48, i64 16, ptr @{{.*}})
; CHECK-NEXT: call void @__stackbound_check_begin(ptr %[[P]], i64 48, i32 0)
; CHECK: call void @__stackbound_check_end(ptr %[[P]])
; CHECK-NEXT: call void @__stackbound_check_leave(ptr %[[FRAME]])
; CHECK-NEXT: ret i8
define i8 @fixed() {
  %p = call ptr @malloc(i64 48)
  call void @use(ptr %p)
  %v = load i8, ptr %p
  call void @free(ptr %p)
  ret i8 %v
}

; CHECK-LABEL: define i8 @guarded(
; CHECK: call ptr @__stackbound_check_enter(ptr %{{.*}}, i64 256, i64 16, ptr
; CHECK: stackbound.small:
; CHECK-NEXT: call void @__stackbound_check_begin(ptr %{{.*}}, i64 %{{.*}}, i32 0)
; CHECK: stackbound.skip:
; CHECK-NEXT: call void @__stackbound_check_end(ptr %[[OBJECT:.*]])
; CHECK: call void @__stackbound_check_heap(ptr %[[OBJECT]], ptr @{{.*}})
; CHECK-NEXT: call void @free(ptr %[[OBJECT]])
define i8 @guarded(i64 %n) {
  %p = call ptr @malloc(i64 %n)
  call void @use(ptr %p)
  %v = load i8, ptr %p
  call void @free(ptr %p)
  ret i8 %v
}

; A function without slots: only what it frees is asked about.
; CHECK-LABEL: define void @freeing(
; CHECK-NEXT: call void @__stackbound_check_heap(ptr %p, ptr @{{.*}})
; CHECK-NEXT: call void @free(ptr %p)
; CHECK-NEXT: ret void
define void @freeing(ptr %p) {
  call void @free(ptr %p)
  ret void
}

; In front of a musttail call, and where an exception passes.
; CHECK-LABEL: define void @last(
; CHECK: call void @__stackbound_check_leave(
; CHECK-NEXT: musttail call void @tail()
; CHECK-NEXT: ret void
; CHECK: call void @__stackbound_check_leave(
; CHECK-NEXT: resume
define void @last() personality ptr @personality {
  %p = call ptr @malloc(i64 8)
  invoke void @use(ptr %p) to label %normal unwind label %lands

normal:
  call void @free(ptr %p)
  musttail call void @tail()
  ret void

lands:
  %e = landingpad { ptr, i32 } cleanup
  resume { ptr, i32 } %e
}

declare i32 @personality(...)
