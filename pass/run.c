/*===- run.c - the straight line -------------------------------------------===*/
#include "ir.h"

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
  sb_arena_reset(&state->arena);
}

static bool has_sites(const SbState *state) { return state->sites.length != 0; }

/* Everything is decided and reported before the first edit: flows refer to instructions of other
 * functions. */
static void decide_module(SbState *state) {
  sb_collect_annotations(state);
  for (unsigned i = 0; i < state->function_list.length; i++)
    if (state->function_list.data[i]->sites.length)
      sb_decide(state, state->function_list.data[i]);
}

static bool rewrite_module(SbState *state, bool simplify) {
  bool changed = false;
  for (unsigned i = 0; i < state->function_list.length; i++) {
    SbFunction *function = state->function_list.data[i];
    if (!sb_rewrite(state, function))
      continue;
    changed = true;
    if (simplify)
      sbx_simplify_function(state->bridge, function->value);
  }
  return changed;
}

bool sb_run_module(SbxModule *bridge, LLVMModuleRef module, const char *parameters, bool simplify) {
  SbState state;
  bool changed = false;
  if (init_state(&state, bridge, module, parameters)) {
    sb_collect_sites(&state);
    if (has_sites(&state)) {
      sb_analyse_module(&state, false);
      decide_module(&state);
      for (unsigned i = 0; i < state.function_list.length; i++)
        sb_report(&state, state.function_list.data[i]);
      changed = rewrite_module(&state, simplify);
    }
  }
  free_state(&state);
  return changed;
}

void sb_print_module(SbxModule *bridge, LLVMModuleRef module) {
  SbState state;
  if (init_state(&state, bridge, module, "")) {
    sb_collect_sites(&state);
    sb_analyse_module(&state, true);
    decide_module(&state);
    for (unsigned i = 0; i < state.function_list.length; i++)
      sb_print_function(&state, state.function_list.data[i]);
  }
  free_state(&state);
}
