package=mujs

# one.c is the amalgamation.
units() {
  for f in "$src"/js*.c "$src"/utf*.c "$src/regexp.c" "$src/main.c" "$src/pp.c"; do
    unit "$(basename "$f")" -std=c99
  done
  unit one.c -std=c99
}

links() {
  # shellcheck disable=SC2046
  link mujs $(ls ./*.o | grep -v '/pp\.o$\|/one\.o$') -lm
  # shellcheck disable=SC2046
  link mujs-pp $(ls ./*.o | grep -v '/main\.o$\|/one\.o$') -lm
  link mujs-one main one -lm
}

workload() {
  cp "$here/drivers/work.js" .
  run mujs work.js
  run mujs-one work.js
  run mujs-pp -m work.js
  run mujs-pp work.js | cksum
  echo 'throw new Error("as expected")' >throw.js
  run mujs throw.js
  echo 'var = ;' >bad.js
  run mujs bad.js
}
