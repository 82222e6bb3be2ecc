/*===- ir.c - vocabulary on top of the LLVM C API --------------------------===*/
#include "ir.h"

#include <llvm-c/Target.h>
#include <stdlib.h>
#include <string.h>

bool sb_is_invoke(LLVMValueRef value) { return LLVMIsAInvokeInst(value) != NULL; }

bool sb_is_call(LLVMValueRef value) { return LLVMIsACallInst(value) || sb_is_invoke(value); }

LLVMValueRef sb_direct_callee(LLVMValueRef call) {
  LLVMValueRef callee = sbx_strip_to_function(LLVMGetCalledValue(call));
  /* Called with another type than its own: the parameters are not what the body thinks. */
  if (callee && LLVMGlobalGetValueType(callee) != LLVMGetCalledFunctionType(call))
    return NULL;
  return callee;
}

/* Types nest without cycles (LLVM has no recursive first-class types), so a work stack of the depth
 * suffices. */
bool sb_holds_pointers(LLVMTypeRef type) {
  enum { DEPTH = 64 };
  LLVMTypeRef stack[DEPTH];
  unsigned length = 0;
  stack[length++] = type;
  while (length) {
    LLVMTypeRef t = stack[--length];
    switch (LLVMGetTypeKind(t)) {
    case LLVMPointerTypeKind:
      return true;
    case LLVMVectorTypeKind:
    case LLVMScalableVectorTypeKind:
    case LLVMArrayTypeKind:
      stack[length++] = LLVMGetElementType(t);
      break;
    case LLVMStructTypeKind:
      for (unsigned i = 0; i < LLVMCountStructElementTypes(t); i++) {
        if (length == DEPTH)
          return true; /* too wide to look at: assume so */
        stack[length++] = LLVMStructGetTypeAtIndex(t, i);
      }
      break;
    case LLVMTargetExtTypeKind:
      return true; /* opaque */
    default:
      break; /* scalars and void hold none; being wrong here would need a new pointer kind */
    }
  }
  return false;
}

bool sb_is_null_like(LLVMValueRef value) {
  return LLVMIsUndef(value) || LLVMIsPoison(value) || (LLVMIsConstant(value) && LLVMIsNull(value));
}

bool sb_is_variable(LLVMValueRef value) {
  return LLVMIsAInstruction(value) || LLVMIsAArgument(value);
}

int64_t sb_store_size(const SbState *state, LLVMTypeRef type) {
  LLVMTypeKind kind = LLVMGetTypeKind(type);
  if (kind == LLVMScalableVectorTypeKind || kind == LLVMTargetExtTypeKind || !LLVMTypeIsSized(type))
    return SB_UNKNOWN;
  return (int64_t)LLVMStoreSizeOfType(state->layout, type);
}

int64_t sb_constant_int(LLVMValueRef value) {
  LLVMTypeRef type = LLVMTypeOf(value);
  if (!LLVMIsAConstantInt(value) || LLVMGetTypeKind(type) != LLVMIntegerTypeKind ||
      LLVMGetIntTypeWidth(type) > 64)
    return SB_UNKNOWN;
  return LLVMConstIntGetSExtValue(value);
}

bool sb_has_attribute(LLVMValueRef function, const char *name) {
  unsigned kind = LLVMGetEnumAttributeKindForName(name, strlen(name));
  return kind && LLVMGetEnumAttributeAtIndex(
                     function, (LLVMAttributeIndex)LLVMAttributeFunctionIndex, kind) != NULL;
}

static LLVMAttributeRef string_attribute(LLVMValueRef function, const char *name) {
  return LLVMGetStringAttributeAtIndex(function, (LLVMAttributeIndex)LLVMAttributeFunctionIndex,
                                       name, (unsigned)strlen(name));
}

bool sb_has_string_attribute(LLVMValueRef function, const char *name) {
  return string_attribute(function, name) != NULL;
}

uint64_t sb_number_attribute(LLVMValueRef function, const char *name, uint64_t otherwise) {
  LLVMAttributeRef attribute = string_attribute(function, name);
  if (!attribute)
    return otherwise;
  unsigned length = 0;
  const char *text = LLVMGetStringAttributeValue(attribute, &length);
  uint64_t value = 0;
  if (!length || length > 18)
    return otherwise;
  for (unsigned i = 0; i < length; i++) {
    if (text[i] < '0' || text[i] > '9')
      return otherwise;
    value = value * 10 + (uint64_t)(text[i] - '0');
  }
  return value;
}

LLVMValueRef sb_size_operand(const SbSite *site, unsigned index) {
  int operand = site->size_operands[index];
  return operand < 0 ? NULL : LLVMGetOperand(site->call, (unsigned)operand);
}

int64_t sb_add_offsets(int64_t a, int64_t b) {
  int64_t sum;
  if (a == SB_UNKNOWN || b == SB_UNKNOWN || __builtin_add_overflow(a, b, &sum))
    return SB_UNKNOWN;
  return sum;
}

bool sb_ranges_overlap(int64_t a, int64_t a_size, int64_t b, int64_t b_size) {
  if (a == SB_UNKNOWN || b == SB_UNKNOWN)
    return true;
  int64_t a_end = a_size == SB_UNKNOWN ? INT64_MAX : sb_add_offsets(a, a_size);
  int64_t b_end = b_size == SB_UNKNOWN ? INT64_MAX : sb_add_offsets(b, b_size);
  return a < b_end && b < a_end;
}

uint64_t sb_malloc_alignment(const SbState *state) {
  /* 16, as glibc, musl and wasi-libc promise; 8 where the ABI's largest alignment is 8. */
  static const char *const eight[] = {"arm", "thumb", "mips"};
  const char *target = LLVMGetTarget(state->module);
  for (size_t i = 0; i < sizeof eight / sizeof *eight; i++)
    if (state->pointer_size == 4 && strncmp(target, eight[i], strlen(eight[i])) == 0)
      return 8;
  return state->pointer_size < 4 ? 8 : 16;
}

const char *sb_take_message(SbArena *arena, char *message) {
  if (!message)
    return NULL;
  const char *text = sb_arena_printf(arena, "%s", message);
  LLVMDisposeMessage(message);
  return text;
}

const char *sb_source_name(SbState *state, LLVMValueRef value) {
  const char *variable = sb_take_message(&state->arena, sbx_variable_name(value));
  size_t length = 0;
  const char *name = LLVMGetValueName2(value, &length);
  if (variable)
    return variable;
  if (length)
    return sb_arena_printf(&state->arena, "%.*s", (int)length, name);
  if (!LLVMIsAArgument(value))
    return "a local variable";
  unsigned number = 0;
  while (LLVMGetParam(LLVMGetParamParent(value), number) != value)
    number++;
  return sb_arena_printf(&state->arena, "parameter %u", number + 1);
}

const char *sb_value_name(SbState *state, LLVMValueRef value) {
  size_t length = 0;
  const char *name = LLVMGetValueName2(value, &length);
  if (!length)
    return "%<unnamed>";
  return sb_arena_printf(&state->arena, "%%%.*s", (int)length, name);
}

const char *sb_callee_name(SbState *state, LLVMValueRef call) {
  LLVMValueRef callee = sbx_strip_to_function(LLVMGetCalledValue(call));
  return callee ? sb_take_message(&state->arena, sbx_display_name(callee)) : NULL;
}
