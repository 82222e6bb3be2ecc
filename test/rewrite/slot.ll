; RUN: %h2s %s | FileCheck %s
; RUN: %opt -S %s | FileCheck %s --check-prefix=OFF
;
; One slot in the entry block per object: as large as the object, and as aligned as anybody may
; rely on. malloc promises max_align_t, and the IR does not say so: a slot with less crashes
; programs that use vector instructions.

; CHECK-LABEL: define void @as_malloc(
; CHECK-NEXT: [[SLOT:%.*]] = alloca [24 x i8], align 16
; CHECK-NOT: @malloc
; CHECK: store i32 1, ptr [[SLOT]]
; CHECK-NOT: @free
; CHECK: ret void
; OFF-LABEL: define void @as_malloc(
; OFF: call ptr @malloc(i64 24)
; OFF: call void @free(
define void @as_malloc() {
  %p = call ptr @malloc(i64 24)
  store i32 1, ptr %p
  call void @free(ptr %p)
  ret void
}

; CHECK-LABEL: define void @one_byte(
; CHECK-NEXT: alloca [1 x i8], align 16
define void @one_byte() {
  %p = call ptr @malloc(i64 1)
  store i8 1, ptr %p
  ret void
}

; Nobody may access it, but its address is not null, and nobody else's.
; CHECK-LABEL: define i1 @no_bytes(
; CHECK-DAG: [[FIRST:%.*]] = alloca [1 x i8], align 16
; CHECK-DAG: [[SECOND:%.*]] = alloca [1 x i8], align 16
; CHECK: icmp eq ptr %stackbound.slot{{[0-9]*}}, %stackbound.slot{{[0-9]*}}
define i1 @no_bytes() {
  %p = call ptr @malloc(i64 0)
  %q = call ptr @malloc(i64 0)
  %same = icmp eq ptr %p, %q
  ret i1 %same
}

; CHECK-LABEL: define void @asked_for(
; CHECK-NEXT: alloca [128 x i8], align 64
define void @asked_for() {
  %p = call ptr @aligned_alloc(i64 64, i64 128)
  store i8 1, ptr %p
  ret void
}

; Never less than malloc's.
; CHECK-LABEL: define void @asked_for_less(
; CHECK-NEXT: alloca [128 x i8], align 16
define void @asked_for_less() {
  %p = call ptr @aligned_alloc(i64 8, i64 128)
  store i8 1, ptr %p
  ret void
}

; CHECK-LABEL: define void @promised_by_attribute(
; CHECK-NEXT: alloca [128 x i8], align 32
define void @promised_by_attribute() {
  %p = call align 32 ptr @malloc(i64 128)
  store i8 1, ptr %p
  ret void
}

; CHECK-LABEL: define void @promised_by_declaration(
; CHECK-NEXT: alloca [128 x i8], align 128
define void @promised_by_declaration() {
  %p = call ptr @page_alloc(i64 128)
  store i8 1, ptr %p
  ret void
}

; CHECK-LABEL: define void @relied_on(
; CHECK-NEXT: alloca [128 x i8], align 32
define void @relied_on() {
  %p = call ptr @malloc(i64 128)
  store <8 x i32> zeroinitializer, ptr %p, align 32
  ret void
}

; CHECK-LABEL: define void @in_another_block(
; CHECK-NEXT: entry:
; CHECK-NEXT: alloca [24 x i8], align 16
; CHECK: br i1
define void @in_another_block(i1 %c) {
entry:
  br i1 %c, label %yes, label %no
yes:
  %p = call ptr @malloc(i64 24)
  store i8 1, ptr %p
  br label %no
no:
  ret void
}

; Two of them are two slots.
; CHECK-LABEL: define void @two(
; CHECK: [[P:%.*]] = alloca [24 x i8], align 16
; CHECK: [[Q:%.*]] = alloca [24 x i8], align 16
; CHECK: store i8 1
; CHECK: store i8 2
define void @two() {
  %p = call ptr @malloc(i64 24)
  %q = call ptr @malloc(i64 24)
  store i8 1, ptr %p
  store i8 2, ptr %q
  ret void
}

; In a loop one slot serves all iterations: no alloca there.
; CHECK-LABEL: define void @in_loop(
; CHECK: entry:
; CHECK: alloca [24 x i8], align 16
; CHECK: loop:
; CHECK-NOT: alloca
; CHECK: ret void
define void @in_loop(i64 %n) {
entry:
  br label %loop
loop:
  %i = phi i64 [ 0, %entry ], [ %j, %loop ]
  %p = call ptr @malloc(i64 24)
  store i64 %i, ptr %p
  call void @look(ptr %p)
  call void @free(ptr %p)
  %j = add i64 %i, 1
  %more = icmp ult i64 %j, %n
  br i1 %more, label %loop, label %done
done:
  ret void
}

declare ptr @malloc(i64)
declare ptr @aligned_alloc(i64, i64)
declare align 128 ptr @page_alloc(i64) allockind("alloc,uninitialized") allocsize(0) "alloc-family"="malloc"
declare void @free(ptr)
declare void @look(ptr nocapture) nofree
