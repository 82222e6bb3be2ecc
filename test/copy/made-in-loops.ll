; RUN: %escape %s 2>&1 | FileCheck --implicit-check-not=promoted %s
; RUN: %h2s %s -o /dev/null
;
; A maker may use an object of an earlier call while it makes the next: both would be in one slot.

; The new object holds a copy of the old one.
define internal ptr @replace(ptr %old) {
  %p = call ptr @malloc(i64 16)
  %none = icmp eq ptr %old, null
  br i1 %none, label %out, label %copy
copy:
  %v = load i64, ptr %old
  store i64 %v, ptr %p
  br label %out
out:
  call void @free(ptr %old)
  ret ptr %p
}
; CHECK: replaced: site %p: replace (malloc of 16 bytes): kept: in-loop
define void @replaced(i32 %n) {
entry:
  br label %loop
loop:
  %i = phi i32 [ 0, %entry ], [ %j, %loop ]
  %old = phi ptr [ null, %entry ], [ %p, %loop ]
  %p = call ptr @replace(ptr %old)
  %j = add i32 %i, 1
  %more = icmp ult i32 %j, %n
  br i1 %more, label %loop, label %done
done:
  call void @free(ptr %p)
  ret void
}

; The new object points to the old one.
define internal ptr @cons(ptr %next) {
  %p = call ptr @malloc(i64 16)
  store ptr %next, ptr %p
  ret ptr %p
}
; CHECK: list: site %p: cons (malloc of 16 bytes): kept: in-loop
define void @list(i32 %n) {
entry:
  br label %loop
loop:
  %i = phi i32 [ 0, %entry ], [ %j, %loop ]
  %next = phi ptr [ null, %entry ], [ %p, %loop ]
  %p = call ptr @cons(ptr %next)
  %j = add i32 %i, 1
  %more = icmp ult i32 %j, %n
  br i1 %more, label %loop, label %done
done:
  call void @look_inside(ptr %p)
  ret void
}
; Nothing to point to.
; CHECK: no_list: site %p: cons (malloc of 16 bytes): promoted
define void @no_list(i32 %n) {
entry:
  br label %loop
loop:
  %i = phi i32 [ 0, %entry ], [ %j, %loop ]
  %p = call ptr @cons(ptr null)
  call void @free(ptr %p)
  %j = add i32 %i, 1
  %more = icmp ult i32 %j, %n
  br i1 %more, label %loop, label %done
done:
  ret void
}

; The old object or a new one: no new object with every call.
define internal ptr @ensure(ptr %old) {
  %none = icmp eq ptr %old, null
  br i1 %none, label %make, label %out
make:
  %p = call ptr @malloc(i64 16)
  store i64 0, ptr %p
  ret ptr %p
out:
  ret ptr %old
}
; CHECK: ensured: site %p: ensure (malloc of 16 bytes): kept: in-loop
define i64 @ensured(i32 %n) {
entry:
  br label %loop
loop:
  %i = phi i32 [ 0, %entry ], [ %j, %loop ]
  %old = phi ptr [ null, %entry ], [ %p, %loop ]
  %p = call ptr @ensure(ptr %old)
  %v = load i64, ptr %p
  %w = add i64 %v, 1
  store i64 %w, ptr %p
  %j = add i32 %i, 1
  %more = icmp ult i32 %j, %n
  br i1 %more, label %loop, label %done
done:
  %r = load i64, ptr %p
  call void @free(ptr %p)
  ret i64 %r
}
; Once.
; CHECK: ensured_once: site %p: ensure (malloc of 16 bytes): promoted
define i64 @ensured_once() {
  %p = call ptr @ensure(ptr null)
  %q = call ptr @no_ensure(ptr %p)
  %r = load i64, ptr %q
  call void @free(ptr %q)
  ret i64 %r
}
define internal ptr @no_ensure(ptr %old) {
  ret ptr %old
}

; The old object is read through memory.
define internal ptr @replace_in(ptr %box) {
  %old = load ptr, ptr %box
  %p = call ptr @malloc(i64 16)
  %v = load i64, ptr %old
  store i64 %v, ptr %p
  ret ptr %p
}
; CHECK: replaced_in_box: site %p: replace_in (malloc of 16 bytes): kept: in-loop
define void @replaced_in_box(i32 %n, ptr %first) {
entry:
  %box = alloca ptr
  store ptr %first, ptr %box
  br label %loop
loop:
  %i = phi i32 [ 0, %entry ], [ %j, %loop ]
  %p = call ptr @replace_in(ptr %box)
  store ptr %p, ptr %box
  %j = add i32 %i, 1
  %more = icmp ult i32 %j, %n
  br i1 %more, label %loop, label %done
done:
  ret void
}

; The box is filled anew in each iteration with something else.
; CHECK: refilled_box: site %p: replace_in (malloc of 16 bytes): promoted
define void @refilled_box(i32 %n, ptr %first) {
entry:
  %box = alloca ptr
  br label %loop
loop:
  %i = phi i32 [ 0, %entry ], [ %j, %loop ]
  store ptr %first, ptr %box
  %p = call ptr @replace_in(ptr %box)
  call void @look(ptr %p)
  %j = add i32 %i, 1
  %more = icmp ult i32 %j, %n
  br i1 %more, label %loop, label %done
done:
  ret void
}

; A call that throws has perhaps made its object before: the handler sees old and new.
define internal ptr @cons_throwing(ptr %next) personality ptr @__gxx_personality_v0 {
  %p = call ptr @malloc(i64 16)
  store ptr %next, ptr %p
  call void @may_throw()
  ret ptr %p
}
; CHECK: used_by_handler: site %p: cons_throwing (malloc of 16 bytes): kept: in-loop
define void @used_by_handler(i32 %n) personality ptr @__gxx_personality_v0 {
entry:
  br label %loop
loop:
  %i = phi i32 [ 0, %entry ], [ %j, %on ]
  %old = phi ptr [ null, %entry ], [ %p, %on ]
  %p = invoke ptr @cons_throwing(ptr null) to label %on unwind label %pad
on:
  %j = add i32 %i, 1
  %more = icmp ult i32 %j, %n
  br i1 %more, label %loop, label %done
done:
  ret void
pad:
  %e = landingpad { ptr, i32 } catch ptr null
  call void @look(ptr %old)
  ret void
}

declare ptr @malloc(i64)
declare void @free(ptr)
declare void @may_throw()
declare void @look(ptr nocapture) nofree
declare void @look_inside(ptr nocapture) readonly nounwind
declare i32 @__gxx_personality_v0(...)
