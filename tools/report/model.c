/*===- model.c - remarks become sites -------------------------------------===*
 *
 * Copies of a site share their place and allocator; copies with the same
 * outcome share the text of their remark. Both are found by interned strings.
 *
 *===----------------------------------------------------------------------===*/
#include "report.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/*===- Interned strings -----------------------------------------------------------------------===*/

typedef struct RpInterned {
  struct RpInterned *next;
  uint64_t hash;
  size_t length;
  char text[];
} RpInterned;

/* FNV-1a */
static uint64_t hash_bytes(const char *text, size_t length) {
  uint64_t hash = 14695981039346656037u;
  for (size_t i = 0; i < length; i++)
    hash = (hash ^ (unsigned char)text[i]) * 1099511628211u;
  return hash ^ hash >> 29;
}

static void grow_table(RpModel *model) {
  size_t capacity = model->string_capacity ? model->string_capacity * 2 : 1024;
  RpInterned **table = calloc(capacity, sizeof *table);
  if (!table)
    abort();
  for (size_t i = 0; i < model->string_capacity; i++)
    for (RpInterned *s = model->strings[i], *next; s; s = next) {
      next = s->next;
      s->next = table[s->hash & (capacity - 1)];
      table[s->hash & (capacity - 1)] = s;
    }
  free(model->strings);
  model->strings = table;
  model->string_capacity = capacity;
}

const char *rp_intern(RpModel *model, const char *text, size_t length) {
  if (model->string_count >= model->string_capacity)
    grow_table(model);
  uint64_t hash = hash_bytes(text, length);
  RpInterned **bucket = &model->strings[hash & (model->string_capacity - 1)];
  for (RpInterned *s = *bucket; s; s = s->next)
    if (s->hash == hash && s->length == length && memcmp(s->text, text, length) == 0)
      return s->text;
  RpInterned *s = sb_arena_alloc(&model->arena, sizeof *s + length + 1);
  s->hash = hash;
  s->length = length;
  memcpy(s->text, text, length);
  s->next = *bucket;
  *bucket = s;
  model->string_count++;
  return s->text;
}

const char *rp_intern_string(RpModel *model, const char *text) {
  return rp_intern(model, text, strlen(text));
}

void rp_free(RpModel *model) {
  free(model->strings);
  sb_arena_reset(&model->arena);
  *model = (RpModel){0};
}

/*===- Sites ----------------------------------------------------------------------------------===*/

static const char KEPT_WORDS[] = " stays on the heap: ";
static const char MOVED_WORDS[] = " moved to the stack";

/* Without a place nothing tells that two remarks are of one site. */
static const char *site_key(RpModel *model, RpCursor *cursor, const RpRemark *remark) {
  char buffer[4096];
  int length = remark->at.file ? snprintf(buffer, sizeof buffer, "%s:%u:%u:%s", remark->at.file,
                                          remark->at.line, remark->at.column, remark->allocator)
                               : snprintf(buffer, sizeof buffer, "?%" PRIu64 ":%u:%s",
                                          model->records, ++cursor->unlocated, remark->function);
  size_t used = (size_t)length < sizeof buffer ? (size_t)length : sizeof buffer - 1;
  return rp_intern(model, buffer, used);
}

static RpSite *find_site(RpModel *model, RpCursor *cursor, const RpRemark *remark) {
  const char *key = site_key(model, cursor, remark);
  RpSite *site = sb_map_get(&model->site_map, key, 0);
  if (site)
    return site;
  site = sb_arena_alloc(&model->arena, sizeof *site);
  site->at = remark->at;
  site->allocator = remark->allocator;
  sb_vec_push(&model->arena, &model->sites, site);
  sb_map_put(&model->arena, &model->site_map, key, 0, site);
  return site;
}

/* Splits "malloc of 24 bytes moved to the stack" into object and clause. */
static bool split_text(RpModel *model, RpOutcome *outcome, const char *text) {
  const char *words = outcome->kind == RP_KEPT ? KEPT_WORDS : MOVED_WORDS;
  const char *at = strstr(text, words);
  if (!at)
    return false;
  outcome->object = rp_intern(model, text, (size_t)(at - text));
  outcome->clause = rp_intern_string(model, at + 1);
  return true;
}

static bool kind_of_name(const char *name, RpKind *kind) {
  static const char *const names[] = {"Promoted", "PromotedGuarded", "NotPromoted"};
  for (unsigned i = 0; i < sizeof names / sizeof *names; i++)
    if (strcmp(name, names[i]) == 0) {
      *kind = (RpKind)i;
      return true;
    }
  return false;
}

static RpOutcome *new_outcome(RpModel *model, const RpRemark *remark, RpKind kind) {
  RpOutcome *outcome = sb_arena_alloc(&model->arena, sizeof *outcome);
  outcome->kind = kind;
  outcome->reason = remark->reason;
  outcome->callee = remark->callee;
  outcome->body = remark->body;
  outcome->note = remark->note;
  outcome->size = remark->size;
  outcome->slot = kind == RP_GUARDED ? remark->limit : remark->slot;
  if (remark->at.file != remark->call.file)
    outcome->call = remark->call;
  outcome->escape = kind == RP_KEPT ? remark->escape : (RpPlace){0};
  outcome->before_link = kind == RP_KEPT && remark->before_link;
  outcome->shown = true;
  return split_text(model, outcome, remark->text) ? outcome : NULL;
}

static void add_function(RpModel *model, RpOutcome *outcome, const char *function) {
  for (unsigned i = 0; i < outcome->functions.length; i++)
    if (outcome->functions.data[i] == function)
      return;
  if (outcome->functions.length < RP_FUNCTIONS)
    sb_vec_push(&model->arena, &outcome->functions, function);
}

static const char *missing_field(const RpRemark *remark, RpKind kind) {
  if (!remark->allocator)
    return "AllocFn";
  if (kind == RP_KEPT && !remark->reason)
    return "Reason";
  if (kind == RP_GUARDED && remark->limit < 0)
    return "Limit";
  return NULL;
}

static bool passes_filters(const RpModel *model, const RpRemark *remark) {
  if (model->file_filter &&
      (!remark->at.file || !rp_file_matches(model->file_filter, remark->at.file)))
    return false;
  return !model->function_filter || rp_function_matches(model->function_filter, remark->function);
}

static void count_copy(RpModel *model, RpSite *site, RpOutcome *outcome, const RpRemark *remark) {
  uint64_t *const counts[] = {&site->moved, &site->guarded, &site->kept};
  ++*counts[outcome->kind];
  site->copies++;
  outcome->copies++;
  if (remark->hotness > outcome->hotness)
    outcome->hotness = remark->hotness;
  add_function(model, outcome, remark->function);
}

static const char *add_site_remark(RpModel *model, RpCursor *cursor, const RpRemark *remark,
                                   RpKind kind) {
  cursor->open = NULL;
  cursor->function = remark->function;
  cursor->site = remark->call;
  const char *missing = missing_field(remark, kind);
  if (missing)
    return missing;
  model->remarks++;
  RpSite *site = find_site(model, cursor, remark);
  site->decided |= !remark->before_link;
  if (!passes_filters(model, remark))
    return NULL;
  /* Interned strings are aligned: the lowest bit is free. */
  uintptr_t key = (uintptr_t)remark->text | remark->before_link;
  RpOutcome *outcome = sb_map_get(&model->outcome_map, site, key);
  if (!outcome) {
    outcome = new_outcome(model, remark, kind);
    if (!outcome)
      return "sentence";
    sb_vec_push(&model->arena, &site->outcomes, outcome);
    sb_map_put(&model->arena, &model->outcome_map, site, key, outcome);
    cursor->open = outcome;
  }
  count_copy(model, site, outcome, remark);
  return NULL;
}

/* "assigned to 'x' at f.c:3:4, which .." without the place, which is shown in front of it. */
static const char *step_text(RpModel *model, const RpRemark *remark) {
  static const char LINK[] = " at ";
  const char *found = remark->at_text ? strstr(remark->text, remark->at_text) : NULL;
  if (!found || found - remark->text < (ptrdiff_t)strlen(LINK))
    return remark->text;
  size_t before = (size_t)(found - remark->text) - strlen(LINK);
  return rp_intern_string(model, sb_arena_printf(&model->arena, "%.*s%s", (int)before, remark->text,
                                                 found + strlen(remark->at_text)));
}

static bool same_place(const RpPlace *a, const RpPlace *b) {
  return a->file == b->file && a->line == b->line && a->column == b->column;
}

/*
 * The steps of a site come right after it. A hotness threshold can leave out the site and keep its
 * steps: then they name another site than the one before them, or are of another function.
 */
static void add_step(RpModel *model, RpCursor *cursor, const RpRemark *remark) {
  if (!cursor->open || cursor->function != remark->function)
    return;
  if (remark->site.file && !same_place(&remark->site, &cursor->site))
    return;
  RpStep step = {remark->at, step_text(model, remark)};
  sb_vec_push(&model->arena, &cursor->open->steps, step);
}

const char *rp_add_remark(RpModel *model, RpCursor *cursor, const RpRemark *remark) {
  RpKind kind;
  if (kind_of_name(remark->name, &kind))
    return add_site_remark(model, cursor, remark, kind);
  if (strcmp(remark->name, "Flow") == 0)
    add_step(model, cursor, remark);
  return NULL; /* names that are not known belong to a pass of another version */
}

/*===- Filters and order ----------------------------------------------------------------------===*/

static int compare_text(const char *a, const char *b) {
  if (a == b)
    return 0;
  if (!a || !b)
    return a ? -1 : 1; /* unknown places last */
  return strcmp(a, b);
}

static int compare_sites(const void *left, const void *right) {
  const RpSite *a = *(RpSite *const *)left, *b = *(RpSite *const *)right;
  int order = compare_text(a->at.file, b->at.file);
  if (order)
    return order;
  if (a->at.line != b->at.line)
    return a->at.line < b->at.line ? -1 : 1;
  if (a->at.column != b->at.column)
    return a->at.column < b->at.column ? -1 : 1;
  order = strcmp(a->allocator, b->allocator);
  return order ? order : strcmp(a->outcomes.data[0]->object, b->outcomes.data[0]->object);
}

static int compare_outcomes(const void *left, const void *right) {
  const RpOutcome *a = *(RpOutcome *const *)left, *b = *(RpOutcome *const *)right;
  if (a->shown != b->shown)
    return a->shown ? -1 : 1;
  if (a->copies != b->copies)
    return a->copies > b->copies ? -1 : 1;
  int order = strcmp(a->clause, b->clause);
  return order ? order : strcmp(a->object, b->object);
}

static bool passes_only(const RpOutcome *outcome, const char *only) {
  if (!only)
    return true;
  if (strcmp(only, "promoted") == 0)
    return outcome->kind != RP_KEPT;
  if (strcmp(only, "kept") == 0)
    return outcome->kind == RP_KEPT;
  return outcome->reason && strcmp(outcome->reason, only) == 0;
}

/*
 * With link-time optimisation the compiler and the linker report the same site. What the linker
 * does not mention, it has not seen: that stays. Without a place they cannot be told to be the
 * same.
 */
static void drop_undecided(const RpModel *model, RpSite *site) {
  if (!site->decided && (site->at.file || !model->linked))
    return;
  unsigned left = 0;
  for (unsigned i = 0; i < site->outcomes.length; i++) {
    RpOutcome *outcome = site->outcomes.data[i];
    if (!outcome->before_link) {
      site->outcomes.data[left++] = outcome;
      continue;
    }
    site->copies -= outcome->copies;
    site->kept -= outcome->copies;
  }
  site->outcomes.length = left;
}

void rp_finish(RpModel *model, const char *only) {
  unsigned left = 0;
  for (unsigned i = 0; i < model->sites.length; i++) {
    RpSite *site = model->sites.data[i];
    RpOutcomes *outcomes = &site->outcomes;
    drop_undecided(model, site);
    for (unsigned k = 0; k < outcomes->length; k++)
      outcomes->data[k]->shown = passes_only(outcomes->data[k], only);
    if (!outcomes->length)
      continue;
    qsort(outcomes->data, outcomes->length, sizeof *outcomes->data, compare_outcomes);
    if (outcomes->data[0]->shown)
      model->sites.data[left++] = site;
  }
  model->sites.length = left;
  if (left)
    qsort(model->sites.data, left, sizeof *model->sites.data, compare_sites);
}

/*===- Questions ------------------------------------------------------------------------------===*/

RpState rp_state_of(const RpSite *site) {
  if (site->kept == site->copies)
    return RP_ALL_KEPT;
  if (site->kept)
    return RP_MIXED;
  return site->guarded ? RP_IF_ROOM : RP_ALL_MOVED;
}

const RpOutcome *rp_first_outcome(const RpSite *site, RpKind kind) {
  for (unsigned i = 0; i < site->outcomes.length; i++)
    if (site->outcomes.data[i]->kind == kind && site->outcomes.data[i]->shown)
      return site->outcomes.data[i];
  return NULL;
}

const char *rp_describe_object(SbArena *arena, const RpSite *site) {
  const RpOutcome *first = site->outcomes.data[0];
  int64_t least = first->size, most = first->size;
  bool same = true;
  for (unsigned i = 1; i < site->outcomes.length; i++) {
    int64_t size = site->outcomes.data[i]->size;
    least = size < least ? size : least;
    most = size > most ? size : most;
    same = same && site->outcomes.data[i]->object == first->object;
  }
  if (same)
    return first->object;
  if (least < 0)
    return sb_arena_printf(arena, "%s of different sizes", site->allocator);
  return sb_arena_printf(arena, "%s of %" PRId64 " to %" PRId64 " bytes", site->allocator, least,
                         most);
}

/* Copies with these words: of template instances, sizes can differ. */
static uint64_t copies_with_clause(const RpSite *site, const char *clause) {
  uint64_t copies = 0;
  for (unsigned i = 0; i < site->outcomes.length; i++)
    if (site->outcomes.data[i]->clause == clause)
      copies += site->outcomes.data[i]->copies;
  return copies;
}

/* "2 stay on the heap: returned at f.c:3:2, 1 for other reasons" */
static const char *describe_kept(SbArena *arena, const RpSite *site, bool all) {
  const RpOutcome *kept = rp_first_outcome(site, RP_KEPT);
  if (!kept)
    return all ? "stays on the heap"
               : sb_arena_printf(arena, "%" PRIu64 " %s on the heap", site->kept,
                                 site->kept == 1 ? "stays" : "stay");
  const char *why = kept->clause + strlen("stays on the heap: ");
  const char *others = "";
  uint64_t left = site->kept - copies_with_clause(site, kept->clause);
  if (left)
    others = sb_arena_printf(arena, ", %" PRIu64 " for other reasons", left);
  if (all)
    return sb_arena_printf(arena, "stays on the heap: %s (%" PRIu64 " copies%s)", why, site->kept,
                           others);
  return sb_arena_printf(arena, "%" PRIu64 " %s on the heap: %s%s", site->kept,
                         site->kept == 1 ? "stays" : "stay", why, others);
}

const char *rp_describe_result(SbArena *arena, const RpSite *site) {
  if (site->outcomes.length == 1 || !site->kept) {
    const RpOutcome *guarded = rp_first_outcome(site, RP_GUARDED);
    const char *clause = guarded ? guarded->clause : site->outcomes.data[0]->clause;
    if (site->moved && guarded)
      return sb_arena_printf(arena, "moved to the stack, %" PRIu64 " of %" PRIu64 " copies only %s",
                             site->guarded, site->copies, clause + strlen("moved to the stack "));
    return site->copies == 1
               ? clause
               : sb_arena_printf(arena, "%s (%" PRIu64 " copies)", clause, site->copies);
  }
  if (site->kept == site->copies)
    return describe_kept(arena, site, true);
  return sb_arena_printf(arena, "%" PRIu64 " of %" PRIu64 " copies moved to the stack; %s",
                         site->moved + site->guarded, site->copies,
                         describe_kept(arena, site, false));
}
