/*===- rules.h - rules that a test build can leave out ---------------------===*
 *
 * The fuzzer is only worth something if it finds bugs. A plugin configured with
 * -DSTACKBOUND_BREAK=word ignores the rule of that name in rules.def;
 * tools/fuzz/mutants builds one after the other and counts the programs that
 * notice. In every other build SB_BROKEN is a constant.
 *
 *===----------------------------------------------------------------------===*/
#ifndef STACKBOUND_RULES_H
#define STACKBOUND_RULES_H

#include <stdbool.h>

typedef enum SbRule {
#define SB_RULE(NAME, WORD, WHAT) SB_RULE_##NAME,
#include "rules.def"
#undef SB_RULE
  SB_RULE_COUNT
} SbRule;

/** True when this build leaves the rule NAME of rules.def out. */
#ifdef STACKBOUND_BREAK
#define SB_BROKEN(NAME) (STACKBOUND_BREAK == SB_RULE_##NAME)
#else
#define SB_BROKEN(NAME) (SB_RULE_##NAME == SB_RULE_COUNT)
#endif

#endif
