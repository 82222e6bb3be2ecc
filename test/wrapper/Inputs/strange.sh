#!/bin/sh
# strange.sh COMMAND...: runs it with arguments that a careless script spoils.
# shellcheck disable=SC2016 # the dollar is meant
"$@" -c 'a b.c' '' "it's" '"quoted"' 'back\slash' '$HOME' '*' 'two
lines' '-DX="a  b"' '-I' 'a folder' ';' ' ' '-o' 'an object.o'
