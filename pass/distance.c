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

static SbObject *pointed_object(const SbFlow *flow, LLVMValueRef value) {
  return is_measurable(value) ? sb_flow_single_object(flow, value) : NULL;
}

typedef struct Pair {
  LLVMValueRef left, right;
} Pair;

enum { MAX_PAIRS = 32 };

/* Adds a pair unless it is there; false when there is no room. */
static bool add_pair(Pair *pairs, unsigned *count, LLVMValueRef left, LLVMValueRef right) {
  for (unsigned i = 0; i < *count; i++)
    if (pairs[i].left == left && pairs[i].right == right)
      return true;
  if (*count == MAX_PAIRS)
    return false;
  pairs[(*count)++] = (Pair){left, right};
  return true;
}

static bool add_incoming_pairs(Pair *pairs, unsigned *count, LLVMValueRef left,
                               LLVMValueRef right) {
  if (!LLVMIsAPHINode(left) || !LLVMIsAPHINode(right) ||
      LLVMGetInstructionParent(left) != LLVMGetInstructionParent(right))
    return false;
  unsigned incoming = LLVMCountIncoming(left);
  for (unsigned i = 0; i < incoming; i++)
    for (unsigned k = 0; k < incoming; k++)
      if (LLVMGetIncomingBlock(left, i) == LLVMGetIncomingBlock(right, k) &&
          !add_pair(pairs, count, LLVMGetIncomingValue(left, i), LLVMGetIncomingValue(right, k)))
        return false;
  return true;
}

/* One phi against a value that was there before it: it holds when it does on every edge. */
static bool add_edge_pairs(Pair *pairs, unsigned *count, LLVMValueRef phi, LLVMValueRef older) {
  unsigned incoming = LLVMCountIncoming(phi);
  for (unsigned i = 0; i < incoming; i++)
    if (!add_pair(pairs, count, LLVMGetIncomingValue(phi, i), older))
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

static bool expand_pair(const SbFlow *flow, Pair *pairs, unsigned *count, LLVMValueRef a,
                        LLVMValueRef b) {
  if (add_incoming_pairs(pairs, count, a, b))
    return true;
  if (is_younger_phi(flow, a, b))
    return add_edge_pairs(pairs, count, a, b);
  return is_younger_phi(flow, b, a) && add_edge_pairs(pairs, count, b, a);
}

/*
 * Both pointers point into the same object whenever both are there: start and end of a vector that
 * has grown on some paths. Two values that are computed from one SSA value are; two phis of one
 * block are when they are on every edge, and so is a phi and what was there before it. A pair that
 * is met again is taken as proved: the first moment at which two pointers differ would have to come
 * from another pair.
 */
static bool point_into_same(const SbFlow *flow, LLVMValueRef left, LLVMValueRef right,
                            const SbEscape *unless_one) {
  Pair pairs[MAX_PAIRS];
  unsigned count = 0;
  add_pair(pairs, &count, left, right);
  for (unsigned i = 0; i < count; i++) {
    LLVMValueRef a = base_of(pairs[i].left), b = base_of(pairs[i].right);
    SbObject *object = pointed_object(flow, a);
    if (a == b || (sb_is_null_like(a) && sb_is_null_like(b)) ||
        (object && object == pointed_object(flow, b) && is_one(object, unless_one)))
      continue;
    if (!expand_pair(flow, pairs, &count, a, b))
      return false;
  }
  return true;
}

/* Of sites' objects only where nothing else helps. */
static bool are_same(const SbFlow *flow, LLVMValueRef left, LLVMValueRef right,
                     const SbEscape *why) {
  return point_into_same(flow, left, right, NULL) || point_into_same(flow, left, right, why);
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
