/*===- text.c - one line per site -----------------------------------------===*/
#include "report.h"

#include <inttypes.h>
#include <string.h>

static const char *const STATE_COLORS[RP_STATES] = {
    [RP_ALL_MOVED] = "\x1b[32m", /* green */
    [RP_IF_ROOM] = "\x1b[33m",   /* amber */
    [RP_MIXED] = "\x1b[33m",
    [RP_ALL_KEPT] = "\x1b[31m", /* red */
};
static const char DIM[] = "\x1b[2m", BOLD[] = "\x1b[1m", PLAIN[] = "\x1b[0m";

static void put_colored(const RpOutput *out, const char *color, const char *text) {
  fputs(out->color ? color : "", out->file);
  rp_put_plain(out->file, text);
  fputs(out->color ? PLAIN : "", out->file);
}

/*===- Explanations ---------------------------------------------------------------------------===*/

static void put_steps(const RpOutput *out, SbArena *arena, const RpOutcome *outcome) {
  for (unsigned i = 0; i < outcome->steps.length; i++) {
    const RpStep *step = &outcome->steps.data[i];
    fputs("    ", out->file);
    if (step->at.file) {
      put_colored(out, DIM, rp_place_text(arena, &step->at));
      fputs(": ", out->file);
    }
    rp_put_plain(out->file, step->text);
    putc('\n', out->file);
  }
}

static void put_functions(const RpOutput *out, SbArena *arena, const RpOutcome *outcome) {
  enum { NAMED = 4 };
  fputs(" in ", out->file);
  unsigned count = outcome->functions.length;
  for (unsigned i = 0; i < count && i < NAMED; i++) {
    fputs(i ? ", " : "", out->file);
    rp_put_plain(out->file, rp_demangle(arena, outcome->functions.data[i]));
  }
  if (count > NAMED)
    fprintf(out->file, " and %u%s more", count - NAMED, count == RP_FUNCTIONS ? " or" : "");
}

/* The outcomes, when there are several, or the functions that the copies are in. */
static void explain(const RpOutput *out, SbArena *arena, const RpSite *site) {
  for (unsigned i = 0; i < site->outcomes.length; i++) {
    const RpOutcome *outcome = site->outcomes.data[i];
    if (!outcome->shown)
      continue;
    bool alone = site->outcomes.length == 1;
    if (!alone || site->copies > 1) {
      fprintf(out->file, "  %" PRIu64 " %s", outcome->copies,
              outcome->copies == 1 ? "copy" : "copies");
      put_functions(out, arena, outcome);
      if (!alone) {
        fputs(": ", out->file);
        rp_put_plain(out->file, outcome->object);
        putc(' ', out->file);
        rp_put_plain(out->file, outcome->clause);
      }
      putc('\n', out->file);
    }
    if (outcome->call.file) {
      fputs("    inlined from ", out->file);
      put_colored(out, DIM, rp_place_text(arena, &outcome->call));
      putc('\n', out->file);
    }
    put_steps(out, arena, outcome);
  }
}

/*===- Sites ----------------------------------------------------------------------------------===*/

/* The same hint is given once, where it applies first; with --explain at every site. */
static void put_hint(const RpOutput *out, SbArena *arena, RpModel *said, const RpSite *site) {
  const char *hint = rp_hint(arena, site);
  if (!hint)
    return;
  bool first = sb_map_insert(&said->arena, &said->site_map, rp_intern_string(said, hint), 0);
  if (!first && !out->explain)
    return;
  fputs("    ", out->file);
  put_colored(out, DIM, sb_arena_printf(arena, "hint: %s", hint));
  putc('\n', out->file);
}

static void put_site(const RpOutput *out, SbArena *arena, RpModel *said, const RpSite *site) {
  put_colored(out, BOLD, rp_place_text(arena, &site->at));
  fputs(": ", out->file);
  rp_put_plain(out->file, rp_describe_object(arena, site));
  bool mixed = rp_state_of(site) == RP_MIXED;
  fputs(mixed ? ": " : " ", out->file);
  put_colored(out, STATE_COLORS[rp_state_of(site)], rp_describe_result(arena, site));
  if (!site->at.file) {
    fputs(" (in ", out->file);
    rp_put_plain(out->file, rp_demangle(arena, site->outcomes.data[0]->functions.data[0]));
    putc(')', out->file);
  }
  putc('\n', out->file);
  if (out->explain)
    explain(out, arena, site);
  put_hint(out, arena, said, site);
}

/*===- Summary --------------------------------------------------------------------------------===*/

/* Code points of UTF-8. */
static int columns(const char *text) {
  int count = 0;
  for (; *text; text++)
    count += ((unsigned char)*text & 0xc0) != 0x80;
  return count;
}

static int width_of(const char *title, const char *text, int width) {
  int length = columns(text), least = columns(title);
  width = width > least ? width : least;
  return width > length ? width : length;
}

static const char *name_of(const char *file) { return file ? file : "<unknown>"; }

static void put_padded(const RpOutput *out, const char *text, int width) {
  rp_put_plain(out->file, text);
  for (int i = columns(text); i < width; i++)
    putc(' ', out->file);
}

static void put_row(const RpOutput *out, const char *name, int width, unsigned sites,
                    const unsigned *by_state) {
  put_padded(out, name, width);
  fprintf(out->file, "  %7u  %7u  %7u  %7u  %7u\n", sites, by_state[RP_ALL_MOVED],
          by_state[RP_IF_ROOM], by_state[RP_MIXED], by_state[RP_ALL_KEPT]);
}

static void put_file_table(const RpOutput *out, const RpSummary *summary) {
  int width = 0;
  for (unsigned i = 0; i < summary->files.length; i++)
    width = width_of("file", name_of(summary->files.data[i].file), width);
  put_padded(out, "file", width);
  fprintf(out->file, "  %7s  %7s  %7s  %7s  %7s\n", "sites", "moved", "guarded", "mixed", "kept");
  for (unsigned i = 0; i < summary->files.length; i++) {
    const RpFileCount *count = &summary->files.data[i];
    put_row(out, name_of(count->file), width, count->sites, count->by_state);
  }
  if (summary->files.length > 1)
    put_row(out, "all", width, summary->sites, summary->by_state);
}

static void put_reason_table(const RpOutput *out, const RpSummary *summary) {
  int width = 0;
  for (unsigned i = 0; i < summary->reasons.length; i++)
    width = width_of("reason", summary->reasons.data[i].reason, width);
  putc('\n', out->file);
  put_padded(out, "reason", width);
  fprintf(out->file, "  %7s  %7s\n", "sites", "copies");
  for (unsigned i = 0; i < summary->reasons.length; i++) {
    const RpReasonCount *count = &summary->reasons.data[i];
    put_padded(out, count->reason, width);
    fprintf(out->file, "  %7u  %7" PRIu64 "\n", count->sites, count->copies);
  }
}

static void put_summary(const RpOutput *out, const RpSummary *summary) {
  const unsigned *n = summary->by_state;
  fprintf(out->file,
          "%u allocation %s: %u moved to the stack, %u moved if there is room, %u moved in some "
          "copies, "
          "%u kept on the heap\n",
          summary->sites, summary->sites == 1 ? "site" : "sites", n[RP_ALL_MOVED], n[RP_IF_ROOM],
          n[RP_MIXED], n[RP_ALL_KEPT]);
  if (!summary->sites)
    return;
  putc('\n', out->file);
  put_file_table(out, summary);
  if (summary->reasons.length)
    put_reason_table(out, summary);
}

void rp_print_text(const RpModel *model, const RpOutput *out) {
  RpModel said = {0}; /* its strings are the hints that were given */
  for (unsigned i = 0; i < model->sites.length; i++) {
    SbArena arena = {0};
    put_site(out, &arena, &said, model->sites.data[i]);
    sb_arena_reset(&arena);
  }
  rp_free(&said);
  SbArena arena = {0};
  RpSummary summary = rp_summarise(&arena, model);
  if (summary.sites)
    putc('\n', out->file);
  put_summary(out, &summary);
  sb_arena_reset(&arena);
}
