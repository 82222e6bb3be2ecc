; RUN: %h2s %s | FileCheck %s
;
; Attributes and metadata of the call go with it.

; CHECK-LABEL: define void @attributes(
; CHECK-NOT: !range
; CHECK-NOT: dereferenceable
; CHECK: store i64 1, ptr %stackbound.slot
; CHECK: ret void
define void @attributes() {
  %p = call noalias nonnull dereferenceable(8) ptr @malloc(i64 8), !heapallocsite !0
  store i64 1, ptr %p
  ret void
}

; Records of debug information lead to the slot, not nowhere.
; CHECK-LABEL: define void @records(
; CHECK: #dbg_value(ptr %stackbound.slot{{.*}}, [[P:![0-9]+]], !DIExpression(), [[LOC:![0-9]+]])
; CHECK-NOT: poison
; CHECK: ret void
define void @records() !dbg !5 {
  %p = call ptr @malloc(i64 8), !dbg !9
    #dbg_value(ptr %p, !8, !DIExpression(), !9)
  store i64 1, ptr %p, !dbg !9
  call void @free(ptr %p), !dbg !9
  ret void, !dbg !9
}

; Also those before an invoke that goes.
; CHECK-LABEL: define void @records_at_invoke(
; CHECK: #dbg_value(i32 7,
; CHECK: #dbg_value(ptr %stackbound.slot
; CHECK: ret void
define void @records_at_invoke() personality ptr @__gxx_personality_v0 !dbg !10 {
    #dbg_value(i32 7, !12, !DIExpression(), !13)
  %p = invoke ptr @_Znwm(i64 8) builtin to label %done unwind label %pad, !dbg !13
done:
    #dbg_value(ptr %p, !11, !DIExpression(), !13)
  store i64 1, ptr %p, !dbg !13
    #dbg_value(i32 8, !12, !DIExpression(), !13)
  call void @_ZdlPv(ptr %p) builtin, !dbg !13
  ret void, !dbg !13
pad:
  %e = landingpad { ptr, i32 } cleanup, !dbg !13
  resume { ptr, i32 } %e, !dbg !13
}

declare ptr @malloc(i64)
declare void @free(ptr)
declare ptr @_Znwm(i64)
declare void @_ZdlPv(ptr)
declare i32 @__gxx_personality_v0(...)
!llvm.dbg.cu = !{!1}
!llvm.module.flags = !{!3}
!0 = !{}
!1 = distinct !DICompileUnit(language: DW_LANG_C11, file: !2, emissionKind: FullDebug)
!2 = !DIFile(filename: "t.c", directory: "/")
!3 = !{i32 2, !"Debug Info Version", i32 3}
!4 = !DISubroutineType(types: !0)
!5 = distinct !DISubprogram(name: "records", scope: !2, file: !2, line: 1, type: !4, unit: !1, spFlags: DISPFlagDefinition)
!6 = !DIBasicType(name: "long", size: 64, encoding: DW_ATE_signed)
!7 = !DIDerivedType(tag: DW_TAG_pointer_type, baseType: !6, size: 64)
!8 = !DILocalVariable(name: "p", scope: !5, file: !2, line: 2, type: !7)
!9 = !DILocation(line: 2, column: 3, scope: !5)
!10 = distinct !DISubprogram(name: "records_at_invoke", scope: !2, file: !2, line: 11, type: !4, unit: !1, spFlags: DISPFlagDefinition)
!11 = !DILocalVariable(name: "p", scope: !10, file: !2, line: 12, type: !7)
!12 = !DILocalVariable(name: "i", scope: !10, file: !2, line: 12, type: !6)
!13 = !DILocation(line: 12, column: 3, scope: !10)
