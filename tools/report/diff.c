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

/*===- Files ----------------------------------------------------------------------------------===*/

/* One file's sites, and the name that its counterpart in the other build has, too. */
typedef struct File {
  const char *name; /* NULL: not known */
  Run run;
} File;

typedef SB_VEC(File) Files;

static Files files_of(SbArena *arena, const RpModel *model) {
  Files files = {0};
  for (unsigned i = 0, begin = 0; i < model->sites.length; i++) {
    const char *name = model->sites.data[i]->at.file;
    if (i + 1 < model->sites.length && model->sites.data[i + 1]->at.file == name)
      continue;
    sb_vec_push(arena, &files, ((File){name, {&model->sites.data[begin], i + 1 - begin}}));
    begin = i + 1;
  }
  return files;
}

/* Files that are not known come last, as in the order of the sites. */
static int compare_names(const char *a, const char *b) {
  if (!a || !b)
    return (a == NULL) - (b == NULL);
  return strcmp(a, b);
}

static int compare_files(const void *a, const void *b) {
  return compare_names(((const File *)a)->name, ((const File *)b)->name);
}

static bool is_of_user(const char *name) { return name && !rp_is_system_file(name); }

/* The part of their folders that all names of the user's files have in common. */
static size_t common_root(const Files *files) {
  const char *first = NULL;
  size_t length = 0;
  for (unsigned i = 0; i < files->length; i++) {
    const char *name = files->data[i].name;
    if (!is_of_user(name))
      continue;
    if (!first) {
      const char *slash = strrchr(name, '/');
      first = name;
      length = slash ? (size_t)(slash - name) + 1 : 0;
    }
    while (strncmp(first, name, length) != 0)
      for (length--; length && first[length - 1] != '/'; length--)
        ;
  }
  return length;
}

static void strip_root(Files *files) {
  size_t length = common_root(files);
  for (unsigned i = 0; i < files->length; i++)
    if (is_of_user(files->data[i].name))
      files->data[i].name += length;
  qsort(files->data, files->length, sizeof *files->data, compare_files);
}

static bool share_file(const Files *a, const Files *b) {
  for (unsigned i = 0, k = 0; i < a->length && k < b->length;) {
    int order = compare_names(a->data[i].name, b->data[k].name);
    if (order == 0 && is_of_user(a->data[i].name))
      return true;
    i += order <= 0;
    k += order >= 0;
  }
  return false;
}

/* Builds in two folders may have no name in common: CMake, for one, gives full paths. */
static void pair_sites(SbArena *arena, Pairs *pairs, const RpModel *before, const RpModel *after) {
  Files a = files_of(arena, before), b = files_of(arena, after);
  if (a.length && b.length && !share_file(&a, &b)) {
    strip_root(&a);
    strip_root(&b);
  }
  Run none = {NULL, 0};
  for (unsigned i = 0, k = 0; i < a.length || k < b.length;) {
    int order = i >= a.length   ? 1
                : k >= b.length ? -1
                                : compare_names(a.data[i].name, b.data[k].name);
    align_file(arena, pairs, order <= 0 ? a.data[i].run : none, order >= 0 ? b.data[k].run : none);
    i += order <= 0;
    k += order >= 0;
  }
}

/*===- Verdicts -------------------------------------------------------------------------------===*/

typedef enum Change { SAME, FELL_BACK, MOVED, APPEARED, GONE, CHANGES } Change;

/* From the heap to the stack. */
static unsigned rank(const RpSite *site) {
  static const unsigned ranks[RP_STATES] = {
      [RP_ALL_KEPT] = 0, [RP_MIXED] = 1, [RP_IF_ROOM] = 2, [RP_ALL_MOVED] = 3};
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
