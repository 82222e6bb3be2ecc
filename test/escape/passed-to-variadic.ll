; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; printf is known to read what its format says; any other variadic function may do as it likes:
;   void log_all(int n, ...);  log_all(1, malloc(8));

; CHECK: passed: site %p: malloc of 8 bytes: kept: passed-to-variadic: passed as a variadic argument to 'log_all'
define void @passed() {
  %p = call ptr @malloc(i64 8)
  call void (i32, ...) @log_all(i32 1, ptr %p)
  ret void
}

; CHECK-NEXT: printed: site %p: malloc of 8 bytes: promoted
define void @printed() {
  %p = call ptr @malloc(i64 8)
  store i64 0, ptr %p
  %r = call i32 (ptr, ...) @printf(ptr @string, ptr %p)
  call void @free(ptr %p)
  ret void
}

; The address is shown: stacks and heaps look different, but any address will do.
; CHECK-NEXT: address_printed: site %p: malloc of 8 bytes: kept: passed-to-variadic: passed as a variadic argument to 'printf'
define void @address_printed() {
  %p = call ptr @malloc(i64 8)
  %r = call i32 (ptr, ...) @printf(ptr @pointer, ptr %p)
  ret void
}

; CHECK-NEXT: written_by_percent_n: site %p: malloc of 8 bytes: kept: passed-to-variadic: {{.*}}
define void @written_by_percent_n() {
  %p = call ptr @malloc(i64 8)
  %r = call i32 (ptr, ...) @printf(ptr @count, ptr %p)
  ret void
}

; CHECK-NEXT: unknown_format: site %p: malloc of 8 bytes: kept: passed-to-variadic: {{.*}}
define void @unknown_format(ptr %format) {
; CHECK-NEXT: unknown_format: param 0 %format: not captured
  %p = call ptr @malloc(i64 8)
  %r = call i32 (ptr, ...) @printf(ptr %format, ptr %p)
  ret void
}

; The format itself.
; CHECK-NEXT: as_format: site %p: malloc of 8 bytes: promoted
define void @as_format() {
  %p = call ptr @malloc(i64 8)
  store i64 0, ptr %p
  %r = call i32 (ptr, ...) @printf(ptr %p)
  call void @free(ptr %p)
  ret void
}

; A fixed argument of a variadic function with a body is a parameter like any other.
; CHECK-NEXT: fixed_argument: site %p: malloc of 8 bytes: promoted
define void @fixed_argument() {
  %p = call ptr @malloc(i64 8)
  call void (ptr, ...) @reads_first(ptr %p, i32 1)
  ret void
}

; CHECK-NEXT: variadic_argument: site %p: malloc of 8 bytes: kept: passed-to-variadic: passed as a variadic argument to 'reads_first'
define void @variadic_argument(ptr %x) {
; CHECK-NEXT: variadic_argument: param 0 %x: not captured
  %p = call ptr @malloc(i64 8)
  call void (ptr, ...) @reads_first(ptr %x, ptr %p)
  ret void
}

; CHECK-NEXT: reads_first: param 0 %x: not captured
define internal void @reads_first(ptr %x, ...) {
  %v = load volatile i64, ptr %x
  ret void
}

; A %s begins where it begins: what lies in front of it does not go along.
; CHECK-NEXT: in_front: site %p: malloc of 32 bytes: promoted
; CHECK-NEXT: in_front: site %q: malloc of 8 bytes: promoted
define void @in_front() {
  %p = call ptr @malloc(i64 32)
  %q = call ptr @malloc(i64 8)
  store ptr %q, ptr %p
  %text = getelementptr i8, ptr %p, i64 8
  %r = call i32 (ptr, ...) @printf(ptr @string, ptr %text)
  ret void
}

; What lies behind it may: where the text ends is not known.
; CHECK-NEXT: behind: site %p: malloc of 32 bytes: promoted
; CHECK-NEXT: behind: site %q: malloc of 8 bytes: kept: passed-to-variadic: {{.*}}
define void @behind() {
  %p = call ptr @malloc(i64 32)
  %q = call ptr @malloc(i64 8)
  %link = getelementptr i8, ptr %p, i64 24
  store ptr %q, ptr %link
  %text = getelementptr i8, ptr %p, i64 8
  %r = call i32 (ptr, ...) @printf(ptr @string, ptr %text)
  ret void
}

; Somewhere in the object: all of it may.
; CHECK-NEXT: somewhere: site %p: malloc of 32 bytes: promoted
; CHECK-NEXT: somewhere: site %q: malloc of 8 bytes: kept: passed-to-variadic: {{.*}}
define void @somewhere(i64 %n) {
  %p = call ptr @malloc(i64 32)
  %q = call ptr @malloc(i64 8)
  store ptr %q, ptr %p
  %text = getelementptr i8, ptr %p, i64 %n
  %r = call i32 (ptr, ...) @printf(ptr @string, ptr %text)
  ret void
}

@string = private constant [3 x i8] c"%s\00"
@pointer = private constant [3 x i8] c"%p\00"
@count = private constant [3 x i8] c"%n\00"
declare ptr @malloc(i64)
declare void @free(ptr)
declare void @log_all(i32, ...)
declare i32 @printf(ptr, ...)
