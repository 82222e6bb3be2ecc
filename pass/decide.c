/*===- decide.c - what becomes of each site --------------------------------===*
 *
 * requires  the flow of the function, final
 * maintains one decision per site; the IR is not touched
 *
 * The order of the checks is the order of preference among reasons: opt-outs,
 * escapes, loops, sizes; budget.c then shares the frame among those that remain.
 *
 *===----------------------------------------------------------------------===*/
#include "ir.h"

#include <stdlib.h>
#include <string.h>

/* MAX_ALIGN: larger alignments cost more frame than they save. */
enum { MAX_ALIGN = 256, MAX_USE_ALIGN = 64 };

/*===- Opt-outs -------------------------------------------------------------------------------===*/

static bool is_attribute_off(LLVMValueRef function) {
  LLVMAttributeRef attribute = LLVMGetStringAttributeAtIndex(
      function, (LLVMAttributeIndex)LLVMAttributeFunctionIndex, "heap-to-stack", 13);
  if (!attribute)
    return false;
  unsigned length;
  const char *text = LLVMGetStringAttributeValue(attribute, &length);
  return length == 3 && memcmp(text, "off", 3) == 0;
}

static SbEscape reason_with_note(SbReason reason, const char *note) {
  return (SbEscape){
      .reason = reason, .subject = note ? SB_SUBJECT_NOTE : SB_SUBJECT_NONE, .name = note};
}

const char *sb_why_disabled(SbState *state, LLVMValueRef function) {
  static const char *const attributes[][2] = {
      {"optnone", "the function is not optimised"},
      {"naked", "the function is naked"},
      {"sanitize_address", "AddressSanitizer watches it"},
      {"sanitize_hwaddress", "HWAddressSanitizer watches it"},
      {"sanitize_memory", "MemorySanitizer watches it"},
      {"sanitize_memtag", "MemTagSanitizer watches it"},
      {"presplitcoroutine", "the function is a coroutine"},
  };
  for (size_t i = 0; i < sizeof attributes / sizeof *attributes; i++)
    if (sb_has_attribute(function, attributes[i][0]))
      return attributes[i][1];
  if (is_attribute_off(function) || sb_map_get(&state->opted_out, function, 0))
    return "by heap-to-stack=off";
  if (sbx_has_scoped_eh(function))
    return "the function uses funclet exception handling";
  if (LLVMGetGC(function))
    return "the function has a garbage collector's frame";
  return NULL;
}

static LLVMValueRef find_returns_twice(SbState *state, LLVMValueRef function) {
  unsigned builtin_setjmp = LLVMLookupIntrinsicID("llvm.eh.sjlj.setjmp", 19);
  SB_FOR_BLOCKS(block, function)
  SB_FOR_INSTRUCTIONS(inst, block) {
    if (!sb_is_call(inst))
      continue;
    LLVMValueRef callee = sb_direct_callee(inst);
    if ((callee && LLVMGetIntrinsicID(callee) == builtin_setjmp) ||
        (sbx_call_effects(state->bridge, inst) & SBX_CALL_RETURNS_TWICE))
      return inst;
  }
  return NULL;
}

/*===- One site -------------------------------------------------------------------------------===*/

typedef struct Context {
  SbState *state;
  SbFunction *function;
  const char *disabled;
  LLVMValueRef returns_twice;
  SbMap carried;
} Context;

static LLVMValueRef find_musttail(const SbObject *object) {
  for (unsigned i = 0; i < object->calls.length && !SB_BROKEN(MUSTTAIL); i++)
    if (LLVMIsACallInst(object->calls.data[i]) &&
        LLVMGetTailCallKind(object->calls.data[i]) == LLVMTailCallKindMustTail)
      return object->calls.data[i];
  return NULL;
}

/* How the object gets away from this function, if it does. */
static SbEscape check_escape(const Context *c, const SbObject *object) {
  SbEscape why = *sb_flow_first_escape(c->function->flow, &object->escape, &object->leaves);
  return why.reason || SB_BROKEN(FREE_IN_CALLEE) ? why : object->freed;
}

/* Made, freed and resized by instructions of this function: no copy of a callee is needed. */
static bool is_freed_here_only(const SbObject *object) {
  for (unsigned i = 0; i < object->frees.length; i++)
    if (!object->frees.data[i].value)
      return false;
  for (unsigned i = 0; i < object->resizes.length; i++)
    if (!object->resizes.data[i].value)
      return false;
  return !object->site->inner;
}

/*
 * An object of an earlier execution may still be live, but some are freed while the loop goes on:
 *   cur = malloc(n); use(prev, cur); free(prev); prev = cur;
 * Slots are handed out at run time, to objects that are made while one is free. It would not pay
 * where objects are freed behind the loop only: each activation would use a slot once.
 */
static bool is_recycled(const Context *c, const SbObject *object) {
  LLVMBasicBlockRef made = LLVMGetInstructionParent(object->value);
  if (sb_is_heap_path(object->value) || !is_freed_here_only(object))
    return false;
  for (unsigned i = 0; i < object->frees.length; i++)
    if (sbx_in_innermost_cycle(c->state->bridge, made,
                               LLVMGetInstructionParent(object->frees.data[i].call)))
      return true;
  return false;
}

/* p = realloc(NULL, n): hands out a slot with a flag, whatever its loops do. */
static bool is_chain(const Context *c, const SbObject *object) {
  return sb_begins_chain(c->state, object->site) && is_freed_here_only(object);
}

/* Several objects of the site may be live together: a flag says whether a slot is free. */
static bool needs_flag(const Context *c, const SbObject *object) {
  return sb_map_get(&c->carried, object, 0) || object->site->kind == SBX_ALLOC_RESIZE;
}

static SbEscape check_flow(const Context *c, const SbObject *object) {
  if (c->function->flow->gave_up)
    return reason_with_note(SB_REASON_OTHER,
                            "the function is too large to analyse (analysis limit)");
  if (!object || !sbx_is_reachable(c->state->bridge, LLVMGetInstructionParent(object->value)))
    return reason_with_note(SB_REASON_OTHER, "the allocation is never reached");
  SbEscape why = check_escape(c, object);
  if (why.reason)
    return why;
  LLVMValueRef musttail = find_musttail(object);
  if (musttail) {
    why = reason_with_note(SB_REASON_OTHER, "a musttail call can reach it");
    why.at = musttail;
    return why;
  }
  if (c->returns_twice && !SB_BROKEN(SETJMP)) {
    why = (SbEscape){.reason = SB_REASON_SETJMP, .at = c->returns_twice};
    return why;
  }
  if (sb_map_get(&c->carried, object, 0) && !is_recycled(c, object) && !is_chain(c, object))
    return (SbEscape){.reason = SB_REASON_IN_LOOP};
  if (needs_flag(c, object) && object->measured.reason)
    return object->measured;
  return (SbEscape){0};
}

/* A stack address can be seen as a generic pointer (0), but not as one to, say, a GPU's global
 * memory. */
static bool holds_stack_addresses(const Context *c, const SbSite *site) {
  if (site->kind == SBX_ALLOC_OUTPARAM)
    return true;
  unsigned space = LLVMGetPointerAddressSpace(LLVMTypeOf(site->call));
  return space == 0 || space == sbx_alloca_address_space(c->state->bridge);
}

static SbEscape check_kind(const Context *c, const SbSite *site, const SbObject *object) {
  if (!holds_stack_addresses(c, site))
    return reason_with_note(SB_REASON_OTHER, "its address space is not the stack's");
  if (LLVMGetNumOperandBundles(sb_site_origin(site)->call))
    return reason_with_note(SB_REASON_OTHER, "the allocation call has operand bundles");
  switch (site->kind) {
  case SBX_ALLOC_FRESH:
  case SBX_ALLOC_ZEROED:
  case SBX_ALLOC_COPY:
  case SBX_ALLOC_PREFIX:
    return (SbEscape){0};
  case SBX_ALLOC_OUTPARAM:
    /* posix_memalign fails for smaller alignments */
    if (site->align_known && site->align < c->state->pointer_size)
      return reason_with_note(SB_REASON_OTHER, "the allocation fails: its alignment is too small");
    return (SbEscape){0};
  case SBX_ALLOC_RESIZE:
    if (is_chain(c, object))
      return (SbEscape){0};
    return reason_with_note(SB_REASON_OTHER,
                            "it takes the place of an object that may be on the heap");
  case SBX_ALLOC_NONE:
  case SBX_ALLOC_OTHER:
    break;
  }
  return reason_with_note(SB_REASON_OTHER, "the allocator fills it in a way that is not known");
}

static SbEscape too_large(const Context *c, uint64_t limit) {
  const char *note = sb_arena_printf(&c->state->arena, "of %llu bytes", (unsigned long long)limit);
  return reason_with_note(SB_REASON_TOO_LARGE, note);
}

/* a * b, or UINT64_MAX when it does not fit */
static uint64_t multiply(uint64_t a, uint64_t b) {
  uint64_t product;
  return __builtin_mul_overflow(a, b, &product) ? UINT64_MAX : product;
}

/* What LLVM can prove about a run-time size: [least, most]. */
static void size_range(const Context *c, const SbSite *site, uint64_t *least, uint64_t *most) {
  *least = 0;
  *most = UINT64_MAX;
  if (!sb_size_operand(site, 0))
    return;
  sbx_value_range(c->state->bridge, sb_size_operand(site, 0), site->call, least, most);
  if (site->kind == SBX_ALLOC_PREFIX) {
    *least = 1; /* the string may be shorter */
    *most = *most == UINT64_MAX ? *most : *most + 1;
  }
  if (!sb_size_operand(site, 1))
    return;
  uint64_t least_count, most_count;
  sbx_value_range(c->state->bridge, sb_size_operand(site, 1), site->call, &least_count,
                  &most_count);
  *most = multiply(*most, most_count);
  *least = multiply(*least, least_count); /* a product that overflows is no size: it is refused */
}

/* The run-time size can be computed before the call. */
static bool is_measurable(const Context *c, const SbSite *site) {
  if (site->kind == SBX_ALLOC_COPY || site->kind == SBX_ALLOC_PREFIX)
    return sbx_has_strlen(c->state->bridge, site->call, site->kind == SBX_ALLOC_PREFIX);
  return sb_size_operand(site, 0) &&
         LLVMGetTypeKind(LLVMTypeOf(sb_size_operand(site, 0))) == LLVMIntegerTypeKind &&
         (!sb_size_operand(site, 1) ||
          LLVMTypeOf(sb_size_operand(site, 0)) == LLVMTypeOf(sb_size_operand(site, 1)));
}

/* A slot for which the budget is short may shrink, but not below this: hardly anything would fit.
 */
enum { LEAST_GUARD = 32 };

/* The sites of a chain share a slot, so its size is not that of one of them. */
static SbEscape size_chain(const Context *c, const SbSite *site, SbDecision *decision) {
  uint64_t limit = c->state->options.guard_size, least = site->size, most;
  if (!site->size_known && !is_measurable(c, site))
    return (SbEscape){.reason = SB_REASON_UNKNOWN_SIZE};
  if (!site->size_known)
    size_range(c, site, &least, &most);
  decision->kind = SB_GUARDED;
  decision->slot_size = limit;
  decision->least_size = least > LEAST_GUARD ? least : LEAST_GUARD;
  return least > limit ? too_large(c, limit) : (SbEscape){0};
}

/* Chooses slot or guarded slot and its size. */
static SbEscape size_slot(const Context *c, const SbSite *site, SbDecision *decision) {
  const SbOptions *options = &c->state->options;
  if (site->kind == SBX_ALLOC_RESIZE)
    return size_chain(c, site, decision);
  decision->kind = SB_SLOT;
  decision->slot_size = site->size;
  if (site->size_known)
    return site->size > options->max_size ? too_large(c, options->max_size) : (SbEscape){0};
  if (!is_measurable(c, site))
    return (SbEscape){.reason = SB_REASON_UNKNOWN_SIZE};
  if (sb_is_heap_path(site->call))
    return too_large(c, options->guard_size);
  uint64_t least, most;
  size_range(c, site, &least, &most);
  decision->slot_size = most;
  decision->least_size = least > LEAST_GUARD ? least : LEAST_GUARD;
  if (most <= options->max_size)
    return (SbEscape){0};
  decision->kind = SB_GUARDED;
  decision->slot_size = options->guard_size;
  if (!options->guard_size)
    return (SbEscape){.reason = SB_REASON_UNKNOWN_SIZE};
  if (least > options->guard_size)
    return too_large(c, options->guard_size);
  return (SbEscape){0};
}

static SbEscape check_alignment(const SbSite *site) {
  if (!site->align_known)
    return reason_with_note(SB_REASON_OTHER, "its alignment is known only at run time");
  if (site->align > MAX_ALIGN)
    return reason_with_note(SB_REASON_OTHER, "its alignment is too large for a stack frame");
  return (SbEscape){0};
}

uint64_t sb_alignment_of_uses(const SbObject *object) {
  uint64_t result = 1;
  for (unsigned i = 0; i < object->facts.length; i++) {
    LLVMValueRef address = object->facts.data[i]->node->value;
    SB_FOR_USES(use, address) {
      LLVMValueRef user = LLVMGetUser(use);
      bool access =
          LLVMIsALoadInst(user) || (LLVMIsAStoreInst(user) && LLVMGetOperand(user, 1) == address);
      if (access && LLVMGetAlignment(user) > result)
        result = LLVMGetAlignment(user);
    }
  }
  return result < MAX_USE_ALIGN ? result : MAX_USE_ALIGN;
}

static uint64_t slot_alignment(const Context *c, const SbSite *site, const SbObject *object) {
  if (SB_BROKEN(ALIGNMENT))
    return 1;
  uint64_t align = sb_malloc_alignment(c->state);
  uint64_t used = sb_alignment_of_uses(object);
  align = used > align ? used : align;
  return site->align > align ? site->align : align;
}

/* The first obstacle other than the budget; without one, the least that will do is set. */
static SbEscape check_site(const Context *c, SbDecision *decision) {
  const SbSite *site = decision->site;
  if (c->disabled)
    return reason_with_note(SB_REASON_DISABLED, c->disabled);
  const SbSite *origin = sb_site_origin(site); /* the size is known where it is asked for */
  SbEscape why = check_flow(c, decision->object);
  if (!why.reason)
    why = check_kind(c, origin, decision->object);
  if (!why.reason)
    why = size_slot(c, origin, decision);
  if (!why.reason)
    why = check_alignment(site);
  if (why.reason)
    return why;
  if (!decision->slot_size)
    decision->slot_size = 1; /* an address of its own */
  decision->slot_align = slot_alignment(c, site, decision->object);
  decision->slots = 1;
  if (needs_flag(c, decision->object)) {
    decision->kind = SB_GUARDED;
    decision->in_use = true;
  }
  return (SbEscape){0};
}

static void decide_site(Context *c, const SbSite *site) {
  SbDecision decision = {.site = site, .object = sb_flow_site_object(c->function->flow, site)};
  decision.why = check_site(c, &decision);
  if (decision.why.reason)
    decision.kind = SB_KEEP;
  sb_vec_push(&c->state->arena, &c->function->decisions, decision);
}

typedef struct OrderedSite {
  unsigned order, number;
  const SbSite *site;
} OrderedSite;

static int compare_sites(const void *left, const void *right) {
  const OrderedSite *a = left, *b = right;
  if (a->order != b->order)
    return a->order < b->order ? -1 : 1;
  return a->number < b->number ? -1 : 1;
}

typedef SB_VEC(OrderedSite) OrderedSites;

static void add_site_in_order(Context *c, OrderedSites *sites, const SbSite *site) {
  OrderedSite item = {sb_flow_node(c->function->flow, site->call)->order, sites->length, site};
  sb_vec_push(&c->state->arena, sites, item);
}

/* Those of the function itself and those that its callees make for it, in program order. */
static OrderedSites all_sites(Context *c) {
  OrderedSites sites = {0};
  for (unsigned i = 0; i < c->function->sites.length; i++)
    add_site_in_order(c, &sites, c->function->sites.data[i]);
  for (unsigned i = 0; i < c->function->flow->made.length; i++)
    add_site_in_order(c, &sites, c->function->flow->made.data[i]);
  if (sites.length)
    qsort(sites.data, sites.length, sizeof *sites.data, compare_sites);
  return sites;
}

void sb_collect_promoted(SbState *state, SbFunction *function) {
  function->promoted = (SbMap){0};
  for (unsigned i = 0; i < function->decisions.length; i++)
    if (function->decisions.data[i].kind != SB_KEEP)
      sb_map_put(&state->arena, &function->promoted, function->decisions.data[i].object, 0,
                 &function->decisions.data[i]);
}

void sb_decide(SbState *state, SbFunction *function) {
  Context c = {.state = state,
               .function = function,
               .disabled = function->disabled,
               .returns_twice = find_returns_twice(state, function->value)};
  if (!c.disabled && !function->flow->gave_up)
    sb_find_carried(state, function->flow, &c.carried);
  OrderedSites sites = all_sites(&c);
  for (unsigned i = 0; i < sites.length; i++)
    decide_site(&c, sites.data[i].site);
  sb_form_chains(state, function);
  sb_share_budget(state, function);
  sb_collect_promoted(state, function);
  sb_plan(state, function);
}
