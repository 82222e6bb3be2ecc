/*===- main.c - stackbound-report -----------------------------------------===*/
#include "report.h"

#include <errno.h>
#include <getopt.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* Like diff: 1 is an answer, 2 is trouble. */
enum { EXIT_OK = 0, EXIT_FELL_BACK = 1, EXIT_TROUBLE = 2 };

static const char USAGE[] =
    "usage: stackbound-report [OPTIONS] RECORD...\n"
    "       stackbound-report [OPTIONS] --diff OLD NEW\n"
    "\n"
    "Shows every heap allocation that Stackbound saw: whether it moved to the stack, and why not.\n"
    "RECORD is an optimization record of clang or lld (-fsave-optimization-record, YAML or\n"
    "bitstream), an object file with a remarks section, a folder that is searched for\n"
    "*.yaml, *.yml and *.bitstream, or - for standard input.\n"
    "\n"
    "  --format FORMAT      text (default), json, sarif or html\n"
    "  -o, --output FILE    write to FILE instead of standard output\n"
    "  --explain            text: the steps from each allocation to its escape, and the functions\n"
    "                       that its copies are in\n"
    "  --only WHAT          only sites with a copy that was promoted, was kept, or was kept for\n"
    "                       this reason (returned, stored-to-global, ...)\n"
    "  --file GLOB          only allocations in these source files ('*.c', 'src/*')\n"
    "  --function GLOB      only copies in these functions ('main', 'ns::*')\n"
    "  --diff OLD NEW       compare two records or folders: what moved, what fell back to the "
    "heap\n"
    "  --source-dir DIR     html: the folder that relative source file names start from\n"
    "  --color WHEN         auto (default: on a terminal), always or never\n"
    "  --help               this text\n"
    "  --version            the version, and that of LLVM\n"
    "\n"
    "Exit status: 0; 1 when --diff found an allocation that fell back to the heap; 2 when an "
    "option\n"
    "is wrong or a record could not be read completely (the rest is still reported).\n";

static const char *const REASONS[] = {
#define SB_REASON(NAME, WORD, SENTENCE, CLAUSE) WORD,
#include "reasons.def"
#undef SB_REASON
};

typedef void (*Printer)(const RpModel *model, const RpOutput *out);

static const struct {
  const char *name;
  Printer print;
} FORMATS[] = {{"text", rp_print_text},
               {"json", rp_print_json},
               {"sarif", rp_print_sarif},
               {"html", rp_print_html}};

typedef struct Options {
  Printer print;
  const char *output, *only, *file, *function, *source_dir;
  const char *color;
  bool explain, diff;
} Options;

/*===- Options --------------------------------------------------------------------------------===*/

static _Noreturn void fail(const char *format, const char *what, const char *more) {
  fputs("stackbound-report: ", stderr);
  fprintf(stderr, format, what, more);
  fputs(" (see --help)\n", stderr);
  exit(EXIT_TROUBLE);
}

static Printer format_named(const char *name) {
  for (size_t i = 0; i < sizeof FORMATS / sizeof *FORMATS; i++)
    if (strcmp(FORMATS[i].name, name) == 0)
      return FORMATS[i].print;
  fail("--format %s: there are text, json, sarif and html", name, "");
}

static void check_only(const char *word) {
  if (strcmp(word, "promoted") == 0 || strcmp(word, "kept") == 0)
    return;
  char allowed[1024] = "";
  for (size_t i = 0; i < sizeof REASONS / sizeof *REASONS; i++) {
    if (strcmp(REASONS[i], word) == 0)
      return;
    strcat(strcat(allowed, ", "), REASONS[i]);
  }
  fail("--only %s: allowed are promoted, kept%s", word, allowed);
}

static void check_color(const char *word) {
  if (strcmp(word, "auto") != 0 && strcmp(word, "always") != 0 && strcmp(word, "never") != 0)
    fail("--color %s: allowed are auto, always and never", word, "");
}

static void print_version(void) {
  printf("stackbound-report %s (LLVM %s)\n", STACKBOUND_VERSION, STACKBOUND_LLVM_VERSION);
}

enum {
  OPT_FORMAT = 256,
  OPT_EXPLAIN,
  OPT_ONLY,
  OPT_FILE,
  OPT_FUNCTION,
  OPT_DIFF,
  OPT_SOURCE_DIR,
  OPT_COLOR,
  OPT_VERSION
};

static void take_option(Options *options, int option, const char *argument) {
  switch (option) {
  case OPT_FORMAT:
    options->print = format_named(argument);
    break;
  case 'o':
    options->output = argument;
    break;
  case OPT_EXPLAIN:
    options->explain = true;
    break;
  case OPT_ONLY:
    check_only(argument);
    options->only = argument;
    break;
  case OPT_FILE:
    options->file = argument;
    break;
  case OPT_FUNCTION:
    options->function = argument;
    break;
  case OPT_DIFF:
    options->diff = true;
    break;
  case OPT_SOURCE_DIR:
    options->source_dir = argument;
    break;
  case OPT_COLOR:
    check_color(argument);
    options->color = argument;
    break;
  }
}

static void parse_options(Options *options, int argc, char **argv) {
  static const struct option table[] = {{"format", required_argument, NULL, OPT_FORMAT},
                                        {"output", required_argument, NULL, 'o'},
                                        {"explain", no_argument, NULL, OPT_EXPLAIN},
                                        {"only", required_argument, NULL, OPT_ONLY},
                                        {"file", required_argument, NULL, OPT_FILE},
                                        {"function", required_argument, NULL, OPT_FUNCTION},
                                        {"diff", no_argument, NULL, OPT_DIFF},
                                        {"source-dir", required_argument, NULL, OPT_SOURCE_DIR},
                                        {"color", required_argument, NULL, OPT_COLOR},
                                        {"help", no_argument, NULL, 'h'},
                                        {"version", no_argument, NULL, OPT_VERSION},
                                        {NULL, 0, NULL, 0}};
  opterr = 0;
  int option;
  while ((option = getopt_long(argc, argv, ":ho:", table, NULL)) != -1) {
    if (option == 'h') {
      fputs(USAGE, stdout);
      exit(EXIT_OK);
    }
    if (option == OPT_VERSION) {
      print_version();
      exit(EXIT_OK);
    }
    if (option == ':')
      fail("%s needs a value", argv[optind - 1], "");
    if (option == '?')
      fail("%s: there is no such option, or it takes no value", argv[optind - 1], "");
    take_option(options, option, optarg);
  }
}

/*===- Reading, with progress -----------------------------------------------------------------===*/

static double seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

/* Only when it takes long enough for somebody to wonder. */
static void show_progress(RpModel *model) {
  double now = seconds();
  if (now < model->next_tick)
    return;
  model->next_tick = now + 0.1;
  model->ticked = true;
  fprintf(stderr, "\rrecord %" PRIu64 " of %" PRIu64 ", %" PRIu64 " remarks", model->records,
          model->inputs, model->remarks);
}

static void read_inputs(RpModel *model, const RpInputs *inputs) {
  model->inputs = inputs->length;
  model->next_tick = seconds() + 0.5;
  model->tick = isatty(STDERR_FILENO) ? show_progress : NULL;
  for (unsigned i = 0; i < inputs->length; i++) {
    rp_read_record(model, &inputs->data[i]);
    if (model->tick)
      model->tick(model);
  }
  if (model->ticked)
    fputs("\r\x1b[K", stderr);
}

static void read_model(RpModel *model, const Options *options, char **paths, int count) {
  model->file_filter = options->file;
  model->function_filter = options->function;
  RpInputs inputs = {0};
  for (int i = 0; i < count; i++) {
    unsigned before = inputs.length;
    if (!rp_find_inputs(&model->arena, &inputs, paths[i]))
      rp_add_problem(model, "%s: %s", paths[i], strerror(errno));
    else if (inputs.length == before)
      rp_add_problem(model, "%s: no records in this folder (*.yaml, *.yml, *.bitstream)", paths[i]);
  }
  read_inputs(model, &inputs);
  rp_finish(model, options->only);
}

static bool put_problems(const RpModel *model) {
  for (unsigned i = 0; i < model->problems.length; i++) {
    fputs("stackbound-report: ", stderr);
    rp_put_plain(stderr, model->problems.data[i].message);
    putc('\n', stderr);
  }
  return model->problems.length != 0;
}

/*===- The run --------------------------------------------------------------------------------===*/

static bool wants_color(const Options *options) {
  if (strcmp(options->color, "auto") != 0)
    return strcmp(options->color, "always") == 0;
  const char *terminal = getenv("TERM"), *no_color = getenv("NO_COLOR");
  return !options->output && isatty(STDOUT_FILENO) && !(no_color && *no_color) && terminal &&
         strcmp(terminal, "dumb") != 0;
}

static RpOutput open_output(const Options *options) {
  RpOutput out = {stdout, options->explain, wants_color(options), options->source_dir};
  if (options->output && strcmp(options->output, "-") != 0)
    out.file = fopen(options->output, "w");
  if (!out.file)
    fail("%s: %s", options->output, strerror(errno));
  return out;
}

static void close_output(const Options *options, RpOutput *out) {
  bool failed = ferror(out->file) || fflush(out->file) != 0;
  if (out->file != stdout)
    failed = fclose(out->file) != 0 || failed;
  if (failed)
    fail("%s: it could not be written%s", options->output ? options->output : "standard output",
         "");
}

static int run_report(const Options *options, char **paths, int count) {
  RpModel model = {0};
  read_model(&model, options, paths, count);
  bool trouble = put_problems(&model);
  RpOutput out = open_output(options);
  options->print(&model, &out);
  close_output(options, &out);
  if (!model.remarks && !trouble)
    fputs("stackbound-report: no remarks of heap-to-stack in these records: was the program "
          "compiled at -O1 or above and with the plugin?\n",
          stderr);
  rp_free(&model);
  return trouble ? EXIT_TROUBLE : EXIT_OK;
}

static int run_diff(const Options *options, char **paths) {
  RpModel before = {0}, after = {0};
  read_model(&before, options, &paths[0], 1);
  read_model(&after, options, &paths[1], 1);
  bool trouble = put_problems(&before);
  trouble = put_problems(&after) || trouble;
  RpOutput out = open_output(options);
  unsigned fell_back = rp_print_diff(&before, &after, &out);
  close_output(options, &out);
  rp_free(&before);
  rp_free(&after);
  return trouble ? EXIT_TROUBLE : fell_back ? EXIT_FELL_BACK : EXIT_OK;
}

int main(int argc, char **argv) {
  Options options = {.print = rp_print_text, .color = "auto"};
  parse_options(&options, argc, argv);
  char **paths = argv + optind;
  int count = argc - optind;
  if (options.diff) {
    if (count != 2)
      fail("--diff takes two records or folders, OLD and NEW%s%s", "", "");
    if (options.print != rp_print_text)
      fail("--diff prints text only%s%s", "", "");
    if (options.only || options.explain)
      fail("--diff does not go with --only and --explain%s%s", "", "");
    return run_diff(&options, paths);
  }
  if (!count)
    fail("no record given: name an optimization record or a folder%s%s", "", "");
  return run_report(&options, paths, count);
}
