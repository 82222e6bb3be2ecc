/*===- calls.c - what one call does with pointers --------------------------===*
 *
 * In this order: a recognised allocation or free; an intrinsic or library
 * function with a row of its own; a callee whose body is certain (its summary);
 * attributes; and otherwise the pointer escapes.
 *
 *===----------------------------------------------------------------------===*/
#include "flow.h"

#include <string.h>

/* An escape (or free) at a call, whose reason concerns the callee. */
SbEscape sb_call_why(SbFlow *flow, LLVMValueRef call, unsigned argument, SbReason reason) {
  SbEscape why = {.reason = reason, .at = call, .argument = argument};
  if (reason == SB_REASON_POINTER_TO_INTEGER || reason == SB_REASON_POINTER_COMPARED)
    return why; /* their sentences are complete */
  why.name = sb_callee_name(flow->state, call);
  why.subject = why.name ? SB_SUBJECT_CALLEE : SB_SUBJECT_NOTE;
  if (!why.name)
    why.name = LLVMIsAInlineAsm(LLVMGetCalledValue(call)) ? "inline assembly"
                                                          : "a function called through a pointer";
  return why;
}

void sb_call_escape_argument(SbFlow *flow, LLVMValueRef call, unsigned argument, SbReason reason) {
  LLVMValueRef operand = LLVMGetOperand(call, argument);
  if (!sb_flow_has_facts(flow, operand))
    return;
  SbTargets targets = {0};
  sb_flow_targets_of(flow, operand, &targets);
  SbEscape why = sb_call_why(flow, call, argument, reason);
  sb_flow_escape_all(flow, &targets, &why);
}

void sb_call_add_result(SbFlow *flow, LLVMValueRef call, const SbTargets *targets) {
  if (LLVMGetTypeKind(LLVMTypeOf(call)) == LLVMVoidTypeKind)
    return;
  for (unsigned i = 0; i < targets->items.length; i++)
    sb_flow_add_fact(flow, call, &targets->items.data[i]);
  if (targets->unknown && sb_holds_pointers(LLVMTypeOf(call)))
    sb_flow_mark_unknown(flow, call);
}

void sb_call_mark_result(SbFlow *flow, LLVMValueRef call) {
  if (sb_holds_pointers(LLVMTypeOf(call)))
    sb_flow_mark_unknown(flow, call);
}

/* The memory behind all of `targets`, at any depth, without themselves. */
SbTargets sb_call_reachable(SbFlow *flow, const SbTargets *targets, LLVMValueRef call) {
  SbTargets reached = {0};
  for (unsigned i = 0; i < targets->items.length; i++)
    sb_flow_read(flow, targets->items.data[i].object, SB_UNKNOWN, SB_UNKNOWN, true, call, &reached);
  sb_flow_close(flow, &reached, call);
  return reached;
}

bool sb_call_is_variadic(LLVMValueRef call, unsigned argument) {
  return argument >= LLVMCountParamTypes(LLVMGetCalledFunctionType(call));
}

void sb_targets_shift(SbTargets *targets, int64_t delta) {
  for (unsigned i = 0; i < targets->items.length; i++)
    targets->items.data[i].offset = sb_add_offsets(targets->items.data[i].offset, delta);
}

/*===- Copies ---------------------------------------------------------------------------------===*/

void sb_call_write(SbFlow *flow, const SbTargets *where, int64_t delta, int64_t size,
                   const SbTarget *what, const SbEscape *elsewhere, LLVMValueRef call) {
  SbTargets one = {.unknown = what == NULL};
  if (what)
    sb_vec_push(&flow->arena, &one.items, *what);
  sb_flow_store(flow, &one, where, delta, size, elsewhere, call);
}

/* Copies what `source` holds at [offset, offset + length): explicit pointers keep their places. */
void sb_call_copy_contents(SbFlow *flow, SbObject *source, int64_t offset, int64_t length,
                           const SbTargets *where, const SbEscape *elsewhere, LLVMValueRef call) {
  SbTargets ignored = {0};
  sb_flow_read(flow, source, offset, length, true, call,
               &ignored); /* looked at again when it grows */
  if (source->escape.reason || source->kind == SB_OBJECT_WORD) {
    sb_call_write(flow, where, 0, length, NULL, elsewhere, call);
    return;
  }
  bool exact = sb_is_exact(offset);
  sb_range_of(&offset, &length);
  unsigned count = source->contents.length; /* more may come when source is the destination, too */
  for (unsigned i = 0; i < count; i++) {
    SbContent content = source->contents.data[i];
    if (!sb_ranges_overlap(content.offset, content.size, offset, length))
      continue;
    bool placed = exact && content.offset != SB_UNKNOWN && content.offset >= offset;
    int64_t delta = placed ? content.offset - offset : SB_UNKNOWN;
    SbTarget target = {.object = content.target,
                       .offset = content.target_offset,
                       .from = content.from,
                       .through = content.at,
                       .holder = source,
                       .holder_offset = content.offset};
    sb_call_write(flow, where, delta, placed ? content.size : SB_UNKNOWN,
                  content.target ? &target : NULL, elsewhere, call);
  }
  if (sb_has_entry_memory(source)) {
    SbTarget entry = {.object = sb_flow_contents_object(flow, source, offset, length)};
    sb_call_write(flow, where, 0, length, &entry, elsewhere, call);
  }
}

/* memcpy(to, from, length) and its like */
void sb_call_copy(SbFlow *flow, LLVMValueRef call, unsigned to, unsigned from, int64_t length) {
  SbTargets where = {0}, source = {0};
  sb_flow_targets_of(flow, LLVMGetOperand(call, to), &where);
  sb_flow_targets_of(flow, LLVMGetOperand(call, from), &source);
  if ((!where.items.length && !source.items.length) || SB_BROKEN(COPY))
    return;
  if (length < 0)
    length = SB_UNKNOWN;
  SbEscape elsewhere = sb_call_why(flow, call, to, SB_REASON_STORED_TO_HEAP);
  for (unsigned i = 0; i < source.items.length; i++)
    sb_call_copy_contents(flow, source.items.data[i].object, source.items.data[i].offset, length,
                          &where, &elsewhere, call);
  if (source.unknown) /* also a table of constants may hold addresses */
    sb_call_write(flow, &where, 0, length, NULL, &elsewhere, call);
}

static void transfer_set(SbFlow *flow, LLVMValueRef call) {
  if (sb_is_null_like(LLVMGetOperand(call, 1)))
    return; /* null pointers */
  SbTargets where = {0};
  sb_flow_targets_of(flow, LLVMGetOperand(call, 0), &where);
  SbEscape elsewhere = {0};
  sb_call_write(flow, &where, 0, SB_UNKNOWN, NULL, &elsewhere, call);
}

/*===- Intrinsics -----------------------------------------------------------------------------===*/

typedef enum IntrinsicRole {
  ROLE_NONE,
  ROLE_IGNORE,
  ROLE_PASS,
  ROLE_MOVE,
  ROLE_KEEP,
  ROLE_COPY,
  ROLE_SET
} IntrinsicRole;

static IntrinsicRole intrinsic_role(const SbState *state, LLVMValueRef callee) {
  static const IntrinsicRole roles[] = {
#define SB_INTRINSIC(FIELD, NAME, ROLE) ROLE_##ROLE,
#include "intrinsics.def"
#undef SB_INTRINSIC
  };
  unsigned id = callee ? LLVMGetIntrinsicID(callee) : 0;
  for (unsigned i = 0; id && i < SB_INTRINSIC_COUNT; i++)
    if (state->intrinsics[i] == id)
      return roles[i];
  return ROLE_NONE;
}

/* What LLVM may conclude from it would hold for one object of a slot only. */
static void keep_argument(SbFlow *flow, LLVMValueRef call, unsigned argument) {
  SbTargets targets = {0};
  sb_flow_targets_of(flow, LLVMGetOperand(call, argument), &targets);
  SbEscape why = {.reason = SB_REASON_OTHER,
                  .subject = SB_SUBJECT_NOTE,
                  .name = "declared invariant",
                  .at = call};
  sb_flow_escape_all(flow, &targets, &why);
}

static void transfer_intrinsic(SbFlow *flow, LLVMValueRef call, IntrinsicRole role) {
  switch (role) {
  case ROLE_NONE:
  case ROLE_IGNORE:
    return;
  case ROLE_PASS:
    sb_flow_copy_value(flow, call, LLVMGetOperand(call, 0), 0);
    return;
  case ROLE_MOVE:
    sb_flow_copy_value(flow, call, LLVMGetOperand(call, 0), SB_UNKNOWN);
    return;
  case ROLE_KEEP:
    keep_argument(flow, call, 1);
    return;
  case ROLE_COPY:
    sb_call_copy(flow, call, 0, 1, sb_constant_int(LLVMGetOperand(call, 2)));
    return;
  case ROLE_SET:
    transfer_set(flow, call);
    return;
  }
}

/*===- Dispatch -------------------------------------------------------------------------------===*/

/* Every kind of operand counts: arguments are handled by the rules below, the callee and bundles
 * here. */
static void transfer_other_operands(SbFlow *flow, LLVMValueRef call, bool assume) {
  unsigned arguments = LLVMGetNumArgOperands(call);
  unsigned count = (unsigned)LLVMGetNumOperands(call);
  LLVMValueRef callee = LLVMGetCalledValue(call);
  for (unsigned i = arguments; i < count; i++) {
    LLVMValueRef operand = LLVMGetOperand(call, i);
    if (!sb_flow_has_facts(flow, operand))
      continue;
    SbTargets targets = {0};
    sb_flow_targets_of(flow, operand, &targets);
    SbEscape why = {.reason = SB_REASON_OTHER, .subject = SB_SUBJECT_NOTE, .at = call};
    why.name = operand == callee ? "called as a function" : "used by an operand bundle";
    for (unsigned k = 0; k < targets.items.length; k++) {
      SbObjectKind kind = targets.items.data[k].object->kind;
      /* Calling a function pointer of the caller's keeps nothing. */
      bool own = kind == SB_OBJECT_SITE || kind == SB_OBJECT_LOCAL;
      if (operand == callee ? own : !assume)
        sb_flow_escape(flow, &targets.items.data[k], &why);
    }
  }
}

/* Objects behind the arguments, and with `deep` all that they lead to, may be used by the callee's
 * frame. */
static void mark_reachable(SbFlow *flow, LLVMValueRef call, bool deep) {
  unsigned arguments = LLVMGetNumArgOperands(call);
  SbTargets reached = {0};
  for (unsigned i = 0; i < arguments; i++)
    if (sb_flow_has_facts(flow, LLVMGetOperand(call, i)))
      sb_flow_targets_of(flow, LLVMGetOperand(call, i), &reached);
  unsigned epoch = ++flow->epoch;
  for (unsigned i = 0; i < reached.items.length; i++) {
    SbObject *object = reached.items.data[i].object;
    if (object->mark == epoch ||
        (object->kind != SB_OBJECT_SITE && object->kind != SB_OBJECT_LOCAL))
      continue;
    object->mark = epoch;
    sb_flow_reaches(flow, object, call);
    if (deep)
      sb_flow_read(flow, object, SB_UNKNOWN, SB_UNKNOWN, true, call, &reached);
  }
}

/* pool_alloc(arena, n), pool_free(arena, p): the allocator may keep or free what else it is given.
 */
static void transfer_side_arguments(SbFlow *flow, LLVMValueRef call, LLVMValueRef own) {
  unsigned call_effects = sbx_call_effects(flow->state->bridge, call);
  unsigned arguments = LLVMGetNumArgOperands(call);
  for (unsigned i = 0; i < arguments; i++)
    if (LLVMGetOperand(call, i) != own)
      sb_call_argument(flow, call, i, call_effects);
}

static void transfer_asm(SbFlow *flow, LLVMValueRef call) {
  unsigned arguments = LLVMGetNumArgOperands(call);
  for (unsigned i = 0; i < arguments && !SB_BROKEN(ASSEMBLY); i++)
    sb_call_escape_argument(flow, call, i, SB_REASON_PASSED_TO_CALL);
  sb_call_mark_result(flow, call);
}

static bool passes_followed_pointers(const SbFlow *flow, LLVMValueRef call) {
  unsigned arguments = LLVMGetNumArgOperands(call);
  for (unsigned i = 0; i < arguments; i++)
    if (sb_flow_has_facts(flow, LLVMGetOperand(call, i)))
      return true;
  return false;
}

static bool can_be_copied(const SbSummary *summary) {
  bool result = summary->made.length || summary->needs_copy;
  for (unsigned i = 0; i < summary->effects.length && !result; i++)
    result = sb_is_rewritable_in_copy(&summary->effects.data[i]);
  return result;
}

/*
 * The callee's summary, when it holds for this call; *copied when the call can go to a copy of the
 * callee. What the linker may replace (an inline function of C++) is trusted only as such a copy,
 * and where that may move something: otherwise its result would have to come from the copy for
 * nothing.
 */
static const SbSummary *usable_summary(SbFlow *flow, LLVMValueRef call, LLVMValueRef callee,
                                       bool *copied) {
  const SbSummary *summary = callee ? sb_summary_of(flow->state, callee) : NULL;
  *copied = summary && can_be_copied(summary) && sb_can_redirect(flow->state, call, callee);
  if (!summary || !summary->needs_copy)
    return summary;
  if (!*copied || (!summary->made.length && !passes_followed_pointers(flow, call)))
    return NULL;
  if (sb_map_insert(&flow->arena, &flow->registered, &flow->trusted, (uintptr_t)call))
    sb_vec_push(&flow->arena, &flow->trusted, call);
  return summary;
}

static void transfer_ordinary_call(SbFlow *flow, LLVMValueRef call, LLVMValueRef callee) {
  bool copied;
  mark_reachable(flow, call, true);
  const SbSummary *summary = usable_summary(flow, call, callee, &copied);
  const char *letters = summary ? NULL : sb_libcall_letters(flow, call, callee);
  if (copied && sb_map_insert(&flow->arena, &flow->registered, &flow->copied, (uintptr_t)call))
    sb_vec_push(&flow->arena, &flow->copied, call);
  if (summary)
    sb_call_by_summary(flow, call, summary, LLVMCountParams(callee), copied);
  else if (letters)
    sb_call_by_letters(flow, call, letters);
  else
    sb_call_by_attributes(flow, call);
  if (summary && summary->needs_copy && !sb_flow_has_facts(flow, call))
    sb_call_mark_result(flow, call); /* nothing that would send the call to a copy */
}

void sb_flow_transfer_call(SbFlow *flow, LLVMValueRef call) {
  LLVMValueRef callee = sb_direct_callee(call);
  IntrinsicRole role = intrinsic_role(flow->state, callee);
  transfer_other_operands(flow, call, role == ROLE_IGNORE);
  if (role != ROLE_NONE) {
    mark_reachable(flow, call, false);
    transfer_intrinsic(flow, call, role);
    return;
  }
  const SbSite *site = sb_map_get(&flow->state->sites, call, 0);
  const char *family;
  size_t length;
  LLVMValueRef freed = sbx_freed_operand(flow->state->bridge, call, &family, &length);
  if (site) {
    LLVMValueRef own = site->kind == SBX_ALLOC_OUTPARAM || site->kind == SBX_ALLOC_RESIZE
                           ? LLVMGetOperand(call, 0)
                           : NULL;
    mark_reachable(flow, call, true);
    sb_call_site(flow, call, site);
    transfer_side_arguments(flow, call, own);
  } else if (freed) {
    mark_reachable(flow, call, false);
    transfer_side_arguments(flow, call, freed);
    sb_call_free(flow, call, freed, family, length);
  } else if (LLVMIsAInlineAsm(LLVMGetCalledValue(call))) {
    transfer_asm(flow, call);
  } else {
    transfer_ordinary_call(flow, call, callee);
  }
}
