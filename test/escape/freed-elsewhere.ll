; RUN: %escape -heap-to-stack-clone-budget=0 %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; The callee would hand an address of the stack to free:
;   void consume(char *p) { use(p); free(p); }

; CHECK: freed_by_callee: site %p: malloc of 8 bytes: kept: freed-elsewhere: may be freed by 'consume'{{.*}}
define void @freed_by_callee() {
  %p = call ptr @malloc(i64 8)
  call void @consume(ptr %p)
  ret void
}

; CHECK-NEXT: freed_after_callee: site %p: malloc of 8 bytes: promoted
define void @freed_after_callee() {
  %p = call ptr @malloc(i64 8)
  call void @look(ptr %p)
  call void @free(ptr %p)
  ret void
}

; Not captured, but the callee is not known to free nothing.
; CHECK-NEXT: perhaps_freed: site %p: malloc of 8 bytes: kept: freed-elsewhere: may be freed by 'looks_perhaps_frees'
define void @perhaps_freed() {
  %p = call ptr @malloc(i64 8)
  call void @looks_perhaps_frees(ptr %p)
  ret void
}

; nofree on the function, or on the argument.
; CHECK-NEXT: not_freed: site %p: malloc of 8 bytes: promoted
define void @not_freed() {
  %p = call ptr @malloc(i64 8)
  call void @looks(ptr %p)
  call void @looks_nofree_argument(ptr %p)
  ret void
}

; Who only reads frees nothing.
; CHECK-NEXT: only_read: site %p: malloc of 8 bytes: promoted
define void @only_read() {
  %p = call ptr @malloc(i64 8)
  call void @reads(ptr %p)
  ret void
}

; Freed in one case only.
; CHECK-NEXT: sometimes_freed_by_callee: site %p: malloc of 8 bytes: kept: freed-elsewhere: {{.*}}
define void @sometimes_freed_by_callee(i1 %c) {
  %p = call ptr @malloc(i64 8)
  call void @sometimes(ptr %p, i1 %c)
  ret void
}

; Freed by a callee that does not return: exit(), longjmp() or an endless loop are legal.
; CHECK-NEXT: freed_and_gone: site %p: malloc of 8 bytes: kept: freed-elsewhere: {{.*}}
define void @freed_and_gone() {
  %p = call ptr @malloc(i64 8)
  call void @consume_and_exit(ptr %p)
  unreachable
}

; Freed two calls deep.
; CHECK-NEXT: freed_deeply: site %p: malloc of 8 bytes: kept: freed-elsewhere: {{.*}}
define void @freed_deeply() {
  %p = call ptr @malloc(i64 8)
  call void @consume_in_two(ptr %p)
  ret void
}

; The callee frees what the object holds.
; CHECK-NEXT: contents_freed_by_callee: site %p: malloc of 8 bytes: kept: freed-elsewhere: {{.*}}
; CHECK-NEXT: contents_freed_by_callee: site %q: malloc of 8 bytes: promoted
define void @contents_freed_by_callee() {
  %p = call ptr @malloc(i64 8)
  %q = call ptr @malloc(i64 8)
  store ptr %p, ptr %q
  call void @consume_contents(ptr %q)
  call void @free(ptr %q)
  ret void
}

; CHECK-NEXT: consume: param 0 %x: freed
define internal void @consume(ptr %x) {
  store i64 1, ptr %x
  call void @free(ptr %x)
  ret void
}

; CHECK-NEXT: look: param 0 %x: not captured
define internal void @look(ptr %x) {
  store i64 1, ptr %x
  ret void
}

; CHECK-NEXT: sometimes: param 0 %x: freed
define internal void @sometimes(ptr %x, i1 %c) {
  br i1 %c, label %yes, label %no
yes:
  call void @free(ptr %x)
  br label %no
no:
  ret void
}

; CHECK-NEXT: consume_and_exit: param 0 %x: freed
define internal void @consume_and_exit(ptr %x) {
  call void @free(ptr %x)
  call void @exit(i32 0)
  unreachable
}

; CHECK-NEXT: consume_in_two: param 0 %x: freed
define internal void @consume_in_two(ptr %x) {
  call void @consume(ptr %x)
  ret void
}

; CHECK-NEXT: consume_contents: param 0 %x: contents freed
define internal void @consume_contents(ptr %x) {
  %v = load ptr, ptr %x
  call void @free(ptr %v)
  ret void
}

declare ptr @malloc(i64)
declare void @free(ptr)
declare void @exit(i32)
declare void @looks_perhaps_frees(ptr nocapture)
declare void @looks(ptr nocapture) nofree
declare void @looks_nofree_argument(ptr nocapture nofree)
declare void @reads(ptr nocapture) memory(read)
