/*===- bridge.h - the only C/C++ boundary ---------------------------------===*
 *
 * What the LLVM C API lacks, as C functions in its style. bridge*.cpp implement
 * them and decide nothing: every function answers a question of LLVM's own
 * analyses or performs one mechanical IR edit. No C++ type crosses.
 *
 *===----------------------------------------------------------------------===*/
#ifndef STACKBOUND_BRIDGE_H
#define STACKBOUND_BRIDGE_H

#include <llvm-c/Core.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/** The analyses of one module during one run of a pass; owned by the pass. */
typedef struct SbxModule SbxModule;

/*===- Allocation functions (the C API lacks MemoryBuiltins and TargetLibraryInfo) ------------===*/

/** What a recognised allocation call gives. */
typedef enum SbxAllocKind {
  SBX_ALLOC_NONE,     /**< not a recognised allocation */
  SBX_ALLOC_FRESH,    /**< undefined contents: malloc, operator new */
  SBX_ALLOC_ZEROED,   /**< calloc */
  SBX_ALLOC_COPY,     /**< strdup: a copy of the string argument 0 */
  SBX_ALLOC_PREFIX,   /**< strndup: a copy of at most argument 1 bytes of it, and a NUL */
  SBX_ALLOC_OUTPARAM, /**< posix_memalign: the pointer is stored through argument 0 */
  SBX_ALLOC_RESIZE,   /**< realloc of a pointer that is not the constant null */
  SBX_ALLOC_OTHER     /**< contents that this plugin does not know how to make */
} SbxAllocKind;

typedef struct SbxAlloc {
  SbxAllocKind kind;
  bool null_allocates; /**< RESIZE by a library function: realloc(NULL, n) is malloc(n) */
  const char *family;  /**< not NUL-terminated; valid while the module lives */
  size_t family_length;
  bool size_known;      /**< false: the size is not a constant */
  uint64_t size;        /**< bytes */
  int size_operands[2]; /**< numbers of the operands whose product is the size; -1: none.
                             PREFIX: the number of the operand that bounds the length */
  LLVMValueRef align;   /**< the alignment operand or NULL */
  bool page_aligned;    /**< valloc: aligned to a size that only the run time knows */
} SbxAlloc;

/** Describes @p call as LLVM's MemoryBuiltins do; false (kind NONE) when it is no allocation. */
bool sbx_alloc_info(SbxModule *m, LLVMValueRef call, SbxAlloc *out);
/** The smallest and largest value that @p value can have (unsigned) when @p at runs, as far as LLVM
 * can tell. */
void sbx_value_range(SbxModule *m, LLVMValueRef value, LLVMValueRef at, uint64_t *least,
                     uint64_t *most);
/** A call of strlen (@p bounded: of strnlen) can be emitted for the target of @p call's function.
 */
bool sbx_has_strlen(SbxModule *m, LLVMValueRef call, bool bounded);
/** strlen(string), or strnlen(string, bound) unless @p bound is NULL, as a size_t, at the builder's
 * position; only where sbx_has_strlen. */
LLVMValueRef sbx_build_strlen(SbxModule *m, LLVMBuilderRef builder, LLVMValueRef string,
                              LLVMValueRef bound);
/** The product as an integer, and at @p overflows whether it does not fit (an i1). */
LLVMValueRef sbx_build_product(LLVMBuilderRef builder, LLVMValueRef a, LLVMValueRef b,
                               LLVMValueRef *overflows);
/** The operand that @p call frees, or NULL; its family goes to @p family and @p length. */
LLVMValueRef sbx_freed_operand(SbxModule *m, LLVMValueRef call, const char **family,
                               size_t *length);

/*===- Effects of calls (the C API sees attributes one list at a time) ------------------------===*/

/** Facts about one argument, from the call, the callee, and what LLVM knows of library functions.
 */
enum {
  SBX_ARG_NOCAPTURE = 1 << 0, /**< not captured; its address may be compared with null */
  SBX_ARG_RETONLY = 1 << 1,   /**< captured by the return value at most */
  SBX_ARG_NOFREE = 1 << 2,    /**< not freed during the call */
  SBX_ARG_READNONE = 1 << 3,  /**< memory is not accessed through it */
  SBX_ARG_READONLY = 1 << 4,  /**< memory is at most read through it */
  SBX_ARG_WRITEONLY = 1 << 5, /**< memory is at most written through it */
  SBX_ARG_BYVAL = 1 << 6,     /**< the callee gets a copy of the pointee */
  SBX_ARG_RETURNED = 1 << 7,  /**< the call returns exactly this argument */
  SBX_ARG_STRANGE = 1 << 8    /**< inalloca, preallocated, swifterror, ...: nothing is known */
};
unsigned sbx_argument_effects(SbxModule *m, LLVMValueRef call, unsigned argument);

/** The argument that the call certainly returns, or NULL. */
LLVMValueRef sbx_returned_operand(SbxModule *m, LLVMValueRef call);

enum {
  SBX_CALL_NOFREE = 1 << 0,
  SBX_CALL_READNONE = 1 << 1,
  SBX_CALL_READONLY = 1 << 2,
  SBX_CALL_NOUNWIND = 1 << 3,
  SBX_CALL_LIBRARY = 1 << 4, /**< a library function that LLVM recognises, not nobuiltin */
  SBX_CALL_RETURNS_TWICE = 1 << 5,
  SBX_CALL_NOBUILTIN = 1 << 6
};
unsigned sbx_call_effects(SbxModule *m, LLVMValueRef call);

/** The body is what will run: not weak, not linkonce_odr, not available_externally. */
bool sbx_has_exact_definition(LLVMValueRef function);
/** A function that need not exist when nobody calls it. */
bool sbx_is_discardable(LLVMValueRef function);
/** No later run sees more of the program: false before link-time optimisation. */
bool sbx_is_final(SbxModule *m);
/** Windows-style funclet exception handling. */
bool sbx_has_scoped_eh(LLVMValueRef function);
/** The function behind a called or passed value, through casts and aliases that cannot be replaced;
 * or NULL. */
LLVMValueRef sbx_strip_to_function(LLVMValueRef value);
/** The bytes of a constant string (without the NUL), or NULL. Valid while the module lives. */
const char *sbx_constant_string(LLVMValueRef value, size_t *length);
/** The constant offset in bytes that @p gep adds; false when it is not constant. */
bool sbx_gep_offset(LLVMValueRef gep, int64_t *offset);
/** The result of @p gep, where it can be used at all, is not in front of its base. */
bool sbx_gep_is_forward(LLVMValueRef gep);
/** A name for people: demangled and without parameters ("operator new"). Free with
 * LLVMDisposeMessage. */
char *sbx_display_name(LLVMValueRef function);

/*===- Control flow -------------------------------------------------------------------------===*/

/** Every path to instruction @p b passes instruction @p a first. */
bool sbx_dominates(SbxModule *m, LLVMValueRef a, LLVMValueRef b);
/** The pointer is not null when control is at instruction @p at. */
bool sbx_is_nonnull(SbxModule *m, LLVMValueRef pointer, LLVMValueRef at);
/** The block lies on a cycle of the control flow graph, reducible or not. */
bool sbx_in_cycle(SbxModule *m, LLVMBasicBlockRef block);
/** Block @p other lies in the innermost cycle around @p block. */
bool sbx_in_innermost_cycle(SbxModule *m, LLVMBasicBlockRef block, LLVMBasicBlockRef other);
/** How often the block runs in one call of its function, in 256ths, by the profile or LLVM's guess;
 * at most 2^31. */
uint64_t sbx_block_frequency(SbxModule *m, LLVMBasicBlockRef block);
/** The block can be reached from the function's entry. */
bool sbx_is_reachable(SbxModule *m, LLVMBasicBlockRef block);

/*===- Debug information (the C API cannot walk types) ----------------------------------------===*/

/** The source variable that @p value is, or NULL. Free with LLVMDisposeMessage. */
char *sbx_variable_name(LLVMValueRef value);
/** The field at @p offset of what @p value points to, or NULL. Free with LLVMDisposeMessage. */
char *sbx_field_name(LLVMValueRef value, int64_t offset);

/** The DISubprogram whose source @p inst comes from: 0 is the innermost inlined one, then those it
 * was inlined into; NULL beyond the last, or without debug information. */
LLVMMetadataRef sbx_source_subprogram(LLVMValueRef inst, unsigned level);
/** Its linkage name, demangled and without parameters if @p display. Free with LLVMDisposeMessage.
 */
char *sbx_subprogram_name(LLVMMetadataRef subprogram, bool display);

/*===- Remarks -------------------------------------------------------------------------------===*/

typedef enum SbxRemarkKind {
  SBX_REMARK_PASSED,
  SBX_REMARK_MISSED,
  SBX_REMARK_ANALYSIS
} SbxRemarkKind;

typedef struct SbxRemarkArg {
  const char *key; /**< NULL: plain text */
  const char *text;
  LLVMValueRef at; /**< an instruction whose location becomes the argument's DebugLoc, or NULL */
} SbxRemarkArg;

/** Somebody wants remarks of this pass: cheap, ask before building any. */
bool sbx_remarks_enabled(SbxModule *m, LLVMValueRef function);
/** Emits one remark at @p at; the arguments from @p visible on are recorded but not shown. */
void sbx_emit_remark(SbxModule *m, SbxRemarkKind kind, const char *name, LLVMValueRef at,
                     const SbxRemarkArg *args, unsigned count, unsigned visible);
/** Reports an error of the user through LLVM's diagnostics. */
void sbx_emit_error(SbxModule *m, const char *message);
/** The same about one instruction: with its place in the source, or that of its function. */
void sbx_emit_error_at(SbxModule *m, LLVMValueRef inst, const char *message);
/** The same about a function. */
void sbx_emit_function_error(SbxModule *m, LLVMValueRef function, const char *message);
/** Writes to the stream of a printing pass. */
void sbx_print(SbxModule *m, const char *text);

/*===- Edits ---------------------------------------------------------------------------------===*/

/** The address space that allocas of this module live in. */
unsigned sbx_alloca_address_space(SbxModule *m);
/** Moves the static allocas of the entry block to its beginning, so that splitting it leaves them
 * there. */
void sbx_hoist_allocas(LLVMValueRef function);
/** Splits the block before @p inst; returns the new block, which begins with it. */
LLVMBasicBlockRef sbx_split_before(LLVMValueRef inst);
/** Ends the block of an invoke with a branch to its normal destination and deletes the invoke,
 * which has no uses. */
void sbx_erase_invoke(LLVMValueRef invoke);
/** In the phis of @p block, values from @p from now come from @p to. */
void sbx_replace_incoming(LLVMBasicBlockRef block, LLVMBasicBlockRef from, LLVMBasicBlockRef to);
/** Inserts a lifetime marker for an alloca at the builder's position. */
void sbx_build_lifetime(LLVMBuilderRef builder, LLVMValueRef alloca, bool start);
/** Runs LLVM's scalar clean-up (SROA, EarlyCSE, InstCombine, JumpThreading, SimplifyCFG) on one
 * function. */
void sbx_simplify_function(SbxModule *m, LLVMValueRef function);
/**
 * Copies of the function may be made: what the inliner could inline, too, with further parameters
 * and without what has to be there once.
 */
bool sbx_can_copy(LLVMValueRef function);
/**
 * A private copy with @p count further parameters of the given types, which are not null. What LLVM
 * concluded about the original's memory and allocations is not said of it.
 */
LLVMValueRef sbx_copy_function(LLVMValueRef function, const char *name, LLVMTypeRef *types,
                               unsigned count);
/** Lets a call or invoke go to @p copy, with @p count further arguments; @p call is replaced. */
void sbx_redirect_call(LLVMValueRef call, LLVMValueRef copy, LLVMValueRef *arguments,
                       unsigned count);
/** Keeps a second body of @p function, an available_externally definition, under another name until
 * the pass runs (imports.c). */
void sbx_keep_body(LLVMValueRef function);
/** Drops what is cached about a function that was changed. */
void sbx_invalidate_function(SbxModule *m, LLVMValueRef function);

/*===- The other direction: what plugin.cpp calls --------------------------------------------===*/

struct SbOptions;
/** Transforms the module; returns whether anything changed. */
bool sb_run_module(SbxModule *m, LLVMModuleRef module, const char *parameters, bool simplify);
/** Keeps the bodies that the pass wants to see and the pipeline drops before; returns whether there
 * are any. */
bool sb_keep_imports(SbxModule *m, LLVMModuleRef module);
/** Prints the analysis of the module through sbx_print. */
void sb_print_module(SbxModule *m, LLVMModuleRef module);
/** The value given on the command line for an option of options.def, or NULL. */
const char *sbx_option_value(unsigned option);

#ifdef __cplusplus
}
#endif
#endif
