/*===- flow.h - shared by the files that follow pointers ------------------===*
 *
 * flow.c      nodes, facts, objects, memory, the fixpoint
 * transfer.c  what one instruction does
 * calls.c     what one call does
 *
 *===----------------------------------------------------------------------===*/
#ifndef STACKBOUND_FLOW_H
#define STACKBOUND_FLOW_H

#include "ir.h"

/** An object and an offset in it: one thing that a pointer may point to. */
typedef struct SbTarget {
  SbObject *object;
  int64_t offset;
  const SbFact *from;   /**< the fact behind it, for the report; may be NULL */
  LLVMValueRef through; /**< loaded from memory: the store that put it there */
  SbObject *holder;     /**< ... and the object it was stored in */
  int64_t holder_offset;
} SbTarget;

typedef struct SbTargets {
  SB_VEC(SbTarget) items;
  bool unknown; /**< and possibly something that is not followed */
} SbTargets;

/* Facts. All of these only ever add; the fixpoint ends when nothing is added. */
void sb_flow_add_fact(SbFlow *flow, LLVMValueRef value, const SbTarget *target);
void sb_flow_mark_unknown(SbFlow *flow, LLVMValueRef value);
/** Everything that @p from holds, @p delta bytes further, also is in @p to. */
void sb_flow_copy_value(SbFlow *flow, LLVMValueRef to, LLVMValueRef from, int64_t delta);
/** What an operand points to. */
void sb_flow_targets_of(SbFlow *flow, LLVMValueRef value, SbTargets *out);
/** The value is not followed at all: no facts. */
bool sb_flow_has_facts(const SbFlow *flow, LLVMValueRef value);

/* Objects and their memory. */
SbObject *sb_flow_contents_object(SbFlow *flow, SbObject *param, int64_t offset, int64_t size);
SbObject *sb_flow_word_object(SbFlow *flow, SbObject *parent, int64_t offset, int64_t size);
/** Memory of @p object at [offset, size) is read by @p inst, which is looked at again when it
 * changes. */
void sb_flow_read(SbFlow *flow, SbObject *object, int64_t offset, int64_t size, bool pointers,
                  LLVMValueRef inst, SbTargets *out);
/** Everything that can be reached from the memory of @p targets at any depth is added to them. */
void sb_flow_close(SbFlow *flow, SbTargets *targets, LLVMValueRef inst);
/**
 * A pointer (target NULL: one that is not followed) is stored into @p object by @p inst; @p why
 * describes it when a callee does that, and may be NULL.
 */
void sb_flow_write(SbFlow *flow, SbObject *object, int64_t offset, int64_t size,
                   const SbTarget *target, const SbEscape *why, LLVMValueRef inst);
/** @p value (or, when the caller has them, its @p targets) is stored at every target of @p where.
 */
void sb_flow_store(SbFlow *flow, const SbTargets *what, const SbTargets *where, int64_t offset,
                   int64_t size, const SbEscape *elsewhere, LLVMValueRef inst);
/** Records an escape (the first in program order stays) and what follows from it. */
void sb_flow_escape(SbFlow *flow, const SbTarget *target, const SbEscape *why);
void sb_flow_escape_all(SbFlow *flow, const SbTargets *targets, const SbEscape *why);
/** A call that is not a plain free here may free the object. */
void sb_flow_freed(SbFlow *flow, const SbTarget *target, const SbEscape *why);
/** @p call can reach the object: it must not be a tail call if the object moves to the stack. */
void sb_flow_reaches(SbFlow *flow, SbObject *object, LLVMValueRef call);
bool sb_flow_precedes(const SbFlow *flow, LLVMValueRef a, LLVMValueRef b);

/* transfer.c: applies the rule of one instruction. */
void sb_flow_transfer(SbFlow *flow, LLVMValueRef inst);
/* calls.c */
void sb_flow_transfer_call(SbFlow *flow, LLVMValueRef call);

#endif
