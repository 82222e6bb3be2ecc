# Draws bench.csv as an SVG chart: for every kernel a bar per form, its time relative to plain.
BEGIN {
  FS = ","
  label["plugin"] = "plugin"; colour["plugin"] = "#0072b2"
  label["attributor"] = "LLVM's Attributor"; colour["attributor"] = "#e69f00"
  label["by-hand"] = "by hand on the stack"; colour["by-hand"] = "#009e73"
  label["mimalloc"] = "plain with mimalloc"; colour["mimalloc"] = "#bbbbbb"
  label["jemalloc"] = "plain with jemalloc"; colour["jemalloc"] = "#888888"
}
FNR == 1 { next }
{
  if (!($1 in seen)) { seen[$1] = 1; kernels[++count] = $1 }
  if ($2 == "plain") next
  if (!($2 in known)) { known[$2] = 1; forms[++form_count] = $2 }
  if ($3 == "wrong") next
  ratio[$1, $2] = $6
  if ($6 > most) most = $6
}

function escaped(s) {
  gsub(/&/, "\\&amp;", s)
  gsub(/</, "\\&lt;", s)
  gsub(/>/, "\\&gt;", s)
  return s
}

function text(x, y, anchor, s, more) {
  printf "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\"%s>%s</text>\n", x, y, anchor, more, escaped(s)
}

function legend(    j, x) {
  x = left
  for (j = 1; j <= form_count; j++) {
    printf "<rect x=\"%.1f\" y=\"44\" width=\"12\" height=\"12\" fill=\"%s\"/>\n", x, colour[forms[j]]
    text(x + 17, 54, "start", label[forms[j]])
    x += 32 + 6.6 * length(label[forms[j]])
  }
}

function axis(    step, tick, x) {
  step = limit > 2.5 ? 0.5 : 0.2
  for (tick = 0; tick <= limit + 0.001; tick += step) {
    x = left + tick * scale
    printf "<line x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\" stroke=\"#dddddd\"/>\n", x, top, x, bottom
    text(x, bottom + 16, "middle", sprintf("%.1f", tick))
  }
  text(left + limit * scale / 2, bottom + 36, "middle", "time of one iteration relative to the plain build (1.0); shorter is better")
}

function bars(k, y,    j, width, h) {
  text(left - 8, y + group / 2 + 1, "end", k)
  for (j = 1; j <= form_count; j++) {
    h = y + (j - 1) * bar
    if (!((k, forms[j]) in ratio)) {
      text(left + 3, h + bar - 2, "start", label[forms[j]] ": wrong results", " font-size=\"9\" fill=\"#cc0000\"")
      continue
    }
    width = ratio[k, forms[j]] * scale
    printf "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\">", left, h, width, bar - 1, colour[forms[j]]
    printf "<title>%s, %s: %.2f</title></rect>\n", escaped(k), escaped(label[forms[j]]), ratio[k, forms[j]]
    text(left + width + 3, h + bar - 2, "start", sprintf("%.2f", ratio[k, forms[j]]), " font-size=\"9\"")
  }
}

END {
  left = 150; top = 70; bar = 10
  group = bar * form_count
  limit = most < 1.2 ? 1.2 : int(most * 5 + 0.9999) / 5
  width = 880; scale = (width - left - 50) / limit
  bottom = top + count * (group + 10)
  height = bottom + 50
  print "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
  printf "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\">\n", width, height, width, height
  print "<title>Stackbound: benchmark kernels</title>"
  print "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>"
  text(left, 26, "start", "Short-lived heap objects: time of each form of a kernel", " font-size=\"16\"")
  legend()
  axis()
  for (i = 1; i <= count; i++) bars(kernels[i], top + 5 + (i - 1) * (group + 10))
  printf "<line x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\" stroke=\"#cc0000\" stroke-dasharray=\"4 3\"/>\n", left + scale, top, left + scale, bottom
  text(left + scale, top - 3, "middle", "plain", " fill=\"#cc0000\" font-size=\"10\"")
  printf "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"#000000\"/>\n", left, top, left, bottom
  print "</svg>"
}
