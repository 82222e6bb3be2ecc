/*===- records.c - reading optimization records ---------------------------===*
 *
 * LLVM's parser stops at the first mistake, and reads the remarks of all
 * passes. So YAML is cut into its documents here, one per remark: those of
 * other passes are skipped unread, and a mistake costs one remark only.
 *
 *===----------------------------------------------------------------------===*/
#include "records.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

void rp_add_problem(RpModel *model, const char *format, ...) {
  va_list args;
  va_start(args, format);
  char *text = NULL;
  int length = vasprintf(&text, format, args);
  va_end(args);
  if (length < 0)
    abort();
  sb_vec_push(&model->arena, &model->problems,
              ((RpProblem){rp_intern(model, text, (size_t)length)}));
  free(text);
}

/* For progress, now and then. */
static void count_document(RpReader *reader) {
  enum { OFTEN = 1024 };
  if (++reader->documents % OFTEN == 0 && reader->model->tick)
    reader->model->tick(reader->model);
}

/*===- YAML -----------------------------------------------------------------------------------===*/

typedef struct Span {
  const char *begin, *end;
} Span;

static const char *line_end(const char *at, const char *end) {
  const char *newline = memchr(at, '\n', (size_t)(end - at));
  return newline ? newline + 1 : end;
}

static bool starts_with(Span line, const char *word) {
  size_t length = strlen(word);
  return (size_t)(line.end - line.begin) >= length && memcmp(line.begin, word, length) == 0;
}

static bool is_blank(Span line) {
  for (const char *c = line.begin; c < line.end; c++)
    if (*c != ' ' && *c != '\t' && *c != '\r' && *c != '\n')
      return false;
  return true;
}

/* The line `Pass: heap-to-stack`, quoted or not. A document without any Pass is for LLVM to judge.
 */
static bool may_be_ours(Span document) {
  for (const char *at = document.begin, *next; at < document.end; at = next) {
    next = line_end(at, document.end);
    if (!starts_with((Span){at, next}, "Pass:"))
      continue;
    at += strlen("Pass:");
    while (at < next && (*at == ' ' || *at == '\'' || *at == '"'))
      at++;
    return starts_with((Span){at, next}, RP_PASS);
  }
  return true;
}

/* LLVM counts lines from where its text begins: "YAML:6:5: error: expected a value". */
static void add_yaml_problem(RpReader *reader, const char *message, unsigned first_line) {
  unsigned line = 1, column = 1;
  int used = 0;
  if (sscanf(message, "YAML:%u:%u: error: %n", &line, &column, &used) < 2)
    used = 0;
  message += used;
  rp_add_problem(reader->model, "%s:%u:%u: %.*s", reader->path, first_line + line - 1, column,
                 (int)strcspn(message, "\n"), message);
}

static void read_document(RpReader *reader, Span document, unsigned line) {
  if (!may_be_ours(document))
    return;
  LLVMRemarkParserRef parser =
      LLVMRemarkParserCreateYAML(document.begin, (uint64_t)(document.end - document.begin));
  LLVMRemarkEntryRef entry = LLVMRemarkParserGetNext(parser);
  if (entry) {
    const char *missing = rp_add_entry(reader, entry);
    if (missing)
      rp_add_problem(reader->model, "%s:%u:1: this %s remark has no %s", reader->path, line,
                     RP_PASS, missing);
    LLVMRemarkEntryDispose(entry);
  } else if (LLVMRemarkParserHasError(parser)) {
    add_yaml_problem(reader, LLVMRemarkParserGetErrorMessage(parser), line);
  }
  LLVMRemarkParserDispose(parser);
}

/* A document with one of the tags of remarks. In a record, other tags are mistakes. */
static bool starts_remark(const RpReader *reader, Span line) {
  static const char *const tags[] = {"Passed", "Missed", "Analysis", "Failure"};
  if (!starts_with(line, "--- !"))
    return false;
  if (reader->documents || !reader->lenient)
    return true;
  line.begin += strlen("--- !");
  for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
    if (starts_with(line, tags[i]))
      return true;
  return false;
}

/* What was read of a mapped file need not stay in memory. Returns where the next piece begins. */
static const char *forget(const RpReader *reader, const char *from, const char *to) {
  enum { PIECE = 8 << 20 };
  if (!reader->mapped || to - from < PIECE)
    return from;
  madvise((void *)from, PIECE, MADV_DONTNEED);
  return from + PIECE;
}

/*
 * Documents go from a line "--- !Kind" to a line "...". LLVM's writer ends each of them so: a last
 * one without it was cut off, even if what is left of it can be parsed.
 */
static void read_yaml(RpReader *reader, Span text) {
  const char *begin = NULL, *kept = text.begin;
  unsigned line = 0, begin_line = 0;
  bool strayed = false;
  reader->yaml = true;
  for (const char *at = text.begin, *next; at < text.end; at = next) {
    next = line_end(at, text.end);
    line++;
    Span this = {at, next};
    bool starts = starts_with(this, "---"), ends = starts_with(this, "...");
    if (begin && (starts || ends))
      read_document(reader, (Span){begin, ends ? next : at}, begin_line);
    if (starts || ends) {
      begin = NULL;
      kept = forget(reader, kept, at);
    }
    if (starts_remark(reader, this)) {
      begin = at;
      begin_line = line;
      count_document(reader);
    } else if (!begin && !starts && !ends && reader->documents && !strayed && !is_blank(this) &&
               *at != '#') {
      strayed = true; /* once per record is enough */
      rp_add_problem(reader->model, "%s:%u:1: text that belongs to no remark", reader->path, line);
    }
  }
  if (begin)
    rp_add_problem(reader->model, "%s:%u:1: the record ends within the remark that begins here",
                   reader->path, begin_line);
}

/*===- Bitstream ------------------------------------------------------------------------------===*/

static const char *explain_bitstream_error(const char *message) {
  if (strstr(message, "string table"))
    return " (clang 19 writes bitstream records without the strings that are needed to read them, "
           "and those of other LLVM versions look like that to LLVM 19: use YAML records, "
           "-fsave-optimization-record, instead)";
  if (strstr(message, "container version") || strstr(message, "Unknown magic"))
    return " (the record was written by another LLVM version: use the stackbound-report of that "
           "version, or YAML records)";
  return "";
}

static void read_bitstream(RpReader *reader, Span data) {
  RpModel *model = reader->model;
  LLVMRemarkParserRef parser =
      LLVMRemarkParserCreateBitstream(data.begin, (uint64_t)(data.end - data.begin));
  LLVMRemarkEntryRef entry;
  while ((entry = LLVMRemarkParserGetNext(parser))) {
    count_document(reader);
    const char *missing = rp_add_entry(reader, entry);
    if (missing)
      rp_add_problem(model, "%s: remark %u: this %s remark has no %s", reader->path,
                     reader->documents, RP_PASS, missing);
    LLVMRemarkEntryDispose(entry);
  }
  if (LLVMRemarkParserHasError(parser)) {
    const char *message = LLVMRemarkParserGetErrorMessage(parser);
    rp_add_problem(model, "%s: after remark %u: %.*s%s", reader->path, reader->documents,
                   (int)strcspn(message, "\n"), message, explain_bitstream_error(message));
  }
  LLVMRemarkParserDispose(parser);
}

/*===- Files ----------------------------------------------------------------------------------===*/

static bool is_magic(Span data, const char *magic, size_t length) {
  return (size_t)(data.end - data.begin) >= length && memcmp(data.begin, magic, length) == 0;
}

static bool is_object(Span data) {
  static const char *const magics[] = {"\177ELF", "\xcf\xfa\xed\xfe", "\xce\xfa\xed\xfe",
                                       "\xfe\xed\xfa\xcf", "\xfe\xed\xfa\xce"};
  for (size_t i = 0; i < sizeof magics / sizeof *magics; i++)
    if (is_magic(data, magics[i], 4))
      return true;
  return false;
}

static void read_object(RpReader *reader, Span data) {
  SbArena arena = {0};
  size_t length = 0;
  const char *error = NULL;
  const char *section =
      rp_object_section(&arena, data.begin, (size_t)(data.end - data.begin), &length, &error);
  Span content = {section, section ? section + length : NULL};
  if (error)
    rp_add_problem(reader->model, "%s: %s", reader->path, error);
  else if (!section)
    rp_add_problem(reader->model,
                   "%s: the object file has no remarks section (clang makes one for Mach-O only); "
                   "read the record that -fsave-optimization-record writes instead",
                   reader->path);
  else if (is_magic(content, "RMRK", 4))
    read_bitstream(reader, content);
  else
    rp_add_problem(reader->model, "%s: its remarks section is not in the bitstream format",
                   reader->path);
  reader->documents++;
  sb_arena_reset(&arena);
}

static bool looks_like_yaml(Span data) {
  for (const char *c = data.begin; c < data.end && c < data.begin + 512; c++)
    if ((unsigned char)*c < ' ' && *c != '\n' && *c != '\r' && *c != '\t')
      return false;
  return true;
}

static void read_data(RpReader *reader, Span data) {
  if (data.begin == data.end)
    return; /* a file without remarks */
  if (is_magic(data, "RMRK", 4))
    read_bitstream(reader, data);
  else if (is_object(data))
    read_object(reader, data);
  else if (looks_like_yaml(data))
    read_yaml(reader, data);
}

/* All of a pipe or terminal; NULL when it cannot be read. */
static char *read_stream(int file, size_t *length) {
  size_t capacity = 1 << 16;
  char *data = malloc(capacity);
  ssize_t got = 1;
  *length = 0;
  while (data && got > 0) {
    got = read(file, data + *length, capacity - *length);
    if (got > 0)
      *length += (size_t)got;
    if (*length == capacity) {
      char *larger = realloc(data, capacity *= 2);
      if (!larger)
        free(data);
      data = larger;
    }
  }
  if (data && got < 0) {
    free(data);
    return NULL;
  }
  return data;
}

/* Calls read_data with the file's contents. False: it cannot be read (errno tells). */
static bool read_file(RpReader *reader, int file) {
  struct stat info;
  if (fstat(file, &info) != 0)
    return false;
  if (S_ISREG(info.st_mode) && info.st_size > 0) {
    size_t size = (size_t)info.st_size;
    char *data = mmap(NULL, size, PROT_READ, MAP_PRIVATE, file, 0);
    if (data == MAP_FAILED)
      return false;
    reader->mapped = true;
    read_data(reader, (Span){data, data + size});
    munmap(data, size);
    return true;
  }
  size_t length;
  char *data = read_stream(file, &length);
  if (!data)
    return false;
  read_data(reader, (Span){data, data + length});
  reader->documents += length == 0;
  free(data);
  return true;
}

void rp_read_record(RpModel *model, const RpInput *input) {
  bool standard = strcmp(input->path, "-") == 0;
  RpReader reader = {.model = model,
                     .path = standard ? "<stdin>" : input->path,
                     .lenient = !input->named,
                     .of_link = rp_is_of_link(input->path)};
  int file = standard ? STDIN_FILENO : open(input->path, O_RDONLY | O_CLOEXEC);
  unsigned problems = model->problems.length;
  model->records++;
  model->linked |= reader.of_link;
  if (file < 0 || !read_file(&reader, file))
    rp_add_problem(model, "%s: %s", reader.path, strerror(errno));
  else if (!reader.documents && input->named && model->problems.length == problems)
    rp_add_problem(model,
                   "%s: not an optimization record (allowed: YAML, LLVM's bitstream format, object "
                   "files with a remarks section)",
                   reader.path);
  if (file >= 0 && !standard)
    close(file);
}
