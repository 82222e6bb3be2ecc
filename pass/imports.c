/*===- imports.c - bodies that the pipeline drops before the pass runs -----===*
 *
 * What ThinLTO imports, and what C++ instantiates elsewhere (`extern template`),
 * is available_externally: there to be inlined. LLVM drops such bodies before
 * the place where this pass runs, and a constructor that was not inlined would be
 * a mere declaration there. So the bodies that matter are kept aside before
 * inlining, and are back for the time that the pass runs: what it wants of them it
 * copies.
 *
 * Kept bodies change nothing else. They are linkonce_odr, from which no pass
 * concludes anything about callers or callees, and nobody calls them.
 *
 *===----------------------------------------------------------------------===*/
#include "ir.h"

/* Instructions before simplification; what it leaves of more is seldom within MAX_COPY_SIZE. */
enum { MAX_KEPT_SIZE = 4000 };

typedef struct Imports {
  SbxModule *bridge;
  SbArena arena;
  SbMap kept; /* function -> itself: it allocates, frees, or calls one that does */
  SB_VEC(LLVMValueRef) candidates;
} Imports;

static bool is_candidate(LLVMValueRef function) {
  return LLVMGetLinkage(function) == LLVMAvailableExternallyLinkage && sbx_can_copy(function);
}

static bool is_small(LLVMValueRef function) {
  unsigned size = 0;
  SB_FOR_BLOCKS(block, function)
  SB_FOR_INSTRUCTIONS(inst, block)
  size++;
  return size <= MAX_KEPT_SIZE;
}

/* An allocation, a free, or a call of a function that has one. */
static bool concerns_heap(Imports *imports, LLVMValueRef inst) {
  if (!LLVMIsACallInst(inst) && !LLVMIsAInvokeInst(inst))
    return false;
  LLVMValueRef callee = sb_direct_callee(inst);
  if (callee && sb_map_get(&imports->kept, callee, 0))
    return true;
  SbxAlloc info;
  const char *family;
  size_t length;
  return sbx_alloc_info(imports->bridge, inst, &info) ||
         sbx_freed_operand(imports->bridge, inst, &family, &length);
}

static bool is_wanted(Imports *imports, LLVMValueRef function) {
  SB_FOR_BLOCKS(block, function)
  SB_FOR_INSTRUCTIONS(inst, block)
  if (concerns_heap(imports, inst))
    return true;
  return false;
}

/* Callers of what is kept are kept, too: chains of constructors, up to a few links. */
static void find_wanted(Imports *imports) {
  enum { LINKS = 8 };
  bool changed = true;
  for (unsigned round = 0; round < LINKS && changed; round++) {
    changed = false;
    for (unsigned i = 0; i < imports->candidates.length; i++) {
      LLVMValueRef function = imports->candidates.data[i];
      if (sb_map_get(&imports->kept, function, 0) || !is_wanted(imports, function))
        continue;
      sb_map_put(&imports->arena, &imports->kept, function, 0, function);
      changed = true;
    }
  }
}

bool sb_keep_imports(SbxModule *bridge, LLVMModuleRef module) {
  Imports imports = {.bridge = bridge};
  for (LLVMValueRef f = LLVMGetFirstFunction(module); f; f = LLVMGetNextFunction(f))
    if (is_candidate(f) && is_small(f))
      sb_vec_push(&imports.arena, &imports.candidates, f);
  find_wanted(&imports);
  bool changed = false;
  for (unsigned i = 0; i < imports.candidates.length; i++) {
    LLVMValueRef function = imports.candidates.data[i];
    if (!sb_map_get(&imports.kept, function, 0))
      continue;
    sbx_keep_body(function);
    changed = true;
  }
  sb_arena_reset(&imports.arena);
  return changed;
}
