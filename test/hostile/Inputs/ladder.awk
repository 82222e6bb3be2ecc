BEGIN {
  print "declare ptr @malloc(i64)\ndeclare void @free(ptr)\ndeclare void @look(ptr nocapture) nofree"
  n = 5000
  print "define void @f(i1 %c) {\nentry:\n %p = call ptr @malloc(i64 8)\n br label %b0"
  for (i = 0; i < n; i++) printf "b%d:\n %%q%d = phi ptr [ %s ], [ %%g%d, %%l%d ]\n br i1 %%c, label %%l%d, label %%b%d\nl%d:\n %%g%d = getelementptr i8, ptr %%q%d, i64 8\n br label %%b%d\n", i, i, (i ? "%q" (i - 1) ", %b" (i - 1) : "%p, %entry"), i, i, i, i + 1, i, i, i, i
  printf "b%d:\n call void @look(ptr %%q%d)\n call void @free(ptr %%p)\n ret void\n}\n", n, n - 1
}
