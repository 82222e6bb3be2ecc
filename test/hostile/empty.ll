; RUN: %h2s %s | FileCheck %s
; RUN: %escape %s 2>&1 | count 0
; RUN: printf '' > %t.ll
; RUN: %h2s %t.ll -o /dev/null
; RUN: %escape %t.ll 2>&1 | count 0
;
; Nothing at all, and nothing but declarations.
; CHECK: ModuleID
