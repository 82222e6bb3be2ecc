# Reads "kernel form allocations" and then "run kernel form iterations nanoseconds"; writes the CSV.
# A ratio is the median of the ratios of runs that followed each other: what slows the machine down
# for a while then slows both.
function median(values, n,    i, j, kept) {
  for (i = 2; i <= n; i++) {
    kept = values[i]
    for (j = i - 1; j >= 1 && values[j] > kept; j--) values[j + 1] = values[j]
    values[j + 1] = kept
  }
  return n % 2 ? values[(n + 1) / 2] : (values[n / 2] + values[n / 2 + 1]) / 2
}

# Of kernel k: times of form a, relative to those of form b when there is one.
function median_of(k, a, b,    run, list) {
  for (run = 1; run <= runs; run++)
    list[run] = time[k, a, run] / (b == "" ? 1 : time[k, b, run])
  return median(list, runs)
}

FNR == NR { allocations[$1, $2] = $3; next }
{
  if (NF != 5 || $4 <= 0 || $5 <= 0) {
    print "summarise.awk: not a measurement: " $0 >"/dev/stderr"
    exit failed = 1
  }
  if (!($2 in seen)) { seen[$2] = 1; kernels[++count] = $2 }
  time[$2, $3, $1] = $5 / $4
  if ($1 > runs) runs = $1
}

END {
  if (failed) exit 1
  form_count = split(forms, form, " ")
  print "kernel,form,results,runs,ns_per_iteration,relative_to_plain,relative_to_by_hand,allocations_per_iteration"
  for (i = 1; i <= count; i++)
    for (j = 1; j <= form_count; j++) {
      if (!((kernels[i], form[j], 1) in time)) {
        printf "%s,%s,wrong,0,,,,\n", kernels[i], form[j]
        continue
      }
      # Another allocator serves the same calls.
      source = (kernels[i], form[j]) in allocations ? form[j] : "plain"
      printf "%s,%s,same,%d,%.3f,%.4f,%.4f,%.3f\n", kernels[i], form[j], runs,
        median_of(kernels[i], form[j]), median_of(kernels[i], form[j], "plain"),
        median_of(kernels[i], form[j], "by-hand"), allocations[kernels[i], source]
    }
}
