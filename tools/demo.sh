#!/bin/sh
# The demonstration: builds the plugin, compiles tools/demo/words.c with it, shows what it said about
# each allocation beside the source, and compares the program with and without it.
set -eu
cd "$(dirname "$0")/.."
. tools/lib.sh

usage() {
  cat <<'TEXT'
usage: tools/demo.sh [--llvm N] [--runs N]

Builds Stackbound, compiles a small C program with it and without it, and prints the remarks beside
the source lines, the number of heap allocations of both programs, and their time.
As root on Debian 12 it installs the packages that are missing; elsewhere it names them and stops.

  --llvm N   the LLVM to use (22 or 19); otherwise the newest that is installed
  --runs N   how often each program is timed (default 11)
  --help     this text
TEXT
}

parse_arguments() {
  version=
  runs=11
  while [ $# -gt 0 ]; do
    case $1 in
      --help | -h) usage && exit 0 ;;
      --llvm)
        case " $supported_llvm " in
          *" ${2:-} "*) version=$2 && shift ;;
          *) die "--llvm takes one of: $supported_llvm" ;;
        esac
        ;;
      --runs)
        case ${2:-} in
          '' | *[!0-9]* | 0*) die "--runs takes a number" ;;
          *) runs=$2 && shift ;;
        esac
        ;;
      *) die "unknown argument $1 (see --help)" ;;
    esac
    shift
  done
}

# The newest LLVM that is completely installed; 22 when there is none.
choose_version() {
  [ -z "$version" ] || return 0
  for version in $supported_llvm; do
    # shellcheck disable=SC2046
    [ -n "$(missing_packages $(build_packages "$version"))" ] || return 0
  done
  version=22
}

# Compiles the program as $1, with the further flags $2...
compile() {
  program=$1
  shift
  "$clang" -O2 -g "$@" -o "$out/$program" "$source"
}

count_allocations() {
  rm -f "$out/count"
  ALLOC_COUNT_OUT=$out/count LD_PRELOAD=$PWD/$tree/alloc_count.so "$out/$1" "$out/input" >/dev/null
  sed -n 's/allocations=\([0-9]*\).*/\1/p' "$out/count"
}

# Microseconds that one run of program $1 takes.
time_run() {
  before=$(date +%s%N)
  "$out/$1" "$out/input" >/dev/null
  after=$(date +%s%N)
  echo $(((after - before) / 1000))
}

# The runs of both programs take turns, so that a change of the machine's speed meets both.
time_both() {
  rm -f "$out/heap.times" "$out/stack.times"
  i=0
  while [ $i -lt "$runs" ]; do
    time_run heap >>"$out/heap.times"
    time_run stack >>"$out/stack.times"
    i=$((i + 1))
  done
}

median() { sort -n "$1" | sed -n "$((runs / 2 + 1))p"; }

compare() {
  "$out/heap" "$out/input" >"$out/heap.out"
  "$out/stack" "$out/input" >"$out/stack.out"
  cmp "$out/heap.out" "$out/stack.out" || die "the programs' outputs differ"
  say "Output of both programs, on $(wc -c <"$out/input") bytes of text:"
  sed 's/^/    /' "$out/stack.out"
  time_both
  awk -v heap="$(count_allocations heap)" -v stack="$(count_allocations stack)" \
    -v slow="$(median "$out/heap.times")" -v fast="$(median "$out/stack.times")" \
    -v runs="$runs" 'BEGIN {
      printf "\n%24s %18s %18s\n", "", "without Stackbound", "with Stackbound"
      printf "%-24s %18d %18d\n", "heap allocations", heap, stack
      printf "%-24s %15.1f ms %15.1f ms\n", "time, median of " runs, slow / 1000, fast / 1000
      printf "%-24s %18s %18.2f\n", "time, ratio", "1.00", fast / slow
    }'
}

parse_arguments "$@"
choose_version
# shellcheck disable=SC2046 # a list of names
require_packages $(build_packages "$version")

say "== Building the plugin with LLVM $version"
build_plugin "$version" Stackbound alloc_count || die "the plugin does not build"

tree=$(build_dir "$version")
out=$tree/demo
source=tools/demo/words.c
clang=$(llvm_prefix "$version")/bin/clang
plugin=$tree/Stackbound.so
mkdir -p "$out"
i=0
while [ $i -lt 600 ]; do
  cat LICENSE
  i=$((i + 1))
done >"$out/input"

say "== clang-$version -O2 -g -fpass-plugin=$plugin -Rpass=heap-to-stack -Rpass-missed=heap-to-stack $source"
compile heap
compile stack -fpass-plugin="$plugin" -Rpass=heap-to-stack -Rpass-missed=heap-to-stack \
  -fno-caret-diagnostics -fno-color-diagnostics 2>"$out/remarks" || {
  cat "$out/remarks"
  die "$source does not compile with the plugin"
}
say ""
awk -f tools/demo/annotate.awk "$out/remarks" "$source"
say ""
say "    + moved to the stack   - stays on the heap"
say ""
say "== Running it without and with the plugin"
compare
