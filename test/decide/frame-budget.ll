; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; All slots of a function together get 4096 bytes; every size counts as rounded up to 16. Sizes win over
; budgets. Who saves most allocations per byte comes first, and program order decides between equals.

; CHECK: all_fit: site %p: malloc of 1024 bytes: promoted
; CHECK-NEXT: all_fit: site %q: malloc of 1024 bytes: promoted
; CHECK-NEXT: all_fit: site %r: malloc of 1024 bytes: promoted
; CHECK-NEXT: all_fit: site %s: malloc of 1024 bytes: promoted
define void @all_fit() {
  %p = call ptr @malloc(i64 1024)
  call void @look(ptr %p)
  %q = call ptr @malloc(i64 1024)
  call void @look(ptr %q)
  %r = call ptr @malloc(i64 1024)
  call void @look(ptr %r)
  %s = call ptr @malloc(i64 1024)
  call void @look(ptr %s)
  ret void
}

; CHECK-NEXT: one_too_many: site %p: malloc of 1024 bytes: promoted
; CHECK-NEXT: one_too_many: site %q: malloc of 1024 bytes: promoted
; CHECK-NEXT: one_too_many: site %r: malloc of 1024 bytes: promoted
; CHECK-NEXT: one_too_many: site %s: malloc of 1024 bytes: promoted
; CHECK-NEXT: one_too_many: site %t: malloc of 1024 bytes: kept: frame-budget: {{.*}}
define void @one_too_many() {
  %p = call ptr @malloc(i64 1024)
  call void @look(ptr %p)
  %q = call ptr @malloc(i64 1024)
  call void @look(ptr %q)
  %r = call ptr @malloc(i64 1024)
  call void @look(ptr %r)
  %s = call ptr @malloc(i64 1024)
  call void @look(ptr %s)
  %t = call ptr @malloc(i64 1024)
  call void @look(ptr %t)
  ret void
}

; 1009 bytes take 1024: nothing is left when the small one is there.
; CHECK-NEXT: rounded_up: site %p: malloc of 1009 bytes: promoted
; CHECK-NEXT: rounded_up: site %q: malloc of 1009 bytes: promoted
; CHECK-NEXT: rounded_up: site %r: malloc of 1009 bytes: promoted
; CHECK-NEXT: rounded_up: site %s: malloc of 1009 bytes: kept: frame-budget: {{.*}}
; CHECK-NEXT: rounded_up: site %t: malloc of 8 bytes: promoted
define void @rounded_up() {
  %p = call ptr @malloc(i64 1009)
  call void @look(ptr %p)
  %q = call ptr @malloc(i64 1009)
  call void @look(ptr %q)
  %r = call ptr @malloc(i64 1009)
  call void @look(ptr %r)
  %s = call ptr @malloc(i64 1009)
  call void @look(ptr %s)
  %t = call ptr @malloc(i64 8)
  call void @look(ptr %t)
  ret void
}

; A large one that does not fit leaves room for a small one.
; CHECK-NEXT: small_one_fits: site %p: malloc of 1024 bytes: promoted
; CHECK-NEXT: small_one_fits: site %q: malloc of 1024 bytes: promoted
; CHECK-NEXT: small_one_fits: site %r: malloc of 1024 bytes: promoted
; CHECK-NEXT: small_one_fits: site %s: malloc of 512 bytes: promoted
; CHECK-NEXT: small_one_fits: site %t: malloc of 1024 bytes: kept: frame-budget: {{.*}}
; CHECK-NEXT: small_one_fits: site %u: malloc of 512 bytes: promoted
define void @small_one_fits() {
  %p = call ptr @malloc(i64 1024)
  call void @look(ptr %p)
  %q = call ptr @malloc(i64 1024)
  call void @look(ptr %q)
  %r = call ptr @malloc(i64 1024)
  call void @look(ptr %r)
  %s = call ptr @malloc(i64 512)
  call void @look(ptr %s)
  %t = call ptr @malloc(i64 1024)
  call void @look(ptr %t)
  %u = call ptr @malloc(i64 512)
  call void @look(ptr %u)
  ret void
}

; Alignment costs, too.
; CHECK-NEXT: aligned: site %p: aligned_alloc of 1024 bytes: promoted
; CHECK-NEXT: aligned: site %q: aligned_alloc of 1024 bytes: promoted
; CHECK-NEXT: aligned: site %r: aligned_alloc of 1024 bytes: promoted
; CHECK-NEXT: aligned: site %s: aligned_alloc of 1024 bytes: kept: frame-budget: {{.*}}
define void @aligned() {
  %p = call ptr @aligned_alloc(i64 256, i64 1024)
  %q = call ptr @aligned_alloc(i64 256, i64 1024)
  %r = call ptr @aligned_alloc(i64 256, i64 1024)
  %s = call ptr @aligned_alloc(i64 256, i64 1024)
  ret void
}

declare ptr @malloc(i64)
declare void @look(ptr nocapture) nofree
declare ptr @aligned_alloc(i64, i64)
