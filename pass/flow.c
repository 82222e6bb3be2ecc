/*===- flow.c - facts and objects, to a fixpoint --------------------------===*
 *
 * An inclusion-based points-to analysis (Andersen 1994) of one function, with
 * constant field offsets. Instructions are transfer functions over the facts of
 * their operands; each is run again when one of those grew. Everything only
 * grows, so the order does not matter for the result.
 *
 * requires  summaries of the callees (as they are now)
 * maintains every value that may hold a pointer to an object has a fact for it,
 *           or the object has escaped, or gave_up is set
 *
 *===----------------------------------------------------------------------===*/
#include "flow.h"

/*
 * Bounds on the effort. FACTS: objects that one value may point to; more means that they all
 * escape. OBJECTS: of a function; past that, parts of objects are not told apart by offset. Real
 * code (the corpus) stays far below both.
 */
enum { MAX_FACTS = 32, MAX_OBJECTS = 512 };
enum { WORK_BASE = 1 << 16, WORK_PER_INSTRUCTION = 1024 };

SbNode *sb_flow_node(const SbFlow *flow, LLVMValueRef value) {
  return sb_map_get(&flow->nodes, value, 0);
}

bool sb_flow_precedes(const SbFlow *flow, LLVMValueRef a, LLVMValueRef b) {
  const SbNode *first = a ? sb_flow_node(flow, a) : NULL;
  const SbNode *second = b ? sb_flow_node(flow, b) : NULL;
  return first && second && first->order < second->order;
}

/*===- Worklist -------------------------------------------------------------------------------===*/

static void enqueue(SbFlow *flow, LLVMValueRef inst) {
  SbNode *node = sb_flow_node(flow, inst);
  if (!node || node->queued)
    return;
  node->queued = true;
  sb_vec_push(&flow->arena, &flow->worklist, inst);
}

static void enqueue_users(SbFlow *flow, LLVMValueRef value) {
  SB_FOR_USES(use, value)
  enqueue(flow, LLVMGetUser(use));
}

void sb_flow_enqueue_readers(SbFlow *flow, const SbObject *object) {
  for (unsigned i = 0; i < object->readers.length; i++)
    enqueue(flow, object->readers.data[i].inst);
}

/*===- Objects --------------------------------------------------------------------------------===*/

static SbObject *new_object(SbFlow *flow, SbObjectKind kind, LLVMValueRef value) {
  SbObject *object = sb_arena_alloc(&flow->arena, sizeof *object);
  object->kind = kind;
  object->value = value;
  object->number = flow->object_list.length;
  sb_vec_push(&flow->arena, &flow->object_list, object);
  return object;
}

static bool is_part(const SbObject *object, SbObjectKind kind, int64_t offset, int64_t size) {
  return object->kind == kind && object->offset == offset && object->size == size;
}

/* The one object of this kind for (parent, offset, size); beyond MAX_OBJECTS only the one without
 * offset. */
static SbObject *part_object(SbFlow *flow, SbObjectKind kind, SbObject *parent, int64_t offset,
                             int64_t size) {
  sb_range_of(&offset, &size);
  if (flow->coarse || offset == SB_UNKNOWN || flow->object_list.length > MAX_OBJECTS)
    offset = size = SB_UNKNOWN;
  uintptr_t key = (uintptr_t)offset * 1021u + (uintptr_t)size * 4u + kind;
  SbObject *object;
  while ((object = sb_map_get(&flow->objects, parent, key)) && !is_part(object, kind, offset, size))
    key++; /* another part's key */
  if (object)
    return object;
  object = new_object(flow, kind, parent->value);
  object->param = parent->param;
  object->parent = parent;
  object->offset = offset;
  object->size = size;
  sb_map_put(&flow->arena, &flow->objects, parent, key, object);
  return object;
}

SbObject *sb_flow_contents_object(SbFlow *flow, SbObject *parent, int64_t offset, int64_t size) {
  if (parent->kind == SB_OBJECT_CONTENTS && parent->depth == SB_MAX_DEPTH)
    return parent; /* it stands for all that it leads to */
  SbObject *object = part_object(flow, SB_OBJECT_CONTENTS, parent, offset, size);
  object->depth = parent->depth + 1;
  return object;
}

SbObject *sb_flow_word_object(SbFlow *flow, SbObject *parent, int64_t offset, int64_t size) {
  return part_object(flow, SB_OBJECT_WORD, parent, offset, size);
}

SbObject *sb_flow_site_object(SbFlow *flow, const SbSite *site) {
  return sb_map_get(&flow->objects, site->call, (uintptr_t)site->inner);
}

/* The site of this function that a callee's site is, seen from here: one per module, whatever flow
 * asks. */
static SbSite *site_made_by(SbState *state, LLVMValueRef function, LLVMValueRef call,
                            const SbSite *inner) {
  SbSite *site = sb_map_get(&state->made_sites, call, (uintptr_t)inner);
  if (site)
    return site;
  site = sb_arena_alloc(&state->arena, sizeof *site);
  *site = *inner;
  site->function = function;
  site->call = call;
  site->inner = inner;
  sb_map_put(&state->arena, &state->made_sites, call, (uintptr_t)inner, site);
  return site;
}

SbObject *sb_flow_made_object(SbFlow *flow, LLVMValueRef call, const SbSite *inner) {
  SbObject *object = sb_map_get(&flow->objects, call, (uintptr_t)inner);
  if (object)
    return object;
  object = new_object(flow, SB_OBJECT_SITE, call);
  object->site = site_made_by(flow->state, flow->function, call, inner);
  sb_map_put(&flow->arena, &flow->objects, call, (uintptr_t)inner, object);
  sb_vec_push(&flow->arena, &flow->made, object->site);
  /* The callee works on the object: it is no tail call any more when that lives here. */
  sb_flow_reaches(flow, object, call);
  return object;
}

/*===- Facts ----------------------------------------------------------------------------------===*/

static SbFact *find_fact(const SbNode *node, const SbObject *object) {
  for (SbFact *fact = node->facts; fact; fact = fact->next)
    if (fact->object == object)
      return fact;
  return NULL;
}

void sb_flow_mark_unknown(SbFlow *flow, LLVMValueRef value) {
  SbNode *node = sb_flow_node(flow, value);
  if (!node || node->unknown)
    return;
  node->unknown = true;
  enqueue_users(flow, value);
}

static void widen_offset(SbFlow *flow, SbFact *fact, int64_t offset) {
  int64_t both = sb_join_offsets(fact->offset, offset);
  if (fact->offset == both)
    return;
  fact->offset = both;
  enqueue_users(flow, fact->node->value);
}

static SbFact *make_fact(SbFlow *flow, SbNode *node, const SbTarget *target) {
  SbFact *fact = sb_arena_alloc(&flow->arena, sizeof *fact);
  *fact = (SbFact){.node = node,
                   .object = target->object,
                   .offset = target->offset,
                   .parent = target->from,
                   .through = target->through,
                   .holder = target->holder,
                   .holder_offset = target->holder_offset};
  return fact;
}

void sb_flow_add_fact(SbFlow *flow, LLVMValueRef value, const SbTarget *target) {
  SbNode *node = sb_flow_node(flow, value);
  if (!node)
    return;
  flow->work++;
  /* Escaped memory is like any other that is not followed. Sites keep their facts: the report wants
     the first escape in program order, not the first that was found. */
  if (target->object->escape.reason && target->object->kind != SB_OBJECT_SITE) {
    sb_flow_mark_unknown(flow, value);
    return;
  }
  int64_t offset = flow->coarse ? SB_UNKNOWN : target->offset;
  SbFact *fact = find_fact(node, target->object);
  if (fact) {
    widen_offset(flow, fact, offset);
    return;
  }
  if (node->fact_count == MAX_FACTS) {
    SbEscape limit = {.reason = SB_REASON_OTHER,
                      .subject = SB_SUBJECT_NOTE,
                      .name = "too many objects come together in one pointer (analysis limit)",
                      .at = value};
    sb_flow_escape(flow, target, &limit);
    sb_flow_mark_unknown(flow, value);
    return;
  }
  fact = make_fact(flow, node, target);
  fact->offset = offset;
  fact->next = node->facts;
  node->facts = fact;
  node->fact_count++;
  sb_vec_push(&flow->arena, &target->object->facts, fact);
  enqueue_users(flow, value);
}

bool sb_flow_has_facts(const SbFlow *flow, LLVMValueRef value) {
  const SbNode *node = sb_flow_node(flow, value);
  return node && node->facts;
}

/* A call can reach all objects of a function: only short lists are searched one by one. */
static SbTarget *find_target(SbFlow *flow, SbTargets *out, const SbObject *object) {
  enum { SHORT = 16 };
  if (out->items.length <= SHORT) {
    for (unsigned i = 0; i < out->items.length; i++)
      if (out->items.data[i].object == object)
        return &out->items.data[i];
    return NULL;
  }
  while (out->indexed < out->items.length) {
    const SbTarget *item = &out->items.data[out->indexed++];
    sb_map_put(&flow->arena, &out->index, item->object, 0, (void *)(uintptr_t)out->indexed);
  }
  uintptr_t position = (uintptr_t)sb_map_get(&out->index, object, 0);
  return position ? &out->items.data[position - 1] : NULL;
}

void sb_flow_add_target(SbFlow *flow, SbTargets *out, const SbTarget *target) {
  SbTarget *found = find_target(flow, out, target->object);
  if (found) {
    found->offset = sb_join_offsets(found->offset, target->offset);
    return;
  }
  sb_vec_push(&flow->arena, &out->items, *target);
}

void sb_flow_targets_of(SbFlow *flow, LLVMValueRef value, SbTargets *out) {
  const SbNode *node = sb_flow_node(flow, value);
  if (!node) {
    out->unknown |= !sb_is_null_like(value);
    return;
  }
  for (const SbFact *fact = node->facts; fact; fact = fact->next) {
    SbTarget target = {.object = fact->object, .offset = fact->offset, .from = fact};
    sb_flow_add_target(flow, out, &target);
  }
  out->unknown |= node->unknown;
}

void sb_flow_copy_value(SbFlow *flow, LLVMValueRef to, LLVMValueRef from, int64_t delta) {
  const SbNode *source = sb_flow_node(flow, from);
  if (!source) {
    if (!sb_is_null_like(from))
      sb_flow_mark_unknown(flow, to);
    return;
  }
  for (const SbFact *fact = source->facts; fact; fact = fact->next) {
    SbTarget target = {
        .object = fact->object, .offset = sb_add_offsets(fact->offset, delta), .from = fact};
    sb_flow_add_fact(flow, to, &target);
  }
  if (source->unknown)
    sb_flow_mark_unknown(flow, to);
}

SbObject *sb_flow_single_object(const SbFlow *flow, LLVMValueRef value) {
  const SbNode *node = sb_flow_node(flow, value);
  return node && !node->unknown && node->fact_count == 1 ? node->facts->object : NULL;
}

/*===- Escapes --------------------------------------------------------------------------------===*/

/* A fact for the report, when the last step was a load whose value has no node of its own. */
const SbFact *sb_flow_fact_behind(SbFlow *flow, const SbTarget *target) {
  return target->through ? make_fact(flow, NULL, target) : target->from;
}

static void record_escape(SbFlow *flow, const SbTarget *target, const SbEscape *why) {
  target->object->escape = *why;
  target->object->escape.fact = sb_flow_fact_behind(flow, target);
}

/* What an escaped object holds has escaped with it, at the same place and for the same reason. */
static void escape_contents(SbFlow *flow, SbObject *holder, SbTargets *pending) {
  for (unsigned i = 0; i < holder->contents.length && !SB_BROKEN(CONTENTS); i++) {
    const SbContent *content = &holder->contents.data[i];
    if (!content->target || content->target->escape.reason)
      continue;
    SbTarget target = {.object = content->target,
                       .offset = content->target_offset,
                       .from = content->from,
                       .through = content->at,
                       .holder = holder,
                       .holder_offset = content->offset};
    record_escape(flow, &target, &holder->escape);
    sb_vec_push(&flow->arena, &pending->items, target);
  }
}

/* An address used as a number is seldom the whole story: who mends only that gains nothing. */
static bool is_weak(const SbEscape *escape) {
  return escape->reason == SB_REASON_POINTER_TO_INTEGER ||
         escape->reason == SB_REASON_POINTER_COMPARED;
}

/* The report names the first escape in program order, a real one before a weak one. */
static bool is_better_reason(const SbFlow *flow, const SbEscape *fresh, const SbEscape *old) {
  if (is_weak(fresh) != is_weak(old))
    return is_weak(old);
  return sb_flow_precedes(flow, fresh->at, old->at);
}

void sb_flow_escape(SbFlow *flow, const SbTarget *target, const SbEscape *why) {
  SbObject *object = target->object;
  flow->work++;
  if (object->escape.reason) {
    if (is_better_reason(flow, why, &object->escape))
      record_escape(flow, target, why);
    return;
  }
  record_escape(flow, target, why);
  SbTargets pending = {0};
  sb_vec_push(&flow->arena, &pending.items, *target);
  while (pending.items.length) {
    SbObject *next = pending.items.data[--pending.items.length].object;
    escape_contents(flow, next, &pending);
    sb_flow_enqueue_readers(flow, next); /* whoever got the pointer may have put anything there */
  }
}

void sb_flow_escape_all(SbFlow *flow, const SbTargets *targets, const SbEscape *why) {
  for (unsigned i = 0; i < targets->items.length; i++)
    sb_flow_escape(flow, &targets->items.data[i], why);
}

/* The first in program order stays. */
static void record_first(SbFlow *flow, SbEscape *first, const SbTarget *target,
                         const SbEscape *why) {
  if (first->reason && !sb_flow_precedes(flow, why->at, first->at))
    return;
  *first = *why;
  first->fact = sb_flow_fact_behind(flow, target);
}

void sb_flow_freed(SbFlow *flow, const SbTarget *target, const SbEscape *why) {
  record_first(flow, &target->object->freed, target, why);
}

void sb_flow_freed_inside(SbFlow *flow, const SbTarget *target, const SbEscape *why) {
  record_first(flow, &target->object->freed_inside, target, why);
}

const SbEscape *sb_flow_first_escape(const SbFlow *flow, const SbEscape *a, const SbEscape *b) {
  if (!a->reason || !b->reason)
    return a->reason ? a : b;
  return is_better_reason(flow, b, a) ? b : a;
}

/*===- Leaving to the caller ------------------------------------------------------------------===*/

/*
 * The caller can decide about an object that it gets when there is one such object per call: two
 * executions of the site in one activation, or in a recursive one, would share the caller's slot.
 */
static bool may_leave(const SbFlow *flow, const SbObject *object) {
  enum { MAX_MADE = 8 };
  if (object->kind != SB_OBJECT_SITE || !flow->may_leave || object->escape.reason)
    return false;
  SbxAllocKind kind = object->site->kind;
  if (flow->leaving == MAX_MADE)
    return false;
  if (kind == SBX_ALLOC_RESIZE) /* stays on the heap; what it holds is to be known */
    return object->site->null_allocates;
  return (kind == SBX_ALLOC_FRESH || kind == SBX_ALLOC_ZEROED || kind == SBX_ALLOC_COPY) &&
         (SB_BROKEN(LEAVE_LOOP) ||
          !sbx_in_cycle(flow->state->bridge, LLVMGetInstructionParent(object->value)));
}

/* What it holds leaves with it, at the same place. */
static void leave_contents(SbFlow *flow, SbObject *holder, SbTargets *pending) {
  for (unsigned i = 0; i < holder->contents.length; i++) {
    const SbContent *content = &holder->contents.data[i];
    if (!content->target)
      continue;
    SbTarget target = {.object = content->target,
                       .offset = content->target_offset,
                       .from = content->from,
                       .through = content->at,
                       .holder = holder,
                       .holder_offset = content->offset};
    sb_vec_push(&flow->arena, &pending->items, target);
  }
}

void sb_flow_leave(SbFlow *flow, const SbTarget *first, const SbEscape *why, bool shared) {
  SbTargets pending = {0};
  sb_vec_push(&flow->arena, &pending.items, *first);
  while (pending.items.length) {
    SbTarget target = pending.items.data[--pending.items.length];
    SbObject *object = target.object;
    flow->work++;
    if (object->kind != SB_OBJECT_SITE && object->kind != SB_OBJECT_LOCAL)
      continue; /* the caller's own */
    bool news = !object->leaves.reason || (shared && !object->shared);
    if (!object->leaves.reason && !may_leave(flow, object)) {
      sb_flow_escape(flow, &target, why);
      continue;
    }
    flow->leaving += !object->leaves.reason;
    record_first(flow, &object->leaves, &target, why);
    object->shared |= shared;
    if (!news)
      continue;
    leave_contents(flow, object, &pending);
    sb_flow_enqueue_readers(flow, object); /* a shared one's memory may be written through others */
  }
}

void sb_flow_reaches(SbFlow *flow, SbObject *object, LLVMValueRef call) {
  if (sb_map_insert(&flow->arena, &flow->registered, object, (uintptr_t)call))
    sb_vec_push(&flow->arena, &object->calls, call);
}

/*===- The fixpoint ---------------------------------------------------------------------------===*/

static void add_node(SbFlow *flow, LLVMValueRef value) {
  SbNode *node = sb_arena_alloc(&flow->arena, sizeof *node);
  node->value = value;
  node->order = flow->node_list.length;
  sb_map_put(&flow->arena, &flow->nodes, value, 0, node);
  sb_vec_push(&flow->arena, &flow->node_list, node);
}

/* An object and the value that points to its first byte. */
static void add_root(SbFlow *flow, SbObjectKind kind, LLVMValueRef value, bool points) {
  SbObject *object = new_object(flow, kind, value);
  object->site = sb_map_get(&flow->state->sites, value, 0);
  sb_map_put(&flow->arena, &flow->objects, value, 0, object);
  SbTarget target = {.object = object};
  if (points)
    sb_flow_add_fact(flow, value, &target);
}

/* The slots that a copy gets are no objects of its body's, which does not know them yet. */
static void add_parameters(SbFlow *flow, unsigned slots) {
  unsigned count = LLVMCountParams(flow->function);
  for (unsigned i = 0; i < count; i++) {
    LLVMValueRef param = LLVMGetParam(flow->function, i);
    add_node(flow, param);
    if (i + slots >= count || !sb_holds_pointers(LLVMTypeOf(param)))
      continue;
    add_root(flow, SB_OBJECT_PARAM, param, true);
    flow->object_list.data[flow->object_list.length - 1]->param = i;
  }
}

static void add_instructions(SbFlow *flow) {
  SB_FOR_BLOCKS(block, flow->function)
  SB_FOR_INSTRUCTIONS(inst, block) {
    add_node(flow, inst);
    enqueue(flow, inst);
  }
  for (unsigned i = 0; i < flow->node_list.length; i++) {
    LLVMValueRef value = flow->node_list.data[i]->value;
    const SbSite *site = sb_map_get(&flow->state->sites, value, 0);
    if (site)
      add_root(flow, SB_OBJECT_SITE, value, site->kind != SBX_ALLOC_OUTPARAM);
    else if (LLVMIsAAllocaInst(value))
      add_root(flow, SB_OBJECT_LOCAL, value, true);
  }
}

static void run_worklist(SbFlow *flow) {
  while (flow->worklist_head < flow->worklist.length) {
    LLVMValueRef inst = flow->worklist.data[flow->worklist_head++];
    sb_flow_node(flow, inst)->queued = false;
    if (flow->work++ > flow->work_limit) {
      flow->gave_up = true;
      return;
    }
    sb_flow_transfer(flow, inst);
    if (flow->worklist_head == flow->worklist.length)
      flow->worklist_head = flow->worklist.length = 0;
  }
}

/* What was judged by the facts of others than its operands is judged again when those are complete.
 */
static void run_to_fixpoint(SbFlow *flow) {
  do {
    flow->judging = false;
    run_worklist(flow);
    flow->judging = true;
    for (unsigned i = 0; i < flow->judged.length && !flow->gave_up; i++)
      sb_flow_transfer(flow, flow->judged.data[i]);
  } while (flow->worklist.length && !flow->gave_up);
}

SbFlow *sb_flow_compute(SbState *state, SbFunction *function, bool coarse) {
  SbArena arena = {0};
  SbFlow *flow = sb_arena_alloc(&arena, sizeof *flow);
  flow->arena = arena;
  flow->state = state;
  flow->function = function->value;
  flow->coarse = coarse;
  /* Of a function that calls itself, each level's objects would need slots of their own: copies of
   * copies. */
  flow->may_leave = function->copyable && !function->recursive;
  add_parameters(flow, function->copy ? function->copy->slots : 0);
  add_instructions(flow);
  flow->work_limit = WORK_BASE + (uint64_t)WORK_PER_INSTRUCTION * flow->node_list.length;
  run_to_fixpoint(flow);
  return flow;
}

void sb_flow_free(SbFlow *flow) {
  SbArena arena = flow->arena; /* it holds the flow itself */
  sb_arena_reset(&arena);
}
