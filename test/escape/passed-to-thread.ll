; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; The thread may still run when the function has returned:
;   pthread_create(&t, 0, work, malloc(8));

; CHECK: passed_to_pthread: site %p: malloc of 8 bytes: kept: passed-to-thread: passed to another thread by 'pthread_create'
define void @passed_to_pthread() {
  %t = alloca i64
  %p = call ptr @malloc(i64 8)
  %r = call i32 @pthread_create(ptr %t, ptr null, ptr @work, ptr %p)
  ret void
}

; Nothing is known of the handle and the attributes.
; CHECK-NEXT: thread_handle: site %p: malloc of 8 bytes: kept: passed-to-call: passed to 'pthread_create'
define void @thread_handle() {
  %p = call ptr @malloc(i64 8)
  %r = call i32 @pthread_create(ptr %p, ptr null, ptr @work, ptr null)
  call void @free(ptr %p)
  ret void
}

; CHECK-NEXT: passed_to_thrd: site %p: malloc of 8 bytes: kept: passed-to-thread: passed to another thread by 'thrd_create'
define void @passed_to_thrd() {
  %t = alloca i64
  %p = call ptr @malloc(i64 8)
  %r = call i32 @thrd_create(ptr %t, ptr @work2, ptr %p)
  ret void
}

; Joined before the function returns: the object would live long enough, but the rule is simple.
; CHECK-NEXT: joined: site %p: malloc of 8 bytes: kept: passed-to-thread: {{.*}}
define void @joined() {
  %t = alloca i64
  %p = call ptr @malloc(i64 8)
  %r = call i32 @pthread_create(ptr %t, ptr null, ptr @work, ptr %p)
  %h = load i64, ptr %t
  %j = call i32 @pthread_join(i64 %h, ptr null)
  call void @free(ptr %p)
  ret void
}

; Inside something that the thread gets.
; CHECK-NEXT: passed_inside_another: site %p: malloc of 8 bytes: kept: passed-to-thread: {{.*}}
; CHECK-NEXT: passed_inside_another: site %q: malloc of 8 bytes: kept: passed-to-thread: {{.*}}
define void @passed_inside_another() {
  %t = alloca i64
  %p = call ptr @malloc(i64 8)
  %q = call ptr @malloc(i64 8)
  store ptr %p, ptr %q
  %r = call i32 @pthread_create(ptr %t, ptr null, ptr @work, ptr %q)
  ret void
}

; Through a function of this module.
; CHECK-NEXT: passed_through_wrapper: site %p: malloc of 8 bytes: kept: passed-to-thread: {{.*}}
define void @passed_through_wrapper() {
  %p = call ptr @malloc(i64 8)
  call void @start(ptr %p)
  ret void
}

; CHECK-NEXT: start: param 0 %argument: captured: passed-to-thread: passed to another thread by 'pthread_create'
define internal void @start(ptr %argument) {
  %t = alloca i64
  %r = call i32 @pthread_create(ptr %t, ptr null, ptr @work, ptr %argument)
  ret void
}

declare ptr @malloc(i64)
declare void @free(ptr)
declare ptr @work(ptr)
declare i32 @work2(ptr)
declare i32 @pthread_create(ptr, ptr, ptr, ptr)
declare i32 @pthread_join(i64, ptr)
declare i32 @thrd_create(ptr, ptr, ptr)
