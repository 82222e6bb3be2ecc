# Fails unless the file is well-formed XML of the kind that chart.awk writes: one root element, tags
# that match, quoted attributes that are there once, no bare & or <.
function bad(why) {
  print FILENAME ":" FNR ": " why
  failed = 1
}

function check_text(s) {
  gsub(/&(amp|lt|gt|quot|apos|#[0-9]+);/, "", s)
  if (s ~ /[&<]/) bad("not escaped: " s)
  if (!depth && s ~ /[^ \t]/) bad("text outside of the root element: " s)
}

function check_attributes(s,    name, names) {
  while (match(s, /^[ \t]+[A-Za-z][A-Za-z0-9:-]*="[^"<&]*"/)) {
    name = substr(s, 1, RLENGTH)
    s = substr(s, RLENGTH + 1)
    gsub(/^[ \t]+|=.*/, "", name)
    if (name in names) bad("attribute twice: " name)
    names[name] = 1
  }
  if (s !~ /^[ \t]*$/) bad("not an attribute: " s)
}

function check_tag(tag,    name, closed) {
  if (tag ~ /^\?.*\?$/) return
  if (tag ~ /^\//) {
    name = substr(tag, 2)
    if (!depth || open[depth] != name) bad("</" name "> does not close " open[depth])
    else depth--
    return
  }
  closed = sub(/\/$/, "", tag)
  match(tag, /^[A-Za-z][A-Za-z0-9]*/)
  if (RLENGTH < 1) return bad("not a tag: <" tag ">")
  name = substr(tag, 1, RLENGTH)
  check_attributes(substr(tag, RLENGTH + 1))
  if (!depth && roots++) bad("a second root element: " name)
  if (!roots || (roots == 1 && !depth && name != "svg")) bad("the root is not svg: " name)
  if (name == "rect") rects++
  if (!closed) open[++depth] = name
}

{
  rest = $0
  while ((start = index(rest, "<")) > 0) {
    check_text(substr(rest, 1, start - 1))
    rest = substr(rest, start + 1)
    if (!(end = index(rest, ">"))) { bad("a tag does not end"); break }
    check_tag(substr(rest, 1, end - 1))
    rest = substr(rest, end + 1)
  }
  check_text(rest)
}

END {
  if (depth) bad("not closed: " open[depth])
  if (!roots) bad("no root element")
  if (rects < 3) bad("no bars")
  exit failed
}
