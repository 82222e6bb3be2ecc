# Fails unless bench.csv has one good line for every kernel and form.
function bad(why) {
  print "bench.csv: " why
  failed = 1
}
BEGIN { FS = "," }
FNR == 1 {
  if (NF != 8 || $1 != "kernel") bad("unexpected heading: " $0)
  next
}
{
  if (NF != 8) bad("line " FNR " has " NF " fields")
  if (($1, $2) in seen) bad($1 "," $2 " is there twice")
  seen[$1, $2] = 1
  if ($3 == "wrong" && $2 == "attributor") next
  if ($3 != "same") bad("line " FNR ": " $3)
  for (i = 4; i <= 7; i++)
    if ($i !~ /^[0-9]+(\.[0-9]+)?$/ || $i <= 0) bad("line " FNR ": not a positive number: " $i)
  if ($8 !~ /^[0-9]+\.[0-9]+$/) bad("line " FNR ": not a count: " $8)
}
END {
  n = split(kernels, kernel, " ")
  m = split(forms, form, " ")
  for (i = 1; i <= n; i++)
    for (j = 1; j <= m; j++)
      if (!((kernel[i], form[j]) in seen)) bad(kernel[i] "," form[j] " is missing")
  if (FNR != n * m + 1) bad(FNR " lines, not " n * m + 1)
  exit failed
}
