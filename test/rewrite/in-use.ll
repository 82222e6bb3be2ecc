; RUN: %h2s %s | FileCheck %s
;
; A flag for each slot says whether a live object is in it: set when the slot is handed out, cleared
; when the object is freed or moves out.

; CHECK-LABEL: define void @two_slots(
; CHECK: entry:
; CHECK-NEXT: [[A:%.*]] = alloca [8 x i8], align 16
; CHECK-NEXT: [[A_USED:%.*]] = alloca i1
; CHECK-NEXT: store i1 false, ptr [[A_USED]]
; CHECK-NEXT: [[B:%.*]] = alloca [8 x i8], align 16
; CHECK-NEXT: [[B_USED:%.*]] = alloca i1
; CHECK-NEXT: store i1 false, ptr [[B_USED]]
; CHECK: loop:
; CHECK: [[FA:%.*]] = load i1, ptr [[A_USED]]
; CHECK: [[FB:%.*]] = load i1, ptr [[B_USED]]
; CHECK: [[FULL:%.*]] = and i1 [[FA]], [[FB]]
; CHECK: [[FREE:%.*]] = xor i1 [[FULL]], true
; CHECK: br i1 {{.*}}, label %[[SMALL:.*]], label %[[HEAP:.*]]
; CHECK: [[SMALL]]:
; CHECK-NOT: lifetime
; CHECK: [[OLD:%.*]] = load i1, ptr [[A_USED]]
; CHECK: store i1 {{.*}}, ptr [[A_USED]]
; CHECK: store i1 {{.*}}, ptr [[B_USED]]
; CHECK: [[TAKEN:%.*]] = select i1 [[OLD]], ptr [[B]], ptr [[A]]
; CHECK: [[HEAP]]:
; CHECK: call ptr @malloc(i64 8) [[PATH:#[0-9]+]]
; CHECK: [[P:%.*]] = phi ptr [ [[TAKEN]], %[[SMALL]] ]
; CHECK: [[IS_A:%.*]] = icmp eq ptr %prev, [[A]]
; CHECK: [[IS_B:%.*]] = icmp eq ptr %prev, [[B]]
; CHECK: [[IS:%.*]] = or i1 [[IS_A]], [[IS_B]]
; CHECK: br i1 [[IS]], label %[[SKIP:.*]], label %[[FREEING:.*]]
; CHECK: [[SKIP]]:
; CHECK-NOT: lifetime
; CHECK: [[NOT_A:%.*]] = icmp ne ptr %prev, [[A]]
; CHECK: [[FA2:%.*]] = load i1, ptr [[A_USED]]
; CHECK: [[FA3:%.*]] = and i1 [[FA2]], [[NOT_A]]
; CHECK: store i1 [[FA3]], ptr [[A_USED]]
; CHECK: [[NOT_B:%.*]] = icmp ne ptr %prev, [[B]]
; CHECK: store i1 {{.*}}, ptr [[B_USED]]
; CHECK: [[FREEING]]:
; CHECK: call void @free(ptr %prev)
; CHECK: ret void
define void @two_slots() {
entry:
  br label %loop
loop:
  %prev = phi ptr [ null, %entry ], [ %p, %loop ]
  %p = call ptr @malloc(i64 8)
  call void @look(ptr %prev)
  call void @free(ptr %prev)
  %c = call i1 @more()
  br i1 %c, label %loop, label %done
done:
  ret void
}

; The object before is dead when the next one is made: neither flag nor choice.
; CHECK-LABEL: define void @no_flag(
; CHECK: alloca [8 x i8]
; CHECK-NOT: alloca i1
; CHECK-NOT: @malloc
; CHECK: ret void
define void @no_flag() {
entry:
  br label %loop
loop:
  %p = call ptr @malloc(i64 8)
  call void @look(ptr %p)
  call void @free(ptr %p)
  %c = call i1 @more()
  br i1 %c, label %loop, label %done
done:
  ret void
}

; calloc: zeroed each time that the slot is handed out.
; CHECK-LABEL: define void @zeroed(
; CHECK: store i1 false
; CHECK: icmp ule i64 {{.*}}, 256
; CHECK: [[P:%.*]] = select i1 {{.*}}, ptr {{.*}}, ptr
; CHECK: memset{{.*}}(ptr {{.*}}[[P]], i8 0, i64
; CHECK: call ptr @calloc(
; CHECK: ret void
define void @zeroed(i64 %n) {
entry:
  br label %loop
loop:
  %prev = phi ptr [ null, %entry ], [ %p, %loop ]
  %p = call ptr @calloc(i64 %n, i64 1)
  call void @look(ptr %prev)
  call void @free(ptr %prev)
  %c = call i1 @more()
  br i1 %c, label %loop, label %done
done:
  ret void
}

; One slot; a free that may also free something else.
; CHECK-LABEL: define void @one_slot(
; CHECK: [[A:%.*]] = alloca [48 x i8]
; CHECK-NEXT: [[USED:%.*]] = alloca i1
; CHECK-NOT: alloca
; CHECK: [[Q:%.*]] = load ptr, ptr @global
; CHECK: [[R:%.*]] = select i1 %c, ptr %prev, ptr [[Q]]
; CHECK: [[IS:%.*]] = icmp eq ptr [[R]], [[A]]
; CHECK: br i1 [[IS]]
; CHECK: [[NOT:%.*]] = icmp ne ptr [[R]], [[A]]
; CHECK: [[OLD:%.*]] = load i1, ptr [[USED]]
; CHECK: [[NEW:%.*]] = and i1 [[OLD]], [[NOT]]
; CHECK: store i1 [[NEW]], ptr [[USED]]
; CHECK: call void @free(ptr [[R]])
; CHECK: ret void
define void @one_slot(i1 %c) {
entry:
  br label %loop
loop:
  %prev = phi ptr [ null, %entry ], [ %p, %loop ]
  %p = call ptr @malloc(i64 48)
  %q = load ptr, ptr @global
  %r = select i1 %c, ptr %prev, ptr %q
  call void @free(ptr %r)
  call void @one_slot(i1 %c)
  %d = call i1 @more()
  br i1 %d, label %loop, label %done
done:
  ret void
}

; An object that grows out of its slot gives it back; one that does not, or could not, stays.
; CHECK-LABEL: define void @grows(
; CHECK: [[A:%.*]] = alloca [256 x i8]
; CHECK: [[USED:%.*]] = alloca i1
; CHECK: store i1 false, ptr [[USED]]
; CHECK: [[OUT:%.*]] = call ptr @realloc(
; CHECK: br i1 {{.*}}, label %stackbound.copy, label
; CHECK: stackbound.copy:
; CHECK: memcpy{{.*}}(ptr {{.*}}[[OUT]], ptr {{.*}}%prev
; CHECK: [[NOT:%.*]] = icmp ne ptr %prev, [[A]]
; CHECK: [[OLD:%.*]] = load i1, ptr [[USED]]
; CHECK: and i1 [[OLD]], [[NOT]]
; CHECK: ret void
define void @grows(i64 %n) {
entry:
  %first = call ptr @malloc(i64 8)
  br label %loop
loop:
  %prev = phi ptr [ %first, %entry ], [ %p, %loop ]
  %p = call ptr @malloc(i64 8)
  %q = call ptr @realloc(ptr %prev, i64 %n)
  call void @look(ptr %q)
  call void @free(ptr %q)
  %c = call i1 @more()
  br i1 %c, label %loop, label %done
done:
  call void @free(ptr %p)
  ret void
}

; new and delete that may throw.
; CHECK-LABEL: define void @invoked(
; CHECK: store i1 false
; CHECK: invoke ptr @_Znwm(i64 16)
; CHECK: stackbound.join:
; CHECK: phi ptr
; CHECK: stackbound.skip:
; CHECK: store i1
; CHECK: invoke void @_ZdlPv(
; CHECK: ret void
define void @invoked() personality ptr @__gxx_personality_v0 {
entry:
  br label %loop
loop:
  %prev = phi ptr [ null, %entry ], [ %p, %next ]
  %p = invoke ptr @_Znwm(i64 16) builtin to label %made unwind label %pad
made:
  call void @look(ptr %prev)
  invoke void @_ZdlPv(ptr %prev) builtin to label %next unwind label %pad
next:
  %c = call i1 @more()
  br i1 %c, label %loop, label %done
done:
  ret void
pad:
  %e = landingpad { ptr, i32 } cleanup
  resume { ptr, i32 } %e
}

; CHECK: attributes [[PATH]] = { "heap-to-stack-heap-path" }

@global = external global ptr
declare ptr @malloc(i64)
declare ptr @calloc(i64, i64)
declare ptr @realloc(ptr, i64)
declare void @free(ptr)
declare ptr @_Znwm(i64)
declare void @_ZdlPv(ptr)
declare void @look(ptr nocapture) nofree
declare i1 @more()
declare i32 @__gxx_personality_v0(...)
