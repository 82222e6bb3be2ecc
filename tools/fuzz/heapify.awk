# Moves the local variables of textual IR (clang -Xclang -disable-llvm-passes) to the heap: every
# alloca of constant size becomes a malloc, and every return frees them. What the program does stays
# the same, and the pass has something to move back. Functions with a musttail call are left alone:
# nothing may stand between it and its return.

function flush_function(   i, k) {
  for (i = 1; i <= lines; i++) {
    if (!keep && text[i] ~ /^  ret /)
      for (k = 1; k <= locals; k++)
        print "  call void @free(ptr " name[k] ")"
    if (!keep && text[i] ~ /@llvm\.lifetime\./)
      continue
    print (!keep && i in heap) ? heap[i] : text[i]
  }
  used = used || (!keep && locals)
  delete heap
  lines = locals = keep = 0
}

# "  %x = alloca T, align N": T, or nothing when it is no alloca of constant size
function type_of(line,   align) {
  if (line !~ /^  %[^ ]+ = alloca .*, align [0-9]+$/)
    return ""
  align = line
  sub(/.*, align /, "", align)
  sub(/^  %[^ ]+ = alloca /, "", line)
  sub(/, align [0-9]+$/, "", line)
  return align > 16 || line ~ /, i[0-9]+ [%0-9]/ || line ~ /^inalloca / ? "" : line
}

/^declare .*@malloc\(/ { has_malloc = 1 }
/^declare .*@free\(/ { has_free = 1 }
/^define .*@(malloc|free)\(/ { has_malloc = has_free = 1 }

/^define / { inside = 1 }
!inside { print; next }
{
  text[++lines] = $0
  type = type_of($0)
  if (type != "") {
    name[++locals] = $1
    heap[lines] = "  " $1 " = call ptr @malloc(i64 ptrtoint (ptr getelementptr (" type \
                  ", ptr null, i32 1) to i64))"
  }
}
/musttail call/ { keep = 1 }
/^}/ { flush_function(); inside = 0 }

END {
  if (used && !has_malloc) print "declare noalias ptr @malloc(i64)"
  if (used && !has_free) print "declare void @free(ptr)"
}
