/*===- distance.c - differences and order of pointers ----------------------===*
 *
 * end - start, and p < end, of one object say nothing of where it is. Of two
 * objects, a difference leads from one to the other unseen:
 *   start + (other - start)
 * Where a function measures between what its parameters lead to, its callers know
 * whether those are one object.
 *
 *===----------------------------------------------------------------------===*/
#include "flow.h"

/* Differences that a function takes between objects of its callers; past that they escape. */
enum { MAX_DISTANCES = 32 };

static bool is_of_parameter(const SbObject *object) {
  while (object->kind == SB_OBJECT_CONTENTS)
    object = object->parent;
  return object->kind == SB_OBJECT_PARAM;
}

/* While the function runs, all pointers to the object are to the same thing in memory. */
static bool is_single(const SbObject *object) {
  for (; object->kind == SB_OBJECT_CONTENTS; object = object->parent)
    if (!sb_is_exact(object->offset) || object->depth == SB_MAX_DEPTH)
      return false;
  LLVMValueRef value = object->value;
  if (object->kind == SB_OBJECT_LOCAL)
    return LLVMIsAAllocaInst(value) &&
           LLVMGetInstructionParent(value) ==
               LLVMGetEntryBasicBlock(LLVMGetBasicBlockParent(LLVMGetInstructionParent(value)));
  return object->kind == SB_OBJECT_PARAM;
}

/*
 * The objects that a site makes are not one, but unless it is carried (live.c) pointers to two of
 * them are never there together. That is found out when the flow is complete: decide.c looks at
 * what is noted here.
 */
static bool is_one(SbObject *object, const SbEscape *unless_one) {
  if (is_single(object) || SB_BROKEN(ONE_OBJECT))
    return true;
  if (object->kind != SB_OBJECT_SITE || !unless_one)
    return false;
  if (!object->measured.reason)
    object->measured = *unless_one;
  return true;
}

/* What an address is computed from; an integer's is that of the pointer it was. */
static LLVMValueRef base_of(LLVMValueRef address) {
  enum { STEPS = 32 };
  for (unsigned i = 0; i < STEPS; i++) {
    if (!LLVMIsAGetElementPtrInst(address) && !LLVMIsAPtrToIntInst(address))
      break;
    address = LLVMGetOperand(address, 0);
  }
  return address;
}

static bool is_pointer(LLVMValueRef value) {
  return LLVMGetTypeKind(LLVMTypeOf(value)) == LLVMPointerTypeKind;
}

/* c ? p : NULL, of which a difference may be the other pointer itself. */
static bool may_be_chosen_null(LLVMValueRef value) {
  if (LLVMIsASelectInst(value))
    return sb_is_null_like(LLVMGetOperand(value, 1)) || sb_is_null_like(LLVMGetOperand(value, 2));
  unsigned incoming = LLVMIsAPHINode(value) ? LLVMCountIncoming(value) : 0;
  for (unsigned i = 0; i < incoming; i++)
    if (sb_is_null_like(LLVMGetIncomingValue(value, i)))
      return true;
  return false;
}

/* Points to an object of ours if it is anything; integers may always be something else. */
static bool is_measurable(LLVMValueRef value) {
  return is_pointer(value) && !may_be_chosen_null(value);
}

/*===- Results that may be null ---------------------------------------------------------------===*/

/* strchr(p, c) - p is the address itself when there is no c, so what strchr finds is measured only
 * where it is known to have found something. */

/* icmp ne value, null, or eq where equal. */
static bool asks_for_null(LLVMValueRef condition, LLVMValueRef value, bool equal) {
  return LLVMIsAICmpInst(condition) &&
         LLVMGetICmpPredicate(condition) == (equal ? LLVMIntEQ : LLVMIntNE) &&
         LLVMGetOperand(condition, 0) == value && sb_is_null_like(LLVMGetOperand(condition, 1));
}

/* The edge from the block is taken only when the value is not null. */
static bool is_nonnull_on_edge(const SbFlow *flow, LLVMValueRef value, LLVMBasicBlockRef from,
                               LLVMBasicBlockRef to) {
  LLVMValueRef branch = LLVMGetBasicBlockTerminator(from);
  if (LLVMIsABranchInst(branch) && LLVMIsConditional(branch) &&
      LLVMGetSuccessor(branch, 0) != LLVMGetSuccessor(branch, 1)) {
    bool on_true = LLVMGetSuccessor(branch, 0) == to;
    if (asks_for_null(LLVMGetCondition(branch), value, !on_true))
      return true;
  }
  return sbx_is_nonnull(flow->state->bridge, value, branch);
}

typedef struct Values {
  LLVMValueRef data[16];
  unsigned count;
} Values;

/* `value ? number : ..`, or `!value | number`: the number counts only where the value is not null.
 */
static bool settles_null(LLVMValueRef user, LLVMValueRef number, LLVMValueRef value) {
  if (LLVMIsASelectInst(user)) {
    bool on_true = LLVMGetOperand(user, 1) == number, on_false = LLVMGetOperand(user, 2) == number;
    LLVMValueRef condition = LLVMGetOperand(user, 0);
    return on_true != on_false && condition != number && asks_for_null(condition, value, on_false);
  }
  LLVMOpcode opcode = LLVMGetInstructionOpcode(user);
  if (opcode != LLVMAnd && opcode != LLVMOr)
    return false;
  LLVMValueRef other = LLVMGetOperand(user, LLVMGetOperand(user, 0) == number ? 1 : 0);
  return asks_for_null(other, value, opcode == LLVMOr);
}

/* Looks at one use of a number that was computed from the value; a further number is added. */
static bool is_use_where_nonnull(const SbFlow *flow, LLVMUseRef use, LLVMValueRef value,
                                 Values *numbers) {
  enum { MOST = sizeof numbers->data / sizeof *numbers->data };
  LLVMValueRef user = LLVMGetUser(use), number = LLVMGetUsedValue(use);
  if (LLVMIsAPHINode(user)) {
    for (unsigned i = 0; i < LLVMCountIncoming(user); i++)
      if (LLVMGetIncomingValue(user, i) == number &&
          !is_nonnull_on_edge(flow, value, LLVMGetIncomingBlock(user, i),
                              LLVMGetInstructionParent(user)))
        return false;
    return true;
  }
  if (settles_null(user, number, value) || sbx_is_nonnull(flow->state->bridge, value, user))
    return true;
  bool computes = LLVMIsABinaryOperator(user) || LLVMIsACastInst(user) || LLVMIsACmpInst(user) ||
                  LLVMIsASelectInst(user);
  if (!computes || numbers->count == MOST)
    return false;
  numbers->data[numbers->count++] = user;
  return true;
}

/* The optimiser computes early what is chosen late: q ? q - p : -1. */
static bool is_used_where_nonnull(const SbFlow *flow, LLVMValueRef inst, LLVMValueRef value) {
  if (sbx_is_nonnull(flow->state->bridge, value, inst))
    return true;
  if (LLVMIsACallInst(inst) || LLVMIsAInvokeInst(inst))
    return false; /* measured by a callee */
  Values numbers = {.data = {inst}, .count = 1};
  for (unsigned i = 0; i < numbers.count; i++) {
    SB_FOR_USES(use, numbers.data[i]) {
      if (!is_use_where_nonnull(flow, use, value, &numbers))
        return false;
    }
  }
  return true;
}

/* At `inst`, which measures it. */
static bool is_found(SbFlow *flow, LLVMValueRef address, LLVMValueRef inst) {
  LLVMValueRef value = base_of(address);
  return LLVMIsAICmpInst(inst) || !sb_libcall_finds(flow, value) ||
         is_used_where_nonnull(flow, inst, value);
}

static bool is_found_on_edge(SbFlow *flow, LLVMValueRef phi, unsigned incoming, LLVMValueRef inst) {
  LLVMValueRef value = base_of(LLVMGetIncomingValue(phi, incoming));
  return LLVMIsAICmpInst(inst) || !sb_libcall_finds(flow, value) ||
         is_nonnull_on_edge(flow, value, LLVMGetIncomingBlock(phi, incoming),
                            LLVMGetInstructionParent(phi));
}

/*===- Pairs ----------------------------------------------------------------------------------===*/

static SbObject *pointed_object(const SbFlow *flow, LLVMValueRef value) {
  return is_measurable(value) ? sb_flow_single_object(flow, value) : NULL;
}

typedef struct Pair {
  LLVMValueRef left, right;
} Pair;

enum { MAX_PAIRS = 32 };

/* What the instruction measures, and what that depends on. */
typedef struct Pairs {
  SbFlow *flow;
  LLVMValueRef inst;
  Pair data[MAX_PAIRS];
  unsigned count;
} Pairs;

/* Adds a pair unless it is there; false when there is no room. */
static bool add_pair(Pairs *pairs, LLVMValueRef left, LLVMValueRef right) {
  for (unsigned i = 0; i < pairs->count; i++)
    if (pairs->data[i].left == left && pairs->data[i].right == right)
      return true;
  if (pairs->count == MAX_PAIRS)
    return false;
  pairs->data[pairs->count++] = (Pair){left, right};
  return true;
}

static bool add_incoming_pairs(Pairs *pairs, LLVMValueRef left, LLVMValueRef right) {
  if (!LLVMIsAPHINode(left) || !LLVMIsAPHINode(right) ||
      LLVMGetInstructionParent(left) != LLVMGetInstructionParent(right))
    return false;
  unsigned incoming = LLVMCountIncoming(left);
  for (unsigned i = 0; i < incoming; i++)
    for (unsigned k = 0; k < incoming; k++)
      if (LLVMGetIncomingBlock(left, i) == LLVMGetIncomingBlock(right, k) &&
          (!is_found_on_edge(pairs->flow, left, i, pairs->inst) ||
           !is_found_on_edge(pairs->flow, right, k, pairs->inst) ||
           !add_pair(pairs, LLVMGetIncomingValue(left, i), LLVMGetIncomingValue(right, k))))
        return false;
  return true;
}

/* One phi against a value that was there before it: it holds when it does on every edge. */
static bool add_edge_pairs(Pairs *pairs, LLVMValueRef phi, LLVMValueRef older) {
  unsigned incoming = LLVMCountIncoming(phi);
  for (unsigned i = 0; i < incoming; i++)
    if (!is_found_on_edge(pairs->flow, phi, i, pairs->inst) ||
        !add_pair(pairs, LLVMGetIncomingValue(phi, i), older))
      return false;
  return true;
}

/*
 * When `older` is in a block that dominates the phi's, every way from `older` to a use of both
 * leads through the phi: what held when the phi was entered holds until then. end = phi ..; for (p
 * = begin; p < end; p++) Not in one block: there both change at once, and the phi's incoming value
 * is of the time before.
 */
static bool is_younger_phi(const SbFlow *flow, LLVMValueRef phi, LLVMValueRef older) {
  if (!LLVMIsAPHINode(phi))
    return false;
  if (LLVMIsAArgument(older))
    return true;
  return LLVMIsAInstruction(older) &&
         LLVMGetInstructionParent(older) != LLVMGetInstructionParent(phi) &&
         sbx_dominates(flow->state->bridge, older, phi);
}

static bool expand_pair(Pairs *pairs, LLVMValueRef a, LLVMValueRef b) {
  if (add_incoming_pairs(pairs, a, b))
    return true;
  if (is_younger_phi(pairs->flow, a, b))
    return add_edge_pairs(pairs, a, b);
  return is_younger_phi(pairs->flow, b, a) && add_edge_pairs(pairs, b, a);
}

/*
 * Both pointers point into the same object whenever both are there: start and end of a vector that
 * has grown on some paths. Two values that are computed from one SSA value are; two phis of one
 * block are when they are on every edge, and so is a phi and what was there before it. A pair that
 * is met again is taken as proved: the first moment at which two pointers differ would have to come
 * from another pair.
 */
static bool point_into_same(SbFlow *flow, LLVMValueRef left, LLVMValueRef right,
                            const SbEscape *why, const SbEscape *unless_one) {
  Pairs pairs = {.flow = flow, .inst = why->at};
  add_pair(&pairs, left, right);
  for (unsigned i = 0; i < pairs.count; i++) {
    LLVMValueRef a = base_of(pairs.data[i].left), b = base_of(pairs.data[i].right);
    SbObject *object = pointed_object(flow, a);
    if (a == b || (sb_is_null_like(a) && sb_is_null_like(b)) ||
        (object && object == pointed_object(flow, b) && is_one(object, unless_one)))
      continue;
    if (!expand_pair(&pairs, a, b))
      return false;
  }
  return true;
}

/* Of sites' objects only where nothing else helps. */
static bool are_same(SbFlow *flow, LLVMValueRef left, LLVMValueRef right, const SbEscape *why) {
  return point_into_same(flow, left, right, why, NULL) ||
         point_into_same(flow, left, right, why, why);
}

static bool has_distance(const SbFlow *flow, const SbObject *a, const SbObject *b) {
  for (unsigned i = 0; i < flow->distances.length; i++)
    if (flow->distances.data[i].from == a && flow->distances.data[i].to == b)
      return true;
  return false;
}

/* The callers find out whether they are one object. */
static bool leave_to_callers(SbFlow *flow, SbObject *from, SbObject *to, const SbEscape *why) {
  if (!is_of_parameter(from) || !is_of_parameter(to))
    return false;
  if (has_distance(flow, from, to))
    return true;
  if (flow->distances.length == MAX_DISTANCES)
    return false;
  sb_vec_push(&flow->arena, &flow->distances, ((SbDistance){from, to, *why}));
  return true;
}

bool sb_flow_measure_targets(SbFlow *flow, const SbTargets *from, const SbTargets *to,
                             const SbEscape *why) {
  if (from->unknown || to->unknown || !from->items.length || !to->items.length)
    return false;
  bool alone = from->items.length == 1 && to->items.length == 1;
  for (unsigned i = 0; i < from->items.length; i++)
    for (unsigned k = 0; k < to->items.length; k++) {
      SbObject *a = from->items.data[i].object, *b = to->items.data[k].object;
      if (!(a == b && is_one(a, alone ? why : NULL)) && !leave_to_callers(flow, a, b, why))
        return false;
    }
  return true;
}

/* A phi may hold all that it can hold long before its incoming values do. */
static void judge_again(SbFlow *flow, LLVMValueRef inst) {
  SbNode *node = sb_flow_node(flow, inst);
  if (node->judged)
    return;
  node->judged = true;
  sb_vec_push(&flow->arena, &flow->judged, inst);
}

static bool measure(SbFlow *flow, LLVMValueRef left, LLVMValueRef right, const SbEscape *why) {
  if (!is_found(flow, left, why->at) || !is_found(flow, right, why->at))
    return false;
  if (are_same(flow, left, right, why)) {
    judge_again(flow, why->at);
    return true;
  }
  LLVMValueRef from = base_of(left), to = base_of(right);
  if (!is_measurable(from) || !is_measurable(to))
    return false;
  SbTargets ends[2] = {0};
  sb_flow_targets_of(flow, from, &ends[0]);
  sb_flow_targets_of(flow, to, &ends[1]);
  return sb_flow_measure_targets(flow, &ends[0], &ends[1], why);
}

bool sb_flow_measure(SbFlow *flow, LLVMValueRef inst, LLVMValueRef left, LLVMValueRef right) {
  SbEscape why = {.reason = LLVMIsAICmpInst(inst) ? SB_REASON_POINTER_COMPARED
                                                  : SB_REASON_POINTER_TO_INTEGER,
                  .at = inst};
  return measure(flow, left, right, &why);
}

bool sb_flow_measure_arguments(SbFlow *flow, LLVMValueRef call, unsigned from, unsigned to,
                               const SbEscape *why) {
  return measure(flow, LLVMGetOperand(call, from), LLVMGetOperand(call, to), why);
}

/*===- Sums -----------------------------------------------------------------------------------===*/

/* n + (end - start), which the optimiser may write as (n - start) + end: all additions and
 * subtractions whose results are used in the sum only, and the two pointers in it. */
typedef struct Sum {
  LLVMValueRef nodes[16]; /* the root first */
  unsigned count;
  LLVMValueRef plus, minus;
  bool other; /* more pointers, or more nodes than fit */
} Sum;

static bool is_sum(LLVMValueRef value) {
  LLVMOpcode opcode = LLVMIsAInstruction(value) ? LLVMGetInstructionOpcode(value) : LLVMRet;
  return (opcode == LLVMAdd || opcode == LLVMSub) &&
         LLVMGetTypeKind(LLVMTypeOf(value)) == LLVMIntegerTypeKind;
}

static LLVMValueRef only_user(LLVMValueRef value) {
  LLVMUseRef use = LLVMGetFirstUse(value);
  return use && !LLVMGetNextUse(use) ? LLVMGetUser(use) : NULL;
}

static LLVMValueRef root_of(LLVMValueRef node) {
  enum { STEPS = sizeof((Sum){0}.nodes) / sizeof(LLVMValueRef) };
  for (unsigned i = 0; i < STEPS; i++) {
    LLVMValueRef user = only_user(node);
    if (!user || !is_sum(user))
      break;
    node = user;
  }
  return node;
}

static void add_term(const SbFlow *flow, Sum *sum, LLVMValueRef term, bool negative) {
  if (is_sum(term) && (!sum->count || only_user(term))) {
    if (sum->count == sizeof sum->nodes / sizeof *sum->nodes) {
      sum->other = true;
      return;
    }
    sum->nodes[sum->count++] = term;
    bool subtracts = LLVMGetInstructionOpcode(term) == LLVMSub;
    add_term(flow, sum, LLVMGetOperand(term, 0), negative);
    add_term(flow, sum, LLVMGetOperand(term, 1), negative != subtracts);
    return;
  }
  if (!sb_flow_has_facts(flow, term))
    return;
  LLVMValueRef *place = negative ? &sum->minus : &sum->plus;
  sum->other |= *place != NULL;
  *place = term;
}

bool sb_flow_measure_sum(SbFlow *flow, LLVMValueRef inst) {
  if (!is_sum(inst))
    return false;
  Sum sum = {0};
  add_term(flow, &sum, root_of(inst), false);
  /* In (n - start) + end, the pointer end may be known to be one much later. */
  if (sum.count > 1) {
    judge_again(flow, inst);
    if (!flow->judging)
      return true;
  }
  return sum.plus && sum.minus && !sum.other &&
         sb_flow_measure(flow, sum.nodes[0], sum.plus, sum.minus);
}
