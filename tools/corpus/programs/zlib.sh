package=zlib

units() {
  for f in "$src"/*.c; do unit "$(basename "$f")" -DHAVE_UNISTD_H -D_LARGEFILE64_SOURCE=1; done
  unit test/example.c "-I$src"
  unit test/minigzip.c "-I$src"
  unit test/infcover.c "-I$src"
}

links() {
  # shellcheck disable=SC2046
  set -- $(ls ./*.o | grep -v 'example\|minigzip\|infcover')
  link example example "$@"
  link minigzip minigzip "$@"
  link infcover infcover "$@"
}

workload() {
  run example
  # Reports the memory that each stage took.
  run infcover
  cat "$src"/*.c >input
  for level in 1 6 9; do
    cp input data
    run minigzip -"$level" data
    cksum data.gz
    run minigzip -d data.gz
    cmp data input
  done
}
