; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; A global outlives every activation:
;   void *cache; void keep(void) { cache = malloc(24); }

@cache = global ptr null
@table = global [4 x ptr] zeroinitializer
@local_cache = thread_local global ptr null
@number = global i64 0

; CHECK: stored: site %p: malloc of 24 bytes: kept: stored-to-global: stored to global 'cache'
define void @stored() {
  %p = call ptr @malloc(i64 24)
  store ptr %p, ptr @cache
  ret void
}

; The other way round: the global's value is stored into the object.
; CHECK-NEXT: global_stored_into_object: site %p: malloc of 24 bytes: promoted
define void @global_stored_into_object() {
  %p = call ptr @malloc(i64 24)
  %v = load ptr, ptr @cache
  store ptr %v, ptr %p
  call void @free(ptr %p)
  ret void
}

; CHECK-NEXT: address_of_global_stored_into_object: site %p: malloc of 24 bytes: promoted
define void @address_of_global_stored_into_object() {
  %p = call ptr @malloc(i64 24)
  store ptr @cache, ptr %p
  %a = load ptr, ptr %p
  store ptr null, ptr %a
  call void @free(ptr %p)
  ret void
}

; CHECK-NEXT: stored_to_element: site %p: malloc of 24 bytes: kept: stored-to-global: stored to global 'table'
define void @stored_to_element(i64 %i) {
  %p = call ptr @malloc(i64 24)
  %a = getelementptr ptr, ptr @table, i64 %i
  store ptr %p, ptr %a
  ret void
}

; CHECK-NEXT: stored_to_constant_element: site %p: malloc of 24 bytes: kept: stored-to-global: stored to global 'table'
define void @stored_to_constant_element() {
  %p = call ptr @malloc(i64 24)
  store ptr %p, ptr getelementptr inbounds (i8, ptr @table, i64 8)
  ret void
}

; CHECK-NEXT: interior_stored: site %p: malloc of 24 bytes: kept: stored-to-global: stored to global 'cache'
define void @interior_stored() {
  %p = call ptr @malloc(i64 24)
  %q = getelementptr i8, ptr %p, i64 8
  store ptr %q, ptr @cache
  ret void
}

; CHECK-NEXT: stored_thread_local: site %p: malloc of 24 bytes: kept: stored-to-global: stored to global 'local_cache'
define void @stored_thread_local() {
  %p = call ptr @malloc(i64 24)
  store ptr %p, ptr @local_cache
  ret void
}

; Even when it is taken out again before the function returns: a callee might look.
; CHECK-NEXT: stored_for_a_while: site %p: malloc of 24 bytes: kept: stored-to-global: stored to global 'cache'
define void @stored_for_a_while() {
  %p = call ptr @malloc(i64 24)
  store ptr %p, ptr @cache
  store ptr null, ptr @cache
  call void @free(ptr %p)
  ret void
}

; CHECK-NEXT: stored_as_integer: site %p: malloc of 24 bytes: kept: stored-to-global: stored to global 'number'
define void @stored_as_integer() {
  %p = call ptr @malloc(i64 24)
  %i = ptrtoint ptr %p to i64
  store i64 %i, ptr @number
  ret void
}

; CHECK-NEXT: exchanged: site %p: malloc of 24 bytes: kept: stored-to-global: stored to global 'cache'
define void @exchanged() {
  %p = call ptr @malloc(i64 24)
  %old = atomicrmw xchg ptr @cache, ptr %p seq_cst
  ret void
}

; CHECK-NEXT: compare_exchanged: site %p: malloc of 24 bytes: kept: stored-to-global: stored to global 'cache'
define void @compare_exchanged() {
  %p = call ptr @malloc(i64 24)
  %old = cmpxchg ptr @cache, ptr null, ptr %p seq_cst seq_cst
  ret void
}

; Only compared with what is there.
; CHECK-NEXT: compared_by_exchange: site %p: malloc of 24 bytes: {{.*}}
define void @compared_by_exchange() {
  %p = call ptr @malloc(i64 24)
  %old = cmpxchg ptr @cache, ptr %p, ptr null seq_cst seq_cst
  call void @free(ptr %p)
  ret void
}

; An atomic access to the object's own memory is like any other.
; CHECK-NEXT: atomics_on_the_object: site %p: malloc of 8 bytes: promoted
define i64 @atomics_on_the_object() {
  %p = call ptr @malloc(i64 8)
  store atomic i64 1, ptr %p seq_cst, align 8
  %a = atomicrmw add ptr %p, i64 2 seq_cst
  %b = cmpxchg ptr %p, i64 3, i64 4 seq_cst seq_cst
  %c = load atomic i64, ptr %p seq_cst, align 8
  fence seq_cst
  call void @free(ptr %p)
  ret i64 %c
}

; Copied there within what holds it.
; CHECK-NEXT: copied_by_memcpy: site %p: malloc of 24 bytes: kept: {{stored-to-(global|heap): .*}}
define void @copied_by_memcpy() {
  %v = alloca { i64, ptr }
  %p = call ptr @malloc(i64 24)
  %f = getelementptr i8, ptr %v, i64 8
  store ptr %p, ptr %f
  call void @llvm.memcpy.p0.p0.i64(ptr @table, ptr %v, i64 16, i1 false)
  ret void
}

; Only the field before it is copied.
; CHECK-NEXT: other_field_copied_by_memcpy: site %p: malloc of 24 bytes: promoted
define void @other_field_copied_by_memcpy() {
  %v = alloca { i64, ptr }
  store i64 1, ptr %v
  %p = call ptr @malloc(i64 24)
  %f = getelementptr i8, ptr %v, i64 8
  store ptr %p, ptr %f
  call void @llvm.memcpy.p0.p0.i64(ptr @table, ptr %v, i64 8, i1 false)
  ret void
}

; Copied there as a struct in registers.
; CHECK-NEXT: copied_as_aggregate: site %p: malloc of 24 bytes: kept: stored-to-global: stored to global 'table'
define void @copied_as_aggregate() {
  %v = alloca { i64, ptr }
  %p = call ptr @malloc(i64 24)
  %f = getelementptr i8, ptr %v, i64 8
  store ptr %p, ptr %f
  %s = load { i64, ptr }, ptr %v
  store { i64, ptr } %s, ptr @table
  ret void
}

; Copied there word by word, as integers.
; CHECK-NEXT: copied_as_integer: site %p: malloc of 24 bytes: kept: stored-to-global: stored to global 'table'
define void @copied_as_integer() {
  %v = alloca ptr
  %p = call ptr @malloc(i64 24)
  store ptr %p, ptr %v
  %s = load i64, ptr %v
  store i64 %s, ptr @table
  ret void
}

; Copied there byte by byte.
; CHECK-NEXT: copied_by_bytes: site %p: malloc of 24 bytes: kept: stored-to-global: stored to global 'table'
define void @copied_by_bytes() {
entry:
  %v = alloca ptr
  %p = call ptr @malloc(i64 24)
  store ptr %p, ptr %v
  br label %loop
loop:
  %i = phi i64 [ 0, %entry ], [ %next, %loop ]
  %from = getelementptr i8, ptr %v, i64 %i
  %byte = load i8, ptr %from
  %to = getelementptr i8, ptr @table, i64 %i
  store i8 %byte, ptr %to
  %next = add i64 %i, 1
  %more = icmp ult i64 %next, 8
  br i1 %more, label %loop, label %done
done:
  ret void
}

; Copied there as a floating-point number.
; CHECK-NEXT: copied_as_double: site %p: malloc of 24 bytes: kept: {{.*}}
define void @copied_as_double() {
  %v = alloca ptr
  %p = call ptr @malloc(i64 24)
  store ptr %p, ptr %v
  %s = load double, ptr %v
  store double %s, ptr @table
  ret void
}

; Whoever has the address of the variable has what is in it.
; CHECK-NEXT: address_of_holder_stored: site %p: malloc of 24 bytes: kept: stored-to-global: stored to global 'cache'
define void @address_of_holder_stored() {
  %v = alloca ptr
  %p = call ptr @malloc(i64 24)
  store ptr %v, ptr @cache
  store ptr %p, ptr %v
  ret void
}

declare ptr @malloc(i64)
declare void @free(ptr)
