; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; One function for every row of libcalls.def: what each pointer argument comes to.
target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128"
target triple = "x86_64-unknown-linux-gnu"

@string = private constant [3 x i8] c"%s\00"
@file = external global i8

; CHECK: compare: param 0 %x: not captured
; CHECK-NEXT: compare: param 1 %y: not captured
define internal i32 @compare(ptr %x, ptr %y) {
  %a = load i32, ptr %x
  %b = load i32, ptr %y
  %r = sub i32 %a, %b
  ret i32 %r
}

; CHECK-NEXT: strcpy_row: site %a0: malloc of 8 bytes: promoted
; CHECK-NEXT: strcpy_row: site %a1: malloc of 8 bytes: promoted
define void @strcpy_row() {
  %a0 = call ptr @malloc(i64 8)
  store i64 0, ptr %a0
  %a1 = call ptr @malloc(i64 8)
  store i64 0, ptr %a1
  %r = call ptr (ptr, ptr) @strcpy(ptr %a0, ptr %a1)
  ret void
}

; CHECK-NEXT: strncpy_row: site %a0: malloc of 8 bytes: promoted
; CHECK-NEXT: strncpy_row: site %a1: malloc of 8 bytes: promoted
define void @strncpy_row() {
  %a0 = call ptr @malloc(i64 8)
  store i64 0, ptr %a0
  %a1 = call ptr @malloc(i64 8)
  store i64 0, ptr %a1
  %r = call ptr (ptr, ptr, i64) @strncpy(ptr %a0, ptr %a1, i64 1)
  ret void
}

; CHECK-NEXT: strcat_row: site %a0: malloc of 8 bytes: promoted
; CHECK-NEXT: strcat_row: site %a1: malloc of 8 bytes: promoted
define void @strcat_row() {
  %a0 = call ptr @malloc(i64 8)
  store i64 0, ptr %a0
  %a1 = call ptr @malloc(i64 8)
  store i64 0, ptr %a1
  %r = call ptr (ptr, ptr) @strcat(ptr %a0, ptr %a1)
  ret void
}

; CHECK-NEXT: strncat_row: site %a0: malloc of 8 bytes: promoted
; CHECK-NEXT: strncat_row: site %a1: malloc of 8 bytes: promoted
define void @strncat_row() {
  %a0 = call ptr @malloc(i64 8)
  store i64 0, ptr %a0
  %a1 = call ptr @malloc(i64 8)
  store i64 0, ptr %a1
  %r = call ptr (ptr, ptr, i64) @strncat(ptr %a0, ptr %a1, i64 1)
  ret void
}

; CHECK-NEXT: stpcpy_row: site %a0: malloc of 8 bytes: promoted
; CHECK-NEXT: stpcpy_row: site %a1: malloc of 8 bytes: promoted
define void @stpcpy_row() {
  %a0 = call ptr @malloc(i64 8)
  store i64 0, ptr %a0
  %a1 = call ptr @malloc(i64 8)
  store i64 0, ptr %a1
  %r = call ptr (ptr, ptr) @stpcpy(ptr %a0, ptr %a1)
  ret void
}

; CHECK-NEXT: stpncpy_row: site %a0: malloc of 8 bytes: promoted
; CHECK-NEXT: stpncpy_row: site %a1: malloc of 8 bytes: promoted
define void @stpncpy_row() {
  %a0 = call ptr @malloc(i64 8)
  store i64 0, ptr %a0
  %a1 = call ptr @malloc(i64 8)
  store i64 0, ptr %a1
  %r = call ptr (ptr, ptr, i64) @stpncpy(ptr %a0, ptr %a1, i64 1)
  ret void
}

; CHECK-NEXT: memcpy_row: site %a0: malloc of 8 bytes: promoted
; CHECK-NEXT: memcpy_row: site %a1: malloc of 8 bytes: promoted
define void @memcpy_row() {
  %a0 = call ptr @malloc(i64 8)
  store i64 0, ptr %a0
  %a1 = call ptr @malloc(i64 8)
  store i64 0, ptr %a1
  %r = call ptr (ptr, ptr, i64) @memcpy(ptr %a0, ptr %a1, i64 1)
  ret void
}

; CHECK-NEXT: memmove_row: site %a0: malloc of 8 bytes: promoted
; CHECK-NEXT: memmove_row: site %a1: malloc of 8 bytes: promoted
define void @memmove_row() {
  %a0 = call ptr @malloc(i64 8)
  store i64 0, ptr %a0
  %a1 = call ptr @malloc(i64 8)
  store i64 0, ptr %a1
  %r = call ptr (ptr, ptr, i64) @memmove(ptr %a0, ptr %a1, i64 1)
  ret void
}

; CHECK-NEXT: mempcpy_row: site %a0: malloc of 8 bytes: promoted
; CHECK-NEXT: mempcpy_row: site %a1: malloc of 8 bytes: promoted
define void @mempcpy_row() {
  %a0 = call ptr @malloc(i64 8)
  store i64 0, ptr %a0
  %a1 = call ptr @malloc(i64 8)
  store i64 0, ptr %a1
  %r = call ptr (ptr, ptr, i64) @mempcpy(ptr %a0, ptr %a1, i64 1)
  ret void
}

; CHECK-NEXT: memset_row: site %a0: malloc of 8 bytes: promoted
define void @memset_row() {
  %a0 = call ptr @malloc(i64 8)
  store i64 0, ptr %a0
  %r = call ptr (ptr, i32, i64) @memset(ptr %a0, i32 1, i64 1)
  ret void
}

; CHECK-NEXT: __memcpy_chk_row: site %a0: malloc of 8 bytes: promoted
; CHECK-NEXT: __memcpy_chk_row: site %a1: malloc of 8 bytes: promoted
define void @__memcpy_chk_row() {
  %a0 = call ptr @malloc(i64 8)
  store i64 0, ptr %a0
  %a1 = call ptr @malloc(i64 8)
  store i64 0, ptr %a1
  %r = call ptr (ptr, ptr, i64, i64) @__memcpy_chk(ptr %a0, ptr %a1, i64 1, i64 1)
  ret void
}

; CHECK-NEXT: __memmove_chk_row: site %a0: malloc of 8 bytes: promoted
; CHECK-NEXT: __memmove_chk_row: site %a1: malloc of 8 bytes: promoted
define void @__memmove_chk_row() {
  %a0 = call ptr @malloc(i64 8)
  store i64 0, ptr %a0
  %a1 = call ptr @malloc(i64 8)
  store i64 0, ptr %a1
  %r = call ptr (ptr, ptr, i64, i64) @__memmove_chk(ptr %a0, ptr %a1, i64 1, i64 1)
  ret void
}

; CHECK-NEXT: __memset_chk_row: site %a0: malloc of 8 bytes: promoted
define void @__memset_chk_row() {
  %a0 = call ptr @malloc(i64 8)
  store i64 0, ptr %a0
  %r = call ptr (ptr, i32, i64, i64) @__memset_chk(ptr %a0, i32 1, i64 1, i64 1)
  ret void
}

; CHECK-NEXT: __strcpy_chk_row: site %a0: malloc of 8 bytes: promoted
; CHECK-NEXT: __strcpy_chk_row: site %a1: malloc of 8 bytes: promoted
define void @__strcpy_chk_row() {
  %a0 = call ptr @malloc(i64 8)
  store i64 0, ptr %a0
  %a1 = call ptr @malloc(i64 8)
  store i64 0, ptr %a1
  %r = call ptr (ptr, ptr, i64) @__strcpy_chk(ptr %a0, ptr %a1, i64 1)
  ret void
}

; CHECK-NEXT: __strncpy_chk_row: site %a0: malloc of 8 bytes: promoted
; CHECK-NEXT: __strncpy_chk_row: site %a1: malloc of 8 bytes: promoted
define void @__strncpy_chk_row() {
  %a0 = call ptr @malloc(i64 8)
  store i64 0, ptr %a0
  %a1 = call ptr @malloc(i64 8)
  store i64 0, ptr %a1
  %r = call ptr (ptr, ptr, i64, i64) @__strncpy_chk(ptr %a0, ptr %a1, i64 1, i64 1)
  ret void
}

; CHECK-NEXT: __strcat_chk_row: site %a0: malloc of 8 bytes: promoted
; CHECK-NEXT: __strcat_chk_row: site %a1: malloc of 8 bytes: promoted
define void @__strcat_chk_row() {
  %a0 = call ptr @malloc(i64 8)
  store i64 0, ptr %a0
  %a1 = call ptr @malloc(i64 8)
  store i64 0, ptr %a1
  %r = call ptr (ptr, ptr, i64) @__strcat_chk(ptr %a0, ptr %a1, i64 1)
  ret void
}

; CHECK-NEXT: __strncat_chk_row: site %a0: malloc of 8 bytes: promoted
; CHECK-NEXT: __strncat_chk_row: site %a1: malloc of 8 bytes: promoted
define void @__strncat_chk_row() {
  %a0 = call ptr @malloc(i64 8)
  store i64 0, ptr %a0
  %a1 = call ptr @malloc(i64 8)
  store i64 0, ptr %a1
  %r = call ptr (ptr, ptr, i64, i64) @__strncat_chk(ptr %a0, ptr %a1, i64 1, i64 1)
  ret void
}

; CHECK-NEXT: fgets_row: site %a0: malloc of 8 bytes: promoted
define void @fgets_row() {
  %a0 = call ptr @malloc(i64 8)
  store i64 0, ptr %a0
  %r = call ptr (ptr, i32, ptr) @fgets(ptr %a0, i32 1, ptr @file)
  ret void
}

; CHECK-NEXT: strchr_row: site %a0: malloc of 8 bytes: promoted
define void @strchr_row() {
  %a0 = call ptr @malloc(i64 8)
  store i64 0, ptr %a0
  %r = call ptr (ptr, i32) @strchr(ptr %a0, i32 1)
  ret void
}

; CHECK-NEXT: strrchr_row: site %a0: malloc of 8 bytes: promoted
define void @strrchr_row() {
  %a0 = call ptr @malloc(i64 8)
  store i64 0, ptr %a0
  %r = call ptr (ptr, i32) @strrchr(ptr %a0, i32 1)
  ret void
}

; CHECK-NEXT: strstr_row: site %a0: malloc of 8 bytes: promoted
; CHECK-NEXT: strstr_row: site %a1: malloc of 8 bytes: promoted
define void @strstr_row() {
  %a0 = call ptr @malloc(i64 8)
  store i64 0, ptr %a0
  %a1 = call ptr @malloc(i64 8)
  store i64 0, ptr %a1
  %r = call ptr (ptr, ptr) @strstr(ptr %a0, ptr %a1)
  ret void
}

; CHECK-NEXT: strpbrk_row: site %a0: malloc of 8 bytes: promoted
; CHECK-NEXT: strpbrk_row: site %a1: malloc of 8 bytes: promoted
define void @strpbrk_row() {
  %a0 = call ptr @malloc(i64 8)
  store i64 0, ptr %a0
  %a1 = call ptr @malloc(i64 8)
  store i64 0, ptr %a1
  %r = call ptr (ptr, ptr) @strpbrk(ptr %a0, ptr %a1)
  ret void
}

; CHECK-NEXT: memchr_row: site %a0: malloc of 8 bytes: promoted
define void @memchr_row() {
  %a0 = call ptr @malloc(i64 8)
  store i64 0, ptr %a0
  %r = call ptr (ptr, i32, i64) @memchr(ptr %a0, i32 1, i64 1)
  ret void
}

; CHECK-NEXT: memrchr_row: site %a0: malloc of 8 bytes: promoted
define void @memrchr_row() {
  %a0 = call ptr @malloc(i64 8)
  store i64 0, ptr %a0
  %r = call ptr (ptr, i32, i64) @memrchr(ptr %a0, i32 1, i64 1)
  ret void
}

; CHECK-NEXT: strtol_row: site %a0: malloc of 8 bytes: promoted
; CHECK-NEXT: strtol_row: site %a1: malloc of 8 bytes: promoted
define void @strtol_row() {
  %a0 = call ptr @malloc(i64 8)
  store i64 0, ptr %a0
  %a1 = call ptr @malloc(i64 8)
  store i64 0, ptr %a1
  %r = call i64 (ptr, ptr, i32) @strtol(ptr %a0, ptr %a1, i32 1)
  ret void
}

; CHECK-NEXT: strtoul_row: site %a0: malloc of 8 bytes: promoted
; CHECK-NEXT: strtoul_row: site %a1: malloc of 8 bytes: promoted
define void @strtoul_row() {
  %a0 = call ptr @malloc(i64 8)
  store i64 0, ptr %a0
  %a1 = call ptr @malloc(i64 8)
  store i64 0, ptr %a1
  %r = call i64 (ptr, ptr, i32) @strtoul(ptr %a0, ptr %a1, i32 1)
  ret void
}

; CHECK-NEXT: strtoll_row: site %a0: malloc of 8 bytes: promoted
; CHECK-NEXT: strtoll_row: site %a1: malloc of 8 bytes: promoted
define void @strtoll_row() {
  %a0 = call ptr @malloc(i64 8)
  store i64 0, ptr %a0
  %a1 = call ptr @malloc(i64 8)
  store i64 0, ptr %a1
  %r = call i64 (ptr, ptr, i32) @strtoll(ptr %a0, ptr %a1, i32 1)
  ret void
}

; CHECK-NEXT: strtoull_row: site %a0: malloc of 8 bytes: promoted
; CHECK-NEXT: strtoull_row: site %a1: malloc of 8 bytes: promoted
define void @strtoull_row() {
  %a0 = call ptr @malloc(i64 8)
  store i64 0, ptr %a0
  %a1 = call ptr @malloc(i64 8)
  store i64 0, ptr %a1
  %r = call i64 (ptr, ptr, i32) @strtoull(ptr %a0, ptr %a1, i32 1)
  ret void
}

; CHECK-NEXT: strtod_row: site %a0: malloc of 8 bytes: promoted
; CHECK-NEXT: strtod_row: site %a1: malloc of 8 bytes: promoted
define void @strtod_row() {
  %a0 = call ptr @malloc(i64 8)
  store i64 0, ptr %a0
  %a1 = call ptr @malloc(i64 8)
  store i64 0, ptr %a1
  %r = call double (ptr, ptr) @strtod(ptr %a0, ptr %a1)
  ret void
}

; CHECK-NEXT: strtof_row: site %a0: malloc of 8 bytes: promoted
; CHECK-NEXT: strtof_row: site %a1: malloc of 8 bytes: promoted
define void @strtof_row() {
  %a0 = call ptr @malloc(i64 8)
  store i64 0, ptr %a0
  %a1 = call ptr @malloc(i64 8)
  store i64 0, ptr %a1
  %r = call float (ptr, ptr) @strtof(ptr %a0, ptr %a1)
  ret void
}

; CHECK-NEXT: strtold_row: site %a0: malloc of 8 bytes: promoted
; CHECK-NEXT: strtold_row: site %a1: malloc of 8 bytes: promoted
define void @strtold_row() {
  %a0 = call ptr @malloc(i64 8)
  store i64 0, ptr %a0
  %a1 = call ptr @malloc(i64 8)
  store i64 0, ptr %a1
  %r = call x86_fp80 (ptr, ptr) @strtold(ptr %a0, ptr %a1)
  ret void
}

; CHECK-NEXT: strtok_row: site %a0: malloc of 8 bytes: kept: passed-to-call: passed to 'strtok'
; CHECK-NEXT: strtok_row: site %a1: malloc of 8 bytes: promoted
define void @strtok_row() {
  %a0 = call ptr @malloc(i64 8)
  store i64 0, ptr %a0
  %a1 = call ptr @malloc(i64 8)
  store i64 0, ptr %a1
  %r = call ptr (ptr, ptr) @strtok(ptr %a0, ptr %a1)
  ret void
}

; CHECK-NEXT: strtok_r_row: site %a0: malloc of 8 bytes: promoted
; CHECK-NEXT: strtok_r_row: site %a1: malloc of 8 bytes: promoted
; CHECK-NEXT: strtok_r_row: site %a2: malloc of 8 bytes: promoted
define void @strtok_r_row() {
  %a0 = call ptr @malloc(i64 8)
  store i64 0, ptr %a0
  %a1 = call ptr @malloc(i64 8)
  store i64 0, ptr %a1
  %a2 = call ptr @malloc(i64 8)
  store i64 0, ptr %a2
  %r = call ptr (ptr, ptr, ptr) @strtok_r(ptr %a0, ptr %a1, ptr %a2)
  ret void
}

; CHECK-NEXT: __strtok_r_row: site %a0: malloc of 8 bytes: promoted
; CHECK-NEXT: __strtok_r_row: site %a1: malloc of 8 bytes: promoted
; CHECK-NEXT: __strtok_r_row: site %a2: malloc of 8 bytes: promoted
define void @__strtok_r_row() {
  %a0 = call ptr @malloc(i64 8)
  store i64 0, ptr %a0
  %a1 = call ptr @malloc(i64 8)
  store i64 0, ptr %a1
  %a2 = call ptr @malloc(i64 8)
  store i64 0, ptr %a2
  %r = call ptr (ptr, ptr, ptr) @__strtok_r(ptr %a0, ptr %a1, ptr %a2)
  ret void
}

; CHECK-NEXT: printf_row: site %a1: malloc of 8 bytes: promoted
define void @printf_row() {
  %a1 = call ptr @malloc(i64 8)
  store i64 0, ptr %a1
  %r = call i32 (ptr, ...) @printf(ptr @string, ptr %a1)
  ret void
}

; CHECK-NEXT: fprintf_row: site %a2: malloc of 8 bytes: promoted
define void @fprintf_row() {
  %a2 = call ptr @malloc(i64 8)
  store i64 0, ptr %a2
  %r = call i32 (ptr, ptr, ...) @fprintf(ptr @file, ptr @string, ptr %a2)
  ret void
}

; CHECK-NEXT: dprintf_row: site %a2: malloc of 8 bytes: promoted
define void @dprintf_row() {
  %a2 = call ptr @malloc(i64 8)
  store i64 0, ptr %a2
  %r = call i32 (i32, ptr, ...) @dprintf(i32 1, ptr @string, ptr %a2)
  ret void
}

; CHECK-NEXT: sprintf_row: site %a0: malloc of 8 bytes: promoted
; CHECK-NEXT: sprintf_row: site %a2: malloc of 8 bytes: promoted
define void @sprintf_row() {
  %a0 = call ptr @malloc(i64 8)
  store i64 0, ptr %a0
  %a2 = call ptr @malloc(i64 8)
  store i64 0, ptr %a2
  %r = call i32 (ptr, ptr, ...) @sprintf(ptr %a0, ptr @string, ptr %a2)
  ret void
}

; CHECK-NEXT: snprintf_row: site %a0: malloc of 8 bytes: promoted
; CHECK-NEXT: snprintf_row: site %a3: malloc of 8 bytes: promoted
define void @snprintf_row() {
  %a0 = call ptr @malloc(i64 8)
  store i64 0, ptr %a0
  %a3 = call ptr @malloc(i64 8)
  store i64 0, ptr %a3
  %r = call i32 (ptr, i64, ptr, ...) @snprintf(ptr %a0, i64 1, ptr @string, ptr %a3)
  ret void
}

; CHECK-NEXT: __printf_chk_row: site %a2: malloc of 8 bytes: promoted
define void @__printf_chk_row() {
  %a2 = call ptr @malloc(i64 8)
  store i64 0, ptr %a2
  %r = call i32 (i32, ptr, ...) @__printf_chk(i32 1, ptr @string, ptr %a2)
  ret void
}

; CHECK-NEXT: __fprintf_chk_row: site %a3: malloc of 8 bytes: promoted
define void @__fprintf_chk_row() {
  %a3 = call ptr @malloc(i64 8)
  store i64 0, ptr %a3
  %r = call i32 (ptr, i32, ptr, ...) @__fprintf_chk(ptr @file, i32 1, ptr @string, ptr %a3)
  ret void
}

; CHECK-NEXT: __sprintf_chk_row: site %a0: malloc of 8 bytes: promoted
; CHECK-NEXT: __sprintf_chk_row: site %a4: malloc of 8 bytes: promoted
define void @__sprintf_chk_row() {
  %a0 = call ptr @malloc(i64 8)
  store i64 0, ptr %a0
  %a4 = call ptr @malloc(i64 8)
  store i64 0, ptr %a4
  %r = call i32 (ptr, i32, i64, ptr, ...) @__sprintf_chk(ptr %a0, i32 1, i64 1, ptr @string, ptr %a4)
  ret void
}

; CHECK-NEXT: __snprintf_chk_row: site %a0: malloc of 8 bytes: promoted
; CHECK-NEXT: __snprintf_chk_row: site %a5: malloc of 8 bytes: promoted
define void @__snprintf_chk_row() {
  %a0 = call ptr @malloc(i64 8)
  store i64 0, ptr %a0
  %a5 = call ptr @malloc(i64 8)
  store i64 0, ptr %a5
  %r = call i32 (ptr, i64, i32, i64, ptr, ...) @__snprintf_chk(ptr %a0, i64 1, i32 1, i64 1, ptr @string, ptr %a5)
  ret void
}

; CHECK-NEXT: qsort_row: site %a0: malloc of 8 bytes: promoted
define void @qsort_row() {
  %a0 = call ptr @malloc(i64 8)
  store i64 0, ptr %a0
  call void (ptr, i64, i64, ptr) @qsort(ptr %a0, i64 1, i64 1, ptr @compare)
  ret void
}

; CHECK-NEXT: bsearch_row: site %a0: malloc of 8 bytes: promoted
; CHECK-NEXT: bsearch_row: site %a1: malloc of 8 bytes: promoted
define void @bsearch_row() {
  %a0 = call ptr @malloc(i64 8)
  store i64 0, ptr %a0
  %a1 = call ptr @malloc(i64 8)
  store i64 0, ptr %a1
  %r = call ptr (ptr, ptr, i64, i64, ptr) @bsearch(ptr %a0, ptr %a1, i64 1, i64 1, ptr @compare)
  ret void
}

; CHECK-NEXT: putenv_row: site %a0: malloc of 8 bytes: kept: passed-to-call: passed to 'putenv'
define void @putenv_row() {
  %a0 = call ptr @malloc(i64 8)
  store i64 0, ptr %a0
  %r = call i32 (ptr) @putenv(ptr %a0)
  ret void
}

; CHECK-NEXT: setvbuf_row: site %a1: malloc of 8 bytes: kept: passed-to-call: passed to 'setvbuf'
define void @setvbuf_row() {
  %a1 = call ptr @malloc(i64 8)
  store i64 0, ptr %a1
  %r = call i32 (ptr, ptr, i32, i64) @setvbuf(ptr @file, ptr %a1, i32 1, i64 1)
  ret void
}

; CHECK-NEXT: setbuf_row: site %a1: malloc of 8 bytes: kept: passed-to-call: passed to 'setbuf'
define void @setbuf_row() {
  %a1 = call ptr @malloc(i64 8)
  store i64 0, ptr %a1
  call void (ptr, ptr) @setbuf(ptr @file, ptr %a1)
  ret void
}

; CHECK-NEXT: setbuffer_row: site %a1: malloc of 8 bytes: kept: passed-to-call: passed to 'setbuffer'
define void @setbuffer_row() {
  %a1 = call ptr @malloc(i64 8)
  store i64 0, ptr %a1
  call void (ptr, ptr, i64) @setbuffer(ptr @file, ptr %a1, i64 1)
  ret void
}

; CHECK-NEXT: pthread_create_row: site %a0: malloc of 8 bytes: kept: passed-to-call: passed to 'pthread_create'
; CHECK-NEXT: pthread_create_row: site %a1: malloc of 8 bytes: kept: passed-to-call: passed to 'pthread_create'
; CHECK-NEXT: pthread_create_row: site %a2: malloc of 8 bytes: kept: passed-to-call: passed to 'pthread_create'
; CHECK-NEXT: pthread_create_row: site %a3: malloc of 8 bytes: kept: passed-to-thread: passed to another thread by 'pthread_create'
define void @pthread_create_row() {
  %a0 = call ptr @malloc(i64 8)
  store i64 0, ptr %a0
  %a1 = call ptr @malloc(i64 8)
  store i64 0, ptr %a1
  %a2 = call ptr @malloc(i64 8)
  store i64 0, ptr %a2
  %a3 = call ptr @malloc(i64 8)
  store i64 0, ptr %a3
  %r = call i32 (ptr, ptr, ptr, ptr) @pthread_create(ptr %a0, ptr %a1, ptr %a2, ptr %a3)
  ret void
}

; CHECK-NEXT: thrd_create_row: site %a0: malloc of 8 bytes: kept: passed-to-call: passed to 'thrd_create'
; CHECK-NEXT: thrd_create_row: site %a1: malloc of 8 bytes: kept: passed-to-call: passed to 'thrd_create'
; CHECK-NEXT: thrd_create_row: site %a2: malloc of 8 bytes: kept: passed-to-thread: passed to another thread by 'thrd_create'
define void @thrd_create_row() {
  %a0 = call ptr @malloc(i64 8)
  store i64 0, ptr %a0
  %a1 = call ptr @malloc(i64 8)
  store i64 0, ptr %a1
  %a2 = call ptr @malloc(i64 8)
  store i64 0, ptr %a2
  %r = call i32 (ptr, ptr, ptr) @thrd_create(ptr %a0, ptr %a1, ptr %a2)
  ret void
}

; CHECK-NEXT: pthread_setspecific_row: site %a1: malloc of 8 bytes: kept: passed-to-call: passed to 'pthread_setspecific'
define void @pthread_setspecific_row() {
  %a1 = call ptr @malloc(i64 8)
  store i64 0, ptr %a1
  %r = call i32 (i32, ptr) @pthread_setspecific(i32 1, ptr %a1)
  ret void
}

; CHECK-NEXT: tss_set_row: site %a1: malloc of 8 bytes: kept: passed-to-call: passed to 'tss_set'
define void @tss_set_row() {
  %a1 = call ptr @malloc(i64 8)
  store i64 0, ptr %a1
  %r = call i32 (i32, ptr) @tss_set(i32 1, ptr %a1)
  ret void
}

; CHECK-NEXT: sigaltstack_row: site %a0: malloc of 8 bytes: kept: passed-to-call: passed to 'sigaltstack'
; CHECK-NEXT: sigaltstack_row: site %a1: malloc of 8 bytes: kept: passed-to-call: passed to 'sigaltstack'
define void @sigaltstack_row() {
  %a0 = call ptr @malloc(i64 8)
  store i64 0, ptr %a0
  %a1 = call ptr @malloc(i64 8)
  store i64 0, ptr %a1
  %r = call i32 (ptr, ptr) @sigaltstack(ptr %a0, ptr %a1)
  ret void
}

define void @atexit_row() {
  %r = call i32 (ptr) @atexit(ptr @callback)
  ret void
}

; CHECK-NEXT: on_exit_row: site %a1: malloc of 8 bytes: kept: passed-to-call: passed to 'on_exit'
define void @on_exit_row() {
  %a1 = call ptr @malloc(i64 8)
  store i64 0, ptr %a1
  %r = call i32 (ptr, ptr) @on_exit(ptr @callback, ptr %a1)
  ret void
}

; CHECK-NEXT: open_memstream_row: site %a0: malloc of 8 bytes: kept: passed-to-call: passed to 'open_memstream'
; CHECK-NEXT: open_memstream_row: site %a1: malloc of 8 bytes: kept: passed-to-call: passed to 'open_memstream'
define void @open_memstream_row() {
  %a0 = call ptr @malloc(i64 8)
  store i64 0, ptr %a0
  %a1 = call ptr @malloc(i64 8)
  store i64 0, ptr %a1
  %r = call ptr (ptr, ptr) @open_memstream(ptr %a0, ptr %a1)
  ret void
}

; CHECK-NEXT: fmemopen_row: site %a0: malloc of 8 bytes: kept: passed-to-call: passed to 'fmemopen'
define void @fmemopen_row() {
  %a0 = call ptr @malloc(i64 8)
  store i64 0, ptr %a0
  %r = call ptr (ptr, i64, ptr) @fmemopen(ptr %a0, i64 1, ptr @string)
  ret void
}

; CHECK-NEXT: strsep_row: site %a0: malloc of 8 bytes: kept: passed-to-call: passed to 'strsep'
; CHECK-NEXT: strsep_row: site %a1: malloc of 8 bytes: promoted
define void @strsep_row() {
  %a0 = call ptr @malloc(i64 8)
  store i64 0, ptr %a0
  %a1 = call ptr @malloc(i64 8)
  store i64 0, ptr %a1
  %r = call ptr (ptr, ptr) @strsep(ptr %a0, ptr %a1)
  ret void
}

; CHECK-NEXT: getline_row: site %a0: malloc of 8 bytes: kept: passed-to-call: passed to 'getline'
; CHECK-NEXT: getline_row: site %a1: malloc of 8 bytes: kept: passed-to-call: passed to 'getline'
define void @getline_row() {
  %a0 = call ptr @malloc(i64 8)
  store i64 0, ptr %a0
  %a1 = call ptr @malloc(i64 8)
  store i64 0, ptr %a1
  %r = call i64 (ptr, ptr, ptr) @getline(ptr %a0, ptr %a1, ptr @file)
  ret void
}

; CHECK-NEXT: getdelim_row: site %a0: malloc of 8 bytes: kept: passed-to-call: passed to 'getdelim'
; CHECK-NEXT: getdelim_row: site %a1: malloc of 8 bytes: kept: passed-to-call: passed to 'getdelim'
define void @getdelim_row() {
  %a0 = call ptr @malloc(i64 8)
  store i64 0, ptr %a0
  %a1 = call ptr @malloc(i64 8)
  store i64 0, ptr %a1
  %r = call i64 (ptr, ptr, i32, ptr) @getdelim(ptr %a0, ptr %a1, i32 1, ptr @file)
  ret void
}

; CHECK-NEXT: __getdelim_row: site %a0: malloc of 8 bytes: kept: passed-to-call: passed to '__getdelim'
; CHECK-NEXT: __getdelim_row: site %a1: malloc of 8 bytes: kept: passed-to-call: passed to '__getdelim'
define void @__getdelim_row() {
  %a0 = call ptr @malloc(i64 8)
  store i64 0, ptr %a0
  %a1 = call ptr @malloc(i64 8)
  store i64 0, ptr %a1
  %r = call i64 (ptr, ptr, i32, ptr) @__getdelim(ptr %a0, ptr %a1, i32 1, ptr @file)
  ret void
}

; CHECK-NEXT: asprintf_row: site %a0: malloc of 8 bytes: kept: passed-to-call: passed to 'asprintf'
; CHECK-NEXT: asprintf_row: site %a2: malloc of 8 bytes: kept: passed-to-call: passed to 'asprintf'
define void @asprintf_row() {
  %a0 = call ptr @malloc(i64 8)
  store i64 0, ptr %a0
  %a2 = call ptr @malloc(i64 8)
  store i64 0, ptr %a2
  %r = call i32 (ptr, ptr, ...) @asprintf(ptr %a0, ptr @string, ptr %a2)
  ret void
}

; CHECK-NEXT: vasprintf_row: site %a0: malloc of 8 bytes: kept: passed-to-call: passed to 'vasprintf'
; CHECK-NEXT: vasprintf_row: site %a2: malloc of 8 bytes: kept: passed-to-call: passed to 'vasprintf'
define void @vasprintf_row() {
  %a0 = call ptr @malloc(i64 8)
  store i64 0, ptr %a0
  %a2 = call ptr @malloc(i64 8)
  store i64 0, ptr %a2
  %r = call i32 (ptr, ptr, ptr) @vasprintf(ptr %a0, ptr @string, ptr %a2)
  ret void
}

; CHECK-NEXT: malloc_usable_size_row: site %a0: malloc of 8 bytes: kept: passed-to-call: passed to 'malloc_usable_size'
define void @malloc_usable_size_row() {
  %a0 = call ptr @malloc(i64 8)
  store i64 0, ptr %a0
  %r = call i64 (ptr) @malloc_usable_size(ptr %a0)
  ret void
}

; CHECK-NOT: {{.+}}
declare ptr @malloc(i64)
declare void @callback()
declare ptr @strcpy(ptr, ptr)
declare ptr @strncpy(ptr, ptr, i64)
declare ptr @strcat(ptr, ptr)
declare ptr @strncat(ptr, ptr, i64)
declare ptr @stpcpy(ptr, ptr)
declare ptr @stpncpy(ptr, ptr, i64)
declare ptr @memcpy(ptr, ptr, i64)
declare ptr @memmove(ptr, ptr, i64)
declare ptr @mempcpy(ptr, ptr, i64)
declare ptr @memset(ptr, i32, i64)
declare ptr @__memcpy_chk(ptr, ptr, i64, i64)
declare ptr @__memmove_chk(ptr, ptr, i64, i64)
declare ptr @__memset_chk(ptr, i32, i64, i64)
declare ptr @__strcpy_chk(ptr, ptr, i64)
declare ptr @__strncpy_chk(ptr, ptr, i64, i64)
declare ptr @__strcat_chk(ptr, ptr, i64)
declare ptr @__strncat_chk(ptr, ptr, i64, i64)
declare ptr @fgets(ptr, i32, ptr)
declare ptr @strchr(ptr, i32)
declare ptr @strrchr(ptr, i32)
declare ptr @strstr(ptr, ptr)
declare ptr @strpbrk(ptr, ptr)
declare ptr @memchr(ptr, i32, i64)
declare ptr @memrchr(ptr, i32, i64)
declare i64 @strtol(ptr, ptr, i32)
declare i64 @strtoul(ptr, ptr, i32)
declare i64 @strtoll(ptr, ptr, i32)
declare i64 @strtoull(ptr, ptr, i32)
declare double @strtod(ptr, ptr)
declare float @strtof(ptr, ptr)
declare x86_fp80 @strtold(ptr, ptr)
declare ptr @strtok(ptr, ptr)
declare ptr @strtok_r(ptr, ptr, ptr)
declare ptr @__strtok_r(ptr, ptr, ptr)
declare i32 @printf(ptr, ...)
declare i32 @fprintf(ptr, ptr, ...)
declare i32 @dprintf(i32, ptr, ...)
declare i32 @sprintf(ptr, ptr, ...)
declare i32 @snprintf(ptr, i64, ptr, ...)
declare i32 @__printf_chk(i32, ptr, ...)
declare i32 @__fprintf_chk(ptr, i32, ptr, ...)
declare i32 @__sprintf_chk(ptr, i32, i64, ptr, ...)
declare i32 @__snprintf_chk(ptr, i64, i32, i64, ptr, ...)
declare void @qsort(ptr, i64, i64, ptr)
declare ptr @bsearch(ptr, ptr, i64, i64, ptr)
declare i32 @putenv(ptr)
declare i32 @setvbuf(ptr, ptr, i32, i64)
declare void @setbuf(ptr, ptr)
declare void @setbuffer(ptr, ptr, i64)
declare i32 @pthread_create(ptr, ptr, ptr, ptr)
declare i32 @thrd_create(ptr, ptr, ptr)
declare i32 @pthread_setspecific(i32, ptr)
declare i32 @tss_set(i32, ptr)
declare i32 @sigaltstack(ptr, ptr)
declare i32 @atexit(ptr)
declare i32 @on_exit(ptr, ptr)
declare ptr @open_memstream(ptr, ptr)
declare ptr @fmemopen(ptr, i64, ptr)
declare ptr @strsep(ptr, ptr)
declare i64 @getline(ptr, ptr, ptr)
declare i64 @getdelim(ptr, ptr, i32, ptr)
declare i64 @__getdelim(ptr, ptr, i32, ptr)
declare i32 @asprintf(ptr, ptr, ...)
declare i32 @vasprintf(ptr, ptr, ptr)
declare i64 @malloc_usable_size(ptr)
