BEGIN {
  print "declare ptr @malloc(i64)\ndeclare void @free(ptr)\ndeclare void @look(ptr nocapture) nofree"
  print "define i64 @f() {\n %p = call ptr @malloc(i64 1024)\n %v0 = load i64, ptr %p"
  for (i = 1; i < 12500; i++) printf " %%a%d = getelementptr i64, ptr %%p, i64 %d\n store i64 %%v%d, ptr %%a%d\n %%w%d = load i64, ptr %%a%d\n %%v%d = add i64 %%w%d, 1\n", i, i % 128, i - 1, i, i, i, i, i
  print " call void @free(ptr %p)\n ret i64 %v12499\n}"
}
