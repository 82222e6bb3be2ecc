/*===- diff.c - what changed between two builds ---------------------------===*
 *
 * Lines move when code above them changes, so sites are not matched by their
 * lines alone: in each file both lists of sites are aligned, in order, so that
 * the pairs have as much in common as possible.
 *
 *===----------------------------------------------------------------------===*/
#include "report.h"

#include <stdlib.h>
#include <string.h>

typedef struct Pair {
  const RpSite *before, *after; /* NULL: there is none */
} Pair;

typedef SB_VEC(Pair) Pairs;

/* Sites of one file. */
typedef struct Run {
  RpSite *const *sites;
  unsigned length;
} Run;

/*===- Alignment ------------------------------------------------------------------------------===*/

static bool in_function(const RpSite *site, const char *name) {
  for (unsigned i = 0; i < site->outcomes.length; i++)
    for (unsigned k = 0; k < site->outcomes.data[i]->functions.length; k++)
      if (strcmp(site->outcomes.data[i]->functions.data[k], name) == 0)
        return true;
  return false;
}

static bool share_function(const RpSite *a, const RpSite *b) {
  for (unsigned i = 0; i < a->outcomes.length; i++)
    for (unsigned k = 0; k < a->outcomes.data[i]->functions.length; k++)
      if (in_function(b, a->outcomes.data[i]->functions.data[k]))
        return true;
  return false;
}

/* How much speaks for both being the same call; 0: they are not. */
static unsigned likeness(const RpSite *a, const RpSite *b) {
  if (strcmp(a->allocator, b->allocator) != 0)
    return 0;
  unsigned score = 1;
  score += share_function(a, b) ? 4 : 0;
  score += a->at.column == b->at.column;
  score += strcmp(a->outcomes.data[0]->object, b->outcomes.data[0]->object) == 0;
  score += a->at.line == b->at.line;
  return score;
}

/* best[i][k]: the largest sum of likenesses of the sites from i and k on. */
static void align(SbArena *arena, Pairs *pairs, Run a, Run b) {
  size_t width = (size_t)b.length + 1;
  unsigned *best = sb_arena_alloc(arena, (a.length + 1) * width * sizeof *best);
  for (unsigned i = a.length; i-- > 0;)
    for (unsigned k = b.length; k-- > 0;) {
      unsigned *here = &best[i * width + k];
      unsigned score = likeness(a.sites[i], b.sites[k]);
      unsigned both = score ? score + here[width + 1] : 0;
      *here = here[1] > here[width] ? here[1] : here[width];
      *here = both > *here ? both : *here;
    }
  unsigned i = 0, k = 0;
  while (i < a.length && k < b.length) {
    unsigned *here = &best[i * width + k];
    unsigned score = likeness(a.sites[i], b.sites[k]);
    if (score && *here == score + here[width + 1])
      sb_vec_push(arena, pairs, ((Pair){a.sites[i++], b.sites[k++]}));
    else if (*here == here[width])
      sb_vec_push(arena, pairs, ((Pair){a.sites[i++], NULL}));
    else
      sb_vec_push(arena, pairs, ((Pair){NULL, b.sites[k++]}));
  }
  while (i < a.length)
    sb_vec_push(arena, pairs, ((Pair){a.sites[i++], NULL}));
  while (k < b.length)
    sb_vec_push(arena, pairs, ((Pair){NULL, b.sites[k++]}));
}

static bool same_site(const RpSite *a, const RpSite *b) {
  return a->at.line == b->at.line && a->at.column == b->at.column &&
         strcmp(a->allocator, b->allocator) == 0;
}

/* What is alike in the same places at both ends needs no search; blocks bound its cost. */
static void align_file(SbArena *arena, Pairs *pairs, Run a, Run b) {
  enum { BLOCK = 1000 };
  while (a.length && b.length && same_site(a.sites[0], b.sites[0])) {
    sb_vec_push(arena, pairs, ((Pair){a.sites[0], b.sites[0]}));
    a.sites++, b.sites++;
    a.length--, b.length--;
  }
  while (a.length || b.length) {
    Run a_block = {a.sites, a.length < BLOCK ? a.length : BLOCK};
    Run b_block = {b.sites, b.length < BLOCK ? b.length : BLOCK};
    SbArena scratch = {0};
    Pairs found = {0};
    align(&scratch, &found, a_block, b_block);
    for (unsigned i = 0; i < found.length; i++)
      sb_vec_push(arena, pairs, found.data[i]);
    sb_arena_reset(&scratch);
    a.sites += a_block.length, a.length -= a_block.length;
    b.sites += b_block.length, b.length -= b_block.length;
  }
}

static Run next_file(const RpModel *model, unsigned *at) {
  Run run = {model->sites.data + *at, 0};
  while (*at < model->sites.length && model->sites.data[*at]->at.file == run.sites[0]->at.file) {
    run.length++;
    ++*at;
  }
  return run;
}

/* Files that are not known come last, as in the order of the sites. */
static int compare_files(const char *a, const char *b) {
  if (!a || !b)
    return (a == NULL) - (b == NULL);
  return strcmp(a, b);
}

static void pair_sites(SbArena *arena, Pairs *pairs, const RpModel *before, const RpModel *after) {
  unsigned i = 0, k = 0;
  while (i < before->sites.length || k < after->sites.length) {
    int order = i >= before->sites.length ? 1
                : k >= after->sites.length
                    ? -1
                    : compare_files(before->sites.data[i]->at.file, after->sites.data[k]->at.file);
    Run none = {NULL, 0};
    Run a = order <= 0 ? next_file(before, &i) : none;
    Run b = order >= 0 ? next_file(after, &k) : none;
    align_file(arena, pairs, a, b);
  }
}

/*===- Verdicts -------------------------------------------------------------------------------===*/

typedef enum Change { SAME, FELL_BACK, MOVED, APPEARED, GONE, CHANGES } Change;

/* From the heap to the stack. */
static unsigned rank(const RpSite *site) {
  static const unsigned ranks[RP_STATES] = {
      [RP_ALL_KEPT] = 0, [RP_MIXED] = 1, [RP_WHEN_SMALL] = 2, [RP_ALL_MOVED] = 3};
  return ranks[rp_state_of(site)];
}

static Change change_of(const Pair *pair) {
  const RpSite *a = pair->before, *b = pair->after;
  if (!a || !b)
    return a ? GONE : APPEARED;
  if (rank(a) != rank(b))
    return rank(b) < rank(a) ? FELL_BACK : MOVED;
  if (rp_state_of(a) != RP_MIXED)
    return SAME;
  /* More copies are no change by themselves, a larger part of them is. */
  uint64_t left = (a->copies - a->kept) * b->copies, right = (b->copies - b->kept) * a->copies;
  return left == right ? SAME : left > right ? FELL_BACK : MOVED;
}

static void put_change(const RpOutput *out, SbArena *arena, const Pair *pair, Change change) {
  static const char *const words[CHANGES] = {
      [FELL_BACK] = "fell back: ", [MOVED] = "moved: ", [APPEARED] = "new: ", [GONE] = "gone: "};
  static const char *const colors[CHANGES] = {
      [FELL_BACK] = "\x1b[31m", [MOVED] = "\x1b[32m", [APPEARED] = "", [GONE] = ""};
  const RpSite *site = pair->after ? pair->after : pair->before;
  fputs(out->color ? colors[change] : "", out->file);
  fputs(words[change], out->file);
  fputs(out->color && *colors[change] ? "\x1b[0m" : "", out->file);
  rp_put_plain(out->file, rp_place_text(arena, &site->at));
  fputs(": ", out->file);
  rp_put_plain(out->file, rp_describe_object(arena, site));
  fputs(rp_state_of(site) == RP_MIXED ? ": " : " ", out->file);
  rp_put_plain(out->file, rp_describe_result(arena, site));
  if (pair->before && pair->after) {
    fputs("; before, at ", out->file);
    rp_put_plain(out->file,
                 sb_arena_printf(arena, "%u:%u: %s", pair->before->at.line, pair->before->at.column,
                                 rp_describe_result(arena, pair->before)));
  }
  putc('\n', out->file);
}

unsigned rp_print_diff(const RpModel *before, const RpModel *after, const RpOutput *out) {
  static const Change order[] = {FELL_BACK, MOVED, APPEARED, GONE};
  SbArena arena = {0};
  Pairs pairs = {0};
  pair_sites(&arena, &pairs, before, after);
  unsigned counts[CHANGES] = {0};
  for (unsigned i = 0; i < pairs.length; i++)
    counts[change_of(&pairs.data[i])]++;
  for (size_t k = 0; k < sizeof order / sizeof *order; k++)
    for (unsigned i = 0; i < pairs.length; i++)
      if (change_of(&pairs.data[i]) == order[k])
        put_change(out, &arena, &pairs.data[i], order[k]);
  fprintf(out->file,
          "%u fell back to the heap, %u moved to the stack, %u new, %u gone, %u unchanged\n",
          counts[FELL_BACK], counts[MOVED], counts[APPEARED], counts[GONE], counts[SAME]);
  sb_arena_reset(&arena);
  return counts[FELL_BACK];
}
