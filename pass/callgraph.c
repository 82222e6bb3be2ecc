/*===- callgraph.c - sites, recursion, and the order of analysis -----------===*
 *
 * LLVM's CallGraph lets every declaration call every function back; that would
 * make nearly all functions recursive. Here an edge is a direct call, or an
 * indirect call to any function of such parameters whose address is taken.
 *
 *===----------------------------------------------------------------------===*/
#include "ir.h"

/* Rounds over one recursive component before offsets are given up, and before everything is. */
enum { FINE_ROUNDS = 4, COARSE_ROUNDS = 12 };

static SbFunction *function_of(const SbState *state, LLVMValueRef value) {
  return sb_map_get(&state->functions, value, 0);
}

static void add_function(SbState *state, LLVMValueRef value) {
  SbFunction *function = sb_arena_alloc(&state->arena, sizeof *function);
  function->value = value;
  function->number = state->function_list.length;
  sb_map_put(&state->arena, &state->functions, value, 0, function);
  sb_vec_push(&state->arena, &state->function_list, function);
}

static void collect_in_block(SbState *state, SbFunction *function, LLVMBasicBlockRef block) {
  SB_FOR_INSTRUCTIONS(inst, block) {
    if (!sb_is_call(inst))
      continue;
    SbSite *site = sb_site_of_call(state->bridge, &state->arena, inst);
    if (!site)
      continue;
    sb_vec_push(&state->arena, &function->sites, site);
    sb_map_put(&state->arena, &state->sites, inst, 0, site);
  }
}

void sb_collect_function_sites(SbState *state, SbFunction *function) {
  SB_FOR_BLOCKS(block, function->value)
  collect_in_block(state, function, block);
}

void sb_collect_sites(SbState *state) {
  SB_FOR_FUNCTIONS(value, state->module) {
    if (LLVMIsDeclaration(value))
      continue;
    add_function(state, value);
    sb_collect_function_sites(state, function_of(state, value));
  }
}

/*===- Edges ----------------------------------------------------------------------------------===*/

typedef SB_VEC(unsigned) UnsignedVec;

typedef struct Edges {
  UnsignedVec begin, targets;
} Edges;

/* Used as anything but the called operand of a call: some indirect call may reach it. */
static bool is_address_taken(LLVMValueRef function) {
  SB_FOR_USES(use, function) {
    LLVMValueRef user = LLVMGetUser(use);
    if (!sb_is_call(user) || LLVMGetCalledValue(user) != function)
      return true;
    unsigned arguments = LLVMGetNumArgOperands(user);
    for (unsigned i = 0; i < arguments; i++)
      if (LLVMGetOperand(user, i) == function)
        return true;
  }
  return false;
}

/* qsort(.., compare): a function that is passed may be called, and its summary is wanted first. */
static void add_callback_edges(SbState *state, Edges *edges, LLVMValueRef call) {
  unsigned arguments = LLVMGetNumArgOperands(call);
  for (unsigned i = 0; i < arguments; i++) {
    LLVMValueRef argument = LLVMGetOperand(call, i);
    SbFunction *function = LLVMIsAFunction(argument) ? function_of(state, argument) : NULL;
    if (function)
      sb_vec_push(&state->arena, &edges->targets, function->number);
  }
}

/*
 * Indirect calls lead to functions through nodes of their own, which come after those of the
 * functions: the first stands for every function whose address is taken, each of the others for
 * those with certain parameters. What a function returns does not tell them apart: int (*)(void *)
 * is called as void (*)(void *) in real programs.
 */
typedef struct Hubs {
  SbMap numbers;     /* signature -> node + 1 */
  UnsignedVec first; /* of each hub but the first: its last function + 1 */
  unsigned *next;    /* of each function: another one of its hub + 1, or 0 */
} Hubs;

/* The parameters; NULL: a call of that type may reach functions of any. */
static LLVMTypeRef signature_of(SbState *state, LLVMTypeRef type) {
  if (LLVMIsFunctionVarArg(type))
    return NULL;
  unsigned count = LLVMCountParamTypes(type);
  LLVMTypeRef *parameters = sb_arena_alloc(&state->arena, (count + 1) * sizeof(LLVMTypeRef));
  LLVMGetParamTypes(type, parameters);
  LLVMTypeRef none = LLVMVoidTypeInContext(LLVMGetModuleContext(state->module));
  return LLVMFunctionType(none, parameters, count, false);
}

static unsigned hub_of(SbState *state, const Hubs *hubs, LLVMTypeRef type) {
  LLVMTypeRef signature = signature_of(state, type);
  if (!signature)
    return state->function_list.length + 1;
  return (unsigned)(uintptr_t)sb_map_get(&hubs->numbers, signature, 0);
}

static Hubs collect_hubs(SbState *state) {
  Hubs hubs = {0};
  unsigned count = state->function_list.length;
  hubs.next = sb_arena_alloc(&state->arena, (count + 1) * sizeof *hubs.next);
  for (unsigned i = 0; i < count; i++) {
    LLVMValueRef function = state->function_list.data[i]->value;
    LLVMTypeRef signature = signature_of(state, LLVMGlobalGetValueType(function));
    if (!signature || !is_address_taken(function))
      continue;
    uintptr_t hub = (uintptr_t)sb_map_get(&hubs.numbers, signature, 0);
    if (!hub) {
      sb_vec_push(&state->arena, &hubs.first, 0);
      hub = count + hubs.first.length + 1;
      sb_map_put(&state->arena, &hubs.numbers, signature, 0, (void *)hub);
    }
    unsigned *first = &hubs.first.data[hub - count - 2];
    hubs.next[i] = *first;
    *first = i + 1;
  }
  return hubs;
}

static void add_call_edges(SbState *state, Edges *edges, LLVMBasicBlockRef block,
                           const Hubs *hubs) {
  SB_FOR_INSTRUCTIONS(inst, block) {
    if (!sb_is_call(inst))
      continue;
    LLVMValueRef callee = sbx_strip_to_function(LLVMGetCalledValue(inst));
    SbFunction *function = callee ? function_of(state, callee) : NULL;
    if (function)
      sb_vec_push(&state->arena, &edges->targets, function->number);
    add_callback_edges(state, edges, inst);
    if (!hubs || callee || LLVMIsAInlineAsm(LLVMGetCalledValue(inst)))
      continue;
    unsigned hub = hub_of(state, hubs, LLVMGetCalledFunctionType(inst));
    if (hub)
      sb_vec_push(&state->arena, &edges->targets, hub - 1);
  }
}

static void add_hub_edges(SbState *state, Edges *edges, const Hubs *hubs) {
  for (unsigned i = 0; i < state->function_list.length; i++)
    if (is_address_taken(state->function_list.data[i]->value))
      sb_vec_push(&state->arena, &edges->targets, i);
  sb_vec_push(&state->arena, &edges->begin, edges->targets.length);
  for (unsigned i = 0; i < hubs->first.length; i++) {
    for (unsigned next = hubs->first.data[i]; next; next = hubs->next[next - 1])
      sb_vec_push(&state->arena, &edges->targets, next - 1);
    sb_vec_push(&state->arena, &edges->begin, edges->targets.length);
  }
}

static SbGraph collect_edges(SbState *state, bool with_indirect) {
  Edges store = {0}, *edges = &store;
  Hubs hubs = {0};
  if (with_indirect)
    hubs = collect_hubs(state);
  for (unsigned i = 0; i < state->function_list.length; i++) {
    sb_vec_push(&state->arena, &edges->begin, edges->targets.length);
    SB_FOR_BLOCKS(block, state->function_list.data[i]->value)
    add_call_edges(state, edges, block, with_indirect ? &hubs : NULL);
  }
  sb_vec_push(&state->arena, &edges->begin, edges->targets.length);
  if (with_indirect)
    add_hub_edges(state, edges, &hubs);
  return (SbGraph){edges->begin.length - 1, edges->begin.data, edges->targets.data};
}

static bool calls_itself(const SbGraph *graph, unsigned node) {
  for (unsigned e = graph->edge_begin[node]; e < graph->edge_begin[node + 1]; e++)
    if (graph->edges[e] == node)
      return true;
  return false;
}

/* The function may hand objects to its caller, by its result or through a parameter. */
static bool has_way_out(const SbFunction *function) {
  LLVMTypeRef type = LLVMGlobalGetValueType(function->value);
  bool result = sb_holds_pointers(LLVMGetReturnType(type));
  for (unsigned i = 0; i < LLVMCountParams(function->value) && !result; i++)
    result = sb_holds_pointers(LLVMTypeOf(LLVMGetParam(function->value, i)));
  return result && function->copyable && !function->recursive;
}

/* Functions with sites, and those that get objects from such: called before calling. */
static void mark_makers(SbState *state, const SbGraph *graph, const unsigned *order) {
  bool *hands_out = sb_arena_alloc(&state->arena, graph->nodes * sizeof *hands_out);
  for (unsigned i = 0; i < graph->nodes; i++) {
    unsigned node = order[i];
    if (node >= state->function_list.length)
      continue;
    SbFunction *function = state->function_list.data[node];
    function->needed |= function->sites.length != 0;
    for (unsigned e = graph->edge_begin[node]; e < graph->edge_begin[node + 1]; e++)
      function->needed |= hands_out[graph->edges[e]];
    hands_out[node] = function->needed && has_way_out(function);
  }
}

/* A flow needs the summaries of whatever its function calls. */
static void mark_needed(SbState *state, const SbGraph *graph, const unsigned *order, bool all) {
  UnsignedVec pending = {0};
  mark_makers(state, graph, order);
  for (unsigned i = 0; i < state->function_list.length; i++) {
    SbFunction *function = state->function_list.data[i];
    function->needed |= all;
    if (function->needed)
      sb_vec_push(&state->arena, &pending, i);
  }
  while (pending.length) {
    unsigned node = pending.data[--pending.length];
    for (unsigned e = graph->edge_begin[node]; e < graph->edge_begin[node + 1]; e++) {
      SbFunction *callee = state->function_list.data[graph->edges[e]];
      if (callee->needed)
        continue;
      callee->needed = true;
      sb_vec_push(&state->arena, &pending, callee->number);
    }
  }
}

/*===- Bottom-up analysis ---------------------------------------------------------------------===*/

/* Analyses the members once; true when a summary changed. The last flow of each is kept. */
static bool analyse_round(SbState *state, SbFunction **members, unsigned count, bool coarse) {
  bool changed = false;
  for (unsigned i = 0; i < count; i++) {
    SbFunction *function = members[i];
    if (!function->needed)
      continue;
    if (function->flow)
      sb_flow_free(function->flow);
    function->coarse = coarse;
    function->flow = sb_flow_compute(state, function, coarse);
    changed |= sb_summarise(state, function, function->flow);
  }
  return changed;
}

static void forget_summaries(SbFunction **members, unsigned count) {
  for (unsigned i = 0; i < count; i++)
    members[i]->summary.known = false;
}

/*
 * Optimistic fixpoint: all summaries of the component start empty and grow until a round changes
 * nothing. Offsets can grow for ever (f(p) calls f(p + 8)): after FINE_ROUNDS they are not told
 * apart any more, which leaves finitely many effects; should that not be enough, nothing is
 * promised about the component.
 */
static void analyse_component(SbState *state, SbFunction **members, unsigned count, bool cyclic) {
  for (unsigned i = 0; i < count; i++)
    members[i]->summary.known = members[i]->needed;
  bool changed = analyse_round(state, members, count, false);
  for (unsigned round = 1; cyclic && changed && round < COARSE_ROUNDS; round++)
    changed = analyse_round(state, members, count, round >= FINE_ROUNDS);
  if (cyclic && changed) {
    forget_summaries(members, count);
    analyse_round(state, members, count, true);
    forget_summaries(members, count);
  }
  for (unsigned i = 0; i < count; i++) {
    SbFunction *function = members[i];
    sb_vec_push(&state->arena, &state->bottom_up, function);
    if (function->flow && !function->sites.length && !function->flow->made.length) {
      sb_flow_free(function->flow);
      function->flow = NULL;
    }
  }
}

SbFlow *sb_flow_of(SbState *state, SbFunction *function) {
  if (!function->flow)
    function->flow = sb_flow_compute(state, function, function->coarse);
  return function->flow;
}

/* Components of the call graph, callees first. */
typedef struct Components {
  SbGraph graph;
  unsigned *order, *component;
} Components;

static Components find_components(SbState *state, bool with_indirect) {
  Components c = {.graph = collect_edges(state, with_indirect)};
  c.order = sb_arena_alloc(&state->arena, c.graph.nodes * sizeof *c.order);
  c.component = sb_arena_alloc(&state->arena, c.graph.nodes * sizeof *c.component);
  sb_graph_components(&state->arena, &c.graph, c.order, c.component);
  return c;
}

/* The members of the component that begins at order[*position]; moves it behind them. */
static unsigned next_component(SbState *state, const Components *c, unsigned *position,
                               SbFunction **members, bool *cyclic) {
  unsigned first = *position, count = 0, i = first;
  for (; i < c->graph.nodes && c->component[c->order[i]] == c->component[c->order[first]]; i++)
    if (c->order[i] < state->function_list.length)
      members[count++] = state->function_list.data[c->order[i]];
  *position = i;
  *cyclic = i - first > 1 || calls_itself(&c->graph, c->order[first]);
  return count;
}

/* Recursion counts calls through pointers; the order of analysis, which uses no summary there, does
 * not. */
static void mark_recursion(SbState *state, SbFunction **members) {
  Components c = find_components(state, true);
  for (unsigned position = 0; position < c.graph.nodes;) {
    bool cyclic;
    unsigned count = next_component(state, &c, &position, members, &cyclic);
    for (unsigned i = 0; i < count; i++)
      members[i]->recursive = cyclic;
  }
}

void sb_analyse_module(SbState *state, bool all) {
  unsigned functions = state->function_list.length;
  SbFunction **members = sb_arena_alloc(&state->arena, (functions + 1) * sizeof(SbFunction *));
  mark_recursion(state, members);
  Components c = find_components(state, false);
  mark_needed(state, &c.graph, c.order, all);
  for (unsigned position = 0; position < c.graph.nodes;) {
    bool cyclic;
    unsigned count = next_component(state, &c, &position, members, &cyclic);
    if (count)
      analyse_component(state, members, count, cyclic);
  }
}
