BEGIN {
  print "declare ptr @malloc(i64)\ndeclare void @free(ptr)\ndeclare void @look(ptr nocapture) nofree"
  for (i = 0; i < 10000; i++) {
    printf "define internal void @f%d(ptr %%x) {\n %%p = call ptr @malloc(i64 8)\n store ptr %%x, ptr %%p\n", i
    if (i < 9999) printf " call void @f%d(ptr %%p)\n", i + 1
    print " call void @free(ptr %p)\n ret void\n}"
  }
  print "define void @start() {\n call void @f0(ptr null)\n ret void\n}"
}
