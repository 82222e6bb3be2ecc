#!/bin/sh
# One program, compiled and run in every way that matters; all must print the same.
#
#     run.sh CLANG OPT PLUGIN COUNT SOURCE WORK [FLAG...]
#
# The reference is -O1 without the plugin. Against it: -O1, -O2 and -O3 with the plugin, and three
# programs in which AddressSanitizer was applied after the plugin (with stack-use-after-return on):
# the pass alone on unoptimised IR, the pass after SROA but before any inlining, and -O2. Between
# their passes the verifier runs.
#
# Prints the number of heap allocations at -O2, without and with the plugin:
# "allocations: 9 -> 1, fewer", or ", as many".
# CLANG and OPT may be several words; for C++ sources CLANG's last word gets "++". Flags that begin
# with -heap-to-stack- go to the plugin.
set -eu

clang=$1 opt=$2 plugin=$3 count=$4 source=$5 work=$6
shift 6
flags='' options=''
for flag; do
  case $flag in
  -heap-to-stack-*) options="$options $flag" ;;
  *) flags="$flags $flag" ;;
  esac
done
load="-fpass-plugin=$plugin"
# clang 19 reads -mllvm before it loads pass plugins.
[ -z "$options" ] || load="$load -Xclang -load -Xclang $plugin"
for option in $options; do
  load="$load -mllvm $option"
done
case $source in
*.cpp) clang=$clang++ ;;
esac
rm -rf "$work"
mkdir -p "$work"

fail() {
  echo "$*" >&2
  exit 1
}
[ -r "$count" ] || fail "run.sh: cannot read '$count', which counts allocations: was all built?"

# compile OUTPUT FLAG...: $clang and $flags are split into words on purpose.
compile() {
  output=$1
  shift
  # shellcheck disable=SC2086
  $clang -w -pthread $flags "$@" -o "$work/$output" || fail "$source: cannot compile $output: $*"
}

# run NAME: leaves the output and the exit status in NAME.out.
run() {
  status=0
  ASAN_OPTIONS=detect_stack_use_after_return=1:detect_leaks=0:symbolize=0:allocator_may_return_null=1 \
    "$work/$1" >"$work/$1.out" 2>"$work/$1.err" </dev/null || status=$?
  echo "exit status $status" >>"$work/$1.out"
}

# check NAME: the same as the reference?
check() {
  run "$1"
  cmp -s "$work/reference.out" "$work/$1.out" && return
  diff "$work/reference.out" "$work/$1.out" >&2 || :
  cat "$work/$1.err" >&2
  fail "$source: $1 differs from the reference"
}

# sanitized NAME PASSES: PASSES on the program's IR, then AddressSanitizer on the result.
sanitized() {
  # shellcheck disable=SC2086
  $opt $options -passes="$2" -verify-each -S -o "$work/$1.ll" "$work/program.ll" ||
    fail "$source: opt -passes='$2' failed"
  sed 's/^\(attributes #[0-9]* = {\)/\1 sanitize_address/' "$work/$1.ll" >"$work/$1.asan.ll"
  compile "$1" -O1 -fsanitize=address "$work/$1.asan.ll"
  check "$1"
}

# allocations PROGRAM
allocations() {
  rm -f "$work/$1.count"
  ALLOC_COUNT_OUT="$work/$1.count" LD_PRELOAD=$count "$work/$1" >"$work/$1.counted" 2>&1 </dev/null || :
  sed 's/^allocations=\([0-9]*\).*/\1/' "$work/$1.count" 2>/dev/null || :
}

# The source is parsed once: for C++ that is most of the work.
compile program.ll -O2 -Xclang -disable-llvm-passes -S -emit-llvm "$source"
program=$work/program.ll

compile reference -O1 "$program"
run reference
for level in -O1 -O2 -O3; do
  # shellcheck disable=SC2086
  compile "plugin$level" $level $load "$program"
  check "plugin$level"
done
sanitized alone heap-to-stack
sanitized after-sroa 'function(sroa),heap-to-stack'
sanitized whole 'default<O2>'

compile off-O2 -O2 "$program"
without=$(allocations off-O2)
with=$(allocations plugin-O2)
if [ "$with" -lt "$without" ]; then
  verdict=fewer
elif [ "$with" -eq "$without" ]; then
  verdict='as many'
else
  fail "$source: more allocations with the plugin: $without -> $with"
fi
echo "allocations: $without -> $with, $verdict"
