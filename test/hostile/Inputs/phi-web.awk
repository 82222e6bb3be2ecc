BEGIN {
  print "declare ptr @malloc(i64)\ndeclare void @free(ptr)\ndeclare void @look(ptr nocapture) nofree"
  print "define void @f(i1 %c) {\nentry:"
  for (i = 0; i < 40; i++) printf " %%p%d = call ptr @malloc(i64 8)\n", i
  print " br label %loop\nloop:"
  for (i = 0; i < 2000; i++) printf " %%x%d = phi ptr [ %%p%d, %%entry ], [ %%x%d, %%loop ]\n", i, i % 40, (i * 7 + 1) % 2000
  print " call void @look(ptr %x0)\n br i1 %c, label %loop, label %done\ndone:\n ret void\n}"
}
