/*===- heapcalls.c - what allocations and frees do with pointers -----------===*/
#include "flow.h"

#include <string.h>

static bool is_own_start(const SbTarget *target, const char *family, size_t length) {
  const SbObject *object = target->object;
  return object->kind == SB_OBJECT_SITE &&
         sb_same_family(family, length, object->site->family, object->site->family_length) &&
         sb_may_be_start(target->offset);
}

/*
 * free(p + 8), of C's and C++'s allocators, is undefined behaviour. A loop that frees the entries
 * of a list passes the list's sentinel by, which may lie in the list's own object:
 * test/exec/sentinel.c. Where nothing else can be meant the program is wrong, and stays as it is:
 * its allocator says so.
 */
static bool is_never_freed(const SbTarget *target, bool alone, const char *family, size_t length) {
  if (alone)
    return false;
  const SbObject *object = target->object;
  bool standard = (length == 6 && memcmp(family, "malloc", 6) == 0) ||
                  (length > 2 && memcmp(family, "_Z", 2) == 0);
  return standard && object->kind == SB_OBJECT_SITE &&
         sb_same_family(family, length, object->site->family, object->site->family_length) &&
         !sb_may_be_start(target->offset);
}

static void add_resize(SbFlow *flow, SbObject *object, SbFree resize) {
  /* The second bit keeps these keys apart from those of frees and of sb_flow_reaches. */
  if (sb_map_insert(&flow->arena, &flow->registered, object, (uintptr_t)resize.call | 2)) {
    sb_vec_push(&flow->arena, &object->resizes, resize);
    return;
  }
  for (unsigned i = 0; i < object->resizes.length; i++)
    if (object->resizes.data[i].call == resize.call &&
        object->resizes.data[i].offset != resize.offset)
      object->resizes.data[i].offset = SB_UNKNOWN;
}

/* Whether its slot is known is for the caller to say. */
static bool is_callers(const SbObject *object) {
  return object->kind == SB_OBJECT_PARAM || object->kind == SB_OBJECT_CONTENTS;
}

/*
 * q = realloc(p, n): q is the object of p, which stays where it is, or a new one with the same
 * contents.
 */
static void resize_target(SbFlow *flow, LLVMValueRef call, const SbSite *site,
                          const SbTarget *target) {
  if (target->object->kind == SB_OBJECT_LOCAL)
    return; /* undefined behaviour in any case */
  if (!site->null_allocates || sb_is_invoke(call) ||
      (!is_callers(target->object) && !is_own_start(target, site->family, site->family_length))) {
    SbEscape why = sb_call_why(flow, call, 0, SB_REASON_REALLOCATED);
    sb_flow_escape(flow, target, &why);
    return;
  }
  int64_t start = is_callers(target->object) ? target->offset : 0;
  SbTarget same = {.object = target->object, .offset = start, .from = target->from};
  SbTarget fresh = {.object = sb_flow_site_object(flow, site)};
  SbTargets where = {0};
  SbEscape nowhere = {0};
  sb_vec_push(&flow->arena, &where.items, fresh);
  sb_flow_add_fact(flow, call, &same);
  sb_call_copy_contents(flow, target->object, start, SB_UNKNOWN, &where, &nowhere, call);
  add_resize(flow, target->object,
             (SbFree){.call = call,
                      .value = LLVMGetOperand(call, 0),
                      .family = site->family,
                      .family_length = site->family_length,
                      .offset = start});
}

void sb_call_resizes_inside(SbFlow *flow, LLVMValueRef call, const SbEffect *effect,
                            const SbTargets *targets, const SbEscape *why) {
  for (unsigned i = 0; i < targets->items.length; i++) {
    SbTarget target = targets->items.data[i];
    target.offset = sb_add_offsets(target.offset, effect->value_offset);
    if (target.object->kind == SB_OBJECT_LOCAL)
      continue; /* undefined behaviour in any case */
    if (is_callers(target.object) || is_own_start(&target, effect->family, effect->family_length))
      add_resize(flow, target.object,
                 (SbFree){.call = call,
                          .family = effect->family,
                          .family_length = effect->family_length,
                          .offset = target.offset});
    else
      sb_flow_escape(flow, &target, why);
  }
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
  } else if (site->kind == SBX_ALLOC_COPY || site->kind == SBX_ALLOC_PREFIX ||
             site->kind == SBX_ALLOC_OTHER) {
    /* The bytes of a string: pointers among them are not followed. */
    SbTargets source = {0};
    sb_flow_targets_of(flow, LLVMGetOperand(call, 0), &source);
    SbTargets inside = sb_call_reachable(flow, &source, call);
    SbEscape why = sb_call_why(flow, call, 0, SB_REASON_PASSED_TO_CALL);
    sb_flow_escape_all(flow, &inside, &why);
    sb_flow_write(flow, object, SB_UNKNOWN, SB_UNKNOWN, NULL, NULL, call);
  }
}

/* One entry for each call and object, which only gets less certain when the call is run again. */
static void add_free(SbFlow *flow, SbObject *object, SbFree freed) {
  /* The low bits keep these keys apart from those of sb_flow_reaches and of resizes. */
  uintptr_t key = (uintptr_t)freed.call | (freed.value ? 1 : 3);
  if (sb_map_insert(&flow->arena, &flow->registered, object, key)) {
    sb_vec_push(&flow->arena, &object->frees, freed);
    return;
  }
  for (unsigned i = 0; i < object->frees.length; i++) {
    SbFree *entry = &object->frees.data[i];
    if (entry->call != freed.call || entry->value != freed.value ||
        !sb_same_family(entry->family, entry->family_length, freed.family, freed.family_length))
      continue;
    entry->alone &= freed.alone;
    if (entry->offset != freed.offset)
      entry->offset = SB_UNKNOWN;
    return;
  }
  sb_vec_push(&flow->arena, &object->frees, freed); /* a callee frees it in two families */
}

/* A free whose call cannot simply be left out. */
static const char *why_irremovable(LLVMValueRef call) {
  if (LLVMGetTypeKind(LLVMTypeOf(call)) != LLVMVoidTypeKind)
    return "freed by a call that returns something";
  return LLVMGetNumOperandBundles(call) ? "freed by a call with operand bundles" : NULL;
}

/* The caller's object: whether its free can be left out is for the caller to say. */
static void free_parameter(SbFlow *flow, const SbTarget *target, const SbFree *freed,
                           const SbEscape *why) {
  bool named =
      target->object->kind == SB_OBJECT_PARAM || target->object->kind == SB_OBJECT_CONTENTS;
  if (!named || why_irremovable(freed->call)) {
    sb_flow_freed(flow, target, why);
    return;
  }
  add_free(flow, target->object, *freed);
  sb_flow_freed_inside(flow, target, why);
}

/* p = malloc(1); operator delete(p): left as it is, with the object */
static void mismatched_free(SbFlow *flow, const SbTarget *target, SbEscape why) {
  const SbObject *object = target->object;
  why.reason = SB_REASON_OTHER;
  why.subject = SB_SUBJECT_NOTE;
  why.name = sb_arena_printf(&flow->state->arena, "freed by '%s', which does not match '%s'",
                             why.name ? why.name : "a function", object->site->allocator);
  sb_flow_escape(flow, target, &why);
}

static void free_site(SbFlow *flow, const SbTarget *target, const SbFree *freed,
                      const SbEscape *why) {
  SbEscape irremovable = {.reason = SB_REASON_OTHER,
                          .subject = SB_SUBJECT_NOTE,
                          .name = why_irremovable(freed->call),
                          .at = freed->call};
  if (irremovable.name)
    sb_flow_escape(flow, target, &irremovable);
  else if (is_own_start(target, freed->family, freed->family_length))
    add_free(flow, target->object, *freed);
  else
    mismatched_free(flow, target, *why);
}

void sb_call_free(SbFlow *flow, LLVMValueRef call, LLVMValueRef value, const char *family,
                  size_t length) {
  SbTargets targets = {0};
  sb_flow_targets_of(flow, value, &targets);
  SbEscape why = sb_call_why(flow, call, 0, SB_REASON_FREED_ELSEWHERE);
  SbFree freed = {.call = call, .value = value, .family = family, .family_length = length};
  freed.alone = targets.items.length == 1 && !targets.unknown;
  for (unsigned i = 0; i < targets.items.length; i++) {
    SbTarget *target = &targets.items.data[i];
    freed.offset = target->offset;
    if (is_never_freed(target, freed.alone, family, length))
      continue;
    if (target->object->kind == SB_OBJECT_SITE)
      free_site(flow, target, &freed, &why);
    else if (target->object->kind != SB_OBJECT_LOCAL) /* that is undefined behaviour in any case */
      free_parameter(flow, target, &freed, &why);
  }
}

void sb_call_frees_inside(SbFlow *flow, LLVMValueRef call, const SbEffect *effect,
                          const SbTargets *targets, const SbEscape *why) {
  SbFree freed = {.call = call, .family = effect->family, .family_length = effect->family_length};
  freed.alone = effect->alone && targets->items.length == 1 && !targets->unknown;
  for (unsigned i = 0; i < targets->items.length; i++) {
    SbTarget target = targets->items.data[i];
    target.offset = sb_add_offsets(target.offset, effect->value_offset);
    freed.offset = target.offset;
    if (is_never_freed(&target, freed.alone, freed.family, freed.family_length))
      continue;
    switch (target.object->kind) {
    case SB_OBJECT_LOCAL:
      break; /* undefined behaviour in any case */
    case SB_OBJECT_WORD:
      sb_flow_freed(flow, &target, why);
      break;
    case SB_OBJECT_SITE:
      if (!is_own_start(&target, freed.family, freed.family_length)) {
        mismatched_free(flow, &target, *why);
        break;
      }
      /* fall through */
    case SB_OBJECT_PARAM:
    case SB_OBJECT_CONTENTS:
      add_free(flow, target.object, freed);
      sb_flow_freed_inside(flow, &target, why);
      break;
    }
  }
}
