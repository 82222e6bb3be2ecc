; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; Equal or not is the same on the stack and on the heap; the order of two objects is not:
;   if (p < q) ...  sorts by address

; CHECK: ordered: site %p: malloc of 8 bytes: kept: pointer-compared: {{.*}}
; CHECK-NEXT: ordered: site %q: malloc of 8 bytes: kept: pointer-compared: {{.*}}
define i1 @ordered() {
  %p = call ptr @malloc(i64 8)
  %q = call ptr @malloc(i64 8)
  %r = icmp ult ptr %p, %q
  ret i1 %r
}

; CHECK-NEXT: equal: site %p: malloc of 8 bytes: promoted
; CHECK-NEXT: equal: site %q: malloc of 8 bytes: promoted
define i1 @equal() {
  %p = call ptr @malloc(i64 8)
  %q = call ptr @malloc(i64 8)
  %r = icmp eq ptr %p, %q
  ret i1 %r
}

; CHECK-NEXT: ordered_in_one_object: site %p: malloc of 8 bytes: promoted
define i1 @ordered_in_one_object(i64 %i, i64 %j) {
  %p = call ptr @malloc(i64 8)
  %a = getelementptr i8, ptr %p, i64 %i
  %b = getelementptr i8, ptr %p, i64 %j
  %r = icmp ult ptr %a, %b
  ret i1 %r
}

; The loop over an array, end pointer and all.
; CHECK-NEXT: loop_to_end: site %p: malloc of 64 bytes: promoted
define void @loop_to_end() {
entry:
  %p = call ptr @malloc(i64 64)
  %end = getelementptr i8, ptr %p, i64 64
  br label %loop
loop:
  %at = phi ptr [ %p, %entry ], [ %next, %loop ]
  store i64 0, ptr %at
  %next = getelementptr i8, ptr %at, i64 8
  %more = icmp ult ptr %next, %end
  br i1 %more, label %loop, label %done
done:
  call void @free(ptr %p)
  ret void
}

; CHECK-NEXT: ordered_against_parameter: site %p: malloc of 8 bytes: kept: pointer-compared: {{.*}}
define i1 @ordered_against_parameter(ptr %q) {
; CHECK-NEXT: ordered_against_parameter: param 0 %q: {{.*}}
  %p = call ptr @malloc(i64 8)
  %r = icmp ult ptr %p, %q
  ret i1 %r
}

; CHECK-NEXT: equal_to_parameter: site %p: malloc of 8 bytes: promoted
define i1 @equal_to_parameter(ptr %q) {
; CHECK-NEXT: equal_to_parameter: param 0 %q: not captured
  %p = call ptr @malloc(i64 8)
  %r = icmp eq ptr %p, %q
  ret i1 %r
}

; CHECK-NEXT: ordered_against_null: site %p: malloc of 8 bytes: promoted
define i1 @ordered_against_null() {
  %p = call ptr @malloc(i64 8)
  %r = icmp ugt ptr %p, null
  ret i1 %r
}

; As integers.
; CHECK-NEXT: ordered_as_integers: site %p: malloc of 8 bytes: kept: pointer-compared: {{.*}}
; CHECK-NEXT: ordered_as_integers: site %q: malloc of 8 bytes: kept: pointer-compared: {{.*}}
define i1 @ordered_as_integers() {
  %p = call ptr @malloc(i64 8)
  %q = call ptr @malloc(i64 8)
  %i = ptrtoint ptr %p to i64
  %j = ptrtoint ptr %q to i64
  %r = icmp ult i64 %i, %j
  ret i1 %r
}

; With a constant address.
; CHECK-NEXT: compared_with_number: site %p: malloc of 8 bytes: kept: pointer-compared: {{.*}}
define i1 @compared_with_number() {
  %p = call ptr @malloc(i64 8)
  %i = ptrtoint ptr %p to i64
  %r = icmp ugt i64 %i, 140000000000000
  ret i1 %r
}

; A vector that has grown on one path, and the loop over it: `it` begins as one of two objects, and `end`
; was chosen before it, in another block.
; CHECK-NEXT: loop_to_chosen_end: site %p: malloc of 8 bytes: promoted
; CHECK-NEXT: loop_to_chosen_end: site %q: malloc of 16 bytes: promoted
define void @loop_to_chosen_end(i1 %grow) {
entry:
  %p = call ptr @malloc(i64 8)
  %p.end = getelementptr i8, ptr %p, i64 8
  br i1 %grow, label %more, label %chosen
more:
  %q = call ptr @malloc(i64 16)
  %q.end = getelementptr i8, ptr %q, i64 16
  br label %chosen
chosen:
  %begin = phi ptr [ %p, %entry ], [ %q, %more ]
  %end = phi ptr [ %p.end, %entry ], [ %q.end, %more ]
  br label %loop
loop:
  %it = phi ptr [ %begin, %chosen ], [ %next, %loop ]
  store i8 0, ptr %it
  %next = getelementptr i8, ptr %it, i64 1
  %go = icmp ult ptr %next, %end
  br i1 %go, label %loop, label %done
done:
  ret void
}

; The same loop from the wrong one of the two.
; CHECK-NEXT: loop_from_other: site %p: malloc of 8 bytes: kept: pointer-compared: {{.*}}
; CHECK-NEXT: loop_from_other: site %q: malloc of 16 bytes: kept: pointer-compared: {{.*}}
define void @loop_from_other(i1 %grow) {
entry:
  %p = call ptr @malloc(i64 8)
  %p.end = getelementptr i8, ptr %p, i64 8
  %q = call ptr @malloc(i64 16)
  %q.end = getelementptr i8, ptr %q, i64 16
  br i1 %grow, label %more, label %chosen
more:
  br label %chosen
chosen:
  %begin = phi ptr [ %q, %entry ], [ %p, %more ]
  %end = phi ptr [ %p.end, %entry ], [ %q.end, %more ]
  br label %loop
loop:
  %it = phi ptr [ %begin, %chosen ], [ %next, %loop ]
  store i8 0, ptr %it
  %next = getelementptr i8, ptr %it, i64 1
  %go = icmp ult ptr %next, %end
  br i1 %go, label %loop, label %done
done:
  ret void
}

; Two phis of one block change at once: what comes in on the back edge is of the time before.
; CHECK-NEXT: changed_at_once: site %p: malloc of 8 bytes: kept: pointer-compared: {{.*}}
; CHECK-NEXT: changed_at_once: site %q: malloc of 16 bytes: kept: pointer-compared: {{.*}}
define void @changed_at_once() {
entry:
  %p = call ptr @malloc(i64 8)
  %q = call ptr @malloc(i64 16)
  br label %loop
loop:
  %a = phi ptr [ %p, %entry ], [ %q, %loop ]
  %b = phi ptr [ %p, %entry ], [ %a, %loop ]
  %go = icmp ult ptr %a, %b
  br i1 %go, label %loop, label %done
done:
  ret void
}

declare ptr @malloc(i64)
declare void @free(ptr)
