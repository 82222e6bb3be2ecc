; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; An address passed as an integer, or as one of several in an array (how 64-bit ARM and RISC-V pass
; small structs).

@g = global ptr null

; CHECK: f: site %p: malloc of 8 bytes: kept: {{.*}}
define void @f() {
  %p = call ptr @malloc(i64 8)
  %i = ptrtoint ptr %p to i64
  call void @keeps(i64 %i)
  ret void
}

; CHECK-NEXT: in_array: site %p: malloc of 8 bytes: kept: {{.*}}
define void @in_array() {
  %s = alloca [2 x ptr]
  %p = call ptr @malloc(i64 8)
  store ptr %p, ptr %s
  %i = load [2 x i64], ptr %s
  call void @keeps_array([2 x i64] %i)
  ret void
}

define internal void @keeps(i64 %u) noinline {
  %p = inttoptr i64 %u to ptr
  store ptr %p, ptr @g
  ret void
}

define internal void @keeps_array([2 x i64] %u) noinline {
  %a = alloca [2 x i64]
  store [2 x i64] %u, ptr %a
  %p = load ptr, ptr %a
  store ptr %p, ptr @g
  ret void
}

declare ptr @malloc(i64)
