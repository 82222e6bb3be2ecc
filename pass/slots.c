/*===- slots.c - the slots of a function's frame ---------------------------===*
 *
 * Most sites have one slot, which is known to be free whenever the site runs. Of
 * the others several objects may be live together: a flag for each slot says
 * whether one is in it. The flags are local variables, false on entry, set when
 * the slot is handed out and cleared when the object in it is freed or moves to
 * the heap. To the program the slots then are what a very small allocator hands
 * out: whatever it may do with objects on the heap, it may do with these.
 *
 *===----------------------------------------------------------------------===*/
#include "check.h"
#include "rewrite.h"

static LLVMTypeRef flag_type(const SbRewriter *r) {
  return LLVMInt1TypeInContext(sb_context_of(r));
}

/* At the head of the entry block; the allocas' address space is the builder's choice by the
 * DataLayout. */
static void make_slot(SbRewriter *r, SbSlots *slots, unsigned i) {
  const SbDecision *decision = slots->decision;
  LLVMTypeRef byte = LLVMInt8TypeInContext(sb_context_of(r));
  uint64_t size = decision->place ? decision->place_size : decision->slot_size;
  uint64_t align = decision->place ? decision->place_align : decision->slot_align;
  LLVMValueRef slot = LLVMBuildAlloca(r->builder, LLVMArrayType2(byte, size), "stackbound.slot");
  LLVMSetAlignment(slot, (unsigned)align);
  LLVMTypeRef wanted = decision->site->type;
  slots->alloca[i] = slots->pointer[i] = slot;
  if (LLVMGetPointerAddressSpace(wanted) != LLVMGetPointerAddressSpace(LLVMTypeOf(slot)))
    slots->pointer[i] = LLVMBuildAddrSpaceCast(r->builder, slot, wanted, "stackbound.ptr");
}

static void make_flag(SbRewriter *r, SbSlots *slots, unsigned i) {
  slots->in_use[i] = LLVMBuildAlloca(r->builder, flag_type(r), "stackbound.in_use");
  LLVMBuildStore(r->builder, LLVMConstInt(flag_type(r), 0, false), slots->in_use[i]);
}

static SbSlots *new_slots(SbRewriter *r, const SbDecision *decision) {
  LLVMBasicBlockRef entry = LLVMGetEntryBasicBlock(r->function->value);
  LLVMPositionBuilderBefore(r->builder, LLVMGetFirstInstruction(entry));
  LLVMSetCurrentDebugLocation2(r->builder, NULL);
  SbSlots *slots = sb_arena_alloc(&r->arena, sizeof *slots);
  slots->decision = decision;
  for (unsigned i = 0; i < decision->slots; i++) {
    make_slot(r, slots, i);
    if (decision->in_use)
      make_flag(r, slots, i);
  }
  return slots;
}

/* Sites that share a slot have one under this key; checked mode has memory of its own for each. */
static uintptr_t key_of_shared(const SbRewriter *r, const SbDecision *decision) {
  if (decision->chain)
    return (uintptr_t)decision->chain << 1;
  return decision->place && !sb_is_checked(r->state) ? (uintptr_t)decision->place << 1 | 1 : 0;
}

/* Whichever of the sites that share a slot comes first makes it. */
static SbSlots *shared_slots(SbRewriter *r, const SbDecision *decision, uintptr_t key) {
  SbSlots *first = sb_map_get(&r->slots, r, key);
  if (!first) {
    first = new_slots(r, decision);
    sb_map_put(&r->arena, &r->slots, r, key, first);
  }
  if (decision->chain)
    return first;
  SbSlots *slots = sb_arena_alloc(&r->arena, sizeof *slots);
  *slots = *first;
  slots->decision = decision;
  return slots;
}

void sb_make_slots(SbRewriter *r, const SbDecision *decision) {
  uintptr_t key = key_of_shared(r, decision);
  SbSlots *slots = key ? shared_slots(r, decision, key) : new_slots(r, decision);
  sb_map_put(&r->arena, &r->slots, decision->object, 0, slots);
}

void sb_add_slot_of_caller(SbRewriter *r, const SbDecision *decision, unsigned slot) {
  SbSlots *slots = sb_arena_alloc(&r->arena, sizeof *slots);
  slots->decision = decision;
  slots->pointer[0] = sb_slot_pointer(r, SB_SLOT_PARAM + slot, 0);
  sb_map_put(&r->arena, &r->slots, decision->object, 0, slots);
}

const SbSlots *sb_slots_of_site(const SbRewriter *r, const SbObject *object) {
  return sb_map_get(&r->slots, object, 0);
}

/*
 * Slots with flags have no markers: which of them ends is known at run time only. A slot of the
 * caller's lives as long as the caller says.
 */
void sb_build_lifetime(SbRewriter *r, const SbObject *object, bool start) {
  const SbSlots *slots = sb_slots_of_site(r, object);
  if (slots && slots->alloca[0] && !slots->decision->in_use)
    sbx_build_lifetime(r->builder, slots->alloca[0], start);
}

/*===- Slots by number ------------------------------------------------------------------------===*/

SbSlotSet sb_slot_set(const SbRewriter *r, const SbObject *object) {
  return sb_slots_of(r->state, r->function, object);
}

static const SbSlots *own_slots(const SbRewriter *r, unsigned number) {
  if (number >= SB_SLOT_PARAM)
    return NULL;
  return sb_slots_of_site(r, r->function->decisions.data[number].object);
}

LLVMValueRef sb_slot_pointer(const SbRewriter *r, unsigned number, unsigned i) {
  LLVMValueRef function = r->function->value;
  if (number < SB_SLOT_PARAM)
    return own_slots(r, number)->pointer[i];
  return LLVMGetParam(function, LLVMCountParams(function) - r->function->copy->slots + number -
                                    SB_SLOT_PARAM);
}

static unsigned slot_count(const SbRewriter *r, unsigned number) {
  const SbSlots *own = own_slots(r, number);
  return own ? own->decision->slots : 1;
}

static uint64_t slot_size(const SbRewriter *r, unsigned number) {
  if (number < SB_SLOT_PARAM)
    return r->function->decisions.data[number].slot_size;
  return r->function->copy->sizes.data[number - SB_SLOT_PARAM];
}

/*===- Flags ----------------------------------------------------------------------------------===*/

static LLVMValueRef build_flag(SbRewriter *r, const SbSlots *slots, unsigned i) {
  return LLVMBuildLoad2(r->builder, flag_type(r), slots->in_use[i], "");
}

LLVMValueRef sb_build_has_free_slot(SbRewriter *r, const SbSlots *slots) {
  LLVMValueRef full = build_flag(r, slots, 0);
  for (unsigned i = 1; i < slots->decision->slots; i++)
    full = LLVMBuildAnd(r->builder, full, build_flag(r, slots, i), "");
  return LLVMBuildNot(r->builder, full, "stackbound.free");
}

/* A slot is taken when all before it are in use; it is in use afterwards in any case. */
LLVMValueRef sb_build_take_slot(SbRewriter *r, const SbSlots *slots) {
  unsigned count = slots->decision->slots;
  LLVMValueRef before[SB_MAX_SLOTS], all = LLVMConstInt(flag_type(r), 1, false);
  for (unsigned i = 0; i < count; i++) {
    before[i] = build_flag(r, slots, i);
    LLVMBuildStore(r->builder, LLVMBuildOr(r->builder, before[i], all, ""), slots->in_use[i]);
    all = LLVMBuildAnd(r->builder, all, before[i], "");
  }
  LLVMValueRef taken = slots->pointer[count - 1];
  for (unsigned i = count - 1; i-- > 0;)
    taken = LLVMBuildSelect(r->builder, before[i], taken, slots->pointer[i], "");
  return taken;
}

/*===- What a pointer points to ---------------------------------------------------------------===*/

static LLVMValueRef build_compare(SbRewriter *r, LLVMIntPredicate predicate, LLVMValueRef value,
                                  LLVMValueRef slot, const char *name) {
  if (LLVMTypeOf(slot) != LLVMTypeOf(value))
    slot = LLVMBuildAddrSpaceCast(r->builder, slot, LLVMTypeOf(value), "");
  return LLVMBuildICmp(r->builder, predicate, value, slot, name);
}

/* A slot that the value may point to. */
typedef struct Candidate {
  LLVMValueRef pointer;
  uint64_t size;
  LLVMValueRef in_use; /* its flag, or NULL */
} Candidate;

typedef SB_VEC(Candidate) CandidateVec;

static void add_candidates(SbRewriter *r, CandidateVec *all, unsigned number, SbMap *seen) {
  unsigned count = slot_count(r, number);
  const SbSlots *own = own_slots(r, number);
  for (unsigned i = 0; i < count; i++) {
    Candidate candidate = {.pointer = sb_slot_pointer(r, number, i), .size = slot_size(r, number)};
    if (!sb_map_insert(&r->arena, seen, candidate.pointer, 0))
      continue;
    if (own && own->decision->in_use)
      candidate.in_use = own->in_use[i];
    sb_vec_push(&r->arena, all, candidate);
  }
}

/* The slots of all objects that may come here and live in the frame. */
static CandidateVec candidates_of(SbRewriter *r, const SbNode *node) {
  CandidateVec all = {0};
  SbMap seen = {0};
  for (const SbFact *fact = node->facts; fact; fact = fact->next) {
    SbSlotSet set = sb_slot_set(r, fact->object);
    for (unsigned i = 0; i < set.slots.length; i++)
      add_candidates(r, &all, set.slots.data[i], &seen);
  }
  return all;
}

/* value == slot 1 || value == slot 2 || .. */
LLVMValueRef sb_build_is_slot(SbRewriter *r, const SbNode *node, LLVMValueRef value) {
  LLVMValueRef any = LLVMConstInt(flag_type(r), 0, false);
  CandidateVec slots = candidates_of(r, node);
  for (unsigned i = 0; i < slots.length; i++) {
    LLVMValueRef same =
        build_compare(r, LLVMIntEQ, value, slots.data[i].pointer, "stackbound.is_slot");
    any = i ? LLVMBuildOr(r->builder, any, same, "") : same;
  }
  return any;
}

/* value == slot 1 && size <= its size || .. */
LLVMValueRef sb_build_fits_in_place(SbRewriter *r, const SbNode *node, LLVMValueRef value,
                                    LLVMValueRef size) {
  LLVMValueRef any = LLVMConstInt(flag_type(r), 0, false);
  CandidateVec slots = candidates_of(r, node);
  for (unsigned i = 0; i < slots.length; i++) {
    LLVMValueRef same =
        build_compare(r, LLVMIntEQ, value, slots.data[i].pointer, "stackbound.is_slot");
    LLVMValueRef limit = LLVMConstInt(LLVMTypeOf(size), slots.data[i].size, false);
    LLVMValueRef small = LLVMBuildICmp(r->builder, LLVMIntULE, size, limit, "stackbound.fits");
    LLVMValueRef both = LLVMBuildAnd(r->builder, same, small, "");
    any = i ? LLVMBuildOr(r->builder, any, both, "") : both;
  }
  return any;
}

LLVMValueRef sb_build_capacity(SbRewriter *r, const SbNode *node, LLVMValueRef value,
                               LLVMTypeRef type) {
  LLVMValueRef capacity = LLVMConstInt(type, 0, false);
  CandidateVec slots = candidates_of(r, node);
  for (unsigned i = 0; i < slots.length; i++) {
    LLVMValueRef same =
        build_compare(r, LLVMIntEQ, value, slots.data[i].pointer, "stackbound.is_slot");
    LLVMValueRef own = LLVMConstInt(type, slots.data[i].size, false);
    capacity = LLVMBuildSelect(r->builder, same, own, capacity, "");
  }
  return capacity;
}

/* The other slots stay as they are: in_use = in_use && value != slot. */
void sb_build_release(SbRewriter *r, const SbNode *node, LLVMValueRef value) {
  CandidateVec slots = candidates_of(r, node);
  for (unsigned i = 0; i < slots.length; i++) {
    if (!slots.data[i].in_use)
      continue;
    LLVMValueRef other = build_compare(r, LLVMIntNE, value, slots.data[i].pointer, "");
    if (SB_BROKEN(IN_USE_OTHER))
      other = LLVMConstInt(flag_type(r), 0, false);
    LLVMValueRef old = LLVMBuildLoad2(r->builder, flag_type(r), slots.data[i].in_use, "");
    LLVMValueRef flag = LLVMBuildAnd(r->builder, old, other, "");
    LLVMBuildStore(r->builder, flag, slots.data[i].in_use);
  }
}
