package=sqlite3

# The amalgamation and the shell are put together by the package's own Tcl scripts.
prepare() {
  for tool in tclsh make; do
    command -v $tool || fail "$name" "$step" "$tool is needed: apt-get install tcl make"
  done
  make -f "$src/main.mk" TOP="$src" BCC="$cc -O1 -w" sqlite3.c shell.c
}

features='-DSQLITE_ENABLE_FTS5 -DSQLITE_ENABLE_RTREE -DSQLITE_ENABLE_DBSTAT_VTAB
  -DSQLITE_ENABLE_DBPAGE_VTAB -DSQLITE_ENABLE_EXPLAIN_COMMENTS -DSQLITE_ENABLE_MATH_FUNCTIONS
  -DSQLITE_ENABLE_STMTVTAB -DSQLITE_ENABLE_OFFSET_SQL_FUNC -DSQLITE_THREADSAFE=0
  -DSQLITE_ENABLE_PREUPDATE_HOOK -DSQLITE_ENABLE_SESSION -DHAVE_READLINE=0'

units() {
  features=$(echo $features)
  unit sqlite3.c "$features"
  unit shell.c "$features -I$gen"
  # Some of these want Windows, other libraries or to be included somewhere.
  for f in "$src"/ext/misc/*.c "$src"/tool/*.c; do
    unit '?' "${f#"$src/"}" "-I$gen -I$src/src -I$src/ext/misc"
  done
}

links() {
  link sqlite3 shell sqlite3 -lm
  for tool in sqldiff dbhash showdb; do link $tool $tool sqlite3 -lm; done
  link lemon lemon
  link mkkeywordhash mkkeywordhash
  link srcck1 srcck1
}

workload() {
  cp "$here/drivers/work.sql" .
  run sqlite3 -bail first.db <work.sql
  run sqlite3 first.db '.schema' '.tables' 'pragma integrity_check'
  run sqlite3 first.db .dump | cksum
  run sqlite3 first.db '.output dump.sql' .dump
  run sqlite3 second.db <dump.sql
  run sqlite3 second.db "delete from item where id % 97 = 0; update person set name = 'x' || name where id < 9"
  run sqldiff first.db second.db | cksum
  run dbhash first.db second.db
  for mode in csv json markdown box html insert line quote; do
    run sqlite3 -cmd ".mode $mode" first.db 'select * from person limit 7'
  done
  run sqlite3 first.db '.expert' 'select * from item where price > 3 and label = 7' '.eqp on' \
    'select name from person natural join item' 
  run sqlite3 first.db 'select no_such_column from person'
  run sqlite3 :memory: '.read no-such-file' 
  run showdb first.db 1
  cp "$src/src/parse.y" "$src/tool/lempar.c" .
  run lemon -S parse.y
  cksum parse.c parse.h
  run mkkeywordhash | cksum
  run srcck1 "$gen/sqlite3.c" | cksum
}
