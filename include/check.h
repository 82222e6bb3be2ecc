/*===- check.h - checked mode: slots in watched memory --------------------===*
 *
 * With the option `check`, rewrite.c, slots.c and resize.c call these where slots
 * are made, filled and released. They do nothing without it. What the program then
 * calls is in tools/check.
 *
 *===----------------------------------------------------------------------===*/
#ifndef STACKBOUND_CHECK_H
#define STACKBOUND_CHECK_H

#include "rewrite.h"

/** What is moved is watched at run time: by the option, where the library's memory can be a slot's.
 */
bool sb_is_checked(const SbState *state);
/** Gives the function's slots memory of the run-time library; their allocas go. */
void sb_check_slots(SbRewriter *r);
/** At the builder's position: an object of @p decision is made in @p slot. @p size is its size, or
 * NULL when that has not been computed. */
void sb_check_begin(SbRewriter *r, const SbDecision *decision, LLVMValueRef slot,
                    LLVMValueRef size);
/** At the builder's position: @p value, which may be null, is freed, and it is in a slot if it is
 * anything. */
void sb_check_end(SbRewriter *r, LLVMValueRef value);
/** Wherever the function returns or lets an exception pass, its slots end. */
void sb_check_exits(SbRewriter *r);
/** Every deallocation that is left in the module asks whether its operand is a slot; returns
 * whether there are any. */
bool sb_check_frees(SbState *state);

#endif
