; RUN: %h2s %s | FileCheck %s
;
; p = strdup(p): the copy would be made from the slot into itself, after the marker that ends its
; old contents; p = strdup(p + 1) would copy between places that overlap.

; CHECK-LABEL: define void @same(
; CHECK-NOT: alloca
; CHECK: ret void
define void @same(ptr %s) {
entry:
  br label %loop
loop:
  %prev = phi ptr [ %s, %entry ], [ %p, %loop ]
  %p = call ptr @strdup(ptr %prev)
  %c = call i1 @more()
  br i1 %c, label %loop, label %done
done:
  call void @look(ptr %p)
  ret void
}

; CHECK-LABEL: define void @shorter(
; CHECK-NOT: alloca
; CHECK: ret void
define void @shorter(ptr %s) {
entry:
  br label %loop
loop:
  %prev = phi ptr [ %s, %entry ], [ %rest, %loop ]
  %p = call ptr @strdup(ptr %prev)
  %rest = getelementptr i8, ptr %p, i64 1
  %c = call i1 @more()
  br i1 %c, label %loop, label %done
done:
  call void @look(ptr %p)
  ret void
}

; A copy of something else in each iteration.
; CHECK-LABEL: define void @other(
; CHECK: alloca
; CHECK: ret void
define void @other(ptr %s) {
entry:
  br label %loop
loop:
  %at = phi ptr [ %s, %entry ], [ %next, %loop ]
  %p = call ptr @strdup(ptr %at)
  call void @look(ptr %p)
  %next = getelementptr i8, ptr %at, i64 1
  %c = call i1 @more()
  br i1 %c, label %loop, label %done
done:
  ret void
}

declare ptr @strdup(ptr)
declare i1 @more()
declare void @look(ptr nocapture) nofree
