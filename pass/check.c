/*===- check.c - checked mode ----------------------------------------------===*
 *
 * requires  decisions and their slots, as without it
 * maintains the same rewriting: a slot is a pointer there, and where it points to is
 *           all that changes
 *
 * The calls that are inserted are described in tools/check/check.h. Frees and
 * sites pass the pointer that the program has, so the library knows at run time
 * what the pass proved.
 *
 *===----------------------------------------------------------------------===*/
#include "check.h"

#include <llvm-c/DebugInfo.h>
#include <string.h>

/*===- Calls of the library -------------------------------------------------------------------===*/

typedef struct Types {
  LLVMTypeRef none, pointer, size, flag;
} Types;

static Types types_of(const SbState *state) {
  LLVMContextRef context = LLVMGetModuleContext(state->module);
  return (Types){LLVMVoidTypeInContext(context), LLVMPointerTypeInContext(context, 0),
                 LLVMIntPtrTypeInContext(context, state->layout), LLVMInt32TypeInContext(context)};
}

/* The library's objects are in address space 0, and so have to be slots. */
bool sb_is_checked(const SbState *state) {
  return state->options.check && sbx_alloca_address_space(state->bridge) == 0;
}

static bool is_plain_pointer(LLVMValueRef value) {
  return LLVMGetTypeKind(LLVMTypeOf(value)) == LLVMPointerTypeKind &&
         LLVMGetPointerAddressSpace(LLVMTypeOf(value)) == 0;
}

static LLVMValueRef build_call(const SbState *state, LLVMBuilderRef builder, const char *name,
                               LLVMTypeRef result, LLVMValueRef *arguments, unsigned count) {
  enum { MOST = 4 };
  LLVMTypeRef parameters[MOST];
  for (unsigned i = 0; i < count; i++)
    parameters[i] = LLVMTypeOf(arguments[i]);
  LLVMTypeRef type = LLVMFunctionType(result, parameters, count, false);
  LLVMValueRef function = LLVMGetNamedFunction(state->module, name);
  if (!function) {
    LLVMContextRef context = LLVMGetModuleContext(state->module);
    unsigned nounwind = LLVMGetEnumAttributeKindForName("nounwind", strlen("nounwind"));
    function = LLVMAddFunction(state->module, name, type);
    LLVMAddAttributeAtIndex(function, (LLVMAttributeIndex)LLVMAttributeFunctionIndex,
                            LLVMCreateEnumAttribute(context, nounwind, 0));
  }
  return LLVMBuildCall2(builder, type, function, arguments, count, "");
}

static LLVMValueRef add_text(const SbState *state, const char *text) {
  LLVMContextRef context = LLVMGetModuleContext(state->module);
  LLVMValueRef bytes = LLVMConstStringInContext2(context, text, strlen(text), false);
  LLVMValueRef global = LLVMAddGlobal(state->module, LLVMTypeOf(bytes), "stackbound.check.text");
  LLVMSetInitializer(global, bytes);
  LLVMSetGlobalConstant(global, true);
  LLVMSetLinkage(global, LLVMPrivateLinkage);
  LLVMSetUnnamedAddress(global, LLVMGlobalUnnamedAddr);
  return global;
}

/* " at w.c:12:9", or nothing. */
static const char *place_of(SbState *state, LLVMValueRef inst) {
  unsigned length = 0;
  const char *file = LLVMGetDebugLocFilename(inst, &length);
  if (!file || !length)
    return "";
  return sb_arena_printf(&state->arena, " at %.*s:%u:%u", (int)length, file,
                         LLVMGetDebugLocLine(inst), LLVMGetDebugLocColumn(inst));
}

static const char *name_of(SbState *state, LLVMValueRef function) {
  return sb_take_message(&state->arena, sbx_display_name(function));
}

/*===- Slots ----------------------------------------------------------------------------------===*/

/* The record of the activation, all zero before any slot is entered. */
static LLVMValueRef build_frame(SbRewriter *r) {
  LLVMTypeRef word = LLVMInt64TypeInContext(sb_context_of(r));
  LLVMTypeRef type = LLVMArrayType2(word, 2);
  LLVMBasicBlockRef entry = LLVMGetEntryBasicBlock(r->function->value);
  LLVMPositionBuilderBefore(r->builder, LLVMGetFirstInstruction(entry));
  LLVMSetCurrentDebugLocation2(r->builder, NULL);
  LLVMValueRef frame = LLVMBuildAlloca(r->builder, type, "stackbound.frame");
  LLVMSetAlignment(frame, 8);
  LLVMBuildStore(r->builder, LLVMConstNull(type), frame);
  return frame;
}

/* "malloc of 48 bytes at w.c:12:9 (on the stack in f)" */
static LLVMValueRef add_site_text(SbRewriter *r, const SbSite *site) {
  const char *text =
      sb_arena_printf(&r->arena, "%s%s (on the stack in %s)", sb_describe_site(r->state, site),
                      place_of(r->state, site->call), name_of(r->state, r->function->value));
  return add_text(r->state, text);
}

/* Where the alloca was; flags and allocas of other slots may follow. */
static void replace_slot(SbRewriter *r, SbSlots *slots, unsigned i, LLVMValueRef text) {
  Types types = types_of(r->state);
  const SbDecision *decision = slots->decision;
  LLVMValueRef alloca = slots->alloca[i];
  LLVMPositionBuilderBefore(r->builder, alloca);
  LLVMValueRef arguments[] = {r->frame, LLVMConstInt(types.size, decision->slot_size, false),
                              LLVMConstInt(types.size, decision->slot_align, false), text};
  LLVMValueRef made =
      build_call(r->state, r->builder, "__stackbound_check_enter", types.pointer, arguments, 4);
  LLVMReplaceAllUsesWith(alloca, made);
  if (slots->pointer[i] == alloca)
    slots->pointer[i] = made;
  LLVMInstructionEraseFromParent(alloca);
  slots->alloca[i] = NULL; /* no lifetime markers */
}

void sb_check_slots(SbRewriter *r) {
  if (!sb_is_checked(r->state))
    return;
  for (unsigned k = 0; k < r->moved.length; k++) {
    SbSlots *slots = sb_map_get(&r->slots, r->moved.data[k]->object, 0);
    if (!slots->alloca[0])
      continue; /* the caller's */
    if (!r->frame)
      r->frame = build_frame(r);
    LLVMValueRef text = add_site_text(r, slots->decision->site);
    for (unsigned i = 0; i < slots->decision->slots; i++)
      replace_slot(r, slots, i, text);
  }
}

static LLVMValueRef known_size(const SbState *state, const SbSite *site) {
  return LLVMConstInt(types_of(state).size, site->size_known ? site->size : 0, false);
}

void sb_check_begin(SbRewriter *r, const SbDecision *decision, LLVMValueRef slot,
                    LLVMValueRef size) {
  if (!sb_is_checked(r->state) || !is_plain_pointer(slot))
    return;
  Types types = types_of(r->state);
  if (!size)
    size = known_size(r->state, decision->site);
  size = LLVMBuildIntCast2(r->builder, size, types.size, false, "");
  LLVMValueRef arguments[] = {slot, size, LLVMConstInt(types.flag, decision->in_use, false)};
  build_call(r->state, r->builder, "__stackbound_check_begin", types.none, arguments, 3);
}

void sb_check_end(SbRewriter *r, LLVMValueRef value) {
  if (sb_is_checked(r->state) && is_plain_pointer(value))
    build_call(r->state, r->builder, "__stackbound_check_end", types_of(r->state).none, &value, 1);
}

/*===- Exits ----------------------------------------------------------------------------------===*/

/* The instruction in front of which the activation ends, or NULL: a musttail call has to stay in
 * front of its ret. */
static LLVMValueRef exit_of(LLVMBasicBlockRef block) {
  LLVMValueRef last = LLVMGetBasicBlockTerminator(block);
  if (!LLVMIsAReturnInst(last) && !LLVMIsAResumeInst(last))
    return NULL;
  for (LLVMValueRef inst = LLVMGetPreviousInstruction(last); inst;
       inst = LLVMGetPreviousInstruction(inst))
    if (LLVMIsACallInst(inst) && LLVMGetTailCallKind(inst) == LLVMTailCallKindMustTail)
      return inst;
  return last;
}

/* The library looks at the records of callers, so no callee leaves their frames alone. */
static void clear_tail_markers(LLVMBasicBlockRef block) {
  SB_FOR_INSTRUCTIONS(inst, block)
  if (LLVMIsACallInst(inst) && LLVMGetTailCallKind(inst) == LLVMTailCallKindTail)
    LLVMSetTailCallKind(inst, LLVMTailCallKindNone);
}

void sb_check_exits(SbRewriter *r) {
  if (!r->frame)
    return;
  SB_FOR_BLOCKS(block, r->function->value) {
    clear_tail_markers(block);
    LLVMValueRef at = exit_of(block);
    if (!at)
      continue;
    LLVMPositionBuilderBefore(r->builder, at);
    LLVMSetCurrentDebugLocation2(r->builder, NULL);
    build_call(r->state, r->builder, "__stackbound_check_leave", types_of(r->state).none, &r->frame,
               1);
  }
}

/*===- Deallocators ---------------------------------------------------------------------------===*/

static LLVMValueRef given_back(const SbState *state, LLVMValueRef call) {
  const char *family;
  size_t length;
  SbxAlloc alloc;
  LLVMValueRef freed = sbx_freed_operand(state->bridge, call, &family, &length);
  if (!freed && sbx_alloc_info(state->bridge, call, &alloc) && alloc.kind == SBX_ALLOC_RESIZE)
    freed = LLVMGetOperand(call, 0);
  bool asks = freed && is_plain_pointer(freed) && !sb_is_null_like(freed);
  return asks ? freed : NULL;
}

/* An earlier run (before linking) has inserted it. */
static bool is_asked_already(const SbState *state, LLVMValueRef call) {
  LLVMValueRef before = LLVMGetPreviousInstruction(call);
  LLVMValueRef asks = LLVMGetNamedFunction(state->module, "__stackbound_check_heap");
  return asks && before && LLVMIsACallInst(before) && LLVMGetCalledValue(before) == asks;
}

static void build_question(SbState *state, LLVMBuilderRef builder, LLVMValueRef call,
                           LLVMValueRef freed) {
  LLVMValueRef function = LLVMGetBasicBlockParent(LLVMGetInstructionParent(call));
  const char *callee = sb_callee_name(state, call);
  const char *text = sb_arena_printf(&state->arena, "%s%s in %s", callee ? callee : "a deallocator",
                                     place_of(state, call), name_of(state, function));
  LLVMPositionBuilderBefore(builder, call);
  LLVMSetCurrentDebugLocation2(builder, LLVMInstructionGetDebugLoc(call));
  LLVMValueRef arguments[] = {freed, add_text(state, text)};
  build_call(state, builder, "__stackbound_check_heap", types_of(state).none, arguments, 2);
}

static bool check_frees_of(SbState *state, LLVMBuilderRef builder, LLVMValueRef function) {
  bool changed = false;
  SB_FOR_BLOCKS(block, function) SB_FOR_INSTRUCTIONS(inst, block) {
    LLVMValueRef freed = sb_is_call(inst) ? given_back(state, inst) : NULL;
    if (!freed || is_asked_already(state, inst))
      continue;
    build_question(state, builder, inst, freed);
    changed = true;
  }
  if (changed)
    sbx_invalidate_function(state->bridge, function);
  return changed;
}

bool sb_check_frees(SbState *state) {
  if (!sb_is_checked(state))
    return false;
  bool changed = false;
  LLVMBuilderRef builder = LLVMCreateBuilderInContext(LLVMGetModuleContext(state->module));
  SB_FOR_FUNCTIONS(function, state->module)
  if (LLVMGetLinkage(function) != LLVMAvailableExternallyLinkage &&
      !sb_has_attribute(function, "naked"))
    changed |= check_frees_of(state, builder, function);
  LLVMDisposeBuilder(builder);
  return changed;
}
