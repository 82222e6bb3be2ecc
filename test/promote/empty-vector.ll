; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; A std::vector that may be empty: begin and end are null on one path, and end - begin is its size. InstCombine
; makes the phi of end one of integers.

; CHECK: may_be_empty: site %p: malloc of 24 bytes: promoted
define i64 @may_be_empty(i1 %c) {
entry:
  br i1 %c, label %some, label %join

some:
  %p = call ptr @malloc(i64 24)
  %e = getelementptr i8, ptr %p, i64 24
  %end = ptrtoint ptr %e to i64
  br label %join

join:
  %finish = phi i64 [ 0, %entry ], [ %end, %some ]
  %start = phi ptr [ null, %entry ], [ %p, %some ]
  %begin = ptrtoint ptr %start to i64
  %size = sub i64 %finish, %begin
  call void @free(ptr %start)
  ret i64 %size
}

; On one path the difference is that of two objects: it tells where one is, seen from the other.
; CHECK-NEXT: two_objects: site %p: malloc of 24 bytes: kept: pointer-to-integer: its address is used as an integer
define i64 @two_objects(i1 %c, i64 %other) {
entry:
  br i1 %c, label %some, label %join

some:
  %p = call ptr @malloc(i64 24)
  br label %join

join:
  %finish = phi i64 [ 0, %entry ], [ %other, %some ]
  %start = phi ptr [ null, %entry ], [ %p, %some ]
  %begin = ptrtoint ptr %start to i64
  %size = sub i64 %finish, %begin
  call void @free(ptr %start)
  ret i64 %size
}

; The phis are of different blocks: they may be of different times.
; CHECK-NEXT: other_times: site %p: malloc of 24 bytes: kept: {{.*}}
; CHECK-NEXT: other_times: site %q: malloc of 24 bytes: kept: {{.*}}
define i64 @other_times(i1 %c, i1 %d) {
entry:
  %p = call ptr @malloc(i64 24)
  %q = call ptr @malloc(i64 24)
  br i1 %c, label %some, label %join

some:
  br label %join

join:
  %one = phi ptr [ %p, %entry ], [ %q, %some ]
  br i1 %d, label %more, label %end

more:
  br label %end

end:
  %two = phi ptr [ %p, %join ], [ %q, %more ]
  %a = ptrtoint ptr %one to i64
  %b = ptrtoint ptr %two to i64
  %difference = sub i64 %a, %b
  ret i64 %difference
}

declare ptr @malloc(i64)
declare void @free(ptr)
