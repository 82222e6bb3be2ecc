; RUN: %h2s %s | FileCheck %s
;
; calloc's zeroing happens where and whenever the call did, not once on entry:
;   for (..) { p = calloc(1, 8); assert(*p == 0); *p = 1; free(p); }

; CHECK-LABEL: define i64 @at_its_place(
; CHECK: [[SLOT:%.*]] = alloca [8 x i8]
; CHECK: call void @before()
; CHECK: call void @llvm.memset.p0.i64(ptr align 16 [[SLOT]], i8 0, i64 8, i1 false)
; CHECK: call void @after()
; CHECK: load i64, ptr [[SLOT]]
define i64 @at_its_place() {
  call void @before()
  %p = call ptr @calloc(i64 1, i64 8)
  call void @after()
  %v = load i64, ptr %p
  call void @free(ptr %p)
  ret i64 %v
}

; CHECK-LABEL: define void @in_every_iteration(
; CHECK: loop:
; CHECK: memset
; CHECK: load volatile i64
; CHECK: store i64 1
; CHECK: br i1
define void @in_every_iteration() {
entry:
  br label %loop
loop:
  %p = call ptr @calloc(i64 1, i64 8)
  %v = load volatile i64, ptr %p
  store i64 1, ptr %p
  call void @free(ptr %p)
  %c = call i1 @more()
  br i1 %c, label %loop, label %done
done:
  ret void
}

; malloc's memory is not zeroed.
; CHECK-LABEL: define void @not_for_malloc(
; CHECK-NOT: memset
; CHECK: ret void
define void @not_for_malloc() {
  %p = call ptr @malloc(i64 8)
  store i64 1, ptr %p
  call void @free(ptr %p)
  ret void
}

; strdup's is a copy.
; CHECK-LABEL: define i8 @copied(
; CHECK: [[SLOT:%.*]] = alloca [6 x i8]
; CHECK: call void @llvm.memcpy.p0.p0.i64(ptr align 16 [[SLOT]], ptr align 1 @hello, i64 6, i1 false)
; CHECK-NOT: @strdup(
; CHECK: ret i8
define i8 @copied() {
  %p = call ptr @strdup(ptr @hello)
  %v = load volatile i8, ptr %p
  call void @free(ptr %p)
  ret i8 %v
}

@hello = private constant [6 x i8] c"hello\00"
declare ptr @malloc(i64)
declare ptr @calloc(i64, i64)
declare ptr @strdup(ptr)
declare void @free(ptr)
declare void @before()
declare void @after()
declare i1 @more()
