/*===- summary.c - what a function does with its parameters ----------------===*/
#include "ir.h"

#include <string.h>

enum { MAX_EFFECTS = 1024 };

/* Bodies that are not what runs, whoever copies them: a coroutine before it is split, assembly. */
static bool is_another(LLVMValueRef callee) {
  return sb_has_attribute(callee, "presplitcoroutine") || sb_has_attribute(callee, "naked");
}

/* The linker cannot replace the body. */
static bool is_exact(LLVMValueRef callee) { return sbx_has_exact_definition(callee); }

/* The site whose object this is, or is in the memory of; NULL: a parameter's. */
static const SbSite *root_site(const SbObject *object) {
  while (object->parent)
    object = object->parent;
  return object->kind == SB_OBJECT_SITE ? object->site : NULL;
}

/* The caller gets the objects of this site and decides about them. */
static bool is_made(const SbObject *object) {
  return object->kind == SB_OBJECT_SITE && object->leaves.reason && !object->escape.reason;
}

/* The caller has a name for it: a parameter's, or one that is made for the caller. */
static bool is_callers(const SbObject *object) {
  if (object->kind == SB_OBJECT_LOCAL)
    return false;
  while (object->parent)
    object = object->parent;
  return object->kind == SB_OBJECT_PARAM || is_made(object);
}

SbPlace sb_place_of(const SbObject *object) {
  SbPlace place = {.kind = object->kind, .site = root_site(object), .param = object->param};
  if (object->kind == SB_OBJECT_WORD) {
    place.word = (SbRange){object->offset, object->size};
    object = object->parent;
  }
  place.depth = object->depth;
  for (; object->kind == SB_OBJECT_CONTENTS; object = object->parent)
    place.steps[object->depth - 1] = (SbRange){object->offset, object->size};
  return place;
}

static void add_effect(SbState *state, SbSummary *summary, SbEffect effect) {
  effect.why.fact = NULL; /* the flow goes, the summary stays */
  sb_vec_push(&state->arena, &summary->effects, effect);
}

static void add_effect_once(SbState *state, SbSummary *summary, const SbEffect *effect);

/* One effect for each family and offset; "alone" when all of its frees are. */
static void add_free_effects(SbState *state, SbSummary *summary, const SbObject *object) {
  for (unsigned i = 0; i < object->frees.length; i++) {
    const SbFree *freed = &object->frees.data[i];
    add_effect_once(state, summary,
                    &(SbEffect){.kind = SB_EFFECT_FREED,
                                .place = sb_place_of(object),
                                .value_offset = freed->offset,
                                .alone = freed->alone,
                                .family = freed->family,
                                .family_length = freed->family_length,
                                .why = object->freed_inside});
  }
}

/* The caller's realloc, which is to leave a slot alone. */
static void add_resize_effects(SbState *state, SbSummary *summary, const SbObject *object) {
  for (unsigned i = 0; i < object->resizes.length; i++) {
    const SbFree *resize = &object->resizes.data[i];
    add_effect_once(state, summary,
                    &(SbEffect){.kind = SB_EFFECT_RESIZED,
                                .place = sb_place_of(object),
                                .value_offset = resize->offset,
                                .family = resize->family,
                                .family_length = resize->family_length,
                                .why = {.reason = SB_REASON_REALLOCATED,
                                        .subject = SB_SUBJECT_CALLEE,
                                        .name = sb_callee_name(state, resize->call),
                                        .at = resize->call}});
  }
}

static void add_own_effects(SbState *state, SbSummary *summary, const SbObject *object) {
  SbPlace place = sb_place_of(object);
  if (object->escape.reason)
    add_effect(state, summary,
               (SbEffect){.kind = SB_EFFECT_ESCAPES, .place = place, .why = object->escape});
  if (object->freed.reason)
    add_effect(
        state, summary,
        (SbEffect){.kind = SB_EFFECT_FREED, .place = place, .fixed = true, .why = object->freed});
  if (object->kind != SB_OBJECT_SITE)
    add_free_effects(state, summary, object);
  if (object->kind != SB_OBJECT_SITE)
    add_resize_effects(state, summary, object);
  for (unsigned i = 0; i < object->returned.length; i++)
    add_effect(state, summary,
               (SbEffect){.kind = SB_EFFECT_RETURNED,
                          .place = place,
                          .value_offset = object->returned.data[i]});
}

/* What is left in the caller's memory. */
static void add_memory_effects(SbState *state, SbSummary *summary, const SbObject *object) {
  SbPlace container = sb_place_of(object);
  for (unsigned i = 0; i < object->contents.length; i++) {
    const SbContent *content = &object->contents.data[i];
    if (!content->target) {
      add_effect(state, summary,
                 (SbEffect){.kind = SB_EFFECT_OVERWRITTEN,
                            .place = container,
                            .offset = content->offset,
                            .size = content->size});
    } else if (is_callers(content->target)) {
      SbEscape why = {.reason = SB_REASON_STORED_TO_HEAP,
                      .subject = SB_SUBJECT_PARAM,
                      .name = sb_source_name(state, object->value),
                      .at = content->at};
      add_effect(state, summary,
                 (SbEffect){.kind = SB_EFFECT_STORED,
                            .place = sb_place_of(content->target),
                            .value_offset = content->target_offset,
                            .container = container,
                            .offset = content->offset,
                            .size = content->size,
                            .why = why});
    } else {
      /* The callee's own objects: they have escaped there, and are nobody's here. */
      add_effect(state, summary,
                 (SbEffect){.kind = SB_EFFECT_OVERWRITTEN,
                            .place = container,
                            .offset = content->offset,
                            .size = content->size});
    }
  }
}

static bool same_range(const SbRange *a, const SbRange *b) {
  return a->offset == b->offset && a->size == b->size;
}

bool sb_same_place(const SbPlace *a, const SbPlace *b) {
  bool same = a->kind == b->kind && a->site == b->site && a->param == b->param &&
              a->depth == b->depth && same_range(&a->word, &b->word);
  for (unsigned i = 0; same && i < a->depth; i++)
    same = same_range(&a->steps[i], &b->steps[i]);
  return same;
}

/* The same but for how certain it is. */
static bool same_kind_of_effect(const SbEffect *a, const SbEffect *b) {
  return a->kind == b->kind && sb_same_place(&a->place, &b->place) &&
         sb_same_place(&a->container, &b->container) && a->value_offset == b->value_offset &&
         a->offset == b->offset && a->size == b->size && a->fixed == b->fixed &&
         a->family_length == b->family_length &&
         (!a->family_length || memcmp(a->family, b->family, a->family_length) == 0);
}

static bool same_effect(const SbEffect *a, const SbEffect *b) {
  return same_kind_of_effect(a, b) && a->alone == b->alone;
}

static void add_effect_once(SbState *state, SbSummary *summary, const SbEffect *effect) {
  for (unsigned i = 0; i < summary->effects.length; i++)
    if (same_kind_of_effect(&summary->effects.data[i], effect)) {
      summary->effects.data[i].alone &= effect->alone;
      return;
    }
  add_effect(state, summary, *effect);
}

static bool same_summary(const SbSummary *a, const SbSummary *b) {
  if (a->known != b->known || a->returns_unknown != b->returns_unknown ||
      a->needs_copy != b->needs_copy || a->made.length != b->made.length ||
      a->effects.length != b->effects.length)
    return false;
  for (unsigned i = 0; i < a->made.length; i++)
    if (a->made.data[i] != b->made.data[i])
      return false;
  for (unsigned i = 0; i < a->effects.length; i++)
    if (!same_effect(&a->effects.data[i], &b->effects.data[i]))
      return false;
  return true;
}

/* The caller sees what loads and stores of this function, too, rely on. */
static void add_made(SbState *state, SbSummary *summary, const SbObject *object) {
  uint64_t align = sb_alignment_of_uses(object);
  if (align > object->site->align)
    object->site->align = align;
  sb_vec_push(&state->arena, &summary->made, object->site);
}

static void summarise_object(SbState *state, SbSummary *summary, const SbObject *object) {
  bool returned_unnamed = object->returned.length && !is_callers(object);
  summary->returns_unknown |= returned_unnamed;
  if (!is_callers(object))
    return;
  if (object->kind == SB_OBJECT_SITE)
    add_made(state, summary, object);
  add_own_effects(state, summary, object);
  if (object->kind != SB_OBJECT_WORD)
    add_memory_effects(state, summary, object);
}

static void add_distances(SbState *state, SbSummary *summary, const SbFlow *flow) {
  for (unsigned i = 0; i < flow->distances.length; i++) {
    const SbDistance *distance = &flow->distances.data[i];
    add_effect_once(state, summary,
                    &(SbEffect){.kind = SB_EFFECT_MEASURED,
                                .place = sb_place_of(distance->from),
                                .container = sb_place_of(distance->to),
                                .why = distance->why});
  }
}

/* What is said of the caller's objects rests on a body that only a copy certainly has. */
static bool rests_on_copies(SbFlow *flow) {
  if (!flow->trusted.length)
    return false;
  SbLinks links = sb_links_of(flow);
  for (unsigned i = 0; i < flow->object_list.length; i++)
    if (is_callers(flow->object_list.data[i]))
      sb_links_mark(&links, flow->object_list.data[i]);
  for (unsigned i = 0; i < flow->trusted.length; i++)
    if (sb_links_reach(&links, flow->trusted.data[i]))
      return true;
  return false;
}

bool sb_summarise(SbState *state, SbFunction *function, SbFlow *flow) {
  SbSummary summary = {.known = !flow->gave_up, .returns_unknown = flow->returns_unknown};
  summary.needs_copy = !is_exact(function->value) || rests_on_copies(flow);
  for (unsigned i = 0; summary.known && i < flow->object_list.length; i++) {
    summarise_object(state, &summary, flow->object_list.data[i]);
    summary.known = summary.effects.length <= MAX_EFFECTS;
  }
  add_distances(state, &summary, flow);
  bool changed = !same_summary(&summary, &function->summary);
  function->summary = summary;
  return changed;
}

bool sb_is_rewritable_in_copy(const SbEffect *effect) {
  return (effect->kind == SB_EFFECT_FREED && !effect->fixed) || effect->kind == SB_EFFECT_RESIZED;
}

const SbSummary *sb_summary_of(SbState *state, LLVMValueRef callee) {
  const SbFunction *function = sb_map_get(&state->functions, callee, 0);
  if (!function || !function->summary.known || is_another(callee))
    return NULL;
  return function->summary.needs_copy && !function->copyable ? NULL : &function->summary;
}
