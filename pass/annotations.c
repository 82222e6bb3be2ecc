/*===- annotations.c - what the source asks for, function by function ------===*
 *
 * From C and C++ __attribute__((annotate("heap-to-stack=WORD"))), from other
 * front ends the function attribute "heap-to-stack"="WORD". A word that is not
 * known is an error: who asks for something wants to know that nobody heard.
 *
 *===----------------------------------------------------------------------===*/
#include "ir.h"

#include <llvm-c/DebugInfo.h>
#include <string.h>

static const char NAME[] = "heap-to-stack";
enum { NAME_LENGTH = sizeof NAME - 1 };

static bool is_word(const char *text, size_t length, const char *word) {
  return strlen(word) == length && memcmp(text, word, length) == 0;
}

static void report_unknown(SbState *state, LLVMValueRef function, const char *text, size_t length) {
  const char *name = sb_take_message(&state->arena, sbx_display_name(function));
  sbx_emit_function_error(
      state->bridge, function,
      sb_arena_printf(&state->arena,
                      "heap-to-stack: '%s' asks for '%.*s': expected heap-to-stack=off, "
                      "heap-to-stack=on, heap-to-stack=require or "
                      "heap-to-stack=require-fixed",
                      name, (int)length, text));
}

static void report_conflict(SbState *state, LLVMValueRef function) {
  const char *name = sb_take_message(&state->arena, sbx_display_name(function));
  sbx_emit_function_error(state->bridge, function,
                          sb_arena_printf(&state->arena,
                                          "heap-to-stack: '%s' asks for both heap-to-stack=off and "
                                          "heap-to-stack=require",
                                          name));
}

static void require(SbState *state, LLVMValueRef function, SbRequirement requirement) {
  sb_map_put(&state->arena, &state->required, function, SB_REQUIRED_FUNCTION,
             (void *)(uintptr_t)requirement);
  LLVMMetadataRef subprogram = LLVMGetSubprogram(function);
  if (subprogram)
    sb_map_put(&state->arena, &state->required, subprogram, SB_REQUIRED_SUBPROGRAM, function);
}

static void apply(SbState *state, LLVMValueRef function, const char *text, size_t length) {
  bool fixed = is_word(text, length, "require-fixed");
  if (is_word(text, length, "off"))
    sb_map_insert(&state->arena, &state->opted_out, function, 0);
  else if (fixed || is_word(text, length, "require"))
    require(state, function, fixed ? SB_REQUIRE_FIXED : SB_REQUIRE_STACK);
  else if (!is_word(text, length, "on")) /* the default, said aloud */
    report_unknown(state, function, text, length);
  if (sb_map_get(&state->opted_out, function, 0) &&
      sb_map_get(&state->required, function, SB_REQUIRED_FUNCTION))
    report_conflict(state, function);
}

static void read_annotation(SbState *state, LLVMValueRef entry) {
  if (!LLVMIsAConstantStruct(entry) || LLVMGetNumOperands(entry) < 2)
    return;
  LLVMValueRef function = sbx_strip_to_function(LLVMGetOperand(entry, 0));
  size_t length;
  const char *text = sbx_constant_string(LLVMGetOperand(entry, 1), &length);
  if (!function || !text || length < NAME_LENGTH || memcmp(text, NAME, NAME_LENGTH) != 0)
    return;
  text += NAME_LENGTH;
  length -= NAME_LENGTH;
  bool equals = length && *text == '=';
  apply(state, function, text + equals, length - equals);
}

/* clang keeps __attribute__((annotate(..))) on functions in one global array. */
static void read_annotations(SbState *state) {
  LLVMValueRef global = LLVMGetNamedGlobal(state->module, "llvm.global.annotations");
  LLVMValueRef list = global ? LLVMGetInitializer(global) : NULL;
  if (!list || !LLVMIsAConstantArray(list))
    return;
  int count = LLVMGetNumOperands(list);
  for (int i = 0; i < count; i++)
    read_annotation(state, LLVMGetOperand(list, (unsigned)i));
}

void sb_collect_annotations(SbState *state) {
  read_annotations(state);
  for (LLVMValueRef function = LLVMGetFirstFunction(state->module); function;
       function = LLVMGetNextFunction(function)) {
    LLVMAttributeRef attribute = LLVMGetStringAttributeAtIndex(
        function, (LLVMAttributeIndex)LLVMAttributeFunctionIndex, NAME, NAME_LENGTH);
    if (!attribute)
      continue;
    unsigned length;
    const char *text = LLVMGetStringAttributeValue(attribute, &length);
    apply(state, function, text, length);
  }
}
