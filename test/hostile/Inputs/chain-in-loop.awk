BEGIN {
  print "declare ptr @malloc(i64)\ndeclare void @free(ptr)\ndeclare void @look(ptr nocapture) nofree"
  print "define void @f(i1 %c) {\nentry:\n br label %loop\nloop:"
  for (i = 0; i < 5000; i++) printf " %%p%d = call ptr @malloc(i64 8)\n store ptr %s, ptr %%p%d\n", i, (i ? "%p" (i - 1) : "null"), i
  print " call void @look(ptr %p0)\n br i1 %c, label %loop, label %done\ndone:\n ret void\n}"
}
