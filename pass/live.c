/*===- live.c - the loop rule ----------------------------------------------===*
 *
 * A slot is one object; a site on a cycle makes a new one each time. The slot
 * serves when no pointer to an object of an earlier execution is used after the
 * site ran again. Such a pointer is carried across the site
 *   - by a value that is live there: one that the site does not dominate (a
 *     value that it dominates is computed anew after every execution), or
 *   - by memory that is read later without having been overwritten.
 * Both are the same question: can a reader be reached from the site without
 * passing a killer? For a value the readers are its uses and the killer is its
 * definition; for memory they are loads and calls, and stores that certainly
 * overwrite it.
 *
 *   prev = p; p = malloc(4); use(prev);      prev is carried
 *   p = malloc(4); use(p); free(p);          nothing is
 *
 * Memory of an object that itself is made anew in the loop is dead when its site
 * runs, provided that object is not carried. This is decided optimistically and
 * taken back until nothing changes: in the first moment in which a stale pointer
 * is used, all memory it could have come from was still that of live objects.
 *
 *===----------------------------------------------------------------------===*/
#include "ir.h"

#include <stdlib.h>

enum { LIVE_LIMIT = 1 << 20 }; /* block visits per function; beyond: carried */

typedef struct Event {
  unsigned order;
  bool kills; /* false: reads */
} Event;

typedef struct Query {
  SbState *state;
  SbFlow *flow;
  LLVMValueRef site;
  bool at_site; /* read on the way out of the site itself */
  SbArena scratch;
  SB_VEC(Event) events;
  SB_VEC(LLVMBasicBlockRef) pending;
  SbMap seen;
} Query;

static unsigned order_of(const SbFlow *flow, LLVMValueRef inst) {
  return sb_flow_node(flow, inst)->order;
}

static void add_event(Query *q, LLVMValueRef inst, bool kills) {
  q->flow->work++;
  if (sb_flow_node(q->flow, inst))
    sb_vec_push(&q->scratch, &q->events, ((Event){order_of(q->flow, inst), kills}));
}

static int compare_events(const void *left, const void *right) {
  const Event *a = left, *b = right;
  if (a->order != b->order)
    return a->order < b->order ? -1 : 1;
  return (int)a->kills - (int)b->kills; /* an instruction reads before it kills */
}

/* The first event at or behind `order`. */
static const Event *first_event(const Query *q, unsigned order) {
  unsigned low = 0, high = q->events.length;
  while (low < high) {
    unsigned middle = low + (high - low) / 2;
    if (q->events.data[middle].order < order)
      low = middle + 1;
    else
      high = middle;
  }
  return low < q->events.length ? &q->events.data[low] : NULL;
}

static void add_block(Query *q, LLVMBasicBlockRef block) {
  if (sb_map_insert(&q->scratch, &q->seen, block, 0))
    sb_vec_push(&q->scratch, &q->pending, block);
}

static void add_successors(Query *q, LLVMValueRef terminator) {
  unsigned count = LLVMGetNumSuccessors(terminator);
  for (unsigned i = 0; i < count; i++)
    add_block(q, LLVMGetSuccessor(terminator, i));
}

/* Looks at the rest of a block from `order` on: true when a reader comes first. */
static bool scan_block(Query *q, LLVMBasicBlockRef block, unsigned order) {
  LLVMValueRef terminator = LLVMGetBasicBlockTerminator(block);
  const Event *event = first_event(q, order);
  if (!event || event->order > order_of(q->flow, terminator)) {
    add_successors(q, terminator);
    return false;
  }
  /* An invoked allocation makes nothing on its unwind edge: what was there before still is. */
  if (event->kills && event->order == order_of(q->flow, terminator) && sb_is_invoke(terminator))
    add_block(q, LLVMGetUnwindDest(terminator));
  return !event->kills;
}

static bool is_over_limit(const SbFlow *flow) { return flow->work > flow->work_limit + LIVE_LIMIT; }

static bool scan_behind(Query *q, LLVMValueRef inst) {
  if (LLVMIsATerminatorInst(inst)) {
    add_successors(q, inst);
    return false;
  }
  return scan_block(q, LLVMGetInstructionParent(inst), order_of(q->flow, inst) + 1);
}

/*
 * The site is a call of a function that allocates. Other than an allocator it may have made its
 * object before it throws, and it may work on old objects when the new one exists already: p =
 * replace(p);      allocates, copies from the old object, frees that
 */
static bool is_maker(const SbFlow *flow, LLVMValueRef site) {
  return !sb_map_get(&flow->state->sites, site, 0);
}

/* Begins behind the site; true when a reader is there at once. */
static bool scan_behind_site(Query *q) {
  if (q->at_site)
    return true;
  if (!sb_is_invoke(q->site) || is_maker(q->flow, q->site))
    return scan_behind(q, q->site);
  add_block(q, LLVMGetNormalDest(q->site));
  return false;
}

static void sort_events(Query *q) {
  if (q->events.length)
    qsort(q->events.data, q->events.length, sizeof(Event), compare_events);
}

/* Goes on from where the search has begun. */
static bool search(Query *q, bool found) {
  while (!found && q->pending.length) {
    LLVMBasicBlockRef block = q->pending.data[--q->pending.length];
    q->flow->work++;
    found = is_over_limit(q->flow) ||
            scan_block(q, block, order_of(q->flow, LLVMGetFirstInstruction(block)));
  }
  sb_arena_reset(&q->scratch);
  return found;
}

/* Can a reader be reached from behind the site without passing a killer? */
static bool is_read_later(Query *q) {
  sort_events(q);
  return search(q, scan_behind_site(q));
}

static Query new_query(SbState *state, SbFlow *flow, LLVMValueRef site) {
  return (Query){.state = state, .flow = flow, .site = site};
}

/*===- Values ---------------------------------------------------------------------------------===*/

/* A phi uses its operand at the end of the incoming block. */
static void add_use(Query *q, LLVMValueRef user, LLVMValueRef value) {
  q->at_site |= user == q->site && is_maker(q->flow, user);
  if (!LLVMIsAPHINode(user)) {
    add_event(q, user, false);
    return;
  }
  unsigned count = LLVMCountIncoming(user);
  for (unsigned i = 0; i < count; i++) {
    if (LLVMGetIncomingValue(user, i) != value)
      continue;
    LLVMValueRef edge = LLVMGetBasicBlockTerminator(LLVMGetIncomingBlock(user, i));
    /* On the normal edge of an invoked allocation the new object exists already. */
    if (edge == q->site &&
        (LLVMGetInstructionParent(user) == LLVMGetNormalDest(edge) || is_maker(q->flow, edge)))
      q->at_site = true;
    add_event(q, edge, false);
  }
}

static bool is_carried_by_value(SbState *state, SbFlow *flow, LLVMValueRef site,
                                LLVMValueRef value) {
  if (value == site || !LLVMIsAInstruction(value) || sbx_dominates(state->bridge, site, value))
    return false;
  Query q = new_query(state, flow, site);
  SB_FOR_USES(use, value)
  add_use(&q, LLVMGetUser(use), value);
  add_event(&q, value, true);
  return is_read_later(&q);
}

/*===- Memory ---------------------------------------------------------------------------------===*/

/* There is one object at a time behind pointers to it: what is stored through them is stored there.
 */
static bool is_single(SbState *state, const SbObject *holder, const SbMap *carried) {
  LLVMBasicBlockRef block = LLVMGetInstructionParent(holder->value);
  /* q = realloc(p, n): the new object holds what the old one held, so it is no fresh one. */
  if (holder->kind == SB_OBJECT_SITE)
    return holder->site->kind != SBX_ALLOC_RESIZE && !holder->escape.reason &&
           !sb_map_get(carried, holder, 0);
  return holder->kind == SB_OBJECT_LOCAL && !sbx_in_cycle(state->bridge, block);
}

/* The store certainly overwrites the content, with whatever. */
static bool overwrites(SbState *state, SbFlow *flow, LLVMValueRef store, const SbObject *holder,
                       const SbContent *content) {
  LLVMValueRef address = LLVMGetOperand(store, 1);
  if (content->offset == SB_UNKNOWN || sb_flow_single_object(flow, address) != holder)
    return false;
  int64_t offset = sb_flow_node(flow, address)->facts->offset;
  int64_t size = sb_store_size(state, LLVMTypeOf(LLVMGetOperand(store, 0)));
  return sb_is_exact(offset) && size != SB_UNKNOWN && offset <= content->offset &&
         content->size != SB_UNKNOWN && offset + size >= content->offset + content->size;
}

static bool is_lifetime_marker(const SbState *state, LLVMValueRef inst) {
  LLVMValueRef callee = sb_is_call(inst) ? sb_direct_callee(inst) : NULL;
  unsigned id = callee ? LLVMGetIntrinsicID(callee) : 0;
  return id && (id == state->intrinsics[SB_INTRINSIC_lifetime_start] ||
                id == state->intrinsics[SB_INTRINSIC_lifetime_end]);
}

/* posix_memalign(&v, ..) in a loop: v certainly holds the new pointer afterwards. */
static bool is_written_by_site(const SbFlow *flow, const SbObject *object, const SbObject *holder,
                               const SbContent *content) {
  if (object->site->kind != SBX_ALLOC_OUTPARAM || content->offset == SB_UNKNOWN)
    return false;
  LLVMValueRef address = LLVMGetOperand(object->value, 0);
  return sb_flow_single_object(flow, address) == holder &&
         sb_flow_node(flow, address)->facts->offset == content->offset &&
         content->size == (int64_t)flow->state->pointer_size;
}

static void add_killers(Query *q, const SbObject *holder, const SbContent *content) {
  if (holder->kind == SB_OBJECT_SITE)
    add_event(q, holder->value, true);
  for (unsigned i = 0; i < holder->facts.length; i++) {
    LLVMValueRef address = holder->facts.data[i]->node->value;
    SB_FOR_USES(use, address) {
      LLVMValueRef user = LLVMGetUser(use);
      if (LLVMIsAStoreInst(user) && LLVMGetOperand(user, 1) == address &&
          (SB_BROKEN(LOOP_KILLER) || overwrites(q->state, q->flow, user, holder, content)))
        add_event(q, user, true);
      else if (holder->value == address && is_lifetime_marker(q->state, user))
        add_event(q, user, true);
    }
  }
}

/* Instructions that write memory; what calls can do is known by SbObject.calls. */
static bool is_writer(LLVMValueRef inst) {
  return LLVMIsAStoreInst(inst) || LLVMIsAAtomicRMWInst(inst) || LLVMIsAAtomicCmpXchgInst(inst);
}

/*
 * while (..) { struct buffer b; buffer_init(&b); use(&b); buffer_free(&b); }
 * A pointer that the holder had got before can be in it when the site runs: on some way from
 * whatever writes the holder to the site nothing kills the memory. Otherwise what is read behind
 * the site is what the site, or somebody behind it, has put there.
 */
static bool survives_until_site(SbState *state, SbFlow *flow, LLVMValueRef site,
                                const SbObject *holder, const SbContent *content) {
  Query q = new_query(state, flow, site);
  add_event(&q, site, false);
  add_killers(&q, holder, content);
  sort_events(&q);
  bool found = false;
  for (unsigned i = 0; i < holder->calls.length && !found; i++)
    found =
        !is_lifetime_marker(state, holder->calls.data[i]) && scan_behind(&q, holder->calls.data[i]);
  for (unsigned i = 0; i < holder->facts.length; i++) {
    SB_FOR_USES(use, holder->facts.data[i]->node->value)
    found = found || (is_writer(LLVMGetUser(use)) && scan_behind(&q, LLVMGetUser(use)));
  }
  return search(&q, found);
}

static bool is_carried_by_memory(SbState *state, SbFlow *flow, const SbObject *object,
                                 const SbObject *holder, const SbContent *content,
                                 const SbMap *carried) {
  LLVMValueRef site = object->value;
  bool single = is_single(state, holder, carried);
  if (single && is_written_by_site(flow, object, holder, content))
    return false;
  /* One call makes both: with the new object comes new memory that holds it. */
  if (single && holder->kind == SB_OBJECT_SITE && holder->value == site)
    return false;
  Query q = new_query(state, flow, site);
  for (unsigned i = 0; i < holder->readers.length; i++) {
    const SbReader *reader = &holder->readers.data[i];
    bool is_free = sb_map_get(&flow->registered, holder, (uintptr_t)reader->inst | 1) != NULL;
    if (is_free || is_lifetime_marker(state, reader->inst) ||
        !sb_ranges_overlap(reader->offset, reader->size, content->offset, content->size))
      continue;
    q.at_site |= reader->inst == site && is_maker(flow, site);
    add_event(&q, reader->inst, false);
  }
  if (single)
    add_killers(&q, holder, content);
  return is_read_later(&q) && (!single || survives_until_site(state, flow, site, holder, content));
}

/*===- Sites ----------------------------------------------------------------------------------===*/

/*
 *   p = strdup(p + 1);     copies the object before into the next one
 */
static bool copies_itself(const SbFlow *flow, const SbObject *object) {
  if (object->site->kind != SBX_ALLOC_COPY && object->site->kind != SBX_ALLOC_PREFIX)
    return false;
  const SbNode *source = sb_flow_node(flow, LLVMGetOperand(object->value, 0));
  for (const SbFact *fact = source ? source->facts : NULL; fact; fact = fact->next)
    if (fact->object == object)
      return true;
  return false;
}

static bool is_carried(SbState *state, SbFlow *flow, const SbObject *object, const SbMap *carried) {
  if (copies_itself(flow, object))
    return true;
  for (unsigned i = 0; i < object->facts.length && !SB_BROKEN(LOOP_VALUE); i++)
    if (is_carried_by_value(state, flow, object->value, object->facts.data[i]->node->value))
      return true;
  for (unsigned i = 0; i < object->holders.length && !SB_BROKEN(LOOP_MEMORY); i++) {
    const SbObject *holder = object->holders.data[i];
    if (holder == object) /* reached only through a pointer that is itself carried */
      continue;
    for (unsigned k = 0; k < holder->contents.length; k++)
      if (holder->contents.data[k].target == object &&
          is_carried_by_memory(state, flow, object, holder, &holder->contents.data[k], carried))
        return true;
  }
  return false;
}

static bool is_candidate(SbState *state, const SbObject *object, const SbMap *carried) {
  return object->kind == SB_OBJECT_SITE && !object->escape.reason &&
         !sb_map_get(carried, object, 0) &&
         sbx_in_cycle(state->bridge, LLVMGetInstructionParent(object->value));
}

/* All sites once, and again those held by an object that turned out to be carried. */
void sb_find_carried(SbState *state, SbFlow *flow, SbMap *carried) {
  SB_VEC(SbObject *) pending = {0};
  for (unsigned i = flow->object_list.length; i-- > 0;)
    sb_vec_push(&flow->arena, &pending, flow->object_list.data[i]);
  while (pending.length) {
    SbObject *object = pending.data[--pending.length];
    if (!is_candidate(state, object, carried))
      continue;
    /* Past the limit nothing is looked at any more: carried. */
    if (!is_over_limit(flow) && !is_carried(state, flow, object, carried))
      continue;
    sb_map_insert(&flow->arena, carried, object, 0);
    for (unsigned i = 0; i < object->contents.length; i++)
      if (object->contents.data[i].target)
        sb_vec_push(&flow->arena, &pending, object->contents.data[i].target);
  }
}
