package=libjsoncpp
language=c++

units() {
  for f in "$src"/src/lib_json/*.cpp; do unit "src/lib_json/$(basename "$f")" "-I$src/include"; done
  unit jsoncpp_driver.cpp "-I$src/include"
  unit src/jsontestrunner/main.cpp "-I$src/include"
  for f in fuzz jsontest; do unit "src/test_lib_json/$f.cpp" "-I$src/include"; done
  # Its object would have the name of the other main's.
  unit jsoncpp_tests.cpp "-I$src/include"
}

prepare() { echo "#include \"$src/src/test_lib_json/main.cpp\"" >jsoncpp_tests.cpp; }

links() {
  set -- json_reader json_value json_writer
  link jsoncpp_driver jsoncpp_driver "$@"
  link jsontestrunner main "$@"
  link jsoncpp_tests jsoncpp_tests jsontest fuzz "$@"
}

workload() {
  run jsoncpp_driver 1500
  run jsoncpp_tests
  cp -R "$src/test" .
  for f in test/data/*.json; do
    run jsontestrunner "$f"
    cat "${f%.json}".actual "${f%.json}".rewrite "${f%.json}".actual-rewrite 2>/dev/null || :
  done
}
