# A destructor that frees n fields, and a caller with an object of run-time size in the last one.
BEGIN {
  print "declare ptr @malloc(i64)\ndeclare void @free(ptr)"
  print "define internal void @destroy(ptr %s) {"
  for (i = 0; i < n; i++) printf " %%f%d = getelementptr i8, ptr %%s, i64 %d\n %%p%d = load ptr, ptr %%f%d\n call void @free(ptr %%p%d)\n", i, 8 * i, i, i, i
  print " ret void\n}"
  printf "define void @f(i64 %%n) {\n %%s = alloca [%d x ptr]\n store [%d x ptr] zeroinitializer, ptr %%s\n %%p = call ptr @malloc(i64 %%n)\n", n, n
  printf " store i8 1, ptr %%p\n %%f = getelementptr i8, ptr %%s, i64 %d\n store ptr %%p, ptr %%f\n call void @destroy(ptr %%s)\n ret void\n}\n", 8 * (n - 1)
}
