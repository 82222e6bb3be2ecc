; RUN: %h2s %s | FileCheck %s
;
; strndup: the length is measured, at most as far as the slot reaches; that many bytes are copied,
; and terminated: the string may go on behind them.

@hello = private constant [6 x i8] c"hello\00"

; CHECK-LABEL: define void @constant(
; CHECK: [[SLOT:%.*]] = alloca [4 x i8]
; CHECK: memcpy{{.*}}(ptr {{.*}}[[SLOT]], ptr {{.*}}@hello, i64 3, i1 false)
; CHECK: [[END:%.*]] = getelementptr inbounds i8, ptr [[SLOT]], i64 3
; CHECK: store i8 0, ptr [[END]]
; CHECK: call void @look(ptr [[SLOT]])
; CHECK-NOT: @free
; CHECK: ret void
define void @constant() {
  %p = call ptr @strndup(ptr @hello, i64 3)
  call void @look(ptr %p)
  call void @free(ptr %p)
  ret void
}

; A known bound: no guard.
; CHECK-LABEL: define void @bounded(
; CHECK: [[SLOT:%.*]] = alloca [16 x i8]
; CHECK-NOT: br
; CHECK: [[LENGTH:%.*]] = call i64 @strnlen(ptr %s, i64 {{.*}})
; CHECK: memcpy{{.*}}(ptr {{.*}}[[SLOT]], ptr {{.*}}%s, i64 {{.*}}, i1 false)
; CHECK: store i8 0, ptr
; CHECK-NOT: @strndup
; CHECK: ret void
define void @bounded(ptr %s) {
  %p = call ptr @strndup(ptr %s, i64 15)
  call void @look(ptr %p)
  call void @free(ptr %p)
  ret void
}

; CHECK-LABEL: define void @guarded(
; CHECK: [[SLOT:%.*]] = alloca [256 x i8]
; CHECK: [[N:%.*]] = freeze i64 %n
; CHECK: [[LESS:%.*]] = icmp ult i64 [[N]], 256
; CHECK: [[BOUND:%.*]] = select i1 [[LESS]], i64 [[N]], i64 256
; CHECK: [[LENGTH:%.*]] = call i64 @strnlen(ptr %s, i64 [[BOUND]])
; CHECK: [[SIZE:%.*]] = add i64 [[LENGTH]], 1
; CHECK: icmp ule i64 [[SIZE]], 256
; CHECK: stackbound.small:
; CHECK: [[BYTES:%.*]] = sub i64 [[SIZE]], 1
; CHECK: memcpy{{.*}}(ptr {{.*}}[[SLOT]], ptr {{.*}}%s, i64 [[BYTES]], i1 false)
; CHECK: [[END:%.*]] = getelementptr inbounds i8, ptr [[SLOT]], i64 [[BYTES]]
; CHECK: store i8 0, ptr [[END]]
; CHECK: call ptr @strndup(ptr %s, i64 %n)
; CHECK: icmp eq ptr {{.*}}, [[SLOT]]
; CHECK: call void @free(
; CHECK: ret void
define void @guarded(ptr %s, i64 %n) {
  %p = call ptr @strndup(ptr %s, i64 %n)
  call void @look(ptr %p)
  call void @free(ptr %p)
  ret void
}

; CHECK-LABEL: define ptr @kept(
; CHECK-NOT: @strnlen
; CHECK: ret ptr
define ptr @kept(ptr %s, i64 %n) {
  %p = call ptr @strndup(ptr %s, i64 %n)
  ret ptr %p
}

declare ptr @strndup(ptr, i64)
declare void @free(ptr)
declare void @look(ptr nocapture) nofree
