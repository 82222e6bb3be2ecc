#!/bin/sh
# The test command: installs what is missing, builds the plugin for every supported LLVM, runs all
# tests and ends with the line `N passed, M failed`. See usage().
set -eu
cd "$(dirname "$0")/.."
. tools/lib.sh

usage() {
  cat <<'TEXT'
usage: tools/test.sh [--llvm N] [--lit-only] [--sanitize] [FILTER]

Builds Stackbound and runs its tests, and ends with the line `N passed, M failed`.
As root on Debian 12 it installs the packages that are missing; elsewhere it names them and stops.

  --llvm N    only with LLVM N (22 or 19); may be repeated. Otherwise: both where they are installed
              or can be; with CI=true in the environment both are required.
  --lit-only  only the lit tests: not the source checks, the demo, the corpus and the fuzzer
  --sanitize  only the lit tests of LLVM 22, with the plugin itself under AddressSanitizer and UBSan
  FILTER      a regular expression: run the lit tests whose path matches, and nothing else
  --help      this text
TEXT
}

# --- Counting --------------------------------------------------------------------------------------
passed=0
failed=0
skipped=0

# Runs the command $2.. as one test called $1. Its output is shown when it fails; 77 means skipped.
check() {
  name=$1
  shift
  output=build/check.log
  mkdir -p build
  start=$(date +%s)
  code=0
  "$@" >"$output" 2>&1 || code=$?
  seconds=$(($(date +%s) - start))
  case $code in
    0) passed=$((passed + 1)) && say "ok: $name (${seconds} s)" ;;
    77) skipped=$((skipped + 1)) && say "skipped: $name: $(tail -n 1 "$output")" ;;
    *)
      failed=$((failed + 1))
      cat "$output"
      say "FAILED: $name (exit code $code, ${seconds} s)"
      ;;
  esac
}

finish() {
  summary="$passed passed, $failed failed"
  [ "$skipped" -eq 0 ] || summary="$summary, $skipped skipped"
  say ""
  say "$summary"
  [ "$failed" -eq 0 ] || exit 1
  exit 0
}

# --- lit -------------------------------------------------------------------------------------------

count_results() {
  # lit's results file has one line `"code": "PASS",` per test.
  grep -c "\"code\": \"\($1\)\"" "$results" || true
}

# Runs the lit tests of build tree $1 and adds their results up.
run_lit() {
  results=$1/test/results.json
  rm -f "$results"
  code=0
  if [ -n "$filter" ]; then
    $lit -sv --show-unsupported --no-progress-bar -j "$(processors)" -o "$results" --filter "$filter" "$1/test" || code=$?
  else
    $lit -sv --show-unsupported --no-progress-bar -j "$(processors)" -o "$results" "$1/test" || code=$?
  fi
  if [ ! -f "$results" ]; then
    failed=$((failed + 1))
    return
  fi
  bad=$(count_results 'FAIL\|XPASS\|UNRESOLVED\|TIMEOUT')
  # lit that failed without a failing test (a broken configuration, no tests) is a failure, too.
  [ "$code" -eq 0 ] || [ "$bad" -gt 0 ] || bad=1
  passed=$((passed + $(count_results 'PASS\|XFAIL\|FLAKYPASS')))
  failed=$((failed + bad))
  skipped=$((skipped + $(count_results 'UNSUPPORTED\|SKIPPED')))
}

# --- Checks of the sources and of the build ----------------------------------------------------------

# ThinLTO runs the pass in several threads of one process, so its C code has no writable statics.
# Constant tables of pointers are in .data.rel.ro, which is read-only once it is relocated.
no_writable_statics() {
  objects=$(find "$1/CMakeFiles/Stackbound.dir/pass" -name '*.c.o')
  [ -n "$objects" ] || {
    say "no objects found in $1"
    return 1
  }
  # shellcheck disable=SC2086 # a list of names
  writable=$("$(llvm_prefix "$2")/bin/llvm-objdump" -t $objects | awk -F '\t' '
    /file format/ { file = $0; sub(/:.*/, "", file) }
    NF == 2 {
      n = split($1, left, " ")
      section = left[n]
      if (section ~ /^\.data\.rel\.ro/) next
      if (section ~ /^(\.data|\.bss|\.tdata|\.tbss|\*COM\*)/ && left[n - 1] != "d")
        print file ": " section ": " $2
    }')
  [ -z "$writable" ] || {
    say "$writable"
    return 1
  }
}

# tools/fuzz keeps its tables of program text as they are.
formatted() {
  # shellcheck disable=SC2046 # file names without spaces
  clang-format-22 --dry-run -Werror $(find include pass test/unit tools/check tools/count tools/demo tools/report tools/bench \
    \( -name '*.c' -o -name '*.h' -o -name '*.cpp' \) 2>/dev/null) 2>&1 |
    sed -n 's/:.*-Wclang-format-violations.*/: run clang-format-22 -i/p' | sort -u >build/format
  cat build/format
  [ ! -s build/format ]
}

# The README's tables of options and reasons have a row for each that the pass knows.
documented() {
  sed -n 's/^SB_REASON([A-Z_]*, "\([^"]*\)".*/\1/p; s/^SB_[A-Z_]*OPTION([a-z_]*, "\([^"]*\)".*/\1/p' \
    include/reasons.def include/options.def >build/words
  [ -s build/words ] || return 1
  missing=
  while read -r word; do
    grep -q "^| \`$word\` |" README.md || missing="$missing $word"
  done <build/words
  [ -z "$missing" ] || {
    say "README.md has no row for:$missing"
    return 1
  }
}

# The demo works, and has something to show.
run_demo() {
  tools/demo.sh --runs 1 --llvm "$1" || return 1
  remarks=$(build_dir "$1")/demo/remarks
  cat "$remarks"
  grep -q 'moved to the stack' "$remarks" && grep -q 'stays on the heap' "$remarks"
}

# What the installed packages of LLVM $1 are asked to do, from the system's own places.
use_packages() {
  STACKBOUND_LLVM=$1
  export STACKBOUND_LLVM
  stackbound-cc --stackbound-info | grep "^plugin: /usr/lib/stackbound/llvm-$1/Stackbound.so$" &&
    stackbound-cc -O2 -Rpass=heap-to-stack tools/demo/words.c -o "$2/words" 2>&1 | grep 'moved to the stack' &&
    pkg-config --exists "stackbound-llvm-$1" &&
    [ -e "$(pkg-config --variable=plugin stackbound)" ]
}

# Makes the Debian packages, installs them on this system, and removes them.
run_packages() {
  packages_dir=$(build_dir "$1")/packages
  rm -rf "$packages_dir"
  cpack -G DEB --config "$(build_dir "$1")/CPackConfig.cmake" -B "$packages_dir" || return 1
  # Dependencies may have come from another source of packages.
  dpkg -i --force-depends "$packages_dir"/*.deb || return 1
  code=0
  (use_packages "$1" "$packages_dir") || code=1
  dpkg -r --force-depends stackbound "stackbound-llvm-$1" || code=1
  return $code
}

# Only where that disturbs nobody: not on a developer's machine.
can_install_packages() {
  [ "${CI:-}" = true ] && [ "$(id -u)" -eq 0 ] && on_debian_12 && [ ! -e /usr/bin/stackbound-cc ]
}

# Real programs. Belongs to tools/corpus: runs only where that is present.
run_corpus() { timeout 2400 tools/corpus/run --quick; }

# All benchmark kernels in all forms: the same results, and files that are well-formed.
run_bench() { tools/bench/run --quick --llvm "$1"; }

# Random programs. Belongs to tools/fuzz: runs only where that is present.
run_fuzz() { timeout 1200 tools/fuzz/run --quick --no-reduce --count "$fuzz_seeds"; }

# Modules that no front end would write, and csmith's programs where it is installed.
run_fuzz_ir() { timeout 600 tools/fuzz/ir --count "$fuzz_seeds"; }
run_csmith() { timeout 600 tools/fuzz/run --quick --no-reduce --mode csmith --seed "$(date +%s)" --count 10; }

# Each rule that a test build can leave out has a place in the pass where it is.
rules_have_hooks() {
  sed -n 's/^SB_RULE(\([A-Z_]*\),.*/\1/p' include/rules.def >build/rules
  [ -s build/rules ] || return 1
  while read -r rule; do
    grep -q "SB_BROKEN($rule)" pass/*.c || {
      say "no SB_BROKEN($rule) in pass/"
      return 1
    }
  done <build/rules
}

# --- Which versions ----------------------------------------------------------------------------------

# What the tests need whatever the LLVM version: lit comes with LLVM 22's tools.
common_packages="python3 python3-psutil llvm-22-tools clang-format-22 xz-utils make patch pkg-config"

test_packages() {
  echo "$(build_packages "$1") llvm-$1-tools lld-$1 libclang-rt-$1-dev"
}

# Sets $versions to what can be tested. Where packages can be installed, or must be there, that is
# every supported version; elsewhere those that are complete.
choose_versions() {
  [ -z "$versions" ] || return 0
  if [ "${CI:-}" = true ] || [ -z "$(why_not_install)" ]; then
    versions=$supported_llvm
    return
  fi
  for v in $supported_llvm; do
    # shellcheck disable=SC2046
    if [ -z "$(missing_packages $(test_packages "$v"))" ]; then
      versions="$versions $v"
    else
      say "LLVM $v is not tested: it is not (completely) installed"
    fi
  done
  [ -n "$versions" ] || versions=22
}

parse_arguments() {
  versions=
  filter=
  lit_only=
  sanitize=
  while [ $# -gt 0 ]; do
    case $1 in
      --help | -h) usage && exit 0 ;;
      --lit-only) lit_only=yes ;;
      --sanitize) sanitize=yes ;;
      --llvm)
        case " $supported_llvm " in
          *" ${2:-} "*) versions="$versions $2" && shift ;;
          *) die "--llvm takes one of: $supported_llvm" ;;
        esac
        ;;
      -*) die "unknown option $1 (see --help)" ;;
      *)
        [ -z "$filter" ] || die "only one filter can be given (see --help)"
        filter=$1
        ;;
    esac
    shift
  done
}

# --- The run -----------------------------------------------------------------------------------------

# The plugin with AddressSanitizer and UBSan in it.
build_sanitized() {
  cmake --preset sanitize && cmake --build build-sanitize -j "$(processors)" --target all unit-tests
}

test_version() {
  tree=$(build_dir "$1")
  say "== LLVM $1: building in $tree"
  failed_before=$failed
  check "build with LLVM $1" build_plugin "$1" all unit-tests
  [ "$failed" -eq "$failed_before" ] || return 0
  say "== LLVM $1: lit"
  run_lit "$tree"
  [ -z "$lit_only$filter" ] || return 0
  check "no writable statics (LLVM $1)" no_writable_statics "$tree" "$1"
  check "demo (LLVM $1)" run_demo "$1"
  check "benchmark kernels (LLVM $1)" run_bench "$1"
  ! can_install_packages || check "Debian packages (LLVM $1)" run_packages "$1"
}

test_project() {
  say "== The project"
  check "formatting" formatted
  check "README tables" documented
  if [ -x tools/corpus/run ]; then check "corpus, quick subset" run_corpus; fi
  check "rules that can be left out" rules_have_hooks
  if [ -x tools/fuzz/run ]; then
    check "fuzzer, $fuzz_seeds seeds" run_fuzz
    check "fuzzer, $fuzz_seeds modules" run_fuzz_ir
    if command -v csmith >/dev/null; then check "csmith, 10 programs" run_csmith; fi
  fi
}

# A second run on a developer's machine is to be quick.
fuzz_seeds=40
[ "${CI:-}" != true ] || fuzz_seeds=200

parse_arguments "$@"
[ -z "$sanitize" ] || versions=22
choose_versions
packages=$common_packages
for v in $versions; do
  packages="$packages $(test_packages "$v")"
done
# The test of the HTML report in a browser runs where there is one: its package is large.
[ "${CI:-}" != true ] || packages="$packages chromium-headless-shell"
# shellcheck disable=SC2086 # a list of names
require_packages $packages
lit=$(llvm_prefix 22)/bin/lit

if [ -n "$sanitize" ]; then
  check "build with sanitizers" build_sanitized
  run_lit build-sanitize
  finish
fi
for v in $versions; do
  test_version "$v"
done
[ -n "$lit_only$filter" ] || test_project
finish
