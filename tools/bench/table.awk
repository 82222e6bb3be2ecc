# Prints bench.csv as a table of times relative to the plain build, and how far the goal is met.
BEGIN { FS = "," }
FNR == 1 { next }
{
  if (!($1 in seen)) { seen[$1] = 1; kernels[++count] = $1 }
  if (!($2 in known)) { known[$2] = 1; forms[++form_count] = $2 }
  if ($3 == "wrong") next
  runs = $4
  ns[$1, $2] = $5
  ratio[$1, $2] = $6
  to_hand[$1, $2] = $7
  allocations[$1, $2] = $8
  logs[$2] += log($6)
  measured[$2]++
}

function heading(    j) {
  printf "%-20s %9s", "", "plain, ns"
  for (j = 1; j <= form_count; j++)
    if (forms[j] != "plain") printf " %10s", forms[j]
  printf " %14s %18s\n", "plugin/by-hand", "allocations"
}

function shown(k, f) { return (k, f) in ratio ? sprintf("%.2f", ratio[k, f]) : "wrong" }

END {
  printf "\nTime of one iteration relative to plain (medians of %d), and heap allocations of one, plain -> plugin\n\n", runs
  heading()
  for (i = 1; i <= count; i++) {
    k = kernels[i]
    printf "%-20s %9.1f", k, ns[k, "plain"]
    for (j = 1; j <= form_count; j++)
      if (forms[j] != "plain") printf " %10s", shown(k, forms[j])
    printf " %14.2f %10.2f -> %.2f\n", to_hand[k, "plugin"], allocations[k, "plain"], allocations[k, "plugin"]
    if (to_hand[k, "plugin"] <= 1.1) near++
    else far = far " " k
    if (ratio[k, "plugin"] > 1.03) slower = slower " " k
  }
  printf "%-20s %9s", "geometric mean", ""
  for (j = 1; j <= form_count; j++)
    if (forms[j] != "plain") printf " %10.2f", exp(logs[forms[j]] / measured[forms[j]])
  printf "\n\nWithin 10 %% of the form by hand: %d of %d.%s\n", near, count, far == "" ? "" : " Not:" far "."
  print "Slower than plain by more than 3 %:" (slower == "" ? " none." : slower ".")
}
