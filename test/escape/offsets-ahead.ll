; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; p + n where n is not negative is not in front of p: bytes that are read there are not those of a
; pointer before it. So are strings that hold short texts in themselves:
;   struct { char *data; size_t length; char own[16]; } s;  s.data = n < 16 ? s.own : malloc(n + 1);

; CHECK: string: site %p: malloc of 32 bytes: promoted
; CHECK-NEXT: string: param 2 %at: {{.*}}
define i32 @string(i1 %c, i64 %n, ptr %at) {
  %s = alloca [32 x i8]
  %own = getelementptr i8, ptr %s, i64 16
  %p = call ptr @malloc(i64 32)
  %data = select i1 %c, ptr %own, ptr %p
  store ptr %data, ptr %s
  %i = and i64 %n, 7
  %q = getelementptr inbounds i8, ptr %data, i64 %i
  %b = load i8, ptr %q
  %w = zext i8 %b to i32
  %h = mul i32 %w, 31
  ret i32 %h
}

; n may be negative: the bytes may be those of the address.
; CHECK-NEXT: behind: site %p: malloc of 32 bytes: kept: pointer-to-integer: {{.*}}
define i32 @behind(i1 %c, i64 %n) {
  %s = alloca [32 x i8]
  %own = getelementptr i8, ptr %s, i64 16
  %p = call ptr @malloc(i64 32)
  %data = select i1 %c, ptr %own, ptr %p
  store ptr %data, ptr %s
  %q = getelementptr inbounds i8, ptr %data, i64 %n
  %b = load i8, ptr %q
  %w = zext i8 %b to i32
  %h = mul i32 %w, 31
  ret i32 %h
}

; Not negative, but what is added may wrap.
; CHECK-NEXT: wraps: site %p: malloc of 32 bytes: kept: pointer-to-integer: {{.*}}
define i32 @wraps(i1 %c, i64 %n) {
  %s = alloca [32 x i8]
  %own = getelementptr i8, ptr %s, i64 16
  %p = call ptr @malloc(i64 32)
  %data = select i1 %c, ptr %own, ptr %p
  store ptr %data, ptr %s
  %i = lshr i64 %n, 1
  %q = getelementptr i32, ptr %data, i64 %i
  %b = load i8, ptr %q
  %w = zext i8 %b to i32
  %h = mul i32 %w, 31
  ret i32 %h
}

; A loop over the text that counts up.
; CHECK-NEXT: counts_up: site %p: malloc of 32 bytes: promoted
; CHECK-NEXT: counts_up: param 1 %end: {{.*}}
define i32 @counts_up(i1 %c, ptr %end) {
entry:
  %s = alloca [32 x i8]
  %own = getelementptr i8, ptr %s, i64 16
  %p = call ptr @malloc(i64 32)
  %data = select i1 %c, ptr %own, ptr %p
  store ptr %data, ptr %s
  br label %loop
loop:
  %q = phi ptr [ %data, %entry ], [ %next, %loop ]
  %sum = phi i32 [ 0, %entry ], [ %h, %loop ]
  %b = load i8, ptr %q
  %w = zext i8 %b to i32
  %m = mul i32 %sum, 31
  %h = add i32 %m, %w
  %next = getelementptr i8, ptr %q, i64 1
  %more = icmp ne i8 %b, 0
  br i1 %more, label %loop, label %done
done:
  ret i32 %h
}

; One that counts down may come to the address.
; CHECK-NEXT: counts_down: site %p: malloc of 32 bytes: kept: {{.*}}
define i32 @counts_down(i1 %c) {
entry:
  %s = alloca [32 x i8]
  %own = getelementptr i8, ptr %s, i64 16
  %p = call ptr @malloc(i64 32)
  %data = select i1 %c, ptr %own, ptr %p
  store ptr %data, ptr %s
  br label %loop
loop:
  %q = phi ptr [ %data, %entry ], [ %next, %loop ]
  %sum = phi i32 [ 0, %entry ], [ %h, %loop ]
  %b = load i8, ptr %q
  %w = zext i8 %b to i32
  %m = mul i32 %sum, 31
  %h = add i32 %m, %w
  %next = getelementptr i8, ptr %q, i64 -1
  %more = icmp ne i8 %b, 0
  br i1 %more, label %loop, label %done
done:
  ret i32 %h
}

; A callee reads the text.
; CHECK-NEXT: by_callee: site %p: malloc of 32 bytes: promoted
define i32 @by_callee(i1 %c) {
  %s = alloca [32 x i8]
  %own = getelementptr i8, ptr %s, i64 16
  %p = call ptr @malloc(i64 32)
  %data = select i1 %c, ptr %own, ptr %p
  store ptr %data, ptr %s
  %h = call i32 @reads(ptr %data, i64 3)
  ret i32 %h
}

; The callee gets all of it.
; CHECK-NEXT: all_by_callee: site %p: malloc of 32 bytes: kept: pointer-to-integer: {{.*}}
define i32 @all_by_callee() {
  %s = alloca [32 x i8]
  %p = call ptr @malloc(i64 32)
  store ptr %p, ptr %s
  %h = call i32 @reads(ptr %s, i64 3)
  ret i32 %h
}

; CHECK-NEXT: reads: param 0 %q: not captured
define internal i32 @reads(ptr %q, i64 %n) {
entry:
  br label %loop
loop:
  %i = phi i64 [ 0, %entry ], [ %j, %loop ]
  %sum = phi i32 [ 0, %entry ], [ %h, %loop ]
  %k = and i64 %i, 15
  %at = getelementptr inbounds i8, ptr %q, i64 %k
  %b = load i8, ptr %at
  %w = zext i8 %b to i32
  %m = mul i32 %sum, 31
  %h = add i32 %m, %w
  %j = add i64 %i, 1
  %more = icmp ult i64 %j, %n
  br i1 %more, label %loop, label %done
done:
  ret i32 %h
}

; A pointer stored ahead leaves the one at the start alone: %o is %p and nothing else.
; CHECK-NEXT: stored_ahead: site %p: malloc of 8 bytes: promoted
; CHECK-NEXT: stored_ahead: param 0 %x: captured: stored-to-global: {{.*}}
define void @stored_ahead(ptr %x, i64 %n) {
  %s = alloca [8 x ptr]
  %p = call ptr @malloc(i64 8)
  store ptr %p, ptr %s
  %rest = getelementptr i8, ptr %s, i64 8
  %i = and i64 %n, 3
  %at = getelementptr inbounds ptr, ptr %rest, i64 %i
  store ptr %x, ptr %at
  %r = load ptr, ptr %at
  store ptr %r, ptr @global
  ret void
}

; CHECK-NEXT: stored_anywhere: site %p: malloc of 8 bytes: kept: stored-to-global: {{.*}}
; CHECK-NEXT: stored_anywhere: param 0 %x: captured: stored-to-global: {{.*}}
define void @stored_anywhere(ptr %x, i64 %n) {
  %s = alloca [8 x ptr]
  %p = call ptr @malloc(i64 8)
  store ptr %p, ptr %s
  %i = and i64 %n, 3
  %at = getelementptr inbounds ptr, ptr %s, i64 %i
  store ptr %x, ptr %at
  %r = load ptr, ptr %at
  store ptr %r, ptr @global
  ret void
}

; Copied from ahead: the pointer at the start does not come along.
; CHECK-NEXT: copied_from_ahead: site %p: malloc of 8 bytes: promoted
define void @copied_from_ahead(i64 %n, i64 %m) {
  %s = alloca [64 x i8]
  %p = call ptr @malloc(i64 8)
  store ptr %p, ptr %s
  %rest = getelementptr i8, ptr %s, i64 16
  %i = and i64 %n, 7
  %at = getelementptr inbounds i8, ptr %rest, i64 %i
  call void @llvm.memcpy.p0.p0.i64(ptr @buffer, ptr %at, i64 %m, i1 false)
  ret void
}

; CHECK-NEXT: copied_from_anywhere: site %p: malloc of 8 bytes: kept: {{.*}}
define void @copied_from_anywhere(i64 %n, i64 %m) {
  %s = alloca [64 x i8]
  %p = call ptr @malloc(i64 8)
  store ptr %p, ptr %s
  %i = and i64 %n, 7
  %at = getelementptr inbounds i8, ptr %s, i64 %i
  call void @llvm.memcpy.p0.p0.i64(ptr @buffer, ptr %at, i64 %m, i1 false)
  ret void
}

; Copied ahead, and read there: 8 bytes further than in the original.
; CHECK-NEXT: copied_ahead: site %p: malloc of 8 bytes: kept: stored-to-global: {{.*}}
define void @copied_ahead(i64 %n) {
  %s = alloca [64 x i8]
  %t = alloca [128 x i8]
  %p = call ptr @malloc(i64 8)
  store ptr %p, ptr %s
  %i = and i64 %n, 8
  %at = getelementptr inbounds i8, ptr %t, i64 %i
  call void @llvm.memcpy.p0.p0.i64(ptr %at, ptr %s, i64 64, i1 false)
  %there = getelementptr i8, ptr %t, i64 8
  %r = load ptr, ptr %there
  store ptr %r, ptr @global
  ret void
}

; The start of an object, or something ahead of it: as a free, the start.
; CHECK-NEXT: freed_ahead: site %p: malloc of 8 bytes: promoted
define void @freed_ahead(i64 %n) {
  %p = call ptr @malloc(i64 8)
  %i = and i64 %n, 7
  %q = getelementptr inbounds i8, ptr %p, i64 %i
  call void @free(ptr %q)
  ret void
}

; A constant that is larger than any object.
; CHECK-NEXT: huge_constant: site %p: malloc of 32 bytes: kept: pointer-to-integer: {{.*}}
define i32 @huge_constant(i1 %c) {
  %s = alloca [32 x i8]
  %p = call ptr @malloc(i64 32)
  store ptr %p, ptr %s
  %far = getelementptr i8, ptr %s, i64 -4611686018427387904
  %q = getelementptr i8, ptr %far, i64 4611686018427387904
  %b = load i64, ptr %q
  %h = mul i64 %b, 31
  %w = trunc i64 %h to i32
  ret i32 %w
}

@global = external global ptr
@buffer = external global [64 x i8]
declare ptr @malloc(i64)
declare void @free(ptr)
declare void @llvm.memcpy.p0.p0.i64(ptr, ptr, i64, i1)
