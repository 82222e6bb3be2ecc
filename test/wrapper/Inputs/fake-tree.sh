#!/bin/sh
# fake-tree.sh ROOT SCRIPTS VERSION...: an installation in ROOT with a plugin (an empty file) for each
# VERSION, the scripts from the folder SCRIPTS, and in ROOT/path a clang for each VERSION.
set -eu
root=$1 scripts=$2 here=${0%/*}
shift 2
rm -rf "$root"
mkdir -p "$root/bin" "$root/path"
cp -P "$scripts/stackbound-cc" "$scripts/stackbound-c++" "$root/bin"
for version; do
  mkdir -p "$root/lib/stackbound/llvm-$version"
  : >"$root/lib/stackbound/llvm-$version/Stackbound.so"
  cp "$here/fake-clang.sh" "$root/path/clang-$version"
  cp "$here/fake-clang.sh" "$root/path/clang++-$version"
  chmod +x "$root/path"/*
done
