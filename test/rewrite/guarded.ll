; RUN: %h2s %s | FileCheck %s
;
; Guarded slots in all places where an allocation may stand.

; In a loop: decided anew in each iteration.
; CHECK-LABEL: define void @in_loop(
; CHECK: entry:
; CHECK-NEXT: [[SLOT:%.*]] = alloca [256 x i8]
; CHECK: loop:
; CHECK: icmp ule i64 {{.*}}, 256
; CHECK: call ptr @malloc(
; CHECK: [[P:%.*]] = phi ptr
; CHECK: icmp eq ptr [[P]], [[SLOT]]
; CHECK: call void @free(ptr [[P]])
; CHECK: done:
; CHECK-NEXT: ret void
define void @in_loop(i64 %n) {
entry:
  br label %loop
loop:
  %i = phi i64 [ 1, %entry ], [ %j, %loop ]
  %p = call ptr @malloc(i64 %i)
  store i8 1, ptr %p
  call void @free(ptr %p)
  %j = add i64 %i, 100
  %more = icmp ult i64 %j, %n
  br i1 %more, label %loop, label %done
done:
  ret void
}

; Carried into the next iteration and freed behind the loop only: no slot at all.
; CHECK-LABEL: define void @carried(
; CHECK-NOT: alloca
; CHECK: ret void
define void @carried(i64 %n) {
entry:
  br label %loop
loop:
  %i = phi i64 [ 1, %entry ], [ %j, %loop ]
  %old = phi ptr [ null, %entry ], [ %p, %loop ]
  %p = call ptr @malloc(i64 %i)
  call void @look(ptr %old)
  %j = add i64 %i, 100
  %more = icmp ult i64 %j, %n
  br i1 %more, label %loop, label %done
done:
  ret void
}

; An invoke: the heap's part still throws, and phis of the landing pad keep their operand.
; CHECK-LABEL: define i32 @invoked(
; CHECK: icmp ule i64 {{.*}}, 256
; CHECK: invoke ptr @_Znam(
; CHECK: phi ptr
; CHECK: pad:
; CHECK: phi i32 [ 1, %{{.*}} ], [ 2, %{{.*}} ]
; CHECK: landingpad
define i32 @invoked(i64 %n) personality ptr @__gxx_personality_v0 {
entry:
  %p = invoke ptr @_Znam(i64 %n) builtin to label %made unwind label %pad
made:
  %q = phi ptr [ %p, %entry ]
  invoke void @may_throw() to label %done unwind label %pad
done:
  store i8 1, ptr %q
  call void @_ZdaPv(ptr %q) builtin
  ret i32 0
pad:
  %x = phi i32 [ 1, %entry ], [ 2, %made ]
  %e = landingpad { ptr, i32 } cleanup
  ret i32 %x
}

; The delete is an invoke, too.
; CHECK-LABEL: define void @deleted_by_invoke(
; CHECK: icmp eq ptr
; CHECK: invoke void @_ZdaPv(
; CHECK: ret void
define void @deleted_by_invoke(i64 %n) personality ptr @__gxx_personality_v0 {
  %p = call ptr @_Znam(i64 %n) builtin
  call void @look(ptr %p)
  invoke void @_ZdaPv(ptr %p) builtin to label %done unwind label %pad
done:
  ret void
pad:
  %e = landingpad { ptr, i32 } cleanup
  resume { ptr, i32 } %e
}

; Through a variable.
; CHECK-LABEL: define i32 @by_posix_memalign(
; CHECK: alloca [256 x i8], align 64
; CHECK: call i32 @posix_memalign(
; CHECK: phi i32
; CHECK: ret i32
define i32 @by_posix_memalign(i64 %n) {
  %v = alloca ptr
  %r = call i32 @posix_memalign(ptr %v, i64 64, i64 %n)
  %bad = icmp ne i32 %r, 0
  br i1 %bad, label %out, label %in
in:
  %p = load ptr, ptr %v
  call void @look(ptr %p)
  call void @free(ptr %p)
  br label %out
out:
  ret i32 %r
}

; The copy has the length that was asked for.
; CHECK-LABEL: define void @by_strdup(
; CHECK: [[LENGTH:%.*]] = call i64 @strlen(ptr %s)
; CHECK: [[SIZE:%.*]] = add {{.*}}i64 [[LENGTH]], 1
; CHECK: memcpy{{.*}}, i64 [[SIZE]]
; CHECK: call ptr @strdup(
; CHECK: ret void
define void @by_strdup(ptr %s) {
  %p = call ptr @strdup(ptr %s)
  call void @look(ptr %p)
  call void @free(ptr %p)
  ret void
}

; Two of them, one freed by what may be the other.
; CHECK-LABEL: define void @two(
; CHECK: alloca [256 x i8]
; CHECK: alloca [256 x i8]
; CHECK: icmp eq ptr
; CHECK: icmp eq ptr
; CHECK: call void @free(
; CHECK: ret void
define void @two(i64 %n, i64 %m, i1 %c) {
  %p = call ptr @malloc(i64 %n)
  %q = call ptr @malloc(i64 %m)
  %r = select i1 %c, ptr %p, ptr %q
  call void @look(ptr %p)
  call void @look(ptr %q)
  call void @free(ptr %r)
  ret void
}

; Any arithmetic before it.
; CHECK-LABEL: define void @size_times_elements(
; CHECK: ret void
define void @size_times_elements(i32 %n) {
  %w = sext i32 %n to i64
  %s = shl i64 %w, 3
  %p = call ptr @malloc(i64 %s)
  call void @look(ptr %p)
  call void @free(ptr %p)
  ret void
}

; `tail` goes from calls that may get either.
; CHECK-LABEL: define void @tail_call(
; CHECK-NOT: tail call void @look
; CHECK: ret void
define void @tail_call(i64 %n) {
  %p = call ptr @malloc(i64 %n)
  tail call void @look(ptr %p)
  tail call void @free(ptr %p)
  ret void
}

declare ptr @malloc(i64)
declare ptr @strdup(ptr)
declare i32 @posix_memalign(ptr, i64, i64)
declare void @free(ptr)
declare ptr @_Znam(i64)
declare void @_ZdaPv(ptr)
declare void @look(ptr nocapture) nofree
declare void @may_throw()
declare i32 @__gxx_personality_v0(...)
