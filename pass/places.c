/*===- places.c - objects of which a call makes at most one ----------------===*
 *
 * Where neither of two sites can run after the other, as in two cases of a
 * switch, a call of the function makes at most one of their objects, and one
 * piece of the frame serves both:
 *
 *   case 1: s = number_text(n); put(s); free(s); break;
 *   case 2: s = quoted(t);      put(s); free(s); break;
 *
 * Nothing of the flow is needed: whatever becomes of the objects, in one frame
 * there is one of them. Loops are no exception, as a site in a loop with another
 * one reaches it.
 *
 *===----------------------------------------------------------------------===*/
#include "ir.h"
#include "rules.h"

typedef SB_VEC(LLVMBasicBlockRef) BlockVec;

static void add_successors(SbReach *reach, SbMap *reached, BlockVec *pending,
                           LLVMBasicBlockRef block) {
  LLVMValueRef terminator = LLVMGetBasicBlockTerminator(block);
  unsigned count = LLVMGetNumSuccessors(terminator);
  for (unsigned i = 0; i < count; i++) {
    LLVMBasicBlockRef next = LLVMGetSuccessor(terminator, i);
    if (sb_map_insert(&reach->arena, reached, next, 0))
      sb_vec_push(&reach->arena, pending, next);
  }
}

/* The blocks that control can go to from the end of this one. */
static const SbMap *reached_from(SbReach *reach, LLVMBasicBlockRef block) {
  SbMap *reached = sb_map_get(&reach->from, block, 0);
  if (reached)
    return reached;
  reached = sb_arena_alloc(&reach->arena, sizeof *reached);
  sb_map_put(&reach->arena, &reach->from, block, 0, reached);
  BlockVec pending = {0};
  add_successors(reach, reached, &pending, block);
  while (pending.length)
    add_successors(reach, reached, &pending, pending.data[--pending.length]);
  return reached;
}

static bool can_follow(SbReach *reach, const SbSite *first, const SbSite *second) {
  return sb_map_get(reached_from(reach, LLVMGetInstructionParent(first->call)),
                    LLVMGetInstructionParent(second->call), 0) != NULL;
}

bool sb_are_exclusive(SbReach *reach, const SbSite *a, const SbSite *b) {
  if (SB_BROKEN(PLACE))
    return true;
  /* Of a constructor that returns one of several objects, the caller gets one. */
  while (a->call == b->call && a->inner && b->inner) {
    a = a->inner;
    b = b->inner;
  }
  return LLVMGetInstructionParent(a->call) != LLVMGetInstructionParent(b->call) &&
         a->function == b->function && !can_follow(reach, a, b) && !can_follow(reach, b, a);
}
