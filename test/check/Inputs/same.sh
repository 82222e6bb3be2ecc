#!/bin/sh
# same.sh CLANG LIBRARY PLUGIN WORK FOLDER SOURCE...: each program prints the same without the plugin,
# in checked mode and with STACKBOUND_CHECK=protect. All must have slots that are checked.
set -eu
clang=$1 library=$2 plugin=$3 work=$4 folder=$5
shift 5
here=${0%/*}
rm -rf "$work"
mkdir -p "$work"

# run NAME
run() {
  status=0
  "$work/${1%-*}" >"$work/$1.out" 2>"$work/$1.err" </dev/null || status=$?
  echo "exit status $status" >>"$work/$1.out"
}

for source; do
  compiler=$clang
  case $source in
    *.cpp) compiler="$clang++ -std=c++20" ;;
  esac
  # shellcheck disable=SC2086
  $compiler -w -O1 -pthread "$folder/$source" -o "$work/plain"
  sh "$here/checked.sh" "$compiler" "$library" "$plugin" -w -Wl,--trace-symbol=__stackbound_check_enter \
    "$folder/$source" -o "$work/checked" 2>"$work/trace"
  grep -q 'reference to __stackbound_check_enter' "$work/trace" || {
    echo "$source: nothing is checked" >&2
    exit 1
  }
  run plain-
  run checked-
  export STACKBOUND_CHECK=protect
  run checked-protect
  unset STACKBOUND_CHECK
  for mode in checked- checked-protect; do
    cmp -s "$work/plain-.out" "$work/$mode.out" || {
      echo "$source: $mode differs" >&2
      diff "$work/plain-.out" "$work/$mode.out" >&2 || :
      cat "$work/$mode.err" >&2
      exit 1
    }
  done
done
echo "all the same"
