; RUN: %opt -S -heap-to-stack-max-size=64 -passes='heap-to-stack' %s | FileCheck %s --check-prefixes=SMALL,NOLARGE
; RUN: %opt -S -heap-to-stack-max-size=0 -passes='heap-to-stack' %s | FileCheck %s --check-prefixes=NOSMALL,NOLARGE
; RUN: %opt -S -heap-to-stack-frame-budget=64 -passes='heap-to-stack' %s | FileCheck %s --check-prefixes=SMALL,NOLARGE
;
; Parameters of the pass come after the command line.
; RUN: %opt -S -heap-to-stack-max-size=0 -passes='heap-to-stack<max-size=64>' %s | FileCheck %s --check-prefixes=SMALL,NOLARGE
; RUN: %opt -S -heap-to-stack-max-size=64 -passes='heap-to-stack<guard-size=0>' %s | FileCheck %s --check-prefixes=SMALL,NOLARGE
;
; print<escape> says what the pass would do with them.
; RUN: %opt -disable-output -heap-to-stack-max-size=64 -passes='print<escape>' %s 2>&1 | FileCheck %s --check-prefix=PRINT
; PRINT: small: site %p: malloc of 64 bytes: promoted
; PRINT: large: site %p: malloc of 512 bytes: kept: too-large: larger than the limit of 64 bytes
;
; They are listed with their defaults.
; RUN: %opt --help-hidden | FileCheck %s --check-prefix=HELP
; HELP-DAG: --heap-to-stack-frame-budget={{.*}}4096
; HELP-DAG: --heap-to-stack-guard-size={{.*}}
; HELP-DAG: --heap-to-stack-limit={{.*}}
; HELP-DAG: --heap-to-stack-max-size={{.*}}1024
; HELP-DAG: --heap-to-stack-recursive-budget={{.*}}

; SMALL-LABEL: define void @small(
; SMALL: alloca [64 x i8]
; NOSMALL-LABEL: define void @small(
; NOSMALL: call ptr @malloc(i64 64)
define void @small() {
  %p = call ptr @malloc(i64 64)
  call void @look(ptr %p)
  ret void
}

; LARGE-LABEL: define void @large(
; LARGE: alloca [512 x i8]
; NOLARGE-LABEL: define void @large(
; NOLARGE: call ptr @malloc(i64 512)
define void @large() {
  %p = call ptr @malloc(i64 512)
  call void @look(ptr %p)
  ret void
}

declare ptr @malloc(i64)
declare void @look(ptr nocapture) nofree
