BEGIN {
  print "declare ptr @malloc(i64)\ndeclare void @free(ptr)\ndeclare void @look(ptr nocapture) nofree"
  n = 5000
  printf "define void @f(i1 %%c) {\nentry:\n br label %%loop\nloop:\n %%old = phi ptr [ null, %%entry ], [ %%p%d, %%loop ]\n", n - 1
  for (i = 0; i < n; i++) printf " %%p%d = call ptr @malloc(i64 8)\n", i
  for (i = 0; i < n - 1; i++) printf " store ptr %%p%d, ptr %%p%d\n %%q%d = load ptr, ptr %%p%d\n", i, i + 1, i, i + 1
  print " call void @look(ptr %old)\n br i1 %c, label %loop, label %done\ndone:\n ret void\n}"
}
