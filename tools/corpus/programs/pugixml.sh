package=pugixml
language=c++

units() {
  unit src/pugixml.cpp
  unit pugixml_driver.cpp "-I$src/src"
  for f in allocator main test writer_string test_compact test_deprecated test_document \
    test_dom_modify test_dom_text test_dom_traverse test_memory test_parse test_parse_doctype \
    test_unicode test_write test_xpath test_xpath_api test_xpath_functions test_xpath_operators \
    test_xpath_parse test_xpath_paths test_xpath_variables; do
    unit "tests/$f.cpp" "-I$src/src"
  done
}

links() {
  link pugixml_driver pugixml_driver pugixml
  # shellcheck disable=SC2046
  link pugixml_tests $(ls ./*.o | grep -v pugixml_driver)
}

workload() {
  run pugixml_driver 3000
  cp -R "$src/tests" .
  run pugixml_tests
}
