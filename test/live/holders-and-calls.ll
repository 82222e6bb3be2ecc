; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; What is carried through callees, copies and freed holders.

; A callee puts the object away, and another takes it out: for all that is known, the first one looks at
; what was there before.
; CHECK: put_and_taken: site %p: malloc of 8 bytes: promoted when fewer than 2 of them are in use
define void @put_and_taken() {
entry:
  %v = alloca ptr
  br label %loop
loop:
  %p = call ptr @malloc(i64 8)
  call void @puts_away(ptr %v, ptr %p)
  %q = call ptr @takes_out(ptr %v)
  call void @use(ptr %q)
  call void @free(ptr %q)
  %c = call i1 @more()
  br i1 %c, label %loop, label %done
done:
  ret void
}

; Taken out before the next is put away, and used after the next was made.
; CHECK-NEXT: taken_out_late: site %p: malloc of 8 bytes: kept: in-loop: {{.*}}
define void @taken_out_late() {
entry:
  %v = alloca ptr
  store ptr null, ptr %v
  br label %loop
loop:
  %p = call ptr @malloc(i64 8)
  %old = call ptr @takes_out(ptr %v)
  call void @use(ptr %old)
  call void @puts_away(ptr %v, ptr %p)
  %c = call i1 @more()
  br i1 %c, label %loop, label %done
done:
  ret void
}

; The holder is freed before the next round: what it held is gone.
; CHECK-NEXT: holder_freed: site %h: malloc of 8 bytes: promoted
; CHECK-NEXT: holder_freed: site %p: malloc of 8 bytes: promoted
define void @holder_freed() {
entry:
  br label %loop
loop:
  %h = call ptr @malloc(i64 8)
  %p = call ptr @malloc(i64 8)
  store ptr %p, ptr %h
  %q = load ptr, ptr %h
  call void @use(ptr %q)
  call void @free(ptr %q)
  call void @free(ptr %h)
  %c = call i1 @more()
  br i1 %c, label %loop, label %done
done:
  ret void
}

; The pointer in the holder is copied to a variable outside.
; CHECK-NEXT: copied_outside: site %h: malloc of 8 bytes: promoted
; CHECK-NEXT: copied_outside: site %p: malloc of 8 bytes: kept: in-loop: {{.*}}
define void @copied_outside() {
entry:
  %v = alloca ptr
  store ptr null, ptr %v
  br label %loop
loop:
  %h = call ptr @malloc(i64 8)
  %p = call ptr @malloc(i64 8)
  %old = load ptr, ptr %v
  call void @use(ptr %old)
  store ptr %p, ptr %h
  call void @llvm.memcpy.p0.p0.i64(ptr %v, ptr %h, i64 8, i1 false)
  call void @free(ptr %h)
  %c = call i1 @more()
  br i1 %c, label %loop, label %done
done:
  ret void
}

; Two variables that change places in each round.
; CHECK-NEXT: changing_places: site %p: malloc of 8 bytes: kept: in-loop: {{.*}}
define void @changing_places() {
entry:
  %v = alloca ptr
  %w = alloca ptr
  store ptr null, ptr %v
  store ptr null, ptr %w
  br label %loop
loop:
  %p = call ptr @malloc(i64 8)
  %x = load ptr, ptr %w
  call void @use(ptr %x)
  %y = load ptr, ptr %v
  store ptr %y, ptr %w
  store ptr %p, ptr %v
  %c = call i1 @more()
  br i1 %c, label %loop, label %done
done:
  ret void
}

; Null is stored over it before the next is made.
; CHECK-NEXT: forgotten: site %p: malloc of 8 bytes: promoted
define void @forgotten() {
entry:
  %v = alloca ptr
  store ptr null, ptr %v
  br label %loop
loop:
  %x = load ptr, ptr %v
  call void @use(ptr %x)
  %p = call ptr @malloc(i64 8)
  store ptr %p, ptr %v
  %y = load ptr, ptr %v
  call void @use(ptr %y)
  store ptr null, ptr %v
  %c = call i1 @more()
  br i1 %c, label %loop, label %done
done:
  ret void
}

; Through an exception: the landing pad reads what the variable held.
; CHECK-NEXT: read_in_landing_pad: site %p: malloc of 8 bytes: kept: in-loop: {{.*}}
define void @read_in_landing_pad() personality ptr @__gxx_personality_v0 {
entry:
  %v = alloca ptr
  store ptr null, ptr %v
  br label %loop
loop:
  %p = call ptr @malloc(i64 8)
  invoke void @may_throw() to label %next unwind label %pad
next:
  store ptr %p, ptr %v
  %c = call i1 @more()
  br i1 %c, label %loop, label %done
pad:
  %e = landingpad { ptr, i32 } cleanup
  %x = load ptr, ptr %v
  call void @use(ptr %x)
  br label %done
done:
  ret void
}

; CHECK-NEXT: puts_away: param 0 %x: not captured
; CHECK-NEXT: puts_away: param 1 %y: stored to what param 0 points to
define internal void @puts_away(ptr %x, ptr %y) {
  store ptr %y, ptr %x
  ret void
}
; CHECK-NEXT: takes_out: param 0 %x: contents returned
define internal ptr @takes_out(ptr %x) {
  %y = load ptr, ptr %x
  ret ptr %y
}

declare ptr @malloc(i64)
declare void @free(ptr)
declare void @use(ptr nocapture) nofree
declare i1 @more()
declare void @may_throw()
declare i32 @__gxx_personality_v0(...)
