/*===- ir.h - vocabulary on top of the LLVM C API -------------------------===*/
#ifndef STACKBOUND_IR_H
#define STACKBOUND_IR_H

#include "stackbound.h"

#define SB_FOR_BLOCKS(block, function)                                                             \
  for (LLVMBasicBlockRef block = LLVMGetFirstBasicBlock(function); block;                          \
       block = LLVMGetNextBasicBlock(block))
#define SB_FOR_INSTRUCTIONS(inst, block)                                                           \
  for (LLVMValueRef inst = LLVMGetFirstInstruction(block); inst;                                   \
       inst = LLVMGetNextInstruction(inst))
#define SB_FOR_FUNCTIONS(function, module)                                                         \
  for (LLVMValueRef function = LLVMGetFirstFunction(module); function;                             \
       function = LLVMGetNextFunction(function))
#define SB_FOR_USES(use, value)                                                                    \
  for (LLVMUseRef use = LLVMGetFirstUse(value); use; use = LLVMGetNextUse(use))

/** call or invoke; callbr and the rest are unknown instructions. */
bool sb_is_call(LLVMValueRef value);
bool sb_is_invoke(LLVMValueRef value);
/** The function that a call certainly enters, with the call's own type; or NULL. */
LLVMValueRef sb_direct_callee(LLVMValueRef call);
/** A pointer, or a vector or aggregate that contains one. */
bool sb_holds_pointers(LLVMTypeRef type);
/** null, undef, poison or zero: points to nothing. */
bool sb_is_null_like(LLVMValueRef value);
/** Instruction or argument: something with a node. */
bool sb_is_variable(LLVMValueRef value);
/** Bytes that a store of @p type writes. */
int64_t sb_store_size(const SbState *state, LLVMTypeRef type);
/** The constant integer, or SB_UNKNOWN when it is none or does not fit. */
int64_t sb_constant_int(LLVMValueRef value);
/** The function has the attribute, by enum name ("optnone") or as a string attribute. */
bool sb_has_attribute(LLVMValueRef function, const char *name);
bool sb_has_string_attribute(LLVMValueRef function, const char *name);
/** The whole number that a string attribute holds, or @p otherwise. */
uint64_t sb_number_attribute(LLVMValueRef function, const char *name, uint64_t otherwise);
/** Operand @p index (0 or 1) of those whose product is the site's size, or NULL. */
LLVMValueRef sb_size_operand(const SbSite *site, unsigned index);
/** The offset of a pointer that is known not to be in front of @p least. An exact offset is within
 * SB_MAX_OFFSET of 0, and what these functions give for larger ones is SB_UNKNOWN. */
int64_t sb_at_least(int64_t least);
bool sb_is_exact(int64_t offset);
/** Of two offsets: their sum. */
int64_t sb_add_offsets(int64_t a, int64_t b);
/** What holds of either: of @p a, which is known already, and of @p b. Joining ends after two
 * changes of a. */
int64_t sb_join_offsets(int64_t a, int64_t b);
/** Bytes at an offset of any kind become the range that they lie in: exact, and to the end when the
 * offset was not. */
void sb_range_of(int64_t *offset, int64_t *size);
/** The pointer may be that to the first byte. */
bool sb_may_be_start(int64_t offset);
/** Two byte ranges may have a byte in common. */
bool sb_ranges_overlap(int64_t a, int64_t a_size, int64_t b, int64_t b_size);
/** The allocation's alignment or size promise of the target's malloc, in bytes. */
uint64_t sb_malloc_alignment(const SbState *state);
/** A copy of a message of LLVM's in the arena, which is disposed of; NULL for NULL. */
const char *sb_take_message(SbArena *arena, char *message);
/** What people call a parameter or local: its variable, its IR name, or "parameter 1". */
const char *sb_source_name(SbState *state, LLVMValueRef value);
/** The called function's name for people, or NULL; module arena. */
const char *sb_callee_name(SbState *state, LLVMValueRef call);
/** A value's IR name with its sigil, or its number's place holder; module arena. */
const char *sb_value_name(SbState *state, LLVMValueRef value);

#endif
