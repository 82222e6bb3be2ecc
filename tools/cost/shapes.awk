# Prints a module of about n instructions: awk -v shape=NAME -v n=N -f shapes.awk
# Each shape strains another part of the pass; `list-shapes` prints their names.

function head() {
  print "declare ptr @malloc(i64)\ndeclare void @free(ptr)"
  print "declare void @look(ptr nocapture) nofree nounwind"
  print "define internal void @set(ptr %p) noinline {\n  store i64 1, ptr %p\n  ret void\n}"
}

# 1 object, many calls
function calls(   i) {
  print "define void @f() {\n  %p = call ptr @malloc(i64 8)"
  for (i = 0; i < n / 2; i++) print "  tail call void @set(ptr %p)\n  call void @look(ptr %p)"
  print "  call void @free(ptr %p)\n  ret void\n}"
}

# many objects, one after the other, in one block
function sites(   i) {
  print "define void @f() {"
  for (i = 0; i < n / 4; i++)
    printf "  %%p%d = call ptr @malloc(i64 8)\n  store i64 %d, ptr %%p%d\n  call void @look(ptr %%p%d)\n  call void @free(ptr %%p%d)\n", i, i, i, i, i
  print "  ret void\n}"
}

# many functions with an object each, which call each other in a chain
function functions(   i) {
  print "define i64 @f0(ptr %o) {\n  ret i64 0\n}"
  for (i = 1; i < n / 7; i++)
    printf "define i64 @f%d(ptr %%o) {\n  %%p = call ptr @malloc(i64 8)\n  %%v = load i64, ptr %%o\n  store i64 %%v, ptr %%p\n  %%r = call i64 @f%d(ptr %%p)\n  call void @free(ptr %%p)\n  ret i64 %%r\n}\n", i, i - 1
}

# one long block of arithmetic beside one object
function block(   i) {
  print "define i64 @f(i64 %x0) {\n  %p = call ptr @malloc(i64 8)\n  store i64 %x0, ptr %p"
  for (i = 1; i < n; i++) printf "  %%x%d = mul i64 %%x%d, %d\n", i, i - 1, i % 9 + 3
  printf "  call void @free(ptr %%p)\n  ret i64 %%x%d\n}\n", i - 1
}

# a switch with an object per case, which meet in one phi
function cases(   i, m) {
  m = int(n / 3)
  print "define void @f(i32 %x) {\nentry:\n  %o = call ptr @malloc(i64 8)\n  switch i32 %x, label %done ["
  for (i = 0; i < m; i++) printf "  i32 %d, label %%c%d\n", i, i
  print "  ]"
  for (i = 0; i < m; i++) printf "c%d:\n  %%p%d = call ptr @malloc(i64 8)\n  store i64 %d, ptr %%p%d\n  br label %%done\n", i, i, i, i
  printf "done:\n  %%q = phi ptr [ %%o, %%entry ]"
  for (i = 0; i < m; i++) printf ", [ %%p%d, %%c%d ]", i, i
  print "\n  call void @free(ptr %q)\n  ret void\n}"
}

# an interpreter: every case of a loop makes an object, keeps it in a variable of its own, and drops it
function interpreter(   i, m) {
  m = int(n / 8)
  print "define void @f(ptr %pc) {\nentry:"
  for (i = 0; i < m; i++) printf "  %%v%d = alloca ptr\n", i
  print "  br label %head\nhead:\n  %x = load volatile i32, ptr %pc\n  switch i32 %x, label %done ["
  for (i = 0; i < m; i++) printf "  i32 %d, label %%b%d\n", i, i
  print "  ]"
  for (i = 0; i < m; i++)
    printf "b%d:\n  %%p%d = call ptr @malloc(i64 8)\n  store ptr %%p%d, ptr %%v%d\n  call void @look(ptr %%p%d)\n  %%q%d = load ptr, ptr %%v%d\n  store i64 0, ptr %%q%d\n  call void @free(ptr %%q%d)\n  br label %%head\n", i, i, i, i, i, i, i, i, i
  print "done:\n  ret void\n}"
}

# every object holds a pointer to the next
function list(   i, m) {
  m = int(n / 4)
  print "define void @f() {\n  %p0 = call ptr @malloc(i64 8)"
  for (i = 1; i < m; i++)
    printf "  %%p%d = call ptr @malloc(i64 8)\n  store ptr %%p%d, ptr %%p%d\n  %%q%d = load ptr, ptr %%p%d\n  store i64 0, ptr %%p%d\n", i, i, i - 1, i, i - 1, i
  print "  call void @look(ptr %p0)\n  ret void\n}"
}

# diamonds one after the other; an object is made before each and freed on one side or behind
function diamonds(   i, m) {
  m = int(n / 8)
  print "define void @f(ptr %x) {\n  br label %h0"
  for (i = 0; i < m; i++)
    printf "h%d:\n  %%p%d = call ptr @malloc(i64 8)\n  %%c%d = load volatile i1, ptr %%x\n  br i1 %%c%d, label %%a%d, label %%b%d\na%d:\n  call void @free(ptr %%p%d)\n  br label %%h%d\nb%d:\n  store i8 1, ptr %%p%d\n  call void @free(ptr %%p%d)\n  br label %%h%d\n", i, i, i, i, i, i, i, i, i + 1, i, i, i, i + 1
  printf "h%d:\n  ret void\n}\n", m
}

# two pointers that change places in every one of many phis
function phis(   i, m) {
  m = int(n / 5)
  print "define void @f(ptr %x) {\nb0:\n  %p0 = call ptr @malloc(i64 8)\n  %q0 = call ptr @malloc(i64 8)\n  %c0 = load volatile i1, ptr %x\n  br i1 %c0, label %b1, label %a0\na0:\n  br label %b1"
  for (i = 1; i < m; i++)
    printf "b%d:\n  %%p%d = phi ptr [ %%q%d, %%%s%d ], [ %%p%d, %%a%d ]\n  %%q%d = phi ptr [ %%p%d, %%%s%d ], [ %%q%d, %%a%d ]\n  %%c%d = load volatile i1, ptr %%x\n  br i1 %%c%d, label %%b%d, label %%a%d\na%d:\n  br label %%b%d\n", i, i, i - 1, "b", i - 1, i - 1, i - 1, i, i - 1, "b", i - 1, i - 1, i - 1, i, i, i + 1, i, i, i + 1
  printf "b%d:\n  ret void\n}\n", m
}

# functions that call each other in a circle and hand an object on
function circle(   i, m) {
  m = int(n / 8)
  for (i = 0; i < m; i++)
    printf "define i64 @f%d(ptr %%o, i64 %%k) {\n  %%p = call ptr @malloc(i64 16)\n  %%g = getelementptr i8, ptr %%o, i64 8\n  %%v = load i64, ptr %%o\n  store i64 %%v, ptr %%p\n  %%r = call i64 @f%d(ptr %%p, i64 %%v)\n  call void @free(ptr %%p)\n  ret i64 %%r\n}\n", i, (i + 1) % m
}

# constructors and destructors, with a caller for each pair
function constructors(   i, m) {
  m = int(n / 13)
  for (i = 0; i < m; i++) {
    printf "define internal ptr @new%d(i64 %%v) noinline {\n  %%p = call ptr @malloc(i64 16)\n  store i64 %%v, ptr %%p\n  %%q = call ptr @malloc(i64 8)\n  %%g = getelementptr i8, ptr %%p, i64 8\n  store ptr %%q, ptr %%g\n  ret ptr %%p\n}\n", i
    printf "define internal void @drop%d(ptr %%p) noinline {\n  %%g = getelementptr i8, ptr %%p, i64 8\n  %%q = load ptr, ptr %%g\n  call void @free(ptr %%q)\n  call void @free(ptr %%p)\n  ret void\n}\n", i
    printf "define void @use%d(i64 %%v) {\n  %%o = call ptr @new%d(i64 %%v)\n  call void @drop%d(ptr %%o)\n  ret void\n}\n", i, i, i
  }
}

# one array of pointers to many objects
function table(   i, m) {
  m = int(n / 3)
  printf "define void @f() {\n  %%t = call ptr @malloc(i64 %d)\n", m * 8
  for (i = 0; i < m; i++)
    printf "  %%p%d = call ptr @malloc(i64 8)\n  %%g%d = getelementptr ptr, ptr %%t, i64 %d\n  store ptr %%p%d, ptr %%g%d\n", i, i, i, i, i
  print "  call void @free(ptr %t)\n  ret void\n}"
}

BEGIN {
  if (n + 0 < 40) n = 40
  if (shape == "list-shapes") {
    print "calls sites functions block cases interpreter list diamonds phis circle constructors table"
    exit
  }
  head()
  if (shape == "calls") calls()
  else if (shape == "sites") sites()
  else if (shape == "functions") functions()
  else if (shape == "block") block()
  else if (shape == "cases") cases()
  else if (shape == "interpreter") interpreter()
  else if (shape == "list") list()
  else if (shape == "diamonds") diamonds()
  else if (shape == "phis") phis()
  else if (shape == "circle") circle()
  else if (shape == "constructors") constructors()
  else if (shape == "table") table()
  else exit 1
}
