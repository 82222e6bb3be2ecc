/*===- rewrite.c - carries out the decisions of one function ---------------===*
 *
 * requires  decisions for all sites of the module, remarks emitted
 * maintains valid IR at the end; cannot fail and decides nothing
 *
 * Order: tail markers, slots, frees (they are found by the values that are about
 * to go), sites.
 *
 *===----------------------------------------------------------------------===*/
#include "ir.h"

#include <llvm-c/DebugInfo.h>
#include <string.h>

typedef struct Rewriter {
  SbState *state;
  SbFunction *function;
  SbArena arena;
  LLVMBuilderRef builder;
  SB_VEC(SbDecision *)
  moved; /* what lives in slots: the function's decisions, and of copies also
            what their callers have decided */

  SbMap slots;           /* SbObject -> alloca; without one the slot is the caller's */
  SbMap pointers;        /* SbObject -> a pointer to the slot, in the site's address space */
  SbRequestVec requests; /* calls that go to copies */
} Rewriter;

static LLVMContextRef context_of(const Rewriter *r) {
  return LLVMGetModuleContext(r->state->module);
}

/*
 * `tail` promises that the callee does not touch the caller's allocas:
 *   p = malloc(4); tail call void @set(ptr p); return *p;
 * With the marker kept, the store in @set is deleted and p is read uninitialised.
 */
static void clear_tail_markers(const SbObject *object) {
  for (unsigned i = 0; i < object->calls.length; i++) {
    LLVMValueRef call = object->calls.data[i];
    if (LLVMIsACallInst(call) && LLVMGetTailCallKind(call) == LLVMTailCallKindTail)
      LLVMSetTailCallKind(call, LLVMTailCallKindNone);
  }
}

/*
 * `!invariant.load` was true of one object of the site; a slot that is used again holds several:
 *   for (..) { T *p = new T(i); sum += p->constant; delete p; }
 */
static void clear_invariants(const Rewriter *r, const SbObject *object) {
  unsigned load = LLVMGetMDKindIDInContext(context_of(r), "invariant.load", 14);
  unsigned group = LLVMGetMDKindIDInContext(context_of(r), "invariant.group", 15);
  for (unsigned i = 0; i < object->facts.length; i++) {
    SB_FOR_USES(use, object->facts.data[i]->node->value) {
      LLVMValueRef user = LLVMGetUser(use);
      if (!LLVMIsALoadInst(user) && !LLVMIsAStoreInst(user))
        continue;
      LLVMSetMetadata(user, load, NULL);
      LLVMSetMetadata(user, group, NULL);
    }
  }
}

/*===- Slots ----------------------------------------------------------------------------------===*/

/* One entry-block slot per site; the allocas' address space is the builder's choice by the
 * DataLayout. */
static void make_slot(Rewriter *r, const SbDecision *decision) {
  LLVMBasicBlockRef entry = LLVMGetEntryBasicBlock(r->function->value);
  LLVMPositionBuilderBefore(r->builder, LLVMGetFirstInstruction(entry));
  LLVMSetCurrentDebugLocation2(r->builder, NULL);
  LLVMTypeRef type = LLVMArrayType2(LLVMInt8TypeInContext(context_of(r)), decision->slot_size);
  LLVMValueRef slot = LLVMBuildAlloca(r->builder, type, "stackbound.slot");
  LLVMSetAlignment(slot, (unsigned)decision->slot_align);
  LLVMTypeRef wanted = decision->site->type;
  LLVMValueRef pointer = slot;
  if (LLVMGetPointerAddressSpace(wanted) != LLVMGetPointerAddressSpace(LLVMTypeOf(slot)))
    pointer = LLVMBuildAddrSpaceCast(r->builder, slot, wanted, "stackbound.ptr");
  sb_map_put(&r->arena, &r->slots, decision->object, 0, slot);
  sb_map_put(&r->arena, &r->pointers, decision->object, 0, pointer);
}

static LLVMValueRef slot_of(const Rewriter *r, const SbObject *object) {
  return sb_map_get(&r->slots, object, 0);
}

static LLVMValueRef pointer_to(const Rewriter *r, const SbObject *object) {
  return sb_map_get(&r->pointers, object, 0);
}

/* A slot of the caller's lives as long as the caller says. */
static void build_lifetime(Rewriter *r, LLVMValueRef before, const SbObject *object, bool start) {
  if (!slot_of(r, object))
    return;
  LLVMPositionBuilderBefore(r->builder, before);
  LLVMSetCurrentDebugLocation2(r->builder, NULL);
  sbx_build_lifetime(r->builder, slot_of(r, object), start);
}

/*===- Frees ----------------------------------------------------------------------------------===*/

static SbSlotSet slots_of_object(const Rewriter *r, const SbObject *object) {
  return sb_slots_of(r->state, r->function, object);
}

/* A slot by its number: the function's own, or one that a copy gets as a parameter. */
static LLVMValueRef slot_number(const Rewriter *r, unsigned number) {
  LLVMValueRef function = r->function->value;
  if (number < SB_SLOT_PARAM)
    return pointer_to(r, r->function->decisions.data[number].object);
  return LLVMGetParam(function, LLVMCountParams(function) - r->function->copy->slots + number -
                                    SB_SLOT_PARAM);
}

static uint64_t slot_size(const Rewriter *r, unsigned number) {
  if (number < SB_SLOT_PARAM)
    return r->function->decisions.data[number].slot_size;
  return r->function->copy->sizes.data[number - SB_SLOT_PARAM];
}

/* Nothing but objects in slots (or null) can come here: the call has nothing left to free. */
static bool frees_only_slots(const Rewriter *r, const SbNode *node) {
  for (const SbFact *fact = node->facts; fact; fact = fact->next)
    if (!slots_of_object(r, fact->object).certain)
      return false;
  return !node->unknown;
}

/*
 * The value is the site's result itself, whenever it is not another execution's. Only then the free
 * ends the slot's lifetime:  q = c ? p : NULL; free(q); use(p);  does not end it when c is false.
 * What a callee hands out may be null while the object is reached in another way:
 *   q = make(&o); free(q); use(o);
 */
static bool is_site_itself(LLVMValueRef value, const SbSite *site) {
  enum { STEPS = 16 };
  if (site->inner)
    return false;
  for (unsigned i = 0; i < STEPS && value != site->call; i++) {
    if (!LLVMIsABitCastInst(value) && !LLVMIsAAddrSpaceCastInst(value) && !LLVMIsAFreezeInst(value))
      return false;
    value = LLVMGetOperand(value, 0);
  }
  return value == site->call;
}

static void erase_call(LLVMValueRef call) {
  if (sb_is_invoke(call))
    sbx_erase_invoke(call);
  else
    LLVMInstructionEraseFromParent(call);
}

static bool ends_lifetime(const SbNode *node) {
  const SbObject *object = node->facts->object;
  return node->fact_count == 1 && object->kind == SB_OBJECT_SITE &&
         is_site_itself(node->value, object->site);
}

static void remove_free(Rewriter *r, LLVMValueRef call, const SbNode *node) {
  SbObject *object = node->facts->object;
  if (ends_lifetime(node))
    build_lifetime(r, call, object, false);
  erase_call(call);
}

/* value == slot 1 || value == slot 2 || ..: the objects that may come here and live in the frame */
static LLVMValueRef build_is_slot(Rewriter *r, const SbNode *node) {
  LLVMValueRef any = NULL;
  SbMap compared = {0};
  for (const SbFact *fact = node->facts; fact; fact = fact->next) {
    SbSlotSet set = slots_of_object(r, fact->object);
    for (unsigned i = 0; i < set.slots.length; i++) {
      LLVMValueRef slot = slot_number(r, set.slots.data[i]);
      if (!sb_map_insert(&r->arena, &compared, slot, 0))
        continue;
      if (LLVMTypeOf(slot) != LLVMTypeOf(node->value))
        slot = LLVMBuildAddrSpaceCast(r->builder, slot, LLVMTypeOf(node->value), "");
      LLVMValueRef same =
          LLVMBuildICmp(r->builder, LLVMIntEQ, node->value, slot, "stackbound.is_slot");
      any = any ? LLVMBuildOr(r->builder, any, same, "") : same;
    }
  }
  return any;
}

/* The edge from `from` to `to` gets a twin from `extra`: phis see the same values. */
static void copy_incoming(LLVMBasicBlockRef to, LLVMBasicBlockRef from, LLVMBasicBlockRef extra) {
  SB_FOR_INSTRUCTIONS(phi, to) {
    if (!LLVMIsAPHINode(phi))
      return;
    unsigned count = LLVMCountIncoming(phi);
    for (unsigned i = 0; i < count; i++)
      if (LLVMGetIncomingBlock(phi, i) == from) {
        LLVMValueRef value = LLVMGetIncomingValue(phi, i);
        LLVMAddIncoming(phi, &value, &extra, 1);
        break;
      }
  }
}

/* Where control goes when there is nothing to free; joins the way behind a freeing call. */
static LLVMBasicBlockRef build_skip(Rewriter *r, LLVMValueRef call, LLVMBasicBlockRef freeing) {
  LLVMBasicBlockRef behind =
      sb_is_invoke(call) ? LLVMGetNormalDest(call) : sbx_split_before(LLVMGetNextInstruction(call));
  LLVMBasicBlockRef skip = LLVMInsertBasicBlockInContext(context_of(r), freeing, "stackbound.skip");
  LLVMPositionBuilderAtEnd(r->builder, skip);
  LLVMSetCurrentDebugLocation2(r->builder, LLVMInstructionGetDebugLoc(call));
  LLVMBuildBr(r->builder, behind);
  copy_incoming(behind, freeing, skip);
  return skip;
}

/*
 * free(cond ? p : q) must go on freeing q:
 *   if (value != slot) free(value);
 */
static void guard_free(Rewriter *r, LLVMValueRef call, const SbNode *node) {
  LLVMBasicBlockRef before = LLVMGetInstructionParent(call);
  LLVMBasicBlockRef freeing = sbx_split_before(call);
  LLVMBasicBlockRef skip = build_skip(r, call, freeing);
  if (ends_lifetime(node))
    build_lifetime(r, LLVMGetFirstInstruction(skip), node->facts->object, false);
  LLVMValueRef jump = LLVMGetBasicBlockTerminator(before);
  LLVMPositionBuilderBefore(r->builder, jump);
  LLVMSetCurrentDebugLocation2(r->builder, LLVMInstructionGetDebugLoc(call));
  LLVMBuildCondBr(r->builder, build_is_slot(r, node), skip, freeing);
  LLVMInstructionEraseFromParent(jump);
}

static void rewrite_free(Rewriter *r, const SbFree *freed) {
  const SbNode *node = sb_flow_node(r->function->flow, freed->value);
  if (frees_only_slots(r, node))
    remove_free(r, freed->call, node);
  else
    guard_free(r, freed->call, node);
}

/*===- Sites ----------------------------------------------------------------------------------===*/

static LLVMTypeRef size_type(const Rewriter *r) {
  return LLVMIntPtrTypeInContext(context_of(r), r->state->layout);
}

/* A proved bound holds for a size that is not poison; a frozen one can be anything. */
static LLVMValueRef build_at_most(Rewriter *r, LLVMValueRef size, uint64_t bound) {
  LLVMValueRef limit = LLVMConstInt(LLVMTypeOf(size), bound, false);
  LLVMValueRef less = LLVMBuildICmp(r->builder, LLVMIntULT, size, limit, "");
  return LLVMBuildSelect(r->builder, less, size, limit, "");
}

static bool is_copy(const SbSite *site) {
  return site->kind == SBX_ALLOC_COPY || site->kind == SBX_ALLOC_PREFIX;
}

/*
 * The size of a copied string with its NUL. Of one that is copied in part no more is read than
 * shows whether it fits into a slot of `slot_size` bytes: strnlen(s, min(n, slot_size)) + 1.
 */
static LLVMValueRef build_string_size(Rewriter *r, const SbSite *site, uint64_t slot_size) {
  LLVMValueRef bound = NULL;
  if (site->kind == SBX_ALLOC_PREFIX) {
    bound = LLVMBuildFreeze(r->builder, sb_size_operand(site, 0), "");
    bound = build_at_most(r, bound, slot_size);
  }
  LLVMValueRef string = LLVMGetOperand(site->call, 0);
  LLVMValueRef length = sbx_build_strlen(r->state->bridge, r->builder, string, bound);
  return LLVMBuildAdd(r->builder, length, LLVMConstInt(LLVMTypeOf(length), 1, false), "");
}

/* The object's size where it is not a constant; `too_many` is set to an i1 when the product may
 * overflow. */
static LLVMValueRef build_size(Rewriter *r, const SbSite *site, LLVMValueRef *too_many) {
  *too_many = NULL;
  if (site->size_known)
    return LLVMConstInt(size_type(r), site->size, false);
  /* Frozen: the size is looked at more than once, and the guard must not branch on poison. */
  LLVMValueRef size = LLVMBuildFreeze(r->builder, sb_size_operand(site, 0), "");
  if (!sb_size_operand(site, 1))
    return size;
  LLVMValueRef count = LLVMBuildFreeze(r->builder, sb_size_operand(site, 1), "");
  return sbx_build_product(r->builder, size, count, too_many);
}

static LLVMValueRef build_object_size(Rewriter *r, const SbDecision *decision,
                                      LLVMValueRef *too_many) {
  if (decision->site->size_known || !is_copy(decision->site))
    return build_size(r, decision->site, too_many);
  *too_many = NULL;
  return build_string_size(r, decision->site, decision->slot_size);
}

/* All but the last byte of `size` are the string's; that one is NUL, whatever the string goes on
 * with.
 */
static void copy_prefix(Rewriter *r, const SbSite *site, LLVMValueRef pointer, unsigned align,
                        LLVMValueRef size) {
  LLVMTypeRef byte = LLVMInt8TypeInContext(context_of(r));
  LLVMValueRef one = LLVMConstInt(LLVMTypeOf(size), 1, false);
  LLVMValueRef length = LLVMBuildSub(r->builder, size, one, "");
  LLVMBuildMemCpy(r->builder, pointer, align, LLVMGetOperand(site->call, 0), 1, length);
  LLVMValueRef end = LLVMBuildInBoundsGEP2(r->builder, byte, pointer, &length, 1, "");
  LLVMBuildStore(r->builder, LLVMConstInt(byte, 0, false), end);
}

static void fill_slot(Rewriter *r, const SbDecision *decision, LLVMValueRef size) {
  const SbSite *site = decision->site;
  LLVMValueRef pointer = pointer_to(r, decision->object);
  unsigned align = (unsigned)decision->slot_align;
  LLVMValueRef zero = LLVMConstInt(LLVMInt8TypeInContext(context_of(r)), 0, false);
  if (site->kind == SBX_ALLOC_ZEROED && !(site->size_known && !site->size))
    LLVMBuildMemSet(r->builder, pointer, zero, size, align);
  else if (site->kind == SBX_ALLOC_COPY)
    LLVMBuildMemCpy(r->builder, pointer, align, LLVMGetOperand(site->call, 0), 1, size);
  else if (site->kind == SBX_ALLOC_PREFIX)
    copy_prefix(r, site, pointer, align, size);
}

/* What the call's own result becomes. */
static LLVMValueRef result_of(Rewriter *r, const SbDecision *decision) {
  LLVMValueRef pointer = pointer_to(r, decision->object);
  if (decision->site->kind != SBX_ALLOC_OUTPARAM)
    return pointer;
  LLVMBuildStore(r->builder, pointer, LLVMGetOperand(decision->site->call, 0));
  return LLVMConstInt(LLVMTypeOf(decision->site->call), 0, false); /* success */
}

static bool needs_size(const SbSite *site) {
  return site->kind == SBX_ALLOC_ZEROED || is_copy(site);
}

static void rewrite_to_slot(Rewriter *r, const SbDecision *decision) {
  LLVMValueRef call = decision->site->call;
  build_lifetime(r, call, decision->object, true);
  LLVMPositionBuilderBefore(r->builder, call);
  LLVMSetCurrentDebugLocation2(r->builder, LLVMInstructionGetDebugLoc(call));
  LLVMValueRef too_many = NULL;
  LLVMValueRef size = NULL;
  if (needs_size(decision->site))
    size = build_object_size(r, decision, &too_many);
  if (size && !decision->site->size_known)
    size = build_at_most(r, size, decision->slot_size);
  fill_slot(r, decision, size);
  LLVMReplaceAllUsesWith(call, result_of(r, decision));
  erase_call(call);
}

/* fits = size <= slot_size, and the product did not overflow */
static LLVMValueRef build_fits(Rewriter *r, const SbDecision *decision, LLVMValueRef size,
                               LLVMValueRef too_many) {
  LLVMValueRef limit = LLVMConstInt(LLVMTypeOf(size), decision->slot_size, false);
  LLVMValueRef fits = LLVMBuildICmp(r->builder, LLVMIntULE, size, limit, "stackbound.fits");
  if (too_many)
    fits = LLVMBuildAnd(r->builder, fits, LLVMBuildNot(r->builder, too_many, ""), "");
  return fits;
}

/* The block in which the result of the call on the heap path meets that of the slot path. */
static LLVMBasicBlockRef split_behind(Rewriter *r, LLVMValueRef call, LLVMBasicBlockRef heap) {
  if (!sb_is_invoke(call))
    return sbx_split_before(LLVMGetNextInstruction(call));
  LLVMBasicBlockRef normal = LLVMGetNormalDest(call);
  LLVMBasicBlockRef join = LLVMInsertBasicBlockInContext(context_of(r), normal, "stackbound.join");
  LLVMPositionBuilderAtEnd(r->builder, join);
  LLVMBuildBr(r->builder, normal);
  sbx_replace_incoming(normal, heap, join);
  LLVMSetNormalDest(call, join);
  return join;
}

/*
 * p = malloc(n)  becomes  p = n <= slot_size ? slot : malloc(n),  with the blocks
 *   before: fits? -> small, heap    small: slot -> join    heap: call -> join    join: phi
 */
static void rewrite_to_guarded_slot(Rewriter *r, const SbDecision *decision) {
  LLVMValueRef call = decision->site->call;
  LLVMBasicBlockRef before = LLVMGetInstructionParent(call);
  LLVMBasicBlockRef heap = sbx_split_before(call);
  LLVMBasicBlockRef join = split_behind(r, call, heap);
  LLVMBasicBlockRef small = LLVMInsertBasicBlockInContext(context_of(r), heap, "stackbound.small");

  LLVMAddCallSiteAttribute(
      call, (LLVMAttributeIndex)LLVMAttributeFunctionIndex,
      LLVMCreateStringAttribute(context_of(r), SB_HEAP_PATH, sizeof SB_HEAP_PATH - 1, "", 0));

  LLVMValueRef jump = LLVMGetBasicBlockTerminator(before), too_many;
  LLVMPositionBuilderBefore(r->builder, jump);
  LLVMSetCurrentDebugLocation2(r->builder, LLVMInstructionGetDebugLoc(call));
  LLVMValueRef size = build_object_size(r, decision, &too_many);
  LLVMBuildCondBr(r->builder, build_fits(r, decision, size, too_many), small, heap);
  LLVMInstructionEraseFromParent(jump);

  LLVMPositionBuilderAtEnd(r->builder, small);
  if (slot_of(r, decision->object))
    sbx_build_lifetime(r->builder, slot_of(r, decision->object), true);
  fill_slot(r, decision, size);
  LLVMValueRef from_slot = result_of(r, decision);
  LLVMBuildBr(r->builder, join);

  LLVMPositionBuilderBefore(r->builder, LLVMGetFirstInstruction(join));
  LLVMValueRef phi = LLVMBuildPhi(r->builder, LLVMTypeOf(call), "stackbound.object");
  LLVMReplaceAllUsesWith(call, phi);
  LLVMAddIncoming(phi, &from_slot, &small, 1);
  LLVMAddIncoming(phi, &call, &heap, 1);
}

/*===- realloc --------------------------------------------------------------------------------===*/

/*
 * The size of the slot that the value points to, or 0 when it points to none. The node is that of
 * the analysed operand; the value is what stands there now, when that was itself a realloc.
 */
static LLVMValueRef build_capacity(Rewriter *r, const SbNode *node, LLVMValueRef value,
                                   LLVMTypeRef type) {
  LLVMValueRef capacity = LLVMConstInt(type, 0, false);
  for (const SbFact *fact = node->facts; fact; fact = fact->next) {
    SbSlotSet set = slots_of_object(r, fact->object);
    for (unsigned i = 0; i < set.slots.length; i++) {
      unsigned number = set.slots.data[i];
      LLVMValueRef same =
          LLVMBuildICmp(r->builder, LLVMIntEQ, value, slot_number(r, number), "stackbound.is_slot");
      LLVMValueRef own = LLVMConstInt(type, slot_size(r, number), false);
      capacity = LLVMBuildSelect(r->builder, same, own, capacity, "");
    }
  }
  return capacity;
}

/* LLVM may have noted that the old object is not null; now it can be, and nothing may be concluded
 * from that. */
static void forget_nonnull(LLVMValueRef call) {
  static const char *const names[] = {"nonnull", "dereferenceable"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    LLVMRemoveCallSiteEnumAttribute(call, 1, /* the first argument */
                                    LLVMGetEnumAttributeKindForName(names[i], strlen(names[i])));
}

typedef struct Resize {
  LLVMValueRef call, old;
  LLVMValueRef capacity, is_slot; /* of the old object */
  LLVMBasicBlockRef before, heap, copy, join;
} Resize;

/* In front of the call: does the new size fit into the old object's slot? */
static void build_stay_or_move(Rewriter *r, Resize *resize, const SbNode *node) {
  const SbSite *site = sb_map_get(&r->state->sites, resize->call, 0);
  LLVMValueRef jump = LLVMGetBasicBlockTerminator(resize->before), too_many;
  LLVMPositionBuilderBefore(r->builder, jump);
  LLVMValueRef size = build_size(r, site, &too_many);
  LLVMValueRef none = LLVMConstInt(LLVMTypeOf(size), 0, false);
  resize->capacity = build_capacity(r, node, resize->old, LLVMTypeOf(size));
  resize->is_slot = LLVMBuildICmp(r->builder, LLVMIntNE, resize->capacity, none, "");
  LLVMValueRef fits =
      LLVMBuildICmp(r->builder, LLVMIntULE, size, resize->capacity, "stackbound.fits");
  fits = LLVMBuildAnd(r->builder, fits, resize->is_slot, "");
  if (too_many)
    fits = LLVMBuildAnd(r->builder, fits, LLVMBuildNot(r->builder, too_many, ""), "");
  LLVMBuildCondBr(r->builder, fits, resize->join, resize->heap);
  LLVMInstructionEraseFromParent(jump);
}

/* On the heap path: a slot is replaced by null, and its contents follow when there is a new object.
 */
static void build_move(Rewriter *r, const Resize *resize) {
  LLVMValueRef call = resize->call;
  LLVMPositionBuilderBefore(r->builder, call);
  LLVMValueRef null = LLVMConstPointerNull(LLVMTypeOf(resize->old));
  LLVMSetOperand(call, 0, LLVMBuildSelect(r->builder, resize->is_slot, null, resize->old, ""));
  forget_nonnull(call);
  LLVMValueRef jump = LLVMGetBasicBlockTerminator(resize->heap);
  LLVMPositionBuilderBefore(r->builder, jump);
  LLVMValueRef made =
      LLVMBuildICmp(r->builder, LLVMIntNE, call, LLVMConstPointerNull(LLVMTypeOf(call)), "");
  LLVMValueRef moved = LLVMBuildAnd(r->builder, resize->is_slot, made, "");
  LLVMBuildCondBr(r->builder, moved, resize->copy, resize->join);
  LLVMInstructionEraseFromParent(jump);
  LLVMPositionBuilderAtEnd(r->builder, resize->copy);
  LLVMBuildMemCpy(r->builder, call, 1, resize->old, 1, resize->capacity);
  LLVMBuildBr(r->builder, resize->join);
}

/*
 * q = realloc(p, n)  becomes
 *   before: capacity of p's slot, 0 on the heap; fits in it? -> join, heap
 *   heap:   q = realloc(slot ? NULL : p, n); moved out of the slot? -> copy, join
 *   copy:   memcpy(q, p, capacity) -> join
 *   join:   phi of p, q, q
 * A failing realloc leaves the slot as it is.
 */
static void rewrite_resize(Rewriter *r, const SbFree *freed) {
  LLVMValueRef call = freed->call;
  Resize resize = {.call = call, .old = LLVMGetOperand(call, 0)};
  resize.before = LLVMGetInstructionParent(call);
  resize.heap = sbx_split_before(call);
  resize.join = sbx_split_before(LLVMGetNextInstruction(call));
  resize.copy = LLVMInsertBasicBlockInContext(context_of(r), resize.join, "stackbound.copy");
  LLVMPositionBuilderBefore(r->builder, LLVMGetFirstInstruction(resize.join));
  LLVMSetCurrentDebugLocation2(r->builder, LLVMInstructionGetDebugLoc(call));
  LLVMValueRef phi = LLVMBuildPhi(r->builder, LLVMTypeOf(call), "stackbound.object");
  LLVMReplaceAllUsesWith(call, phi);
  build_stay_or_move(r, &resize, sb_flow_node(r->function->flow, freed->value));
  build_move(r, &resize);
  LLVMValueRef values[] = {resize.old, call, call};
  LLVMBasicBlockRef blocks[] = {resize.before, resize.heap, resize.copy};
  LLVMAddIncoming(phi, values, blocks, 3);
}

static void rewrite_site(Rewriter *r, const SbDecision *decision) {
  if (decision->site->inner) /* the copy of the callee fills the slot */
    build_lifetime(r, decision->site->call, decision->object, true);
  else if (decision->kind == SB_SLOT)
    rewrite_to_slot(r, decision);
  else
    rewrite_to_guarded_slot(r, decision);
}

/*===- The steps ------------------------------------------------------------------------------===*/

static void add_moved(Rewriter *r, SbDecision *decision) {
  sb_vec_push(&r->arena, &r->moved, decision);
}

/* What a copy's callers have decided about objects that it makes. */
static void add_made_for_caller(Rewriter *r, const SbMadeSlot *made) {
  SbDecision *decision = sb_arena_alloc(&r->arena, sizeof *decision);
  decision->site = sb_map_get(&r->function->own_sites, made->site, 0);
  decision->object = sb_flow_site_object(r->function->flow, decision->site);
  decision->kind = made->kind;
  decision->slot_size = made->slot_size;
  decision->slot_align = made->slot_align;
  add_moved(r, decision);
  sb_map_put(&r->arena, &r->pointers, decision->object, 0,
             slot_number(r, SB_SLOT_PARAM + made->slot));
}

static void collect_moved(Rewriter *r) {
  const SbCopy *copy = r->function->copy;
  for (unsigned i = 0; i < r->function->decisions.length; i++)
    if (r->function->decisions.data[i].kind != SB_KEEP)
      add_moved(r, &r->function->decisions.data[i]);
  for (unsigned i = 0; copy && i < copy->made.length; i++)
    add_made_for_caller(r, &copy->made.data[i]);
}

static bool is_of_caller(const Rewriter *r, const SbDecision *decision) {
  return pointer_to(r, decision->object) && !slot_of(r, decision->object);
}

/* Slots of the function's own; `tail` may stay where the slot is the caller's. */
static void make_slots(Rewriter *r) {
  sbx_hoist_allocas(r->function->value);
  for (unsigned i = 0; i < r->moved.length; i++) {
    if (is_of_caller(r, r->moved.data[i]))
      continue;
    clear_tail_markers(r->moved.data[i]->object);
    make_slot(r, r->moved.data[i]);
  }
}

static void rewrite_frees(Rewriter *r, const SbObject *object, SbMap *done) {
  for (unsigned i = 0; i < object->frees.length; i++)
    if (object->frees.data[i].value &&
        sb_map_insert(&r->arena, done, object->frees.data[i].call, 0))
      rewrite_free(r, &object->frees.data[i]);
}

static void rewrite_resizes(Rewriter *r, const SbObject *object, SbMap *done) {
  for (unsigned i = 0; i < object->resizes.length; i++)
    if (object->resizes.data[i].value &&
        sb_map_insert(&r->arena, done, object->resizes.data[i].call, 0))
      rewrite_resize(r, &object->resizes.data[i]);
}

typedef SB_VEC(const SbObject *) ObjectVec;

/* In a copy also parameters, and what they lead to, may be in slots. */
static ObjectVec objects_in_slots(Rewriter *r) {
  ObjectVec objects = {0};
  const SbFlow *flow = r->function->flow;
  for (unsigned i = 0; i < r->moved.length; i++)
    sb_vec_push(&r->arena, &objects, r->moved.data[i]->object);
  for (unsigned i = 0; r->function->copy && i < flow->object_list.length; i++) {
    const SbObject *object = flow->object_list.data[i];
    SbSlotSet set = slots_of_object(r, object);
    if (object->kind != SB_OBJECT_SITE && (set.certain || set.slots.length))
      sb_vec_push(&r->arena, &objects, object);
  }
  return objects;
}

/* Frees before resizes, and both before sites: they are found by values that are about to go. */
static void rewrite_uses(Rewriter *r) {
  SbMap done = {0};
  ObjectVec objects = objects_in_slots(r);
  for (unsigned i = 0; i < objects.length; i++)
    clear_invariants(r, objects.data[i]);
  for (unsigned i = 0; i < objects.length; i++)
    rewrite_frees(r, objects.data[i], &done);
  for (unsigned i = 0; i < objects.length; i++)
    rewrite_resizes(r, objects.data[i], &done);
}

static void redirect_calls(Rewriter *r) {
  for (unsigned i = 0; i < r->requests.length; i++) {
    const SbRequest *request = &r->requests.data[i];
    unsigned count = request->slots.length;
    LLVMValueRef *slots = sb_arena_alloc(&r->arena, (count + 1) * sizeof *slots);
    for (unsigned k = 0; k < count; k++)
      slots[k] = slot_number(r, request->slots.data[k]);
    sbx_redirect_call(request->call, request->copy->function->value, slots, count);
  }
}

bool sb_rewrite(SbState *state, SbFunction *function) {
  if (!function->promoted.length && !function->copy)
    return false;
  Rewriter r = {.state = state, .function = function};
  r.builder = LLVMCreateBuilderInContext(context_of(&r));
  r.requests = sb_requests_of(state, function); /* by the operands that were analysed */
  collect_moved(&r);
  make_slots(&r);
  rewrite_uses(&r);
  for (unsigned i = 0; i < r.moved.length; i++)
    rewrite_site(&r, r.moved.data[i]);
  redirect_calls(&r);
  LLVMDisposeBuilder(r.builder);
  sb_arena_reset(&r.arena);
  sbx_invalidate_function(state->bridge, function->value);
  return true;
}
