package=jq

prepare() {
  sed -e 's/\\/\\\\/g' -e 's/"/\\"/g' -e 's/^/"/' -e 's/$/\\n"/' "$src/src/builtin.jq" >builtin.inc
  # builtin.c includes it from its own folder.
  mkdir src
  mv builtin.inc src/
  echo '#define JQ_VERSION "1.6"' >src/version.h
  echo '#define JQ_VERSION "1.6"' >version.h
  {
    echo '#define _GNU_SOURCE 1'
    for feature in ALLOCA_H ISATTY MEMMEM MKSTEMP TIMEGM TM_TM_GMT_OFF STRPTIME STRFTIME GMTIME_R \
      GMTIME LOCALTIME_R GETTIMEOFDAY FREXP MODF LGAMMA_R PTHREAD_KEY_CREATE PTHREAD_ONCE ATEXIT \
      $(sed -n 's/^LIBM_D*A*(\([a-z0-9_]*\).*/\1/p' "$src/src/libm.h" |
        grep -v 'pow10\|significand\|drem\|gamma_r\|ldexp' | tr a-z A-Z); do
      echo "#define HAVE_$feature 1"
    done
  } >config.h
}

units() {
  for f in "$src"/src/*.c; do
    case $f in *inject_errors.c) continue ;; esac
    unit "src/$(basename "$f")" \
      "-include $gen/config.h -I$gen/src -I$gen -I$src/src -DIEEE_8087=1 -pthread"
  done
}

links() { link jq ./*.o -lm -lpthread; }

workload() {
  # The package's own tests; those of regular expressions need a library that is left out.
  run jq -L "$src/tests/modules" --run-tests "$src/tests/jq.test"
  awk 'BEGIN {
    for (i = 0; i < 3000; i++)
      printf "{\"id\": %d, \"name\": \"n%d\", \"tags\": [\"a%d\", \"b%d\"], \"ratio\": %.3f}\n",
        i, i * 7919 % 1009, i % 7, i % 11, i / 7 }' >records.json
  run jq -c -s 'group_by(.tags[0]) | map({tag: .[0].tags[0], n: length, sum: (map(.ratio) | add)})' records.json
  run jq -r 'select(.id % 500 == 0) | "\(.name) \(.tags | join("+")) \(.ratio | floor)"' records.json
  run jq -s 'map(.name) | unique | length' records.json
  run jq -c 'to_entries | map(.key |= ascii_upcase) | from_entries' records.json | cksum
  run jq . records.json | cksum
  run jq -n '[range(2000)] | map(. * .) | map(select(. % 3 == 1)) | add'
  run jq -n 'def f: if . < 2 then . else (. - 1 | f) + (. - 2 | f) end; 12 | f'
  run jq --stream -c . records.json | cksum
  run jq -n '"1 2" | error' 
  echo '{"a": [1, 2' >bad.json
  run jq . bad.json
  run jq '.a |' bad.json
}
