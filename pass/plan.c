/*===- plan.c - which calls go to which specialised copies -----------------===*
 *
 * An object in a slot that a callee makes or frees needs a copy of the callee:
 * one that takes the slot from its caller, and whose frees leave the slot alone.
 *
 *   p = widget_new();     p = widget_new.stackbound(&slot);
 *   use(p);               use(p);
 *   widget_free(p);       widget_free.stackbound(p);
 *
 * A call's request follows from the slots of the function's objects: those that
 * the callee makes there, and those that may stand at a place that it frees. In
 * a copy these are the slots that its caller passes, so the same rules plan the
 * calls of copies; equal copies are one. Nothing is planned for the callees of a
 * function whose objects all stay on the heap.
 *
 * requires  final summaries, decisions of the function
 * maintains every call that may free an object in a slot, or that makes one, has
 *           a request; what the budget does not allow is on the heap again
 *
 *===----------------------------------------------------------------------===*/
#include "ir.h"

/*
 * SIZE: instructions of one copied function; far above what LLVM inlines, and below what nobody
 * would copy by hand. SLOTS: parameters that a copy gets; more would be passed in memory. BUDGET:
 * small modules have no percentage to speak of.
 */
enum { MAX_COPY_SIZE = 2000, MAX_COPY_SLOTS = 8, MIN_COPY_BUDGET = 500 };

static SbFunction *function_of(const SbState *state, LLVMValueRef value) {
  return value ? sb_map_get(&state->functions, value, 0) : NULL;
}

/*===- What may be copied ---------------------------------------------------------------------===*/

static void describe_function(SbState *state, SbFunction *function) {
  SB_FOR_BLOCKS(block, function->value)
  SB_FOR_INSTRUCTIONS(inst, block)
  function->size++;
  function->disabled = sb_why_disabled(state, function->value);
  function->copyable = state->options.clone_budget && function->size <= MAX_COPY_SIZE &&
                       sbx_can_copy(function->value) && !function->disabled;
}

void sb_describe_functions(SbState *state) {
  uint64_t sum = 0;
  for (unsigned i = 0; i < state->function_list.length; i++) {
    describe_function(state, state->function_list.data[i]);
    sum += state->function_list.data[i]->size;
  }
  state->copy_budget = sum * state->options.clone_budget / 100;
  if (state->options.clone_budget && state->copy_budget < MIN_COPY_BUDGET)
    state->copy_budget = MIN_COPY_BUDGET;
}

bool sb_can_redirect(SbState *state, LLVMValueRef call, LLVMValueRef callee) {
  const SbFunction *function = function_of(state, callee);
  bool musttail = LLVMIsACallInst(call) && LLVMGetTailCallKind(call) == LLVMTailCallKindMustTail;
  return function && function->copyable && !musttail && !LLVMGetNumOperandBundles(call) &&
         LLVMGetInstructionCallConv(call) == LLVMGetFunctionCallConv(callee);
}

/*===- Slots of objects -----------------------------------------------------------------------===*/

static const SbDecision *decision_of(const SbFunction *function, const SbObject *object) {
  return sb_map_get(&function->promoted, object, 0);
}

/* Promoted without any copy: such a decision is never taken back. */
static bool is_simple(const SbFunction *function, const SbDecision *decision) {
  if (decision->site->inner || function->flow->trusted.length)
    return false;
  for (unsigned i = 0; i < decision->object->frees.length; i++)
    if (!decision->object->frees.data[i].value)
      return false;
  for (unsigned i = 0; i < decision->object->resizes.length; i++)
    if (!decision->object->resizes.data[i].value)
      return false;
  return true;
}

/* One function, or one copy of it, whose calls are planned. */
typedef struct Planner {
  SbState *state;
  SbFunction *function; /* the original, while the copy has not been made */
  const SbCopy *copy;   /* NULL: no copy */
  SbLinks links;        /* with trusted calls only */
} Planner;

/* A site of the original, as the copy has it. */
static const SbSite *own_site(const Planner *p, const SbSite *site) {
  return p->function->copy ? sb_map_get(&p->function->own_sites, site, 0) : site;
}

static bool is_place(const Planner *p, const SbPlace *place, const SbObject *object) {
  SbPlace own = *place, of_object = sb_place_of(object);
  if (own.site)
    own.site = own_site(p, own.site);
  return sb_same_place(&own, &of_object);
}

static void add_slots_of_copy(const Planner *p, const SbObject *object, SbSlotSet *set) {
  for (unsigned i = 0; i < p->copy->made.length; i++) {
    const SbMadeSlot *made = &p->copy->made.data[i];
    if (object->kind != SB_OBJECT_SITE || own_site(p, made->site) != object->site)
      continue;
    set->certain = made->kind == SB_SLOT;
    sb_vec_push(&p->state->arena, &set->slots, SB_SLOT_PARAM + made->slot);
  }
  for (unsigned i = 0; i < p->copy->places.length; i++) {
    const SbSlotPlace *place = &p->copy->places.data[i];
    if (object->kind == SB_OBJECT_SITE || !is_place(p, &place->place, object))
      continue;
    set->certain = place->certain;
    for (unsigned k = 0; k < place->slots.length; k++)
      sb_vec_push(&p->state->arena, &set->slots, SB_SLOT_PARAM + place->slots.data[k]);
  }
}

/* A copy has the promotions of its original that nothing takes back later. */
static const SbDecision *own_decision(const Planner *p, const SbObject *object) {
  const SbDecision *decision = decision_of(p->function, object);
  if (!decision || !p->copy || p->copy->inherits || p->function->copy)
    return decision;
  return is_simple(p->function, decision) ? decision : NULL;
}

bool sb_is_inherited(const SbCopy *copy, const SbDecision *decision) {
  return copy->inherits || is_simple(copy->original, decision);
}

static SbSlotSet slots_of(const Planner *p, const SbObject *object) {
  SbSlotSet set = {0};
  const SbDecision *decision = own_decision(p, object);
  if (decision) {
    set.certain = decision->kind == SB_SLOT;
    sb_vec_push(&p->state->arena, &set.slots, (unsigned)(decision - p->function->decisions.data));
  } else if (p->copy) {
    add_slots_of_copy(p, object, &set);
  }
  return set;
}

static bool is_in_slot(const SbSlotSet *set) { return set->certain || set->slots.length; }

SbSlotSet sb_slots_of(SbState *state, SbFunction *function, const SbObject *object) {
  Planner p = {.state = state, .function = function, .copy = function->copy};
  return slots_of(&p, object);
}

static Planner new_planner(SbState *state, SbFunction *function, const SbCopy *copy) {
  Planner p = {.state = state, .function = function, .copy = copy};
  SbFlow *flow = sb_flow_of(state, function);
  if (!flow->trusted.length)
    return p;
  p.links = sb_links_of(flow);
  for (unsigned i = 0; i < flow->object_list.length; i++) {
    const SbObject *object = flow->object_list.data[i];
    SbSlotSet set = slots_of(&p, object);
    bool of_caller = object->kind != SB_OBJECT_LOCAL && object->kind != SB_OBJECT_SITE;
    if (is_in_slot(&set) || (copy && (of_caller || object->leaves.reason)))
      sb_links_mark(&p.links, object);
  }
  return p;
}

/*===- One call -------------------------------------------------------------------------------===*/

typedef struct Draft {
  SbCopy copy; /* what the call needs */
  SbRequest request;
} Draft;

static LLVMTypeRef type_of_slot(const Planner *p, unsigned slot) {
  if (slot >= SB_SLOT_PARAM)
    return p->copy->types.data[slot - SB_SLOT_PARAM];
  return p->function->decisions.data[slot].site->type;
}

static uint64_t size_of_slot(const Planner *p, unsigned slot) {
  if (slot >= SB_SLOT_PARAM)
    return p->copy->sizes.data[slot - SB_SLOT_PARAM];
  return p->function->decisions.data[slot].slot_size;
}

/* The slot's number among the further arguments. */
static unsigned argument_for(const Planner *p, Draft *draft, unsigned slot) {
  for (unsigned i = 0; i < draft->request.slots.length; i++)
    if (draft->request.slots.data[i] == slot)
      return i;
  sb_vec_push(&p->state->arena, &draft->request.slots, slot);
  sb_vec_push(&p->state->arena, &draft->copy.types, type_of_slot(p, slot));
  sb_vec_push(&p->state->arena, &draft->copy.sizes, size_of_slot(p, slot));
  return draft->request.slots.length - 1;
}

static void add_made(const Planner *p, Draft *draft, const SbSite *site) {
  const SbObject *object =
      sb_flow_made_object(sb_flow_of(p->state, p->function), draft->request.call, site);
  SbSlotSet set = slots_of(p, object);
  if (!set.slots.length)
    return;
  unsigned slot = set.slots.data[0];
  SbMadeSlot made = {.site = site, .slot = argument_for(p, draft, slot)};
  if (slot < SB_SLOT_PARAM) {
    const SbDecision *decision = &p->function->decisions.data[slot];
    made.kind = decision->kind;
    made.slot_size = decision->slot_size;
    made.slot_align = decision->slot_align;
  }
  for (unsigned i = 0; slot >= SB_SLOT_PARAM && i < p->copy->made.length; i++)
    if (p->copy->made.data[i].slot == slot - SB_SLOT_PARAM) {
      made.kind = p->copy->made.data[i].kind;
      made.slot_size = p->copy->made.data[i].slot_size;
      made.slot_align = p->copy->made.data[i].slot_align;
    }
  sb_vec_push(&p->state->arena, &draft->copy.made, made);
}

/* All frees of the place in the callee free nothing else, and nothing resizes it. */
static bool is_alone(const SbSummary *summary, const SbPlace *place) {
  for (unsigned i = 0; i < summary->effects.length && !SB_BROKEN(COPY_FREE_CHOICE); i++) {
    const SbEffect *effect = &summary->effects.data[i];
    if (sb_is_rewritable_in_copy(effect) && !effect->alone && sb_same_place(&effect->place, place))
      return false;
  }
  return true;
}

static bool is_drafted(const Draft *draft, const SbPlace *place) {
  for (unsigned i = 0; i < draft->copy.places.length; i++)
    if (sb_same_place(&draft->copy.places.data[i].place, place))
      return true;
  return false;
}

/*
 * What may stand at a place that the callee frees. Where that is certainly in a slot, the frees go,
 * and nothing is passed; otherwise each is held against the slots that it may be in.
 */
static void add_place(const Planner *p, Draft *draft, const SbSummary *summary,
                      const SbPlace *place) {
  if (is_drafted(draft, place) || SB_BROKEN(FREE_IN_CALLEE))
    return;
  SbFlow *flow = sb_flow_of(p->state, p->function);
  SbPlaceObjects found = sb_flow_objects_at(flow, draft->request.call, place);
  SbSlotPlace entry = {.place = *place, .certain = !found.unknown && found.objects.length};
  bool any = false;
  for (unsigned i = 0; i < found.objects.length; i++) {
    SbSlotSet set = slots_of(p, found.objects.data[i]);
    entry.certain &= set.certain;
    any |= is_in_slot(&set);
  }
  if (!any)
    return;
  entry.certain &= is_alone(summary, place);
  for (unsigned i = 0; i < found.objects.length && !entry.certain; i++) {
    SbSlotSet set = slots_of(p, found.objects.data[i]);
    for (unsigned k = 0; k < set.slots.length; k++)
      sb_vec_push(&p->state->arena, &entry.slots, argument_for(p, draft, set.slots.data[k]));
  }
  sb_vec_push(&p->state->arena, &draft->copy.places, entry);
}

static bool is_trusted(const SbFlow *flow, LLVMValueRef call) {
  return sb_map_get(&flow->registered, &flow->trusted, (uintptr_t)call) != NULL;
}

/* Sizes that the copy does not look at do not make it another one. */
static void forget_sizes(const SbSummary *summary, SbCopy *copy) {
  for (unsigned i = 0; i < summary->effects.length; i++)
    if (summary->effects.data[i].kind == SB_EFFECT_RESIZED)
      return;
  for (unsigned i = 0; i < copy->sizes.length; i++)
    copy->sizes.data[i] = 0;
  for (unsigned i = 0; i < copy->made.length; i++)
    copy->sizes.data[copy->made.data[i].slot] = copy->made.data[i].slot_size;
}

/* What the call needs; false when it can stay as it is. */
static bool draft_call(Planner *p, LLVMValueRef call, Draft *draft) {
  SbFlow *flow = sb_flow_of(p->state, p->function);
  SbFunction *callee = function_of(p->state, sb_direct_callee(call));
  const SbSummary *summary = &callee->summary;
  *draft = (Draft){.copy = {.original = callee}, .request = {.call = call}};
  for (unsigned i = 0; i < summary->made.length; i++)
    add_made(p, draft, summary->made.data[i]);
  for (unsigned i = 0; i < summary->effects.length; i++)
    if (sb_is_rewritable_in_copy(&summary->effects.data[i]))
      add_place(p, draft, summary, &summary->effects.data[i].place);
  draft->copy.slots = draft->request.slots.length;
  forget_sizes(summary, &draft->copy);
  return draft->copy.made.length || draft->copy.places.length ||
         (is_trusted(flow, call) && sb_links_reach(&p->links, call));
}

/*===- Copies ---------------------------------------------------------------------------------===*/

static bool same_made(const SbCopy *a, const SbCopy *b) {
  if (a->made.length != b->made.length)
    return false;
  for (unsigned i = 0; i < a->made.length; i++) {
    const SbMadeSlot *m = &a->made.data[i], *n = &b->made.data[i];
    if (m->site != n->site || m->kind != n->kind || m->slot_size != n->slot_size ||
        m->slot_align != n->slot_align || m->slot != n->slot)
      return false;
  }
  return true;
}

static bool same_places(const SbCopy *a, const SbCopy *b) {
  if (a->places.length != b->places.length)
    return false;
  for (unsigned i = 0; i < a->places.length; i++) {
    const SbSlotPlace *m = &a->places.data[i], *n = &b->places.data[i];
    if (m->certain != n->certain || m->slots.length != n->slots.length ||
        !sb_same_place(&m->place, &n->place))
      return false;
    for (unsigned k = 0; k < m->slots.length; k++)
      if (m->slots.data[k] != n->slots.data[k])
        return false;
  }
  return true;
}

static bool same_types(const SbCopy *a, const SbCopy *b) {
  if (a->slots != b->slots)
    return false;
  for (unsigned i = 0; i < a->slots; i++)
    if (a->types.data[i] != b->types.data[i] || a->sizes.data[i] != b->sizes.data[i])
      return false;
  return true;
}

static SbCopy *find_copy(const SbState *state, const SbCopy *wanted) {
  for (unsigned i = 0; i < state->copies.length; i++) {
    SbCopy *copy = state->copies.data[i];
    if (copy->original == wanted->original && same_types(copy, wanted) && same_made(copy, wanted) &&
        same_places(copy, wanted))
      return copy;
  }
  return NULL;
}

/* The planned copy for a draft; NULL when there is none and none may be added. */
static SbCopy *copy_for(SbState *state, const Draft *draft) {
  SbCopy *copy = find_copy(state, &draft->copy);
  uint64_t cost = draft->copy.original->size;
  if (copy || draft->copy.slots > MAX_COPY_SLOTS || cost > state->copy_budget)
    return copy;
  copy = sb_arena_alloc(&state->arena, sizeof *copy);
  *copy = draft->copy;
  copy->inherits = copy->original->planned;
  copy->cost = cost;
  state->copy_budget -= cost;
  sb_vec_push(&state->arena, &state->copies, copy);
  return copy;
}

static void take_back(SbState *state, unsigned length) {
  while (state->copies.length > length)
    state->copy_budget += state->copies.data[--state->copies.length]->cost;
}

/* The copies that the calls of copies number first and on need, and so on; false: too many. */
static bool plan_copies(SbState *state, unsigned first) {
  for (unsigned i = first; i < state->copies.length; i++) {
    const SbCopy *copy = state->copies.data[i];
    Planner p = new_planner(state, copy->original, copy);
    SbFlow *flow = sb_flow_of(state, copy->original);
    for (unsigned k = 0; k < flow->copied.length; k++) {
      Draft draft;
      if (draft_call(&p, flow->copied.data[k], &draft) && !copy_for(state, &draft))
        return false;
    }
  }
  return true;
}

/*===- One function ---------------------------------------------------------------------------===*/

static void stay_on_heap(Planner *p, SbDecision *decision, LLVMValueRef call) {
  if (decision->kind == SB_KEEP)
    return;
  const char *name = sb_take_message(&p->state->arena, sbx_display_name(sb_direct_callee(call)));
  decision->kind = SB_KEEP;
  decision->why = (SbEscape){
      .reason = SB_REASON_CLONE_BUDGET, .subject = SB_SUBJECT_CALLEE, .name = name, .at = call};
  p->state->promoted--;
}

/* Takes back what needs the copy that cannot be had. */
static void give_up_call(Planner *p, const Draft *draft) {
  SbFlow *flow = p->function->flow;
  LLVMValueRef call = draft->request.call;
  SbDecision *decisions = p->function->decisions.data;
  for (unsigned i = 0; i < draft->copy.places.length; i++) {
    SbPlaceObjects found = sb_flow_objects_at(flow, call, &draft->copy.places.data[i].place);
    for (unsigned k = 0; k < found.objects.length; k++) {
      const SbDecision *decision = decision_of(p->function, found.objects.data[k]);
      if (decision)
        stay_on_heap(p, &decisions[decision - decisions], call);
    }
  }
  bool trusted = is_trusted(flow, call);
  for (unsigned i = 0; i < p->function->decisions.length; i++) {
    SbLinks links = p->links;
    if (decisions[i].kind == SB_KEEP)
      continue;
    if (decisions[i].site->call == call ||
        (trusted && sb_links_touch(&links, call, decisions[i].object)))
      stay_on_heap(p, &decisions[i], call);
  }
  sb_collect_promoted(p->state, p->function);
}

static void give_up_all(SbState *state, SbFunction *function) {
  for (unsigned i = 0; i < function->decisions.length; i++) {
    SbDecision *decision = &function->decisions.data[i];
    if (decision->kind == SB_KEEP)
      continue;
    decision->kind = SB_KEEP;
    decision->why = (SbEscape){.reason = SB_REASON_CLONE_BUDGET};
    state->promoted--;
  }
  sb_collect_promoted(state, function);
}

/* False when something was taken back and all has to be planned anew. */
static bool plan_calls(SbState *state, SbFunction *function) {
  Planner p = new_planner(state, function, NULL);
  for (unsigned i = 0; i < function->flow->copied.length; i++) {
    Draft draft;
    unsigned planned = state->copies.length;
    if (!draft_call(&p, function->flow->copied.data[i], &draft))
      continue;
    if (copy_for(state, &draft) && plan_copies(state, planned))
      continue;
    give_up_call(&p, &draft);
    return false;
  }
  return true;
}

void sb_plan(SbState *state, SbFunction *function) {
  unsigned planned = state->copies.length;
  for (unsigned left = function->promoted.length; left && !plan_calls(state, function);) {
    take_back(state, planned);
    if (function->promoted.length == left)
      give_up_all(state, function); /* cannot be: the call in question has something to give up */
    left = function->promoted.length;
  }
  function->planned = true;
}

SbRequestVec sb_requests_of(SbState *state, SbFunction *function) {
  SbRequestVec requests = {0};
  Planner p = new_planner(state, function, function->copy);
  for (unsigned i = 0; i < function->flow->copied.length; i++) {
    Draft draft;
    if (!draft_call(&p, function->flow->copied.data[i], &draft))
      continue;
    draft.request.copy = find_copy(state, &draft.copy);
    sb_vec_push(&state->arena, &requests, draft.request);
  }
  return requests;
}
