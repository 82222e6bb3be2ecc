#!/bin/sh
# Stands for an ld.lld of another version.
case $1 in
--version) echo "LLD 15.0.7 (compatible with GNU linkers)" ;;
*) echo "links: $*" ;;
esac
