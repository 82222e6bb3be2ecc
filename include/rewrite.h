/*===- rewrite.h - shared by the files that change IR ---------------------===*
 *
 * rewrite.c   carries out decisions: frees, sites
 * slots.c     the slots, which of them are in use, and what points to one
 * resize.c    realloc of an object in a slot
 *
 *===----------------------------------------------------------------------===*/
#ifndef STACKBOUND_REWRITE_H
#define STACKBOUND_REWRITE_H

#include "ir.h"

typedef struct SbRewriter {
  SbState *state;
  SbFunction *function;
  SbArena arena;
  LLVMBuilderRef builder;
  SB_VEC(SbDecision *)
  moved; /**< what lives in slots: the function's decisions, and of copies also
            what their callers have decided */

  SbMap slots;           /**< SbObject -> SbSlots */
  SbRequestVec requests; /**< calls that go to copies */
  LLVMValueRef frame;    /**< checked mode: the record of the activation, or NULL */
} SbRewriter;

/** Where the objects of one site can live. */
typedef struct SbSlots {
  const SbDecision *decision;
  LLVMValueRef alloca[SB_MAX_SLOTS];  /**< NULL: the slot is the caller's */
  LLVMValueRef pointer[SB_MAX_SLOTS]; /**< the same in the address space of the site's pointer */
  LLVMValueRef in_use[SB_MAX_SLOTS];  /**< allocas of an i1; only with SbDecision.in_use */
} SbSlots;

LLVMContextRef sb_context_of(const SbRewriter *r);
/** size_t */
LLVMTypeRef sb_size_type(const SbRewriter *r);
/** Tells a second run what a call is for: SB_HEAP_PATH, SB_MOVE_OUT. */
void sb_mark_call(const SbRewriter *r, LLVMValueRef call, const char *mark);

/* slots.c */
void sb_make_slots(SbRewriter *r, const SbDecision *decision);
/** In a copy: the object of @p decision is made in slot parameter number @p slot. */
void sb_add_slot_of_caller(SbRewriter *r, const SbDecision *decision, unsigned slot);
/** Those of a promoted site, or NULL. */
const SbSlots *sb_slots_of_site(const SbRewriter *r, const SbObject *object);
/** What the object may be in, by numbers. */
SbSlotSet sb_slot_set(const SbRewriter *r, const SbObject *object);
/** Slot @p i of those with @p number: the function's own, or one that a copy gets as a parameter.
 */
LLVMValueRef sb_slot_pointer(const SbRewriter *r, unsigned number, unsigned i);
/** At the builder's position, for the only slot of an object whose slot is known to be free when it
 * is made. */
void sb_build_lifetime(SbRewriter *r, const SbObject *object, bool start);
/** An i1: a slot of the site is free. */
LLVMValueRef sb_build_has_free_slot(SbRewriter *r, const SbSlots *slots);
/** The first free slot, which is in use from here on. */
LLVMValueRef sb_build_take_slot(SbRewriter *r, const SbSlots *slots);
/** An i1: @p value, for which @p node holds, is the start of an object in the frame. */
LLVMValueRef sb_build_is_slot(SbRewriter *r, const SbNode *node, LLVMValueRef value);
/** An i1: @p value is the start of a slot of at least @p size bytes. */
LLVMValueRef sb_build_fits_in_place(SbRewriter *r, const SbNode *node, LLVMValueRef value,
                                    LLVMValueRef size);
/** The size of the slot that @p value points to, or 0 when it points to none. */
LLVMValueRef sb_build_capacity(SbRewriter *r, const SbNode *node, LLVMValueRef value,
                               LLVMTypeRef type);
/** The slot that @p value is known to point to is free from here on. */
void sb_build_release(SbRewriter *r, const SbNode *node, LLVMValueRef value);

/* rewrite.c */
/** The run-time size of the object (a product); @p too_many is set to an i1 when it may overflow.
 */
LLVMValueRef sb_build_size(SbRewriter *r, const SbSite *site, LLVMValueRef *too_many);

/* resize.c */
void sb_rewrite_resize(SbRewriter *r, const SbFree *freed);

#endif
