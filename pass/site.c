/*===- site.c - recognising allocation calls -------------------------------===*/
#include "ir.h"

#include <string.h>

bool sb_same_family(const char *a, size_t a_length, const char *b, size_t b_length) {
  return a_length == b_length && a_length && memcmp(a, b, a_length) == 0;
}

const SbSite *sb_site_origin(const SbSite *site) {
  while (site->inner)
    site = site->inner;
  return site;
}

static bool has_mark(LLVMValueRef call, const char *mark) {
  return LLVMGetCallSiteStringAttribute(call, (LLVMAttributeIndex)LLVMAttributeFunctionIndex, mark,
                                        (unsigned)strlen(mark)) != NULL;
}

bool sb_is_heap_path(LLVMValueRef call) { return has_mark(call, SB_HEAP_PATH); }

bool sb_is_move_out(LLVMValueRef call) { return has_mark(call, SB_MOVE_OUT); }

static const char *allocator_name(SbArena *arena, LLVMValueRef call) {
  LLVMValueRef callee = sbx_strip_to_function(LLVMGetCalledValue(call));
  if (!callee)
    return "allocator";
  return sb_take_message(arena, sbx_display_name(callee));
}

/* `align 32 ptr @alloc(..)` on the call or the callee is a promise that users may rely on. */
static uint64_t promised_alignment(LLVMValueRef call) {
  unsigned kind = LLVMGetEnumAttributeKindForName("align", 5);
  uint64_t result = 1;
  LLVMAttributeRef at_call = LLVMGetCallSiteEnumAttribute(call, LLVMAttributeReturnIndex, kind);
  if (at_call)
    result = LLVMGetEnumAttributeValue(at_call);
  LLVMValueRef callee = sbx_strip_to_function(LLVMGetCalledValue(call));
  LLVMAttributeRef at_callee =
      callee ? LLVMGetEnumAttributeAtIndex(callee, LLVMAttributeReturnIndex, kind) : NULL;
  if (at_callee && LLVMGetEnumAttributeValue(at_callee) > result)
    result = LLVMGetEnumAttributeValue(at_callee);
  return result;
}

static void describe_alignment(SbSite *site, const SbxAlloc *info) {
  site->align_known = !info->page_aligned;
  site->align = promised_alignment(site->call);
  if (!info->align)
    return;
  int64_t asked = sb_constant_int(info->align);
  /* Not a power of two: aligned_alloc may fail or do as it likes; nothing to promise. */
  if (asked <= 0 || (asked & (asked - 1)) != 0)
    site->align_known = false;
  else if ((uint64_t)asked > site->align)
    site->align = (uint64_t)asked;
}

SbSite *sb_site_of_call(SbxModule *m, SbArena *arena, LLVMValueRef call) {
  SbxAlloc info;
  if (!sbx_alloc_info(m, call, &info))
    return NULL;
  SbSite *site = sb_arena_alloc(arena, sizeof *site);
  site->call = call;
  site->function = LLVMGetBasicBlockParent(LLVMGetInstructionParent(call));
  site->kind = info.kind;
  site->type = LLVMTypeOf(call);
  if (info.kind == SBX_ALLOC_OUTPARAM)
    site->type = LLVMPointerTypeInContext(LLVMGetTypeContext(site->type), 0);
  site->null_allocates = info.null_allocates;
  site->family = info.family;
  site->family_length = info.family_length;
  site->size_known = info.size_known;
  site->size = info.size;
  site->size_operands[0] = info.size_operands[0];
  site->size_operands[1] = info.size_operands[1];
  site->allocator = allocator_name(arena, call);
  describe_alignment(site, &info);
  return site;
}
