# Plots cost.csv as SVG: seconds against instructions, both logarithmic, a line for each shape.

function log10(v) { return log(v) / log(10) }
function x(v) { return left + (log10(v) - low_x) / (high_x - low_x) * width }
function y(v) { return top + height - (log10(v < floor ? floor : v) - low_y) / (high_y - low_y) * height }

BEGIN { FS = ","; left = 70; top = 30; width = 560; height = 380; floor = 0.001 }
NR > 1 {
  n++
  shape[n] = $1; instructions[n] = $2; seconds[n] = $3
  if (!($1 in number)) { number[$1] = ++shapes; name[shapes] = $1 }
  if (n == 1 || $2 < least) least = $2
  if ($2 > most) most = $2
  if ($3 > longest) longest = $3
}
END {
  if (!n) exit 1
  low_x = int(log10(least)); high_x = int(log10(most)) + 1
  low_y = -3; high_y = longest > 0.001 ? int(log10(longest) + 4) - 3 : -2
  split("#1f77b4 #ff7f0e #2ca02c #d62728 #9467bd #8c564b #e377c2 #7f7f7f #bcbd22 #17becf #000000 #aec7e8", colour, " ")
  printf "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"800\" height=\"460\" font-family=\"sans-serif\" font-size=\"12\">\n"
  print "<rect width=\"800\" height=\"460\" fill=\"white\"/>"
  print "<text x=\"70\" y=\"18\">Time of the pass (seconds) against the size of the module (instructions)</text>"
  for (i = low_x; i <= high_x; i++) {
    printf "<path d=\"M%.1f %d V%d\" stroke=\"#ddd\"/>\n", x(10 ^ i), top, top + height
    printf "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%d</text>\n", x(10 ^ i), top + height + 16, 10 ^ i
  }
  for (i = low_y; i <= high_y; i++) {
    printf "<path d=\"M%d %.1f H%d\" stroke=\"#ddd\"/>\n", left, y(10 ^ i), left + width
    printf "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%g</text>\n", left - 6, y(10 ^ i) + 4, 10 ^ i
  }
  for (s = 1; s <= shapes; s++) {
    printf "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"1.5\" points=\"", colour[(s - 1) % 12 + 1]
    for (i = 1; i <= n; i++)
      if (shape[i] == name[s]) printf "%.1f,%.1f ", x(instructions[i]), y(seconds[i])
    print "\"/>"
    printf "<text x=\"%d\" y=\"%d\" fill=\"%s\">%s</text>\n", left + width + 12, top + 18 * s, colour[(s - 1) % 12 + 1], name[s]
  }
  print "</svg>"
}
