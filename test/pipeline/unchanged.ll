; A module that the pass does not change is reported as unchanged, and none of its analyses is lost;
; one that it changes is printed as changed.
;
; RUN: split-file %s %t
; RUN: %opt -passes=heap-to-stack -disable-output -print-changed %t/kept.ll 2>&1 \
; RUN:   | FileCheck --check-prefix=KEPT %s
; RUN: %opt -passes=heap-to-stack -disable-output -print-changed %t/moved.ll 2>&1 \
; RUN:   | FileCheck --check-prefix=MOVED %s
; RUN: %opt -passes='print<escape>' -disable-output -print-changed %t/moved.ll 2>&1 \
; RUN:   | FileCheck --check-prefix=PRINT %s
; RUN: %opt -passes='function(require<domtree>),heap-to-stack,function(require<domtree>)' \
; RUN:   -debug-pass-manager -disable-output %t/kept.ll 2>&1 | FileCheck --check-prefix=ANALYSES %s
; RUN: %opt -passes=heap-to-stack -verify-analysis-invalidation -disable-output %t/kept.ll
; RUN: %opt -passes='function(require<domtree>,require<cycles>),heap-to-stack,function(require<domtree>)' \
; RUN:   -verify-each -disable-output %t/moved.ll
;
; Not a byte differs.
; RUN: %opt -S -o %t/before.ll %t/kept.ll
; RUN: %opt -passes=heap-to-stack -S -o %t/after.ll %t/kept.ll
; RUN: diff %t/before.ll %t/after.ll
; RUN: %opt -S -o %t/empty.before.ll %t/empty.ll
; RUN: %opt -passes=heap-to-stack -S -o %t/empty.after.ll %t/empty.ll
; RUN: diff %t/empty.before.ll %t/empty.after.ll

; KEPT: *** IR Dump After {{HeapToStackPass|heap-to-stack}} on [module] omitted because no change ***
; MOVED: *** IR Dump After {{HeapToStackPass|heap-to-stack}} on [module] ***
; MOVED: alloca
; PRINT: *** IR Dump After {{PrintEscapePass|print<escape>}} on [module] omitted because no change ***
; ANALYSES: Running analysis: DominatorTreeAnalysis on f
; ANALYSES: Running pass: HeapToStackPass
; ANALYSES-NOT: Invalidating analysis
; ANALYSES-NOT: Running analysis: DominatorTreeAnalysis on f

;--- kept.ll
declare noalias ptr @malloc(i64) allockind("alloc,uninitialized") allocsize(0) "alloc-family"="malloc"
declare void @free(ptr allocptr) allockind("free") "alloc-family"="malloc"
declare void @keep(ptr)

define ptr @f(i1 %c) {
entry:
  %p = call ptr @malloc(i64 8)
  %q = call ptr @malloc(i64 8)
  call void @keep(ptr %q)
  br i1 %c, label %a, label %b
a:
  call void @free(ptr %q)
  br label %b
b:
  ret ptr %p
}

;--- moved.ll
declare noalias ptr @malloc(i64) allockind("alloc,uninitialized") allocsize(0) "alloc-family"="malloc"
declare void @free(ptr allocptr) allockind("free") "alloc-family"="malloc"

define i32 @f(i1 %c) {
entry:
  %p = call ptr @malloc(i64 4)
  store i32 1, ptr %p
  br i1 %c, label %a, label %b
a:
  %v = load i32, ptr %p
  call void @free(ptr %p)
  ret i32 %v
b:
  call void @free(ptr %p)
  ret i32 0
}

;--- empty.ll
declare ptr @malloc(i64)
@g = global i32 0
define i32 @f(i32 %x) {
  ret i32 %x
}
