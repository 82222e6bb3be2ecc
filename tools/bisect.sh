#!/bin/sh
# Finds the one promotion that breaks a program; see usage().
set -eu
here=$(cd "$(dirname "$0")" && pwd)

usage() {
  cat <<'TEXT'
usage: tools/bisect.sh [options] BUILD_CMD TEST_CMD

Finds the one object whose move to the stack makes TEST_CMD fail, and prints its remark and what the
move changes in the IR, which is all that was done with the object's pointers.

BUILD_CMD builds everything anew with the compilers $CC and $CXX from the environment: those are
wrappers that load the plugin and limit the number of objects that are moved. TEST_CMD exits with 0
when the program works. Both are run by the shell in the current folder:

    tools/bisect.sh 'make clean all CC="$CC" CXX="$CXX"' ./run-tests

The limit counts in each file by itself, so first the file is found, then the object. One compiler
command per source file, please: files that are named in one command are one unit.

A build that cannot use the wrappers (link-time optimisation, another driver) loads the plugin by
itself and passes on  -mllvm -heap-to-stack-limit=$STACKBOUND_LIMIT.  Then this limit is all that is
searched. With several modules it is the same in each, and the objects of that number in all of them
are named; add -Rpass=heap-to-stack to see them. lld reads -Wl,-mllvm, before it loads plugins, and
knows the option only when the plugin is in LD_PRELOAD as well.

  --plugin FILE   default: Stackbound.so in build/ beside tools/
  --cc COMPILER   what $CC calls (default clang-22)
  --cxx COMPILER  what $CXX calls (default clang++-22)
  --keep DIR      keep the logs of all builds and tests in DIR
  --help          this text

Exit status: 0 when the object was found, 1 when there is none to find (the test passes with all
moves, or fails without any), 2 when something else is wrong.
TEXT
}

say() { printf '%s\n' "$*"; }
die() { printf 'bisect.sh: %s\n' "$*" >&2; exit 2; }
no_answer() { printf 'bisect.sh: %s\n' "$*" >&2; exit 1; }

plugin=$here/../build/Stackbound.so cc=clang-22 cxx=clang++-22 work=
while [ $# -gt 0 ]; do
  case $1 in
    --help | -h) usage && exit 0 ;;
    --plugin | --cc | --cxx | --keep)
      [ $# -ge 2 ] || die "$1 needs a value"
      case $1 in
        --plugin) plugin=$2 ;;
        --cc) cc=$2 ;;
        --cxx) cxx=$2 ;;
        --keep) work=$2 ;;
      esac
      shift
      ;;
    --*) die "unknown option $1 (see --help)" ;;
    *) break ;;
  esac
  shift
done
[ $# -eq 2 ] || die "a build command and a test command are needed (see --help)"
build_command=$1 test_command=$2
[ -f "$plugin" ] || die "no plugin at $plugin: build it, or name it with --plugin"
plugin=$(cd "$(dirname "$plugin")" && pwd)/$(basename "$plugin")
if [ -n "$work" ]; then
  mkdir -p "$work"
  work=$(cd "$work" && pwd)
else
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  trap 'exit 130' INT TERM
fi

# --- The wrappers ----------------------------------------------------------------------------------

# clang 19 reads -mllvm before it loads pass plugins: there it has to load the plugin early as well.
# (It takes the unknown option for -help, and succeeds.)
plugin_flags() {
  for early in "" "-Xclang -load -Xclang $plugin"; do
    rm -f "$work/probe.o"
    # shellcheck disable=SC2086 # a list of flags
    "$1" $early -fpass-plugin="$plugin" -mllvm -heap-to-stack-limit=0 -O1 -x c -c /dev/null \
      -o "$work/probe.o" >"$work/probe" 2>&1 || continue
    if [ -f "$work/probe.o" ]; then
      say "$early -fpass-plugin=$plugin"
      return
    fi
  done
  head -n 20 "$work/probe" >&2
  die "$1 cannot load $plugin"
}

# $work/limits has a line `LIMIT FILE` for each file whose limit is not $STACKBOUND_REST.
write_wrapper() {
  cat >"$work/$1" <<TEXT
#!/bin/sh
work='$work' compiler='$2' flags='$3'
TEXT
  cat >>"$work/$1" <<'TEXT'
unit=
for argument; do
  case $argument in
    -E | -M | -MM) exec "$compiler" "$@" ;;
    -*) ;;
    *.c | *.cc | *.cpp | *.cxx | *.C | *.c++ | *.m | *.mm | *.ll | *.bc | *.i | *.ii)
      case $argument in /*) path=$argument ;; *) path=$PWD/$argument ;; esac
      unit="$unit${unit:+ }$path"
      ;;
  esac
done
[ -n "$unit" ] || exec "$compiler" "$@"
printf '%s\n' "$unit" >>"$work/units.now"
limit=$(UNIT=$unit awk '{ n = $1; sub(/^[0-9]+ /, "") } $0 == ENVIRON["UNIT"] { print n; exit }' "$work/limits")
log=$work/remarks/$(printf '%s' "$unit" | tr -c 'A-Za-z0-9\n' _)
code=0
"$compiler" $flags "$@" -mllvm -heap-to-stack-limit="${limit:-$STACKBOUND_REST}" \
  -Rpass=heap-to-stack -Rpass-analysis=heap-to-stack 2>"$log.$$" || code=$?
cat "$log.$$" >&2
mv "$log.$$" "$log"
if [ -n "${STACKBOUND_IR-}" ]; then
  "$compiler" $flags "$@" -mllvm -heap-to-stack-limit="${limit:-$STACKBOUND_REST}" -S -emit-llvm \
    -fno-discard-value-names -mllvm -print-after=heap-to-stack -o /dev/null 2>"$log.ir" || :
fi
exit $code
TEXT
  chmod +x "$work/$1"
}

# --- One try ---------------------------------------------------------------------------------------

tries=0 all=4294967295 change_lines=200

# Builds with what $work/limits says, $1 for all other files, and $2 as STACKBOUND_LIMIT; true when
# the test passes.
try() {
  tries=$((tries + 1))
  rm -rf "$work/remarks" "$work/units.now"
  mkdir -p "$work/remarks"
  : >"$work/units.now"
  code=0
  (
    CC=$work/cc CXX=$work/cxx STACKBOUND_REST=$1 STACKBOUND_LIMIT=$2
    export CC CXX STACKBOUND_REST STACKBOUND_LIMIT
    eval "$build_command"
  ) >"$work/build.$tries" 2>&1 </dev/null || code=$?
  cp "$work/build.$tries" "$work/build.last"
  if [ $code -ne 0 ]; then
    tail -n 20 "$work/build.$tries" >&2
    die "the build command failed with exit code $code"
  fi
  code=0
  (eval "$test_command") >"$work/test.$tries" 2>&1 </dev/null || code=$?
  say "$tries: $3: $([ $code -eq 0 ] && echo works || echo "fails ($code)")"
  return $code
}

log_of() { say "$work/remarks/$(printf '%s' "$1" | tr -c 'A-Za-z0-9\n' _)"; }
count_moved() { grep -c 'moved to the stack.*\[-Rpass=heap-to-stack\]' "$1" || true; }
unit() { sed -n "$1p" "$work/units"; }

# Limits for "units 1 to $1 - 1 all, unit $1 $2 objects, the others none".
set_limits() {
  : >"$work/limits"
  n=1
  while [ $n -lt "$1" ]; do
    printf '%s %s\n' $all "$(unit $n)" >>"$work/limits"
    n=$((n + 1))
  done
  [ "$1" -eq 0 ] || printf '%s %s\n' "$2" "$(unit "$1")" >>"$work/limits"
}

# --- The search ------------------------------------------------------------------------------------

# The first unit with which the test fails, all earlier ones being complete: in $found.
find_unit() {
  low=0 high=$(wc -l <"$work/units")
  while [ $((high - low)) -gt 1 ]; do
    middle=$(((low + high) / 2))
    set_limits $middle $all
    if try 0 0 "files 1 to $middle of $(wc -l <"$work/units")"; then low=$middle; else high=$middle; fi
  done
  found=$high
}

# The first object of unit $found with which the test fails, in $number.
find_object() {
  set_limits "$found" $all
  try 0 0 "all objects of $(basename "$(unit "$found")")" && no_answer "this failed before: the test is not reliable"
  low=0 high=$(count_moved "$(log_of "$(unit "$found")")")
  while [ $((high - low)) -gt 1 ]; do
    middle=$(((low + high) / 2))
    set_limits "$found" $middle
    if try 0 0 "objects 1 to $middle of $(basename "$(unit "$found")")"; then low=$middle; else high=$middle; fi
  done
  number=$high
}

# Without the wrappers: the least limit with which the test fails, in $number.
find_limit() {
  low=0 high=1
  while try $high $high "limit $high"; do
    low=$high high=$((high * 2))
    [ $high -lt $all ] || no_answer "the test passes with every limit: does the build pass on -heap-to-stack-limit=\$STACKBOUND_LIMIT?"
  done
  while [ $((high - low)) -gt 1 ]; do
    middle=$(((low + high) / 2))
    if try $middle $middle "limit $middle"; then low=$middle; else high=$middle; fi
  done
  number=$high
}

# --- The answer ------------------------------------------------------------------------------------

moved_lines() { grep 'moved to the stack.*\[-Rpass=heap-to-stack\]' "$1" | sort; }

# Prints the remark that is in log $2 but not in $1, with the lines of source that follow it.
print_new_remark() {
  moved_lines "$1" >"$work/moved.before" || true
  moved_lines "$2" >"$work/moved.after" || true
  comm -13 "$work/moved.before" "$work/moved.after" | while read -r remark; do
    REMARK=$remark awk '$0 == ENVIRON["REMARK"] { on = 1; print; next } /(remark|warning|error|note):/ { on = 0 } on' "$2"
  done
}

# The bodies of functions, without what is numbered through the module.
bodies() {
  sed -n '/^define/,/^}/p' "$1" |
    sed '/^ *#dbg_/d; s/, ![a-z._]* ![0-9]*//g; s/ #[0-9]*\( {\)*$/\1/; s/ ![a-z._]* ![0-9]*//g'
}

# What the pass did with the object.
print_change() {
  bodies "$1" >"$work/bodies.before"
  bodies "$2" >"$work/bodies.after"
  say ""
  say "What moving it changes in the IR:"
  diff -U 8 "$work/bodies.before" "$work/bodies.after" | tail -n +3 | sed "$change_lines q"
}

print_object() {
  name=$(unit "$found")
  STACKBOUND_IR=yes
  export STACKBOUND_IR
  set_limits "$found" $((number - 1))
  try 0 0 "again without object $number" || no_answer "this passed before: the test is not reliable"
  cp "$(log_of "$name")" "$work/before"
  cp "$(log_of "$name").ir" "$work/before.ir"
  set_limits "$found" "$number"
  if try 0 0 "again with object $number"; then no_answer "this failed before: the test is not reliable"; fi
  cp "$(log_of "$name")" "$work/after"
  say ""
  say "Object $number of $name:"
  print_new_remark "$work/before" "$work/after"
  print_change "$work/before.ir" "$(log_of "$name").ir"
  say ""
  say "Build $name with -mllvm -heap-to-stack-limit=$number to look further."
}

write_wrapper cc "$cc" "$(plugin_flags "$cc")"
write_wrapper cxx "$cxx" "$(plugin_flags "$cc")"
: >"$work/limits"

if try $all $all "all objects"; then
  no_answer "the test passes with all objects moved: nothing to find"
fi
sort -u "$work/units.now" >"$work/units"
if ! try 0 0 "no object"; then
  no_answer "the test fails without any object moved: it is not this pass"
fi
if [ -s "$work/units" ]; then
  find_unit
  find_object
  print_object
else
  say "The build did not use \$CC or \$CXX: searching with STACKBOUND_LIMIT."
  find_limit
  try $((number - 1)) $((number - 1)) "limit $((number - 1)) again" || no_answer "the test is not reliable"
  cp "$work/build.last" "$work/before"
  if try "$number" "$number" "limit $number again"; then no_answer "the test is not reliable"; fi
  say ""
  say "Object $number (-heap-to-stack-limit=$number):"
  print_new_remark "$work/before" "$work/build.last"
fi
