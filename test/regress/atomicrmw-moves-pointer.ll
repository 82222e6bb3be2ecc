; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; An atomic add to a stored pointer moves it: the place behind it is another one.

@g = global ptr null

; CHECK: f: site %c: malloc of 32 bytes: {{.*}}
; CHECK-NEXT: f: site %p: malloc of 8 bytes: kept: {{.*}}
define void @f() {
  %a = alloca ptr
  %c = call ptr @malloc(i64 32)
  store ptr %c, ptr %a
  %old = atomicrmw add ptr %a, i64 8 seq_cst
  %r = load ptr, ptr %a
  %p = call ptr @malloc(i64 8)
  store ptr %p, ptr %r
  %c8 = getelementptr i8, ptr %c, i64 8
  %v = load ptr, ptr %c8
  store ptr %v, ptr @g
  call void @free(ptr %c)
  ret void
}

declare ptr @malloc(i64)
declare void @free(ptr)
