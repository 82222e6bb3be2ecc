; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; Functions whose objects stay, whatever they are used for.

; CHECK: off: site %p: malloc of 8 bytes: kept: disabled: {{.*}}
define void @off() "heap-to-stack"="off" {
  %p = call ptr @malloc(i64 8)
  call void @look(ptr %p)
  ret void
}

; CHECK-NEXT: optnone_one: site %p: malloc of 8 bytes: kept: disabled: {{.*}}
define void @optnone_one() noinline optnone {
  %p = call ptr @malloc(i64 8)
  call void @look(ptr %p)
  ret void
}

; CHECK-NEXT: address_sanitizer: site %p: malloc of 8 bytes: kept: disabled: {{.*}}
define void @address_sanitizer() sanitize_address {
  %p = call ptr @malloc(i64 8)
  call void @look(ptr %p)
  ret void
}

; CHECK-NEXT: hwaddress_sanitizer: site %p: malloc of 8 bytes: kept: disabled: {{.*}}
define void @hwaddress_sanitizer() sanitize_hwaddress {
  %p = call ptr @malloc(i64 8)
  call void @look(ptr %p)
  ret void
}

; CHECK-NEXT: memory_sanitizer: site %p: malloc of 8 bytes: kept: disabled: {{.*}}
define void @memory_sanitizer() sanitize_memory {
  %p = call ptr @malloc(i64 8)
  call void @look(ptr %p)
  ret void
}

; CHECK-NEXT: memtag_sanitizer: site %p: malloc of 8 bytes: kept: disabled: {{.*}}
define void @memtag_sanitizer() sanitize_memtag {
  %p = call ptr @malloc(i64 8)
  call void @look(ptr %p)
  ret void
}

; CHECK-NEXT: coroutine: site %p: malloc of 8 bytes: kept: disabled: {{.*}}
define void @coroutine() presplitcoroutine {
  %p = call ptr @malloc(i64 8)
  call void @look(ptr %p)
  ret void
}

; CHECK-NEXT: collected: site %p: malloc of 8 bytes: kept: disabled: {{.*}}
define void @collected() gc "statepoint-example" {
  %p = call ptr @malloc(i64 8)
  call void @look(ptr %p)
  ret void
}

; These do not matter.
; CHECK-NEXT: on: site %p: malloc of 8 bytes: promoted
define void @on() "heap-to-stack"="on" {
  %p = call ptr @malloc(i64 8)
  call void @look(ptr %p)
  ret void
}

; CHECK-NEXT: thread_sanitizer: site %p: malloc of 8 bytes: promoted
define void @thread_sanitizer() sanitize_thread {
  %p = call ptr @malloc(i64 8)
  call void @look(ptr %p)
  ret void
}

; CHECK-NEXT: optimised_for_size: site %p: malloc of 8 bytes: promoted
define void @optimised_for_size() minsize optsize {
  %p = call ptr @malloc(i64 8)
  call void @look(ptr %p)
  ret void
}

; CHECK-NEXT: strictly_floating: site %p: malloc of 8 bytes: promoted
define void @strictly_floating() strictfp {
  %p = call ptr @malloc(i64 8)
  call void @look(ptr %p)
  ret void
}

declare ptr @malloc(i64)
declare void @look(ptr nocapture) nofree
