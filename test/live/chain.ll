; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %opt -heap-to-stack-guard-size=0 -passes='print<escape>' -disable-output %s 2>&1 | FileCheck --check-prefix=OFF %s
; RUN: %h2s %s -o /dev/null
;
; A realloc whose old object may be NULL can hand out a slot, however many of its objects are live.

; CHECK: grows: site %q: realloc of run-time size: promoted when at most 256 bytes and the old object is NULL and none of them is in use
; OFF: grows: site %q: realloc of run-time size: kept: {{.*}}
define void @grows(i64 %n) {
entry:
  br label %loop
loop:
  %p = phi ptr [ null, %entry ], [ %q, %loop ]
  %q = call ptr @realloc(ptr %p, i64 %n)
  %c = call i1 @more()
  br i1 %c, label %loop, label %done
done:
  call void @free(ptr %q)
  ret void
}

; A failing one frees the old object: the two are different values then.
; CHECK-NEXT: may_fail: site %q: realloc of run-time size: promoted when at most 256 bytes and {{.*}}
define void @may_fail(i64 %n) {
entry:
  br label %loop
loop:
  %p = phi ptr [ null, %entry ], [ %q, %ok ]
  %q = call ptr @realloc(ptr %p, i64 %n)
  %failed = icmp eq ptr %q, null
  br i1 %failed, label %done, label %ok
ok:
  %c = call i1 @more()
  br i1 %c, label %loop, label %done
done:
  %last = phi ptr [ %p, %loop ], [ %q, %ok ]
  call void @free(ptr %last)
  ret void
}

; The objects before are kept, in other words several are live: the second one goes to the heap.
; CHECK-NEXT: two_live: site %q: realloc of 8 bytes: promoted when the old object is NULL and none of them is in use
define void @two_live() {
entry:
  br label %loop
loop:
  %before = phi ptr [ null, %entry ], [ %q, %loop ]
  %c = call i1 @more()
  %p = select i1 %c, ptr null, ptr %before
  %q = call ptr @realloc(ptr %p, i64 8)
  call void @use(ptr %before)
  %d = call i1 @more()
  br i1 %d, label %loop, label %done
done:
  call void @free(ptr %q)
  ret void
}

; Never seen to be NULL: a slot would never be handed out.
; CHECK-NEXT: from_malloc: site %m: malloc of run-time size: promoted when at most 256 bytes
; CHECK-NEXT: from_malloc: site %q: realloc of run-time size: kept: {{.*}}
define void @from_malloc(i64 %n) {
entry:
  %m = call ptr @malloc(i64 %n)
  br label %loop
loop:
  %p = phi ptr [ %m, %entry ], [ %q, %loop ]
  %q = call ptr @realloc(ptr %p, i64 %n)
  %c = call i1 @more()
  br i1 %c, label %loop, label %done
done:
  call void @free(ptr %q)
  ret void
}

; CHECK-NEXT: returned: site %q: realloc of run-time size: kept: returned: {{.*}}
define ptr @returned(i64 %n) {
entry:
  br label %loop
loop:
  %p = phi ptr [ null, %entry ], [ %q, %loop ]
  %q = call ptr @realloc(ptr %p, i64 %n)
  %c = call i1 @more()
  br i1 %c, label %loop, label %done
done:
  ret ptr %q
}

; A copy of the callee could not clear the flag.
; CHECK-NEXT: freed_in_callee: site %q: realloc of run-time size: kept: {{.*}}
define void @freed_in_callee(i64 %n) {
entry:
  br label %loop
loop:
  %p = phi ptr [ null, %entry ], [ %q, %loop ]
  %q = call ptr @realloc(ptr %p, i64 %n)
  %c = call i1 @more()
  br i1 %c, label %loop, label %done
done:
  call void @release(ptr %q)
  ret void
}

; longjmp could set the flag back.
; CHECK-NEXT: with_setjmp: site %q: realloc of run-time size: kept: setjmp: {{.*}}
define void @with_setjmp(i64 %n) {
entry:
  %j = call i32 @setjmp(ptr @buffer)
  br label %loop
loop:
  %p = phi ptr [ null, %entry ], [ %q, %loop ]
  %q = call ptr @realloc(ptr %p, i64 %n)
  %c = call i1 @more()
  br i1 %c, label %loop, label %done
done:
  call void @free(ptr %q)
  ret void
}

; CHECK-NEXT: too_large: site %q: realloc of 257 bytes: kept: too-large: {{.*}}
define void @too_large() {
entry:
  br label %loop
loop:
  %p = phi ptr [ null, %entry ], [ %q, %loop ]
  %q = call ptr @realloc(ptr %p, i64 257)
  %c = call i1 @more()
  br i1 %c, label %loop, label %done
done:
  call void @free(ptr %q)
  ret void
}

; CHECK-NEXT: just_fits: site %q: realloc of 256 bytes: promoted when the old object is NULL and none of them is in use
define void @just_fits() {
entry:
  br label %loop
loop:
  %p = phi ptr [ null, %entry ], [ %q, %loop ]
  %q = call ptr @realloc(ptr %p, i64 256)
  %c = call i1 @more()
  br i1 %c, label %loop, label %done
done:
  call void @free(ptr %q)
  ret void
}

; The chain has one slot of 64 bytes, the budget of a function that calls itself: of its sites one
; needs more than is left, so none of them moves. Alone, the other does.
; CHECK-NEXT: chain_needs_more: site %a: realloc of run-time size: kept: frame-budget: {{.*}}
; CHECK-NEXT: chain_needs_more: site %b: realloc of 80 bytes: kept: frame-budget: {{.*}}
define void @chain_needs_more(i64 %n, i1 %c) {
entry:
  br label %loop
loop:
  %p = phi ptr [ null, %entry ], [ %q, %next ]
  br i1 %c, label %one, label %two
one:
  %a = call ptr @realloc(ptr %p, i64 %n)
  br label %next
two:
  %b = call ptr @realloc(ptr %p, i64 80)
  br label %next
next:
  %q = phi ptr [ %a, %one ], [ %b, %two ]
  call void @chain_needs_more(i64 %n, i1 %c)
  %d = call i1 @more()
  br i1 %d, label %loop, label %done
done:
  call void @free(ptr %q)
  ret void
}

; CHECK-NEXT: chain_shrinks: site %q: realloc of run-time size: promoted when at most 64 bytes and {{.*}}
define void @chain_shrinks(i64 %n) {
entry:
  br label %loop
loop:
  %p = phi ptr [ null, %entry ], [ %q, %loop ]
  %q = call ptr @realloc(ptr %p, i64 %n)
  call void @chain_shrinks(i64 %n)
  %c = call i1 @more()
  br i1 %c, label %loop, label %done
done:
  call void @free(ptr %q)
  ret void
}

@buffer = global [200 x i8] zeroinitializer
define void @release(ptr %p) noinline {
  call void @free(ptr %p)
  ret void
}
declare void @use(ptr nocapture) nofree nosync
declare i1 @more()
declare i32 @setjmp(ptr) returns_twice
declare ptr @malloc(i64)
declare ptr @realloc(ptr, i64)
declare void @free(ptr)
