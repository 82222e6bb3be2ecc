#!/bin/sh
# The tutorial of the README in an empty folder; prints what its commands print.
# usage: tutorial.sh HITS-FOLDER COMPILER... with REPORT and COUNT (paths) in the environment
set -eu
hits=$1
shift
cp -r "$hits"/. .
awk 'BEGIN { for (i = 0; i < 1000; i++) print "GET /page/" i % 97 ".html 200", 7 * i }' >log

build() {
  record=$1
  shift
  make -s clean
  STACKBOUND_REPORT=$PWD/$record make -s "$@"
}

allocations() {
  rm -f count
  ALLOC_COUNT_OUT=$PWD/count LD_PRELOAD=$COUNT ./hits <log
  cat count
}

cc="CC=$*"
linked="CFLAGS=-O2 -g -flto"
build alone "$cc"
"$REPORT" alone
allocations
build linked "$cc" "$linked" LDFLAGS=-fuse-ld=lld
"$REPORT" linked
patch -s -p1 <1-no-address.patch
build no-address "$cc" "$linked" LDFLAGS=-fuse-ld=lld
"$REPORT" --explain --only kept no-address
allocations
patch -s -p1 <2-pointer-first.patch
build pointer-first "$cc" "$linked" LDFLAGS=-fuse-ld=lld
"$REPORT" pointer-first
allocations
"$REPORT" --diff linked pointer-first
patch -s -p1 <3-require.patch
build required "$cc" "$linked" LDFLAGS=-fuse-ld=lld
patch -s -R -p1 <1-no-address.patch
! build again "$cc" "$linked" LDFLAGS=-fuse-ld=lld 2>errors || exit 1
grep 'ld.lld: error' errors
