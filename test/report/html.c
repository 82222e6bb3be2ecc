// The page without a browser: its parts, and that it needs nothing from elsewhere.
//
// RUN: split-file %s %t && cd %t
// RUN: %clang -O1 -g -fpass-plugin=%plugin -c -o a.o src/a.c -fsave-optimization-record \
// RUN:   -foptimization-record-file=a.opt.yaml
// RUN: %report --format html a.opt.yaml >page.html
// RUN: FileCheck %s <page.html
// RUN: not grep -E 'https?:|src=|@import|<link|url\(' page.html
//
// Elsewhere the sources are found from --source-dir, and without them the page is still complete.
// RUN: mkdir elsewhere && cd elsewhere
// RUN: %report --format html --source-dir .. ../a.opt.yaml | diff ../page.html -
// RUN: %report --format html ../a.opt.yaml | FileCheck --check-prefix=NO-SOURCE %s

// CHECK: <!DOCTYPE html>
// CHECK: default-src 'none'
// CHECK: <li><b>2</b>allocation sites</li>
// CHECK-NEXT: <li class="moved"><b>1</b>
// CHECK: <li class="kept"><b>1</b>
// CHECK: <tr><th scope="row">src/a.c</th><td class="count">2</td><td class="bar"><div><span class="moved" title="moved" style="width:50.00%"></span><span class="kept" title="kept" style="width:50.00%"></span></div></td></tr>
// CHECK: <tr><th scope="row">stored-to-global</th>
// CHECK: <tr class="kept"><td class="place code" data-key="0"><a href="#f1-4">src/a.c:4:12</a></td><td>malloc of 24 bytes</td>
// CHECK: <tr class="moved"><td class="place code" data-key="1"><a href="#f1-8">
// CHECK: <span class="line"><i>3</i>void kept(void) {</span><details class="site kept" id="f1-4"><summary class="line"><i>4</i>  int *p = malloc(24);</summary><div class="why">
// CHECK: <b>stays on the heap: stored to global &#39;global&#39; at src/a.c:5:10</b>
// CHECK: <ol class="flow">
// CHECK-NEXT: <li>stored to global &#39;global&#39; <span class="code"><a href="#f1-5">src/a.c:5:10</a></span></li>
// CHECK: </div></details><span class="line step" id="f1-5"><i>5</i>  global = p;</span>
// CHECK: <details class="site moved" id="f1-8">

// NO-SOURCE: The source was not found here
// NO-SOURCE: <details class="site kept" id="f1-4"><summary class="line"><i>4</i>malloc of 24 bytes</summary>

//--- src/a.c
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
