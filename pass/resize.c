/*===- resize.c - realloc of an object in a slot ---------------------------===*
 *
 * It grows there while it fits, then moves to the heap. The real realloc never
 * sees the address of a slot.
 *
 *===----------------------------------------------------------------------===*/
#include "check.h"

#include <llvm-c/DebugInfo.h>
#include <string.h>

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
  LLVMValueRef is_slot; /* the old object is in one */
  LLVMBasicBlockRef before, heap, copy, join;
} Resize;

/* In front of the call: does the new size fit into the old object's slot? */
static void build_stay_or_move(SbRewriter *r, Resize *resize, const SbNode *node) {
  const SbSite *site = sb_map_get(&r->state->sites, resize->call, 0);
  LLVMValueRef jump = LLVMGetBasicBlockTerminator(resize->before), too_many;
  LLVMPositionBuilderBefore(r->builder, jump);
  LLVMValueRef size = sb_build_size(r, site, &too_many);
  resize->is_slot = sb_build_is_slot(r, node, resize->old);
  LLVMValueRef fits = sb_build_fits_in_place(r, node, resize->old, size);
  if (too_many)
    fits = LLVMBuildAnd(r->builder, fits, LLVMBuildNot(r->builder, too_many, ""), "");
  LLVMBuildCondBr(r->builder, fits, resize->join, resize->heap);
  LLVMInstructionEraseFromParent(jump);
}

/* On the heap path: a slot is replaced by null, and its contents follow when there is a new object.
 */
static void build_move(SbRewriter *r, const Resize *resize, const SbNode *node) {
  LLVMValueRef call = resize->call;
  LLVMPositionBuilderBefore(r->builder, call);
  LLVMValueRef null = LLVMConstPointerNull(LLVMTypeOf(resize->old));
  LLVMSetOperand(call, 0, LLVMBuildSelect(r->builder, resize->is_slot, null, resize->old, ""));
  forget_nonnull(call);
  sb_mark_call(r, call, SB_MOVE_OUT);
  LLVMValueRef jump = LLVMGetBasicBlockTerminator(resize->heap);
  LLVMPositionBuilderBefore(r->builder, jump);
  LLVMValueRef made =
      LLVMBuildICmp(r->builder, LLVMIntNE, call, LLVMConstPointerNull(LLVMTypeOf(call)), "");
  LLVMValueRef moved = LLVMBuildAnd(r->builder, resize->is_slot, made, "");
  LLVMBuildCondBr(r->builder, moved, resize->copy, resize->join);
  LLVMInstructionEraseFromParent(jump);
  LLVMPositionBuilderAtEnd(r->builder, resize->copy);
  if (!SB_BROKEN(REALLOC_COPY))
    LLVMBuildMemCpy(r->builder, call, 1, resize->old, 1,
                    sb_build_capacity(r, node, resize->old, sb_size_type(r)));
  sb_build_release(r, node, resize->old);
  sb_check_end(r, resize->old);
  LLVMBuildBr(r->builder, resize->join);
}

/*
 * q = realloc(p, n)  becomes
 *   before: is p a slot that n bytes fit into? -> join, heap
 *   heap:   q = realloc(slot ? NULL : p, n); moved out of the slot? -> copy, join
 *   copy:   memcpy(q, p, the slot's size) -> join
 *   join:   phi of p, q, q
 * A failing realloc leaves the slot as it is.
 */
void sb_rewrite_resize(SbRewriter *r, const SbFree *freed) {
  LLVMValueRef call = freed->call;
  Resize resize = {.call = call, .old = LLVMGetOperand(call, 0)};
  resize.before = LLVMGetInstructionParent(call);
  resize.heap = sbx_split_before(call);
  resize.join = sbx_split_before(LLVMGetNextInstruction(call));
  resize.copy = LLVMInsertBasicBlockInContext(sb_context_of(r), resize.join, "stackbound.copy");
  LLVMPositionBuilderBefore(r->builder, LLVMGetFirstInstruction(resize.join));
  LLVMSetCurrentDebugLocation2(r->builder, LLVMInstructionGetDebugLoc(call));
  LLVMValueRef phi = LLVMBuildPhi(r->builder, LLVMTypeOf(call), "stackbound.object");
  LLVMReplaceAllUsesWith(call, phi);
  /* The node is that of the analysed operand; the operand can be another realloc's phi now. */
  const SbNode *node = sb_flow_node(r->function->flow, freed->value);
  build_stay_or_move(r, &resize, node);
  build_move(r, &resize, node);
  LLVMValueRef values[] = {resize.old, call, call};
  LLVMBasicBlockRef blocks[] = {resize.before, resize.heap, resize.copy};
  LLVMAddIncoming(phi, values, blocks, 3);
}
