/*===- summary.c - the sums -----------------------------------------------===*/
#include "report.h"

#include <stdlib.h>
#include <string.h>

static RpFileCount *count_of_file(SbArena *arena, RpSummary *summary, const char *file) {
  unsigned length = summary->files.length;
  if (length && summary->files.data[length - 1].file == file)
    return &summary->files.data[length - 1];
  sb_vec_push(arena, &summary->files, ((RpFileCount){.file = file}));
  return &summary->files.data[length];
}

static RpReasonCount *count_of_reason(SbArena *arena, RpSummary *summary, const char *reason) {
  for (unsigned i = 0; i < summary->reasons.length; i++)
    if (summary->reasons.data[i].reason == reason)
      return &summary->reasons.data[i];
  sb_vec_push(arena, &summary->reasons, ((RpReasonCount){.reason = reason}));
  return &summary->reasons.data[summary->reasons.length - 1];
}

/* A site counts once for each reason that some of its copies have. */
static void count_reasons(SbArena *arena, RpSummary *summary, const RpSite *site) {
  for (unsigned i = 0; i < site->outcomes.length; i++) {
    const RpOutcome *outcome = site->outcomes.data[i];
    if (!outcome->reason || !outcome->shown)
      continue;
    bool counted = false;
    for (unsigned k = 0; k < i; k++)
      counted = counted || site->outcomes.data[k]->reason == outcome->reason;
    RpReasonCount *count = count_of_reason(arena, summary, outcome->reason);
    count->sites += !counted;
    count->copies += outcome->copies;
  }
}

static int compare_reasons(const void *left, const void *right) {
  const RpReasonCount *a = left, *b = right;
  if (a->sites != b->sites)
    return a->sites > b->sites ? -1 : 1;
  return strcmp(a->reason, b->reason);
}

RpSummary rp_summarise(SbArena *arena, const RpModel *model) {
  RpSummary summary = {0};
  for (unsigned i = 0; i < model->sites.length; i++) {
    const RpSite *site = model->sites.data[i];
    RpState state = rp_state_of(site);
    RpFileCount *count = count_of_file(arena, &summary, site->at.file);
    count->sites++;
    count->by_state[state]++;
    summary.sites++;
    summary.by_state[state]++;
    summary.copies += site->copies;
    count_reasons(arena, &summary, site);
  }
  if (summary.reasons.length)
    qsort(summary.reasons.data, summary.reasons.length, sizeof *summary.reasons.data,
          compare_reasons);
  return summary;
}
