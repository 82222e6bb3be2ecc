; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; Whatever has no rule is an escape.

; The assembly may do anything with the address.
; CHECK: inline_assembly: site %p: malloc of 8 bytes: kept: passed-to-call: passed to inline assembly
define void @inline_assembly() {
  %p = call ptr @malloc(i64 8)
  call void asm sideeffect "", "r"(ptr %p)
  ret void
}

; CHECK-NEXT: inline_assembly_without_side_effect: site %p: malloc of 8 bytes: kept: passed-to-call: {{.*}}
define i64 @inline_assembly_without_side_effect() {
  %p = call ptr @malloc(i64 8)
  %r = call i64 asm "mov $1, $0", "=r,r"(ptr %p)
  ret i64 %r
}

; As a memory operand.
; CHECK-NEXT: inline_assembly_memory: site %p: malloc of 8 bytes: kept: passed-to-call: {{.*}}
define void @inline_assembly_memory() {
  %p = call ptr @malloc(i64 8)
  call void asm sideeffect "incl $0", "=*m,*m,~{memory}"(ptr elementtype(i32) %p, ptr elementtype(i32) %p)
  ret void
}

; Held by memory that the assembly gets.
; CHECK-NEXT: held_for_inline_assembly: site %p: malloc of 8 bytes: kept: {{.*}}
define void @held_for_inline_assembly() {
  %v = alloca ptr
  %p = call ptr @malloc(i64 8)
  store ptr %p, ptr %v
  call void asm sideeffect "", "r,~{memory}"(ptr %v)
  ret void
}

; Clobbers memory, but never got the address.
; CHECK-NEXT: memory_clobbered: site %p: malloc of 8 bytes: promoted
define void @memory_clobbered() {
  %p = call ptr @malloc(i64 8)
  store i64 1, ptr %p
  call void asm sideeffect "", "~{memory}"()
  call void @free(ptr %p)
  ret void
}

; asm goto.
; CHECK-NEXT: asm_goto: site %p: malloc of 8 bytes: kept: {{.*}}
define void @asm_goto() {
  %p = call ptr @malloc(i64 8)
  callbr void asm sideeffect "", "r,!i"(ptr %p) to label %done [label %other]
other:
  ret void
done:
  ret void
}

; Operand bundles: deoptimisation takes the state elsewhere.
; CHECK-NEXT: operand_bundle: site %p: malloc of 8 bytes: kept: other: used by an operand bundle{{.*}}
define void @operand_bundle() {
  %p = call ptr @malloc(i64 8)
  call void @nothing() [ "deopt"(ptr %p) ]
  ret void
}

; CHECK-NEXT: unknown_bundle: site %p: malloc of 8 bytes: kept: other: used by an operand bundle{{.*}}
define void @unknown_bundle() {
  %p = call ptr @malloc(i64 8)
  call void @look(ptr %p) [ "something"(ptr %p) ]
  ret void
}

; An assumption uses nothing.
; CHECK-NEXT: assumed: site %p: malloc of 8 bytes: promoted
define void @assumed() {
  %p = call ptr @malloc(i64 8)
  call void @llvm.assume(i1 true) [ "align"(ptr %p, i64 16), "nonnull"(ptr %p) ]
  call void @free(ptr %p)
  ret void
}

; The result of an allocation that has a bundle itself.
; CHECK-NEXT: allocated_with_bundle: site %p: malloc of 8 bytes: kept: other: {{.*}}
define void @allocated_with_bundle() {
  %p = call ptr @malloc(i64 8) [ "something"(i32 1) ]
  call void @free(ptr %p)
  ret void
}

; Unknown intrinsics.
; CHECK-NEXT: stack_protector: site %p: malloc of 8 bytes: kept: {{.*}}
define void @stack_protector() {
  %v = alloca ptr
  %p = call ptr @malloc(i64 8)
  call void @llvm.stackprotector(ptr %p, ptr %v)
  ret void
}

; CHECK-NEXT: va_start_in_object: site %p: malloc of 32 bytes: {{.*}}
define void @va_start_in_object(...) {
  %p = call ptr @malloc(i64 32)
  call void @llvm.va_start.p0(ptr %p)
  call void @llvm.va_end.p0(ptr %p)
  call void @free(ptr %p)
  ret void
}

; Masked and gathered memory: its pointers are not followed.
; CHECK-NEXT: masked_store: site %p: malloc of 16 bytes: kept: {{.*}}
define void @masked_store(ptr %out) {
; CHECK-NEXT: masked_store: param 0 %out: {{.*}}
  %p = call ptr @malloc(i64 16)
  %v = insertelement <2 x ptr> zeroinitializer, ptr %p, i32 0
  call void @llvm.masked.store.v2p0.p0(<2 x ptr> %v, ptr %out, i32 8, <2 x i1> <i1 true, i1 false>)
  ret void
}

; CHECK-NEXT: scattered: site %p: malloc of 16 bytes: kept: {{.*}}
define void @scattered(<2 x ptr> %out) {
; CHECK-NEXT: scattered: param 0 %out: {{.*}}
  %p = call ptr @malloc(i64 16)
  %v = insertelement <2 x ptr> zeroinitializer, ptr %p, i32 0
  call void @llvm.masked.scatter.v2p0.v2p0(<2 x ptr> %v, <2 x ptr> %out, i32 8, <2 x i1> <i1 true, i1 false>)
  ret void
}

; A vector of pointers, of which one is stored to.
; CHECK-NEXT: element_stored_to: site %p: malloc of 16 bytes: promoted
define void @element_stored_to() {
  %p = call ptr @malloc(i64 16)
  %v = insertelement <2 x ptr> zeroinitializer, ptr %p, i32 0
  %q = extractelement <2 x ptr> %v, i32 0
  store i64 1, ptr %q
  call void @free(ptr %p)
  ret void
}

; CHECK-NEXT: element_escapes: site %p: malloc of 16 bytes: kept: stored-to-global: stored to global 'g'
define void @element_escapes() {
  %p = call ptr @malloc(i64 16)
  %v = insertelement <2 x ptr> zeroinitializer, ptr %p, i32 0
  %w = shufflevector <2 x ptr> %v, <2 x ptr> poison, <2 x i32> <i32 1, i32 0>
  %q = extractelement <2 x ptr> %w, i32 1
  store ptr %q, ptr @g
  ret void
}

; An array of unknown length in an alloca: the address as a size.
; CHECK-NEXT: as_alloca_size: site %p: malloc of 16 bytes: kept: pointer-to-integer: {{.*}}
define void @as_alloca_size() {
  %p = call ptr @malloc(i64 16)
  %i = ptrtoint ptr %p to i64
  %n = and i64 %i, 65535
  %a = alloca i8, i64 %n
  call void @look(ptr %a)
  ret void
}

; A switch over the address, an indirect branch to it.
; CHECK-NEXT: jumped_to: site %p: malloc of 16 bytes: kept: {{.*}}
define void @jumped_to() {
  %p = call ptr @malloc(i64 16)
  indirectbr ptr %p, [label %a]
a:
  ret void
}

; Freed by something else than its own allocator: left as it is.
; CHECK-NEXT: mismatched: site %p: malloc of 16 bytes: kept: other: freed by 'operator delete', which does not match 'malloc'{{.*}}
define void @mismatched() {
  %p = call ptr @malloc(i64 16)
  call void @_ZdlPv(ptr %p)
  ret void
}

; A loop over a list passes the list's own node by: freeing that would be undefined.
; CHECK-NEXT: interior: site %p: malloc of 16 bytes: promoted
; CHECK-NEXT: interior: param 1 %other: freed
define void @interior(i1 %c, ptr %other) {
  %p = call ptr @malloc(i64 16)
  store i64 1, ptr %p
  %inside = getelementptr i8, ptr %p, i64 8
  %q = select i1 %c, ptr %inside, ptr %other
  call void @free(ptr %q)
  call void @free(ptr %p)
  ret void
}

; Nor of another allocator's family is it known what that does.
; CHECK-NEXT: interior_of_another: site %p: malloc of 16 bytes: kept: other: freed by 'operator delete', which does not match 'malloc'{{.*}}
; CHECK-NEXT: interior_of_another: param 1 %other: freed
define void @interior_of_another(i1 %c, ptr %other) {
  %p = call ptr @malloc(i64 16)
  store i64 1, ptr %p
  %inside = getelementptr i8, ptr %p, i64 8
  %q = select i1 %c, ptr %inside, ptr %other
  call void @_ZdlPv(ptr %q)
  call void @free(ptr %p)
  ret void
}

@g = global ptr null
declare ptr @malloc(i64)
declare void @free(ptr)
declare void @_ZdlPv(ptr)
declare void @nothing()
declare void @look(ptr nocapture) nofree
declare void @llvm.assume(i1)
