# The tables at the end.  Sourced by run.

# The contents of file $1, or `-`.
value() { if [ -s "$1" ]; then cat "$1"; else echo -; fi; }

# One record per program, comma-separated, in the order of the table's columns.
result_line() {
  plain=$area/$1/plain plug=$area/$1/plugin
  before=- after=-
  [ ! -f "$plain/allocations" ] || before=$(allocations "$plain")
  [ ! -f "$plug/allocations" ] || after=$(allocations "$plug")
  sites=-,-,-,-
  case $mode in
    plain) after=- ;;
    *) [ ! -f "$plug/.ran" ] || sites=$(site_counts "$1") ;;
  esac
  printf '%s,%s,%s,%s,%s,%s,%s,%s,%s\n' "$1" "$(value "$area/$1/verdict")" "$sites" \
    "$before" "$after" "$(value "$plain/user-time")" "$(value "$plug/user-time")" \
    "$(value "$plain/text-size")" "$(value "$plug/text-size")"
}

site_counts() {
  summarise_program "$1" | awk 'NF == 2 { n[$1] = $2 }
    END { print n["sites"] "," n["promoted"] "," n["guarded"] "," n["kept"] }'
}

summarise_program() {
  # Not every object has a record: without a remark none is written.
  find "$area/$1/plugin/obj" -name '*.opt.yaml' -exec "$tools/summarise" {} + |
    awk 'NF == 2 { n[$1] += $2 } NF == 3 { kept[$2] += $3 }
         END { split("sites promoted guarded kept", w)
               for (i = 1; i <= 4; i++) print w[i], n[w[i]] + 0
               for (r in kept) print "kept", r, kept[r] }'
}

results_header='program,output,sites,promoted,guarded,kept,allocations_plain,allocations_plugin,compile_plain_s,compile_plugin_s,text_plain,text_plugin'

print_report() {
  {
    printf '%s\n' "$results_header"
    for p in $programs; do result_line "$p"; done
  } >"$area/results.csv"
  echo
  print_table <"$area/results.csv"
  [ "$mode" = plain ] || print_reasons
  [ "$mode" = plain ] || [ "$top" = 0 ] || print_top
  [ -z "$csv" ] || write_csv >"$csv"
}

print_table() {
  awk -F , '
    function change(a, b) {
      if (a !~ /^[0-9]/ || b !~ /^[0-9]/ || a == 0) return "-"
      return sprintf("%+.1f%%", 100 * (b - a) / a)
    }
    function ratio(a, b) {
      return a !~ /^[0-9]/ || b !~ /^[0-9]/ || a == 0 ? "-" : sprintf("%.3f", b / a)
    }
    NR == 1 {
      printf "%-11s %-8s %6s %8s %7s %6s  %12s %12s %8s  %9s %6s  %9s %7s\n", "program", "output",
        "sites", "promoted", "guarded", "kept", "allocations", "with plugin", "change",
        "compile s", "ratio", "text", "change"
      next
    }
    {
      printf "%-11s %-8s %6s %8s %7s %6s  %12s %12s %8s  %9s %6s  %9s %7s\n", $1, $2, $3, $4, $5,
        $6, $7, $8, change($7, $8), $9, ratio($9, $10), $11, change($11, $12)
      if ($9 ~ /^[0-9]/ && $10 ~ /^[0-9]/) { before += $9; after += $10 }
    }
    END { if (before) printf "compile time of all (user): %.1f s, with the plugin %.1f s, ratio %.3f\n",
            before, after, after / before }'
}

# program,reason,sites for every program that was built with the plugin.
reasons() {
  for p in $programs; do
    [ ! -f "$area/$p/plugin/.ran" ] ||
      summarise_program "$p" | sed -n "s/^kept \(.*\) \(.*\)/$p,\1,\2/p" | sort -t , -k 3,3nr
  done
}

print_reasons() {
  printf '\nKept sites by reason:\n'
  reasons | awk -F , '
    $1 != last { if (last) print line; line = sprintf("%-11s", $1); last = $1 }
    { line = line " " $2 " " $3 "," }
    END { if (last) print line }' | sed 's/,$//'
}

# Sites of one reason at one place are one group: inlining and templates multiply them.
print_top() {
  printf '\nLargest groups of kept sites (copies, program, reason, place, remark):\n'
  for p in $programs; do
    [ -f "$area/$p/plugin/.ran" ] || continue
    find "$area/$p/plugin/obj" -name '*.opt.yaml' -exec "$tools/summarise" --kept {} + |
      awk -F '\t' -v p="$p" -v base="$corpus/" '
        { sub(base, "", $2); n[$1 "\t" $2 "\t" $4]++ }
        END { for (k in n) printf "%d\t%s\t%s\n", n[k], p, k }'
  done | sort -t "$(printf '\t')" -k 1,1nr -k 2 | awk -v top="$top" 'NR <= top'
}

write_csv() {
  cat "$area/results.csv"
  if [ "$mode" != plain ]; then
    printf '\nprogram,reason,sites\n'
    reasons
  fi
}
