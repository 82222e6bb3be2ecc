/*===- sarif.c - SARIF 2.1.0 for code review tools ------------------------===*
 *
 * A rule per reason, a result per outcome: notes for what stays on the heap,
 * kind "pass" for what moved. The flow becomes a codeFlow.
 *
 *===----------------------------------------------------------------------===*/
#include "report.h"

#include <inttypes.h>
#include <string.h>

static const struct {
  const char *id, *text;
} RULES[] = {
    {"promoted", "Moved to the stack"},
    {"promoted-guarded", "Moved to the stack if there is room for it at run time"},
#define SB_REASON(NAME, WORD, SENTENCE, CLAUSE) {WORD, "Stays on the heap: " SENTENCE},
#include "reasons.def"
#undef SB_REASON
};
enum { RULE_COUNT = sizeof RULES / sizeof *RULES };

static const char *rule_of(const RpOutcome *outcome) {
  static const char *const moved[] = {[RP_MOVED] = "promoted", [RP_GUARDED] = "promoted-guarded"};
  return outcome->kind == RP_KEPT ? outcome->reason : moved[outcome->kind];
}

/* The rule's number, or -1: a reason of a newer pass. */
static int rule_index(const char *id) {
  for (int i = 0; i < RULE_COUNT; i++)
    if (strcmp(RULES[i].id, id) == 0)
      return i;
  return -1;
}

static void put_text(FILE *file, const char *text) {
  fputs("{\"text\": ", file);
  rp_put_json(file, text);
  putc('}', file);
}

/* Names relative to the place where the compiler ran stay relative. */
static void put_physical(FILE *file, const RpPlace *place) {
  fputs("\"physicalLocation\": {\"artifactLocation\": {\"uri\": \"", file);
  rp_put_uri(file, place->file);
  putc('"', file);
  if (place->file[0] != '/')
    fputs(", \"uriBaseId\": \"SRCROOT\"", file);
  fputs("}", file);
  if (place->line) {
    fprintf(file, ", \"region\": {\"startLine\": %u", place->line);
    if (place->column)
      fprintf(file, ", \"startColumn\": %u", place->column);
    putc('}', file);
  }
  putc('}', file);
}

static void put_location(FILE *file, const RpPlace *place, const char *message) {
  putc('{', file);
  if (place->file)
    put_physical(file, place);
  if (message) {
    fputs(place->file ? ", \"message\": " : "\"message\": ", file);
    put_text(file, message);
  }
  putc('}', file);
}

static void put_code_flow(FILE *file, const RpSite *site, const RpOutcome *outcome) {
  if (!outcome->steps.length)
    return;
  fputs(",\n       \"codeFlows\": [{\"threadFlows\": [{\"locations\": [\n         {\"location\": ",
        file);
  put_location(file, &site->at, "allocated here");
  putc('}', file);
  for (unsigned i = 0; i < outcome->steps.length; i++) {
    fputs(",\n         {\"location\": ", file);
    put_location(file, &outcome->steps.data[i].at, outcome->steps.data[i].text);
    putc('}', file);
  }
  fputs("]}]}]", file);
}

static void put_result(FILE *file, SbArena *arena, const RpSite *site, const RpOutcome *outcome) {
  const char *rule = rule_of(outcome);
  const char *text = sb_arena_printf(arena, "%s %s", outcome->object, outcome->clause);
  if (site->copies > 1)
    text = sb_arena_printf(arena, "%s (%" PRIu64 " of %" PRIu64 " copies)", text, outcome->copies,
                           site->copies);
  fputs("      {\"ruleId\": ", file);
  rp_put_json(file, rule);
  if (rule_index(rule) >= 0)
    fprintf(file, ", \"ruleIndex\": %d", rule_index(rule));
  fputs(outcome->kind == RP_KEPT ? ", \"level\": \"note\""
                                 : ", \"kind\": \"pass\", \"level\": \"none\"",
        file);
  fputs(", \"message\": ", file);
  put_text(file, text);
  if (site->at.file) {
    fputs(",\n       \"locations\": [", file);
    put_location(file, &site->at, NULL);
    putc(']', file);
  }
  fprintf(file, ", \"occurrenceCount\": %" PRIu64, outcome->copies ? outcome->copies : 1);
  put_code_flow(file, site, outcome);
  putc('}', file);
}

static void put_rules(FILE *file) {
  for (int i = 0; i < RULE_COUNT; i++) {
    fputs(i ? ",\n        {\"id\": " : "        {\"id\": ", file);
    rp_put_json(file, RULES[i].id);
    fputs(", \"shortDescription\": ", file);
    put_text(file, RULES[i].text);
    putc('}', file);
  }
}

static void put_results(FILE *file, const RpModel *model) {
  const char *separator = "";
  for (unsigned i = 0; i < model->sites.length; i++) {
    const RpSite *site = model->sites.data[i];
    SbArena arena = {0};
    for (unsigned k = 0; k < site->outcomes.length; k++) {
      if (!site->outcomes.data[k]->shown)
        continue;
      fputs(separator, file);
      put_result(file, &arena, site, site->outcomes.data[k]);
      separator = ",\n";
    }
    sb_arena_reset(&arena);
  }
}

static void put_notifications(FILE *file, const RpModel *model) {
  fprintf(file,
          "    \"invocations\": [{\"executionSuccessful\": %s, \"toolExecutionNotifications\": [",
          model->problems.length ? "false" : "true");
  for (unsigned i = 0; i < model->problems.length; i++) {
    fputs(i ? ", {\"level\": \"error\", \"message\": " : "{\"level\": \"error\", \"message\": ",
          file);
    put_text(file, model->problems.data[i].message);
    putc('}', file);
  }
  fputs("]}],\n", file);
}

void rp_print_sarif(const RpModel *model, const RpOutput *out) {
  FILE *file = out->file;
  fputs("{\n  \"$schema\": \"https://json.schemastore.org/sarif-2.1.0.json\",\n"
        "  \"version\": \"2.1.0\",\n  \"runs\": [{\n"
        "    \"tool\": {\"driver\": {\"name\": \"Stackbound\", \"version\": \"" STACKBOUND_VERSION
        "\",\n"
        "      \"rules\": [\n",
        file);
  put_rules(file);
  fputs("]}},\n    \"columnKind\": \"utf16CodeUnits\",\n", file);
  put_notifications(file, model);
  fputs("    \"results\": [\n", file);
  put_results(file, model);
  fputs("\n    ]\n  }]\n}\n", file);
}
