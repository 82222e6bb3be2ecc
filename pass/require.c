/*===- require.c - functions that must not allocate on the heap ------------===*
 *
 * requires  decisions; the IR not yet edited
 * maintains one error per allocation that stays on the heap although its
 *           function requires the stack; changes nothing
 *
 * A requirement belongs to the source: it covers what was inlined into the
 * function, and follows the function's own code to where that was inlined.
 *
 *===----------------------------------------------------------------------===*/
#include "ir.h"

#include <llvm-c/DebugInfo.h>
#include <string.h>

/* What is required of a site, and by which function. */
typedef struct Demand {
  SbRequirement kind;
  const char *function;
  const char *place; /* " (inlined into 'main')", or "" */
} Demand;

/*===- Who requires it ------------------------------------------------------------------------===*/

/* One of the patterns of the option, which '|' separates. */
static bool is_listed(const SbState *state, const char *name, size_t length) {
  const char *patterns = state->options.require;
  while (patterns) {
    size_t end = strcspn(patterns, "|");
    if (sb_glob_match(patterns, end, name, length))
      return true;
    patterns = patterns[end] ? patterns + end + 1 : NULL;
  }
  return false;
}

/* Both names of a C++ function count: the one in the object file, and the one in the source. */
static bool is_listed_function(SbState *state, LLVMValueRef function) {
  size_t length;
  const char *symbol = LLVMGetValueName2(function, &length);
  if (!state->options.require)
    return false;
  if (is_listed(state, symbol, length))
    return true;
  const char *name = sb_take_message(&state->arena, sbx_display_name(function));
  return is_listed(state, name, strlen(name));
}

static Demand demand_of_function(SbState *state, LLVMValueRef function) {
  void *annotated = sb_map_get(&state->required, function, SB_REQUIRED_FUNCTION);
  Demand demand = {.kind = (SbRequirement)(uintptr_t)annotated};
  if (!annotated && is_listed_function(state, function))
    demand.kind = SB_REQUIRE_STACK;
  if (demand.kind)
    demand.function = sb_take_message(&state->arena, sbx_display_name(function));
  return demand;
}

/* The function whose source the call comes from, at one level of inlining. */
static Demand demand_of_source(SbState *state, LLVMMetadataRef subprogram) {
  LLVMValueRef function = sb_map_get(&state->required, subprogram, SB_REQUIRED_SUBPROGRAM);
  if (function)
    return demand_of_function(state, function);
  const char *name = sb_take_message(&state->arena, sbx_subprogram_name(subprogram, true));
  const char *symbol = sb_take_message(&state->arena, sbx_subprogram_name(subprogram, false));
  if (is_listed(state, name, strlen(name)) || is_listed(state, symbol, strlen(symbol)))
    return (Demand){.kind = SB_REQUIRE_STACK, .function = name};
  return (Demand){0};
}

static const char *inlined_place(SbState *state, LLVMValueRef function) {
  const char *name = sb_take_message(&state->arena, sbx_display_name(function));
  return sb_arena_printf(&state->arena, " (inlined into '%s')", name);
}

static Demand demand_of_site(SbState *state, LLVMValueRef function, LLVMValueRef call) {
  Demand demand = demand_of_function(state, function);
  demand.place = "";
  LLVMMetadataRef subprogram;
  for (unsigned level = 0; (subprogram = sbx_source_subprogram(call, level)); level++) {
    Demand inner = demand_of_source(state, subprogram);
    if (inner.kind <= demand.kind)
      continue;
    demand = inner;
    demand.place = inlined_place(state, function);
  }
  return demand;
}

/*
 * Inlined wherever it is called, and kept only because its annotation refers to it: what counts are
 * the copies, which debug information tells.
 *   __attribute__((annotate("heap-to-stack=require"))) static char *make(void) { return malloc(8);
 * }
 */
static bool is_unused_copy(LLVMValueRef function) {
  if (!LLVMGetSubprogram(function) || !sbx_is_discardable(function))
    return false;
  SB_FOR_USES(use, function) {
    if (!LLVMIsAConstantStruct(LLVMGetUser(use)))
      return false;
  }
  return true;
}

/*===- Whether it is met ----------------------------------------------------------------------===*/

/* Some objects of the site go to the heap at run time. */
static bool is_partly_on_heap(const SbDecision *decision) {
  return decision->kind == SB_GUARDED || sb_is_heap_path(decision->site->call) ||
         (decision->kind == SB_SLOT && decision->object->resizes.length);
}

/* Nobody asks for optimisation where it is turned off, nor where the code is never reached. */
static bool is_exempt(const SbState *state, const SbDecision *decision) {
  return decision->why.reason == SB_REASON_DISABLED || !decision->object ||
         !sbx_is_reachable(state->bridge, LLVMGetInstructionParent(decision->site->call));
}

/* The error's text, or NULL. */
static const char *find_fault(SbState *state, const SbDecision *decision, const Demand *demand) {
  const char *site = sb_describe_site(state, decision->site);
  if (is_partly_on_heap(decision)) {
    if (demand->kind != SB_REQUIRE_FIXED)
      return NULL;
    const char *when =
        decision->in_use ? sb_describe_guard(state, decision) : "when it is small at run time";
    return sb_arena_printf(&state->arena,
                           "%s moves to the stack only %s, but '%s'%s requires it always "
                           "(heap-to-stack=require-fixed)",
                           site, when, demand->function, demand->place);
  }
  if (decision->kind != SB_KEEP)
    return NULL;
  const char *flow = sb_describe_flow(state, &decision->why);
  return sb_arena_printf(&state->arena,
                         "%s stays on the heap, but '%s'%s requires the stack: %s%s%s", site,
                         demand->function, demand->place, sb_describe_escape(state, &decision->why),
                         flow ? "; it was " : "", flow ? flow : "");
}

static void check_site(SbState *state, LLVMValueRef function, const SbDecision *decision) {
  if (is_exempt(state, decision))
    return;
  Demand demand = demand_of_site(state, function, decision->site->call);
  const char *fault = demand.kind ? find_fault(state, decision, &demand) : NULL;
  if (fault)
    sbx_emit_error_at(state->bridge, decision->site->call, fault);
}

void sb_check_requirements(SbState *state) {
  if (!state->required.length && !state->options.require)
    return;
  /* Before link-time optimisation nothing is final. */
  if (!sbx_is_final(state->bridge))
    return;
  for (unsigned i = 0; i < state->function_list.length; i++) {
    const SbFunction *function = state->function_list.data[i];
    if (!function->decisions.length || is_unused_copy(function->value) ||
        LLVMGetLinkage(function->value) == LLVMAvailableExternallyLinkage)
      continue;
    for (unsigned j = 0; j < function->decisions.length; j++)
      check_site(state, function->value, &function->decisions.data[j]);
  }
}
