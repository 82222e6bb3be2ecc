package=cmark

prepare() {
  cat >config.h <<'C'
#include <stdbool.h>
#define HAVE_STDBOOL_H
#define HAVE___BUILTIN_EXPECT
#define HAVE___ATTRIBUTE__
#define CMARK_ATTRIBUTE(list) __attribute__(list)
#define CMARK_INLINE inline
C
  cat >cmark_version.h <<'C'
#define CMARK_VERSION ((0 << 16) | (30 << 8) | 2)
#define CMARK_VERSION_STRING "0.30.2"
C
  echo '#define CMARK_EXPORT' >cmark_export.h
}

units() {
  for f in "$src"/src/*.c; do unit "src/$(basename "$f")" "-I$gen -I$src/src"; done
}

links() { link cmark ./*.o; }

workload() {
  cat "$src"/bench/samples/*.md "$src/test/spec.txt" >all.md
  for i in 1 2 3 4 5 6 7 8; do cat all.md; done >long.md
  for format in html xml man commonmark latex; do
    run cmark --to "$format" all.md
    run cmark --to "$format" --smart --sourcepos --unsafe "$src/test/regression.txt"
  done
  run cmark long.md | cksum
  run cmark --to commonmark --width 72 long.md | cksum
  run cmark --no-such-option
}
