# Prints the lines of a C file that have remarks, each with its remarks below it and a line of
# context above it:
#
#     awk -f annotate.awk REMARKS SOURCE
#
# REMARKS is clang's output with -Rpass etc. and -fno-caret-diagnostics: `FILE:LINE:COL: remark: TEXT
# [-Rpass=heap-to-stack]`. A remark that inlining or unrolling repeats is printed once.

FNR == NR {
  if (!match($0, /:[0-9]+:[0-9]+: remark: /)) next
  split(substr($0, RSTART + 1), place, ":")
  text = substr($0, RSTART + RLENGTH)
  mark = text ~ /\[-Rpass=/ ? "+" : text ~ /\[-Rpass-missed=/ ? "-" : " "
  sub(/ \[-Rpass[^]]*\]$/, "", text)
  if (mark == " ") text = "  " text
  if (seen[place[1], text]++) next
  remarks[place[1]] = remarks[place[1]] sprintf("       %s %s\n", mark, text)
  next
}

{ line[FNR] = $0 }

END {
  for (i = 1; i <= FNR; i++) {
    if (!(i in remarks)) continue
    if (printed) print "     ..."
    if (i - 1 > printed) printf "%5d  %s\n", i - 1, line[i - 1]
    printf "%5d  %s\n%s", i, line[i], remarks[i]
    printed = i
  }
}
