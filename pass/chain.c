/*===- chain.c - objects that begin with realloc(NULL, n) ------------------===*
 *
 * char *data = NULL;  for (..) data = realloc(data, size *= 2);
 *
 * With null for the old object a realloc is a malloc, so its site can hand out a
 * slot; with any other it is the resize of an object, which is rewritten as one.
 * The sites that take each other's objects are a chain. It has one slot, with a
 * flag: normally one of its objects is live at a time, and others go to the heap.
 *
 *===----------------------------------------------------------------------===*/
#include "ir.h"

/* The old object can be seen to be null on some path: only then does a slot pay. */
static bool may_begin_with_null(LLVMValueRef old) {
  enum { STEPS = 64 };
  SbArena scratch = {0};
  SbMap seen = {0};
  SB_VEC(LLVMValueRef) pending = {0};
  bool found = false;
  sb_vec_push(&scratch, &pending, old);
  for (unsigned i = 0; i < pending.length && i < STEPS && !found; i++) {
    LLVMValueRef value = pending.data[i];
    unsigned first = LLVMIsASelectInst(value) ? 1 : 0, last = 0;
    found = LLVMIsAConstantPointerNull(value) != NULL;
    if (LLVMIsAPHINode(value))
      last = LLVMCountIncoming(value);
    else if (LLVMIsASelectInst(value))
      last = 3;
    else if (LLVMIsAFreezeInst(value))
      last = 1;
    for (unsigned k = first; k < last; k++) {
      LLVMValueRef next =
          LLVMIsAPHINode(value) ? LLVMGetIncomingValue(value, k) : LLVMGetOperand(value, k);
      if (sb_map_insert(&scratch, &seen, next, 0))
        sb_vec_push(&scratch, &pending, next);
    }
  }
  sb_arena_reset(&scratch);
  return found;
}

bool sb_begins_chain(const SbState *state, const SbSite *site) {
  return site->kind == SBX_ALLOC_RESIZE && site->null_allocates && state->options.guard_size &&
         !site->inner && !sb_is_invoke(site->call) && !sb_is_heap_path(site->call) &&
         !sb_is_move_out(site->call) && may_begin_with_null(LLVMGetOperand(site->call, 0));
}

/*===- Which sites share a slot ---------------------------------------------------------------===*/

typedef struct Chains {
  SbFunction *function;
  unsigned *parent; /* of each decision: union-find, the first in program order leads */
  SbMap numbers;    /* object -> number of its decision + 1 */
} Chains;

static unsigned leader_of(const Chains *c, unsigned number) {
  while (c->parent[number] != number)
    number = c->parent[number] = c->parent[c->parent[number]];
  return number;
}

static void join(Chains *c, unsigned a, unsigned b) {
  a = leader_of(c, a);
  b = leader_of(c, b);
  c->parent[a > b ? a : b] = a < b ? a : b;
}

static bool is_link(const SbDecision *decision) {
  return decision->kind != SB_KEEP && decision->site->kind == SBX_ALLOC_RESIZE;
}

/* The old object may be one that another site of the chain has made. */
static void join_with_old(Chains *c, unsigned number) {
  LLVMValueRef old = LLVMGetOperand(c->function->decisions.data[number].site->call, 0);
  const SbNode *node = sb_flow_node(c->function->flow, old);
  for (const SbFact *fact = node ? node->facts : NULL; fact; fact = fact->next) {
    unsigned other = (unsigned)(uintptr_t)sb_map_get(&c->numbers, fact->object, 0);
    if (other)
      join(c, number, other - 1);
  }
}

static void number_links(SbState *state, Chains *c) {
  unsigned count = c->function->decisions.length;
  c->parent = sb_arena_alloc(&state->arena, (count + 1) * sizeof *c->parent);
  for (unsigned i = 0; i < count; i++) {
    c->parent[i] = i;
    if (is_link(&c->function->decisions.data[i]))
      sb_map_put(&state->arena, &c->numbers, c->function->decisions.data[i].object, 0,
                 (void *)(uintptr_t)(i + 1));
  }
}

/* The slot of all is the leader's: large and aligned enough for each. */
static void add_to_leader(SbDecision *leader, const SbDecision *link) {
  if (link->slot_align > leader->slot_align)
    leader->slot_align = link->slot_align;
  if (link->least_size > leader->least_size)
    leader->least_size = link->least_size;
}

void sb_form_chains(SbState *state, SbFunction *function) {
  Chains c = {.function = function};
  number_links(state, &c);
  if (!c.numbers.length)
    return;
  for (unsigned i = 0; i < function->decisions.length; i++)
    if (is_link(&function->decisions.data[i]))
      join_with_old(&c, i);
  for (unsigned i = 0; i < function->decisions.length; i++) {
    SbDecision *link = &function->decisions.data[i];
    if (!is_link(link))
      continue;
    link->chain = leader_of(&c, i) + 1;
    add_to_leader(&function->decisions.data[link->chain - 1], link);
  }
}

bool sb_follows_in_chain(const SbFunction *function, const SbDecision *decision) {
  return decision->chain && &function->decisions.data[decision->chain - 1] != decision;
}

/* The others get what their leader has got, or nothing. */
void sb_follow_leaders(SbFunction *function) {
  for (unsigned i = 0; i < function->decisions.length; i++) {
    SbDecision *link = &function->decisions.data[i];
    if (link->kind == SB_KEEP || !sb_follows_in_chain(function, link))
      continue;
    const SbDecision *leader = &function->decisions.data[link->chain - 1];
    link->kind = leader->kind;
    link->why = leader->why;
    link->slot_size = leader->slot_size;
    link->slot_align = leader->slot_align;
  }
}
