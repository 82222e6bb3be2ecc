BEGIN {
  print "declare ptr @malloc(i64)\ndeclare void @free(ptr)\ndeclare void @look(ptr nocapture) nofree"
  print "define void @f(ptr %pc) {\nentry:"
  for (i = 0; i < 3000; i++) printf " %%c%d = alloca ptr\n", i
  print " br label %head\nhead:\n %v = load volatile i32, ptr %pc\n switch i32 %v, label %done ["
  for (i = 0; i < 3000; i++) printf " i32 %d, label %%b%d\n", i, i
  print " ]"
  for (i = 0; i < 3000; i++) printf "b%d:\n %%p%d = call ptr @malloc(i64 8)\n store ptr %%p%d, ptr %%c%d\n call void @look(ptr %%p%d)\n %%q%d = load ptr, ptr %%c%d\n call void @free(ptr %%q%d)\n br label %%head\n", i, i, i, i, i, i, i, i
  print "done:\n ret void\n}"
}
