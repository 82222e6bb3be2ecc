; A wrong option is an error that names it, its value and what is allowed, and the exit status says so.
;
; RUN: not %opt -disable-output -passes='heap-to-stack<max-size=abc>' %s 2>&1 | FileCheck %s --check-prefix=WORD
; WORD: error: {{.*}}heap-to-stack: invalid value 'abc' for 'max-size': expected a whole number from 0 to 1073741824
;
; RUN: not %opt -disable-output -passes='heap-to-stack<foo=1>' %s 2>&1 | FileCheck %s --check-prefix=UNKNOWN
; UNKNOWN: error: {{.*}}heap-to-stack: unknown parameter 'foo': expected one of max-size, guard-size, frame-budget, recursive-budget, clone-budget, limit
;
; RUN: not %opt -disable-output -passes='heap-to-stack<max-size>' %s 2>&1 | FileCheck %s --check-prefix=NOVALUE
; NOVALUE: error: {{.*}}heap-to-stack: parameter 'max-size' needs a value: 'max-size=N'
;
; RUN: not %opt -disable-output -passes='heap-to-stack<check=2>' %s 2>&1 | FileCheck %s --check-prefix=SWITCH
; SWITCH: error: {{.*}}heap-to-stack: invalid value '2' for 'check': expected a whole number from 0 to 1
;
; RUN: not %opt -disable-output -passes='heap-to-stack<max-size=>' %s 2>&1 | FileCheck %s --check-prefix=EMPTY
; EMPTY: error: {{.*}}heap-to-stack: invalid value '' for 'max-size'
;
; RUN: not %opt -disable-output -passes='heap-to-stack<guard-size=-1>' %s 2>&1 | FileCheck %s --check-prefix=NEGATIVE
; NEGATIVE: error: {{.*}}heap-to-stack: invalid value '-1' for 'guard-size': expected a whole number from 0 to
;
; RUN: not %opt -disable-output -passes='heap-to-stack<frame-budget=1073741825>' %s 2>&1 | FileCheck %s --check-prefix=LARGE
; LARGE: error: {{.*}}heap-to-stack: invalid value '1073741825' for 'frame-budget': expected a whole number from 0 to 1073741824
;
; RUN: not %opt -disable-output -passes='heap-to-stack<frame-budget=99999999999999999999999999999999>' %s 2>&1 | FileCheck %s --check-prefix=HUGE
; HUGE: error: {{.*}}heap-to-stack: invalid value '99999999999999999999999999999999' for 'frame-budget'
;
; 2^64 + 64
; RUN: not %opt -disable-output -passes='heap-to-stack<max-size=18446744073709551680>' %s 2>&1 | FileCheck %s --check-prefix=WRAP
; WRAP: error: {{.*}}heap-to-stack: invalid value '18446744073709551680' for 'max-size'
;
; RUN: not %opt -disable-output -passes='heap-to-stack<max-size=0x40>' %s 2>&1 | FileCheck %s --check-prefix=HEX
; HEX: error: {{.*}}heap-to-stack: invalid value '0x40' for 'max-size'
;
; RUN: not %opt -disable-output -passes='heap-to-stack<max-size= 64>' %s 2>&1 | FileCheck %s --check-prefix=SPACE
; SPACE: error: {{.*}}heap-to-stack: invalid value ' 64' for 'max-size'
;
; RUN: not %opt -disable-output -passes='heap-to-stack<max-size=64,guard-size=1>' %s 2>&1 | FileCheck %s --check-prefix=COMMA
; COMMA: {{error|unknown|invalid}}
;
; The second of two.
; RUN: not %opt -disable-output -passes='heap-to-stack<max-size=64;guard-size=x>' %s 2>&1 | FileCheck %s --check-prefix=SECOND
; SECOND: error: {{.*}}heap-to-stack: invalid value 'x' for 'guard-size'
;
; RUN: not %opt -disable-output -heap-to-stack-max-size=abc -passes='heap-to-stack' %s 2>&1 | FileCheck %s --check-prefix=OPTION
; OPTION: error: {{.*}}heap-to-stack: invalid value 'abc' for '{{.*}}max-size': expected a whole number from 0 to
;
; RUN: not %opt -disable-output -heap-to-stack-max-size= -passes='heap-to-stack' %s 2>&1 | FileCheck %s --check-prefix=OPTIONEMPTY
; OPTIONEMPTY: error: {{.*}}heap-to-stack: invalid value '' for '{{.*}}max-size'
;
; RUN: not %opt -disable-output -heap-to-stack-max-size=abc -passes='print<escape>' %s 2>&1 | FileCheck %s --check-prefix=OPTION
;
; Other names are none of ours.
; RUN: not %opt -disable-output -passes='heap-to-stacks' %s 2>&1 | FileCheck %s --check-prefix=NAME
; NAME: unknown pass name 'heap-to-stacks'
; RUN: not %opt -disable-output -passes='heap-to-stack<max-size=1' %s 2>&1 | FileCheck %s --check-prefix=OPEN
; OPEN: {{unknown|invalid}}
; RUN: not %opt -disable-output -passes='print<escapes>' %s 2>&1 | FileCheck %s --check-prefix=PRINTNAME
; PRINTNAME: unknown pass name 'print<escapes>'

define void @f() {
  ret void
}
