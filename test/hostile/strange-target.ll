; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; 16-bit pointers, big-endian: the second field begins at 2.
target datalayout = "E-p:16:16-i8:8-i16:16-n8:16-S16"

; CHECK: f: site %p: my_alloc of 8 bytes: promoted
; CHECK-NEXT: f: param 0 %x: returned
define ptr @f(ptr %x) {
  %v = alloca { ptr, ptr }
  %p = call ptr @my_alloc(i16 8)
  store ptr %p, ptr %v
  %second = getelementptr i8, ptr %v, i16 2
  store ptr %x, ptr %second
  %r = load ptr, ptr %second
  ret ptr %r
}

; Offsets wrap at 16 bits: 65534 is -2.
; CHECK-NEXT: wraps: site %p: my_alloc of 8 bytes: kept: returned: returned
define ptr @wraps() {
  %v = alloca { ptr, ptr }
  %p = call ptr @my_alloc(i16 8)
  store ptr %p, ptr %v
  %second = getelementptr i8, ptr %v, i16 2
  %first = getelementptr i8, ptr %second, i32 65534
  %r = load ptr, ptr %first
  ret ptr %r
}

declare ptr @my_alloc(i16) allockind("alloc,uninitialized") allocsize(0) "alloc-family"="my"
