; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; Objects of earlier executions may still be live. When some are freed in the innermost loop around
; the allocation, slots are handed out at run time.

; CHECK: freed_in_the_next: site %p: malloc of 8 bytes: promoted when fewer than 2 of them are in use
define void @freed_in_the_next() {
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
  call void @free(ptr %p)
  ret void
}

; CHECK-NEXT: run_time_size: site %p: malloc of run-time size: promoted when at most 256 bytes and fewer than 2 of them are in use
define void @run_time_size(i64 %n) {
entry:
  br label %loop
loop:
  %prev = phi ptr [ null, %entry ], [ %p, %loop ]
  %p = call ptr @malloc(i64 %n)
  call void @use(ptr %prev)
  call void @free(ptr %prev)
  %c = call i1 @more()
  br i1 %c, label %loop, label %done
done:
  call void @free(ptr %p)
  ret void
}

; A list: each activation would use a slot once.
; CHECK-NEXT: freed_behind_the_loop: site %p: malloc of 8 bytes: kept: in-loop: {{.*}}
define void @freed_behind_the_loop() {
entry:
  br label %loop
loop:
  %prev = phi ptr [ null, %entry ], [ %p, %loop ]
  %p = call ptr @malloc(i64 8)
  store ptr %prev, ptr %p
  %c = call i1 @more()
  br i1 %c, label %loop, label %free
free:
  %at = phi ptr [ %p, %loop ], [ %next, %free ]
  %next = load ptr, ptr %at
  call void @free(ptr %at)
  %last = icmp eq ptr %next, null
  br i1 %last, label %done, label %free
done:
  ret void
}

; The same, again and again.
; CHECK-NEXT: freed_in_the_outer_loop: site %p: malloc of 8 bytes: kept: in-loop: {{.*}}
define void @freed_in_the_outer_loop() {
entry:
  br label %outer
outer:
  br label %loop
loop:
  %prev = phi ptr [ null, %outer ], [ %p, %loop ]
  %p = call ptr @malloc(i64 8)
  store ptr %prev, ptr %p
  %c = call i1 @more()
  br i1 %c, label %loop, label %free
free:
  %at = phi ptr [ %p, %loop ], [ %next, %free ]
  %next = load ptr, ptr %at
  call void @free(ptr %at)
  %last = icmp eq ptr %next, null
  br i1 %last, label %again, label %free
again:
  %d = call i1 @more()
  br i1 %d, label %outer, label %done
done:
  ret void
}

; Freed in a loop inside the one that allocates.
; CHECK-NEXT: freed_in_an_inner_loop: site %p: malloc of 8 bytes: promoted when fewer than 2 of them are in use
define void @freed_in_an_inner_loop() {
entry:
  br label %loop
loop:
  %prev = phi ptr [ null, %entry ], [ %head, %check ], [ null, %free ]
  %p = call ptr @malloc(i64 8)
  store ptr %prev, ptr %p
  br label %check
check:
  %head = phi ptr [ %p, %loop ]
  %c = call i1 @more()
  br i1 %c, label %loop, label %free
free:
  %at = phi ptr [ %head, %check ], [ %next, %free ]
  %next = load ptr, ptr %at
  call void @free(ptr %at)
  %last = icmp eq ptr %next, null
  br i1 %last, label %loop, label %free
}

; CHECK-NEXT: never_freed: site %p: malloc of 8 bytes: kept: in-loop: {{.*}}
define void @never_freed() {
entry:
  br label %loop
loop:
  %prev = phi ptr [ null, %entry ], [ %p, %loop ]
  %p = call ptr @malloc(i64 8)
  call void @use(ptr %prev)
  %c = call i1 @more()
  br i1 %c, label %loop, label %done
done:
  ret void
}

; A copy of the callee could not give the slot back.
; CHECK-NEXT: freed_by_callee: site %p: malloc of 8 bytes: kept: in-loop: {{.*}}
define void @freed_by_callee() {
entry:
  br label %loop
loop:
  %prev = phi ptr [ null, %entry ], [ %p, %loop ]
  %p = call ptr @malloc(i64 8)
  call void @use(ptr %prev)
  call void @frees(ptr %prev)
  %c = call i1 @more()
  br i1 %c, label %loop, label %done
done:
  ret void
}

; One copy is made from another, which is live.
; CHECK: copies: site %p: strdup of run-time size: promoted when at most 256 bytes and fewer than 2 of them are in use
define void @copies(ptr %s) {
  %first = call ptr @strdup(ptr %s)
  br label %loop
loop:
  %prev = phi ptr [ %first, %0 ], [ %p, %loop ]
  %p = call ptr @strdup(ptr %prev)
  call void @free(ptr %prev)
  %c = call i1 @more()
  br i1 %c, label %loop, label %done
done:
  call void @free(ptr %p)
  ret void
}

; setjmp wins.
; CHECK: returns_twice: site %p: malloc of 8 bytes: kept: setjmp: {{.*}}
define void @returns_twice(ptr %buffer) {
entry:
  %r = call i32 @setjmp(ptr %buffer) returns_twice
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

; Room for one slot only (recursive-budget is 64).
; CHECK: recursive: site %p: malloc of 40 bytes: promoted when none of them is in use
define void @recursive() {
entry:
  br label %loop
loop:
  %prev = phi ptr [ null, %entry ], [ %p, %loop ]
  %p = call ptr @malloc(i64 40)
  call void @use(ptr %prev)
  call void @free(ptr %prev)
  call void @recursive()
  %c = call i1 @more()
  br i1 %c, label %loop, label %done
done:
  ret void
}

; Room for none.
; CHECK-NEXT: recursive_and_large: site %p: malloc of 80 bytes: kept: frame-budget: {{.*}}
define void @recursive_and_large() {
entry:
  br label %loop
loop:
  %prev = phi ptr [ null, %entry ], [ %p, %loop ]
  %p = call ptr @malloc(i64 80)
  call void @use(ptr %prev)
  call void @free(ptr %prev)
  call void @recursive_and_large()
  %c = call i1 @more()
  br i1 %c, label %loop, label %done
done:
  ret void
}

; An earlier run made this the path on which all slots are in use.
; CHECK-NEXT: heap_path: site %p: malloc of 8 bytes: kept: in-loop: {{.*}}
define void @heap_path() {
entry:
  br label %loop
loop:
  %prev = phi ptr [ null, %entry ], [ %p, %loop ]
  %p = call ptr @malloc(i64 8) "heap-to-stack-heap-path"
  call void @use(ptr %prev)
  call void @free(ptr %prev)
  %c = call i1 @more()
  br i1 %c, label %loop, label %done
done:
  ret void
}

define internal void @frees(ptr %p) {
  call void @free(ptr %p)
  ret void
}

declare ptr @malloc(i64)
declare ptr @strdup(ptr)
declare void @free(ptr)
declare void @use(ptr nocapture) nofree
declare i1 @more()
declare i32 @setjmp(ptr) returns_twice
