// RUN: %unit/options_test | FileCheck %s
// CHECK: options: ok
#include "expect.h"
#include "stackbound.h"

#include <string.h>

static SbArena arena;
static SbOptions options;

static const char *max_size_on_command_line(unsigned option) { return option == 0 ? "77" : NULL; }

static const char *bad_command_line(unsigned option) { return option == 1 ? "-5" : NULL; }

static const char *parse(const char *parameters) {
  return sb_options_parse(&options, &arena, NULL, parameters);
}

static void test_accepted(void) {
  EXPECT(!parse("") && options.max_size == 1024 && options.guard_size == 256);
  EXPECT(options.frame_budget == 4096 && options.recursive_budget == 64);
  EXPECT(!parse("max-size=0;guard-size=16;"));
  EXPECT(options.max_size == 0 && options.guard_size == 16 && options.frame_budget == 4096);
  EXPECT(!parse("max-size=1073741824"));
}

/* Every message names what is wrong and what is allowed. */
static void test_refused(void) {
  static const struct {
    const char *parameters, *names, *allowed;
  } rows[] = {
      {"max-size=abc", "'abc' for 'max-size'", "from 0 to 1073741824"},
      {"max-size=-1", "'-1' for 'max-size'", "from 0 to 1073741824"},
      {"guard-size=1073741825", "'1073741825' for 'guard-size'", "from 0 to 1073741824"},
      {"frame-budget=99999999999999999999999", "for 'frame-budget'", "from 0 to 1073741824"},
      {"max-size=", "'' for 'max-size'", "whole number"},
      {"max-size", "'max-size' needs a value", "max-size=N"},
      {"foo=1", "unknown parameter 'foo'", "max-size, guard-size, frame-budget"},
      {"max-size=1;;guard-size=2", "unknown parameter ''", "max-size"},
      {"max-size=1,guard-size=2", "'1,guard-size=2'", "whole number"},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    const char *error = parse(rows[i].parameters);
    EXPECT(error && strstr(error, rows[i].names) && strstr(error, rows[i].allowed));
  }
}

/* Text is taken as it is, up to the next parameter. */
static void test_text(void) {
  EXPECT(!parse("") && !options.require);
  EXPECT(!parse("require=a*|ns::b;max-size=8") && options.max_size == 8);
  EXPECT(options.require && strcmp(options.require, "a*|ns::b") == 0);
  const char *error = parse("require=");
  EXPECT(error && strstr(error, "'' for 'require'") && strstr(error, "function names"));
  error = parse("require");
  EXPECT(error && strstr(error, "'require' needs a value"));
}

static void test_command_line(void) {
  EXPECT(!sb_options_parse(&options, &arena, max_size_on_command_line, ""));
  EXPECT(options.max_size == 77 && options.guard_size == 256);
  EXPECT(!sb_options_parse(&options, &arena, max_size_on_command_line, "max-size=5"));
  EXPECT(options.max_size == 5); /* the pass parameter is nearer */
  EXPECT(sb_options_parse(&options, &arena, bad_command_line, ""));
}

int main(void) {
  test_accepted();
  test_refused();
  test_text();
  test_command_line();
  sb_arena_reset(&arena);
  puts("options: ok");
  return 0;
}
