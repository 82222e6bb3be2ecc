BEGIN {
  print "declare ptr @malloc(i64)\ndeclare void @free(ptr)\ndeclare void @look(ptr nocapture) nofree"
  print "define internal void @g(ptr %x) noinline {\n store i64 1, ptr %x\n ret void\n}\ndefine void @f() {\n %p = call ptr @malloc(i64 8)"
  for (i = 0; i < 50000; i++) print " tail call void @g(ptr %p)\n call void @look(ptr %p)"
  print " call void @free(ptr %p)\n ret void\n}"
}
