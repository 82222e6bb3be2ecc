#!/bin/sh
# Runs the commands of a section of the README as they stand there, all in one shell, and holds what
# is shown below each block of them against what they print: these lines, in this order. What fails
# has to be the last block.
# usage: tutorial.sh README HEADING; in the environment: the folder TOOLS, the files REPORT and COUNT
set -eu
here=$PWD
mkdir bin
ln -s "$TOOLS/stackbound-cc" bin/stackbound-cc
ln -s "$REPORT" bin/stackbound-report

# block-N.sh and block-N.txt
awk -v heading="## $2" '
  /^## / { on = $0 == heading }
  !on { next }
  /^```/ {
    file = /^```sh/ ? "block-" ++n ".sh" : /^```text/ ? "block-" n ".txt" : ""
    next
  }
  file { print >file }' "$1"
blocks=0
while [ -f "block-$((blocks + 1)).sh" ]; do blocks=$((blocks + 1)); done
[ "$blocks" -gt 0 ] || {
  echo "no commands in the section '$2' of $1"
  exit 1
}

# The lines of file $1 are in file $2 in this order.
expect() {
  awk -v shown="$1" '
    BEGIN { more = (getline line <shown) > 0 }
    more && $0 == line { more = (getline line <shown) > 0 }
    END {
      if (more) {
        print shown ": not printed, or not in this order: " line
        exit 1
      }
    }' "$2"
}

n=0
while [ $n -lt "$blocks" ]; do
  n=$((n + 1))
  sed -e "s|/path/to/stackbound/tools:|$here/bin:|" \
    -e "s|/path/to/stackbound/tools|$TOOLS|" -e "s|/path/to/stackbound/build/alloc_count.so|$COUNT|" "$here/block-$n.sh" >"$here/block.sh"
  set +e
  # shellcheck disable=SC1091
  . "$here/block.sh" >"$here/block-$n.out" 2>&1
  status=$?
  set -e
  expect "$here/block-$n.txt" "$here/block-$n.out" || {
    cat "$here/block-$n.out"
    exit 1
  }
  [ "$status" -eq 0 ] || [ "$n" -eq "$blocks" ] || {
    cat "$here/block-$n.out"
    echo "block $n: exit status $status"
    exit 1
  }
done
[ "$status" -ne 0 ] || {
  echo "the last block was to fail"
  exit 1
}
echo "$blocks blocks"
