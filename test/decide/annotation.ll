; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; __attribute__((annotate("heap-to-stack=off")))

@off = private constant [18 x i8] c"heap-to-stack=off\00", section "llvm.metadata"
@other = private constant [6 x i8] c"hello\00", section "llvm.metadata"
@file = private constant [4 x i8] c"t.c\00", section "llvm.metadata"
@llvm.global.annotations = appending global [2 x { ptr, ptr, ptr, i32, ptr }] [{ ptr, ptr, ptr, i32, ptr } { ptr @annotated, ptr @off, ptr @file, i32 1, ptr null }, { ptr, ptr, ptr, i32, ptr } { ptr @otherwise_annotated, ptr @other, ptr @file, i32 2, ptr null }], section "llvm.metadata"

; CHECK: annotated: site %p: malloc of 8 bytes: kept: disabled: {{.*}}
define void @annotated() {
  %p = call ptr @malloc(i64 8)
  call void @look(ptr %p)
  ret void
}

; CHECK-NEXT: otherwise_annotated: site %p: malloc of 8 bytes: promoted
define void @otherwise_annotated() {
  %p = call ptr @malloc(i64 8)
  call void @look(ptr %p)
  ret void
}

declare ptr @malloc(i64)
declare void @look(ptr nocapture) nofree
