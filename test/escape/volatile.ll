; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; Somebody outside the program's control may look at what a volatile store leaves behind:
;   *(void *volatile *)mailbox = malloc(8);

@mailbox = global ptr null

; CHECK: address_stored: site %p: malloc of 8 bytes: kept: volatile: stored by a volatile access{{.*}}
define void @address_stored() {
  %p = call ptr @malloc(i64 8)
  store volatile ptr %p, ptr @mailbox
  ret void
}

; Volatile accesses to the object's own memory are what they are, wherever it lies.
; CHECK-NEXT: object_accessed: site %p: malloc of 8 bytes: promoted
define i64 @object_accessed() {
  %p = call ptr @malloc(i64 8)
  store volatile i64 1, ptr %p
  %v = load volatile i64, ptr %p
  call void @free(ptr %p)
  ret i64 %v
}

; A volatile local variable is still local.
; CHECK-NEXT: address_stored_locally: site %p: malloc of 8 bytes: promoted
define i64 @address_stored_locally() {
  %v = alloca ptr
  %p = call ptr @malloc(i64 8)
  store volatile ptr %p, ptr %v
  %q = load volatile ptr, ptr %v
  store i64 1, ptr %q
  %x = load i64, ptr %p
  call void @free(ptr %q)
  ret i64 %x
}

; Volatile memset.
; CHECK-NEXT: set: site %p: malloc of 8 bytes: promoted
define void @set() {
  %p = call ptr @malloc(i64 8)
  call void @llvm.memset.p0.i64(ptr %p, i8 1, i64 8, i1 true)
  call void @free(ptr %p)
  ret void
}

declare ptr @malloc(i64)
declare void @free(ptr)
