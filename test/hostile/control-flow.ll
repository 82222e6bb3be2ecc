; RUN: %escape %s 2>&1 | FileCheck --match-full-lines %s
; RUN: %h2s %s -o /dev/null
;
; Control flow as no compiler writes it.

; CHECK: self_loop: site %p: malloc of 8 bytes: {{promoted|kept: .*}}
define void @self_loop() {
  br label %loop
loop:
  %p = call ptr @malloc(i64 8)
  br label %loop
}

; A phi with the same block twice.
; CHECK-NEXT: double_edge: site %p: malloc of 8 bytes: promoted
define void @double_edge(i1 %c) {
entry:
  %p = call ptr @malloc(i64 8)
  br i1 %c, label %join, label %join
join:
  %q = phi ptr [ %p, %entry ], [ %p, %entry ]
  call void @free(ptr %q)
  ret void
}

; The free's block is reached twice from a switch.
; CHECK-NEXT: switch_edges: site %p: malloc of 8 bytes: promoted
; CHECK-NEXT: switch_edges: param 1 %other: {{.*}}
define i32 @switch_edges(i32 %c, ptr %other) {
entry:
  %p = call ptr @malloc(i64 8)
  switch i32 %c, label %a [ i32 1, label %a
                            i32 2, label %b
                            i32 3, label %a ]
a:
  %q = phi ptr [ %p, %entry ], [ %p, %entry ], [ %p, %entry ]
  br label %b
b:
  %r = phi ptr [ %other, %entry ], [ %q, %a ]
  call void @free(ptr %r)
  ret i32 %c
}

; Irreducible, with an allocation in both halves.
; CHECK-NEXT: irreducible: site %p: malloc of 8 bytes: {{promoted|kept: .*}}
; CHECK-NEXT: irreducible: site %q: malloc of 8 bytes: {{promoted|kept: .*}}
define void @irreducible(i1 %c) {
entry:
  br i1 %c, label %left, label %right
left:
  %x = phi ptr [ null, %entry ], [ %q, %right ]
  %p = call ptr @malloc(i64 8)
  call void @look(ptr %x)
  br i1 %c, label %right, label %done
right:
  %y = phi ptr [ null, %entry ], [ %p, %left ]
  %q = call ptr @malloc(i64 8)
  call void @look(ptr %y)
  br i1 %c, label %left, label %done
done:
  ret void
}

; A web of phis that only feed each other.
; CHECK-NEXT: phi_web: site %p: malloc of 8 bytes: promoted
define void @phi_web(i1 %c) {
entry:
  %p = call ptr @malloc(i64 8)
  br label %a
a:
  %x = phi ptr [ %p, %entry ], [ %y, %b ], [ %x, %a ]
  br i1 %c, label %a, label %b
b:
  %y = phi ptr [ %x, %a ], [ %y, %b ]
  br i1 %c, label %b, label %a
}

; A call in a block that ends with unreachable, an allocation before unreachable.
; CHECK-NEXT: before_unreachable: site %p: malloc of 8 bytes: {{promoted|kept: .*}}
define void @before_unreachable() {
  %p = call ptr @malloc(i64 8)
  unreachable
}

; The allocation stands first in the entry block, and the free last but one.
; CHECK-NEXT: first_and_last: site %p: malloc of 8 bytes: promoted
define void @first_and_last() {
  %p = call ptr @malloc(i64 8)
  call void @free(ptr %p)
  ret void
}

; The object decides where to go on.
; CHECK-NEXT: indirect_branch: site %p: malloc of 8 bytes: promoted
define void @indirect_branch() {
  %p = call ptr @malloc(i64 8)
  store ptr blockaddress(@indirect_branch, %there), ptr %p
  %t = load ptr, ptr %p
  indirectbr ptr %t, [label %there, label %here]
here:
  br label %there
there:
  call void @free(ptr %p)
  ret void
}

; Dead blocks that use live values.
; CHECK-NEXT: dead_users: site %p: malloc of 8 bytes: {{promoted|kept: .*}}
define void @dead_users() {
entry:
  %p = call ptr @malloc(i64 8)
  br label %done
dead:
  %x = phi ptr [ %p, %dead ], [ %x, %dead2 ]
  call void @free(ptr %x)
  br i1 true, label %dead, label %dead2
dead2:
  br label %dead
done:
  call void @free(ptr %p)
  ret void
}

declare ptr @malloc(i64)
declare void @free(ptr)
declare void @look(ptr nocapture) nofree
