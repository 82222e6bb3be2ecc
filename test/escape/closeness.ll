; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; The check in front of a vectorised loop, which LTO finds in what it links: is the source so close
; behind the target that a vector's worth of stores would change what is read?

; CHECK: close: site %p: malloc of 64 bytes: promoted
; CHECK-NEXT: close: site %q: malloc of 64 bytes: promoted
define i1 @close() {
  %p = call ptr @malloc(i64 64)
  %q = call ptr @malloc(i64 64)
  %a = ptrtoint ptr %p to i64
  %b = ptrtoint ptr %q to i64
  %distance = sub i64 %a, %b
  %r = icmp ult i64 %distance, 32
  ret i1 %r
}

; A distance that is kept makes one object out of the other:  q + distance
; CHECK-NEXT: kept: site %p: malloc of 64 bytes: kept: pointer-to-integer: {{.*}}
; CHECK-NEXT: kept: site %q: malloc of 64 bytes: kept: pointer-to-integer: {{.*}}
define i1 @kept(ptr %out) {
  %p = call ptr @malloc(i64 64)
  %q = call ptr @malloc(i64 64)
  %a = ptrtoint ptr %p to i64
  %b = ptrtoint ptr %q to i64
  %distance = sub i64 %a, %b
  store i64 %distance, ptr %out
  %r = icmp ult i64 %distance, 32
  ret i1 %r
}

; CHECK-NEXT: kept: param 0 %out: not captured

; The sign of a distance is the order of the two objects.
; CHECK-NEXT: order: site %p: malloc of 64 bytes: kept: pointer-to-integer: {{.*}}
; CHECK-NEXT: order: site %q: malloc of 64 bytes: kept: pointer-to-integer: {{.*}}
define i1 @order() {
  %p = call ptr @malloc(i64 64)
  %q = call ptr @malloc(i64 64)
  %a = ptrtoint ptr %p to i64
  %b = ptrtoint ptr %q to i64
  %distance = sub i64 %a, %b
  %r = icmp slt i64 %distance, 0
  ret i1 %r
}

; So is an unsigned one that is compared with half of the address space.
; CHECK-NEXT: half: site %p: malloc of 64 bytes: kept: pointer-to-integer: {{.*}}
; CHECK-NEXT: half: site %q: malloc of 64 bytes: kept: pointer-to-integer: {{.*}}
define i1 @half() {
  %p = call ptr @malloc(i64 64)
  %q = call ptr @malloc(i64 64)
  %a = ptrtoint ptr %p to i64
  %b = ptrtoint ptr %q to i64
  %distance = sub i64 %a, %b
  %r = icmp ult i64 %distance, 4611686018427387904
  ret i1 %r
}

; The distance as the bound of something else.
; CHECK-NEXT: bound: site %p: malloc of 64 bytes: kept: pointer-to-integer: {{.*}}
; CHECK-NEXT: bound: site %q: malloc of 64 bytes: kept: pointer-to-integer: {{.*}}
define i1 @bound(i64 %n) {
  %p = call ptr @malloc(i64 64)
  %q = call ptr @malloc(i64 64)
  %a = ptrtoint ptr %p to i64
  %b = ptrtoint ptr %q to i64
  %distance = sub i64 %a, %b
  %r = icmp ult i64 %n, %distance
  ret i1 %r
}

declare ptr @malloc(i64)
