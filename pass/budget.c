/*===- budget.c - which sites get slots when the frame is short ------------===*
 *
 * requires  decisions that have passed every other check, with the least that
 *           will do for each
 * maintains the slots of the function within its budget
 *
 *===----------------------------------------------------------------------===*/
#include "ir.h"

#include <stdlib.h>

/*
 * FRAME_RESERVE: what a frame holds besides its allocas (return address, saved registers, some
 * spills) when it is held against a limit of the user's.
 */
enum { SLOT_ROUNDING = 16, FRAME_RESERVE = 256 };

static void keep(SbDecision *decision, SbEscape why) {
  decision->kind = SB_KEEP;
  decision->why = why;
}

/*===- Budgets --------------------------------------------------------------------------------===*/

static uint64_t round_up(uint64_t n, uint64_t to) { return (n + to - 1) / to * to; }

static uint64_t frame_cost(uint64_t size, uint64_t align) {
  uint64_t padding = align > SLOT_ROUNDING ? align - SLOT_ROUNDING : 0;
  return round_up(size, SLOT_ROUNDING) + padding;
}

/* What the function's own locals take; NULL-sized and dynamic ones are not known before they run.
 */
static uint64_t frame_of_locals(SbState *state, LLVMValueRef function) {
  uint64_t sum = 0;
  SB_FOR_INSTRUCTIONS(inst, LLVMGetEntryBasicBlock(function)) {
    if (!LLVMIsAAllocaInst(inst))
      continue;
    int64_t size = sb_store_size(state, LLVMGetAllocatedType(inst));
    int64_t count = sb_constant_int(LLVMGetOperand(inst, 0));
    if (size > 0 && count > 0 && count < (1 << 20))
      sum += round_up((uint64_t)size * (uint64_t)count, SLOT_ROUNDING);
  }
  return sum;
}

/* Bytes that may be added to the frame. */
static uint64_t frame_budget(SbState *state, const SbFunction *function) {
  uint64_t budget = state->options.frame_budget;
  if (function->recursive && state->options.recursive_budget < budget)
    budget = state->options.recursive_budget;
  /* -Wframe-larger-than=N, and frames up to the probe size that need no stack probe. */
  static const char *const limits[] = {"warn-stack-size", "stack-probe-size"};
  uint64_t used = FRAME_RESERVE + frame_of_locals(state, function->value);
  for (size_t i = 0; i < sizeof limits / sizeof *limits; i++) {
    uint64_t limit = sb_number_attribute(function->value, limits[i], UINT64_MAX);
    uint64_t left = limit > used ? limit - used : 0;
    if (left < budget)
      budget = left;
  }
  return budget;
}

/*===- Who gets it ----------------------------------------------------------------------------===*/

static uint64_t cost_of(const SbDecision *decision) {
  return decision->slots * frame_cost(decision->slot_size, decision->slot_align);
}

/* p = malloc(16), p = realloc(p, 32), ..: while it fits, the object grows in its slot. */
static void add_room_to_grow(const SbState *state, SbDecision *decision) {
  if (decision->object->resizes.length && decision->slot_size < state->options.guard_size)
    decision->slot_size = state->options.guard_size;
}

static void add_slot(const SbState *state, SbDecision *decision) {
  (void)state;
  if (decision->in_use && !decision->chain && decision->slots < SB_MAX_SLOTS)
    decision->slots++;
}

/* What a site gets beyond the least that will do. */
typedef void Extra(const SbState *state, SbDecision *decision);
static Extra *const extras[] = {add_room_to_grow, add_slot};
enum { EXTRAS = sizeof extras / sizeof *extras };

/* Needs a slot of its own. */
static bool is_bidder(const SbFunction *function, const SbDecision *decision) {
  return decision->kind != SB_KEEP && !sb_follows_in_chain(function, decision);
}

static uint64_t cost_of_everything(const SbState *state, const SbFunction *function) {
  uint64_t sum = 0;
  for (unsigned i = 0; i < function->decisions.length; i++) {
    SbDecision wish = function->decisions.data[i];
    if (!is_bidder(function, &function->decisions.data[i]))
      continue;
    for (unsigned k = 0; k < EXTRAS; k++)
      extras[k](state, &wish);
    sum += cost_of(&wish);
  }
  return sum;
}

/* A decision in the queue for the budget. */
typedef struct Bid {
  SbDecision *decision;
  uint64_t saved; /* allocations that do not reach the heap, in 512ths per call of the function */
  uint64_t cost;
  bool fits;
} Bid;

/* Of the objects with a run-time choice, half are taken to get the slot. */
static uint64_t saved_by(const SbState *state, const SbDecision *decision) {
  LLVMBasicBlockRef block = LLVMGetInstructionParent(decision->site->call);
  uint64_t frequency = sbx_block_frequency(state->bridge, block);
  return decision->kind == SB_SLOT ? 2 * frequency : frequency;
}

/* Most allocations saved per byte first; in program order where that is the same. */
static int compare_bids(const void *left, const void *right) {
  const Bid *a = left, *b = right;
  uint64_t a_worth = a->saved * b->cost, b_worth = b->saved * a->cost;
  if (a_worth != b_worth)
    return a_worth > b_worth ? -1 : 1;
  return a->decision < b->decision ? -1 : a->decision > b->decision;
}

typedef SB_VEC(Bid) BidVec;

static BidVec collect_bids(SbState *state, SbFunction *function, bool short_of_budget) {
  BidVec bids = {0};
  for (unsigned i = 0; i < function->decisions.length; i++) {
    SbDecision *decision = &function->decisions.data[i];
    if (!is_bidder(function, decision))
      continue;
    Bid bid = {.decision = decision, .cost = cost_of(decision)};
    bid.saved = short_of_budget ? saved_by(state, decision) : 0;
    sb_vec_push(&state->arena, &bids, bid);
  }
  if (short_of_budget && bids.length)
    qsort(bids.data, bids.length, sizeof(Bid), compare_bids);
  return bids;
}

/* What it costs; nothing when the budget does not allow it. */
static uint64_t grant_extra(const SbState *state, SbDecision *decision, Extra *extra,
                            uint64_t budget) {
  SbDecision wish = *decision;
  if (wish.kind == SB_KEEP)
    return 0;
  extra(state, &wish);
  uint64_t more = cost_of(&wish) - cost_of(decision);
  if (more > budget)
    return 0;
  *decision = wish;
  return more;
}

/*===- Places ---------------------------------------------------------------------------------===*/

/* One piece of the frame, for the objects of all these decisions. */
typedef struct Place {
  SB_VEC(SbDecision *) members;
  uint64_t size, align;
} Place;

/* The function's frame while it is given out. */
typedef struct Frame {
  SbState *state;
  SbFunction *function;
  uint64_t budget; /* bytes left */
  bool shared;     /* there is not enough for all */
  SB_VEC(Place *) places;
  SbReach reach;
} Frame;

/* PLACES: more than that, and no more are looked for. The comparisons are by pairs. */
enum { PLACES = 64 };

/* Slots with flags, and those of which a realloc knows the size, are their site's alone. */
static bool may_share(const SbDecision *decision) {
  return decision->slots == 1 && !decision->in_use && !decision->chain &&
         !decision->object->resizes.length;
}

static bool is_free_for(Frame *frame, const Place *place, const SbDecision *decision) {
  for (unsigned i = 0; i < place->members.length; i++) {
    const SbDecision *member = place->members.data[i];
    if (!may_share(member) || member->site->type != decision->site->type ||
        !sb_are_exclusive(&frame->reach, member->site, decision->site))
      return false;
  }
  return true;
}

static uint64_t cost_of_joining(const Place *place, const SbDecision *decision) {
  uint64_t size = decision->slot_size > place->size ? decision->slot_size : place->size;
  uint64_t align = decision->slot_align > place->align ? decision->slot_align : place->align;
  return frame_cost(size, align) - frame_cost(place->size, place->align);
}

/* The place that has to grow least for it; NULL when there is none. */
static Place *find_place(Frame *frame, const SbDecision *decision) {
  Place *best = NULL;
  if (!frame->shared || !may_share(decision))
    return NULL;
  for (unsigned i = 0; i < frame->places.length; i++) {
    Place *place = frame->places.data[i];
    if (is_free_for(frame, place, decision) &&
        (!best || cost_of_joining(place, decision) < cost_of_joining(best, decision)))
      best = place;
  }
  return best;
}

static void take_place(Frame *frame, Place *place, SbDecision *decision) {
  if (!place) {
    frame->budget -= cost_of(decision);
    if (frame->places.length == PLACES)
      return;
    place = sb_arena_alloc(&frame->reach.arena, sizeof *place);
    place->size = decision->slot_size;
    place->align = decision->slot_align;
    sb_vec_push(&frame->reach.arena, &frame->places, place);
  } else {
    frame->budget -= cost_of_joining(place, decision);
    if (decision->slot_size > place->size)
      place->size = decision->slot_size;
    if (decision->slot_align > place->align)
      place->align = decision->slot_align;
  }
  sb_vec_push(&frame->reach.arena, &place->members, decision);
}

static void number_places(const Frame *frame) {
  for (unsigned i = 0; i < frame->places.length; i++) {
    const Place *place = frame->places.data[i];
    for (unsigned k = 0; k < place->members.length && place->members.length > 1; k++) {
      SbDecision *member = place->members.data[k];
      member->place = i + 1;
      member->place_size = place->size;
      member->place_align = place->align;
    }
  }
}

/* As it is, where there is room. */
static bool fit(Frame *frame, SbDecision *decision) {
  Place *place = find_place(frame, decision);
  if ((place ? cost_of_joining(place, decision) : cost_of(decision)) > frame->budget)
    return false;
  take_place(frame, place, decision);
  return true;
}

/*
 * A guard may hold objects against any size, so where the function can call itself, and its budget
 * is smaller than guard-size, a slot shrinks to what is left, if its object's size is only known at
 * run time: most strings and paths are short.
 */
static void shrink_or_keep(Frame *frame, SbDecision *decision) {
  Place *place = find_place(frame, decision);
  uint64_t padding = frame_cost(0, decision->slot_align);
  uint64_t room = frame->budget + (place ? frame_cost(place->size, place->align) : 0);
  uint64_t size = (room > padding ? room - padding : 0) / SLOT_ROUNDING * SLOT_ROUNDING;
  if (size > frame->state->options.guard_size)
    size = frame->state->options.guard_size;
  if (!frame->function->recursive || !decision->least_size || size < decision->least_size) {
    keep(decision, (SbEscape){.reason = SB_REASON_FRAME_BUDGET});
    return;
  }
  decision->kind = SB_GUARDED;
  decision->slot_size = size;
  take_place(frame, place, decision);
}

/* First everybody's least, then guards of those that do not fit, then what goes beyond that. */
static void share(SbState *state, SbFunction *function, uint64_t budget) {
  Frame frame = {.state = state, .function = function, .budget = budget};
  frame.shared = cost_of_everything(state, function) > budget;
  BidVec bids = collect_bids(state, function, frame.shared);
  for (unsigned i = 0; i < bids.length; i++)
    bids.data[i].fits = fit(&frame, bids.data[i].decision);
  for (unsigned i = 0; i < bids.length; i++)
    if (!bids.data[i].fits)
      shrink_or_keep(&frame, bids.data[i].decision);
  for (unsigned k = 0; k < EXTRAS; k++)
    for (unsigned i = 0; i < bids.length; i++)
      frame.budget -= grant_extra(state, bids.data[i].decision, extras[k], frame.budget);
  number_places(&frame);
  sb_arena_reset(&frame.reach.arena);
}

/* In program order, so that a limit finds by bisection the object that matters. */
static void apply_limit(SbState *state, SbFunction *function) {
  for (unsigned i = 0; i < function->decisions.length; i++) {
    SbDecision *decision = &function->decisions.data[i];
    if (decision->kind == SB_KEEP)
      continue;
    if (state->promoted >= state->options.limit)
      keep(decision, (SbEscape){.reason = SB_REASON_DISABLED,
                                .subject = SB_SUBJECT_NOTE,
                                .name = "by heap-to-stack-limit"});
    else
      state->promoted++;
  }
}

void sb_share_budget(SbState *state, SbFunction *function) {
  share(state, function, frame_budget(state, function));
  sb_follow_leaders(function);
  apply_limit(state, function);
}
