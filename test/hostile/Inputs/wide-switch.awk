BEGIN {
  print "declare ptr @malloc(i64)\ndeclare void @free(ptr)\ndeclare void @look(ptr nocapture) nofree"
  print "define void @f(i32 %x) {\nentry:\n %o = call ptr @malloc(i64 8)\n switch i32 %x, label %done ["
  for (i = 0; i < 10000; i++) printf " i32 %d, label %%c%d\n", i, i
  print " ]"
  for (i = 0; i < 10000; i++) printf "c%d:\n %%p%d = call ptr @malloc(i64 8)\n store i64 %d, ptr %%p%d\n br label %%done\n", i, i, i, i
  printf "done:\n %%q = phi ptr [ %%o, %%entry ]"
  for (i = 0; i < 10000; i++) printf ", [ %%p%d, %%c%d ]", i, i
  print "\n call void @look(ptr %q)\n call void @free(ptr %q)\n ret void\n}"
}
