/*===- report.c - remarks and sentences ------------------------------------===*
 *
 * requires  decisions; the IR not yet edited
 * maintains one remark per site, and Flow remarks for those that escape
 *
 *===----------------------------------------------------------------------===*/
#include "ir.h"

#include <llvm-c/DebugInfo.h>

#include <string.h>

static const struct {
  const char *word, *sentence, *clause;
} REASONS[SB_REASON_COUNT] = {
    [SB_REASON_NONE] = {"none", "nothing", "does nothing"},
#define SB_REASON(NAME, WORD, SENTENCE, CLAUSE) [SB_REASON_##NAME] = {WORD, SENTENCE, CLAUSE},
#include "reasons.def"
#undef SB_REASON
};

const char *sb_reason_word(SbReason reason) { return REASONS[reason].word; }

/*===- Building a remark ----------------------------------------------------------------------===*/

typedef struct Remark {
  SbState *state;
  SB_VEC(SbxRemarkArg) args;
} Remark;

static void add_arg(Remark *r, const char *key, const char *text, LLVMValueRef at) {
  sb_vec_push(&r->state->arena, &r->args, ((SbxRemarkArg){key, text, at}));
}

static void add_text(Remark *r, const char *text) { add_arg(r, NULL, text, NULL); }

static const char *join(const Remark *r) {
  const char *text = "";
  for (unsigned i = 0; i < r->args.length; i++)
    text = sb_arena_printf(&r->state->arena, "%s%s", text, r->args.data[i].text);
  return text;
}

/* "f.c:12:9", or NULL without debug information. */
static const char *location_of(SbState *state, LLVMValueRef inst) {
  unsigned length = 0;
  const char *file = inst ? LLVMGetDebugLocFilename(inst, &length) : NULL;
  if (!file || !length)
    return NULL;
  return sb_arena_printf(&state->arena, "%.*s:%u:%u", (int)length, file, LLVMGetDebugLocLine(inst),
                         LLVMGetDebugLocColumn(inst));
}

static void add_location(Remark *r, LLVMValueRef at) {
  const char *location = location_of(r->state, at);
  if (!location)
    return;
  add_text(r, " at ");
  add_arg(r, "At", location, at);
}

/* Where the call was inlined, one InlinedAt per level, innermost first. For tools: it is not shown.
 */
static void add_inlined_at(Remark *r, LLVMValueRef call) {
  enum { LEVELS = 32 };
  LLVMMetadataRef location = LLVMInstructionGetDebugLoc(call);
  for (unsigned level = 0; location && level < LEVELS; level++) {
    location = LLVMDILocationGetInlinedAt(location);
    LLVMMetadataRef file = location ? LLVMDIScopeGetFile(LLVMDILocationGetScope(location)) : NULL;
    if (!file)
      return;
    unsigned length;
    const char *name = LLVMDIFileGetFilename(file, &length);
    add_arg(r, "InlinedAt",
            sb_arena_printf(&r->state->arena, "%.*s:%u:%u", (int)length, name,
                            LLVMDILocationGetLine(location), LLVMDILocationGetColumn(location)),
            NULL);
  }
}

/* Of a run before linking: of what stays on the heap, the linker's run decides. For tools: it is
 * not shown. */
static void add_stage(Remark *r) {
  if (!sbx_is_final(r->state->bridge))
    add_arg(r, "Stage", "before-link", NULL);
}

/* What is known of the body of the function that an escape ends in. For tools: it is not shown. */
static void add_callee_body(Remark *r, const SbEscape *escape) {
  while (escape->inner)
    escape = escape->inner;
  if (escape->subject != SB_SUBJECT_CALLEE || !escape->at || !sb_is_call(escape->at))
    return;
  LLVMValueRef callee = sbx_strip_to_function(LLVMGetCalledValue(escape->at));
  if (callee)
    add_arg(r, "CalleeBody",
            LLVMIsDeclaration(callee)          ? "elsewhere"
            : sbx_has_exact_definition(callee) ? "here"
                                               : "replaceable",
            NULL);
}

static bool is_stored_to_parameter(const SbEscape *escape) {
  return escape->reason == SB_REASON_STORED_TO_HEAP && escape->subject == SB_SUBJECT_PARAM;
}

/* What stands between a reason's sentence and the name of what it is about. */
static const char *link_to_subject(const SbEscape *escape, const char *words) {
  if (escape->reason == SB_REASON_DISABLED)
    return ": ";
  if (escape->reason == SB_REASON_VOLATILE)
    return " to ";
  return *words ? " " : "";
}

static void add_subject(Remark *r, const SbEscape *escape) {
  static const char *const keys[] = {[SB_SUBJECT_CALLEE] = "Callee",
                                     [SB_SUBJECT_GLOBAL] = "Global",
                                     [SB_SUBJECT_PARAM] = "Param",
                                     [SB_SUBJECT_NOTE] = "Note"};
  bool quoted = escape->subject != SB_SUBJECT_NOTE;
  if (quoted)
    add_text(r, "'");
  add_arg(r, keys[escape->subject], escape->name, NULL);
  if (quoted)
    add_text(r, "'");
}

/* "stored to global 'table' at t.c:9:3", or of a callee "stores it to global 'table' at t.c:9:3" */
static void add_own_sentence(Remark *r, const SbEscape *escape, bool of_callee) {
  const char *words = of_callee ? REASONS[escape->reason].clause : REASONS[escape->reason].sentence;
  if (is_stored_to_parameter(escape)) {
    add_text(r, of_callee ? "stores it to memory that " : "stored to memory that ");
    add_subject(r, escape);
    add_text(r, " points to");
  } else {
    add_text(r, words);
    if (escape->subject != SB_SUBJECT_NONE && escape->name) {
      add_text(r, link_to_subject(escape, words));
      add_subject(r, escape);
    }
  }
  add_location(r, escape->at);
}

/* What is said of an escape that goes on in a callee: freed is freed, everything else is passed on.
 */
static SbReason shown_reason(const SbEscape *escape) {
  if (!escape->inner || escape->reason == SB_REASON_FREED_ELSEWHERE)
    return escape->reason;
  return SB_REASON_PASSED_TO_CALL;
}

/* "passed to 'insert' at f.c:5:3, which stores it to global 'table' at t.c:9:3" */
static void add_chain(Remark *r, const SbEscape *escape, bool of_callee) {
  enum { DEPTH = 8 }; /* calls that are named */
  for (unsigned depth = 0; depth < DEPTH; depth++) {
    SbEscape shown = *escape;
    shown.reason = shown_reason(escape);
    add_own_sentence(r, &shown, of_callee);
    escape = escape->inner;
    if (!escape)
      return;
    add_text(r, ", which ");
    of_callee = true;
  }
  add_text(r, "calls further functions");
}

static void add_sentence(Remark *r, const SbEscape *escape) { add_chain(r, escape, false); }

const char *sb_describe_escape(SbState *state, const SbEscape *escape) {
  Remark r = {.state = state};
  add_sentence(&r, escape);
  return join(&r);
}

static void add_allocation(Remark *r, const SbSite *site) {
  add_arg(r, "AllocFn", site->allocator, NULL);
  if (!site->size_known) {
    add_text(r, " of run-time size");
    return;
  }
  add_text(r, " of ");
  add_arg(r, "Size", sb_arena_printf(&r->state->arena, "%llu", (unsigned long long)site->size),
          NULL);
  add_text(r, site->size == 1 ? " byte" : " bytes");
}

/* "malloc of 48 bytes", or "widget_new (malloc of 48 bytes at w.c:12:9)" */
static void add_site(Remark *r, const SbSite *site) {
  const SbSite *origin = sb_site_origin(site);
  if (origin == site) {
    add_allocation(r, site);
    return;
  }
  LLVMValueRef maker = sb_direct_callee(site->call);
  add_arg(r, "Maker", sb_take_message(&r->state->arena, sbx_display_name(maker)), NULL);
  add_text(r, " (");
  add_allocation(r, origin);
  const char *location = location_of(r->state, origin->call);
  if (location) {
    add_text(r, " at ");
    add_arg(r, "MadeAt", location, origin->call);
  }
  add_text(r, ")");
}

const char *sb_describe_site(SbState *state, const SbSite *site) {
  Remark r = {.state = state};
  add_site(&r, site);
  return join(&r);
}

/*===- Flow steps -----------------------------------------------------------------------------===*/

static const char *holder_name(SbState *state, const SbObject *holder) {
  if (holder->kind == SB_OBJECT_SITE) {
    const char *variable = sb_take_message(&state->arena, sbx_variable_name(holder->value));
    return variable ? variable : sb_describe_site(state, holder->site);
  }
  return sb_source_name(state, holder->value);
}

static const char *field_name(SbState *state, const SbFact *fact) {
  if (fact->holder_offset == SB_UNKNOWN)
    return NULL;
  return sb_take_message(&state->arena, sbx_field_name(fact->holder->value, fact->holder_offset));
}

/* Ends a step: names its allocation for tools, because a hotness threshold can leave that out. */
static void emit_step(Remark *r, const SbSite *site, LLVMValueRef at) {
  unsigned visible = r->args.length;
  const char *location = location_of(r->state, site->call);
  if (location)
    add_arg(r, "Site", location, site->call);
  sbx_emit_remark(r->state->bridge, SBX_REMARK_ANALYSIS, "Flow", at, r->args.data, r->args.length,
                  visible);
}

/* "assigned to field 'next' of 'head' at list.c:8:3" */
static void add_assignment(Remark *r, const SbFact *fact) {
  const char *field = field_name(r->state, fact);
  add_text(r, sb_is_call(fact->through) ? "put by a call into " : "assigned to ");
  if (field) {
    add_text(r, "field '");
    add_arg(r, "Field", field, NULL);
    add_text(r, "' of ");
  }
  add_text(r, "'");
  add_arg(r, "Variable", holder_name(r->state, fact->holder), NULL);
  add_text(r, "'");
  add_location(r, fact->through);
}

static void report_assignment(SbState *state, const SbSite *site, const SbFact *fact) {
  Remark r = {.state = state};
  add_assignment(&r, fact);
  emit_step(&r, site, fact->through);
}

/* "passed as argument 2 of 'insert' at f.c:5:3, which stores it to global 'table' at t.c:9:3" */
static void report_last_step(SbState *state, const SbSite *site, const SbEscape *escape) {
  Remark r = {.state = state};
  if (escape->inner && escape->subject == SB_SUBJECT_CALLEE) {
    add_text(&r, "passed as argument ");
    add_arg(&r, "Argument", sb_arena_printf(&state->arena, "%u", escape->argument + 1), NULL);
    add_text(&r, " of '");
    add_arg(&r, "Callee", escape->name, NULL);
    add_text(&r, "'");
    add_location(&r, escape->at);
    add_text(&r, ", which ");
    add_chain(&r, escape->inner, true);
  } else {
    add_sentence(&r, escape);
  }
  emit_step(&r, site, escape->at);
}

enum { STEPS = 32 };

/* The assignments on the way to the escape; the last comes first, as the facts lead back. */
static unsigned find_assignments(const SbEscape *escape, const SbFact *steps[STEPS]) {
  unsigned count = 0;
  for (const SbFact *fact = escape->fact; fact && count < STEPS; fact = fact->parent)
    if (fact->through && fact->holder)
      steps[count++] = fact;
  return count;
}

const char *sb_describe_flow(SbState *state, const SbEscape *escape) {
  const SbFact *steps[STEPS];
  unsigned count = find_assignments(escape, steps);
  Remark r = {.state = state};
  while (count) {
    add_assignment(&r, steps[--count]);
    if (count)
      add_text(&r, ", then ");
  }
  return r.args.length ? join(&r) : NULL;
}

/* The way from the allocation to the escape, in order. */
static void report_flow(SbState *state, const SbSite *site, const SbEscape *escape) {
  const SbFact *steps[STEPS];
  unsigned count = find_assignments(escape, steps);
  while (count)
    report_assignment(state, site, steps[--count]);
  if (escape->at && escape->fact)
    report_last_step(state, site, escape);
}

/*===- Sites ----------------------------------------------------------------------------------===*/

static void report_promoted(SbState *state, const SbDecision *decision) {
  Remark r = {.state = state};
  add_site(&r, decision->site);
  add_text(&r, " moved to the stack");
  unsigned visible = r.args.length;
  add_arg(&r, "Slot",
          sb_arena_printf(&state->arena, "%llu", (unsigned long long)decision->slot_size), NULL);
  add_inlined_at(&r, decision->site->call);
  add_stage(&r);
  sbx_emit_remark(state->bridge, SBX_REMARK_PASSED, "Promoted", decision->site->call, r.args.data,
                  r.args.length, visible);
}

static void report_kept(SbState *state, const SbDecision *decision) {
  Remark r = {.state = state};
  add_site(&r, decision->site);
  add_text(&r, " stays on the heap: ");
  add_sentence(&r, &decision->why);
  unsigned visible = r.args.length;
  add_arg(&r, "Reason", sb_reason_word(decision->why.reason), NULL);
  add_callee_body(&r, &decision->why);
  add_inlined_at(&r, decision->site->call);
  add_stage(&r);
  sbx_emit_remark(state->bridge, SBX_REMARK_MISSED, "NotPromoted", decision->site->call,
                  r.args.data, r.args.length, visible);
  report_flow(state, decision->site, &decision->why);
}

/* "fewer than 2 of them are in use" */
static const char *describe_use(SbState *state, const SbDecision *decision) {
  if (decision->chain)
    return "the old object is NULL and none of them is in use";
  if (decision->slots == 1)
    return "none of them is in use";
  return sb_arena_printf(&state->arena, "fewer than %u of them are in use", decision->slots);
}

static const char *slot_size_text(SbState *state, const SbDecision *decision) {
  return sb_arena_printf(&state->arena, "%llu", (unsigned long long)decision->slot_size);
}

const char *sb_describe_guard(SbState *state, const SbDecision *decision) {
  const char *use = decision->in_use ? describe_use(state, decision) : "";
  if (decision->site->size_known)
    return sb_arena_printf(&state->arena, "when %s", use);
  return sb_arena_printf(&state->arena, "when at most %s bytes%s%s",
                         slot_size_text(state, decision), *use ? " and " : "", use);
}

/* "malloc of run-time size moved to the stack when at most 256 bytes" */
static void report_guarded(SbState *state, const SbDecision *decision) {
  Remark r = {.state = state};
  add_site(&r, decision->site);
  add_text(&r, " moved to the stack when ");
  if (!decision->site->size_known) {
    add_text(&r, "at most ");
    add_arg(&r, "Limit", slot_size_text(state, decision), NULL);
    add_text(&r, decision->in_use ? " bytes and " : " bytes");
  }
  if (decision->in_use)
    add_text(&r, describe_use(state, decision));
  unsigned visible = r.args.length;
  if (decision->site->size_known)
    add_arg(&r, "Limit", slot_size_text(state, decision), NULL);
  if (decision->in_use)
    add_arg(&r, "Slots", sb_arena_printf(&state->arena, "%u", decision->slots), NULL);
  add_inlined_at(&r, decision->site->call);
  add_stage(&r);
  sbx_emit_remark(state->bridge, SBX_REMARK_PASSED, "PromotedGuarded", decision->site->call,
                  r.args.data, r.args.length, visible);
}

void sb_report(SbState *state, const SbFunction *function) {
  /* Whoever owns the body reports it. */
  if (LLVMGetLinkage(function->value) == LLVMAvailableExternallyLinkage)
    return;
  if (!sbx_remarks_enabled(state->bridge, function->value))
    return;
  for (unsigned i = 0; i < function->decisions.length; i++) {
    const SbDecision *decision = &function->decisions.data[i];
    if (decision->kind == SB_KEEP && sb_is_heap_path(decision->site->call))
      continue; /* the run that made it has said so */
    if (decision->kind == SB_KEEP)
      report_kept(state, decision);
    else if (decision->kind == SB_GUARDED)
      report_guarded(state, decision);
    else
      report_promoted(state, decision);
  }
}
