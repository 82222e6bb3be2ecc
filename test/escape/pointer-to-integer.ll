; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; From an integer the pointer can come back on ways that are not followed:
;   h = (uintptr_t)p * 31;  hides[h % n] = ..;  p ^ q

; CHECK: hashed: site %p: malloc of 8 bytes: kept: pointer-to-integer: its address is used as an integer
define i64 @hashed() {
  %p = call ptr @malloc(i64 8)
  %i = ptrtoint ptr %p to i64
  %h = mul i64 %i, 31
  ret i64 %h
}

; A test of the alignment shows nothing of the address.
; CHECK-NEXT: alignment_tested: site %p: malloc of 8 bytes: promoted
define i1 @alignment_tested() {
  %p = call ptr @malloc(i64 8)
  %i = ptrtoint ptr %p to i64
  %low = and i64 %i, 15
  %r = icmp eq i64 %low, 0
  ret i1 %r
}

; The distance of two places in one object is a number.
; CHECK-NEXT: distance: site %p: malloc of 32 bytes: promoted
define i64 @distance(i64 %n) {
  %p = call ptr @malloc(i64 32)
  %q = getelementptr i8, ptr %p, i64 %n
  %i = ptrtoint ptr %p to i64
  %j = ptrtoint ptr %q to i64
  %d = sub i64 %j, %i
  call void @free(ptr %p)
  ret i64 %d
}

; The distance of two objects leads from one to the other.
; CHECK-NEXT: distance_of_two: site %p: malloc of 32 bytes: kept: pointer-to-integer: {{.*}}
; CHECK-NEXT: distance_of_two: site %q: malloc of 32 bytes: kept: pointer-to-integer: {{.*}}
define i64 @distance_of_two() {
  %p = call ptr @malloc(i64 32)
  %q = call ptr @malloc(i64 32)
  %i = ptrtoint ptr %p to i64
  %j = ptrtoint ptr %q to i64
  %d = sub i64 %j, %i
  ret i64 %d
}

; CHECK-NEXT: linked_by_xor: site %p: malloc of 32 bytes: kept: pointer-to-integer: {{.*}}
; CHECK-NEXT: linked_by_xor: site %q: malloc of 32 bytes: kept: pointer-to-integer: {{.*}}
define void @linked_by_xor() {
  %p = call ptr @malloc(i64 32)
  %q = call ptr @malloc(i64 32)
  %i = ptrtoint ptr %p to i64
  %j = ptrtoint ptr %q to i64
  %x = xor i64 %i, %j
  store i64 %x, ptr %p
  ret void
}

; Rounded to an alignment and back: still the same object.
; CHECK-NEXT: rounded: site %p: malloc of 32 bytes: promoted
define void @rounded() {
  %p = call ptr @malloc(i64 32)
  %i = ptrtoint ptr %p to i64
  %up = add i64 %i, 15
  %down = and i64 %up, -16
  %q = inttoptr i64 %down to ptr
  store i64 1, ptr %q
  call void @free(ptr %p)
  ret void
}

; CHECK-NEXT: rounded_and_stored: site %p: malloc of 32 bytes: kept: stored-to-global: {{.*}}
define void @rounded_and_stored() {
  %p = call ptr @malloc(i64 32)
  %i = ptrtoint ptr %p to i64
  %up = add i64 %i, 15
  %down = and i64 %up, -16
  %q = inttoptr i64 %down to ptr
  store ptr %q, ptr @g
  ret void
}

; Halved, and one half kept.
; CHECK-NEXT: truncated: site %p: malloc of 32 bytes: kept: stored-to-global: {{.*}}
define void @truncated() {
  %p = call ptr @malloc(i64 32)
  %i = ptrtoint ptr %p to i64
  %t = trunc i64 %i to i32
  store i32 %t, ptr @n
  ret void
}

; CHECK-NEXT: shifted: site %p: malloc of 32 bytes: kept: pointer-to-integer: {{.*}}
define void @shifted() {
  %p = call ptr @malloc(i64 32)
  %i = ptrtoint ptr %p to i64
  %t = lshr i64 %i, 4
  ret void
}

; CHECK-NEXT: as_double: site %p: malloc of 32 bytes: kept: pointer-to-integer: {{.*}}
define double @as_double() {
  %p = call ptr @malloc(i64 32)
  %i = ptrtoint ptr %p to i64
  %t = uitofp i64 %i to double
  ret double %t
}

; As an index.
; CHECK-NEXT: indexed: site %p: malloc of 32 bytes: kept: pointer-to-integer: {{.*}}
define i8 @indexed(ptr %base) {
; CHECK-NEXT: indexed: param 0 %base: not captured
  %p = call ptr @malloc(i64 32)
  %i = ptrtoint ptr %p to i64
  %a = getelementptr i8, ptr %base, i64 %i
  %v = load i8, ptr %a
  ret i8 %v
}

; As the condition of a switch, one bit at a time.
; CHECK-NEXT: branched: site %p: malloc of 32 bytes: kept: pointer-to-integer: {{.*}}
define i32 @branched() {
  %p = call ptr @malloc(i64 32)
  %i = ptrtoint ptr %p to i64
  %t = trunc i64 %i to i8
  switch i8 %t, label %other [ i8 16, label %sixteen ]
sixteen:
  ret i32 1
other:
  ret i32 0
}

; Passed on as an integer.
; CHECK-NEXT: passed_as_integer: site %p: malloc of 32 bytes: kept: passed-to-call: passed to 'keep'
define void @passed_as_integer() {
  %p = call ptr @malloc(i64 32)
  %i = ptrtoint ptr %p to i64
  call void @keep(i64 %i)
  ret void
}

; Looked at through an integer load from the variable that holds it.
; CHECK-NEXT: integer_load_hashed: site %p: malloc of 32 bytes: kept: pointer-to-integer: {{.*}}
define i64 @integer_load_hashed() {
  %v = alloca ptr
  %p = call ptr @malloc(i64 32)
  store ptr %p, ptr %v
  %i = load i64, ptr %v
  %h = mul i64 %i, 31
  ret i64 %h
}

; Vectors of addresses.
; CHECK-NEXT: vector_of_integers: site %p: malloc of 32 bytes: kept: returned: returned
define <2 x i64> @vector_of_integers() {
  %p = call ptr @malloc(i64 32)
  %v = insertelement <2 x ptr> zeroinitializer, ptr %p, i32 0
  %i = ptrtoint <2 x ptr> %v to <2 x i64>
  ret <2 x i64> %i
}

@g = global ptr null
@n = global i32 0
declare ptr @malloc(i64)
declare void @free(ptr)
declare void @keep(i64)
