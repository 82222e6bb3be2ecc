; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; Library functions that return or store pointers into what they got.

@g = global ptr null

; CHECK: found_and_returned: site %p: malloc of 8 bytes: kept: returned: returned
define ptr @found_and_returned() {
  %p = call ptr @malloc(i64 8)
  store i64 0, ptr %p
  %r = call ptr @strchr(ptr %p, i32 0)
  ret ptr %r
}

; CHECK-NEXT: found_and_read: site %p: malloc of 8 bytes: promoted
define i8 @found_and_read() {
  %p = call ptr @malloc(i64 8)
  store i64 0, ptr %p
  %r = call ptr @strchr(ptr %p, i32 0)
  %v = load i8, ptr %r
  ret i8 %v
}

; CHECK-NEXT: destination_returned: site %p: malloc of 8 bytes: kept: returned: returned
define ptr @destination_returned(ptr %s) {
; CHECK-NEXT: destination_returned: param 0 %s: {{.*}}
  %p = call ptr @malloc(i64 8)
  %r = call ptr @strcpy(ptr %p, ptr %s)
  ret ptr %r
}

; The source is not the result.
; CHECK-NEXT: source_of_returned: site %p: malloc of 8 bytes: promoted
define ptr @source_of_returned(ptr %d) {
; CHECK-NEXT: source_of_returned: param 0 %d: returned
  %p = call ptr @malloc(i64 8)
  store i64 0, ptr %p
  %r = call ptr @strcpy(ptr %d, ptr %p)
  ret ptr %r
}

; The end of the number is stored through argument 1.
; CHECK-NEXT: end_of_number_returned: site %p: malloc of 8 bytes: kept: returned: returned
define ptr @end_of_number_returned() {
  %end = alloca ptr
  %p = call ptr @malloc(i64 8)
  store i64 0, ptr %p
  %n = call i64 @strtol(ptr %p, ptr %end, i32 10)
  %r = load ptr, ptr %end
  ret ptr %r
}

; CHECK-NEXT: end_of_number_read: site %p: malloc of 8 bytes: promoted
define i8 @end_of_number_read() {
  %end = alloca ptr
  %p = call ptr @malloc(i64 8)
  store i64 0, ptr %p
  %n = call i64 @strtol(ptr %p, ptr %end, i32 10)
  %r = load ptr, ptr %end
  %v = load i8, ptr %r
  ret i8 %v
}

; CHECK-NEXT: end_of_number_elsewhere: site %p: malloc of 8 bytes: kept: stored-to-heap: {{.*}}
define void @end_of_number_elsewhere() {
  %p = call ptr @malloc(i64 8)
  store i64 0, ptr %p
  %n = call i64 @strtol(ptr %p, ptr @g, i32 10)
  ret void
}

; CHECK-NEXT: end_of_number_to_caller: site %p: malloc of 8 bytes: kept: stored-to-heap: {{.*}}
; CHECK-NEXT: end_of_number_to_caller: param 0 %end: {{.*}}
define void @end_of_number_to_caller(ptr %end) {
  %p = call ptr @malloc(i64 8)
  store i64 0, ptr %p
  %n = call i64 @strtol(ptr %p, ptr %end, i32 10)
  ret void
}

; strtok_r: a token is returned now, the next one from the saved place.
; CHECK-NEXT: first_token_returned: site %p: malloc of 8 bytes: kept: returned: returned
define ptr @first_token_returned(ptr %delimiters) {
; CHECK-NEXT: first_token_returned: param 0 %delimiters: {{.*}}
  %save = alloca ptr
  %p = call ptr @malloc(i64 8)
  store i64 0, ptr %p
  %t = call ptr @strtok_r(ptr %p, ptr %delimiters, ptr %save)
  ret ptr %t
}

; CHECK-NEXT: second_token_returned: site %p: malloc of 8 bytes: kept: returned: returned
define ptr @second_token_returned(ptr %delimiters) {
; CHECK-NEXT: second_token_returned: param 0 %delimiters: {{.*}}
  %save = alloca ptr
  %p = call ptr @malloc(i64 8)
  store i64 0, ptr %p
  %t = call ptr @strtok_r(ptr %p, ptr %delimiters, ptr %save)
  %u = call ptr @strtok_r(ptr null, ptr %delimiters, ptr %save)
  ret ptr %u
}

; CHECK-NEXT: tokens_read: site %p: malloc of 8 bytes: promoted
define i8 @tokens_read(ptr %delimiters) {
; CHECK-NEXT: tokens_read: param 0 %delimiters: {{.*}}
  %save = alloca ptr
  %p = call ptr @malloc(i64 8)
  store i64 0, ptr %p
  %t = call ptr @strtok_r(ptr %p, ptr %delimiters, ptr %save)
  %u = call ptr @strtok_r(ptr null, ptr %delimiters, ptr %save)
  %v = load i8, ptr %u
  call void @free(ptr %p)
  ret i8 %v
}

; The saved place itself.
; CHECK-NEXT: saved_place_returned: site %p: malloc of 8 bytes: kept: returned: returned
define ptr @saved_place_returned(ptr %delimiters) {
; CHECK-NEXT: saved_place_returned: param 0 %delimiters: {{.*}}
  %save = alloca ptr
  %p = call ptr @malloc(i64 8)
  store i64 0, ptr %p
  %t = call ptr @strtok_r(ptr %p, ptr %delimiters, ptr %save)
  %r = load ptr, ptr %save
  ret ptr %r
}

; memcpy as a function.
; CHECK-NEXT: copied_and_returned: site %p: malloc of 8 bytes: kept: returned: returned
define ptr @copied_and_returned(i64 %n) {
  %a = alloca ptr
  %b = alloca ptr
  %p = call ptr @malloc(i64 8)
  store ptr %p, ptr %a
  %t = call ptr @memcpy(ptr %b, ptr %a, i64 %n)
  %r = load ptr, ptr %b
  ret ptr %r
}

; CHECK-NEXT: moved_to_global: site %p: malloc of 8 bytes: kept: stored-to-{{heap|global}}: {{.*}}
define void @moved_to_global(i64 %n) {
  %a = alloca ptr
  %p = call ptr @malloc(i64 8)
  store ptr %p, ptr %a
  %t = call ptr @memmove(ptr @g, ptr %a, i64 %n)
  ret void
}

; CHECK-NEXT: copied_checked: site %p: malloc of 8 bytes: kept: returned: returned
define ptr @copied_checked(i64 %n) {
  %a = alloca ptr
  %b = alloca ptr
  %p = call ptr @malloc(i64 8)
  store ptr %p, ptr %a
  %t = call ptr @__memcpy_chk(ptr %b, ptr %a, i64 %n, i64 8)
  %r = load ptr, ptr %t
  ret ptr %r
}

; memccpy has no row.
; CHECK-NEXT: copied_up_to: site %p: malloc of 8 bytes: kept: {{.*}}
define ptr @copied_up_to(i64 %n) {
  %a = alloca ptr
  %b = alloca ptr
  %p = call ptr @malloc(i64 8)
  store ptr %p, ptr %a
  %t = call ptr @memccpy(ptr %b, ptr %a, i32 0, i64 %n)
  %r = load ptr, ptr %b
  ret ptr %r
}

; Written to a stream as text.
; CHECK-NEXT: written: site %p: malloc of 8 bytes: promoted
define void @written(ptr %file) {
; CHECK-NEXT: written: param 0 %file: {{.*}}
  %p = call ptr @malloc(i64 8)
  store i64 0, ptr %p
  %r = call i32 @fputs(ptr %p, ptr %file)
  call void @free(ptr %p)
  ret void
}

; Defined here: its body counts.
; CHECK-NEXT: own_function: site %p: malloc of 8 bytes: kept: stored-to-global: {{.*}}
define void @own_function() {
  %p = call ptr @malloc(i64 8)
  store i64 0, ptr %p
  %r = call ptr @strstr(ptr %p, ptr %p)
  ret void
}

; CHECK-NEXT: strstr: param 0 %a: captured: stored-to-global: stored to global 'g'
; CHECK-NEXT: strstr: param 1 %b: not captured
define ptr @strstr(ptr %a, ptr %b) {
  store ptr %a, ptr @g
  ret ptr null
}

declare ptr @malloc(i64)
declare void @free(ptr)
declare ptr @strchr(ptr, i32)
declare ptr @strcpy(ptr, ptr)
declare i64 @strtol(ptr, ptr, i32)
declare ptr @strtok_r(ptr, ptr, ptr)
declare ptr @memcpy(ptr, ptr, i64)
declare ptr @memmove(ptr, ptr, i64)
declare ptr @__memcpy_chk(ptr, ptr, i64, i64)
declare ptr @memccpy(ptr, ptr, i32, i64)
declare i32 @fputs(ptr, ptr)
