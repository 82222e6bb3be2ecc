#!/bin/sh
# beside.sh BUILD PREFIX: installs what BUILD has into PREFIX, where another version already is; says
# which version stackbound.pc is of after the newer one and after the older one came last.
set -eu
build=$1 prefix=$2

version_of() { sed -n 's/^llvm=/llvm-/p' "$prefix/lib/pkgconfig/stackbound.pc"; }

# install_over VERSION: VERSION stands for an installation, its stackbound.pc being there.
install_over() {
  rm -rf "$prefix"
  mkdir -p "$prefix/lib/stackbound/llvm-$1" "$prefix/lib/pkgconfig"
  : >"$prefix/lib/stackbound/llvm-$1/Stackbound.so"
  echo "llvm=$1" >"$prefix/lib/pkgconfig/stackbound.pc"
  cmake --install "$build" --prefix "$prefix" >/dev/null
}

case $(sed -n 's/^LLVM_DIR:[^=]*=//p' "$build/CMakeCache.txt") in
*llvm-22*)
  install_over 19
  newer=$(version_of)
  older="llvm-22"
  ;;
*)
  newer="llvm-22"
  install_over 22
  older=$(version_of)
  ;;
esac
echo "$newer after 22, $older after 19"
