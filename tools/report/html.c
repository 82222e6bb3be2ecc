/*===- html.c - a page that needs nothing else ----------------------------===*
 *
 * No script, style or image comes from elsewhere, and the page's own policy
 * forbids it. Everything is readable without its script.
 *
 *===----------------------------------------------------------------------===*/
#include "html.h"
#include "page_assets.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

static const struct {
  const char *word, *class, *sign;
} STATES[RP_STATES] = {
    [RP_ALL_MOVED] = {"moved", "moved", "\u2713"},
    [RP_IF_ROOM] = {"moved if there is room", "some", "\u25d0"},
    [RP_MIXED] = {"mixed", "some", "\u25d0"},
    [RP_ALL_KEPT] = {"kept", "kept", "\u2717"},
};

const char *rp_html_class(RpState state) { return STATES[state].class; }

unsigned rp_html_file_number(const RpPage *page, const char *file) {
  unsigned low = 0, high = page->files.length;
  while (file && low < high) {
    unsigned middle = (low + high) / 2;
    const char *name = page->files.data[middle].file;
    int order = name ? strcmp(name, file) : 1;
    if (order == 0)
      return page->files.data[middle].number;
    if (order < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return 0;
}

/*===- Summary --------------------------------------------------------------------------------===*/

static void put_totals(FILE *file, const RpSummary *summary) {
  fprintf(file, "<ul class=\"totals\"><li><b>%u</b>allocation sites</li>\n", summary->sites);
  for (unsigned i = 0; i < RP_STATES; i++)
    fprintf(file, "<li class=\"%s\"><b>%u</b>%s %s</li>\n", STATES[i].class, summary->by_state[i],
            STATES[i].sign, STATES[i].word);
  fputs("</ul>\n", file);
}

static void put_segment(FILE *file, const char *class, const char *title, double part) {
  if (part > 0)
    fprintf(file, "<span class=\"%s\" title=\"%s\" style=\"width:%.2f%%\"></span>", class, title,
            part * 100);
}

static void put_file_bar(FILE *file, const RpFileCount *count, unsigned most) {
  fputs("<tr><th scope=\"row\">", file);
  rp_put_html(file, count->file ? count->file : "<unknown>");
  fprintf(file, "</th><td class=\"count\">%u</td><td class=\"bar\"><div>", count->sites);
  for (unsigned i = 0; i < RP_STATES; i++)
    put_segment(file, STATES[i].class, STATES[i].word, (double)count->by_state[i] / most);
  fputs("</div></td></tr>\n", file);
}

static int compare_counts(const void *left, const void *right) {
  const RpFileCount *a = left, *b = right;
  if (a->sites != b->sites)
    return a->sites > b->sites ? -1 : 1;
  return a->file && b->file ? strcmp(a->file, b->file) : (b->file == NULL) - (a->file == NULL);
}

/* The files with most sites. */
static void put_file_chart(FILE *file, RpSummary *summary) {
  enum { BARS = 25 };
  unsigned count = summary->files.length;
  if (!count)
    return;
  qsort(summary->files.data, count, sizeof *summary->files.data, compare_counts);
  fputs("<h2>By file</h2>\n<table class=\"chart\">\n", file);
  for (unsigned i = 0; i < count && i < BARS; i++)
    put_file_bar(file, &summary->files.data[i], summary->files.data[0].sites);
  fputs("</table>\n", file);
  if (count > BARS)
    fprintf(file, "<p class=\"dim\">and %u more files with fewer sites</p>\n", count - BARS);
}

static void put_reason_chart(FILE *file, const RpSummary *summary) {
  if (!summary->reasons.length)
    return;
  fputs("<h2>Why objects stay on the heap</h2>\n<table class=\"chart\">\n", file);
  for (unsigned i = 0; i < summary->reasons.length; i++) {
    const RpReasonCount *count = &summary->reasons.data[i];
    fputs("<tr><th scope=\"row\">", file);
    rp_put_html(file, count->reason);
    fprintf(file, "</th><td class=\"count\">%u</td><td class=\"bar\"><div>", count->sites);
    put_segment(file, "kept", "sites", (double)count->sites / summary->reasons.data[0].sites);
    fputs("</div></td></tr>\n", file);
  }
  fputs("</table>\n", file);
}

/*===- Table ----------------------------------------------------------------------------------===*/

static void put_place(const RpPage *page, SbArena *arena, const RpSite *site, unsigned order) {
  FILE *file = page->out->file;
  fprintf(file, "<td class=\"place code\" data-key=\"%u\">", order);
  unsigned number = rp_html_file_number(page, site->at.file);
  if (number)
    fprintf(file, "<a href=\"#f%u-%u\">", number, site->at.line);
  rp_put_html(file, rp_place_text(arena, &site->at));
  fputs(number ? "</a></td>" : "</td>", file);
}

static void put_row(const RpPage *page, SbArena *arena, const RpSite *site, unsigned order) {
  FILE *file = page->out->file;
  RpState state = rp_state_of(site);
  const RpOutcome *first = site->outcomes.data[0];
  fprintf(file, "<tr class=\"%s\">", STATES[state].class);
  put_place(page, arena, site, order);
  fputs("<td>", file);
  rp_put_html(file, rp_describe_object(arena, site));
  fprintf(file, "</td><td class=\"result\" data-key=\"%u\">%s %s</td><td>", (unsigned)state,
          STATES[state].sign, STATES[state].word);
  const RpOutcome *kept = rp_first_outcome(site, RP_KEPT);
  rp_put_html(file, kept ? kept->reason : "");
  fprintf(file,
          "</td><td class=\"number\" data-key=\"%" PRIu64 "\">%" PRIu64 "</td><td class=\"code\">",
          site->copies, site->copies);
  if (first->functions.length)
    rp_put_html(file, rp_demangle(arena, first->functions.data[0]));
  fputs("</td></tr>\n", file);
}

static void put_table(const RpPage *page) {
  static const char *const titles[] = {"Place",  "Allocation", "Result",
                                       "Reason", "Copies",     "Function"};
  FILE *file = page->out->file;
  fputs("<h2>Allocations</h2>\n<div class=\"tools\" hidden>"
        "<input id=\"text\" type=\"search\" placeholder=\"Filter\" aria-label=\"Filter\">"
        "<select id=\"state\" aria-label=\"Result\"><option value=\"\">all</option>"
        "<option value=\"moved\">moved</option><option value=\"some\">moved in part</option>"
        "<option value=\"kept\">kept</option></select></div>\n"
        "<div class=\"wide\"><table id=\"sites\"><thead><tr>",
        file);
  for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
    fprintf(file, "<th scope=\"col\"%s><button type=\"button\">%s</button></th>",
            i ? "" : " aria-sort=\"ascending\"", titles[i]);
  fputs("</tr></thead><tbody>\n", file);
  for (unsigned i = 0; i < page->model->sites.length; i++) {
    SbArena arena = {0};
    put_row(page, &arena, page->model->sites.data[i], i);
    sb_arena_reset(&arena);
  }
  fputs("</tbody></table></div>\n", file);
}

/*===- Page -----------------------------------------------------------------------------------===*/

static void put_head(FILE *file) {
  fputs("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
        "'unsafe-inline'; script-src 'unsafe-inline'\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<title>Stackbound report</title>\n<style>\n",
        file);
  fwrite(PAGE_CSS, 1, sizeof PAGE_CSS, file);
  fputs("</style></head><body>\n<h1>Stackbound report</h1>\n", file);
}

static void put_problems(FILE *file, const RpModel *model) {
  if (!model->problems.length)
    return;
  fputs("<h2>Records that could not be read completely</h2>\n<ul class=\"kept\">\n", file);
  for (unsigned i = 0; i < model->problems.length; i++) {
    fputs("<li>", file);
    rp_put_html(file, model->problems.data[i].message);
    fputs("</li>\n", file);
  }
  fputs("</ul>\n", file);
}

static void collect_files(RpPage *page, SbArena *arena) {
  const RpSites *sites = &page->model->sites;
  for (unsigned i = 0, begin = 0; i < sites->length; i++) {
    const char *file = sites->data[i]->at.file;
    if (i + 1 < sites->length && sites->data[i + 1]->at.file == file)
      continue;
    RpFileSites run = {file, page->files.length + 1, &sites->data[begin], i + 1 - begin};
    sb_vec_push(arena, &page->files, run);
    begin = i + 1;
  }
}

void rp_print_html(const RpModel *model, const RpOutput *out) {
  SbArena arena = {0};
  RpPage page = {.model = model, .out = out};
  collect_files(&page, &arena);
  RpSummary summary = rp_summarise(&arena, model);
  put_head(out->file);
  put_problems(out->file, model);
  put_totals(out->file, &summary);
  put_file_chart(out->file, &summary);
  put_reason_chart(out->file, &summary);
  put_table(&page);
  fputs(
      "<h2>Source</h2>\n<p class=\"dim\">Click a marked line to see what became of the allocation "
      "and where its pointer goes.</p>\n",
      out->file);
  for (unsigned i = 0; i < page.files.length; i++)
    rp_html_listing(&page, &page.files.data[i]);
  fputs("<script>\n", out->file);
  fwrite(PAGE_JS, 1, sizeof PAGE_JS, out->file);
  fputs("</script>\n</body></html>\n", out->file);
  sb_arena_reset(&arena);
}
