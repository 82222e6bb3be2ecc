/*===- summary.c - what a function does with its parameters ----------------===*/
#include "ir.h"

enum { MAX_EFFECTS = 1024 };

static bool is_parameter_object(const SbObject *object) {
  return object->kind == SB_OBJECT_PARAM || object->kind == SB_OBJECT_CONTENTS ||
         object->kind == SB_OBJECT_WORD;
}

static SbPlace place_of(const SbObject *object) {
  SbPlace place = {.kind = object->kind, .param = object->param};
  if (object->kind == SB_OBJECT_CONTENTS || object->kind == SB_OBJECT_WORD) {
    place.offset = object->offset;
    place.size = object->size;
  }
  if (object->kind == SB_OBJECT_WORD && object->parent->kind == SB_OBJECT_CONTENTS) {
    place.deep = true;
    place.offset = object->parent->offset;
    place.size = object->parent->size;
    place.word_offset = object->offset;
    place.word_size = object->size;
  }
  return place;
}

static void add_effect(SbState *state, SbSummary *summary, SbEffect effect) {
  effect.why.fact = NULL; /* the flow goes, the summary stays */
  sb_vec_push(&state->arena, &summary->effects, effect);
}

static void add_own_effects(SbState *state, SbSummary *summary, const SbObject *object) {
  SbPlace place = place_of(object);
  if (object->escape.reason)
    add_effect(state, summary,
               (SbEffect){.kind = SB_EFFECT_ESCAPES, .place = place, .why = object->escape});
  if (object->freed.reason)
    add_effect(state, summary,
               (SbEffect){.kind = SB_EFFECT_FREED, .place = place, .why = object->freed});
  for (unsigned i = 0; i < object->returned.length; i++)
    add_effect(state, summary,
               (SbEffect){.kind = SB_EFFECT_RETURNED,
                          .place = place,
                          .value_offset = object->returned.data[i]});
}

/* What is left in the caller's memory. */
static void add_memory_effects(SbState *state, SbSummary *summary, const SbObject *object) {
  SbPlace container = place_of(object);
  for (unsigned i = 0; i < object->contents.length; i++) {
    const SbContent *content = &object->contents.data[i];
    if (!content->target) {
      add_effect(state, summary,
                 (SbEffect){.kind = SB_EFFECT_OVERWRITTEN,
                            .place = container,
                            .offset = content->offset,
                            .size = content->size});
    } else if (is_parameter_object(content->target)) {
      SbEscape why = {.reason = SB_REASON_STORED_TO_HEAP,
                      .subject = SB_SUBJECT_PARAM,
                      .name = sb_source_name(state, object->value),
                      .at = content->at};
      add_effect(state, summary,
                 (SbEffect){.kind = SB_EFFECT_STORED,
                            .place = place_of(content->target),
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

static bool same_place(const SbPlace *a, const SbPlace *b) {
  return a->kind == b->kind && a->param == b->param && a->deep == b->deep &&
         a->offset == b->offset && a->size == b->size && a->word_offset == b->word_offset &&
         a->word_size == b->word_size;
}

static bool same_effect(const SbEffect *a, const SbEffect *b) {
  return a->kind == b->kind && same_place(&a->place, &b->place) &&
         same_place(&a->container, &b->container) && a->value_offset == b->value_offset &&
         a->offset == b->offset && a->size == b->size;
}

static bool same_summary(const SbSummary *a, const SbSummary *b) {
  if (a->known != b->known || a->returns_unknown != b->returns_unknown ||
      a->effects.length != b->effects.length)
    return false;
  for (unsigned i = 0; i < a->effects.length; i++)
    if (!same_effect(&a->effects.data[i], &b->effects.data[i]))
      return false;
  return true;
}

bool sb_summarise(SbState *state, SbFunction *function, const SbFlow *flow) {
  SbSummary summary = {.known = !flow->gave_up, .returns_unknown = flow->returns_unknown};
  for (unsigned i = 0; summary.known && i < flow->object_list.length; i++) {
    const SbObject *object = flow->object_list.data[i];
    if (!is_parameter_object(object))
      continue;
    add_own_effects(state, &summary, object);
    if (object->kind != SB_OBJECT_WORD)
      add_memory_effects(state, &summary, object);
    summary.known = summary.effects.length <= MAX_EFFECTS;
  }
  bool changed = !same_summary(&summary, &function->summary);
  function->summary = summary;
  return changed;
}

/* Bodies that are not what runs: replaced by the linker, by a coroutine split, or written in
 * assembly. */
static bool is_certain(LLVMValueRef callee) {
  return sbx_has_exact_definition(callee) && !sb_has_attribute(callee, "presplitcoroutine") &&
         !sb_has_attribute(callee, "naked");
}

const SbSummary *sb_summary_of(SbState *state, LLVMValueRef callee) {
  const SbFunction *function = sb_map_get(&state->functions, callee, 0);
  return function && function->summary.known && is_certain(callee) ? &function->summary : NULL;
}
