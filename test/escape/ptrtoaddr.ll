; REQUIRES: llvm-22
; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; An opcode that LLVM 19 has not.

; CHECK: hashed: site %p: malloc of 8 bytes: kept: {{.*}}
define i64 @hashed() {
  %p = call ptr @malloc(i64 8)
  %i = ptrtoaddr ptr %p to i64
  %h = mul i64 %i, 31
  ret i64 %h
}

; CHECK-NEXT: ordered: site %p: malloc of 8 bytes: kept: {{.*}}
; CHECK-NEXT: ordered: param 0 %q: captured: {{.*}}
define i1 @ordered(ptr %q) {
  %p = call ptr @malloc(i64 8)
  %i = ptrtoaddr ptr %p to i64
  %j = ptrtoaddr ptr %q to i64
  %r = icmp ult i64 %i, %j
  ret i1 %r
}

declare ptr @malloc(i64)
