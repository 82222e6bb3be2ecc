; -heap-to-stack-require names functions by patterns: of the symbol, or of the name in the source.
;
; RUN: %h2s %s -o /dev/null
; DEFINE: %{bad} = not %opt -disable-output %s
; RUN: %{bad} -passes='heap-to-stack<require=plain>' 2>&1 | FileCheck --check-prefix=PLAIN %s
; RUN: %{bad} -passes=heap-to-stack -heap-to-stack-require=plain 2>&1 | FileCheck --check-prefix=PLAIN %s
; RUN: %{bad} -passes='heap-to-stack<max-size=8;require=nothing|pl?in;guard-size=0>' 2>&1 | FileCheck --check-prefix=PLAIN %s
; RUN: %{bad} -passes='heap-to-stack<require=pl*>' 2>&1 | FileCheck --check-prefix=PLAIN %s
; PLAIN: error: {{.*}}malloc of 8 bytes stays on the heap, but 'plain' requires the stack: returned
; RUN: %{bad} -passes='heap-to-stack<require=audio::*>' 2>&1 | FileCheck --check-prefix=CXX %s
; RUN: %{bad} -passes='heap-to-stack<require=_ZN5audio3mixEi>' 2>&1 | FileCheck --check-prefix=CXX %s
; CXX: error: {{.*}}malloc of 16 bytes stays on the heap, but 'audio::mix' requires the stack: returned
;
; None of these is meant.
; RUN: %h2s -o /dev/null %s -heap-to-stack-require='plai|lain|plain?|audio|mix|*::mi|PLAIN'
; RUN: %h2s -o /dev/null %s -heap-to-stack-require='inside'
;
; RUN: %{bad} -passes='heap-to-stack<require=>' 2>&1 | FileCheck --check-prefix=EMPTY %s
; EMPTY: error: {{.*}}heap-to-stack: invalid value '' for 'require': expected function names, with * and ?, separated by |

define ptr @plain() {
  %p = call ptr @malloc(i64 8)
  ret ptr %p
}

define ptr @_ZN5audio3mixEi(i32 %n) {
  %p = call ptr @malloc(i64 16)
  ret ptr %p
}

define i64 @inside(i64 %n) {
  %p = call ptr @malloc(i64 8)
  store i64 %n, ptr %p
  %r = load i64, ptr %p
  call void @free(ptr %p)
  ret i64 %r
}

declare ptr @malloc(i64)
declare void @free(ptr)
