; RUN: awk -v n=511 -f %S/Inputs/many-fields.awk > %t.511.ll
; RUN: %opt -S -passes='heap-to-stack<clone-budget=1000>' -verify-each %t.511.ll | FileCheck %s -DLAST=p510
; RUN: awk -v n=512 -f %S/Inputs/many-fields.awk > %t.512.ll
; RUN: %opt -S -passes='heap-to-stack<clone-budget=1000>' -verify-each %t.512.ll | FileCheck %s -DLAST=p511
; RUN: awk -v n=513 -f %S/Inputs/many-fields.awk > %t.513.ll
; RUN: %opt -S -passes='heap-to-stack<clone-budget=1000>' -verify-each %t.513.ll | FileCheck %s -DLAST=p512
;
; More fields than are told apart: a copy, which has a parameter more, tells the same ones apart, and
; its free of the last field is held against the slot.

; CHECK-LABEL: define void @f(
; CHECK: call void @destroy.stackbound(ptr %s, ptr %stackbound.slot)
; CHECK-LABEL: define internal void @destroy.stackbound(
; CHECK: %[[LAST]] = load ptr
; CHECK-NEXT: icmp eq ptr %[[LAST]], %stackbound.slot
; CHECK: call void @free(ptr %[[LAST]])
; CHECK-NEXT: br label
; CHECK-NOT: load
; CHECK: ret void
