// SARIF 2.1.0: a rule per reason, a result per outcome, the flow as a codeFlow.
//
// RUN: cd %S
// RUN: %clang -O1 -g -fpass-plugin=%plugin -c -o /dev/null sarif.c -fsave-optimization-record \
// RUN:   -foptimization-record-file=%t.yaml
// RUN: %report --format sarif %t.yaml | python3 -m json.tool | FileCheck %s
// RUN: %report --format=json %t.yaml | python3 -m json.tool --compact | FileCheck --check-prefix=JSON %s
#include <stdlib.h>
int *global;
void kept(void) {
  int *p = malloc(24);
  global = p;
}
int moved(int n) {
  int *p = malloc(24);
  p[n] = n;
  n = p[n / 2];
  free(p);
  return n;
}
// CHECK: "version": "2.1.0"
// CHECK: "name": "Stackbound"
// CHECK: "id": "promoted"
// CHECK: "id": "stored-to-global"
// CHECK: "executionSuccessful": true
// CHECK: "ruleId": "stored-to-global"
// CHECK-NEXT: "ruleIndex": 3
// CHECK-NEXT: "level": "note"
// CHECK-NEXT: "message": {
// CHECK-NEXT: "text": "malloc of 24 bytes stays on the heap: stored to global 'global' at sarif.c:12:10"
// CHECK: "uri": "sarif.c"
// CHECK-NEXT: "uriBaseId": "SRCROOT"
// CHECK: "startLine": 11,
// CHECK-NEXT: "startColumn": 12
// CHECK: "occurrenceCount": 1
// CHECK: "codeFlows"
// CHECK: "text": "allocated here"
// CHECK: "startLine": 12,
// CHECK: "text": "stored to global 'global'"
// CHECK: "ruleId": "promoted"
// CHECK-NEXT: "ruleIndex": 0
// CHECK-NEXT: "kind": "pass"
// CHECK-NEXT: "level": "none"
// JSON: {"version":1,"tool":"stackbound-report","sites":[{"allocator":"malloc","at":{"file":"sarif.c","line":11,"column":12},"state":"kept",
// JSON-SAME: "summary":{"sites":2,"moved":1,"guarded":0,"mixed":0,"kept":1,"copies":2,"files":[{"file":"sarif.c","sites":2,"moved":1,"guarded":0,"mixed":0,"kept":1}],"reasons":[{"reason":"stored-to-global","sites":1,"copies":1}]},"problems":[]}
