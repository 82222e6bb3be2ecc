; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; A function that frees and returns something cannot just go away.

; CHECK: f: site %p: my_alloc of 8 bytes: kept: {{.*}}
define i32 @f() {
  %p = call ptr @my_alloc(i64 8)
  store i64 1, ptr %p
  %r = call i32 @my_free(ptr %p)
  ret i32 %r
}

; CHECK-NEXT: chosen: site %p: my_alloc of 8 bytes: kept: {{.*}}
; CHECK-NEXT: chosen: param 1 %q: freed
define i32 @chosen(i1 %c, ptr %q) {
  %p = call ptr @my_alloc(i64 8)
  store i64 1, ptr %p
  %s = select i1 %c, ptr %p, ptr %q
  %r = call i32 @my_free(ptr %s)
  ret i32 %r
}

declare ptr @my_alloc(i64) allockind("alloc,uninitialized") allocsize(0) "alloc-family"="my"
declare i32 @my_free(ptr allocptr) allockind("free") "alloc-family"="my"
