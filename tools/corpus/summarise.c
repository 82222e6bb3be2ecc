// Reads optimisation records (YAML, as -fsave-optimization-record writes them) and sums up what the
// pass heap-to-stack did.
//
//     summarise FILE...          lines `sites N`, `promoted N`, `guarded N`, `kept N`, and
//                                `kept REASON N` per reason
//     summarise --kept FILE...   one line per kept site, separated by tabs: reason, place
//                                (file:line:column), function, the remark's text
//
// Not a YAML parser: it knows the one shape that LLVM's remark writer prints.

#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_REASONS = 64, WORD = 64, PLACE = 512, TEXT = 4096 };

typedef struct {
  char kind[WORD]; // "Passed", "Missed" or "Analysis"
  char pass[WORD];
  char name[WORD];
  char reason[WORD];
  char place[PLACE];
  char function[PLACE];
  char text[TEXT];
} Remark;

typedef struct {
  char name[WORD];
  unsigned long sites;
} Reason;

typedef struct {
  unsigned long promoted, guarded, kept;
  Reason reasons[MAX_REASONS];
  int reason_count;
} Totals;

static void fail(const char *what, const char *where) {
  fprintf(stderr, "summarise: %s: %s\n", where, what);
  exit(1);
}

static void copy(char *to, size_t room, const char *from) { snprintf(to, room, "%s", from); }

// Removes quotes and their escapes from a scalar, in place.
static char *unquote(char *scalar) {
  size_t length = strlen(scalar);
  char quote = scalar[0];
  if (length < 2 || (quote != '\'' && quote != '"') || scalar[length - 1] != quote)
    return scalar;
  char *out = scalar;
  for (char *in = scalar + 1; in < scalar + length - 1; in++) {
    if (in[0] == '\'' && quote == '\'' && in[1] == '\'')
      in++;
    else if (in[0] == '\\' && quote == '"')
      in++;
    *out++ = *in;
  }
  *out = '\0';
  return scalar;
}

// `{ File: 'a.c', Line: 12, Column: 9 }` becomes `a.c:12:9`.
static void read_place(char *place, char *flow) {
  char *file = strstr(flow, "File: "), *line = strstr(flow, "Line: ");
  if (!file || !line)
    return;
  unsigned row = 0, column = 0;
  if (sscanf(line, "Line: %u, Column: %u", &row, &column) < 1)
    return;
  char *end = line;
  while (end > file && (end[-1] == ' ' || end[-1] == ','))
    end--;
  *end = '\0';
  snprintf(place, PLACE, "%s:%u:%u", unquote(file + strlen("File: ")), row, column);
}

static void count_reason(Totals *totals, const char *name) {
  int i = 0;
  while (i < totals->reason_count && strcmp(totals->reasons[i].name, name) != 0)
    i++;
  if (i == MAX_REASONS)
    fail("too many different reasons", name);
  if (i == totals->reason_count) {
    copy(totals->reasons[i].name, WORD, name);
    totals->reason_count++;
  }
  totals->reasons[i].sites++;
}

// Called at the end of each remark.
static void count_remark(Totals *totals, Remark *remark, bool print_kept) {
  if (strcmp(remark->pass, "heap-to-stack") == 0) {
    bool passed = strcmp(remark->kind, "Passed") == 0;
    if (passed && strcmp(remark->name, "Promoted") == 0)
      totals->promoted++;
    else if (passed && strcmp(remark->name, "PromotedGuarded") == 0)
      totals->guarded++;
    else if (strcmp(remark->kind, "Missed") == 0) {
      totals->kept++;
      count_reason(totals, remark->reason[0] ? remark->reason : "(none)");
      if (print_kept)
        printf("%s\t%s\t%s\t%s\n", remark->reason, remark->place, remark->function, remark->text);
    }
  }
  memset(remark, 0, sizeof *remark);
}

// `key: value` at the start of a line; returns the value or NULL.
static char *value_of(char *line, const char *key) {
  size_t length = strlen(key);
  if (strncmp(line, key, length) != 0 || line[length] != ':')
    return NULL;
  line += length + 1;
  while (*line == ' ')
    line++;
  return line;
}

// One `  - Key: value` of Args.  Every argument but the reason is part of the text.
static void read_argument(Remark *remark, char *argument) {
  char *colon = strchr(argument, ':');
  if (!colon)
    return;
  *colon++ = '\0';
  while (*colon == ' ')
    colon++;
  char *value = unquote(colon);
  if (strcmp(argument, "Reason") == 0) {
    copy(remark->reason, WORD, value);
    return;
  }
  size_t used = strlen(remark->text);
  copy(remark->text + used, TEXT - used, value);
}

static void read_line(Remark *remark, char *line) {
  char *value;
  if ((value = value_of(line, "Pass")))
    copy(remark->pass, WORD, unquote(value));
  else if ((value = value_of(line, "Name")))
    copy(remark->name, WORD, unquote(value));
  else if ((value = value_of(line, "Function")))
    copy(remark->function, PLACE, unquote(value));
  else if ((value = value_of(line, "DebugLoc")))
    read_place(remark->place, value);
  else if (strncmp(line, "  - ", 4) == 0)
    read_argument(remark, line + 4);
}

// Reads a line without its newline.  A flow mapping that is wrapped over lines is joined.
static bool next_line(FILE *in, char *line, size_t room) {
  if (!fgets(line, (int)room, in))
    return false;
  line[strcspn(line, "\n")] = '\0';
  bool is_flow = strstr(line, "DebugLoc: ") != NULL;
  while (is_flow && !strchr(line, '}')) {
    char more[PLACE];
    if (!fgets(more, sizeof more, in))
      break;
    more[strcspn(more, "\n")] = '\0';
    char *start = more;
    while (isspace((unsigned char)*start))
      start++;
    size_t used = strlen(line);
    snprintf(line + used, room - used, " %s", start);
  }
  return true;
}

static void read_record(Totals *totals, const char *path, bool print_kept) {
  static char line[TEXT];
  static Remark remark;
  FILE *in = fopen(path, "r");
  if (!in)
    fail("cannot be read", path);
  memset(&remark, 0, sizeof remark);
  while (next_line(in, line, sizeof line)) {
    if (strncmp(line, "--- !", 5) == 0)
      copy(remark.kind, WORD, line + 5);
    else if (strcmp(line, "...") == 0)
      count_remark(totals, &remark, print_kept);
    else
      read_line(&remark, line);
  }
  fclose(in);
}

int main(int argc, char **argv) {
  bool print_kept = argc > 1 && strcmp(argv[1], "--kept") == 0;
  static Totals totals;
  for (int i = print_kept ? 2 : 1; i < argc; i++)
    read_record(&totals, argv[i], print_kept);
  if (print_kept)
    return 0;
  printf("sites %lu\n", totals.promoted + totals.guarded + totals.kept);
  printf("promoted %lu\nguarded %lu\nkept %lu\n", totals.promoted, totals.guarded, totals.kept);
  for (int i = 0; i < totals.reason_count; i++)
    printf("kept %s %lu\n", totals.reasons[i].name, totals.reasons[i].sites);
  return 0;
}
