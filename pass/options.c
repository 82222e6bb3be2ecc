/*===- options.c - defaults, command line, pass parameters -----------------===*/
#include "stackbound.h"

#include <string.h>

typedef struct OptionRow {
  const char *name;
  uint64_t standard, largest;
  size_t field;     /* offset in SbOptions */
  const char *text; /* what the value is; NULL: a number */
  bool is_switch;   /* without a value it is 1 */
} OptionRow;

static const OptionRow ROWS[] = {
#define SB_OPTION(FIELD, NAME, DEFAULT, LARGEST, HELP)                                             \
  {NAME, DEFAULT, LARGEST, offsetof(SbOptions, FIELD), NULL, false},
#define SB_SWITCH_OPTION(FIELD, NAME, HELP) {NAME, 0, 1, offsetof(SbOptions, FIELD), NULL, true},
#define SB_TEXT_OPTION(FIELD, NAME, VALUE, HELP)                                                   \
  {NAME, 0, 0, offsetof(SbOptions, FIELD), VALUE, false},
#include "options.def"
#undef SB_OPTION
};
enum { ROW_COUNT = sizeof ROWS / sizeof *ROWS };

static void *field_of(SbOptions *options, const OptionRow *row) {
  return (char *)options + row->field;
}

static void set_number(SbOptions *options, const OptionRow *row, uint64_t value) {
  *(uint64_t *)field_of(options, row) = value;
}

static void set_text(SbOptions *options, const OptionRow *row, const char *text) {
  *(const char **)field_of(options, row) = text;
}

/* A whole decimal number; false for anything else, also for one that does not fit. */
static bool parse_number(const char *text, size_t length, uint64_t *value) {
  *value = 0;
  for (size_t i = 0; i < length; i++) {
    if (text[i] < '0' || text[i] > '9' || *value > (UINT64_MAX - 9) / 10)
      return false;
    *value = *value * 10 + (uint64_t)(text[i] - '0');
  }
  return length != 0;
}

static const char *set_option(SbOptions *options, SbArena *arena, const OptionRow *row,
                              const char *text, size_t length) {
  uint64_t value;
  if (row->is_switch && !length) {
    set_number(options, row, 1);
    return NULL;
  }
  if (row->text && length) {
    set_text(options, row, sb_arena_printf(arena, "%.*s", (int)length, text));
    return NULL;
  }
  if (row->text)
    return sb_arena_printf(arena, "heap-to-stack: invalid value '' for '%s': expected %s",
                           row->name, row->text);
  if (parse_number(text, length, &value) && value <= row->largest) {
    set_number(options, row, value);
    return NULL;
  }
  return sb_arena_printf(
      arena,
      "heap-to-stack: invalid value '%.*s' for '%s': expected a whole number from 0 "
      "to %llu",
      (int)length, text, row->name, (unsigned long long)row->largest);
}

static const OptionRow *find_row(const char *name, size_t length) {
  for (size_t i = 0; i < ROW_COUNT; i++)
    if (strlen(ROWS[i].name) == length && memcmp(ROWS[i].name, name, length) == 0)
      return &ROWS[i];
  return NULL;
}

static const char *known_names(SbArena *arena) {
  const char *names = ROWS[0].name;
  for (size_t i = 1; i < ROW_COUNT; i++)
    names = sb_arena_printf(arena, "%s, %s", names, ROWS[i].name);
  return names;
}

/* One "name=N" of the pass parameters. */
static const char *parse_parameter(SbOptions *options, SbArena *arena, const char *text,
                                   size_t length) {
  const char *equals = memchr(text, '=', length);
  size_t name_length = equals ? (size_t)(equals - text) : length;
  const OptionRow *row = find_row(text, name_length);
  if (!row)
    return sb_arena_printf(arena, "heap-to-stack: unknown parameter '%.*s': expected one of %s",
                           (int)name_length, text, known_names(arena));
  if (!equals && row->is_switch)
    return set_option(options, arena, row, "", 0);
  if (!equals)
    return sb_arena_printf(arena, "heap-to-stack: parameter '%s' needs a value: '%s=N'", row->name,
                           row->name);
  return set_option(options, arena, row, equals + 1, length - name_length - 1);
}

static const char *parse_parameters(SbOptions *options, SbArena *arena, const char *text) {
  while (*text) {
    size_t length = strcspn(text, ";");
    const char *error = parse_parameter(options, arena, text, length);
    if (error)
      return error;
    text += length + (text[length] == ';');
  }
  return NULL;
}

const char *sb_options_parse(SbOptions *options, SbArena *arena, SbOptionSource source,
                             const char *parameters) {
  for (unsigned i = 0; i < ROW_COUNT; i++) {
    if (ROWS[i].text)
      set_text(options, &ROWS[i], NULL);
    else
      set_number(options, &ROWS[i], ROWS[i].standard);
    const char *text = source ? source(i) : NULL;
    const char *error = text ? set_option(options, arena, &ROWS[i], text, strlen(text)) : NULL;
    if (error)
      return error;
  }
  return parse_parameters(options, arena, parameters ? parameters : "");
}
