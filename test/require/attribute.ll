; For other front ends: the function attribute "heap-to-stack", with the same words.
;
; RUN: split-file %s %t
; RUN: not %opt -disable-output -passes=heap-to-stack %t/require.ll 2>&1 | FileCheck --check-prefix=REQUIRE %t/require.ll
; RUN: not %opt -disable-output -passes=heap-to-stack %t/word.ll 2>&1 | FileCheck --check-prefix=WORD %t/word.ll
; RUN: %h2s %t/off.ll | FileCheck --check-prefix=OFF %t/off.ll

;--- require.ll
; REQUIRE: error: {{.*}}in function f {{.*}}malloc of 8 bytes stays on the heap, but 'f' requires the stack: returned
define ptr @f() "heap-to-stack"="require" {
  %p = call ptr @malloc(i64 8)
  ret ptr %p
}
declare ptr @malloc(i64)

;--- word.ll
; WORD: error: {{.*}}in function f {{.*}}heap-to-stack: 'f' asks for 'yes': expected heap-to-stack=off
define void @f() "heap-to-stack"="yes" {
  ret void
}

;--- off.ll
; OFF: call ptr @malloc
define void @f() "heap-to-stack"="off" {
  %p = call ptr @malloc(i64 8)
  store i64 1, ptr %p
  ret void
}
; The same without the attribute.
; OFF: define void @g()
; OFF-NOT: @malloc
; OFF: ret void
define void @g() {
  %p = call ptr @malloc(i64 8)
  store i64 1, ptr %p
  ret void
}
; OFF: declare
declare ptr @malloc(i64)
