; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; What is read ahead of a pointer that memory holds is not that pointer.

; CHECK: read_ahead: site %p: malloc of 8 bytes: promoted
define void @read_ahead(i64 %n) {
entry:
  %s = alloca [8 x ptr]
  %rest = getelementptr i8, ptr %s, i64 8
  br label %loop
loop:
  %p = call ptr @malloc(i64 8)
  %i = and i64 %n, 3
  %at = getelementptr inbounds ptr, ptr %rest, i64 %i
  %old = load ptr, ptr %at
  call void @use(ptr %old)
  store ptr %p, ptr %s
  %c = call i1 @more()
  br i1 %c, label %loop, label %done
done:
  ret void
}

; CHECK-NEXT: read_anywhere: site %p: malloc of 8 bytes: kept: in-loop: {{.*}}
define void @read_anywhere(i64 %n) {
entry:
  %s = alloca [8 x ptr]
  br label %loop
loop:
  %p = call ptr @malloc(i64 8)
  %i = and i64 %n, 3
  %at = getelementptr inbounds ptr, ptr %s, i64 %i
  %old = load ptr, ptr %at
  call void @use(ptr %old)
  store ptr %p, ptr %s
  %c = call i1 @more()
  br i1 %c, label %loop, label %done
done:
  ret void
}

; A store at an unknown place ahead overwrites nothing for certain.
; CHECK-NEXT: written_ahead: site %p: malloc of 8 bytes: kept: in-loop: {{.*}}
define void @written_ahead(i64 %n) {
entry:
  %s = alloca [8 x ptr]
  br label %loop
loop:
  %p = call ptr @malloc(i64 8)
  %i = and i64 %n, 3
  %at = getelementptr inbounds ptr, ptr %s, i64 %i
  store ptr null, ptr %at
  %old = load ptr, ptr %s
  call void @use(ptr %old)
  store ptr %p, ptr %s
  %c = call i1 @more()
  br i1 %c, label %loop, label %done
done:
  ret void
}

declare ptr @malloc(i64)
declare void @use(ptr nocapture) nofree
declare i1 @more()
