; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; An object that is freed by another allocator's function stays, and so does the free.

; CHECK: malloc_delete: site %p: malloc of 8 bytes: kept: other: freed by 'operator delete', which does not match 'malloc'
define void @malloc_delete() {
  %p = call ptr @malloc(i64 8)
  call void @_ZdlPv(ptr %p) builtin
  ret void
}

; CHECK-NEXT: malloc_free: site %p: malloc of 8 bytes: promoted
define void @malloc_free() {
  %p = call ptr @malloc(i64 8)
  call void @free(ptr %p)
  ret void
}

; CHECK-NEXT: new_free: site %p: operator new of 8 bytes: kept: other: freed by 'free', which does not match 'operator new'
define void @new_free() {
  %p = call ptr @_Znwm(i64 8) builtin
  call void @free(ptr %p)
  ret void
}

; CHECK-NEXT: new_array_delete: site %p: operator new[] of 8 bytes: kept: other: freed by 'operator delete', which does not match 'operator new[]'
define void @new_array_delete() {
  %p = call ptr @_Znam(i64 8) builtin
  call void @_ZdlPv(ptr %p) builtin
  ret void
}

; CHECK-NEXT: new_delete_array: site %p: operator new of 8 bytes: kept: other: freed by 'operator delete[]', which does not match 'operator new'
define void @new_delete_array() {
  %p = call ptr @_Znwm(i64 8) builtin
  call void @_ZdaPv(ptr %p) builtin
  ret void
}

; Of two objects that come together one does not match.
; CHECK-NEXT: one_of_two: site %p: malloc of 8 bytes: promoted
; CHECK-NEXT: one_of_two: site %q: operator new of 8 bytes: kept: other: {{.*}}
define void @one_of_two(i1 %c) {
  %p = call ptr @malloc(i64 8)
  %q = call ptr @_Znwm(i64 8) builtin
  %r = select i1 %c, ptr %p, ptr %q
  call void @free(ptr %r)
  ret void
}

; Not its first byte.
; CHECK-NEXT: interior: site %p: malloc of 8 bytes: kept: other: {{.*}}
define void @interior() {
  %p = call ptr @malloc(i64 8)
  %q = getelementptr i8, ptr %p, i64 4
  call void @free(ptr %q)
  ret void
}

declare ptr @malloc(i64)
declare void @free(ptr)
declare ptr @_Znwm(i64)
declare ptr @_Znam(i64)
declare void @_ZdlPv(ptr)
declare void @_ZdaPv(ptr)
