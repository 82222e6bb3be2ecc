BEGIN {
  print "declare ptr @malloc(i64)\ndeclare void @free(ptr)\ndeclare void @look(ptr nocapture) nofree"
  for (j = 0; j < 200; j++) {
    printf "define internal void @h%d(ptr %%a0, ptr %%a1, ptr %%a2, ptr %%a3) noinline {\n", j
    t = 0
    for (i = 0; i < 4; i++)
      for (q = 0; q < 20; q++) {
        printf " %%g%d = getelementptr i8, ptr %%a%d, i64 %d\n %%l%d = load ptr, ptr %%g%d\n %%k%d = getelementptr i8, ptr %%a%d, i64 %d\n store ptr %%l%d, ptr %%k%d\n", t, i, 8 * q, t, t, t, (i + 1) % 4, 8 * q, t, t
        t++
      }
    print " ret void\n}"
  }
  print "define void @f() {"
  for (i = 0; i < 4; i++) printf " %%p%d = call ptr @malloc(i64 512)\n", i
  for (j = 0; j < 200; j++) printf " call void @h%d(ptr %%p0, ptr %%p1, ptr %%p2, ptr %%p3)\n", j
  print " ret void\n}"
}
