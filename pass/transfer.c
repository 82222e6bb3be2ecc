/*===- transfer.c - what one instruction does with pointers ----------------===*
 *
 * The rules, one per kind of use. Whatever has no rule lets its operands escape.
 *
 *===----------------------------------------------------------------------===*/
#include "flow.h"

/*===- Escapes by one operand -----------------------------------------------------------------===*/

static void escape_operand(SbFlow *flow, LLVMValueRef inst, LLVMValueRef operand, SbReason reason) {
  if (!sb_flow_has_facts(flow, operand))
    return;
  SbTargets targets = {0};
  sb_flow_targets_of(flow, operand, &targets);
  SbEscape why = {.reason = reason, .at = inst};
  if (reason == SB_REASON_OTHER) {
    why.subject = SB_SUBJECT_NOTE;
    why.name = "used by an instruction that is not understood";
  }
  sb_flow_escape_all(flow, &targets, &why);
}

/* Unknown means escape: every operand of whatever kind, and a result that may be anything. */
static void transfer_unknown(SbFlow *flow, LLVMValueRef inst) {
  int count = LLVMGetNumOperands(inst);
  for (int i = 0; i < count; i++) {
    LLVMValueRef operand = LLVMGetOperand(inst, (unsigned)i);
    if (!sb_flow_has_facts(flow, operand))
      continue;
    bool pointer = sb_holds_pointers(LLVMTypeOf(operand));
    if (!pointer && SB_BROKEN(IDENTITY))
      continue;
    escape_operand(flow, inst, operand, pointer ? SB_REASON_OTHER : SB_REASON_POINTER_TO_INTEGER);
  }
  if (sb_holds_pointers(LLVMTypeOf(inst)))
    sb_flow_mark_unknown(flow, inst);
}

/*===- Memory ---------------------------------------------------------------------------------===*/

static void add_all(SbFlow *flow, LLVMValueRef inst, const SbTargets *targets) {
  for (unsigned i = 0; i < targets->items.length; i++)
    sb_flow_add_fact(flow, inst, &targets->items.data[i]);
  if (targets->unknown && sb_holds_pointers(LLVMTypeOf(inst)))
    sb_flow_mark_unknown(flow, inst);
}

/*
 * !invariant.load of a parameter's memory: true of the caller's object, not of a slot of the
 * caller's that is used again in a loop, once this function has been inlined there.
 */
static void escape_invariant(SbFlow *flow, LLVMValueRef inst, const SbTargets *where) {
  LLVMContextRef context = LLVMGetModuleContext(flow->state->module);
  unsigned kind = LLVMGetMDKindIDInContext(context, "invariant.load", 14);
  if (!LLVMHasMetadata(inst) || !LLVMGetMetadata(inst, kind))
    return;
  SbEscape why = {.reason = SB_REASON_OTHER,
                  .subject = SB_SUBJECT_NOTE,
                  .name = "declared invariant",
                  .at = inst};
  for (unsigned i = 0; i < where->items.length; i++) {
    SbObjectKind kind_of_object = where->items.data[i].object->kind;
    if (kind_of_object == SB_OBJECT_PARAM || kind_of_object == SB_OBJECT_CONTENTS)
      sb_flow_escape(flow, &where->items.data[i], &why);
  }
}

/* The instruction's result is what the pointer operand's memory holds. */
static void transfer_read(SbFlow *flow, LLVMValueRef inst, LLVMValueRef pointer, LLVMTypeRef type) {
  SbTargets where = {0}, loaded = {0};
  sb_flow_targets_of(flow, pointer, &where);
  escape_invariant(flow, inst, &where);
  loaded.unknown = where.unknown;
  int64_t size = sb_store_size(flow->state, type);
  bool pointers = sb_holds_pointers(type);
  for (unsigned i = 0; i < where.items.length; i++)
    sb_flow_read(flow, where.items.data[i].object, where.items.data[i].offset, size, pointers, inst,
                 &loaded);
  add_all(flow, inst, &loaded);
}

/* The global variable that the address is computed from, or NULL. */
static LLVMValueRef underlying_global(LLVMValueRef address) {
  enum { STEPS = 16 };
  for (unsigned step = 0; step < STEPS; step++) {
    if (LLVMIsAGlobalVariable(address))
      return address;
    LLVMOpcode opcode = LLVMIsAInstruction(address)    ? LLVMGetInstructionOpcode(address)
                        : LLVMIsAConstantExpr(address) ? LLVMGetConstOpcode(address)
                                                       : LLVMUnreachable;
    if (opcode != LLVMGetElementPtr && opcode != LLVMBitCast && opcode != LLVMAddrSpaceCast)
      return NULL;
    address = LLVMGetOperand(address, 0);
  }
  return NULL;
}

static SbEscape escape_by_store(SbFlow *flow, LLVMValueRef inst, LLVMValueRef address) {
  SbEscape why = {.reason = SB_REASON_STORED_TO_HEAP, .at = inst};
  LLVMValueRef global = underlying_global(address);
  if (global) {
    size_t length;
    const char *name = LLVMGetValueName2(global, &length);
    why.reason = SB_REASON_STORED_TO_GLOBAL;
    why.subject = SB_SUBJECT_GLOBAL;
    why.name = sb_arena_printf(&flow->state->arena, "%.*s", (int)length, name);
  }
  /* volatile void *volatile *out; *out = p: somebody outside the program's control may look. */
  if (LLVMIsAStoreInst(inst) && LLVMGetVolatile(inst))
    why.reason = SB_REASON_VOLATILE;
  return why;
}

static bool is_plain_pointer(LLVMTypeRef type) {
  if (LLVMGetTypeKind(type) == LLVMVectorTypeKind)
    type = LLVMGetElementType(type);
  return LLVMGetTypeKind(type) == LLVMPointerTypeKind;
}

/* Integers and parts of aggregates may be bits of a pointer that is not followed; small numbers are
 * not. */
static bool is_no_address(LLVMValueRef value) {
  int64_t number = sb_constant_int(value);
  return sb_is_null_like(value) || (number != SB_UNKNOWN && number > -4096 && number < 4096);
}

static void transfer_write(SbFlow *flow, LLVMValueRef inst, LLVMValueRef value,
                           LLVMValueRef address) {
  SbTargets what = {0}, where = {0};
  sb_flow_targets_of(flow, value, &what);
  if (!is_plain_pointer(LLVMTypeOf(value)))
    what.unknown = !is_no_address(value);
  sb_flow_targets_of(flow, address, &where);
  where.unknown |= LLVMIsConstant(address); /* null, too, is an address in kernels and firmware */
  if (!what.items.length && !where.items.length)
    return;
  SbEscape elsewhere = escape_by_store(flow, inst, address);
  sb_flow_store(flow, &what, &where, 0, sb_store_size(flow->state, LLVMTypeOf(value)), &elsewhere,
                inst);
}

/* xchg leaves its operand in memory; the others leave a combination of it and what was there. */
static void transfer_atomic(SbFlow *flow, LLVMValueRef inst) {
  LLVMValueRef address = LLVMGetOperand(inst, 0), operand = LLVMGetOperand(inst, 1);
  transfer_write(flow, inst, operand, address);
  transfer_read(flow, inst, address, LLVMTypeOf(operand));
  if (LLVMGetAtomicRMWBinOp(inst) == LLVMAtomicRMWBinOpXchg)
    return;
  escape_operand(flow, inst, operand, SB_REASON_POINTER_TO_INTEGER);
  escape_operand(flow, inst, inst, SB_REASON_POINTER_TO_INTEGER);
}

/*===- Values ---------------------------------------------------------------------------------===*/

static void transfer_gep(SbFlow *flow, LLVMValueRef inst) {
  int64_t delta;
  bool constant = sbx_gep_offset(inst, &delta);
  if (!constant || !sb_is_exact(delta))
    delta = !constant && sbx_gep_is_forward(inst) ? sb_at_least(0) : SB_UNKNOWN;
  sb_flow_copy_value(flow, inst, LLVMGetOperand(inst, 0), delta);
  if (sb_is_null_like(LLVMGetOperand(inst, 0)))
    sb_flow_mark_unknown(flow, inst); /* null + n is whatever n is */
  int count = LLVMGetNumOperands(inst);
  for (int i = 1; i < count; i++)
    escape_operand(flow, inst, LLVMGetOperand(inst, (unsigned)i), SB_REASON_POINTER_TO_INTEGER);
}

static void transfer_phi(SbFlow *flow, LLVMValueRef inst) {
  unsigned count = LLVMCountIncoming(inst);
  for (unsigned i = 0; i < count; i++)
    sb_flow_copy_value(flow, inst, LLVMGetIncomingValue(inst, i), 0);
}

static void transfer_select(SbFlow *flow, LLVMValueRef inst) {
  escape_operand(flow, inst, LLVMGetOperand(inst, 0), SB_REASON_POINTER_TO_INTEGER);
  sb_flow_copy_value(flow, inst, LLVMGetOperand(inst, 1), 0);
  sb_flow_copy_value(flow, inst, LLVMGetOperand(inst, 2), 0);
}

static void transfer_copies(SbFlow *flow, LLVMValueRef inst, unsigned operands) {
  for (unsigned i = 0; i < operands; i++)
    sb_flow_copy_value(flow, inst, LLVMGetOperand(inst, i), 0);
}

/*===- Addresses as integers ------------------------------------------------------------------===*/

static bool holds_word(const SbFlow *flow, LLVMValueRef value) {
  const SbNode *node = sb_flow_node(flow, value);
  for (const SbFact *fact = node ? node->facts : NULL; fact; fact = fact->next)
    if (fact->object->kind == SB_OBJECT_WORD)
      return true;
  return false;
}

/*
 * Vectorised loops ask whether what they read lies close behind what they write: distance < 32,
 * unsigned. One bit of the distance is all that anybody sees; no address comes back from that, and
 * it is no order of the two objects.
 */
static bool is_only_asked_for_closeness(LLVMValueRef distance) {
  enum { CLOSE = 1 << 16 };
  for (LLVMUseRef use = LLVMGetFirstUse(distance); use; use = LLVMGetNextUse(use)) {
    LLVMValueRef user = LLVMGetUser(use);
    if (!LLVMIsAICmpInst(user) || LLVMGetICmpPredicate(user) != LLVMIntULT ||
        LLVMGetOperand(user, 0) != distance)
      return false;
    int64_t bound = sb_constant_int(LLVMGetOperand(user, 1));
    if (bound < 0 || bound > CLOSE)
      return false;
  }
  return true;
}

/*
 * end - start of one object is a plain number. p + n and p & -16 are still p. Everything else
 * (p ^ q, hash(p), n - p) makes a number from which p may come back unseen.
 */
static void transfer_arithmetic(SbFlow *flow, LLVMValueRef inst, LLVMOpcode opcode) {
  LLVMValueRef left = LLVMGetOperand(inst, 0), right = LLVMGetOperand(inst, 1);
  bool from_left = sb_flow_has_facts(flow, left), from_right = sb_flow_has_facts(flow, right);
  if (!from_left && !from_right)
    return;
  if (sb_flow_measure_sum(flow, inst) ||
      (opcode == LLVMSub &&
       (sb_flow_measure(flow, inst, left, right) || is_only_asked_for_closeness(inst))))
    return;
  /* p & 15, the alignment test: too few bits to find the object again */
  int64_t mask = opcode == LLVMAnd ? sb_constant_int(right) : SB_UNKNOWN;
  if (mask >= 0 && mask < 4096 && !holds_word(flow, left))
    return;
  bool keeps = (opcode == LLVMAdd && from_left != from_right) ||
               ((opcode == LLVMSub || opcode == LLVMAnd || opcode == LLVMOr) && !from_right);
  if (keeps && !holds_word(flow, left) && !holds_word(flow, right)) {
    sb_flow_copy_value(flow, inst, from_left ? left : right, SB_UNKNOWN);
    return;
  }
  if (SB_BROKEN(IDENTITY))
    return;
  escape_operand(flow, inst, left, SB_REASON_POINTER_TO_INTEGER);
  escape_operand(flow, inst, right, SB_REASON_POINTER_TO_INTEGER);
}

static void transfer_int_to_pointer(SbFlow *flow, LLVMValueRef inst) {
  LLVMValueRef operand = LLVMGetOperand(inst, 0);
  sb_flow_copy_value(flow, inst, operand, SB_UNKNOWN);
  sb_flow_mark_unknown(flow, inst);
  /* What lies behind an integer of the caller's has no name here. */
  if (holds_word(flow, operand))
    escape_operand(flow, inst, operand, SB_REASON_POINTER_TO_INTEGER);
}

static bool is_equality(LLVMValueRef inst) {
  LLVMIntPredicate predicate = LLVMGetICmpPredicate(inst);
  return predicate == LLVMIntEQ || predicate == LLVMIntNE;
}

/* Two live objects differ wherever they are; which of them comes first is not for the program to
 * know. */
static void transfer_compare(SbFlow *flow, LLVMValueRef inst) {
  LLVMValueRef left = LLVMGetOperand(inst, 0), right = LLVMGetOperand(inst, 1);
  bool words = holds_word(flow, left) || holds_word(flow, right);
  if (!words && (is_equality(inst) || sb_is_null_like(left) || sb_is_null_like(right)))
    return;
  if (!words && sb_flow_measure(flow, inst, left, right))
    return;
  SbReason reason = words ? SB_REASON_POINTER_TO_INTEGER : SB_REASON_POINTER_COMPARED;
  escape_operand(flow, inst, left, reason);
  escape_operand(flow, inst, right, reason);
}

/*===- Return ---------------------------------------------------------------------------------===*/

static void add_returned(SbFlow *flow, SbObject *object, int64_t offset) {
  for (unsigned i = 0; i < object->returned.length; i++)
    if (object->returned.data[i] == offset)
      return;
  if (object->returned.length == 4) /* enough detail: anywhere in the object */
    offset = object->returned.data[0] = SB_UNKNOWN;
  else
    sb_vec_push(&flow->arena, &object->returned, offset);
}

static void transfer_return(SbFlow *flow, LLVMValueRef inst) {
  if (!LLVMGetNumOperands(inst))
    return;
  LLVMValueRef value = LLVMGetOperand(inst, 0);
  SbTargets targets = {0};
  sb_flow_targets_of(flow, value, &targets);
  flow->returns_unknown |= targets.unknown;
  SbEscape why = {.reason = SB_REASON_RETURNED, .at = inst};
  for (unsigned i = 0; i < targets.items.length; i++) {
    SbTarget *target = &targets.items.data[i];
    if (!SB_BROKEN(RETURNED))
      sb_flow_leave(flow, target, &why, false);
    add_returned(flow, target->object, target->offset);
  }
}

/*===- Dispatch -------------------------------------------------------------------------------===*/

void sb_flow_transfer(SbFlow *flow, LLVMValueRef inst) {
  LLVMOpcode opcode = LLVMGetInstructionOpcode(inst);
  switch (opcode) {
  case LLVMLoad:
    transfer_read(flow, inst, LLVMGetOperand(inst, 0), LLVMTypeOf(inst));
    return;
  case LLVMStore:
    transfer_write(flow, inst, LLVMGetOperand(inst, 0), LLVMGetOperand(inst, 1));
    return;
  case LLVMAtomicRMW:
    transfer_atomic(flow, inst);
    return;
  case LLVMAtomicCmpXchg:
    transfer_write(flow, inst, LLVMGetOperand(inst, 2), LLVMGetOperand(inst, 0));
    transfer_read(flow, inst, LLVMGetOperand(inst, 0), LLVMTypeOf(LLVMGetOperand(inst, 2)));
    return;
  case LLVMGetElementPtr:
    transfer_gep(flow, inst);
    return;
  case LLVMPHI:
    transfer_phi(flow, inst);
    return;
  case LLVMSelect:
    transfer_select(flow, inst);
    return;
  case LLVMBitCast:
  case LLVMAddrSpaceCast:
  case LLVMFreeze:
  case LLVMPtrToInt:
  case LLVMTrunc:
  case LLVMZExt:
  case LLVMSExt:
  case LLVMExtractValue:
    transfer_copies(flow, inst, 1);
    return;
  case LLVMInsertValue:
  case LLVMShuffleVector:
    transfer_copies(flow, inst, 2);
    return;
  case LLVMExtractElement:
    transfer_copies(flow, inst, 1);
    escape_operand(flow, inst, LLVMGetOperand(inst, 1), SB_REASON_POINTER_TO_INTEGER);
    return;
  case LLVMInsertElement:
    transfer_copies(flow, inst, 2);
    escape_operand(flow, inst, LLVMGetOperand(inst, 2), SB_REASON_POINTER_TO_INTEGER);
    return;
  case LLVMIntToPtr:
    transfer_int_to_pointer(flow, inst);
    return;
  case LLVMAdd:
  case LLVMSub:
  case LLVMAnd:
  case LLVMOr:
    transfer_arithmetic(flow, inst, opcode);
    return;
  case LLVMICmp:
    transfer_compare(flow, inst);
    return;
  case LLVMCall:
  case LLVMInvoke:
    sb_flow_transfer_call(flow, inst);
    return;
  case LLVMRet:
    transfer_return(flow, inst);
    return;
  case LLVMAlloca:
    escape_operand(flow, inst, LLVMGetOperand(inst, 0), SB_REASON_POINTER_TO_INTEGER);
    return;
  default:
    transfer_unknown(flow, inst);
    return;
  }
}
