; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; A realloc in a loop makes an object that holds what the old one held: it is no fresh one.
;   for (..) { v = realloc(v, ..); if (i > 1) use(*v[i - 2]); o = malloc(4); *o = i; v[i] = o; }

; CHECK: table_grows: site %v: realloc of run-time size: promoted when at most 256 bytes and the old object is NULL and none of them is in use
; CHECK-NEXT: table_grows: site %o: malloc of 4 bytes: kept: in-loop: {{.*}}
define i32 @table_grows(i64 %n) {
entry:
  br label %loop

loop:
  %i = phi i64 [ 2, %entry ], [ %next, %loop ]
  %old = phi ptr [ null, %entry ], [ %v, %loop ]
  %sum = phi i32 [ 0, %entry ], [ %more, %loop ]
  %size = shl i64 %i, 4
  %v = call ptr @realloc(ptr %old, i64 %size)
  %before = sub i64 %i, 2
  %at = getelementptr ptr, ptr %v, i64 %before
  %two = load ptr, ptr %at
  %number = load i32, ptr %two
  %more = add i32 %sum, %number
  %o = call ptr @malloc(i64 4)
  store i32 7, ptr %o
  %here = getelementptr ptr, ptr %v, i64 %i
  store ptr %o, ptr %here
  %next = add i64 %i, 1
  %c = icmp ult i64 %next, %n
  br i1 %c, label %loop, label %end

end:
  call void @free(ptr %v)
  ret i32 %more
}

; A fresh table holds nothing of the last one's.
; CHECK-NEXT: table_is_fresh: site %v: malloc of 64 bytes: promoted
; CHECK-NEXT: table_is_fresh: site %o: malloc of 4 bytes: promoted
define i32 @table_is_fresh(i64 %n) {
entry:
  br label %loop

loop:
  %i = phi i64 [ 0, %entry ], [ %next, %loop ]
  %v = call ptr @malloc(i64 64)
  %o = call ptr @malloc(i64 4)
  store i32 7, ptr %o
  store ptr %o, ptr %v
  %two = load ptr, ptr %v
  %number = load i32, ptr %two
  call void @free(ptr %o)
  call void @free(ptr %v)
  %next = add i64 %i, 1
  %c = icmp ult i64 %next, %n
  br i1 %c, label %loop, label %end

end:
  ret i32 %number
}

declare ptr @malloc(i64)
declare ptr @realloc(ptr, i64)
declare void @free(ptr)
