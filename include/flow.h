/*===- flow.h - shared by the files that follow pointers ------------------===*
 *
 * flow.c      nodes, facts, objects, escapes, the fixpoint
 * memory.c    what is stored in objects, and who reads it
 * transfer.c  what one instruction does
 * distance.c  differences and order of pointers
 * calls.c     what one call does: dispatch, intrinsics, what the following share
 * heapcalls.c allocations and frees
 * callees.c   callees with a summary, or known by attributes
 * libcalls.c  library functions with a row in libcalls.def
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
  bool unknown;     /**< and possibly something that is not followed */
  SbMap index;      /**< of a long list: SbObject -> its position, counted from 1 */
  unsigned indexed; /**< items that are in the index */
} SbTargets;

/* Facts. All of these only ever add; the fixpoint ends when nothing is added. */
void sb_flow_add_fact(SbFlow *flow, LLVMValueRef value, const SbTarget *target);
void sb_flow_mark_unknown(SbFlow *flow, LLVMValueRef value);
/** Everything that @p from holds, @p delta bytes further, also is in @p to. */
void sb_flow_copy_value(SbFlow *flow, LLVMValueRef to, LLVMValueRef from, int64_t delta);
/** What an operand points to. */
void sb_flow_targets_of(SbFlow *flow, LLVMValueRef value, SbTargets *out);
/** Adds it to the list, unless that has it. */
void sb_flow_add_target(SbFlow *flow, SbTargets *out, const SbTarget *target);
/** The step that a report shows before this one, or NULL. */
const SbFact *sb_flow_fact_behind(SbFlow *flow, const SbTarget *target);
/** The value is not followed at all: no facts. */
bool sb_flow_has_facts(const SbFlow *flow, LLVMValueRef value);

/* Objects and their memory. */
/** What the pointers at [offset, offset + size) of @p parent lead to on entry. */
SbObject *sb_flow_contents_object(SbFlow *flow, SbObject *parent, int64_t offset, int64_t size);
SbObject *sb_flow_word_object(SbFlow *flow, SbObject *parent, int64_t offset, int64_t size);
/** Memory of @p object at [offset, size) is read by @p inst, which is looked at again when it
 * changes. */
void sb_flow_read(SbFlow *flow, SbObject *object, int64_t offset, int64_t size, bool pointers,
                  LLVMValueRef inst, SbTargets *out);
/** What has read the object's memory is looked at again. */
void sb_flow_enqueue_readers(SbFlow *flow, const SbObject *object);
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
/**
 * The caller gets the object, by its result or (@p shared) by memory that it can see: it decides
 * about it where that is possible, and otherwise the object escapes. What it holds goes with it.
 */
void sb_flow_leave(SbFlow *flow, const SbTarget *target, const SbEscape *why, bool shared);
/** Its memory may hold what this function has not stored there. */
bool sb_has_entry_memory(const SbObject *object);
/** A callee frees the object where a copy of the callee need not. */
void sb_flow_freed_inside(SbFlow *flow, const SbTarget *target, const SbEscape *why);
/** A call that is not a plain free here may free the object. */
void sb_flow_freed(SbFlow *flow, const SbTarget *target, const SbEscape *why);
/** @p call can reach the object: it must not be a tail call if the object moves to the stack. */
void sb_flow_reaches(SbFlow *flow, SbObject *object, LLVMValueRef call);
bool sb_flow_precedes(const SbFlow *flow, LLVMValueRef a, LLVMValueRef b);

/* transfer.c: applies the rule of one instruction. */
void sb_flow_transfer(SbFlow *flow, LLVMValueRef inst);
/* distance.c: false means that both objects escape. */
/** @p inst, a difference or a comparison, gives no address away: both pointers are to one object,
 * or the callers of the function know whether they are. */
bool sb_flow_measure(SbFlow *flow, LLVMValueRef inst, LLVMValueRef left, LLVMValueRef right);
/** The addition or subtraction @p inst is part of a sum in which two pointers make such a
 * difference, or it is not known yet. */
bool sb_flow_measure_sum(SbFlow *flow, LLVMValueRef inst);
/** The same of all that two pointers may point to. */
bool sb_flow_measure_targets(SbFlow *flow, const SbTargets *from, const SbTargets *to,
                             const SbEscape *why);
/** The same of two arguments of @p call. */
bool sb_flow_measure_arguments(SbFlow *flow, LLVMValueRef call, unsigned from, unsigned to,
                               const SbEscape *why);
/* calls.c */
void sb_flow_transfer_call(SbFlow *flow, LLVMValueRef call);
/** An escape (or free) by a call, whose reason concerns the callee. */
SbEscape sb_call_why(SbFlow *flow, LLVMValueRef call, unsigned argument, SbReason reason);
void sb_call_escape_argument(SbFlow *flow, LLVMValueRef call, unsigned argument, SbReason reason);
/** The call's result may be any of these. */
void sb_call_add_result(SbFlow *flow, LLVMValueRef call, const SbTargets *targets);
void sb_call_mark_result(SbFlow *flow, LLVMValueRef call);
/** What can be reached through the memory behind @p targets, at any depth, without themselves. */
SbTargets sb_call_reachable(SbFlow *flow, const SbTargets *targets, LLVMValueRef call);
/** @p what (NULL: something that is not followed) is stored at @p delta behind every target of @p
 * where. */
void sb_call_write(SbFlow *flow, const SbTargets *where, int64_t delta, int64_t size,
                   const SbTarget *what, const SbEscape *elsewhere, LLVMValueRef call);
/** What @p source holds at [offset, offset + length) is copied to every target of @p where. */
void sb_call_copy_contents(SbFlow *flow, SbObject *source, int64_t offset, int64_t length,
                           const SbTargets *where, const SbEscape *elsewhere, LLVMValueRef call);
/** memcpy from argument @p from to argument @p to; SB_UNKNOWN: of unknown length. */
void sb_call_copy(SbFlow *flow, LLVMValueRef call, unsigned to, unsigned from, int64_t length);
bool sb_call_is_variadic(LLVMValueRef call, unsigned argument);
void sb_targets_shift(SbTargets *targets, int64_t delta);

/* heapcalls.c */
void sb_call_site(SbFlow *flow, LLVMValueRef call, const SbSite *site);
void sb_call_free(SbFlow *flow, LLVMValueRef call, LLVMValueRef value, const char *family,
                  size_t length);

/** A callee frees what @p targets point to, where a copy of the callee need not. */
void sb_call_frees_inside(SbFlow *flow, LLVMValueRef call, const SbEffect *effect,
                          const SbTargets *targets, const SbEscape *why);

/** The same for a callee that resizes them; where that cannot be rewritten they escape. */
void sb_call_resizes_inside(SbFlow *flow, LLVMValueRef call, const SbEffect *effect,
                            const SbTargets *targets, const SbEscape *why);

/* callees.c */
/**
 * Applies a summary; arguments from number @p fixed on are variadic. @p copied: the call can go to
 * a copy of the callee.
 */
void sb_call_by_summary(SbFlow *flow, LLVMValueRef call, const SbSummary *summary, unsigned fixed,
                        bool copied);
void sb_call_by_attributes(SbFlow *flow, LLVMValueRef call);
/** One argument by attributes; @p call_effects is sbx_call_effects of the call. */
void sb_call_argument(SbFlow *flow, LLVMValueRef call, unsigned argument, unsigned call_effects);

/* libcalls.c */
/** The letters of the callee's row in libcalls.def, or NULL when it has none or the row does not
 * hold here. */
const char *sb_libcall_letters(SbFlow *flow, LLVMValueRef call, LLVMValueRef callee);
/** The call is of a library function whose result points into an argument, or is null. */
bool sb_libcall_finds(SbFlow *flow, LLVMValueRef call);
void sb_call_by_letters(SbFlow *flow, LLVMValueRef call, const char *letters);

#endif
