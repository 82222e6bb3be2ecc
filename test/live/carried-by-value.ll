; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; A slot is one object, an allocation in a loop a new one each time. A pointer to the object of an
; earlier iteration must not be used after the next allocation:
;   prev = p; p = malloc(8); use(prev);

; Used and forgotten before the next.
; CHECK: used_in_one_iteration: site %p: malloc of 8 bytes: promoted
define void @used_in_one_iteration() {
entry:
  br label %loop
loop:
  %p = call ptr @malloc(i64 8)
  call void @use(ptr %p)
  call void @free(ptr %p)
  %c = call i1 @more()
  br i1 %c, label %loop, label %done
done:
  ret void
}

; The one before is still used, but freed in the loop: flags say at run time which slot is free.
; CHECK-NEXT: carried_by_phi: site %p: malloc of 8 bytes: promoted when fewer than 2 of them are in use
define void @carried_by_phi() {
entry:
  br label %loop
loop:
  %prev = phi ptr [ null, %entry ], [ %p, %loop ]
  %p = call ptr @malloc(i64 8)
  call void @use(ptr %prev)
  call void @free(ptr %prev)
  %c = call i1 @more()
  br i1 %c, label %loop, label %done
done:
  ret void
}

; The one before is used for the last time before the next is made.
; CHECK-NEXT: dead_before_the_next: site %p: malloc of 8 bytes: promoted
define void @dead_before_the_next() {
entry:
  br label %loop
loop:
  %prev = phi ptr [ null, %entry ], [ %p, %loop ]
  call void @use(ptr %prev)
  call void @free(ptr %prev)
  %p = call ptr @malloc(i64 8)
  %c = call i1 @more()
  br i1 %c, label %loop, label %done
done:
  call void @free(ptr %p)
  ret void
}

; The one before is only compared.
; CHECK-NEXT: compared_with_the_one_before: site %p: malloc of 8 bytes: kept: in-loop: {{.*}}
define void @compared_with_the_one_before() {
entry:
  br label %loop
loop:
  %prev = phi ptr [ null, %entry ], [ %p, %next ]
  %p = call ptr @malloc(i64 8)
  %same = icmp eq ptr %prev, %p
  br i1 %same, label %done, label %next
next:
  %c = call i1 @more()
  br i1 %c, label %loop, label %done
done:
  ret void
}

; The last one is used after the loop.
; CHECK-NEXT: last_one_used_after_the_loop: site %p: malloc of 8 bytes: promoted
define void @last_one_used_after_the_loop() {
entry:
  br label %loop
loop:
  %p = call ptr @malloc(i64 8)
  %c = call i1 @more()
  br i1 %c, label %loop, label %done
done:
  call void @use(ptr %p)
  ret void
}

; Some one is used after the loop.
; CHECK-NEXT: chosen_one_used_after_the_loop: site %p: malloc of 8 bytes: kept: in-loop: {{.*}}
define void @chosen_one_used_after_the_loop() {
entry:
  br label %loop
loop:
  %best = phi ptr [ null, %entry ], [ %new, %loop ]
  %p = call ptr @malloc(i64 8)
  %better = call i1 @more()
  %new = select i1 %better, ptr %p, ptr %best
  %c = call i1 @more()
  br i1 %c, label %loop, label %done
done:
  call void @use(ptr %new)
  ret void
}

; Two iterations back.
; CHECK-NEXT: carried_over_two: site %p: malloc of 8 bytes: kept: in-loop: {{.*}}
define void @carried_over_two() {
entry:
  br label %loop
loop:
  %second = phi ptr [ null, %entry ], [ %first, %loop ]
  %first = phi ptr [ null, %entry ], [ %p, %loop ]
  %p = call ptr @malloc(i64 8)
  call void @use(ptr %second)
  %c = call i1 @more()
  br i1 %c, label %loop, label %done
done:
  ret void
}

; An interior pointer.
; CHECK-NEXT: carried_interior: site %p: malloc of 8 bytes: kept: in-loop: {{.*}}
define void @carried_interior() {
entry:
  br label %loop
loop:
  %prev = phi ptr [ null, %entry ], [ %q, %loop ]
  %p = call ptr @malloc(i64 8)
  call void @use(ptr %prev)
  %q = getelementptr i8, ptr %p, i64 4
  %c = call i1 @more()
  br i1 %c, label %loop, label %done
done:
  ret void
}

; The address as a number.
; CHECK-NEXT: carried_number: site %p: malloc of 8 bytes: kept: {{.*}}
define void @carried_number() {
entry:
  br label %loop
loop:
  %prev = phi i64 [ 0, %entry ], [ %i, %next ]
  %p = call ptr @malloc(i64 8)
  %i = ptrtoint ptr %p to i64
  %same = icmp eq i64 %i, %prev
  br i1 %same, label %done, label %next
next:
  %c = call i1 @more()
  br i1 %c, label %loop, label %done
done:
  ret void
}

; Made in one case only, and used in the other.
; CHECK-NEXT: made_in_one_case: site %p: malloc of 8 bytes: promoted
define void @made_in_one_case() {
entry:
  br label %loop
loop:
  %old = phi ptr [ null, %entry ], [ %now, %next ]
  %c = call i1 @more()
  br i1 %c, label %make, label %next
make:
  call void @free(ptr %old)
  %p = call ptr @malloc(i64 8)
  br label %next
next:
  %now = phi ptr [ %old, %loop ], [ %p, %make ]
  call void @use(ptr %now)
  %d = call i1 @more()
  br i1 %d, label %loop, label %done
done:
  ret void
}

; Made in one case only, while the old one stays in use.
; CHECK-NEXT: made_beside_the_old: site %p: malloc of 8 bytes: kept: in-loop: {{.*}}
define void @made_beside_the_old() {
entry:
  br label %loop
loop:
  %old = phi ptr [ null, %entry ], [ %now, %next ]
  %c = call i1 @more()
  br i1 %c, label %make, label %next
make:
  %p = call ptr @malloc(i64 8)
  call void @use(ptr %old)
  br label %next
next:
  %now = phi ptr [ %old, %loop ], [ %p, %make ]
  %d = call i1 @more()
  br i1 %d, label %loop, label %done
done:
  ret void
}

; In an inner loop, used in the outer one.
; CHECK-NEXT: inner_loop: site %p: malloc of 8 bytes: promoted
define void @inner_loop() {
entry:
  br label %outer
outer:
  br label %inner
inner:
  %p = call ptr @malloc(i64 8)
  %c = call i1 @more()
  br i1 %c, label %inner, label %after
after:
  call void @use(ptr %p)
  call void @free(ptr %p)
  %d = call i1 @more()
  br i1 %d, label %outer, label %done
done:
  ret void
}

; In the outer loop, carried through the inner one.
; CHECK-NEXT: outer_loop: site %p: malloc of 8 bytes: promoted
define void @outer_loop() {
entry:
  br label %outer
outer:
  %p = call ptr @malloc(i64 8)
  br label %inner
inner:
  %at = phi ptr [ %p, %outer ], [ %next, %inner ]
  call void @use(ptr %at)
  %next = getelementptr i8, ptr %at, i64 1
  %c = call i1 @more()
  br i1 %c, label %inner, label %after
after:
  call void @free(ptr %p)
  %d = call i1 @more()
  br i1 %d, label %outer, label %done
done:
  ret void
}

; Carried round the outer loop.
; CHECK-NEXT: carried_round_the_outer_loop: site %p: malloc of 8 bytes: kept: in-loop: {{.*}}
define void @carried_round_the_outer_loop() {
entry:
  br label %outer
outer:
  %old = phi ptr [ null, %entry ], [ %p, %after ]
  br label %inner
inner:
  %p = call ptr @malloc(i64 8)
  call void @use(ptr %old)
  %c = call i1 @more()
  br i1 %c, label %inner, label %after
after:
  %d = call i1 @more()
  br i1 %d, label %outer, label %done
done:
  ret void
}

; A cycle with two entries.
; CHECK-NEXT: irreducible: site %p: malloc of 8 bytes: promoted
define void @irreducible(i1 %x) {
entry:
  br i1 %x, label %left, label %right
left:
  %p = call ptr @malloc(i64 8)
  call void @use(ptr %p)
  br label %right
right:
  %c = call i1 @more()
  br i1 %c, label %left, label %done
done:
  ret void
}

; CHECK-NEXT: irreducible_carried: site %p: malloc of 8 bytes: kept: in-loop: {{.*}}
define void @irreducible_carried(i1 %x) {
entry:
  br i1 %x, label %left, label %right
left:
  %in = phi ptr [ null, %entry ], [ %v, %right ]
  %p = call ptr @malloc(i64 8)
  call void @use(ptr %in)
  br label %right
right:
  %v = phi ptr [ null, %entry ], [ %p, %left ]
  %c = call i1 @more()
  br i1 %c, label %left, label %done
done:
  ret void
}

; Two sites that take turns: neither is carried over its own next execution.
; CHECK-NEXT: taking_turns: site %p: malloc of 8 bytes: promoted
; CHECK-NEXT: taking_turns: site %q: malloc of 8 bytes: promoted
define void @taking_turns() {
entry:
  br label %loop
loop:
  %old = phi ptr [ null, %entry ], [ %q, %loop ]
  %p = call ptr @malloc(i64 8)
  call void @use(ptr %old)
  call void @free(ptr %old)
  %q = call ptr @malloc(i64 8)
  call void @use(ptr %p)
  call void @free(ptr %p)
  %c = call i1 @more()
  br i1 %c, label %loop, label %done
done:
  call void @free(ptr %q)
  ret void
}

declare ptr @malloc(i64)
declare void @free(ptr)
declare void @use(ptr nocapture) nofree
declare i1 @more()
