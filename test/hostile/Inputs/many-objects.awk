BEGIN {
  print "declare ptr @malloc(i64)\ndeclare void @free(ptr)\ndeclare void @look(ptr nocapture) nofree"
  print "define void @f() {"
  for (i = 0; i < 5000; i++) printf " %%p%d = call ptr @malloc(i64 16)\n store ptr %s, ptr %%p%d\n", i, (i ? "%p" (i - 1) : "null"), i
  for (i = 0; i < 5000; i++) printf " call void @free(ptr %%p%d)\n", i
  print " ret void\n}"
}
