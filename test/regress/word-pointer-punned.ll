; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; An integer of the caller's that is loaded again as a pointer.

@g = global ptr null
@h = global ptr null

; void keeps(W *p) { W w; memcpy(&w, p, 8) as an integer; g = w.ptr->first; }
; CHECK: keeps: param 0 %p: {{.*}}
define internal void @keeps(ptr %p) noinline {
  %v = alloca i64
  %i = load i64, ptr %p
  store i64 %i, ptr %v
  %q = load ptr, ptr %v
  %r = load ptr, ptr %q
  store ptr %r, ptr @g
  ret void
}

; CHECK-NEXT: calls_keeps: site %c: malloc of 8 bytes: kept: {{.*}}
define void @calls_keeps() {
  %a = alloca ptr
  %b = alloca ptr
  %c = call ptr @malloc(i64 8)
  store ptr %c, ptr %b
  store ptr %b, ptr %a
  call void @keeps(ptr %a)
  ret void
}

; CHECK-NEXT: writes: param 0 %p: {{.*}}
define internal void @writes(ptr %p) noinline {
  %v = alloca i64
  %i = load i64, ptr %p
  store i64 %i, ptr %v
  %q = load ptr, ptr %v
  store ptr @h, ptr %q
  ret void
}

; CHECK-NEXT: calls_writes: site %c: malloc of 8 bytes: kept: {{.*}}
define void @calls_writes() {
  %a = alloca ptr
  %b = alloca ptr
  store ptr null, ptr %b
  store ptr %b, ptr %a
  call void @writes(ptr %a)
  %x = load ptr, ptr %b
  %c = call ptr @malloc(i64 8)
  store ptr %c, ptr %x
  ret void
}

declare ptr @malloc(i64)
