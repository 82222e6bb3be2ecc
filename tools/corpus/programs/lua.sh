package=lua5.4

# The hash seed is taken from the time and addresses: not the same in any two runs.
prepare() { echo '#define luai_makeseed(L) 42u' >seed.h; }

units() {
  for f in "$src"/src/*.c; do
    unit "src/$(basename "$f")" "-DLUA_USE_POSIX -DLUA_COMPAT_5_3 -include $gen/seed.h"
  done
}

links() {
  # shellcheck disable=SC2046
  link lua $(ls ./*.o | grep -v luac) -lm
  # shellcheck disable=SC2046
  link luac $(ls ./*.o | grep -v 'lua\.o') -lm
}

workload() {
  run lua "$here/drivers/work.lua"
  cp "$here/drivers/work.lua" .
  run luac -o work.luac work.lua
  run luac -l -p work.lua | sed 's/0x[0-9a-f]*/ADDRESS/g'
  run lua work.luac
  run lua -e 'error("as expected")'
  run lua -e 'local t = setmetatable({}, {__gc = function() print("closed") end}); t = nil; collectgarbage()'
  run lua no-such-file.lua
}
