/*===- calls.c - what one call does with pointers --------------------------===*
 *
 * In this order: a recognised allocation or free; an intrinsic or library
 * function with a row of its own; a callee whose body is certain (its summary);
 * attributes; and otherwise the pointer escapes.
 *
 *===----------------------------------------------------------------------===*/
#include "flow.h"

#include <string.h>

static const char *callee_name(SbFlow *flow, LLVMValueRef call) {
  LLVMValueRef callee = sbx_strip_to_function(LLVMGetCalledValue(call));
  if (!callee)
    return NULL;
  return sb_take_message(&flow->state->arena, sbx_display_name(callee));
}

/* An escape (or free) at a call, whose reason concerns the callee. */
static SbEscape why_call(SbFlow *flow, LLVMValueRef call, unsigned argument, SbReason reason) {
  SbEscape why = {.reason = reason, .at = call, .argument = argument};
  if (reason == SB_REASON_POINTER_TO_INTEGER || reason == SB_REASON_POINTER_COMPARED)
    return why; /* their sentences are complete */
  why.name = callee_name(flow, call);
  why.subject = why.name ? SB_SUBJECT_CALLEE : SB_SUBJECT_NOTE;
  if (!why.name)
    why.name = LLVMIsAInlineAsm(LLVMGetCalledValue(call)) ? "inline assembly"
                                                          : "a function called through a pointer";
  return why;
}

static void escape_argument(SbFlow *flow, LLVMValueRef call, unsigned argument, SbReason reason) {
  LLVMValueRef operand = LLVMGetOperand(call, argument);
  if (!sb_flow_has_facts(flow, operand))
    return;
  SbTargets targets = {0};
  sb_flow_targets_of(flow, operand, &targets);
  SbEscape why = why_call(flow, call, argument, reason);
  sb_flow_escape_all(flow, &targets, &why);
}

static void add_result(SbFlow *flow, LLVMValueRef call, const SbTargets *targets) {
  if (LLVMGetTypeKind(LLVMTypeOf(call)) == LLVMVoidTypeKind)
    return;
  for (unsigned i = 0; i < targets->items.length; i++)
    sb_flow_add_fact(flow, call, &targets->items.data[i]);
  if (targets->unknown && sb_holds_pointers(LLVMTypeOf(call)))
    sb_flow_mark_unknown(flow, call);
}

static void mark_result_unknown(SbFlow *flow, LLVMValueRef call) {
  if (sb_holds_pointers(LLVMTypeOf(call)))
    sb_flow_mark_unknown(flow, call);
}

/* The memory behind all of `targets`, at any depth, without themselves. */
static SbTargets reachable_from(SbFlow *flow, const SbTargets *targets, LLVMValueRef call) {
  SbTargets reached = {0};
  for (unsigned i = 0; i < targets->items.length; i++)
    sb_flow_read(flow, targets->items.data[i].object, SB_UNKNOWN, SB_UNKNOWN, true, call, &reached);
  sb_flow_close(flow, &reached, call);
  return reached;
}

/*===- Copies ---------------------------------------------------------------------------------===*/

static void write_all(SbFlow *flow, const SbTargets *where, int64_t delta, int64_t size,
                      const SbTarget *what, const SbEscape *elsewhere, LLVMValueRef call) {
  SbTargets one = {.unknown = what == NULL};
  if (what)
    sb_vec_push(&flow->arena, &one.items, *what);
  sb_flow_store(flow, &one, where, delta, size, elsewhere, call);
}

/* Copies what `source` holds at [offset, offset + length): explicit pointers keep their places. */
static void copy_contents(SbFlow *flow, SbObject *source, int64_t offset, int64_t length,
                          const SbTargets *where, const SbEscape *elsewhere, LLVMValueRef call) {
  SbTargets ignored = {0};
  sb_flow_read(flow, source, offset, length, true, call,
               &ignored); /* looked at again when it grows */
  if (source->escape.reason || source->kind == SB_OBJECT_WORD) {
    write_all(flow, where, 0, length, NULL, elsewhere, call);
    return;
  }
  unsigned count = source->contents.length; /* more may come when source is the destination, too */
  for (unsigned i = 0; i < count; i++) {
    SbContent content = source->contents.data[i];
    if (!sb_ranges_overlap(content.offset, content.size, offset, length))
      continue;
    bool placed = content.offset != SB_UNKNOWN && offset != SB_UNKNOWN && content.offset >= offset;
    int64_t delta = placed ? content.offset - offset : SB_UNKNOWN;
    SbTarget target = {.object = content.target,
                       .offset = content.target_offset,
                       .from = content.from,
                       .through = content.at,
                       .holder = source,
                       .holder_offset = content.offset};
    write_all(flow, where, delta, placed ? content.size : SB_UNKNOWN,
              content.target ? &target : NULL, elsewhere, call);
  }
  if (source->kind == SB_OBJECT_PARAM || source->kind == SB_OBJECT_CONTENTS) {
    SbTarget entry = {.object = source};
    if (source->kind == SB_OBJECT_PARAM)
      entry.object = sb_flow_contents_object(flow, source, offset, length);
    write_all(flow, where, 0, length, &entry, elsewhere, call);
  }
}

/* memcpy(to, from, length) and its like */
static void transfer_copy(SbFlow *flow, LLVMValueRef call, unsigned to, unsigned from,
                          int64_t length) {
  SbTargets where = {0}, source = {0};
  sb_flow_targets_of(flow, LLVMGetOperand(call, to), &where);
  sb_flow_targets_of(flow, LLVMGetOperand(call, from), &source);
  if (!where.items.length && !source.items.length)
    return;
  if (length < 0)
    length = SB_UNKNOWN;
  SbEscape elsewhere = why_call(flow, call, to, SB_REASON_STORED_TO_HEAP);
  for (unsigned i = 0; i < source.items.length; i++)
    copy_contents(flow, source.items.data[i].object, source.items.data[i].offset, length, &where,
                  &elsewhere, call);
  if (source.unknown) /* also a table of constants may hold addresses */
    write_all(flow, &where, 0, length, NULL, &elsewhere, call);
}

static void transfer_set(SbFlow *flow, LLVMValueRef call) {
  if (sb_is_null_like(LLVMGetOperand(call, 1)))
    return; /* null pointers */
  SbTargets where = {0};
  sb_flow_targets_of(flow, LLVMGetOperand(call, 0), &where);
  SbEscape elsewhere = {0};
  write_all(flow, &where, 0, SB_UNKNOWN, NULL, &elsewhere, call);
}

/*===- Allocations and frees ------------------------------------------------------------------===*/

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
    SbEscape why = why_call(flow, call, 0, SB_REASON_REALLOCATED);
    sb_flow_escape(flow, target, &why);
    return;
  }
  SbTarget same = {.object = target->object, .from = target->from};
  SbTarget fresh = {.object = sb_flow_site_object(flow, site)};
  SbTargets where = {0};
  SbEscape nowhere = {0};
  sb_vec_push(&flow->arena, &where.items, fresh);
  sb_flow_add_fact(flow, call, &same);
  copy_contents(flow, target->object, 0, SB_UNKNOWN, &where, &nowhere, call);
  /* The second bit keeps these keys apart from those of frees and of sb_flow_reaches. */
  if (sb_map_insert(&flow->arena, &flow->registered, target->object, (uintptr_t)call | 2))
    sb_vec_push(&flow->arena, &target->object->resizes, ((SbFree){call, LLVMGetOperand(call, 0)}));
}

static void transfer_resize(SbFlow *flow, LLVMValueRef call, const SbSite *site) {
  unsigned arguments = LLVMGetNumArgOperands(call);
  for (unsigned i = 0; i < arguments; i++)
    if (i || !site->null_allocates)
      escape_argument(flow, call, i, SB_REASON_REALLOCATED);
  SbTargets targets = {0};
  sb_flow_targets_of(flow, LLVMGetOperand(call, 0), &targets);
  for (unsigned i = 0; i < targets.items.length; i++)
    resize_target(flow, call, site, &targets.items.data[i]);
  if (targets.unknown || !site->null_allocates)
    sb_flow_write(flow, sb_flow_site_object(flow, site), SB_UNKNOWN, SB_UNKNOWN, NULL, NULL, call);
}

static void transfer_site(SbFlow *flow, LLVMValueRef call, const SbSite *site) {
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
    SbTargets inside = reachable_from(flow, &source, call);
    SbEscape why = why_call(flow, call, 0, SB_REASON_PASSED_TO_CALL);
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

static void transfer_free(SbFlow *flow, LLVMValueRef call, LLVMValueRef value, const char *family,
                          size_t length) {
  SbTargets targets = {0};
  sb_flow_targets_of(flow, value, &targets);
  for (unsigned i = 0; i < targets.items.length; i++) {
    SbTarget *target = &targets.items.data[i];
    SbObject *object = target->object;
    if (object->kind == SB_OBJECT_LOCAL)
      continue; /* undefined behaviour in any case */
    if (object->kind != SB_OBJECT_SITE) {
      SbEscape why = why_call(flow, call, 0, SB_REASON_FREED_ELSEWHERE);
      sb_flow_freed(flow, target, &why);
    } else if (why_irremovable(call)) {
      SbEscape why = {.reason = SB_REASON_OTHER, .subject = SB_SUBJECT_NOTE, .at = call};
      why.name = why_irremovable(call);
      sb_flow_escape(flow, target, &why);
    } else if (is_own_start(target, family, length)) {
      add_free(flow, object, call, value);
    } else {
      /* p = malloc(1); operator delete(p): left as it is, with the object */
      SbEscape why = why_call(flow, call, 0, SB_REASON_OTHER);
      why.subject = SB_SUBJECT_NOTE;
      why.name = sb_arena_printf(&flow->state->arena, "freed by '%s', which does not match '%s'",
                                 why.name, object->site->allocator);
      sb_flow_escape(flow, target, &why);
    }
  }
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
    transfer_copy(flow, call, 0, 1, sb_constant_int(LLVMGetOperand(call, 2)));
    return;
  case ROLE_SET:
    transfer_set(flow, call);
    return;
  }
}

/*===- Callees with a summary -----------------------------------------------------------------===*/

/* The caller's objects that a callee's place stands for at this call. */
static SbTargets resolve_place(SbFlow *flow, LLVMValueRef call, const SbPlace *place) {
  SbTargets behind = {0}, found = {0};
  sb_flow_targets_of(flow, LLVMGetOperand(call, place->param), &behind);
  if (place->kind == SB_OBJECT_PARAM)
    return behind;
  found.unknown = behind.unknown;
  bool pointers = place->kind == SB_OBJECT_CONTENTS || place->deep;
  for (unsigned i = 0; i < behind.items.length; i++)
    sb_flow_read(flow, behind.items.data[i].object,
                 sb_add_offsets(behind.items.data[i].offset, place->offset), place->size, pointers,
                 call, &found);
  if (!pointers)
    return found;
  sb_flow_close(flow, &found, call);
  if (!place->deep)
    return found;
  SbTargets words = {.unknown = found.unknown};
  for (unsigned i = 0; i < found.items.length; i++)
    sb_flow_read(flow, found.items.data[i].object,
                 sb_add_offsets(found.items.data[i].offset, place->word_offset), place->word_size,
                 false, call, &words);
  return words;
}

/* byval: the callee has a copy of the pointee, so what it does to its parameter concerns nobody
 * here. */
static bool concerns_a_copy(SbFlow *flow, LLVMValueRef call, const SbPlace *place) {
  return place->kind == SB_OBJECT_PARAM &&
         (sbx_argument_effects(flow->state->bridge, call, place->param) & SBX_ARG_BYVAL);
}

static SbEscape why_effect(SbFlow *flow, LLVMValueRef call, const SbEffect *effect) {
  SbEscape why = why_call(flow, call, effect->place.param, SB_REASON_PASSED_TO_CALL);
  if (effect->why.reason)
    why.reason = effect->why.reason;
  why.inner = &effect->why;
  return why;
}

static void shift_targets(SbTargets *targets, int64_t delta) {
  for (unsigned i = 0; i < targets->items.length; i++)
    targets->items.data[i].offset = sb_add_offsets(targets->items.data[i].offset, delta);
}

static void apply_stored(SbFlow *flow, LLVMValueRef call, const SbEffect *effect,
                         SbTargets *targets) {
  if (concerns_a_copy(flow, call, &effect->container))
    return;
  SbTargets where = resolve_place(flow, call, &effect->container);
  SbEscape elsewhere = why_effect(flow, call, effect);
  shift_targets(targets, effect->value_offset);
  sb_flow_store(flow, targets, &where, effect->offset, effect->size, &elsewhere, call);
}

static void apply_overwritten(SbFlow *flow, LLVMValueRef call, const SbEffect *effect,
                              const SbTargets *targets) {
  SbEscape nowhere = {0};
  write_all(flow, targets, effect->offset, effect->size, NULL, &nowhere, call);
}

/* The copy is the callee's own, but the pointers in it are the caller's:  callee(struct s) {
 * keep(&s); } */
static void apply_to_copy(SbFlow *flow, LLVMValueRef call, const SbEffect *effect) {
  if (effect->kind == SB_EFFECT_FREED || effect->kind == SB_EFFECT_OVERWRITTEN)
    return;
  SbTargets original = {0};
  sb_flow_targets_of(flow, LLVMGetOperand(call, effect->place.param), &original);
  SbTargets inside = reachable_from(flow, &original, call);
  SbEscape why = why_effect(flow, call, effect);
  if (!effect->why.reason)
    why.inner = NULL;
  sb_flow_escape_all(flow, &inside, &why);
}

static void apply_effect(SbFlow *flow, LLVMValueRef call, const SbEffect *effect) {
  if (concerns_a_copy(flow, call, &effect->place)) {
    apply_to_copy(flow, call, effect);
    return;
  }
  SbTargets targets = resolve_place(flow, call, &effect->place);
  if (!targets.items.length && !targets.unknown)
    return;
  SbEscape why;
  switch (effect->kind) {
  case SB_EFFECT_ESCAPES:
    why = why_effect(flow, call, effect);
    sb_flow_escape_all(flow, &targets, &why);
    return;
  case SB_EFFECT_FREED:
    why = why_effect(flow, call, effect);
    for (unsigned i = 0; i < targets.items.length; i++)
      sb_flow_freed(flow, &targets.items.data[i], &why);
    return;
  case SB_EFFECT_RETURNED:
    shift_targets(&targets, effect->value_offset);
    add_result(flow, call, &targets);
    return;
  case SB_EFFECT_STORED:
    apply_stored(flow, call, effect, &targets);
    return;
  case SB_EFFECT_OVERWRITTEN:
    apply_overwritten(flow, call, effect, &targets);
    return;
  }
}

static void transfer_summary(SbFlow *flow, LLVMValueRef call, const SbSummary *summary,
                             unsigned fixed) {
  /* By index: in a recursive component the summary is the one being built, of the round before. */
  for (unsigned i = 0; i < summary->effects.length; i++)
    apply_effect(flow, call, &summary->effects.data[i]);
  unsigned arguments = LLVMGetNumArgOperands(call);
  /* A struct { char *p; } that the ABI passes as an i64: the summary speaks of pointer parameters
   * only. */
  for (unsigned i = 0; i < fixed; i++)
    if (!sb_holds_pointers(LLVMTypeOf(LLVMGetOperand(call, i))))
      escape_argument(flow, call, i, SB_REASON_POINTER_TO_INTEGER);
  for (unsigned i = fixed; i < arguments; i++)
    escape_argument(flow, call, i, SB_REASON_PASSED_TO_VARIADIC);
  if (summary->returns_unknown)
    mark_result_unknown(flow, call);
}

/*===- Callees known by attributes ------------------------------------------------------------===*/

static bool is_variadic_argument(LLVMValueRef call, unsigned argument) {
  return argument >= LLVMCountParamTypes(LLVMGetCalledFunctionType(call));
}

/* A function that only reads and does not throw can keep a pointer nowhere but in its result. */
static bool only_by_result(unsigned call_effects) {
  unsigned both = SBX_CALL_READONLY | SBX_CALL_NOUNWIND;
  return (call_effects & both) == both;
}

static void capture_by_attributes(SbFlow *flow, LLVMValueRef call, unsigned argument,
                                  unsigned effects, unsigned call_effects) {
  SbTargets targets = {0};
  sb_flow_targets_of(flow, LLVMGetOperand(call, argument), &targets);
  bool by_result = (effects & SBX_ARG_RETONLY) || only_by_result(call_effects);
  if (effects & SBX_ARG_RETURNED)
    add_result(flow, call, &targets);
  if (!(effects & SBX_ARG_NOCAPTURE)) {
    if (by_result) {
      shift_targets(&targets, effects & SBX_ARG_RETURNED ? 0 : SB_UNKNOWN);
      add_result(flow, call, &targets);
    } else {
      escape_argument(flow, call, argument,
                      is_variadic_argument(call, argument) ? SB_REASON_PASSED_TO_VARIADIC
                                                           : SB_REASON_PASSED_TO_CALL);
    }
  }
  if ((effects & SBX_ARG_NOFREE) || (call_effects & SBX_CALL_NOFREE))
    return;
  SbEscape why = why_call(flow, call, argument, SB_REASON_FREED_ELSEWHERE);
  for (unsigned i = 0; i < targets.items.length; i++)
    sb_flow_freed(flow, &targets.items.data[i], &why);
}

/* "Not captured" is said of the pointer itself: struct s { char *p; }; keep(&s) may still keep s.p.
 */
static void contents_by_attributes(SbFlow *flow, LLVMValueRef call, unsigned argument,
                                   unsigned effects, unsigned call_effects) {
  SbTargets targets = {0};
  sb_flow_targets_of(flow, LLVMGetOperand(call, argument), &targets);
  bool reads = !(effects & (SBX_ARG_READNONE | SBX_ARG_WRITEONLY));
  if (reads && !(call_effects & SBX_CALL_READNONE)) {
    SbTargets inside = reachable_from(flow, &targets, call);
    if (only_by_result(call_effects)) {
      add_result(flow, call, &inside);
    } else {
      SbEscape why = why_call(flow, call, argument, SB_REASON_PASSED_TO_CALL);
      sb_flow_escape_all(flow, &inside, &why);
    }
  }
  bool writes = !(effects & (SBX_ARG_READNONE | SBX_ARG_READONLY | SBX_ARG_BYVAL)) &&
                !(call_effects & SBX_CALL_READONLY);
  SbEscape nowhere = {0};
  if (writes)
    write_all(flow, &targets, SB_UNKNOWN, SB_UNKNOWN, NULL, &nowhere, call);
}

static void argument_by_attributes(SbFlow *flow, LLVMValueRef call, unsigned argument,
                                   unsigned call_effects) {
  if (!sb_flow_has_facts(flow, LLVMGetOperand(call, argument)))
    return;
  unsigned effects = sbx_argument_effects(flow->state->bridge, call, argument);
  if (effects & SBX_ARG_STRANGE) {
    escape_argument(flow, call, argument, SB_REASON_PASSED_TO_CALL);
    return;
  }
  if (!(effects & SBX_ARG_BYVAL))
    capture_by_attributes(flow, call, argument, effects, call_effects);
  contents_by_attributes(flow, call, argument, effects, call_effects);
}

static void transfer_attributes(SbFlow *flow, LLVMValueRef call) {
  unsigned call_effects = sbx_call_effects(flow->state->bridge, call);
  unsigned arguments = LLVMGetNumArgOperands(call);
  bool returns_argument = false;
  for (unsigned i = 0; i < arguments; i++) {
    argument_by_attributes(flow, call, i, call_effects);
    returns_argument |=
        (sbx_argument_effects(flow->state->bridge, call, i) & SBX_ARG_RETURNED) != 0;
  }
  if (!returns_argument)
    mark_result_unknown(flow, call);
  else
    for (unsigned i = 0; i < arguments; i++)
      if ((sbx_argument_effects(flow->state->bridge, call, i) & SBX_ARG_RETURNED) &&
          !sb_flow_has_facts(flow, LLVMGetOperand(call, i)))
        sb_flow_copy_value(flow, call, LLVMGetOperand(call, i), 0);
}

/*===- Library functions with a row in libcalls.def -------------------------------------------===*/

static const char *libcall_row(SbFlow *flow, LLVMValueRef call, LLVMValueRef callee) {
  static const struct {
    const char *name, *letters;
  } rows[] = {
#define SB_LIBCALL(NAME, LETTERS) {NAME, LETTERS},
#include "libcalls.def"
#undef SB_LIBCALL
  };
  if (!callee || !LLVMIsDeclaration(callee) ||
      (sbx_call_effects(flow->state->bridge, call) & SBX_CALL_NOBUILTIN))
    return NULL;
  size_t length;
  const char *name = LLVMGetValueName2(callee, &length);
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    if (strlen(rows[i].name) == length && memcmp(rows[i].name, name, length) == 0)
      return rows[i].letters;
  return NULL;
}

/* Prints only what it is told to print: %p shows an address, %n writes through a pointer. */
static bool is_harmless_format(LLVMValueRef format) {
  size_t length;
  const char *text = sbx_constant_string(format, &length);
  for (size_t i = 0; text && i < length; i++) {
    if (text[i] != '%')
      continue;
    i += 1;
    while (i < length && strchr("0123456789-+ #'.*hlqjztLI$", text[i]))
      i++;
    if (i == length || !strchr("diouxXeEfFgGaAcs%", text[i]))
      return false;
  }
  return text != NULL;
}

typedef struct LibCall {
  LLVMValueRef call;
  const char *letters;
  unsigned arguments;
  bool harmless_format;
} LibCall;

static char letter_of(const LibCall *lib, unsigned argument) {
  size_t length = strlen(lib->letters);
  return lib->letters[argument < length ? argument : length - 1];
}

/* The argument with this letter, or the number of arguments. */
static unsigned argument_with(const LibCall *lib, char letter) {
  unsigned i = 0;
  while (i < lib->arguments && letter_of(lib, i) != letter)
    i++;
  return i;
}

static void store_through(SbFlow *flow, const LibCall *lib, unsigned argument) {
  SbTargets what = {0}, where = {0};
  unsigned to = argument_with(lib, 'S');
  sb_flow_targets_of(flow, LLVMGetOperand(lib->call, argument), &what);
  if (to == lib->arguments)
    return;
  sb_flow_targets_of(flow, LLVMGetOperand(lib->call, to), &where);
  shift_targets(&what, SB_UNKNOWN);
  SbEscape elsewhere = why_call(flow, lib->call, argument, SB_REASON_STORED_TO_HEAP);
  sb_flow_store(flow, &what, &where, 0, flow->state->pointer_size, &elsewhere, lib->call);
}

static void return_into(SbFlow *flow, const LibCall *lib, unsigned argument) {
  SbTargets targets = {0};
  sb_flow_targets_of(flow, LLVMGetOperand(lib->call, argument), &targets);
  shift_targets(&targets, SB_UNKNOWN);
  add_result(flow, lib->call, &targets);
}

static void return_saved(SbFlow *flow, const LibCall *lib) {
  unsigned from = argument_with(lib, 'S');
  SbTargets where = {0}, saved = {0};
  if (from == lib->arguments || !sb_holds_pointers(LLVMTypeOf(lib->call)))
    return; /* strtol returns a number */
  sb_flow_targets_of(flow, LLVMGetOperand(lib->call, from), &where);
  for (unsigned i = 0; i < where.items.length; i++)
    sb_flow_read(flow, where.items.data[i].object, where.items.data[i].offset,
                 flow->state->pointer_size, true, lib->call, &saved);
  add_result(flow, lib->call, &saved);
}

/* qsort(base, n, size, compare): compare gets pointers into base, as if called right here. */
static void pass_to_callback(SbFlow *flow, const LibCall *lib, unsigned argument) {
  unsigned at = argument_with(lib, 'Q');
  LLVMValueRef callback =
      at < lib->arguments ? sbx_strip_to_function(LLVMGetOperand(lib->call, at)) : NULL;
  const SbSummary *summary = callback ? sb_summary_of(flow->state, callback) : NULL;
  bool harmless = summary && summary->known;
  for (unsigned i = 0; harmless && i < summary->effects.length; i++) {
    /* Reading integers is all that a comparison needs; anything more is not worth following. */
    const SbEffect *effect = &summary->effects.data[i];
    harmless = effect->place.kind == SB_OBJECT_WORD &&
               (effect->kind == SB_EFFECT_ESCAPES || effect->kind == SB_EFFECT_RETURNED);
  }
  SbTargets targets = {0};
  sb_flow_targets_of(flow, LLVMGetOperand(lib->call, argument), &targets);
  SbTargets inside = reachable_from(flow, &targets, lib->call);
  SbEscape why = why_call(flow, lib->call, argument, SB_REASON_PASSED_TO_CALL);
  sb_flow_escape_all(flow, &inside, &why);
  if (harmless)
    return_into(flow, lib, argument);
  else
    sb_flow_escape_all(flow, &targets, &why);
}

static void argument_by_letter(SbFlow *flow, const LibCall *lib, unsigned argument) {
  if (!sb_flow_has_facts(flow, LLVMGetOperand(lib->call, argument)))
    return;
  switch (letter_of(lib, argument)) {
  case 'n':
  case 'f':
    if (is_variadic_argument(lib->call, argument) && !lib->harmless_format)
      escape_argument(flow, lib->call, argument, SB_REASON_PASSED_TO_VARIADIC);
    break;
  case 'r':
    return_into(flow, lib, argument);
    break;
  case 'c':
    return; /* by transfer_copy */
  case 'z':
    return_into(flow, lib, argument);
    store_through(flow, lib, argument);
    break;
  case 's':
    store_through(flow, lib, argument);
    break;
  case 'S':
    return_saved(flow, lib);
    break;
  case 'q':
    pass_to_callback(flow, lib, argument);
    break;
  case 't':
    escape_argument(flow, lib->call, argument, SB_REASON_PASSED_TO_THREAD);
    return;
  case 'Q':
  case 'k':
    escape_argument(flow, lib->call, argument, SB_REASON_PASSED_TO_CALL);
    return;
  default: /* '-' */
    argument_by_attributes(flow, lib->call, argument,
                           sbx_call_effects(flow->state->bridge, lib->call));
    return;
  }
  /* Bytes were written: whatever pointers lay there are followed no more. */
  SbTargets targets = {0};
  SbEscape nowhere = {0};
  sb_flow_targets_of(flow, LLVMGetOperand(lib->call, argument), &targets);
  if (!(sbx_argument_effects(flow->state->bridge, lib->call, argument) & SBX_ARG_READONLY))
    write_all(flow, &targets, SB_UNKNOWN, SB_UNKNOWN, NULL, &nowhere, lib->call);
}

static void transfer_libcall(SbFlow *flow, LLVMValueRef call, const char *letters) {
  LibCall lib = {call, letters, LLVMGetNumArgOperands(call), false};
  unsigned format = argument_with(&lib, 'f');
  lib.harmless_format = format < lib.arguments && is_harmless_format(LLVMGetOperand(call, format));
  for (unsigned i = 0; i < lib.arguments; i++) {
    argument_by_letter(flow, &lib, i);
    if (letter_of(&lib, i) == 'c')
      transfer_copy(flow, call, 0, i, SB_UNKNOWN);
  }
  mark_result_unknown(flow, call);
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
      argument_by_attributes(flow, call, i, call_effects);
}

static void transfer_asm(SbFlow *flow, LLVMValueRef call) {
  unsigned arguments = LLVMGetNumArgOperands(call);
  for (unsigned i = 0; i < arguments; i++)
    escape_argument(flow, call, i, SB_REASON_PASSED_TO_CALL);
  mark_result_unknown(flow, call);
}

static void transfer_ordinary_call(SbFlow *flow, LLVMValueRef call, LLVMValueRef callee) {
  mark_reachable(flow, call, true);
  const SbSummary *summary = callee ? sb_summary_of(flow->state, callee) : NULL;
  const char *letters = summary ? NULL : libcall_row(flow, call, callee);
  if (summary)
    transfer_summary(flow, call, summary, LLVMCountParams(callee));
  else if (letters)
    transfer_libcall(flow, call, letters);
  else
    transfer_attributes(flow, call);
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
    transfer_site(flow, call, site);
    transfer_side_arguments(flow, call, own);
  } else if (freed) {
    mark_reachable(flow, call, false);
    transfer_side_arguments(flow, call, freed);
    transfer_free(flow, call, freed, family, length);
  } else if (LLVMIsAInlineAsm(LLVMGetCalledValue(call))) {
    transfer_asm(flow, call);
  } else {
    transfer_ordinary_call(flow, call, callee);
  }
}
