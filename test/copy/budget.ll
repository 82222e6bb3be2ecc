; RUN: %escape %s 2>&1 | FileCheck --check-prefixes=ALL,SITES %s
; RUN: %escape -heap-to-stack-clone-budget=0 %s 2>&1 | FileCheck --check-prefix=NONE %s
; RUN: %opt -disable-output -passes='print<escape>' -heap-to-stack-max-size=16 %s 2>&1 | FileCheck --check-prefix=SMALL %s
; RUN: %h2s %s | FileCheck --check-prefix=IR %s
; RUN: %opt -S -passes='heap-to-stack<clone-budget=0>' %s | FileCheck --check-prefix=OFF %s
; RUN: %opt -S -passes='heap-to-stack<limit=1>' %s | FileCheck --check-prefix=LIMIT %s
; RUN: %opt -S -passes='heap-to-stack<limit=0>' %s | FileCheck --check-prefix=OFF %s
;
; Budgets: copies of more than 8 slots are never made; with clone-budget=0 none at all; what a caller
; may keep on its stack is decided as if it had made the objects itself.
;
; OFF-NOT: stackbound

define internal ptr @new() {
  %p = call ptr @malloc(i64 24)
  ret ptr %p
}
; ALL: first: site %p: new (malloc of 24 bytes): promoted
; NONE-NOT: site %p: new
; NONE-NOT: promoted
; SMALL: first: site %p: new (malloc of 24 bytes): kept: too-large: larger than the limit of 16 bytes
; IR-LABEL: define void @first(
; IR: call ptr @new.stackbound(
; LIMIT-LABEL: define void @first(
; LIMIT: call ptr @new.stackbound(
define void @first() {
  %p = call ptr @new()
  call void @free(ptr %p)
  ret void
}
; SITES: second: site %p: new (malloc of 24 bytes): promoted
; LIMIT-LABEL: define void @second(
; LIMIT: call ptr @new()
define void @second() {
  %p = call ptr @new()
  call void @free(ptr %p)
  ret void
}

; Nine guarded slots that may be freed at one place.
; SITES-COUNT-9: nine_slots: site %p{{[0-9]}}: malloc of run-time size: kept: clone-budget: needs a specialised copy of 'release'
; IR-LABEL: define void @nine_slots(
; IR-NOT: alloca [256
; IR: call void @release(ptr
define void @nine_slots(i64 %n, i32 %which) {
  %a = alloca [9 x ptr]
  %p0 = call ptr @malloc(i64 %n)
  %p1 = call ptr @malloc(i64 %n)
  %p2 = call ptr @malloc(i64 %n)
  %p3 = call ptr @malloc(i64 %n)
  %p4 = call ptr @malloc(i64 %n)
  %p5 = call ptr @malloc(i64 %n)
  %p6 = call ptr @malloc(i64 %n)
  %p7 = call ptr @malloc(i64 %n)
  %p8 = call ptr @malloc(i64 %n)
  %e1 = getelementptr [9 x ptr], ptr %a, i32 0, i32 1
  %e2 = getelementptr [9 x ptr], ptr %a, i32 0, i32 2
  %e3 = getelementptr [9 x ptr], ptr %a, i32 0, i32 3
  %e4 = getelementptr [9 x ptr], ptr %a, i32 0, i32 4
  %e5 = getelementptr [9 x ptr], ptr %a, i32 0, i32 5
  %e6 = getelementptr [9 x ptr], ptr %a, i32 0, i32 6
  %e7 = getelementptr [9 x ptr], ptr %a, i32 0, i32 7
  %e8 = getelementptr [9 x ptr], ptr %a, i32 0, i32 8
  store ptr %p0, ptr %a
  store ptr %p1, ptr %e1
  store ptr %p2, ptr %e2
  store ptr %p3, ptr %e3
  store ptr %p4, ptr %e4
  store ptr %p5, ptr %e5
  store ptr %p6, ptr %e6
  store ptr %p7, ptr %e7
  store ptr %p8, ptr %e8
  %e = getelementptr [9 x ptr], ptr %a, i32 0, i32 %which
  %p = load ptr, ptr %e
  call void @release(ptr %p)
  ret void
}
define internal void @release(ptr %x) {
  call void @free(ptr %x)
  ret void
}

; The frame of the caller counts.
define internal ptr @kilobyte() {
  %p = call ptr @malloc(i64 1024)
  ret ptr %p
}
; SITES: frame: site %a: kilobyte (malloc of 1024 bytes): promoted
; SITES: frame: site %b: kilobyte (malloc of 1024 bytes): promoted
; SITES: frame: site %c: kilobyte (malloc of 1024 bytes): promoted
; SITES: frame: site %d: kilobyte (malloc of 1024 bytes): promoted
; SITES: frame: site %e: kilobyte (malloc of 1024 bytes): kept: frame-budget
; IR-LABEL: define void @frame(
; IR-COUNT-4: call ptr @kilobyte.stackbound(
; IR: call ptr @kilobyte()
define void @frame() {
  %a = call ptr @kilobyte()
  %b = call ptr @kilobyte()
  %c = call ptr @kilobyte()
  %d = call ptr @kilobyte()
  %e = call ptr @kilobyte()
  call void @free(ptr %a)
  call void @free(ptr %b)
  call void @free(ptr %c)
  call void @free(ptr %d)
  call void @free(ptr %e)
  ret void
}
; So does recursion.
; SITES: recursive: site %a: new (malloc of 24 bytes): promoted
; SITES: recursive: site %b: kilobyte (malloc of 1024 bytes): kept: frame-budget
define void @recursive(i32 %n) {
  %a = call ptr @new()
  %b = call ptr @kilobyte()
  %end = icmp eq i32 %n, 0
  br i1 %end, label %out, label %on
on:
  %m = sub i32 %n, 1
  call void @recursive(i32 %m)
  br label %out
out:
  call void @free(ptr %a)
  call void @free(ptr %b)
  ret void
}

declare ptr @malloc(i64)
declare void @free(ptr)
