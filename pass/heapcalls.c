/*===- heapcalls.c - what allocations and frees do with pointers -----------===*/
#include "flow.h"

static bool is_own_start(const SbTarget *target, const char *family, size_t length) {
  const SbObject *object = target->object;
  return object->kind == SB_OBJECT_SITE &&
         sb_same_family(family, length, object->site->family, object->site->family_length) &&
         (target->offset == 0 || target->offset == SB_UNKNOWN);
}

/*
 * q = realloc(p, n): q is the object of p, which stays where it is, or a new one with the same
 * contents. Objects of the caller's are left to it.
 */
static void resize_target(SbFlow *flow, LLVMValueRef call, const SbSite *site,
                          const SbTarget *target) {
  if (target->object->kind == SB_OBJECT_LOCAL)
    return; /* undefined behaviour in any case */
  if (!site->null_allocates || sb_is_invoke(call) ||
      !is_own_start(target, site->family, site->family_length)) {
    SbEscape why = sb_call_why(flow, call, 0, SB_REASON_REALLOCATED);
    sb_flow_escape(flow, target, &why);
    return;
  }
  SbTarget same = {.object = target->object, .from = target->from};
  SbTarget fresh = {.object = sb_flow_site_object(flow, site)};
  SbTargets where = {0};
  SbEscape nowhere = {0};
  sb_vec_push(&flow->arena, &where.items, fresh);
  sb_flow_add_fact(flow, call, &same);
  sb_call_copy_contents(flow, target->object, 0, SB_UNKNOWN, &where, &nowhere, call);
  /* The second bit keeps these keys apart from those of frees and of sb_flow_reaches. */
  if (sb_map_insert(&flow->arena, &flow->registered, target->object, (uintptr_t)call | 2))
    sb_vec_push(&flow->arena, &target->object->resizes, ((SbFree){call, LLVMGetOperand(call, 0)}));
}

static void transfer_resize(SbFlow *flow, LLVMValueRef call, const SbSite *site) {
  unsigned arguments = LLVMGetNumArgOperands(call);
  for (unsigned i = 0; i < arguments; i++)
    if (i || !site->null_allocates)
      sb_call_escape_argument(flow, call, i, SB_REASON_REALLOCATED);
  SbTargets targets = {0};
  sb_flow_targets_of(flow, LLVMGetOperand(call, 0), &targets);
  for (unsigned i = 0; i < targets.items.length; i++)
    resize_target(flow, call, site, &targets.items.data[i]);
  if (targets.unknown || !site->null_allocates)
    sb_flow_write(flow, sb_flow_site_object(flow, site), SB_UNKNOWN, SB_UNKNOWN, NULL, NULL, call);
}

void sb_call_site(SbFlow *flow, LLVMValueRef call, const SbSite *site) {
  SbObject *object = sb_flow_site_object(flow, site);
  if (site->kind == SBX_ALLOC_OUTPARAM) {
    /* posix_memalign(&p, ..): a store of the new pointer through argument 0 */
    SbTargets what = {0}, where = {0};
    SbTarget fresh = {.object = object};
    sb_vec_push(&flow->arena, &what.items, fresh);
    sb_flow_targets_of(flow, LLVMGetOperand(call, 0), &where);
    SbEscape elsewhere = {.reason = SB_REASON_STORED_TO_HEAP, .at = call};
    sb_flow_store(flow, &what, &where, 0, flow->state->pointer_size, &elsewhere, call);
  } else if (site->kind == SBX_ALLOC_RESIZE) {
    transfer_resize(flow, call, site);
  } else if (site->kind == SBX_ALLOC_COPY || site->kind == SBX_ALLOC_OTHER) {
    /* The bytes of a string: pointers among them are not followed. */
    SbTargets source = {0};
    sb_flow_targets_of(flow, LLVMGetOperand(call, 0), &source);
    SbTargets inside = sb_call_reachable(flow, &source, call);
    SbEscape why = sb_call_why(flow, call, 0, SB_REASON_PASSED_TO_CALL);
    sb_flow_escape_all(flow, &inside, &why);
    sb_flow_write(flow, object, SB_UNKNOWN, SB_UNKNOWN, NULL, NULL, call);
  }
}

static void add_free(SbFlow *flow, SbObject *object, LLVMValueRef call, LLVMValueRef value) {
  /* The low bit keeps these keys apart from those of sb_flow_reaches. */
  if (sb_map_insert(&flow->arena, &flow->registered, object, (uintptr_t)call | 1))
    sb_vec_push(&flow->arena, &object->frees, ((SbFree){call, value}));
}

/* A free whose call cannot simply be left out. */
static const char *why_irremovable(LLVMValueRef call) {
  if (LLVMGetTypeKind(LLVMTypeOf(call)) != LLVMVoidTypeKind)
    return "freed by a call that returns something";
  return LLVMGetNumOperandBundles(call) ? "freed by a call with operand bundles" : NULL;
}

void sb_call_free(SbFlow *flow, LLVMValueRef call, LLVMValueRef value, const char *family,
                  size_t length) {
  SbTargets targets = {0};
  sb_flow_targets_of(flow, value, &targets);
  for (unsigned i = 0; i < targets.items.length; i++) {
    SbTarget *target = &targets.items.data[i];
    SbObject *object = target->object;
    if (object->kind == SB_OBJECT_LOCAL)
      continue; /* undefined behaviour in any case */
    if (object->kind != SB_OBJECT_SITE) {
      SbEscape why = sb_call_why(flow, call, 0, SB_REASON_FREED_ELSEWHERE);
      sb_flow_freed(flow, target, &why);
    } else if (why_irremovable(call)) {
      SbEscape why = {.reason = SB_REASON_OTHER, .subject = SB_SUBJECT_NOTE, .at = call};
      why.name = why_irremovable(call);
      sb_flow_escape(flow, target, &why);
    } else if (is_own_start(target, family, length)) {
      add_free(flow, object, call, value);
    } else {
      /* p = malloc(1); operator delete(p): left as it is, with the object */
      SbEscape why = sb_call_why(flow, call, 0, SB_REASON_OTHER);
      why.subject = SB_SUBJECT_NOTE;
      why.name = sb_arena_printf(&flow->state->arena, "freed by '%s', which does not match '%s'",
                                 why.name, object->site->allocator);
      sb_flow_escape(flow, target, &why);
    }
  }
}
