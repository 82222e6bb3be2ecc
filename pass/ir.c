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

/*
 * Offsets: exact ones lie around 0, "at least n" around AT_LEAST. No object is as large as half of
 * what lies between them.
 */
#define SB_MAX_OFFSET (INT64_C(1) << 40)
#define AT_LEAST (INT64_MIN / 2)

bool sb_is_exact(int64_t offset) { return offset >= -SB_MAX_OFFSET && offset <= SB_MAX_OFFSET; }

static bool is_at_least(int64_t offset) {
  return offset != SB_UNKNOWN && sb_is_exact(offset - AT_LEAST);
}

int64_t sb_at_least(int64_t least) { return sb_is_exact(least) ? AT_LEAST + least : SB_UNKNOWN; }

/* The number of an offset that is not unknown. */
static int64_t least_of(int64_t offset) { return is_at_least(offset) ? offset - AT_LEAST : offset; }

static bool is_known(int64_t offset) { return sb_is_exact(offset) || is_at_least(offset); }

int64_t sb_add_offsets(int64_t a, int64_t b) {
  if (!is_known(a) || !is_known(b))
    return SB_UNKNOWN;
  int64_t sum = least_of(a) + least_of(b);
  if (!sb_is_exact(sum))
    return SB_UNKNOWN;
  return sb_is_exact(a) && sb_is_exact(b) ? sum : sb_at_least(sum);
}

/* A lower bound does not sink: while (..) p--; would not end. */
int64_t sb_join_offsets(int64_t a, int64_t b) {
  if (a == b)
    return a;
  if (!is_known(a) || !is_known(b))
    return SB_UNKNOWN;
  if (is_at_least(a))
    return least_of(b) >= least_of(a) ? a : SB_UNKNOWN;
  return sb_at_least(a < least_of(b) ? a : least_of(b));
}

void sb_range_of(int64_t *offset, int64_t *size) {
  if (sb_is_exact(*offset))
    return;
  *offset = is_at_least(*offset) ? least_of(*offset) : SB_UNKNOWN;
  *size = SB_UNKNOWN;
}

bool sb_may_be_start(int64_t offset) {
  return offset == 0 || offset == SB_UNKNOWN || (is_at_least(offset) && least_of(offset) <= 0);
}

bool sb_ranges_overlap(int64_t a, int64_t a_size, int64_t b, int64_t b_size) {
  sb_range_of(&a, &a_size);
  sb_range_of(&b, &b_size);
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
