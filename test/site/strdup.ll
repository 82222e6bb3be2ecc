; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; strdup of a constant string is a copy of known size.

@hello = private constant [6 x i8] c"hello\00"
@world = private constant [6 x i8] c"world\00"

; CHECK: of_constant: site %p: strdup of 6 bytes: promoted
define void @of_constant() {
  %p = call ptr @strdup(ptr @hello)
  store i8 74, ptr %p
  call void @free(ptr %p)
  ret void
}

; CHECK-NEXT: of_parameter: site %p: strdup of run-time size: promoted when at most 256 bytes
; CHECK-NEXT: of_parameter: param 0 %s: {{.*}}
define void @of_parameter(ptr %s) {
  %p = call ptr @strdup(ptr %s)
  call void @free(ptr %p)
  ret void
}

; CHECK-NEXT: of_either: site %p: strdup of 6 bytes: promoted
define void @of_either(i1 %c) {
  %s = select i1 %c, ptr @hello, ptr @world
  %p = call ptr @strdup(ptr %s)
  call void @free(ptr %p)
  ret void
}

; CHECK-NEXT: returned: site %p: strdup of 6 bytes: kept: returned: returned
define ptr @returned() {
  %p = call ptr @strdup(ptr @hello)
  ret ptr %p
}

; The copied string is itself such an object.
; CHECK-NEXT: of_local: site %p: malloc of 8 bytes: promoted
; CHECK-NEXT: of_local: site %q: strdup of run-time size: {{.*}}
define void @of_local() {
  %p = call ptr @malloc(i64 8)
  store i64 0, ptr %p
  %q = call ptr @strdup(ptr %p)
  call void @free(ptr %p)
  call void @free(ptr %q)
  ret void
}

declare ptr @malloc(i64)
declare ptr @strdup(ptr)
declare void @free(ptr)
