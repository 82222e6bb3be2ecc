package=yaml-cpp
language=c++

units() {
  for f in "$src"/src/*.cpp; do unit "src/$(basename "$f")" "-I$src/include"; done
  unit yaml_driver.cpp "-I$src/include"
}

links() { link yaml_driver ./*.o; }

workload() { run yaml_driver 200; }
