; RUN: %h2s %s | FileCheck %s
; RUN: %h2s %s | %h2s - | FileCheck --check-prefix=AGAIN %s
;
; A realloc that may begin with NULL takes a free slot then. Of an object in a slot it is a resize:
; both are rewritten, the resize first.

; CHECK-LABEL: define void @grows(
; CHECK: entry:
; CHECK-NEXT: [[S:%.*]] = alloca [256 x i8], align 16
; CHECK-NEXT: [[USED:%.*]] = alloca i1
; CHECK-NEXT: store i1 false, ptr [[USED]]
; CHECK: loop:
; CHECK: [[P:%.*]] = phi ptr [ null, %entry ], [ [[Q:%.*]], %{{.*}} ]
; CHECK: [[IS:%.*]] = icmp eq ptr [[P]], [[S]]
; CHECK: [[SAME:%.*]] = icmp eq ptr [[P]], [[S]]
; CHECK: [[SMALL:%.*]] = icmp ule i64 {{.*}}, 256
; CHECK: [[STAYS:%.*]] = and i1 [[SAME]], [[SMALL]]
; CHECK: br i1 [[STAYS]], label %[[JOIN:.*]], label %[[MOVE:.*]]
; CHECK: [[MOVE]]:
; CHECK: [[OLD:%.*]] = select i1 [[IS]], ptr null, ptr [[P]]
; CHECK: [[FITS:%.*]] = icmp ule i64 {{.*}}, 256
; CHECK: [[USED1:%.*]] = load i1, ptr [[USED]]
; CHECK: [[FREE:%.*]] = xor i1 [[USED1]], true
; CHECK: [[BOTH:%.*]] = and i1 [[FITS]], [[FREE]]
; CHECK: [[BEGINS:%.*]] = icmp eq ptr [[OLD]], null
; CHECK: [[TAKE:%.*]] = and i1 [[BOTH]], [[BEGINS]]
; CHECK: br i1 [[TAKE]], label %[[TAKING:.*]], label %[[HEAP:.*]]
; CHECK: [[TAKING]]:
; CHECK-NOT: lifetime
; CHECK: store i1 {{.*}}, ptr [[USED]]
; CHECK: [[HEAP]]:
; CHECK: [[NEW:%.*]] = call ptr @realloc(ptr [[OLD]], i64 %n) [[MARKS:#[0-9]+]]
; CHECK: [[MADE:%.*]] = phi ptr [ [[S]], %[[TAKING]] ], [ [[NEW]], %[[HEAP]] ]
; CHECK: icmp ne ptr [[MADE]], null
; CHECK: call void @llvm.memcpy{{.*}}ptr align 1 [[MADE]], ptr align 1 [[P]]
; CHECK: [[Q]] = phi ptr [ [[P]], %loop ], [ [[MADE]], {{.*}} ], [ [[MADE]], {{.*}} ]
; CHECK: done:
; CHECK: [[LAST:%.*]] = icmp eq ptr [[Q]], [[S]]
; CHECK: br i1 [[LAST]],
;
; A second run leaves it as it is.
; AGAIN-LABEL: define void @grows(
; AGAIN: alloca [256 x i8]
; AGAIN-NOT: alloca [256 x i8]
; AGAIN-LABEL: define void @two_sites(
define void @grows(i64 %n) {
entry:
  br label %loop
loop:
  %p = phi ptr [ null, %entry ], [ %q, %loop ]
  %q = call ptr @realloc(ptr %p, i64 %n)
  %c = call i1 @more()
  br i1 %c, label %loop, label %done
done:
  call void @free(ptr %q)
  ret void
}

; The sites of a chain have one slot and one flag.
; CHECK-LABEL: define void @two_sites(
; CHECK: alloca [256 x i8], align 32
; CHECK-NEXT: alloca i1
; CHECK-NOT: alloca
; CHECK: call ptr @realloc({{.*}}) [[MARKS]]
; CHECK: call ptr @realloc({{.*}}) [[MARKS]]
; CHECK: ret void
define void @two_sites(i64 %n, i1 %c) {
entry:
  br label %loop
loop:
  %p = phi ptr [ null, %entry ], [ %q, %next ]
  br i1 %c, label %one, label %two
one:
  %a = call ptr @realloc(ptr %p, i64 %n)
  br label %next
two:
  %b = call ptr @realloc(ptr %p, i64 80)
  %v = load <8 x i32>, ptr %b, align 32
  br label %next
next:
  %q = phi ptr [ %a, %one ], [ %b, %two ]
  %d = call i1 @more()
  br i1 %d, label %loop, label %done
done:
  call void @free(ptr %q)
  ret void
}

; Two builders do not take each other's objects: a slot each.
; CHECK-LABEL: define void @two_chains(
; CHECK-COUNT-2: alloca [256 x i8]
; CHECK-NOT: alloca [256 x i8]
; CHECK: ret void
define void @two_chains(i64 %n) {
entry:
  br label %loop
loop:
  %p1 = phi ptr [ null, %entry ], [ %q1, %loop ]
  %p2 = phi ptr [ null, %entry ], [ %q2, %loop ]
  %q1 = call ptr @realloc(ptr %p1, i64 %n)
  %q2 = call ptr @realloc(ptr %p2, i64 %n)
  %c = call i1 @more()
  br i1 %c, label %loop, label %done
done:
  call void @free(ptr %q1)
  call void @free(ptr %q2)
  ret void
}

; The product is checked for overflow.
; CHECK-LABEL: define void @array(
; CHECK: call { i64, i1 } @llvm.umul.with.overflow.i64
; CHECK: stackbound.begins
; CHECK: call ptr @reallocarray(
define void @array(i64 %n, i64 %m) {
entry:
  br label %loop
loop:
  %p = phi ptr [ null, %entry ], [ %q, %loop ]
  %q = call ptr @reallocarray(ptr %p, i64 %n, i64 %m)
  %c = call i1 @more()
  br i1 %c, label %loop, label %done
done:
  call void @free(ptr %q)
  ret void
}

; CHECK: attributes [[MARKS]] = { "heap-to-stack-heap-path" "heap-to-stack-move-out" }

declare i1 @more()
declare ptr @realloc(ptr, i64)
declare ptr @reallocarray(ptr allocptr, i64, i64) allockind("realloc") allocsize(1,2) "alloc-family"="malloc"
declare void @free(ptr)
