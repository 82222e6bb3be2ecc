// RUN: %unit/report_test | FileCheck %s
// CHECK: report: ok
#include "../../tools/report/report.h"
#include "expect.h"

#include <stdlib.h>
#include <string.h>

static RpModel model;

static bool yaml_is(const char *text, const char *meaning) {
  return strcmp(rp_intern_yaml(&model, text, strlen(text)), meaning) == 0;
}

/* As LLVM's parser leaves them: without single, with double quotes. */
static void test_yaml_strings(void) {
  EXPECT(yaml_is("plain", "plain") && yaml_is("", ""));
  EXPECT(yaml_is("''", "'") && yaml_is("it''s ''x''", "it's 'x'"));
  EXPECT(yaml_is("\"a\\\"b\"", "a\"b") && yaml_is("\"a\\nb\\\\\"", "a\nb\\"));
  EXPECT(yaml_is("\"\\x41\\u00e9\\U0001f600\"", "A\xc3\xa9\xf0\x9f\x98\x80"));
  EXPECT(yaml_is("\"it's\"", "it's"));
  EXPECT(yaml_is("\"\\x4\"", "x4")); /* no escape: too short */
  EXPECT(yaml_is("\"", "\""));
}

static void test_interned(void) {
  for (int i = 0; i < 5000; i++) {
    char text[16];
    int length = snprintf(text, sizeof text, "s%d", i);
    const char *interned = rp_intern(&model, text, (size_t)length);
    EXPECT(strcmp(interned, text) == 0 && interned == rp_intern_string(&model, text));
  }
  EXPECT(rp_intern(&model, "abc", 2) == rp_intern_string(&model, "ab"));
}

static void test_file_globs(void) {
  EXPECT(rp_file_matches("*.c", "src/a.c") && !rp_file_matches("*.c", "src/a.cpp"));
  EXPECT(rp_file_matches("a.c", "/x/src/a.c") && !rp_file_matches("a.c", "ba.c"));
  EXPECT(rp_file_matches("src/*.c", "src/a.c") && rp_file_matches("src/*.c", "/x/src/a.c"));
  EXPECT(!rp_file_matches("src/*.c", "mysrc/a.c"));
  EXPECT(rp_file_matches("/x/*", "/x/src/a.c") && !rp_file_matches("/x/*", "/y/a.c"));
}

static void test_function_globs(void) {
  EXPECT(rp_function_matches("main", "main") && !rp_function_matches("mai", "main"));
  EXPECT(rp_function_matches("_ZN2ns1fEi", "_ZN2ns1fEi"));
  EXPECT(rp_function_matches("ns::f", "_ZN2ns1fEi"));
  EXPECT(rp_function_matches("ns::f(int)", "_ZN2ns1fEi") &&
         rp_function_matches("ns::*", "_ZN2ns1fEi"));
  EXPECT(!rp_function_matches("f", "_ZN2ns1fEi"));
  /* void g<int>(int): with and without what surrounds the name */
  EXPECT(rp_function_matches("g<int>", "_Z1gIiEvT_") &&
         rp_function_matches("void g<*", "_Z1gIiEvT_"));
  EXPECT(rp_function_matches("(anonymous namespace)::h", "_ZN12_GLOBAL__N_11hEv"));
  EXPECT(rp_function_matches("S::operator()", "_ZN1SclEi"));
  EXPECT(rp_function_matches("operator<<", "_ZlsR1SS0_"));
}

static void test_system_files(void) {
  EXPECT(rp_is_system_file("/usr/include/stdlib.h"));
  EXPECT(rp_is_system_file("/usr/lib/gcc/x/12/../../../../include/c++/12/bits/new_allocator.h"));
  EXPECT(rp_is_system_file("/opt/clang/include/c++/v1/string"));
  EXPECT(!rp_is_system_file("/usr/src/mine.c") && !rp_is_system_file("include/mine.h"));
}

static bool writes(void (*put)(FILE *, const char *), const char *text, const char *expected) {
  char *written = NULL;
  size_t length = 0;
  FILE *file = open_memstream(&written, &length);
  EXPECT(file);
  put(file, text);
  fclose(file);
  bool same = strcmp(written, expected) == 0;
  free(written);
  return same;
}

static void test_escapes(void) {
  EXPECT(writes(rp_put_json, "a\"\\\n\x01</script>", "\"a\\\"\\\\\\n\\u0001\\u003c/script>\""));
  EXPECT(writes(rp_put_html, "<&>\"'\x1b\t", "&lt;&amp;&gt;&quot;&#39;\xef\xbf\xbd\t"));
  EXPECT(writes(rp_put_uri, "/a b/<c>.c", "file:///a%20b/%3Cc%3E.c"));
  EXPECT(writes(rp_put_uri, "src/\xc3\xa9.c", "src/%C3%A9.c"));
  EXPECT(writes(rp_put_plain, "a\x1b[31m\n", "a?[31m?"));
}

/* What is not UTF-8: stray, cut, over-long, surrogates, beyond the last code point. */
static void test_utf8(void) {
  EXPECT(writes(rp_put_plain, "\xc3\xa9\xf0\x9f\x98\x80", "\xc3\xa9\xf0\x9f\x98\x80"));
  EXPECT(writes(rp_put_plain, "\xff", "\xef\xbf\xbd") &&
         writes(rp_put_plain, "\xc3", "\xef\xbf\xbd"));
  EXPECT(writes(rp_put_plain, "\xc0\xbc", "\xef\xbf\xbd\xef\xbf\xbd"));
  EXPECT(writes(rp_put_plain, "\xed\xa0\x80", "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd"));
  EXPECT(
      writes(rp_put_plain, "\xf4\x90\x80\x80", "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd"));
}

int main(void) {
  test_yaml_strings();
  test_interned();
  test_file_globs();
  test_function_globs();
  test_system_files();
  test_escapes();
  test_utf8();
  rp_free(&model);
  puts("report: ok");
}
