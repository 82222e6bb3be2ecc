/*===- listing.c - the source with its allocations ------------------------===*
 *
 * A line with allocations is a <details>: a click shows what became of them.
 * Lines that a flow passes are marked, so that its links lead somewhere.
 *
 *===----------------------------------------------------------------------===*/
#include "html.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* Longer files are shown only around what is marked. */
enum { WHOLE_LINES = 3000, AROUND = 12, LONGEST_LINE = 400 };

typedef struct Source {
  char *text;
  const char **lines; /* NUL-terminated, counted from 0 */
  unsigned count;
} Source;

/*===- Source files ---------------------------------------------------------------------------===*/

static char *read_file(const char *path) {
  FILE *file = fopen(path, "rb");
  if (!file)
    return NULL;
  size_t length = 0, capacity = 1 << 16, got;
  char *text = malloc(capacity);
  while (text && (got = fread(text + length, 1, capacity - length - 1, file)) > 0) {
    length += got;
    if (length == capacity - 1) {
      char *larger = realloc(text, capacity *= 2);
      if (!larger)
        free(text);
      text = larger;
    }
  }
  fclose(file);
  if (text)
    text[length] = '\0';
  return text;
}

static bool find_source(const RpPage *page, const char *path, Source *source) {
  SbArena arena = {0};
  const char *folder = page->out->source_dir;
  if (path && folder && *path != '/')
    source->text = read_file(sb_arena_printf(&arena, "%s/%s", folder, path));
  if (path && !source->text)
    source->text = read_file(path);
  sb_arena_reset(&arena);
  return source->text != NULL;
}

static void split_lines(Source *source, SbArena *arena) {
  SB_VEC(const char *) lines = {0};
  for (char *at = source->text; *at;) {
    char *end = at + strcspn(at, "\n");
    sb_vec_push(arena, &lines, (const char *)at);
    at = *end ? end + 1 : end;
    *end = '\0';
    if (end > lines.data[lines.length - 1] && end[-1] == '\r')
      end[-1] = '\0';
  }
  source->lines = lines.data;
  source->count = lines.length;
}

/*===- What is marked -------------------------------------------------------------------------===*/

typedef enum Mark { MARK_NONE, MARK_STEP, MARK_SITE } Mark;

static void mark_line(unsigned char *marks, unsigned count, unsigned line, Mark mark) {
  if (line < count && marks[line] < mark)
    marks[line] = (unsigned char)mark;
}

/* marks[line], for lines up to @p count. */
static unsigned char *mark_lines(SbArena *arena, const RpFileSites *file, unsigned count) {
  unsigned char *marks = sb_arena_alloc(arena, count);
  for (unsigned i = 0; i < file->count; i++) {
    const RpSite *site = file->sites[i];
    mark_line(marks, count, site->at.line, MARK_SITE);
    for (unsigned k = 0; k < site->outcomes.length; k++)
      for (unsigned s = 0; s < site->outcomes.data[k]->steps.length; s++) {
        const RpPlace *at = &site->outcomes.data[k]->steps.data[s].at;
        if (at->file && at->file == file->file)
          mark_line(marks, count, at->line, MARK_STEP);
      }
  }
  return marks;
}

/*===- Explanations ---------------------------------------------------------------------------===*/

static void put_step(const RpPage *page, SbArena *arena, const RpStep *step) {
  FILE *out = page->out->file;
  fputs("<li>", out);
  rp_put_html(out, step->text);
  if (step->at.file) {
    unsigned number = rp_html_file_number(page, step->at.file);
    fputs(" <span class=\"code\">", out);
    if (number)
      fprintf(out, "<a href=\"#f%u-%u\">", number, step->at.line);
    rp_put_html(out, rp_place_text(arena, &step->at));
    fputs(number ? "</a></span>" : "</span>", out);
  }
  fputs("</li>\n", out);
}

static void put_functions(FILE *out, SbArena *arena, const RpOutcome *outcome) {
  enum { NAMED = 8 };
  fputs(" <span class=\"dim\">in</span> ", out);
  for (unsigned i = 0; i < outcome->functions.length && i < NAMED; i++) {
    fputs(i ? ", <code>" : "<code>", out);
    rp_put_html(out, rp_demangle(arena, outcome->functions.data[i]));
    fputs("</code>", out);
  }
  if (outcome->functions.length > NAMED)
    fputs(", ...", out);
}

static void put_outcome(const RpPage *page, SbArena *arena, const RpOutcome *outcome) {
  static const RpState states[] = {
      [RP_MOVED] = RP_ALL_MOVED, [RP_GUARDED] = RP_IF_ROOM, [RP_KEPT] = RP_ALL_KEPT};
  FILE *out = page->out->file;
  fprintf(out, "<p class=\"%s\">", rp_html_class(states[outcome->kind]));
  rp_put_html(out, outcome->object);
  fputs(" <b>", out);
  rp_put_html(out, outcome->clause);
  fprintf(out, "</b><br><span class=\"dim\">%" PRIu64 " %s</span>", outcome->copies,
          outcome->copies == 1 ? "copy" : "copies");
  put_functions(out, arena, outcome);
  if (outcome->call.file) {
    fputs(" <span class=\"dim\">inlined from ", out);
    rp_put_html(out, rp_place_text(arena, &outcome->call));
    fputs("</span>", out);
  }
  fputs("</p>\n", out);
  if (!outcome->steps.length)
    return;
  fputs("<ol class=\"flow\">\n", out);
  for (unsigned i = 0; i < outcome->steps.length; i++)
    put_step(page, arena, &outcome->steps.data[i]);
  fputs("</ol>\n", out);
}

static void put_site(const RpPage *page, const RpSite *site) {
  SbArena arena = {0};
  for (unsigned i = 0; i < site->outcomes.length; i++)
    if (site->outcomes.data[i]->shown)
      put_outcome(page, &arena, site->outcomes.data[i]);
  const char *hint = rp_hint(&arena, site);
  if (hint) {
    fputs("<p>Hint: ", page->out->file);
    rp_put_html(page->out->file, hint);
    fputs("</p>\n", page->out->file);
  }
  sb_arena_reset(&arena);
}

/*===- Lines ----------------------------------------------------------------------------------===*/

/* Of several sites on a line the one that is worst off gives the colour. */
static RpState worst_state(RpSite *const *sites, unsigned count) {
  RpState worst = RP_ALL_MOVED;
  for (unsigned i = 0; i < count; i++)
    if (rp_state_of(sites[i]) > worst)
      worst = rp_state_of(sites[i]);
  return worst;
}

static void put_code(FILE *out, unsigned line, const char *code) {
  fprintf(out, "<i>%u</i>", line);
  SbArena arena = {0};
  bool cut = strlen(code) > LONGEST_LINE;
  rp_put_html(out, cut ? sb_arena_printf(&arena, "%.*s ...", LONGEST_LINE, code) : code);
  sb_arena_reset(&arena);
}

/* The line of the first @p count sites; code is NULL where the source was not found. */
static void put_site_line(const RpPage *page, const RpFileSites *file, RpSite *const *sites,
                          unsigned count, const char *code) {
  FILE *out = page->out->file;
  unsigned line = sites[0]->at.line;
  fprintf(out, "<details class=\"site %s\" id=\"f%u-%u\"><summary class=\"line\">",
          rp_html_class(worst_state(sites, count)), file->number, line);
  SbArena arena = {0};
  put_code(out, line, code ? code : rp_describe_object(&arena, sites[0]));
  sb_arena_reset(&arena);
  fputs("</summary><div class=\"why\">\n", out);
  for (unsigned i = 0; i < count; i++)
    put_site(page, sites[i]);
  fputs("</div></details>", out);
}

static unsigned sites_on_line(const RpFileSites *file, unsigned first) {
  unsigned count = 1;
  while (first + count < file->count &&
         file->sites[first + count]->at.line == file->sites[first]->at.line)
    count++;
  return count;
}

static bool is_near_mark(const unsigned char *marks, unsigned count, unsigned line) {
  unsigned from = line > AROUND ? line - AROUND : 1;
  for (unsigned i = from; i < count && i <= line + AROUND; i++)
    if (marks[i])
      return true;
  return false;
}

static void put_lines(const RpPage *page, const RpFileSites *file, const Source *source,
                      const unsigned char *marks) {
  FILE *out = page->out->file;
  unsigned next = 0;
  while (next < file->count && file->sites[next]->at.line == 0)
    next++;
  bool in_gap = false;
  for (unsigned line = 1; line <= source->count; line++) {
    const char *code = source->lines[line - 1];
    if (marks[line] == MARK_SITE) {
      unsigned count = sites_on_line(file, next);
      put_site_line(page, file, &file->sites[next], count, code);
      next += count;
    } else if (source->count <= WHOLE_LINES || is_near_mark(marks, source->count + 1, line)) {
      fprintf(out,
              marks[line] ? "<span class=\"line step\" id=\"f%u-%u\">" : "<span class=\"line\">",
              file->number, line);
      put_code(out, line, code);
      fputs("</span>", out);
    } else if (!in_gap) {
      fputs("<span class=\"gap\">...</span>", out);
      in_gap = true;
      continue;
    } else {
      continue;
    }
    in_gap = false;
  }
  /* beyond the end: the file is not the one that was compiled */
  for (unsigned count; next < file->count; next += count) {
    count = sites_on_line(file, next);
    put_site_line(page, file, &file->sites[next], count, NULL);
  }
}

void rp_html_listing(const RpPage *page, const RpFileSites *file) {
  FILE *out = page->out->file;
  SbArena arena = {0};
  Source source = {0};
  fputs("<h3 class=\"code\">", out);
  rp_put_html(out, file->file ? file->file : "<unknown>");
  fputs("</h3>\n", out);
  if (find_source(page, file->file, &source))
    split_lines(&source, &arena);
  else if (file->file)
    fputs(
        "<p class=\"dim\">The source was not found here; --source-dir names the folder that it is "
        "relative to.</p>\n",
        out);
  fputs("<div class=\"file\"><div class=\"code\">", out);
  put_lines(page, file, &source, mark_lines(&arena, file, source.count + 1));
  fputs("</div></div>\n", out);
  free(source.text);
  sb_arena_reset(&arena);
}
