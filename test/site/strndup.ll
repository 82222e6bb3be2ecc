; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; strndup makes as much of the string as it is told to, and a NUL.

@hello = private constant [6 x i8] c"hello\00"

; CHECK: part_of_constant: site %p: strndup of 4 bytes: promoted
define void @part_of_constant() {
  %p = call ptr @strndup(ptr @hello, i64 3)
  call void @free(ptr %p)
  ret void
}

; CHECK-NEXT: whole_constant: site %p: strndup of 6 bytes: promoted
define void @whole_constant() {
  %p = call ptr @strndup(ptr @hello, i64 80)
  call void @free(ptr %p)
  ret void
}

; CHECK-NEXT: largest_bound: site %p: strndup of 6 bytes: promoted
define void @largest_bound() {
  %p = call ptr @strndup(ptr @hello, i64 -1)
  call void @free(ptr %p)
  ret void
}

; CHECK-NEXT: nothing: site %p: strndup of 1 byte: promoted
define void @nothing() {
  %p = call ptr @strndup(ptr @hello, i64 0)
  call void @free(ptr %p)
  ret void
}

; At most 1024 bytes with the NUL: a slot without a guard.
; CHECK-NEXT: bounded: site %p: strndup of run-time size: promoted
; CHECK-NEXT: bounded: param 0 %s: {{.*}}
define void @bounded(ptr %s) {
  %p = call ptr @strndup(ptr %s, i64 1023)
  call void @free(ptr %p)
  ret void
}

; CHECK-NEXT: bounded_by_one_more: site %p: strndup of run-time size: promoted when at most 256 bytes
; CHECK-NEXT: bounded_by_one_more: param 0 %s: {{.*}}
define void @bounded_by_one_more(ptr %s) {
  %p = call ptr @strndup(ptr %s, i64 1024)
  call void @free(ptr %p)
  ret void
}

; CHECK-NEXT: bounded_by_range: site %p: strndup of run-time size: promoted
; CHECK-NEXT: bounded_by_range: param 0 %s: {{.*}}
define void @bounded_by_range(ptr %s, i64 %n) {
  %m = and i64 %n, 63
  %p = call ptr @strndup(ptr %s, i64 %m)
  call void @free(ptr %p)
  ret void
}

; CHECK-NEXT: any: site %p: strndup of run-time size: promoted when at most 256 bytes
; CHECK-NEXT: any: param 0 %s: {{.*}}
define void @any(ptr %s, i64 %n) {
  %p = call ptr @strndup(ptr %s, i64 %n)
  call void @free(ptr %p)
  ret void
}

; CHECK-NEXT: by_its_other_name: site %p: __strndup of run-time size: promoted when at most 256 bytes
; CHECK-NEXT: by_its_other_name: param 0 %s: {{.*}}
define void @by_its_other_name(ptr %s, i64 %n) {
  %p = call ptr @__strndup(ptr %s, i64 %n)
  call void @free(ptr %p)
  ret void
}

; CHECK-NEXT: returned: site %p: strndup of run-time size: kept: returned: returned
; CHECK-NEXT: returned: param 0 %s: {{.*}}
define ptr @returned(ptr %s, i64 %n) {
  %p = call ptr @strndup(ptr %s, i64 %n)
  ret ptr %p
}

; The real function is asked for: no site.
; CHECK-NOT: nobuiltin: site
define void @nobuiltin(ptr %s, i64 %n) {
  %p = call ptr @strndup(ptr %s, i64 %n) nobuiltin
  call void @free(ptr %p)
  ret void
}

; CHECK-NOT: no_builtins: site
define void @no_builtins(ptr %s, i64 %n) "no-builtins" {
  %p = call ptr @strndup(ptr %s, i64 %n)
  call void @free(ptr %p)
  ret void
}

; There is no strnlen to measure it with.
; CHECK: no_strnlen: site %p: strndup of run-time size: kept: unknown-size: {{.*}}
define void @no_strnlen(ptr %s, i64 %n) "no-builtin-strnlen" {
  %p = call ptr @strndup(ptr %s, i64 %n)
  call void @free(ptr %p)
  ret void
}

; Each copy is made from the one before.
; CHECK: copy_of_itself: site %p: strndup of run-time size: kept: in-loop: {{.*}}
define void @copy_of_itself(ptr %s, i64 %n) {
entry:
  br label %loop
loop:
  %prev = phi ptr [ %s, %entry ], [ %p, %loop ]
  %p = call ptr @strndup(ptr %prev, i64 %n)
  %c = call i1 @more()
  br i1 %c, label %loop, label %done
done:
  call void @free(ptr %p)
  ret void
}

declare ptr @strndup(ptr, i64)
declare ptr @__strndup(ptr, i64)
declare void @free(ptr)
declare i1 @more()
