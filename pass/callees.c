/*===- callees.c - calls by summary and by attributes ----------------------===*/
#include "flow.h"

/*===- Callees with a summary -----------------------------------------------------------------===*/

/* One call of a callee with a summary. */
typedef struct Application {
  SbFlow *flow;
  LLVMValueRef call;
  bool
      copied; /* the call can go to a copy: objects that the callee hands out are this function's */
} Application;

/* What the place's parameter, or site of the callee's, is here. */
static SbTargets resolve_root(const Application *a, const SbPlace *place) {
  SbTargets root = {0};
  if (!place->site) {
    sb_flow_targets_of(a->flow, LLVMGetOperand(a->call, place->param), &root);
  } else if (a->copied) {
    SbTarget made = {.object = sb_flow_made_object(a->flow, a->call, place->site)};
    sb_vec_push(&a->flow->arena, &root.items, made);
  } else {
    root.unknown = true; /* on the heap, and not followed */
  }
  return root;
}

static SbTargets read_all(const Application *a, const SbTargets *from, const SbRange *range,
                          bool pointers) {
  SbTargets found = {.unknown = from->unknown};
  for (unsigned i = 0; i < from->items.length; i++)
    sb_flow_read(a->flow, from->items.data[i].object,
                 sb_add_offsets(from->items.data[i].offset, range->offset), range->size, pointers,
                 a->call, &found);
  return found;
}

/* The caller's objects that a callee's place stands for at this call. */
static SbTargets resolve_place(const Application *a, const SbPlace *place) {
  SbTargets found = resolve_root(a, place);
  for (unsigned i = 0; i < place->depth; i++)
    found = read_all(a, &found, &place->steps[i], true);
  if (place->depth == SB_MAX_DEPTH)
    sb_flow_close(a->flow, &found, a->call);
  return place->kind == SB_OBJECT_WORD ? read_all(a, &found, &place->word, false) : found;
}

/* byval: the callee has a copy of the pointee, so what it does to its parameter concerns nobody
 * here. */
static bool concerns_a_copy(SbFlow *flow, LLVMValueRef call, const SbPlace *place) {
  return place->kind == SB_OBJECT_PARAM &&
         (sbx_argument_effects(flow->state->bridge, call, place->param) & SBX_ARG_BYVAL);
}

static SbEscape why_effect(const Application *a, const SbEffect *effect) {
  SbEscape why = sb_call_why(a->flow, a->call, effect->place.param, SB_REASON_PASSED_TO_CALL);
  if (effect->why.reason)
    why.reason = effect->why.reason;
  why.inner = &effect->why;
  return why;
}

static void apply_stored(const Application *a, const SbEffect *effect, SbTargets *targets) {
  if (concerns_a_copy(a->flow, a->call, &effect->container))
    return;
  SbTargets where = resolve_place(a, &effect->container);
  SbEscape elsewhere = why_effect(a, effect);
  sb_targets_shift(targets, effect->value_offset);
  sb_flow_store(a->flow, targets, &where, effect->offset, effect->size, &elsewhere, a->call);
}

static void apply_overwritten(const Application *a, const SbEffect *effect,
                              const SbTargets *targets) {
  SbEscape nowhere = {0};
  sb_call_write(a->flow, targets, effect->offset, effect->size, NULL, &nowhere, a->call);
}

/* The copy is the callee's own, but the pointers in it are the caller's:  callee(struct s) {
 * keep(&s); } */
static void apply_to_copy(const Application *a, const SbEffect *effect) {
  if (effect->kind == SB_EFFECT_FREED || effect->kind == SB_EFFECT_RESIZED ||
      effect->kind == SB_EFFECT_OVERWRITTEN)
    return;
  SbTargets original = {0};
  sb_flow_targets_of(a->flow, LLVMGetOperand(a->call, effect->place.param), &original);
  SbTargets inside = sb_call_reachable(a->flow, &original, a->call);
  SbEscape why = why_effect(a, effect);
  if (!effect->why.reason)
    why.inner = NULL;
  sb_flow_escape_all(a->flow, &inside, &why);
}

static void apply_freed(const Application *a, const SbEffect *effect, const SbTargets *targets) {
  SbEscape why = why_effect(a, effect);
  if (a->copied && !effect->fixed) {
    sb_call_frees_inside(a->flow, a->call, effect, targets, &why);
    return;
  }
  for (unsigned i = 0; i < targets->items.length; i++)
    sb_flow_freed(a->flow, &targets->items.data[i], &why);
}

/* The difference with a byval parameter is one with the callee's copy. */
static bool is_harmless_distance(const Application *a, const SbEffect *effect,
                                 const SbTargets *from, const SbTargets *to, const SbEscape *why) {
  if (concerns_a_copy(a->flow, a->call, &effect->place) ||
      concerns_a_copy(a->flow, a->call, &effect->container))
    return false;
  bool arguments =
      effect->place.kind == SB_OBJECT_PARAM && effect->container.kind == SB_OBJECT_PARAM;
  if (arguments)
    return sb_flow_measure_arguments(a->flow, a->call, effect->place.param, effect->container.param,
                                     why);
  return sb_flow_measure_targets(a->flow, from, to, why);
}

static void apply_measured(const Application *a, const SbEffect *effect) {
  SbTargets from = resolve_place(a, &effect->place), to = resolve_place(a, &effect->container);
  if (!from.items.length && !to.items.length)
    return;
  SbEscape why = why_effect(a, effect);
  if (is_harmless_distance(a, effect, &from, &to, &why))
    return;
  sb_flow_escape_all(a->flow, &from, &why);
  sb_flow_escape_all(a->flow, &to, &why);
}

static void apply_effect(const Application *a, const SbEffect *effect) {
  if (effect->kind == SB_EFFECT_MEASURED) {
    apply_measured(a, effect);
    return;
  }
  if (concerns_a_copy(a->flow, a->call, &effect->place)) {
    apply_to_copy(a, effect);
    return;
  }
  SbTargets targets = resolve_place(a, &effect->place);
  if (!targets.items.length && !targets.unknown)
    return;
  SbEscape why;
  switch (effect->kind) {
  case SB_EFFECT_ESCAPES:
    if (SB_BROKEN(CALLEE_KEEPS))
      return;
    why = why_effect(a, effect);
    sb_flow_escape_all(a->flow, &targets, &why);
    return;
  case SB_EFFECT_FREED:
    apply_freed(a, effect, &targets);
    return;
  case SB_EFFECT_RESIZED:
    why = why_effect(a, effect);
    if (a->copied)
      sb_call_resizes_inside(a->flow, a->call, effect, &targets, &why);
    else
      sb_flow_escape_all(a->flow, &targets, &why);
    return;
  case SB_EFFECT_RETURNED:
    sb_targets_shift(&targets, effect->value_offset);
    sb_call_add_result(a->flow, a->call, &targets);
    return;
  case SB_EFFECT_STORED:
    if (SB_BROKEN(CALLEE_STORES))
      return;
    apply_stored(a, effect, &targets);
    return;
  case SB_EFFECT_OVERWRITTEN:
    apply_overwritten(a, effect, &targets);
    return;
  case SB_EFFECT_MEASURED:
    return;
  }
}

void sb_call_by_summary(SbFlow *flow, LLVMValueRef call, const SbSummary *summary, unsigned fixed,
                        bool copied) {
  Application a = {flow, call, copied};
  for (unsigned i = 0; copied && i < summary->made.length; i++)
    sb_flow_made_object(flow, call, summary->made.data[i]);
  /* By index: in a recursive component the summary is the one being built, of the round before. */
  for (unsigned i = 0; i < summary->effects.length; i++)
    apply_effect(&a, &summary->effects.data[i]);
  unsigned arguments = LLVMGetNumArgOperands(call);
  /* A struct { char *p; } that the ABI passes as an i64: the summary speaks of pointer parameters
   * only. */
  for (unsigned i = 0; i < fixed; i++)
    if (!sb_holds_pointers(LLVMTypeOf(LLVMGetOperand(call, i))))
      sb_call_escape_argument(flow, call, i, SB_REASON_POINTER_TO_INTEGER);
  for (unsigned i = fixed; i < arguments; i++)
    sb_call_escape_argument(flow, call, i, SB_REASON_PASSED_TO_VARIADIC);
  if (summary->returns_unknown)
    sb_call_mark_result(flow, call);
}

SbPlaceObjects sb_flow_objects_at(SbFlow *flow, LLVMValueRef call, const SbPlace *place) {
  Application a = {flow, call, true};
  SbTargets targets = resolve_place(&a, place);
  SbPlaceObjects result = {.unknown = targets.unknown};
  for (unsigned i = 0; i < targets.items.length; i++)
    sb_vec_push(&flow->arena, &result.objects, targets.items.data[i].object);
  return result;
}

/*===- Callees known by attributes ------------------------------------------------------------===*/

/* A function that only reads and does not throw can keep a pointer nowhere but in its result. */
static bool only_by_result(unsigned call_effects) {
  unsigned both = SBX_CALL_READONLY | SBX_CALL_NOUNWIND;
  return (call_effects & both) == both;
}

static void capture_by_attributes(SbFlow *flow, LLVMValueRef call, unsigned argument,
                                  unsigned effects, unsigned call_effects) {
  SbTargets targets = {0};
  sb_flow_targets_of(flow, LLVMGetOperand(call, argument), &targets);
  bool by_result = (effects & SBX_ARG_RETONLY) || only_by_result(call_effects);
  if (effects & SBX_ARG_RETURNED)
    sb_call_add_result(flow, call, &targets);
  if (!(effects & SBX_ARG_NOCAPTURE)) {
    if (by_result) {
      sb_targets_shift(&targets, effects & SBX_ARG_RETURNED ? 0 : SB_UNKNOWN);
      sb_call_add_result(flow, call, &targets);
    } else {
      sb_call_escape_argument(flow, call, argument,
                              sb_call_is_variadic(call, argument) ? SB_REASON_PASSED_TO_VARIADIC
                                                                  : SB_REASON_PASSED_TO_CALL);
    }
  }
  if ((effects & SBX_ARG_NOFREE) || (call_effects & SBX_CALL_NOFREE))
    return;
  SbEscape why = sb_call_why(flow, call, argument, SB_REASON_FREED_ELSEWHERE);
  for (unsigned i = 0; i < targets.items.length; i++)
    sb_flow_freed(flow, &targets.items.data[i], &why);
}

/* strlen(p->name): what a library function counts or compares is a number, not bits of a pointer.
 */
static bool is_count(LLVMValueRef call, unsigned call_effects) {
  return (call_effects & SBX_CALL_LIBRARY) && !sb_holds_pointers(LLVMTypeOf(call));
}

/* "Not captured" is said of the pointer itself: struct s { char *p; }; keep(&s) may still keep s.p.
 */
static void contents_by_attributes(SbFlow *flow, LLVMValueRef call, unsigned argument,
                                   unsigned effects, unsigned call_effects) {
  SbTargets targets = {0};
  sb_flow_targets_of(flow, LLVMGetOperand(call, argument), &targets);
  bool reads = !(effects & (SBX_ARG_READNONE | SBX_ARG_WRITEONLY));
  if (reads && !(call_effects & SBX_CALL_READNONE)) {
    SbTargets inside = sb_call_reachable(flow, &targets, call);
    if (only_by_result(call_effects)) {
      if (!is_count(call, call_effects))
        sb_call_add_result(flow, call, &inside);
    } else {
      SbEscape why = sb_call_why(flow, call, argument, SB_REASON_PASSED_TO_CALL);
      sb_flow_escape_all(flow, &inside, &why);
    }
  }
  bool writes = !(effects & (SBX_ARG_READNONE | SBX_ARG_READONLY | SBX_ARG_BYVAL)) &&
                !(call_effects & SBX_CALL_READONLY);
  SbEscape nowhere = {0};
  if (writes)
    sb_call_write(flow, &targets, SB_UNKNOWN, SB_UNKNOWN, NULL, &nowhere, call);
}

void sb_call_argument(SbFlow *flow, LLVMValueRef call, unsigned argument, unsigned call_effects) {
  if (!sb_flow_has_facts(flow, LLVMGetOperand(call, argument)))
    return;
  unsigned effects = sbx_argument_effects(flow->state->bridge, call, argument);
  if (effects & SBX_ARG_STRANGE) {
    sb_call_escape_argument(flow, call, argument, SB_REASON_PASSED_TO_CALL);
    return;
  }
  if (!(effects & SBX_ARG_BYVAL))
    capture_by_attributes(flow, call, argument, effects, call_effects);
  contents_by_attributes(flow, call, argument, effects, call_effects);
}

void sb_call_by_attributes(SbFlow *flow, LLVMValueRef call) {
  unsigned call_effects = sbx_call_effects(flow->state->bridge, call);
  unsigned arguments = LLVMGetNumArgOperands(call);
  for (unsigned i = 0; i < arguments; i++)
    sb_call_argument(flow, call, i, call_effects);
  if (!sb_holds_pointers(LLVMTypeOf(call)))
    return;
  LLVMValueRef returned = sbx_returned_operand(flow->state->bridge, call);
  if (!returned)
    sb_flow_mark_unknown(flow, call);
  else if (!sb_flow_has_facts(flow, returned))
    sb_flow_copy_value(flow, call, returned, 0);
}
