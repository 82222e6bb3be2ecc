; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; A callee that walks a list and reads numbers beside the pointers:
;   for (; n; n = n->next) s += n->value;

; CHECK: sums: param 0 %n: not captured
define internal i64 @sums(ptr %n) {
entry:
  br label %test
test:
  %at = phi ptr [ %n, %entry ], [ %next, %body ]
  %s = phi i64 [ 0, %entry ], [ %t, %body ]
  %end = icmp eq ptr %at, null
  br i1 %end, label %done, label %body
body:
  %f = getelementptr i8, ptr %at, i64 8
  %v = load i64, ptr %f
  %u = mul i64 %s, 3
  %t = add i64 %u, %v
  %next = load ptr, ptr %at
  br label %test
done:
  ret i64 %s
}

; CHECK-NEXT: three: site %a: malloc of 16 bytes: promoted
; CHECK-NEXT: three: site %b: malloc of 16 bytes: promoted
; CHECK-NEXT: three: site %c: malloc of 16 bytes: promoted
define i64 @three() {
  %a = call ptr @malloc(i64 16)
  %b = call ptr @malloc(i64 16)
  %c = call ptr @malloc(i64 16)
  store ptr %b, ptr %a
  store ptr %c, ptr %b
  store ptr null, ptr %c
  %fa = getelementptr i8, ptr %a, i64 8
  %fb = getelementptr i8, ptr %b, i64 8
  %fc = getelementptr i8, ptr %c, i64 8
  store i64 1, ptr %fa
  store i64 2, ptr %fb
  store i64 3, ptr %fc
  %s = call i64 @sums(ptr %a)
  ret i64 %s
}

; Where the numbers are pointers they count.
; CHECK-NEXT: beside_a_pointer: site %a: malloc of 16 bytes: promoted
; CHECK-NEXT: beside_a_pointer: site %b: malloc of 16 bytes: kept: {{.*}}
define i64 @beside_a_pointer() {
  %a = call ptr @malloc(i64 16)
  %b = call ptr @malloc(i64 16)
  store ptr null, ptr %a
  %fa = getelementptr i8, ptr %a, i64 8
  store ptr %b, ptr %fa
  %s = call i64 @sums(ptr %a)
  ret i64 %s
}

declare ptr @malloc(i64)
