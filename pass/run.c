/*===- run.c - the straight line -------------------------------------------===*/
#include "check.h"

#include <string.h>

static void find_intrinsics(SbState *state) {
  static const char *const names[] = {
#define SB_INTRINSIC(FIELD, NAME, ROLE) NAME,
#include "intrinsics.def"
#undef SB_INTRINSIC
  };
  for (unsigned i = 0; i < SB_INTRINSIC_COUNT; i++)
    state->intrinsics[i] = LLVMLookupIntrinsicID(names[i], strlen(names[i]));
}

/* False, with the error reported, when an option is wrong. */
static bool init_state(SbState *state, SbxModule *bridge, LLVMModuleRef module,
                       const char *parameters) {
  *state = (SbState){.bridge = bridge, .module = module};
  state->layout = LLVMGetModuleDataLayout(module);
  state->pointer_size = LLVMPointerSize(state->layout);
  find_intrinsics(state);
  const char *error =
      sb_options_parse(&state->options, &state->arena, sbx_option_value, parameters);
  if (error)
    sbx_emit_error(bridge, error);
  return !error;
}

static void free_state(SbState *state) {
  for (unsigned i = 0; i < state->function_list.length; i++)
    if (state->function_list.data[i]->flow)
      sb_flow_free(state->function_list.data[i]->flow);
  for (unsigned i = 0; i < state->copies.length; i++)
    if (state->copies.data[i]->function)
      sb_flow_free(state->copies.data[i]->function->flow);
  sb_arena_reset(&state->arena);
}

static bool has_sites(const SbState *state) { return state->sites.length != 0; }

/* Everything is decided and reported before the first edit: flows refer to instructions of other
 * functions. */
static void decide_module(SbState *state, bool all) {
  sb_describe_functions(state);
  sb_analyse_module(state, all);
  /* Callees first: a copy of a function whose promotions are final has them, too. */
  for (unsigned i = 0; i < state->bottom_up.length; i++)
    if (state->bottom_up.data[i]->flow)
      sb_decide(state, state->bottom_up.data[i]);
}

static bool rewrite_function(SbState *state, SbFunction *function, bool simplify) {
  if (!sb_rewrite(state, function))
    return false;
  if (simplify)
    sbx_simplify_function(state->bridge, function->value);
  return true;
}

static bool rewrite_module(SbState *state, bool simplify) {
  bool changed = state->copies.length != 0;
  sb_make_copies(state);
  for (unsigned i = 0; i < state->copies.length; i++)
    rewrite_function(state, state->copies.data[i]->function, simplify);
  for (unsigned i = 0; i < state->function_list.length; i++)
    changed |= rewrite_function(state, state->function_list.data[i], simplify);
  return changed;
}

bool sb_run_module(SbxModule *bridge, LLVMModuleRef module, const char *parameters, bool simplify) {
  SbState state;
  bool changed = false;
  if (init_state(&state, bridge, module, parameters)) {
    sb_collect_annotations(&state);
    sb_collect_sites(&state);
    if (has_sites(&state)) {
      decide_module(&state, false);
      for (unsigned i = 0; i < state.function_list.length; i++)
        sb_report(&state, state.function_list.data[i]);
      sb_check_requirements(&state);
      changed = rewrite_module(&state, simplify);
    }
    changed |= sb_check_frees(&state);
  }
  free_state(&state);
  return changed;
}

void sb_print_module(SbxModule *bridge, LLVMModuleRef module) {
  SbState state;
  if (init_state(&state, bridge, module, "")) {
    sb_collect_annotations(&state);
    sb_collect_sites(&state);
    decide_module(&state, true);
    for (unsigned i = 0; i < state.function_list.length; i++)
      sb_print_function(&state, state.function_list.data[i]);
  }
  free_state(&state);
}
