/*===- copy.c - making specialised copies ----------------------------------===*
 *
 * requires  planned copies; no function has been edited
 * maintains every copy is a function with a flow, decisions and a place for its
 *           slots, which sb_rewrite treats like any other
 *
 *===----------------------------------------------------------------------===*/
#include "ir.h"

#include <string.h>

/* The copy has the same instructions in the same order: those of the original -> its own. */
static SbMap map_instructions(SbState *state, LLVMValueRef original, LLVMValueRef copy) {
  SbMap map = {0};
  LLVMBasicBlockRef own_block = LLVMGetFirstBasicBlock(copy);
  SB_FOR_BLOCKS(block, original) {
    LLVMValueRef own = LLVMGetFirstInstruction(own_block);
    SB_FOR_INSTRUCTIONS(inst, block) {
      sb_map_put(&state->arena, &map, inst, 0, own);
      own = LLVMGetNextInstruction(own);
    }
    own_block = LLVMGetNextBasicBlock(own_block);
  }
  return map;
}

static void map_site(SbState *state, SbFunction *function, const SbMap *instructions,
                     const SbSite *site) {
  LLVMValueRef call = sb_map_get(instructions, site->call, 0);
  SbSite *own = site->inner ? sb_map_get(&state->made_sites, call, (uintptr_t)site->inner)
                            : sb_map_get(&state->sites, call, 0);
  sb_map_put(&state->arena, &function->own_sites, site, 0, own);
}

static void map_sites(SbState *state, SbFunction *function, SbFunction *original) {
  SbMap instructions = map_instructions(state, original->value, function->value);
  const SbFlow *flow = sb_flow_of(state, original);
  for (unsigned i = 0; i < original->sites.length; i++)
    map_site(state, function, &instructions, original->sites.data[i]);
  for (unsigned i = 0; i < flow->made.length; i++)
    map_site(state, function, &instructions, flow->made.data[i]);
}

/* Objects of the original's own that live in slots do so in the copy, too. */
static void inherit_decisions(SbState *state, SbFunction *function, const SbCopy *copy) {
  for (unsigned i = 0; i < copy->original->decisions.length; i++) {
    SbDecision decision = copy->original->decisions.data[i];
    if (decision.kind == SB_KEEP || !sb_is_inherited(copy, &decision))
      continue;
    decision.site = sb_map_get(&function->own_sites, decision.site, 0);
    decision.object = sb_flow_site_object(function->flow, decision.site);
    sb_vec_push(&state->arena, &function->decisions, decision);
  }
  sb_collect_promoted(state, function);
}

static LLVMValueRef copy_value(SbState *state, const SbCopy *copy) {
  size_t length;
  const char *name = LLVMGetValueName2(copy->original->value, &length);
  name = sb_arena_printf(&state->arena, "%.*s.stackbound", (int)length, name);
  return sbx_copy_function(copy->original->value, name, copy->types.data, copy->slots);
}

static SbFunction *make_copy(SbState *state, SbCopy *copy) {
  SbFunction *function = sb_arena_alloc(&state->arena, sizeof *function);
  function->value = copy_value(state, copy);
  function->copy = copy;
  function->recursive = copy->original->recursive;
  function->copyable = copy->original->copyable;
  function->coarse = copy->original->coarse;
  sb_collect_function_sites(state, function);
  function->flow = sb_flow_compute(state, function, function->coarse);
  map_sites(state, function, copy->original);
  inherit_decisions(state, function, copy);
  return function;
}

void sb_make_copies(SbState *state) {
  for (unsigned i = 0; i < state->copies.length; i++)
    state->copies.data[i]->function = make_copy(state, state->copies.data[i]);
}
