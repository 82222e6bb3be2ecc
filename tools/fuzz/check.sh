# shellcheck shell=sh disable=SC2154,SC2034
# Checks of one generated program; sourced by run and reduce.
#
# The caller sets: here, dir (scratch folder), src, lang (c or c++), heap (when not empty, local
# variables are moved to the heap first: heapify.awk), plugin22, plugin19, pass_flags (in
# place of the plugin's flags, may be empty), mode (quick or full), raw (where AddressSanitizer
# comes in: 0 behind -O2, 1 behind the pass as it is, 2 behind the pass run after -O3).
# known, when set, is a prefix of files that say what passed before; see is_known.
# Every command is noted in $dir/commands before it runs, so that a failure can be repeated.

CLANG22=${CLANG22:-clang-22}
CLANG19=${CLANG19:-clang-19}
OPT22=${OPT22:-opt-22}
ASAN_OPTIONS=detect_leaks=0:detect_stack_use_after_return=1:allocator_may_return_null=1
UBSAN_OPTIONS=print_stacktrace=1
MSAN_OPTIONS=allocator_may_return_null=1
export ASAN_OPTIONS UBSAN_OPTIONS MSAN_OPTIONS

note() { printf '%s\n' "$*" >> "$dir/commands"; }

# compile WHAT COMPILER ARGS...: a crash, a verifier failure and a refusal are all failures.
compile() {
  what=$1
  shift
  note "$*"
  "$@" > "$dir/cc.out" 2>&1 && return 0
  reason="$what: compiler failed: $(grep -m1 -iE 'error|assert|stack dump' "$dir/cc.out" || echo "no message")"
  return 1
}

# execute WHAT EXE: exit status and output must be the reference's.
execute() {
  note "$2 > $2.out"
  status=0
  (
    # Slots must not grow the stack; sanitizers make frames larger.
    case $2 in */opt) ulimit -s 1024 ;; esac
    exec timeout 20 "$2"
  ) > "$2.out" 2> "$2.err" || status=$?
  if [ "$status" != 0 ]; then
    reason="$1: exit status $status: $(grep -m1 -E 'ERROR: Add|WARNING: Mem|runtime error' "$2.err" || true)"
    return 1
  fi
  if ! cmp -s "$dir/ref.out" "$2.out"; then
    reason="$1: output differs from the reference"
    return 1
  fi
  leaks_no_more "$1" "$2"
}

# What is on the heap at the end, in a program under AddressSanitizer, is no more than without the
# pass: a free that was deleted with the object's own would show nowhere else.
# AddressSanitizer allocates its program's name: that has three letters, like `ref`.
leaks_no_more() {
  case $2 in */san) ;; *) return 0 ;; esac
  before=$(sed -n 's/^live //p' "$dir/ref.err") after=$(sed -n 's/^live //p' "$2.err")
  if [ -z "$before" ] || [ -z "$after" ] || [ "$after" -le "$before" ]; then return 0; fi
  reason="$1: $after bytes are never freed, $before in the reference"
  return 1
}

# is_known STAGE FILE.ll: has this very IR passed this stage before? Sets $sum for now_known.
is_known() {
  sum=
  [ -n "${known-}" ] || return 1
  sum="$1 $(sed '/^; ModuleID/d; /^source_filename/d' "$2" | cksum)"
  [ -f "$known.passed" ] && grep -qxF "$sum" "$known.passed"
}

# It has passed now.
now_known() { if [ -n "${known-}" ]; then echo "$1" >> "$known.passed"; fi; }

# What the checks compile: $input, in clang's language $as.
prepare_input() {
  input=$src as=$lang
  [ -n "$heap" ] || return 0
  compile "front end" "$CLANG22" -w -O1 -Xclang -disable-llvm-passes -S -emit-llvm -x "$lang" \
    $include "$src" -o "$dir/locals.ll" || return 1
  note "awk -f $here/heapify.awk $dir/locals.ll > $dir/input.ll"
  awk -f "$here/heapify.awk" "$dir/locals.ll" > "$dir/input.ll"
  input=$dir/input.ll as=ir
}

link_flags() { if [ "$lang" = c++ ]; then echo -lstdc++; fi; }

# The program without the pass: a failure here is the generator's fault.
check_reference() {
  status=0
  : > "$dir/commands"
  prepare_input || return 1
  if [ -n "${known-}" ] && [ -f "$known.out" ]; then
    cp "$known.out" "$dir/ref.out"
    cp "$known.err" "$dir/ref.err"
    return 0
  fi
  libs=$(link_flags)
  # shellcheck disable=SC2086
  compile reference "$CLANG22" -w -O0 -fsanitize=address,undefined -fno-sanitize-recover=undefined \
    -x "$as" "$input" -x none $libs -o "$dir/ref" || return 1
  note "$dir/ref > $dir/ref.out"
  status=0
  timeout 20 "$dir/ref" > "$dir/ref.out" 2> "$dir/ref.err" || status=$?
  if [ "$status" = 0 ]; then
    if [ -n "${known-}" ]; then cp "$dir/ref.out" "$known.out" && cp "$dir/ref.err" "$known.err"; fi
    return 0
  fi
  reason="reference: exit status $status: $(grep -m1 -E 'ERROR|runtime error' "$dir/ref.err" || true)"
  return 1
}

# The optimised program as users get it: one compilation to IR, code generated from that.
# check_optimised WHAT CLANG FLAGS...; leaves $dir/opt.ll.
check_optimised() {
  label=$1 cc=$2
  shift 2
  compile "$label" "$cc" -w "$@" -S -emit-llvm -x "$as" "$input" -o "$dir/opt.ll" || return 1
  if is_known run "$dir/opt.ll"; then return 0; fi
  new=$sum
  # shellcheck disable=SC2046
  compile "$label, code generation" "$cc" -w -O2 -Xclang -disable-llvm-passes "$dir/opt.ll" \
    $(link_flags) -o "$dir/opt" || return 1
  execute "$label" "$dir/opt" && now_known "$new"
}

# The IR after the pass, instrumented.  The pass leaves sanitize_address functions alone, so the
# attribute is added afterwards.  check_asan WHAT CLANG FILE.ll
check_asan() {
  if is_known asan "$3"; then return 0; fi
  new=$sum
  note "sed 's/^\\(attributes #[0-9]* = {\\)/\\1 sanitize_address/' $3 > $dir/asan.ll"
  sed 's/^\(attributes #[0-9]* = {\)/\1 sanitize_address/' "$3" > "$dir/asan.ll"
  # shellcheck disable=SC2046
  compile "$1" "$2" -w -O0 -fsanitize=address "$dir/asan.ll" $(link_flags) -o "$dir/san" || return 1
  execute "$1" "$dir/san" && now_known "$new"
}

# The same with MemorySanitizer: a slot that nobody filled holds what was there before.
check_msan() {
  if is_known msan "$3"; then return 0; fi
  new=$sum
  note "sed 's/^\\(attributes #[0-9]* = {\\)/\\1 sanitize_memory/' $3 > $dir/msan.ll"
  sed 's/^\(attributes #[0-9]* = {\)/\1 sanitize_memory/' "$3" > "$dir/msan.ll"
  # shellcheck disable=SC2046
  compile "$1" "$2" -w -O0 -fsanitize=memory "$dir/msan.ll" $(link_flags) -o "$dir/msan" || return 1
  execute "$1" "$dir/msan" && now_known "$new"
}

# front_end WHAT NAME FLAGS...: $dir/NAME.ll, which does not depend on the plugin.
front_end() {
  what=$1 name=$2
  shift 2
  if [ -n "${known-}" ] && [ -f "$known.$name.ll" ]; then
    cp "$known.$name.ll" "$dir/$name.ll"
    return 0
  fi
  compile "$what, front end" "$CLANG22" -w "$@" -S -emit-llvm -x "$as" "$input" -o "$dir/$name.ll" || return 1
  if [ -n "${known-}" ]; then cp "$dir/$name.ll" "$known.$name.ll"; fi
}

# The pass's own output: later optimisations could hide a dangling slot from AddressSanitizer.
check_raw_asan() {
  front_end raw raw -O2 -Xclang -disable-llvm-passes || return 1
  compile "raw" "$OPT22" -load-pass-plugin="$plugin22" -verify-each \
    -passes='cgscc(inline),function(sroa,early-cse<memssa>,simplifycfg),heap-to-stack' \
    -S "$dir/raw.ll" -o "$dir/raw2.ll" || return 1
  check_asan "raw, AddressSanitizer" "$CLANG22" "$dir/raw2.ll"
}

# The pass behind all others, as in a link-time backend: it sees vectors and merged stores.
check_late_asan() {
  front_end late late -O3 || return 1
  compile "late" "$OPT22" -load-pass-plugin="$plugin22" -verify-each -passes=heap-to-stack \
    -S "$dir/late.ll" -o "$dir/late2.ll" || return 1
  check_asan "late, AddressSanitizer" "$CLANG22" "$dir/late2.ll"
}

check_quick() {
  # shellcheck disable=SC2086
  check_optimised "-O2" "$CLANG22" -O2 $pass_flags || return 1
  case $raw in
  1) check_raw_asan ;;
  2) check_late_asan ;;
  *) check_asan "-O2, AddressSanitizer" "$CLANG22" "$dir/opt.ll" ;;
  esac
}

# Has the plugin option $1?  Older ones are tested, too.
has_option() {
  "$OPT22" -load-pass-plugin="$plugin22" -passes="heap-to-stack<$1=0>" -disable-output /dev/null 2> /dev/null
}

# Sets of options at their extremes, a line each.
option_sets() {
  cat << 'END'
max-size=1
max-size=1048576 frame-budget=1048576 recursive-budget=65536
guard-size=0
guard-size=16
guard-size=4096 frame-budget=65536
frame-budget=64
recursive-budget=4096
END
  if has_option clone-budget; then
    printf '%s\n' clone-budget=0 clone-budget=1000 \
      "clone-budget=1000 max-size=1048576 frame-budget=1048576 recursive-budget=65536"
  fi
}

check_options() {
  for level in -O1 -O2 -O3 -Os; do
    # shellcheck disable=SC2086
    check_optimised "$level" "$CLANG22" $level -g $pass_flags || return 1
    case $level in
    -O1 | -O2) check_asan "$level, AddressSanitizer" "$CLANG22" "$dir/opt.ll" || return 1 ;;
    -O3) check_msan "$level, MemorySanitizer" "$CLANG22" "$dir/opt.ll" || return 1 ;;
    esac
  done
  [ -z "$replaced" ] || return 0
  option_sets > "$dir/option-sets"
  while read -r options; do
    flags=
    for o in $options; do flags="$flags -mllvm -heap-to-stack-$o"; done
    # shellcheck disable=SC2086
    check_optimised "-O2$flags" "$CLANG22" -O2 $pass_flags $flags || return 1
    check_asan "-O2$flags, AddressSanitizer" "$CLANG22" "$dir/opt.ll" || return 1
  done < "$dir/option-sets"
  check_raw_asan && check_late_asan
}

check_llvm19() {
  [ -n "$plugin19" ] || return 0
  [ -z "$heap" ] || return 0 # the IR is LLVM 22's
  for level in -O1 -O2 -O3; do
    check_optimised "LLVM 19 $level" "$CLANG19" $level -fpass-plugin="$plugin19" || return 1
  done
  check_asan "LLVM 19, AddressSanitizer" "$CLANG19" "$dir/opt.ll"
}

check_full() { check_options && check_llvm19; }

# Does the program go wrong without the pass too?  Then it is no fault of ours.  In a folder of its
# own: the evidence of the failure stays as it is.
fails_without_pass() {
  saved=$reason kept=$dir found=1
  mkdir -p "$dir/plain"
  cp "$dir/ref.out" "$dir/ref.err" "$dir/plain/"
  dir=$dir/plain
  for level in -O1 -O2 -O3 -Os; do
    check_optimised "plain $level" "$CLANG22" $level || found=0
  done
  if [ "$mode" = full ]; then
    check_optimised "plain -O3" "$CLANG22" -O3 && check_msan "plain, MemorySanitizer" "$CLANG22" "$dir/opt.ll" || found=0
  fi
  if [ -n "$plugin19" ] && [ -z "$heap" ]; then check_optimised "plain LLVM 19" "$CLANG19" -O2 || found=0; fi
  dir=$kept reason=$saved
  rm -rf "$dir/plain"
  return $found
}
