/*===- rewrite.c - carries out the decisions of one function ---------------===*
 *
 * requires  decisions for all sites of the module, remarks emitted
 * maintains valid IR at the end; cannot fail and decides nothing
 *
 * Order: tail markers, slots, frees (they are found by the values that are about
 * to go), sites.
 *
 *===----------------------------------------------------------------------===*/
#include "check.h"

#include <llvm-c/DebugInfo.h>
#include <string.h>

LLVMContextRef sb_context_of(const SbRewriter *r) { return LLVMGetModuleContext(r->state->module); }

void sb_mark_call(const SbRewriter *r, LLVMValueRef call, const char *mark) {
  LLVMAddCallSiteAttribute(
      call, (LLVMAttributeIndex)LLVMAttributeFunctionIndex,
      LLVMCreateStringAttribute(sb_context_of(r), mark, (unsigned)strlen(mark), "", 0));
}

/*
 * `tail` promises that the callee does not touch the caller's allocas:
 *   p = malloc(4); tail call void @set(ptr p); return *p;
 * With the marker kept, the store in @set is deleted and p is read uninitialised.
 */
static void clear_tail_markers(const SbObject *object) {
  for (unsigned i = 0; i < object->calls.length && !SB_BROKEN(TAIL); i++) {
    LLVMValueRef call = object->calls.data[i];
    if (LLVMIsACallInst(call) && LLVMGetTailCallKind(call) == LLVMTailCallKindTail)
      LLVMSetTailCallKind(call, LLVMTailCallKindNone);
  }
}

/*
 * `!invariant.load` was true of one object of the site; a slot that is used again holds several:
 *   for (..) { T *p = new T(i); sum += p->constant; delete p; }
 */
static void clear_invariants(const SbRewriter *r, const SbObject *object) {
  unsigned load = LLVMGetMDKindIDInContext(sb_context_of(r), "invariant.load", 14);
  unsigned group = LLVMGetMDKindIDInContext(sb_context_of(r), "invariant.group", 15);
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

/*===- Frees ----------------------------------------------------------------------------------===*/

/* Nothing but objects in slots (or null) can come here: the call has nothing left to free. */
static bool frees_only_slots(const SbRewriter *r, const SbNode *node) {
  for (const SbFact *fact = node->facts; fact; fact = fact->next)
    if (!sb_slot_set(r, fact->object).certain && !SB_BROKEN(FREE_CHOICE))
      return false;
  return !node->unknown || SB_BROKEN(FREE_CHOICE);
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

static void build_lifetime_before(SbRewriter *r, LLVMValueRef inst, const SbObject *object,
                                  bool start) {
  LLVMPositionBuilderBefore(r->builder, inst);
  LLVMSetCurrentDebugLocation2(r->builder, NULL);
  sb_build_lifetime(r, object, start);
}

static void remove_free(SbRewriter *r, LLVMValueRef call, const SbNode *node) {
  SbObject *object = node->facts->object;
  if (ends_lifetime(node) || SB_BROKEN(LIFETIME))
    build_lifetime_before(r, call, object, false);
  LLVMPositionBuilderBefore(r->builder, call);
  sb_check_end(r, node->value);
  erase_call(call);
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
static LLVMBasicBlockRef build_skip(SbRewriter *r, LLVMValueRef call, LLVMBasicBlockRef freeing) {
  LLVMBasicBlockRef behind =
      sb_is_invoke(call) ? LLVMGetNormalDest(call) : sbx_split_before(LLVMGetNextInstruction(call));
  LLVMBasicBlockRef skip =
      LLVMInsertBasicBlockInContext(sb_context_of(r), freeing, "stackbound.skip");
  LLVMPositionBuilderAtEnd(r->builder, skip);
  LLVMSetCurrentDebugLocation2(r->builder, LLVMInstructionGetDebugLoc(call));
  LLVMBuildBr(r->builder, behind);
  copy_incoming(behind, freeing, skip);
  return skip;
}

/*
 * free(cond ? p : q) must go on freeing q:
 *   if (value != slot) free(value);     else the slot is free, where flags say so
 */
static void guard_free(SbRewriter *r, LLVMValueRef call, const SbNode *node) {
  LLVMBasicBlockRef before = LLVMGetInstructionParent(call);
  LLVMBasicBlockRef freeing = sbx_split_before(call);
  LLVMBasicBlockRef skip = build_skip(r, call, freeing);
  if (ends_lifetime(node))
    build_lifetime_before(r, LLVMGetFirstInstruction(skip), node->facts->object, false);
  LLVMPositionBuilderBefore(r->builder, LLVMGetFirstInstruction(skip));
  LLVMSetCurrentDebugLocation2(r->builder, NULL);
  sb_build_release(r, node, node->value);
  sb_check_end(r, node->value);
  LLVMValueRef jump = LLVMGetBasicBlockTerminator(before);
  LLVMPositionBuilderBefore(r->builder, jump);
  LLVMSetCurrentDebugLocation2(r->builder, LLVMInstructionGetDebugLoc(call));
  LLVMBuildCondBr(r->builder, sb_build_is_slot(r, node, node->value), skip, freeing);
  LLVMInstructionEraseFromParent(jump);
}

static void rewrite_free(SbRewriter *r, const SbFree *freed) {
  const SbNode *node = sb_flow_node(r->function->flow, freed->value);
  if (frees_only_slots(r, node))
    remove_free(r, freed->call, node);
  else
    guard_free(r, freed->call, node);
}

/*===- Sites ----------------------------------------------------------------------------------===*/

LLVMTypeRef sb_size_type(const SbRewriter *r) {
  return LLVMIntPtrTypeInContext(sb_context_of(r), r->state->layout);
}

/* A proved bound holds for a size that is not poison; a frozen one can be anything. */
static LLVMValueRef build_at_most(SbRewriter *r, LLVMValueRef size, uint64_t bound) {
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
static LLVMValueRef build_string_size(SbRewriter *r, const SbSite *site, uint64_t slot_size) {
  LLVMValueRef bound = NULL;
  if (site->kind == SBX_ALLOC_PREFIX) {
    bound = LLVMBuildFreeze(r->builder, sb_size_operand(site, 0), "");
    bound = build_at_most(r, bound, slot_size);
  }
  LLVMValueRef string = LLVMGetOperand(site->call, 0);
  LLVMValueRef length = sbx_build_strlen(r->state->bridge, r->builder, string, bound);
  return LLVMBuildAdd(r->builder, length, LLVMConstInt(LLVMTypeOf(length), 1, false), "");
}

LLVMValueRef sb_build_size(SbRewriter *r, const SbSite *site, LLVMValueRef *too_many) {
  *too_many = NULL;
  if (site->size_known)
    return LLVMConstInt(sb_size_type(r), site->size, false);
  /* Frozen: the size is looked at more than once, and the guard must not branch on poison. */
  LLVMValueRef size = LLVMBuildFreeze(r->builder, sb_size_operand(site, 0), "");
  if (!sb_size_operand(site, 1))
    return size;
  LLVMValueRef count = LLVMBuildFreeze(r->builder, sb_size_operand(site, 1), "");
  return sbx_build_product(r->builder, size, count, too_many);
}

static LLVMValueRef build_object_size(SbRewriter *r, const SbDecision *decision,
                                      LLVMValueRef *too_many) {
  if (decision->site->size_known || !is_copy(decision->site))
    return sb_build_size(r, decision->site, too_many);
  *too_many = NULL;
  return build_string_size(r, decision->site, decision->slot_size);
}

/* All but the last byte of `size` are the string's; that one is NUL, whatever the string goes on
 * with.
 */
static void copy_prefix(SbRewriter *r, const SbSite *site, LLVMValueRef pointer, unsigned align,
                        LLVMValueRef size) {
  LLVMTypeRef byte = LLVMInt8TypeInContext(sb_context_of(r));
  LLVMValueRef one = LLVMConstInt(LLVMTypeOf(size), 1, false);
  LLVMValueRef length = LLVMBuildSub(r->builder, size, one, "");
  LLVMBuildMemCpy(r->builder, pointer, align, LLVMGetOperand(site->call, 0), 1, length);
  LLVMValueRef end = LLVMBuildInBoundsGEP2(r->builder, byte, pointer, &length, 1, "");
  LLVMBuildStore(r->builder, LLVMConstInt(byte, 0, false), end);
}

static void fill_slot(SbRewriter *r, const SbDecision *decision, LLVMValueRef pointer,
                      LLVMValueRef size) {
  const SbSite *site = decision->site;
  unsigned align = (unsigned)decision->slot_align;
  LLVMValueRef zero = LLVMConstInt(LLVMInt8TypeInContext(sb_context_of(r)), 0, false);
  if (site->kind == SBX_ALLOC_ZEROED && !SB_BROKEN(ZEROING) && !(site->size_known && !site->size))
    LLVMBuildMemSet(r->builder, pointer, zero, size, align);
  else if (site->kind == SBX_ALLOC_COPY)
    LLVMBuildMemCpy(r->builder, pointer, align, LLVMGetOperand(site->call, 0), 1, size);
  else if (site->kind == SBX_ALLOC_PREFIX)
    copy_prefix(r, site, pointer, align, size);
}

/* What the call's own result becomes. */
static LLVMValueRef result_of(SbRewriter *r, const SbDecision *decision, LLVMValueRef pointer) {
  if (decision->site->kind != SBX_ALLOC_OUTPARAM)
    return pointer;
  LLVMBuildStore(r->builder, pointer, LLVMGetOperand(decision->site->call, 0));
  return LLVMConstInt(LLVMTypeOf(decision->site->call), 0, false); /* success */
}

static bool needs_size(const SbSite *site) {
  return site->kind == SBX_ALLOC_ZEROED || is_copy(site);
}

static void rewrite_to_slot(SbRewriter *r, const SbDecision *decision) {
  LLVMValueRef call = decision->site->call;
  build_lifetime_before(r, call, decision->object, true);
  LLVMPositionBuilderBefore(r->builder, call);
  LLVMSetCurrentDebugLocation2(r->builder, LLVMInstructionGetDebugLoc(call));
  LLVMValueRef too_many = NULL;
  LLVMValueRef size = NULL;
  if (needs_size(decision->site))
    size = build_object_size(r, decision, &too_many);
  if (size && !decision->site->size_known)
    size = build_at_most(r, size, decision->slot_size);
  LLVMValueRef slot = sb_slots_of_site(r, decision->object)->pointer[0];
  sb_check_begin(r, decision, slot, NULL);
  fill_slot(r, decision, slot, size);
  LLVMReplaceAllUsesWith(call, result_of(r, decision, slot));
  erase_call(call);
}

/* Only with null does a realloc allocate, also when that stands for an object that leaves its slot.
 */
static LLVMValueRef build_is_null(SbRewriter *r, LLVMValueRef old) {
  return LLVMBuildICmp(r->builder, LLVMIntEQ, old, LLVMConstPointerNull(LLVMTypeOf(old)),
                       "stackbound.begins");
}

/* fits = size <= slot_size, the product did not overflow, there is a free slot, and no old object
 */
static LLVMValueRef build_fits(SbRewriter *r, const SbDecision *decision, LLVMValueRef size,
                               LLVMValueRef too_many) {
  uint64_t most = SB_BROKEN(GUARD) ? decision->slot_size * 2 : decision->slot_size;
  LLVMValueRef limit = LLVMConstInt(LLVMTypeOf(size), most, false);
  LLVMValueRef fits = LLVMBuildICmp(r->builder, LLVMIntULE, size, limit, "stackbound.fits");
  if (too_many && !SB_BROKEN(OVERFLOW))
    fits = LLVMBuildAnd(r->builder, fits, LLVMBuildNot(r->builder, too_many, ""), "");
  if (decision->in_use && !SB_BROKEN(IN_USE))
    fits = LLVMBuildAnd(r->builder, fits,
                        sb_build_has_free_slot(r, sb_slots_of_site(r, decision->object)), "");
  if (decision->site->kind == SBX_ALLOC_RESIZE && !SB_BROKEN(BEGINS_WITH_NULL))
    fits = LLVMBuildAnd(r->builder, fits, build_is_null(r, LLVMGetOperand(decision->site->call, 0)),
                        "");
  return fits;
}

/* The block in which the result of the call on the heap path meets that of the slot path. */
static LLVMBasicBlockRef split_behind(SbRewriter *r, LLVMValueRef call, LLVMBasicBlockRef heap) {
  if (!sb_is_invoke(call))
    return sbx_split_before(LLVMGetNextInstruction(call));
  LLVMBasicBlockRef normal = LLVMGetNormalDest(call);
  LLVMBasicBlockRef join =
      LLVMInsertBasicBlockInContext(sb_context_of(r), normal, "stackbound.join");
  LLVMPositionBuilderAtEnd(r->builder, join);
  LLVMBuildBr(r->builder, normal);
  sbx_replace_incoming(normal, heap, join);
  LLVMSetNormalDest(call, join);
  return join;
}

/*
 * p = malloc(n)  becomes  p = n <= slot_size && a slot is free ? slot : malloc(n),  with the blocks
 *   before: fits? -> small, heap    small: slot -> join    heap: call -> join    join: phi
 */
static void rewrite_to_guarded_slot(SbRewriter *r, const SbDecision *decision) {
  LLVMValueRef call = decision->site->call;
  LLVMBasicBlockRef before = LLVMGetInstructionParent(call);
  LLVMBasicBlockRef heap = sbx_split_before(call);
  LLVMBasicBlockRef join = split_behind(r, call, heap);
  LLVMBasicBlockRef small =
      LLVMInsertBasicBlockInContext(sb_context_of(r), heap, "stackbound.small");

  sb_mark_call(r, call, SB_HEAP_PATH);

  LLVMValueRef jump = LLVMGetBasicBlockTerminator(before), too_many;
  LLVMPositionBuilderBefore(r->builder, jump);
  LLVMSetCurrentDebugLocation2(r->builder, LLVMInstructionGetDebugLoc(call));
  LLVMValueRef size = build_object_size(r, decision, &too_many);
  LLVMBuildCondBr(r->builder, build_fits(r, decision, size, too_many), small, heap);
  LLVMInstructionEraseFromParent(jump);

  LLVMPositionBuilderAtEnd(r->builder, small);
  sb_build_lifetime(r, decision->object, true);
  const SbSlots *slots = sb_slots_of_site(r, decision->object);
  LLVMValueRef slot = decision->in_use ? sb_build_take_slot(r, slots) : slots->pointer[0];
  sb_check_begin(r, decision, slot, size);
  fill_slot(r, decision, slot, size);
  LLVMValueRef from_slot = result_of(r, decision, slot);
  LLVMBuildBr(r->builder, join);

  LLVMPositionBuilderBefore(r->builder, LLVMGetFirstInstruction(join));
  LLVMValueRef phi = LLVMBuildPhi(r->builder, LLVMTypeOf(call), "stackbound.object");
  LLVMReplaceAllUsesWith(call, phi);
  LLVMAddIncoming(phi, &from_slot, &small, 1);
  LLVMAddIncoming(phi, &call, &heap, 1);
}

static void rewrite_site(SbRewriter *r, const SbDecision *decision) {
  if (decision->site->inner) /* the copy of the callee fills the slot */
    build_lifetime_before(r, decision->site->call, decision->object, true);
  else if (decision->kind == SB_SLOT)
    rewrite_to_slot(r, decision);
  else
    rewrite_to_guarded_slot(r, decision);
}

/*===- The steps ------------------------------------------------------------------------------===*/

static void add_moved(SbRewriter *r, SbDecision *decision) {
  sb_vec_push(&r->arena, &r->moved, decision);
}

/* What a copy's callers have decided about objects that it makes. */
static void add_made_for_caller(SbRewriter *r, const SbMadeSlot *made) {
  SbDecision *decision = sb_arena_alloc(&r->arena, sizeof *decision);
  decision->site = sb_map_get(&r->function->own_sites, made->site, 0);
  decision->object = sb_flow_site_object(r->function->flow, decision->site);
  decision->kind = made->kind;
  decision->slot_size = made->slot_size;
  decision->slot_align = made->slot_align;
  decision->slots = 1;
  add_moved(r, decision);
  sb_add_slot_of_caller(r, decision, made->slot);
}

static void collect_moved(SbRewriter *r) {
  const SbCopy *copy = r->function->copy;
  for (unsigned i = 0; i < r->function->decisions.length; i++)
    if (r->function->decisions.data[i].kind != SB_KEEP)
      add_moved(r, &r->function->decisions.data[i]);
  for (unsigned i = 0; copy && i < copy->made.length; i++)
    add_made_for_caller(r, &copy->made.data[i]);
}

/* Slots of the function's own; `tail` may stay where the slot is the caller's. */
static void make_slots(SbRewriter *r) {
  sbx_hoist_allocas(r->function->value);
  for (unsigned i = 0; i < r->moved.length; i++) {
    if (sb_slots_of_site(r, r->moved.data[i]->object))
      continue; /* the caller's */
    clear_tail_markers(r->moved.data[i]->object);
    sb_make_slots(r, r->moved.data[i]);
  }
}

static void rewrite_frees(SbRewriter *r, const SbObject *object, SbMap *done) {
  for (unsigned i = 0; i < object->frees.length; i++)
    if (object->frees.data[i].value &&
        sb_map_insert(&r->arena, done, object->frees.data[i].call, 0))
      rewrite_free(r, &object->frees.data[i]);
}

static void rewrite_resizes(SbRewriter *r, const SbObject *object, SbMap *done) {
  for (unsigned i = 0; i < object->resizes.length; i++)
    if (object->resizes.data[i].value &&
        sb_map_insert(&r->arena, done, object->resizes.data[i].call, 0))
      sb_rewrite_resize(r, &object->resizes.data[i]);
}

typedef SB_VEC(const SbObject *) ObjectVec;

/* In a copy also parameters, and what they lead to, may be in slots. */
static ObjectVec objects_in_slots(SbRewriter *r) {
  ObjectVec objects = {0};
  const SbFlow *flow = r->function->flow;
  for (unsigned i = 0; i < r->moved.length; i++)
    sb_vec_push(&r->arena, &objects, r->moved.data[i]->object);
  for (unsigned i = 0; r->function->copy && i < flow->object_list.length; i++) {
    const SbObject *object = flow->object_list.data[i];
    SbSlotSet set = sb_slot_set(r, object);
    if (object->kind != SB_OBJECT_SITE && (set.certain || set.slots.length))
      sb_vec_push(&r->arena, &objects, object);
  }
  return objects;
}

/* Frees before resizes, and both before sites: they are found by values that are about to go. */
static void rewrite_uses(SbRewriter *r) {
  SbMap done = {0};
  ObjectVec objects = objects_in_slots(r);
  for (unsigned i = 0; i < objects.length; i++)
    clear_invariants(r, objects.data[i]);
  for (unsigned i = 0; i < objects.length; i++)
    rewrite_frees(r, objects.data[i], &done);
  for (unsigned i = 0; i < objects.length; i++)
    rewrite_resizes(r, objects.data[i], &done);
}

static void redirect_calls(SbRewriter *r) {
  for (unsigned i = 0; i < r->requests.length; i++) {
    const SbRequest *request = &r->requests.data[i];
    unsigned count = request->slots.length;
    LLVMValueRef *slots = sb_arena_alloc(&r->arena, (count + 1) * sizeof *slots);
    for (unsigned k = 0; k < count; k++)
      slots[k] = sb_slot_pointer(r, request->slots.data[k], 0);
    sbx_redirect_call(request->call, request->copy->function->value, slots, count);
  }
}

bool sb_rewrite(SbState *state, SbFunction *function) {
  if (!function->promoted.length && !function->copy)
    return false;
  SbRewriter r = {.state = state, .function = function};
  r.builder = LLVMCreateBuilderInContext(sb_context_of(&r));
  r.requests = sb_requests_of(state, function); /* by the operands that were analysed */
  collect_moved(&r);
  make_slots(&r);
  sb_check_slots(&r);
  rewrite_uses(&r);
  for (unsigned i = 0; i < r.moved.length; i++)
    rewrite_site(&r, r.moved.data[i]);
  redirect_calls(&r);
  sb_check_exits(&r);
  LLVMDisposeBuilder(r.builder);
  sb_arena_reset(&r.arena);
  sbx_invalidate_function(state->bridge, function->value);
  return true;
}
