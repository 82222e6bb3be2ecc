; RUN: %escape %s 2>&1 | FileCheck --check-prefix=ESCAPE --match-full-lines %s
; RUN: %h2s %s | FileCheck %s
; RUN: %opt -S -heap-to-stack-check -passes=heap-to-stack %s | FileCheck --check-prefix=CHECKED %s
; RUN: %opt -S -heap-to-stack-recursive-budget=4096 -passes=heap-to-stack %s | FileCheck --check-prefix=ROOM %s
;
; When the frame has no room for all, objects of which a call makes at most one share a slot. A
; function that can call itself has 64 bytes.

; ESCAPE: cases: site %p: malloc of 48 bytes: promoted
; ESCAPE-NEXT: cases: site %q: malloc of 64 bytes: promoted
; ESCAPE-NEXT: cases: site %r: malloc of run-time size: promoted when at most 64 bytes
; CHECK-LABEL: define void @cases(
; CHECK: %[[SLOT:stackbound.slot[0-9]*]] = alloca [64 x i8], align 16
; CHECK-NOT: alloca
; CHECK: call void @look(ptr %[[SLOT]])
; CHECK: call void @look(ptr %[[SLOT]])
; CHECK: icmp ule i64 %{{.*}}, 64
; With room for all, or watched, each has its own; what fits is then the same.
; ROOM-LABEL: define void @cases(
; ROOM-COUNT-3: alloca
; CHECKED-LABEL: define void @cases(
; CHECKED-COUNT-3: call ptr @__stackbound_check_enter(
define void @cases(i32 %which, i64 %n) {
  switch i32 %which, label %end [ i32 1, label %a
                                  i32 2, label %b
                                  i32 3, label %c ]
a:
  %p = call ptr @malloc(i64 48)
  call void @look(ptr %p)
  call void @free(ptr %p)
  br label %end
b:
  %q = call ptr @malloc(i64 64)
  call void @look(ptr %q)
  call void @free(ptr %q)
  br label %end
c:
  %r = call ptr @malloc(i64 %n)
  call void @look(ptr %r)
  call void @free(ptr %r)
  br label %end
end:
  call void @cases(i32 %which, i64 %n)
  ret void
}

; One behind the other: each is still there when the next is made.
; ESCAPE: in_turn: site %p: malloc of 48 bytes: promoted
; ESCAPE-NEXT: in_turn: site %q: malloc of 48 bytes: kept: frame-budget: {{.*}}
define void @in_turn(i1 %c) {
  %p = call ptr @malloc(i64 48)
  call void @look(ptr %p)
  br i1 %c, label %more, label %end
more:
  %q = call ptr @malloc(i64 48)
  call void @look(ptr %q)
  call void @free(ptr %q)
  br label %end
end:
  call void @free(ptr %p)
  call void @in_turn(i1 %c)
  ret void
}

; Two cases, but of a switch in a loop: the objects of several turns end together.
; ESCAPE: cases_in_loop: site %p: malloc of 48 bytes: promoted
; ESCAPE-NEXT: cases_in_loop: site %q: malloc of 48 bytes: kept: frame-budget: {{.*}}
define void @cases_in_loop(i1 %c) {
entry:
  br label %loop
loop:
  %d = call i1 @more()
  br i1 %d, label %a, label %b
a:
  %p = call ptr @malloc(i64 48)
  call void @look(ptr %p)
  br label %next
b:
  %q = call ptr @malloc(i64 48)
  call void @look(ptr %q)
  br label %next
next:
  %either = phi ptr [ %p, %a ], [ %q, %b ]
  %again = call i1 @more()
  call void @look(ptr %either)
  call void @free(ptr %either)
  br i1 %again, label %loop, label %end
end:
  call void @cases_in_loop(i1 %c)
  ret void
}

; The larger alignment is the slot's.
; CHECK-LABEL: define void @aligned(
; CHECK: alloca [32 x i8], align 32
; CHECK-NOT: alloca
; CHECK-LABEL: }
define void @aligned(i1 %c) {
  br i1 %c, label %a, label %b
a:
  %p = call ptr @malloc(i64 24)
  call void @look(ptr %p)
  call void @free(ptr %p)
  br label %end
b:
  %q = call align 32 ptr @aligned_alloc(i64 32, i64 32)
  call void @look(ptr %q)
  call void @free(ptr %q)
  br label %end
end:
  call void @aligned(i1 %c)
  ret void
}

; A realloc asks for the size of the slot: such slots are not shared.
; ESCAPE: grows: site %p: malloc of 48 bytes: promoted
; ESCAPE: grows: site %q: malloc of 48 bytes: kept: frame-budget: {{.*}}
define void @grows(i1 %c, i64 %n) {
  br i1 %c, label %a, label %b
a:
  %p = call ptr @malloc(i64 48)
  call void @look(ptr %p)
  %g = call ptr @realloc(ptr %p, i64 %n)
  call void @look(ptr %g)
  call void @free(ptr %g)
  br label %end
b:
  %q = call ptr @malloc(i64 48)
  call void @look(ptr %q)
  call void @free(ptr %q)
  br label %end
end:
  call void @grows(i1 %c, i64 %n)
  ret void
}

; A constructor makes one of two: one slot serves both.
; ESCAPE: makes_one: site %x: one_of_two (malloc of 48 bytes): promoted
; ESCAPE-NEXT: makes_one: site %x: one_of_two (malloc of 56 bytes): promoted
; CHECK-LABEL: define void @makes_one(
; CHECK: %[[SLOT:stackbound.slot[0-9]*]] = alloca [56 x i8], align 16
; CHECK-NOT: alloca
; CHECK: call ptr @one_of_two.stackbound(i1 %c, ptr %[[SLOT]], ptr %[[SLOT]])
define internal ptr @one_of_two(i1 %c) noinline {
  br i1 %c, label %a, label %b
a:
  %p = call ptr @malloc(i64 48)
  call void @look(ptr %p)
  ret ptr %p
b:
  %q = call ptr @malloc(i64 56)
  call void @look(ptr %q)
  ret ptr %q
}
define void @makes_one(i1 %c) {
  %x = call ptr @one_of_two(i1 %c)
  call void @look(ptr %x)
  call void @free(ptr %x)
  call void @makes_one(i1 %c)
  ret void
}

; It makes two, and frees the first: they have a slot each.
; ESCAPE: makes_second: site %x: one_after_the_other (malloc of 48 bytes): promoted
; ESCAPE-NEXT: makes_second: site %x: one_after_the_other (malloc of 56 bytes): kept: frame-budget: {{.*}}
define internal ptr @one_after_the_other(i1 %c) noinline {
  %p = call ptr @malloc(i64 48)
  call void @look(ptr %p)
  br i1 %c, label %a, label %b
a:
  ret ptr %p
b:
  %q = call ptr @malloc(i64 56)
  call void @look(ptr %p)
  call void @look(ptr %q)
  call void @free(ptr %p)
  ret ptr %q
}
define void @makes_second(i1 %c) {
  %x = call ptr @one_after_the_other(i1 %c)
  call void @look(ptr %x)
  call void @free(ptr %x)
  call void @makes_second(i1 %c)
  ret void
}

declare ptr @malloc(i64)
declare ptr @realloc(ptr, i64)
declare ptr @aligned_alloc(i64 allocalign, i64) allockind("alloc,uninitialized,aligned") allocsize(1) "alloc-family"="malloc"
declare void @free(ptr)
declare void @look(ptr nocapture) nofree
declare i1 @more()
