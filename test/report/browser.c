// The page in a browser: what its script does, that nothing is refused or fails, and nothing is fetched.
//
// REQUIRES: chromium
// RUN: rm -rf %t && mkdir -p %t/profile
// RUN: cd %S
// RUN: %clang -O1 -g -fpass-plugin=%plugin -c -o %t/a.o browser.c -fsave-optimization-record \
// RUN:   -foptimization-record-file=%t/a.opt.yaml
// RUN: %report --format html -o %t/page.html %t/a.opt.yaml
//
// A link to an allocation opens it.
// RUN: %chromium --user-data-dir=%t/profile --dump-dom --enable-logging=stderr \
// RUN:   "file://%t/page.html#f1-32" >%t/dom 2>%t/log
// RUN: FileCheck %s <%t/dom
// RUN: not grep CONSOLE %t/log
//
// Sorting by size of copies, twice, and filtering; what is left goes to the title.
// RUN: sed 's#</body>#<script>{const sort = document.querySelectorAll("\#sites th button")[2]; sort.click(); sort.click(); \
// RUN:   const text = document.getElementById("text"); text.value = "malloc"; text.dispatchEvent(new Event("input")); \
// RUN:   document.title = [...document.querySelectorAll("\#sites tbody tr")].filter((row) => !row.hidden) \
// RUN:   .map((row) => row.cells[0].textContent).join(" ");}</script></body>#' %t/page.html >%t/sorted.html
// RUN: %chromium --user-data-dir=%t/profile --dump-dom --enable-logging=stderr file://%t/sorted.html >%t/dom 2>%t/log
// RUN: FileCheck --check-prefix=SORTED %s <%t/dom
// RUN: not grep CONSOLE %t/log
//
// It can be painted.
// RUN: %chromium --user-data-dir=%t/profile --screenshot=%t/page.png --window-size=1000,1500 \
// RUN:   file://%t/page.html 2>/dev/null
// RUN: test -s %t/page.png
#include <stdlib.h>
int *global;
int *kept(int n) {
  int *p = malloc(24);
  global = p;
  return global + n;
}
int moved(int n) {
  int *p = malloc(24);
  p[n] = n;
  n = p[n / 2];
  free(p);
  return n;
}
int zeroed(int n) {
  int *p = calloc(6, 4);
  p[n] = n;
  n = p[n / 2];
  free(p);
  return n;
}
// CHECK: <details class="site kept" id="f1-32" open="">
// CHECK: stored to global
// CHECK: <details class="site moved" id="f1-37">
// SORTED: <title>browser.c:32:12 browser.c:37:12</title>
