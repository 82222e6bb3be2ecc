/*===- json.c - one object per site ---------------------------------------===*
 *
 * The keys are documented in the man page and stable: keys may be added, none
 * is renamed or taken away while "version" is 1.
 *
 *===----------------------------------------------------------------------===*/
#include "report.h"

#include <inttypes.h>
#include <string.h>

static const char *const STATE_WORDS[RP_STATES] = {[RP_ALL_MOVED] = "moved",
                                                   [RP_IF_ROOM] = "guarded",
                                                   [RP_MIXED] = "mixed",
                                                   [RP_ALL_KEPT] = "kept"};
static const char *const KIND_WORDS[] = {
    [RP_MOVED] = "moved", [RP_GUARDED] = "guarded", [RP_KEPT] = "kept"};

/* A member; a value of NULL is left out. @p first is the text before the key: "," or "". */
static void put_string(FILE *file, const char *first, const char *key, const char *value) {
  if (!value)
    return;
  fprintf(file, "%s\"%s\": ", first, key);
  rp_put_json(file, value);
}

static void put_number(FILE *file, const char *key, int64_t value) {
  if (value >= 0)
    fprintf(file, ", \"%s\": %" PRId64, key, value);
}

static void put_place(FILE *file, const RpPlace *place) {
  fputs("{\"file\": ", file);
  rp_put_json(file, place->file);
  fprintf(file, ", \"line\": %u, \"column\": %u}", place->line, place->column);
}

static void put_member_place(FILE *file, const char *key, const RpPlace *place) {
  if (!place->file)
    return;
  fprintf(file, ", \"%s\": ", key);
  put_place(file, place);
}

static void put_steps(FILE *file, const RpOutcome *outcome) {
  if (!outcome->steps.length)
    return;
  fputs(", \"flow\": [", file);
  for (unsigned i = 0; i < outcome->steps.length; i++) {
    const RpStep *step = &outcome->steps.data[i];
    fputs(i ? ", {" : "{", file);
    put_string(file, "", "text", step->text);
    put_member_place(file, "at", &step->at);
    putc('}', file);
  }
  putc(']', file);
}

static void put_outcome(FILE *file, SbArena *arena, const RpOutcome *outcome) {
  fputs("{", file);
  put_string(file, "", "result", KIND_WORDS[outcome->kind]);
  put_string(file, ", ", "text", sb_arena_printf(arena, "%s %s", outcome->object, outcome->clause));
  put_string(file, ", ", "reason", outcome->reason);
  put_number(file, "size", outcome->size);
  put_number(file, outcome->kind == RP_GUARDED ? "limit" : "slot", outcome->slot);
  put_string(file, ", ", "callee", outcome->callee);
  put_member_place(file, "escape", &outcome->escape);
  put_member_place(file, "inlined_from", &outcome->call);
  put_number(file, "copies", (int64_t)outcome->copies);
  if (outcome->hotness)
    put_number(file, "hotness", (int64_t)outcome->hotness);
  fputs(", \"functions\": [", file);
  for (unsigned i = 0; i < outcome->functions.length; i++) {
    fputs(i ? ", " : "", file);
    rp_put_json(file, rp_demangle(arena, outcome->functions.data[i]));
  }
  putc(']', file);
  put_steps(file, outcome);
  putc('}', file);
}

static void put_site(FILE *file, SbArena *arena, const RpSite *site) {
  fputs("    {", file);
  put_string(file, "", "allocator", site->allocator);
  put_member_place(file, "at", &site->at);
  put_string(file, ", ", "state", STATE_WORDS[rp_state_of(site)]);
  put_string(file, ", ", "text",
             sb_arena_printf(arena, "%s%s %s", rp_describe_object(arena, site),
                             rp_state_of(site) == RP_MIXED ? ":" : "",
                             rp_describe_result(arena, site)));
  put_number(file, "copies", (int64_t)site->copies);
  put_string(file, ", ", "hint", rp_hint(arena, site));
  fputs(",\n     \"outcomes\": [", file);
  const char *separator = "";
  for (unsigned i = 0; i < site->outcomes.length; i++) {
    if (!site->outcomes.data[i]->shown)
      continue;
    fputs(separator, file);
    put_outcome(file, arena, site->outcomes.data[i]);
    separator = ",\n                  ";
  }
  fputs("]}", file);
}

static void put_counts(FILE *file, unsigned sites, const unsigned *by_state) {
  fprintf(file, "\"sites\": %u", sites);
  for (unsigned i = 0; i < RP_STATES; i++)
    fprintf(file, ", \"%s\": %u", STATE_WORDS[i], by_state[i]);
}

static void put_summary(FILE *file, const RpSummary *summary) {
  fputs("  \"summary\": {", file);
  put_counts(file, summary->sites, summary->by_state);
  fprintf(file, ", \"copies\": %" PRIu64 ",\n    \"files\": [", summary->copies);
  for (unsigned i = 0; i < summary->files.length; i++) {
    const RpFileCount *count = &summary->files.data[i];
    fputs(i ? ",\n              {" : "{", file);
    fputs("\"file\": ", file);
    if (count->file)
      rp_put_json(file, count->file);
    else
      fputs("null", file);
    fputs(", ", file);
    put_counts(file, count->sites, count->by_state);
    putc('}', file);
  }
  fputs("],\n    \"reasons\": [", file);
  for (unsigned i = 0; i < summary->reasons.length; i++) {
    const RpReasonCount *count = &summary->reasons.data[i];
    fputs(i ? ",\n                {" : "{", file);
    put_string(file, "", "reason", count->reason);
    fprintf(file, ", \"sites\": %u, \"copies\": %" PRIu64 "}", count->sites, count->copies);
  }
  fputs("]}", file);
}

static void put_problems(FILE *file, const RpModel *model) {
  fputs("  \"problems\": [", file);
  for (unsigned i = 0; i < model->problems.length; i++) {
    fputs(i ? ", " : "", file);
    rp_put_json(file, model->problems.data[i].message);
  }
  putc(']', file);
}

void rp_print_json(const RpModel *model, const RpOutput *out) {
  FILE *file = out->file;
  fputs("{\n  \"version\": 1,\n  \"tool\": \"stackbound-report\",\n  \"sites\": [\n", file);
  for (unsigned i = 0; i < model->sites.length; i++) {
    SbArena arena = {0};
    fputs(i ? ",\n" : "", file);
    put_site(file, &arena, model->sites.data[i]);
    sb_arena_reset(&arena);
  }
  fputs("\n  ],\n", file);
  SbArena arena = {0};
  RpSummary summary = rp_summarise(&arena, model);
  put_summary(file, &summary);
  sb_arena_reset(&arena);
  fputs(",\n", file);
  put_problems(file, model);
  fputs("\n}\n", file);
}
