; RUN: %h2s %s | FileCheck %s
;
; Markers let slots share stack space: the object begins where it was allocated, and ends where it
; was certainly freed, and only there.

; CHECK-LABEL: define void @one_after_the_other(
; CHECK: [[P:%stackbound.slot[0-9]*]] = alloca
; CHECK: [[Q:%stackbound.slot[0-9]*]] = alloca
; CHECK: llvm.lifetime.start{{.*}}(
; CHECK: store i64 1
; CHECK: llvm.lifetime.end{{.*}}(
; CHECK: llvm.lifetime.start{{.*}}(
; CHECK: store i64 2
; CHECK: llvm.lifetime.end{{.*}}(
; CHECK: ret void
define void @one_after_the_other() {
  %p = call ptr @malloc(i64 8)
  store i64 1, ptr %p
  call void @free(ptr %p)
  %q = call ptr @malloc(i64 8)
  store i64 2, ptr %q
  call void @free(ptr %q)
  ret void
}

; Perhaps freed, perhaps not, and used afterwards: no end.
; CHECK-LABEL: define i64 @perhaps_freed(
; CHECK-NOT: lifetime.end
; CHECK: ret i64
define i64 @perhaps_freed(i1 %c) {
  %p = call ptr @malloc(i64 8)
  store i64 1, ptr %p
  %q = select i1 %c, ptr %p, ptr null
  call void @free(ptr %q)
  br i1 %c, label %freed, label %alive
freed:
  ret i64 0
alive:
  %v = load i64, ptr %p
  ret i64 %v
}

; Freed on one path, used on the other.
; CHECK-LABEL: define i64 @freed_on_one_path(
; CHECK: freed:
; CHECK-NEXT: call void @llvm.lifetime.end
; CHECK: alive:
; CHECK-NEXT: load i64
; CHECK: ret i64
define i64 @freed_on_one_path(i1 %c) {
  %p = call ptr @malloc(i64 8)
  store i64 1, ptr %p
  br i1 %c, label %freed, label %alive
freed:
  call void @free(ptr %p)
  ret i64 0
alive:
  %v = load i64, ptr %p
  ret i64 %v
}

; Begins anew in each iteration.
; CHECK-LABEL: define void @in_loop(
; CHECK: loop:
; CHECK: call void @llvm.lifetime.start
; CHECK: call void @llvm.lifetime.end
; CHECK: br i1
define void @in_loop() {
entry:
  br label %loop
loop:
  %p = call ptr @malloc(i64 8)
  store i64 1, ptr %p
  call void @free(ptr %p)
  %c = call i1 @more()
  br i1 %c, label %loop, label %done
done:
  ret void
}

declare ptr @malloc(i64)
declare void @free(ptr)
declare i1 @more()
