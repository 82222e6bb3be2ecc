package=cjson

units() {
  unit cJSON.c
  unit cJSON_Utils.c "-I$src"
  unit cjson_driver.c "-I$src"
  unit test.c "-I$src"
  for t in misc_tests parse_array parse_number parse_object parse_string parse_value \
    print_array print_number print_object print_string print_value parse_with_opts \
    parse_examples readme_examples cjson_add minify_tests compare_tests misc_utils_tests \
    json_patch_tests old_utils_tests; do
    unit "tests/$t.c" "-I$src -I$src/tests/unity/src -I$src/tests/unity/examples"
  done
  unit tests/unity/src/unity.c "-I$src/tests/unity/src"
}

links() {
  link cjson_driver cjson_driver cJSON cJSON_Utils -lm
  link cjson_test test cJSON -lm
  # The package's tests include cJSON.c themselves.
  for t in misc_tests parse_array parse_number parse_object parse_string parse_value \
    print_array print_number print_object print_string print_value parse_with_opts \
    parse_examples readme_examples cjson_add minify_tests compare_tests; do
    link "$t" "$t" unity -lm
  done
  for t in misc_utils_tests json_patch_tests old_utils_tests; do
    link "$t" "$t" cJSON_Utils unity -lm
  done
}

workload() {
  run cjson_driver 2000
  run cjson_test
  cp -R "$src/tests/inputs" "$src/tests/json-patch-tests" .
  for t in misc_tests parse_array parse_number parse_object parse_string parse_value \
    print_array print_number print_object print_string print_value parse_with_opts \
    parse_examples readme_examples cjson_add minify_tests compare_tests misc_utils_tests \
    json_patch_tests old_utils_tests; do
    run "$t"
  done
}
