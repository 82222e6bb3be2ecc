# Compiling one program, once per variant.  Sourced by run.
#
# A recipe (programs/NAME.sh) sets `package` and, for C++, `language=c++`, and defines
#   prepare    optional: writes generated files to $gen (its working directory); source in $src
#   units      prints the translation units, by calls of `unit FILE [FLAG]...`
#   links      makes the executables, by calls of `link EXE OBJECT... [-lLIB]...`
#   workload   runs them, by calls of `run EXE [ARG]...`, in an empty directory

# Builds with other flags live beside each other, so that the plain build of each is kept.
area_suffix() { [ -z "$ccflags" ] || printf '%s' "$ccflags" | cksum | sed 's/\([0-9]*\).*/-\1/'; }

# The flags for variant $1: what is meant for the plugin is unknown to a compiler without it.
variant_flags() {
  case $1 in
    plain) printf '%s' "$ccflags" | sed 's/-mllvm  *-heap-to-stack-[^ ]*//g' ;;
    plugin) [ "$lto" ] || printf '%s' "-fpass-plugin=$plugin "
            printf '%s' "$ccflags" ;;
  esac
  [ -z "$lto" ] || printf ' -flto'
}

# The linker's flags for executable $1 of a build with --lto, where it is the linker that optimises.
lto_flags() {
  [ "$lto" ] || return 0
  printf '%s' '-flto -O2 -fuse-ld=lld'
  [ "$variant" = plain ] || printf ' -Wl,--load-pass-plugin=%s -Wl,--opt-remarks-filename,%s -Wl,--opt-remarks-passes,heap-to-stack' \
    "$plugin" "$1.opt.yaml"
}

# The corpus' own tools: the reader of optimisation records and the allocation counter.
build_tools() {
  tools=$corpus/tools
  mkdir -p "$tools"
  build_tool summarise "$here/summarise.c" -Wall -Wextra
  build_tool alloc_count.so "$root/tools/count/alloc_count.c" -shared -fPIC
}

build_tool() {
  out=$tools/$1 source=$2
  shift 2
  [ -n "$(find "$out" -newer "$source" 2>/dev/null)" ] || "$cc" -O2 -std=gnu17 "$@" -o "$out" "$source"
}

prepare_source() {
  src=$corpus/src/$package gen=$corpus/gen/$name
  # What comes before the workload decides what is built; the workload stands last.
  recipe_key=$(sed '/^workload()/,$d' "$here/programs/$name.sh" | cat - "$src/.complete" | cksum)
  [ "$(cat "$gen/.prepared" 2>/dev/null)" != "$recipe_key" ] || return 0
  rm -rf "$gen"
  mkdir -p "$gen"
  cd "$gen"
  (prepare) >prepare.log 2>&1 || fail "$name" "$step" "see $gen/prepare.log"
  printf '%s\n' "$recipe_key" >.prepared
}

# One translation unit: the file (in the source, the generated files or the drivers) and flags.
# With a leading `?`: may be one that does not compile here even without the plugin.
unit() {
  optional=
  case $1 in '?') optional='?'; shift ;; esac
  file=$1
  shift
  for base in "$src" "$gen" "$here/drivers"; do
    [ ! -f "$base/$file" ] || { file=$base/$file; break; }
  done
  object=$(basename "${file%.*}")
  printf '%s%s\t%s\t%s\n' "$optional" "$object" "$file" "$*"
}

# What the objects depend on.
build_key() {
  {
    "$cc" --version
    variant_flags "$variant"
    lto_flags ''
    units
    units | cut -f 2 | xargs cksum
    cksum <"$here/build.sh"
    printf '%s\n' "$recipe_key $repeat"
  } | cksum
}

# Prints one compiler command per unit.  The record is asked for in both builds, so that the
# times compare.
compile_commands() {
  flags=$(variant_flags "$variant")
  tab=$(printf '\t')
  units | while IFS=$tab read -r object file unit_flags; do
    case $file in *.c) compiler=$cc ;; *) compiler=$cxx ;; esac
    onfail='|| echo "$o" >>failed'
    case $object in '?'*) object=${object#'?'} onfail='|| echo "$o" >>skipped' ;; esac
    printf 'o=%s; %s -O2 -g -DNDEBUG -w %s %s -fsave-optimization-record -foptimization-record-passes=heap-to-stack -foptimization-record-file=$o.opt.yaml -c -o $o.o %s >$o.log 2>&1 %s\n' \
      "$object" "$compiler" "$unit_flags" "$flags" "$file" "$onfail"
  done
}

# Runs the compiler commands and prints the user time that they took, in seconds.
compile_once() {
  rm -f skipped failed
  # The second line of `times` is that of the children.
  (
    xargs -d '\n' -P "$jobs" -n 1 sh -c <commands
    times
  ) | awk 'NR == 2 { split($1, t, /[ms]/); printf "%.2f\n", t[1] * 60 + t[2] }'
}

build_variant() {
  step="compiling ($variant)"
  key=$(build_key)
  [ "$(cat "$dir/.built" 2>/dev/null)" != "$key" ] || return 0
  rm -rf "$dir"
  mkdir -p "$dir/obj" "$dir/bin"
  cd "$dir/obj"
  compile_commands >commands
  progress "$name" "$step: $(wc -l <commands) files"
  for i in $(seq "$repeat"); do compile_once; done | sort -n | head -n 1 >../user-time
  [ ! -s failed ] ||
    fail "$name" "$step" "$(sort failed | tr '\n' ' ')did not compile: see $dir/obj/$(sed 1q failed).log"
  check_skipped
  step="linking ($variant)"
  links
  case $lto in '') sized=./*.o ;; *) sized=../bin/* ;; esac
  # shellcheck disable=SC2086 # a pattern
  "$llvm_size" $sized | awk 'NR > 1 { n += $1 } END { print n }' >../text-size
  printf '%s\n' "$key" >../.built
}

# A unit that compiles without the plugin has to compile with it.
check_skipped() {
  touch skipped
  sort -o skipped skipped
  [ "$variant" = plugin ] && [ -f "$area/$name/plain/obj/skipped" ] || return 0
  new=$(comm -13 "$area/$name/plain/obj/skipped" skipped | tr '\n' ' ')
  [ -z "$new" ] || fail "$name" "$step" "$new: does not compile with the plugin only: see $dir/obj/*.log"
}

# Links EXE from objects (by name or file) and libraries.
# The run time of checked mode (-mllvm -heap-to-stack-check=1), behind the objects that call it.
check_library() {
  case $variant:$ccflags in
    plugin:*-heap-to-stack-check=1*) printf '%s' "$root/build/libstackbound-check.a" ;;
  esac
}

link() {
  exe=$1
  shift
  case $language in c) linker=$cc ;; *) linker=$cxx ;; esac
  # shellcheck disable=SC2046 # lists of words
  "$linker" $(lto_flags "$exe") -o "../bin/$exe" $(for o; do case $o in -l* | *.o) echo "$o" ;; *) echo "$o.o" ;; esac; done) \
    $(check_library) >"link-$exe.log" 2>&1 || fail "$name" "$step" "see $dir/obj/link-$exe.log"
}

# Works with a copy of the plugin: the original may be built again while this runs.
keep_plugin() {
  copy=$tools/Stackbound-$(cksum <"$plugin" | tr -d ' ').so
  [ -f "$copy" ] || { cp "$plugin" "$copy.new" && mv "$copy.new" "$copy"; }
  plugin=$copy
}
