; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
; RUN: %opt -disable-output -heap-to-stack-frame-budget=8192 -passes='print<escape>' %s 2>&1 | FileCheck --check-prefix=ROOM %s
;
; Where the frame has no room for all, those get it that save most allocations per byte.

; With room for all nothing is refused.
; ROOM-NOT: kept

; The one in the loop comes last, and first.
; CHECK: loop_first: site %a: malloc of 1024 bytes: promoted
; CHECK-NEXT: loop_first: site %b: malloc of 1024 bytes: promoted
; CHECK-NEXT: loop_first: site %c: malloc of 1024 bytes: promoted
; CHECK-NEXT: loop_first: site %d: malloc of 1024 bytes: kept: frame-budget: {{.*}}
; CHECK-NEXT: loop_first: site %p: malloc of 1024 bytes: promoted
define void @loop_first() {
entry:
  %a = call ptr @malloc(i64 1024)
  call void @look(ptr %a)
  %b = call ptr @malloc(i64 1024)
  call void @look(ptr %b)
  %c = call ptr @malloc(i64 1024)
  call void @look(ptr %c)
  %d = call ptr @malloc(i64 1024)
  call void @look(ptr %d)
  br label %loop
loop:
  %p = call ptr @malloc(i64 1024)
  call void @look(ptr %p)
  call void @free(ptr %p)
  %more = call i1 @more()
  br i1 %more, label %loop, label %done
done:
  ret void
}

; The profile says which branch is taken.
; CHECK-NEXT: by_profile: site %a: malloc of 1024 bytes: promoted
; CHECK-NEXT: by_profile: site %b: malloc of 1024 bytes: promoted
; CHECK-NEXT: by_profile: site %c: malloc of 1024 bytes: promoted
; CHECK-NEXT: by_profile: site %p: malloc of 1024 bytes: kept: frame-budget: {{.*}}
; CHECK-NEXT: by_profile: site %q: malloc of 1024 bytes: promoted
define void @by_profile(i1 %x) !prof !0 {
entry:
  %a = call ptr @malloc(i64 1024)
  call void @look(ptr %a)
  %b = call ptr @malloc(i64 1024)
  call void @look(ptr %b)
  %c = call ptr @malloc(i64 1024)
  call void @look(ptr %c)
  br i1 %x, label %rare, label %often, !prof !1
rare:
  %p = call ptr @malloc(i64 1024)
  call void @look(ptr %p)
  br label %often
often:
  %q = call ptr @malloc(i64 1024)
  call void @look(ptr %q)
  ret void
}

; The same without one: program order.
; CHECK-NEXT: without_profile: site %a: malloc of 1024 bytes: promoted
; CHECK-NEXT: without_profile: site %b: malloc of 1024 bytes: promoted
; CHECK-NEXT: without_profile: site %c: malloc of 1024 bytes: promoted
; CHECK-NEXT: without_profile: site %d: malloc of 1024 bytes: promoted
; CHECK-NEXT: without_profile: site %p: malloc of 1024 bytes: kept: frame-budget: {{.*}}
; CHECK-NEXT: without_profile: site %q: malloc of 1024 bytes: kept: frame-budget: {{.*}}
define void @without_profile(i1 %x) {
entry:
  %a = call ptr @malloc(i64 1024)
  call void @look(ptr %a)
  %b = call ptr @malloc(i64 1024)
  call void @look(ptr %b)
  %c = call ptr @malloc(i64 1024)
  call void @look(ptr %c)
  %d = call ptr @malloc(i64 1024)
  call void @look(ptr %d)
  br i1 %x, label %left, label %right
left:
  %p = call ptr @malloc(i64 1024)
  call void @look(ptr %p)
  br label %right
right:
  %q = call ptr @malloc(i64 1024)
  call void @look(ptr %q)
  ret void
}

; Everybody's slot before anybody's second: 3072 + 512 + 512.
; CHECK-NEXT: second_slot_last: site %p: malloc of 512 bytes: promoted when none of them is in use
; CHECK-NEXT: second_slot_last: site %a: malloc of 1024 bytes: promoted
; CHECK-NEXT: second_slot_last: site %b: malloc of 1024 bytes: promoted
; CHECK-NEXT: second_slot_last: site %c: malloc of 1024 bytes: promoted
; CHECK-NEXT: second_slot_last: site %d: malloc of 512 bytes: promoted
define void @second_slot_last() {
entry:
  br label %loop
loop:
  %prev = phi ptr [ null, %entry ], [ %p, %loop ]
  %p = call ptr @malloc(i64 512)
  call void @look(ptr %prev)
  call void @free(ptr %prev)
  %more = call i1 @more()
  br i1 %more, label %loop, label %done
done:
  %a = call ptr @malloc(i64 1024)
  call void @look(ptr %a)
  %b = call ptr @malloc(i64 1024)
  call void @look(ptr %b)
  %c = call ptr @malloc(i64 1024)
  call void @look(ptr %c)
  %d = call ptr @malloc(i64 512)
  call void @look(ptr %d)
  ret void
}

; A block that ends the program is hardly ever run.
; CHECK-NEXT: cold_last: site %p: malloc of 1024 bytes: kept: frame-budget: {{.*}}
; CHECK-NEXT: cold_last: site %a: malloc of 1024 bytes: promoted
; CHECK-NEXT: cold_last: site %b: malloc of 1024 bytes: promoted
; CHECK-NEXT: cold_last: site %c: malloc of 1024 bytes: promoted
; CHECK-NEXT: cold_last: site %d: malloc of 1024 bytes: promoted
define void @cold_last(i1 %x) {
entry:
  br label %lives
dies:
  %p = call ptr @malloc(i64 1024)
  call void @look(ptr %p)
  call void @abort() cold noreturn
  unreachable
lives:
  %a = call ptr @malloc(i64 1024)
  call void @look(ptr %a)
  %b = call ptr @malloc(i64 1024)
  call void @look(ptr %b)
  %c = call ptr @malloc(i64 1024)
  call void @look(ptr %c)
  %d = call ptr @malloc(i64 1024)
  call void @look(ptr %d)
  br i1 %x, label %dies, label %done
done:
  ret void
}

; An object that certainly gets the slot before one that may not fit: there is room for 256 bytes.
; ROOM: certain_first: site %p
; CHECK-NEXT: certain_first: site %p: malloc of run-time size: kept: frame-budget: {{.*}}
; CHECK-NEXT: certain_first: site %q: malloc of 256 bytes: promoted
define void @certain_first(i64 %n) "warn-stack-size"="512" {
  %p = call ptr @malloc(i64 %n)
  call void @look(ptr %p)
  %q = call ptr @malloc(i64 256)
  call void @look(ptr %q)
  ret void
}

declare ptr @malloc(i64)
declare void @free(ptr)
declare void @look(ptr nocapture) nofree
declare i1 @more()
declare void @abort()

!0 = !{!"function_entry_count", i64 1000}
!1 = !{!"branch_weights", i32 1, i32 999}
