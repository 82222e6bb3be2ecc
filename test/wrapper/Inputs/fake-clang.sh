#!/bin/sh
# Stands for a clang: says which it is, prints each argument in brackets, and exits with $FAKE_STATUS.
version=${0##*/}
version=${version#clang}
version=${version#++}
case ${1:-} in
--version) echo "Debian clang version ${FAKE_VERSION:-${version#-}}.1.2 (something)" && exit 0 ;;
esac
echo "I am ${0##*/}"
for argument; do
  printf '[%s]\n' "$argument"
done
exit "${FAKE_STATUS:-0}"
