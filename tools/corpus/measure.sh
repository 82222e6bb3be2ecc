# Running the workload of one program and comparing.  Sourced by run.

# Runs an executable of the program with allocations counted; its output and exit status are part
# of what is compared.  The name is looked up on PATH, so that argv[0] is the same for all builds.
run() {
  run_status=0
  LD_PRELOAD=$tools/alloc_count.so ALLOC_COUNT_OUT=$dir/allocations \
    timeout 300 "$@" || run_status=$?
  printf '[%s: exit status %s]\n' "$1" "$run_status"
}

# The whole workload in an empty directory; everything it prints ends up in $dir/output.
run_variant() {
  step="running the workload ($variant)"
  ran_key=$(cat "$dir/.built" "$here/programs/$name.sh" "$here/drivers/"work.* "$here/measure.sh" | cksum)
  [ "$(cat "$dir/.ran" 2>/dev/null)" != "$ran_key" ] || return 0
  progress "$name" "$step"
  rm -rf "$dir/run" "$dir/allocations"
  mkdir "$dir/run"
  (
    cd "$dir/run"
    PATH=$dir/bin:$PATH LC_ALL=C TZ=UTC0
    export PATH LC_ALL TZ
    workload
  ) >"$dir/output" 2>&1
  printf '%s\n' "$ran_key" >"$dir/.ran"
}

# Allocations of all processes of the workload.
allocations() { awk -F '[= ]' '{ n += $2 } END { print n + 0 }' "$1/allocations"; }

# Leaves `same` or a failure in $area/NAME/verdict.
compare_variants() {
  verdict=$area/$name/verdict
  case $mode in
    both)
      echo DIFFERS >"$verdict"
      cmp -s "$area/$name/plain/output" "$area/$name/plugin/output" ||
        fail "$name" "$step" "diff $area/$name/plain/output $area/$name/plugin/output"
      echo same >"$verdict" ;;
    *) echo - >"$verdict" ;;
  esac
}
