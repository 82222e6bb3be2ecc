; RUN: %escape -heap-to-stack-clone-budget=0 %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; A body counts only when it is the one that runs. These may be replaced by the linker:

; CHECK: odr: param 0 %x: not captured
define linkonce_odr void @odr(ptr %x) {
  store i64 1, ptr %x
  ret void
}
; CHECK-NEXT: calls_odr: site %p: malloc of 8 bytes: kept: passed-to-call: passed to 'odr'
define void @calls_odr() {
  %p = call ptr @malloc(i64 8)
  call void @odr(ptr %p)
  ret void
}

; CHECK-NEXT: weakly: param 0 %x: not captured
define weak void @weakly(ptr %x) {
  store i64 1, ptr %x
  ret void
}
; CHECK-NEXT: calls_weakly: site %p: malloc of 8 bytes: kept: passed-to-call: passed to 'weakly'
define void @calls_weakly() {
  %p = call ptr @malloc(i64 8)
  call void @weakly(ptr %p)
  ret void
}

; CHECK-NEXT: elsewhere: param 0 %x: not captured
define available_externally void @elsewhere(ptr %x) {
  store i64 1, ptr %x
  ret void
}
; CHECK-NEXT: calls_elsewhere: site %p: malloc of 8 bytes: kept: passed-to-call: passed to 'elsewhere'
define void @calls_elsewhere() {
  %p = call ptr @malloc(i64 8)
  call void @elsewhere(ptr %p)
  ret void
}

; Attributes hold for every body there may be.
; CHECK-NEXT: promised: param 0 %x: not captured
define linkonce_odr void @promised(ptr nocapture %x) nofree {
  store i64 1, ptr %x
  ret void
}
; CHECK-NEXT: calls_promised: site %p: malloc of 8 bytes: promoted
define void @calls_promised() {
  %p = call ptr @malloc(i64 8)
  call void @promised(ptr %p)
  ret void
}

; These are exact.
; CHECK-NEXT: externally: param 0 %x: not captured
define void @externally(ptr %x) {
  store i64 1, ptr %x
  ret void
}
; CHECK-NEXT: calls_externally: site %p: malloc of 8 bytes: promoted
define void @calls_externally() {
  %p = call ptr @malloc(i64 8)
  call void @externally(ptr %p)
  ret void
}
; CHECK-NEXT: internally: param 0 %x: not captured
define internal void @internally(ptr %x) {
  store i64 1, ptr %x
  ret void
}
; CHECK-NEXT: calls_internally: site %p: malloc of 8 bytes: promoted
define void @calls_internally() {
  %p = call ptr @malloc(i64 8)
  call void @internally(ptr %p)
  ret void
}

; Through an alias that is another name, and one that may be replaced.
@name = internal alias void (ptr), ptr @internally
@weak_name = weak alias void (ptr), ptr @internally
; CHECK-NEXT: calls_name: site %p: malloc of 8 bytes: promoted
define void @calls_name() {
  %p = call ptr @malloc(i64 8)
  call void @name(ptr %p)
  ret void
}
; CHECK-NEXT: calls_weak_name: site %p: malloc of 8 bytes: kept: passed-to-call: {{.*}}
define void @calls_weak_name() {
  %p = call ptr @malloc(i64 8)
  call void @weak_name(ptr %p)
  ret void
}

; An ifunc: some function.
@chosen = ifunc void (ptr), ptr @choose
define internal ptr @choose() {
  ret ptr @internally
}
; CHECK-NEXT: calls_chosen: site %p: malloc of 8 bytes: kept: passed-to-call: {{.*}}
define void @calls_chosen() {
  %p = call ptr @malloc(i64 8)
  call void @chosen(ptr %p)
  ret void
}

; Written in assembly.
; CHECK-NEXT: in_assembly: param 0 %x: not captured
define internal void @in_assembly(ptr %x) naked {
  call void asm sideeffect "mov %rdi, g; ret", ""()
  unreachable
}
; CHECK-NEXT: calls_assembly: site %p: malloc of 8 bytes: kept: passed-to-call: {{.*}}
define void @calls_assembly() {
  %p = call ptr @malloc(i64 8)
  call void @in_assembly(ptr %p)
  ret void
}

; An object in a function that may be replaced is still that function's own.
; CHECK-NEXT: has_object: site %p: malloc of 8 bytes: promoted
define linkonce_odr void @has_object() {
  %p = call ptr @malloc(i64 8)
  call void @free(ptr %p)
  ret void
}

; CHECK-NOT: {{.+}}
declare ptr @malloc(i64)
declare void @free(ptr)
