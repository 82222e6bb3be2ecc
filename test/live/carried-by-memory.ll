; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; The pointer to the object of an earlier iteration may wait in memory.

; Stored anew in each iteration before it is read.
; CHECK: variable_written_first: site %p: malloc of 8 bytes: promoted
define void @variable_written_first() {
entry:
  %v = alloca ptr
  br label %loop
loop:
  %p = call ptr @malloc(i64 8)
  store ptr %p, ptr %v
  %q = load ptr, ptr %v
  call void @use(ptr %q)
  call void @free(ptr %q)
  %c = call i1 @more()
  br i1 %c, label %loop, label %done
done:
  ret void
}

; Read before it is stored anew.
; CHECK-NEXT: variable_read_first: site %p: malloc of 8 bytes: kept: in-loop: {{.*}}
define void @variable_read_first() {
entry:
  %v = alloca ptr
  store ptr null, ptr %v
  br label %loop
loop:
  %p = call ptr @malloc(i64 8)
  %old = load ptr, ptr %v
  call void @use(ptr %old)
  store ptr %p, ptr %v
  %c = call i1 @more()
  br i1 %c, label %loop, label %done
done:
  ret void
}

; Read before the next is made, and not after.
; CHECK-NEXT: variable_read_before_the_site: site %p: malloc of 8 bytes: promoted
define void @variable_read_before_the_site() {
entry:
  %v = alloca ptr
  store ptr null, ptr %v
  br label %loop
loop:
  %old = load ptr, ptr %v
  call void @use(ptr %old)
  call void @free(ptr %old)
  %p = call ptr @malloc(i64 8)
  store ptr %p, ptr %v
  %c = call i1 @more()
  br i1 %c, label %loop, label %done
done:
  %last = load ptr, ptr %v
  call void @free(ptr %last)
  ret void
}

; Overwritten in one case only.
; CHECK-NEXT: variable_written_in_one_case: site %p: malloc of 8 bytes: kept: in-loop: {{.*}}
define void @variable_written_in_one_case() {
entry:
  %v = alloca ptr
  store ptr null, ptr %v
  br label %loop
loop:
  %p = call ptr @malloc(i64 8)
  %c = call i1 @more()
  br i1 %c, label %write, label %next
write:
  store ptr %p, ptr %v
  br label %next
next:
  %old = load ptr, ptr %v
  call void @use(ptr %old)
  %d = call i1 @more()
  br i1 %d, label %loop, label %done
done:
  ret void
}

; Half of it is overwritten.
; CHECK-NEXT: variable_half_written: site %p: malloc of 8 bytes: kept: {{.*}}
define void @variable_half_written() {
entry:
  %v = alloca ptr
  store ptr null, ptr %v
  br label %loop
loop:
  %p = call ptr @malloc(i64 8)
  store i32 0, ptr %v
  %old = load ptr, ptr %v
  call void @use(ptr %old)
  store ptr %p, ptr %v
  %d = call i1 @more()
  br i1 %d, label %loop, label %done
done:
  ret void
}

; Read by a callee.
; CHECK-NEXT: variable_read_by_callee: site %p: malloc of 8 bytes: kept: in-loop: {{.*}}
define void @variable_read_by_callee() {
entry:
  %v = alloca ptr
  store ptr null, ptr %v
  br label %loop
loop:
  %p = call ptr @malloc(i64 8)
  call void @reads_behind(ptr %v)
  store ptr %p, ptr %v
  %d = call i1 @more()
  br i1 %d, label %loop, label %done
done:
  ret void
}

; Copied elsewhere, and read there.
; CHECK-NEXT: variable_copied: site %p: malloc of 8 bytes: kept: in-loop: {{.*}}
define void @variable_copied() {
entry:
  %v = alloca ptr
  %w = alloca ptr
  store ptr null, ptr %v
  br label %loop
loop:
  %p = call ptr @malloc(i64 8)
  call void @llvm.memcpy.p0.p0.i64(ptr %w, ptr %v, i64 8, i1 false)
  %old = load ptr, ptr %w
  call void @use(ptr %old)
  store ptr %p, ptr %v
  %d = call i1 @more()
  br i1 %d, label %loop, label %done
done:
  ret void
}

; An array of them, all alive at the end.
; CHECK-NEXT: array: site %p: malloc of 8 bytes: kept: in-loop: {{.*}}
define void @array() {
entry:
  %a = alloca [4 x ptr]
  br label %loop
loop:
  %i = phi i64 [ 0, %entry ], [ %j, %loop ]
  %p = call ptr @malloc(i64 8)
  %e = getelementptr ptr, ptr %a, i64 %i
  store ptr %p, ptr %e
  %j = add i64 %i, 1
  %c = icmp ult i64 %j, 4
  br i1 %c, label %loop, label %done
done:
  %x = load ptr, ptr %a
  call void @use(ptr %x)
  ret void
}

; An array that is never read.
; CHECK-NEXT: array_never_read: site %p: malloc of 8 bytes: promoted
define void @array_never_read() {
entry:
  %a = alloca [4 x ptr]
  br label %loop
loop:
  %i = phi i64 [ 0, %entry ], [ %j, %loop ]
  %p = call ptr @malloc(i64 8)
  %e = getelementptr ptr, ptr %a, i64 %i
  store ptr %p, ptr %e
  %j = add i64 %i, 1
  %c = icmp ult i64 %j, 4
  br i1 %c, label %loop, label %done
done:
  ret void
}

; A list: each holds the one before.
; CHECK-NEXT: list: site %p: malloc of 8 bytes: kept: in-loop: {{.*}}
define void @list() {
entry:
  br label %loop
loop:
  %head = phi ptr [ null, %entry ], [ %p, %loop ]
  %p = call ptr @malloc(i64 8)
  store ptr %head, ptr %p
  %c = call i1 @more()
  br i1 %c, label %loop, label %done
done:
  ret void
}

; The head of the list lies in memory.
; CHECK-NEXT: list_in_memory: site %p: malloc of 8 bytes: kept: in-loop: {{.*}}
define void @list_in_memory() {
entry:
  %head = alloca ptr
  store ptr null, ptr %head
  br label %loop
loop:
  %p = call ptr @malloc(i64 8)
  %old = load ptr, ptr %head
  store ptr %old, ptr %p
  store ptr %p, ptr %head
  %c = call i1 @more()
  br i1 %c, label %loop, label %done
done:
  ret void
}

; Two objects that are made in each iteration, one inside the other.
; CHECK-NEXT: pair: site %p: malloc of 8 bytes: promoted
; CHECK-NEXT: pair: site %q: malloc of 8 bytes: promoted
define void @pair() {
entry:
  br label %loop
loop:
  %p = call ptr @malloc(i64 8)
  %q = call ptr @malloc(i64 8)
  store ptr %p, ptr %q
  %x = load ptr, ptr %q
  call void @use(ptr %x)
  call void @free(ptr %p)
  call void @free(ptr %q)
  %c = call i1 @more()
  br i1 %c, label %loop, label %done
done:
  ret void
}

; A container that lives longer than the loop.
; CHECK-NEXT: container_outside: site %q: malloc of 8 bytes: promoted
; CHECK-NEXT: container_outside: site %p: malloc of 8 bytes: kept: in-loop: {{.*}}
define void @container_outside() {
entry:
  %q = call ptr @malloc(i64 8)
  store ptr null, ptr %q
  br label %loop
loop:
  %p = call ptr @malloc(i64 8)
  %old = load ptr, ptr %q
  call void @use(ptr %old)
  store ptr %p, ptr %q
  %c = call i1 @more()
  br i1 %c, label %loop, label %done
done:
  call void @free(ptr %q)
  ret void
}

; Taken out of the container before the next one comes.
; CHECK-NEXT: container_outside_overwritten: site %q: malloc of 8 bytes: promoted
; CHECK-NEXT: container_outside_overwritten: site %p: malloc of 8 bytes: promoted
define void @container_outside_overwritten() {
entry:
  %q = call ptr @malloc(i64 8)
  store ptr null, ptr %q
  br label %loop
loop:
  %p = call ptr @malloc(i64 8)
  store ptr %p, ptr %q
  %x = load ptr, ptr %q
  call void @use(ptr %x)
  %c = call i1 @more()
  br i1 %c, label %loop, label %done
done:
  call void @free(ptr %q)
  ret void
}

; The container is itself carried.
; CHECK-NEXT: container_carried: site %p: malloc of 8 bytes: kept: in-loop: {{.*}}
; CHECK-NEXT: container_carried: site %q: malloc of 8 bytes: kept: in-loop: {{.*}}
define void @container_carried() {
entry:
  br label %loop
loop:
  %old = phi ptr [ null, %entry ], [ %q, %next ]
  %p = call ptr @malloc(i64 8)
  %q = call ptr @malloc(i64 8)
  store ptr %p, ptr %q
  %none = icmp eq ptr %old, null
  br i1 %none, label %next, label %some
some:
  %x = load ptr, ptr %old
  store i64 1, ptr %x
  br label %next
next:
  %c = call i1 @more()
  br i1 %c, label %loop, label %done
done:
  ret void
}

; A cycle of two, remade in each iteration.
; CHECK-NEXT: ring: site %p: malloc of 8 bytes: promoted
; CHECK-NEXT: ring: site %q: malloc of 8 bytes: promoted
define void @ring() {
entry:
  br label %loop
loop:
  %p = call ptr @malloc(i64 8)
  %q = call ptr @malloc(i64 8)
  store ptr %p, ptr %q
  store ptr %q, ptr %p
  %x = load ptr, ptr %q
  %y = load ptr, ptr %x
  store i64 1, ptr %y
  %c = call i1 @more()
  br i1 %c, label %loop, label %done
done:
  ret void
}

; An object with a pointer to itself.
; CHECK-NEXT: self: site %p: malloc of 8 bytes: promoted
define void @self() {
entry:
  br label %loop
loop:
  %p = call ptr @malloc(i64 8)
  store ptr %p, ptr %p
  %x = load ptr, ptr %p
  store i64 1, ptr %x
  %c = call i1 @more()
  br i1 %c, label %loop, label %done
done:
  ret void
}

; A variable made anew in each iteration is several variables.
; CHECK-NEXT: variable_in_loop: site %p: malloc of 8 bytes: kept: in-loop: {{.*}}
define void @variable_in_loop() {
entry:
  br label %loop
loop:
  %last = phi ptr [ null, %entry ], [ %v, %loop2 ]
  %v = alloca ptr
  store ptr null, ptr %v
  %p = call ptr @malloc(i64 8)
  %none = icmp eq ptr %last, null
  br i1 %none, label %loop2, label %some
some:
  %x = load ptr, ptr %last
  call void @use(ptr %x)
  br label %loop2
loop2:
  store ptr %p, ptr %v
  %c = call i1 @more()
  br i1 %c, label %loop, label %done
done:
  ret void
}

; Stored through a pointer to one of two variables: neither is certainly overwritten.
; CHECK-NEXT: one_of_two_variables: site %p: malloc of 8 bytes: kept: in-loop: {{.*}}
define void @one_of_two_variables() {
entry:
  %v = alloca ptr
  %w = alloca ptr
  store ptr null, ptr %v
  store ptr null, ptr %w
  br label %loop
loop:
  %p = call ptr @malloc(i64 8)
  %which = call i1 @more()
  %a = select i1 %which, ptr %v, ptr %w
  store ptr %p, ptr %a
  %x = load ptr, ptr %v
  call void @use(ptr %x)
  %c = call i1 @more()
  br i1 %c, label %loop, label %done
done:
  ret void
}

; The variable goes to a callee after it was written.
; CHECK-NEXT: variable_passed: site %p: malloc of 8 bytes: promoted
define void @variable_passed() {
entry:
  %v = alloca ptr
  br label %loop
loop:
  %p = call ptr @malloc(i64 8)
  store ptr %p, ptr %v
  call void @reads_behind(ptr %v)
  call void @free(ptr %p)
  %c = call i1 @more()
  br i1 %c, label %loop, label %done
done:
  ret void
}

declare ptr @malloc(i64)
declare void @free(ptr)
declare void @use(ptr nocapture) nofree
declare i1 @more()

define internal void @reads_behind(ptr %x) {
; CHECK-NEXT: reads_behind: param 0 %x: not captured
  %v = load ptr, ptr %x
  %w = load volatile i64, ptr %v
  ret void
}
