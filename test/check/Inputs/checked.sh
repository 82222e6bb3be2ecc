#!/bin/sh
# checked.sh CLANG LIBRARY PLUGIN ARGUMENT...: compiles in checked mode; CLANG may be several words.
set -eu
clang=$1 library=$2 plugin=$3
shift 3
# clang 19 reads -mllvm before it loads pass plugins.
# shellcheck disable=SC2086
exec $clang -O2 -g -pthread "-fpass-plugin=$plugin" -Xclang -load -Xclang "$plugin" \
  -mllvm -heap-to-stack-check=1 "$@" "$library"
