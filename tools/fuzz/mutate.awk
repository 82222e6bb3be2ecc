# Changes textual IR at random: awk -v seed=N -f mutate.awk in.ll. One to four of: a line of a function
# left out, doubled or moved; a value, a block or a number put in another's place; an opcode changed.
# Most results are not valid IR; the caller asks `opt -passes=verify`.

function pick(n) { return int(rand() * n) + 1 }

# A random match of `what` in text[i]; sets from, length_of.
function find(i, what,   rest, at, n) {
  n = 0
  at = 0
  rest = text[i]
  while (match(rest, what)) {
    n++
    if (pick(n) == 1) {
      from = at + RSTART
      length_of = RLENGTH
    }
    at += RSTART + RLENGTH - 1
    rest = substr(rest, RSTART + RLENGTH)
  }
  return n
}

function put(i, word) { text[i] = substr(text[i], 1, from - 1) word substr(text[i], from + length_of) }
function get(i) { return substr(text[i], from, length_of) }

# Another line of the same function that matches `what`; 0 when there is none.
function partner(i, what,   k, n, found) {
  n = found = 0
  for (k = start[i]; k <= end[start[i]]; k++)
    if (k != i && text[k] ~ what && pick(++n) == 1)
      found = k
  return found
}

function exchange(i, what,   k, word) {
  k = partner(i, what)
  if (!k || !find(k, what)) return
  word = get(k)
  if (find(i, what)) put(i, word)
}

function change(i,   what, k, numbers) {
  what = pick(10)
  if (what == 1) text[i] = ""
  else if (what == 2) text[i] = text[i] "\n" text[i]
  else if (what == 3) { k = partner(i, "^  "); if (k) { held = text[i]; text[i] = text[k]; text[k] = held } }
  else if (what <= 6) exchange(i, "%[a-zA-Z0-9._]+")
  else if (what == 7) exchange(i, "@[a-zA-Z0-9._]+")
  else if (what == 8) {
    split("0 1 -1 7 16 17 255 256 4096 4294967296 9223372036854775807", numbers, " ")
    if (find(i, " -?[0-9]+")) put(i, " " numbers[pick(11)])
  }
  else if (what == 9) {
    if (find(i, " (eq|ne|ult|slt|add|sub|mul|and|or|xor|nuw|inbounds|noalias|nocapture|tail) "))
      put(i, substr(" eq  ne  ult add sub and xor tail ", 4 * pick(8) - 3, 4) " ")
  }
  else gsub(/, align [0-9]+/, ", align " 2 ^ (pick(8) - 1), text[i])
}

BEGIN { srand(seed) }
{ text[NR] = $0 }
/^define / { begin = NR; inside = 1 }
inside { start[NR] = begin }
inside && /^  / { body[++bodies] = NR }
/^}/ { end[begin] = NR; inside = 0 }
END {
  if (bodies)
    for (n = pick(4); n > 0; n--)
      change(body[pick(bodies)])
  for (i = 1; i <= NR; i++)
    if (text[i] != "") print text[i]
}
