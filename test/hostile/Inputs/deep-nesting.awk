BEGIN {
  print "declare ptr @malloc(i64)\ndeclare void @free(ptr)\ndeclare void @look(ptr nocapture) nofree"
  print "define void @f(i1 %c) {\nentry:\n br label %l0"
  for (i = 0; i < 2000; i++) printf "l%d:\n br label %%%s\n", i, (i < 1999 ? "l" (i + 1) : "body")
  print "body:\n %p = call ptr @malloc(i64 8)\n store i64 1, ptr %p\n call void @free(ptr %p)\n br label %e1999"
  for (i = 1999; i >= 0; i--) printf "e%d:\n br i1 %%c, label %%l%d, label %%%s\n", i, i, (i ? "e" (i - 1) : "done")
  print "done:\n ret void\n}"
}
