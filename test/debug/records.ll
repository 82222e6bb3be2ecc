; Debug records of the allocation's result go over to the slot; none becomes poison, none is lost.
;
; RUN: %h2s %s | FileCheck %s
; RUN: %opt -S %s | FileCheck --check-prefix=OFF %s

target triple = "x86_64-unknown-linux-gnu"

declare noalias ptr @malloc(i64) allockind("alloc,uninitialized") allocsize(0) "alloc-family"="malloc"
declare noalias ptr @calloc(i64, i64) allockind("alloc,zeroed") allocsize(0,1) "alloc-family"="malloc"
declare void @free(ptr allocptr) allockind("free") "alloc-family"="malloc"

define internal i32 @use(ptr %p) noinline {
  %v = load i32, ptr %p
  ret i32 %v
}

; CHECK-LABEL: define i32 @value(
; CHECK: %[[SLOT:.*]] = alloca [8 x i8], align 16
; CHECK: #dbg_value(ptr %[[SLOT]], ![[P:[0-9]+]], !DIExpression(),
; CHECK: #dbg_value(ptr %[[SLOT]], ![[P]], !DIExpression(DW_OP_plus_uconst, 4, DW_OP_stack_value),
; CHECK: #dbg_value(i32 %r, ![[R:[0-9]+]], !DIExpression(),
; CHECK-NOT: poison
; CHECK: ret i32
; OFF-LABEL: define i32 @value(
; OFF: #dbg_value(ptr %p,
define i32 @value() !dbg !5 {
  %p = call ptr @malloc(i64 8), !dbg !10
    #dbg_value(ptr %p, !8, !DIExpression(), !10)
  store i64 1, ptr %p, !dbg !11
    #dbg_value(ptr %p, !8, !DIExpression(DW_OP_plus_uconst, 4, DW_OP_stack_value), !11)
  %r = call i32 @use(ptr %p), !dbg !11
    #dbg_value(i32 %r, !9, !DIExpression(), !11)
  call void @free(ptr %p), !dbg !12
  ret i32 %r, !dbg !13
}

; A list of values: the other values of the expression stay what they are.
; CHECK-LABEL: define i32 @list(
; CHECK: %[[SLOT:.*]] = alloca [16 x i8], align 16
; CHECK: #dbg_value(!DIArgList(ptr %[[SLOT]], i64 %n), !{{[0-9]+}}, !DIExpression(DW_OP_LLVM_arg, 0, DW_OP_LLVM_arg, 1, DW_OP_plus, DW_OP_stack_value),
; CHECK-NOT: poison
; CHECK: ret i32
define i32 @list(i64 %n) !dbg !15 {
  %p = call ptr @calloc(i64 2, i64 8), !dbg !17
    #dbg_value(!DIArgList(ptr %p, i64 %n), !18, !DIExpression(DW_OP_LLVM_arg, 0, DW_OP_LLVM_arg, 1, DW_OP_plus, DW_OP_stack_value), !17)
  %r = call i32 @use(ptr %p), !dbg !17
  call void @free(ptr %p), !dbg !17
  ret i32 %r, !dbg !17
}

; The lines of calls that stay are kept, and what is put in has no line of another.
; CHECK-DAG: ![[P]] = !DILocalVariable(name: "p"
; CHECK-DAG: ![[R]] = !DILocalVariable(name: "r"

!llvm.dbg.cu = !{!0}
!llvm.module.flags = !{!2, !3}
!0 = distinct !DICompileUnit(language: DW_LANG_C11, file: !1, producer: "test", isOptimized: true, runtimeVersion: 0, emissionKind: FullDebug)
!1 = !DIFile(filename: "records.c", directory: "/")
!2 = !{i32 2, !"Debug Info Version", i32 3}
!3 = !{i32 7, !"Dwarf Version", i32 5}
!4 = !DISubroutineType(types: !{null})
!5 = distinct !DISubprogram(name: "value", scope: !1, file: !1, line: 1, type: !4, scopeLine: 1, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !{!8, !9})
!6 = !DIBasicType(name: "int", size: 32, encoding: DW_ATE_signed)
!7 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !6, size: 64)
!8 = !DILocalVariable(name: "p", scope: !5, file: !1, line: 2, type: !7)
!9 = !DILocalVariable(name: "r", scope: !5, file: !1, line: 3, type: !6)
!10 = !DILocation(line: 2, column: 8, scope: !5)
!11 = !DILocation(line: 3, column: 8, scope: !5)
!12 = !DILocation(line: 4, column: 8, scope: !5)
!13 = !DILocation(line: 5, column: 8, scope: !5)
!15 = distinct !DISubprogram(name: "list", scope: !1, file: !1, line: 7, type: !4, scopeLine: 7, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0, retainedNodes: !{!18})
!17 = !DILocation(line: 8, column: 8, scope: !15)
!18 = !DILocalVariable(name: "q", scope: !15, file: !1, line: 8, type: !7)
