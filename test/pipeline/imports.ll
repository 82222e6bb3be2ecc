; Bodies that are there to be inlined only are dropped before the pass runs in a pipeline; those that
; allocate or free are kept aside until then, and nothing is left of them.
;
; RUN: %opt -S -passes='default<O2>' -verify-each %s | FileCheck %s
; RUN: %opt -disable-output -passes='default<O2>' \
; RUN:   -print-after=heap-to-stack-keep-imports %s 2>&1 | FileCheck --check-prefix=KEPT %s
;
; Before linking, too.
; RUN: %opt -S -passes='lto-pre-link<O2>' -verify-each %s | FileCheck --check-prefix=BEFORE %s
; RUN: %opt -S -passes='thinlto-pre-link<O2>' -verify-each %s | FileCheck --check-prefix=BEFORE %s

; KEPT: @llvm.compiler.used
; KEPT-NOT: define {{.*}}@look.stackbound.kept
; KEPT: define linkonce_odr hidden {{.*}}@make.stackbound.kept
; KEPT-NOT: define {{.*}}@look.stackbound.kept

; CHECK-NOT: stackbound.kept
; CHECK-LABEL: define {{.*}}@f(
; CHECK: call {{.*}}@make.stackbound(
; CHECK: call {{.*}}@look(
; CHECK: call {{.*}}@through.stackbound(
; CHECK-NOT: stackbound.kept
; CHECK: ret

; BEFORE-NOT: stackbound.kept
; BEFORE: define i32 @f(
; BEFORE-NOT: stackbound.kept

define i32 @f(i32 %n) {
  %p = call ptr @make(i32 %n)
  %a = call i32 @look(ptr %p)
  %b = load i32, ptr %p
  %r = add i32 %a, %b
  call void @through(ptr %p)
  ret i32 %r
}

define available_externally ptr @make(i32 %n) noinline {
  %p = call ptr @malloc(i64 16)
  %null = icmp eq ptr %p, null
  br i1 %null, label %fail, label %done
fail:
  call void @abort()
  unreachable
done:
  store i32 %n, ptr %p
  ret ptr %p
}

; Frees what it is given by another of its kind.
define available_externally void @through(ptr %p) noinline {
  call void @note(i32 2)
  call void @end(ptr %p)
  ret void
}

define available_externally void @end(ptr %p) noinline {
  call void @note(i32 1)
  call void @free(ptr %p)
  ret void
}

; Nothing to do with the heap.
define available_externally i32 @look(ptr nocapture readonly %p) noinline nounwind memory(argmem: read) {
  %v = load i32, ptr %p
  ret i32 %v
}

declare void @note(i32)
declare noalias ptr @malloc(i64)
declare void @free(ptr)
declare void @abort() noreturn
