BEGIN {
  print "declare ptr @malloc(i64)\ndeclare void @free(ptr)\ndeclare void @look(ptr nocapture) nofree"
  for (i = 0; i < 2000; i++) printf "define internal void @f%d(ptr %%x, ptr %%y) {\n %%p = call ptr @malloc(i64 8)\n store ptr %%x, ptr %%p\n call void @f%d(ptr %%y, ptr %%p)\n call void @free(ptr %%p)\n ret void\n}\n", i, (i + 1) % 2000
  print "define void @start() {\n call void @f0(ptr null, ptr null)\n ret void\n}"
}
