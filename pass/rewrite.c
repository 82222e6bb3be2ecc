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

typedef struct Rewriter {
  SbState *state;
  SbFunction *function;
  SbArena arena;
  LLVMBuilderRef builder;
  SbMap slots;    /* SbObject -> alloca */
  SbMap pointers; /* SbObject -> the alloca in the address space of the site's pointer */
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

/*===- Slots ----------------------------------------------------------------------------------===*/

static LLVMTypeRef pointer_type_of(const Rewriter *r, const SbSite *site) {
  if (site->kind == SBX_ALLOC_OUTPARAM)
    return LLVMPointerTypeInContext(context_of(r), 0);
  return LLVMTypeOf(site->call);
}

/* One entry-block slot per site; the allocas' address space is the builder's choice by the
 * DataLayout. */
static void make_slot(Rewriter *r, const SbDecision *decision) {
  LLVMBasicBlockRef entry = LLVMGetEntryBasicBlock(r->function->value);
  LLVMPositionBuilderBefore(r->builder, LLVMGetFirstInstruction(entry));
  LLVMSetCurrentDebugLocation2(r->builder, NULL);
  LLVMTypeRef type = LLVMArrayType2(LLVMInt8TypeInContext(context_of(r)), decision->slot_size);
  LLVMValueRef slot = LLVMBuildAlloca(r->builder, type, "stackbound.slot");
  LLVMSetAlignment(slot, (unsigned)decision->slot_align);
  LLVMTypeRef wanted = pointer_type_of(r, decision->site);
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

static void build_lifetime(Rewriter *r, LLVMValueRef before, const SbObject *object, bool start) {
  LLVMPositionBuilderBefore(r->builder, before);
  LLVMSetCurrentDebugLocation2(r->builder, NULL);
  sbx_build_lifetime(r->builder, slot_of(r, object), start);
}

/*===- Frees ----------------------------------------------------------------------------------===*/

static bool is_promoted(const Rewriter *r, const SbObject *object) {
  return sb_map_get(&r->function->promoted, object, 0) != NULL;
}

/* Nothing but promoted objects (or null) can come here: the call has nothing left to free. */
static bool frees_only_slots(const Rewriter *r, const SbNode *node) {
  for (const SbFact *fact = node->facts; fact; fact = fact->next)
    if (!is_promoted(r, fact->object))
      return false;
  return !node->unknown;
}

/*
 * The value is the site's result itself, whenever it is not another execution's. Only then the free
 * ends the slot's lifetime:  q = c ? p : NULL; free(q); use(p);  does not end it when c is false.
 */
static bool is_site_itself(LLVMValueRef value, const SbSite *site) {
  enum { STEPS = 16 };
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

static void remove_free(Rewriter *r, LLVMValueRef call, const SbNode *node) {
  SbObject *object = node->facts->object;
  if (node->fact_count == 1 && is_site_itself(node->value, object->site))
    build_lifetime(r, call, object, false);
  erase_call(call);
}

/* value == slot 1 || value == slot 2 || ..: the objects that may come here and live in the frame */
static LLVMValueRef build_is_slot(Rewriter *r, const SbNode *node) {
  LLVMValueRef any = NULL;
  for (const SbFact *fact = node->facts; fact; fact = fact->next) {
    if (!is_promoted(r, fact->object))
      continue;
    LLVMValueRef slot = pointer_to(r, fact->object);
    if (LLVMTypeOf(slot) != LLVMTypeOf(node->value))
      slot = LLVMBuildAddrSpaceCast(r->builder, slot, LLVMTypeOf(node->value), "");
    LLVMValueRef same =
        LLVMBuildICmp(r->builder, LLVMIntEQ, node->value, slot, "stackbound.is_slot");
    any = any ? LLVMBuildOr(r->builder, any, same, "") : same;
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

/*
 * free(cond ? p : q) must go on freeing q:
 *   if (value != slot) free(value);
 */
static void guard_free(Rewriter *r, LLVMValueRef call, const SbNode *node) {
  LLVMBasicBlockRef before = LLVMGetInstructionParent(call);
  LLVMBasicBlockRef freeing = sbx_split_before(call);
  LLVMBasicBlockRef behind;
  if (sb_is_invoke(call)) {
    behind = LLVMInsertBasicBlockInContext(context_of(r), freeing, "stackbound.skip");
    LLVMPositionBuilderAtEnd(r->builder, behind);
    LLVMBuildBr(r->builder, LLVMGetNormalDest(call));
    copy_incoming(LLVMGetNormalDest(call), freeing, behind);
  } else {
    behind = sbx_split_before(LLVMGetNextInstruction(call));
  }
  LLVMValueRef jump = LLVMGetBasicBlockTerminator(before);
  LLVMPositionBuilderBefore(r->builder, jump);
  LLVMSetCurrentDebugLocation2(r->builder, LLVMInstructionGetDebugLoc(call));
  LLVMBuildCondBr(r->builder, build_is_slot(r, node), behind, freeing);
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

static void fill_slot(Rewriter *r, const SbDecision *decision) {
  const SbSite *site = decision->site;
  LLVMTypeRef size_type = LLVMIntPtrTypeInContext(context_of(r), r->state->layout);
  LLVMValueRef size = LLVMConstInt(size_type, site->size, false);
  LLVMValueRef pointer = pointer_to(r, decision->object);
  unsigned align = (unsigned)decision->slot_align;
  if (site->kind == SBX_ALLOC_ZEROED && site->size)
    LLVMBuildMemSet(r->builder, pointer,
                    LLVMConstInt(LLVMInt8TypeInContext(context_of(r)), 0, false), size, align);
  else if (site->kind == SBX_ALLOC_COPY)
    LLVMBuildMemCpy(r->builder, pointer, align, LLVMGetOperand(site->call, 0), 1, size);
}

/* What the call's own result becomes. */
static LLVMValueRef result_of(Rewriter *r, const SbDecision *decision) {
  LLVMValueRef pointer = pointer_to(r, decision->object);
  if (decision->site->kind != SBX_ALLOC_OUTPARAM)
    return pointer;
  LLVMBuildStore(r->builder, pointer, LLVMGetOperand(decision->site->call, 0));
  return LLVMConstInt(LLVMTypeOf(decision->site->call), 0, false); /* success */
}

static void rewrite_site(Rewriter *r, const SbDecision *decision) {
  LLVMValueRef call = decision->site->call;
  build_lifetime(r, call, decision->object, true);
  LLVMSetCurrentDebugLocation2(r->builder, LLVMInstructionGetDebugLoc(call));
  fill_slot(r, decision);
  LLVMValueRef result = result_of(r, decision);
  LLVMReplaceAllUsesWith(call, result);
  erase_call(call);
}

bool sb_rewrite(SbState *state, SbFunction *function) {
  if (!function->promoted.length)
    return false;
  Rewriter r = {.state = state, .function = function};
  r.builder = LLVMCreateBuilderInContext(context_of(&r));
  for (unsigned i = 0; i < function->decisions.length; i++) {
    if (function->decisions.data[i].kind != SB_SLOT)
      continue;
    clear_tail_markers(function->decisions.data[i].object);
    make_slot(&r, &function->decisions.data[i]);
  }
  SbMap done = {0};
  for (unsigned i = 0; i < function->decisions.length; i++) {
    const SbDecision *decision = &function->decisions.data[i];
    for (unsigned k = 0; decision->kind == SB_SLOT && k < decision->object->frees.length; k++)
      if (sb_map_insert(&r.arena, &done, decision->object->frees.data[k].call, 0))
        rewrite_free(&r, &decision->object->frees.data[k]);
  }
  for (unsigned i = 0; i < function->decisions.length; i++)
    if (function->decisions.data[i].kind == SB_SLOT)
      rewrite_site(&r, &function->decisions.data[i]);
  LLVMDisposeBuilder(r.builder);
  sb_arena_reset(&r.arena);
  sbx_invalidate_function(state->bridge, function->value);
  return true;
}
