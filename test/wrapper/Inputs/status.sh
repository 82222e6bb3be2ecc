#!/bin/sh
# status.sh STATUS COMMAND...: succeeds when the command ends with exactly that exit status.
expected=$1
shift
status=0
"$@" || status=$?
[ "$status" -eq "$expected" ] || {
  echo "exit status $status instead of $expected" >&2
  exit 1
}
