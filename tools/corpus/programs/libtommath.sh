package=libtommath

units() {
  for f in "$src"/bn_*.c; do unit "$(basename "$f")" "-I$src"; done
  unit libtommath_driver.c "-I$src"
}

links() { link libtommath_driver ./*.o; }

workload() { run libtommath_driver 40; }
