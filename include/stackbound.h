/*===- stackbound.h - the data model and the stages -----------------------===*
 *
 * collect sites -> follow pointers -> decide -> report -> rewrite
 *
 * Three structs carry everything: SbSite (an allocation call), SbObject with its
 * SbFacts (where its pointers go), SbDecision (what becomes of it). All stages
 * of a module finish before its first edit, so every reference to an
 * instruction in them is valid until rewriting begins.
 *
 *===----------------------------------------------------------------------===*/
#ifndef STACKBOUND_H
#define STACKBOUND_H

#include "bridge.h"
#include "util.h"

#include <llvm-c/Target.h>

/*===- Reasons --------------------------------------------------------------------------------===*/

typedef enum SbReason {
  SB_REASON_NONE,
#define SB_REASON(NAME, WORD, SENTENCE, CLAUSE) SB_REASON_##NAME,
#include "reasons.def"
#undef SB_REASON
  SB_REASON_COUNT
} SbReason;

/** The reason's word in remarks: "stored-to-global". */
const char *sb_reason_word(SbReason reason);

/** What a reason is about, and the key of its name in remarks. */
typedef enum SbSubject {
  SB_SUBJECT_NONE,
  SB_SUBJECT_CALLEE,
  SB_SUBJECT_GLOBAL,
  SB_SUBJECT_PARAM,
  SB_SUBJECT_NOTE /**< free text that completes the sentence */
} SbSubject;

/** Why and where: an escape, a free, or another obstacle. reason NONE: there is none. */
typedef struct SbEscape {
  SbReason reason;
  SbSubject subject;
  const char *name;             /**< of the subject, or NULL; module arena */
  LLVMValueRef at;              /**< the instruction in the analysed function, or NULL */
  unsigned argument;            /**< with inner: which argument of the call, counted from 0 */
  const struct SbEscape *inner; /**< what the callee at `at` does with it, or NULL; module arena */
  const struct SbFact *fact;    /**< the last step before the escape, or NULL; flow arena */
} SbEscape;

/*===- Options --------------------------------------------------------------------------------===*/

typedef struct SbOptions {
#define SB_OPTION(FIELD, NAME, DEFAULT, LARGEST, HELP) uint64_t FIELD;
#include "options.def"
#undef SB_OPTION
} SbOptions;

/** The value from the command line of option number @p option (the row in options.def), or NULL. */
typedef const char *(*SbOptionSource)(unsigned option);
/**
 * Reads defaults, then @p source, then the pass parameters "name=N;name=N". Returns NULL, or a
 * message (owned by @p arena) that names what is wrong and what is allowed.
 */
const char *sb_options_parse(SbOptions *options, SbArena *arena, SbOptionSource source,
                             const char *parameters);

/*===- Sites ----------------------------------------------------------------------------------===*/

/** A recognised allocation call. Written once, by sb_collect_sites. */
typedef struct SbSite {
  LLVMValueRef function, call;
  const char *allocator; /**< for people: "malloc", "operator new" */
  const char *family;    /**< not NUL-terminated */
  size_t family_length;
  SbxAllocKind kind;
  bool null_allocates; /**< RESIZE: with null for the old object it allocates one */
  bool size_known;
  uint64_t size;        /**< bytes, when size_known */
  int size_operands[2]; /**< numbers of the operands whose product is the size, or -1 */
  bool align_known;     /**< false: asked for at run time */
  uint64_t align;       /**< bytes, a power of two: what allocator and call promise */
} SbSite;

typedef SB_VEC(SbSite *) SbSiteVec;

/** The allocation described by @p call, or NULL when it is none. */
SbSite *sb_site_of_call(SbxModule *m, SbArena *arena, LLVMValueRef call);
/** True when families are the same allocator's. */
bool sb_same_family(const char *a, size_t a_length, const char *b, size_t b_length);

/*===- Flow: where pointers go ----------------------------------------------------------------===*/

/** An offset or a size that is not constant. */
#define SB_UNKNOWN INT64_MIN

/**
 * What pointers point to, inside one function:
 *   SITE      the object of an allocation call
 *   LOCAL     an alloca
 *   PARAM     what pointer parameter number `param` points to on entry
 *   CONTENTS  whatever pointers that were stored at [offset, offset + size) of a PARAM on entry
 * lead to, directly or through further pointers (one object for all of it) WORD      the integer
 * stored at [offset, offset + size) of a PARAM, or of everything in a CONTENTS; it may be the bits
 * of a pointer
 */
typedef enum SbObjectKind {
  SB_OBJECT_SITE,
  SB_OBJECT_LOCAL,
  SB_OBJECT_PARAM,
  SB_OBJECT_CONTENTS,
  SB_OBJECT_WORD
} SbObjectKind;

typedef SB_VEC(LLVMValueRef) SbValueVec;
typedef struct SbNode SbNode;
typedef struct SbFact SbFact;
typedef struct SbObject SbObject;

/** One instruction or argument of the function. */
struct SbNode {
  LLVMValueRef value;
  unsigned order; /**< position in the function; arguments come first */
  bool unknown;   /**< a pointer that may also be none of its facts */
  bool queued;
  unsigned fact_count;
  SbFact *facts; /**< linked by next */
};

/** node may hold a pointer to object + offset (or its bits). */
struct SbFact {
  SbNode *node;
  SbObject *object;
  int64_t offset;       /**< bytes, or SB_UNKNOWN */
  const SbFact *parent; /**< where it came from; NULL at the object's own value */
  LLVMValueRef
      through; /**< the store (or call) that put it into the memory it was loaded from, or NULL */
  SbObject *holder; /**< with through: the object it was stored in */
  int64_t holder_offset;
  SbFact *next;
};

/** A pointer kept in an object's memory at [offset, offset + size). */
typedef struct SbContent {
  int64_t offset;   /**< SB_UNKNOWN: anywhere */
  int64_t size;     /**< SB_UNKNOWN: to the end */
  SbObject *target; /**< NULL: something that is not followed */
  int64_t target_offset;
  LLVMValueRef at;    /**< the store */
  const SbFact *from; /**< the stored value's fact, or NULL */
} SbContent;

/** A call that frees the object. */
typedef struct SbFree {
  LLVMValueRef call, value;
} SbFree;

/** A load or call that reads an object's memory. */
typedef struct SbReader {
  LLVMValueRef inst;
  int64_t offset, size;
} SbReader;

struct SbObject {
  SbObjectKind kind;
  unsigned number;      /**< in order of creation */
  LLVMValueRef value;   /**< the call, alloca or parameter */
  SbSite *site;         /**< SITE */
  unsigned param;       /**< PARAM, CONTENTS, WORD */
  SbObject *parent;     /**< CONTENTS: its PARAM; WORD: its PARAM or CONTENTS */
  int64_t offset, size; /**< CONTENTS, WORD */
  SbEscape escape;      /**< the first in program order */
  SbEscape
      freed; /**< a free that cannot be rewritten here (in a callee); for parameters: any free */
  SB_VEC(SbFact *) facts;
  SB_VEC(SbContent) contents;
  SB_VEC(SbObject *) holders; /**< objects with a content that points to this one; may repeat */
  SB_VEC(SbReader) readers;
  SB_VEC(SbFree) frees;
  SB_VEC(SbFree) resizes;   /**< reallocs of it that can be rewritten */
  SbValueVec calls;         /**< calls that can reach it: not `tail` when it moves to the stack */
  SB_VEC(int64_t) returned; /**< parameters: offsets at which it is returned */
  SbMap reader_index;       /**< instruction -> index + 1 in readers */
  unsigned mark;            /**< epoch of the last walk that saw it */
};

/** The pointers of one function. "No escape" holds only when !gave_up. */
typedef struct SbFlow {
  SbArena arena;
  struct SbState *state;
  LLVMValueRef function;
  SbMap nodes;                /**< LLVMValueRef -> SbNode */
  SB_VEC(SbNode *) node_list; /**< in program order */
  SbMap objects;              /**< key -> SbObject */
  SB_VEC(SbObject *) object_list;
  SbValueVec worklist;
  unsigned worklist_head;
  SbMap registered;     /**< (object, instruction) pairs in SbObject.calls and .frees */
  unsigned epoch;       /**< of the current walk over objects */
  bool coarse;          /**< offsets are not told apart (recursion that would not end) */
  bool gave_up;         /**< the work limit was hit */
  bool returns_unknown; /**< the result may be something else than parameters */
  uint64_t work, work_limit;
} SbFlow;

/*===- Summaries ------------------------------------------------------------------------------===*/

/** An object of a callee, named so that its callers can find theirs. */
typedef struct SbPlace {
  SbObjectKind kind; /**< PARAM, CONTENTS or WORD */
  unsigned param;
  bool deep;                      /**< WORD: of the CONTENTS at offset, size */
  int64_t offset, size;           /**< in the parameter's object */
  int64_t word_offset, word_size; /**< deep WORD: relative to any pointer in the CONTENTS */
} SbPlace;

typedef enum SbEffectKind {
  SB_EFFECT_ESCAPES,
  SB_EFFECT_FREED,
  SB_EFFECT_RETURNED, /**< at value_offset */
  SB_EFFECT_STORED, /**< place + value_offset is stored into container at [offset, offset + size) */
  SB_EFFECT_OVERWRITTEN /**< unknown pointers are stored into place at [offset, offset + size) */
} SbEffectKind;

typedef struct SbEffect {
  SbEffectKind kind;
  SbPlace place;
  int64_t value_offset;
  SbPlace container;
  int64_t offset, size;
  SbEscape why; /**< ESCAPES, FREED, STORED; no fact */
} SbEffect;

/** What a function does with the memory behind its parameters. */
typedef struct SbSummary {
  bool known; /**< false: nothing is promised */
  bool returns_unknown;
  SB_VEC(SbEffect) effects;
} SbSummary;

/*===- Decisions ------------------------------------------------------------------------------===*/

/** Attribute of the calls that allocate what does not fit into a guarded slot. */
#define SB_HEAP_PATH "heap-to-stack-heap-path"

typedef enum SbDecisionKind {
  SB_KEEP,
  SB_SLOT,   /**< every object of the site lives in the slot */
  SB_GUARDED /**< those of at most slot_size bytes do, the others are allocated as before */
} SbDecisionKind;

/** What becomes of a site. All decisions of a module exist before its first edit. */
typedef struct SbDecision {
  SbSite *site;
  SbObject *object;
  SbDecisionKind kind;
  SbEscape why;        /**< KEEP */
  uint64_t slot_size;  /**< SLOT: bytes */
  uint64_t slot_align; /**< SLOT: bytes */
} SbDecision;

/*===- The module -----------------------------------------------------------------------------===*/

typedef struct SbFunction {
  LLVMValueRef value;
  unsigned number;
  bool needed;     /**< has sites, or is called with a pointer by one that is needed */
  bool recursive;  /**< can call itself */
  SbSiteVec sites; /**< in program order */
  SbSummary summary;
  SbFlow *flow;                 /**< kept for functions with sites; NULL otherwise */
  SB_VEC(SbDecision) decisions; /**< one per site, in the same order */
  SbMap promoted;               /**< SbObject -> SbDecision, those that move */
} SbFunction;

/** The intrinsics of intrinsics.def. */
typedef enum SbIntrinsic {
#define SB_INTRINSIC(FIELD, NAME, ROLE) SB_INTRINSIC_##FIELD,
#include "intrinsics.def"
#undef SB_INTRINSIC
  SB_INTRINSIC_COUNT
} SbIntrinsic;

/** One run of the pass over one module. */
typedef struct SbState {
  SbxModule *bridge;
  LLVMModuleRef module;
  LLVMTargetDataRef layout;
  SbOptions options;
  SbArena arena;
  SbMap functions; /**< LLVMValueRef -> SbFunction */
  SB_VEC(SbFunction *) function_list;
  SbMap sites;           /**< call -> SbSite */
  SbMap opted_out;       /**< functions annotated heap-to-stack=off */
  SbMap libcalls;        /**< declaration -> letters of its row in libcalls.def, "" without one */
  uint64_t promoted;     /**< so far, against options.limit */
  unsigned pointer_size; /**< bytes */
  unsigned intrinsics[SB_INTRINSIC_COUNT]; /**< LLVM\'s numbers of them; 0: this LLVM has none */
} SbState;

/* callgraph.c: finds functions and sites, marks recursion, and analyses bottom-up. */
void sb_collect_sites(SbState *state);
/** All functions with SbFunction.needed (or all, for printing), callees first, to a fixpoint in
 * recursion. */
void sb_analyse_module(SbState *state, bool all);

/* flow.c */
/** Follows all pointers of @p function with the summaries as they are now. Free with sb_flow_free.
 */
SbFlow *sb_flow_compute(SbState *state, SbFunction *function, bool coarse);
void sb_flow_free(SbFlow *flow);
/** The object of @p site, or NULL when its code cannot be reached. */
SbObject *sb_flow_site_object(SbFlow *flow, const SbSite *site);
SbNode *sb_flow_node(const SbFlow *flow, LLVMValueRef value);
/** The value holds pointers to one object only: that object; else NULL. */
SbObject *sb_flow_single_object(const SbFlow *flow, LLVMValueRef value);

/* summary.c */
/** What @p flow says about the parameters. Returns whether the summary differs from the former one.
 */
bool sb_summarise(SbState *state, SbFunction *function, const SbFlow *flow);
/** The summary of the body that a call to @p callee runs, or NULL when that is not certain. */
const SbSummary *sb_summary_of(SbState *state, LLVMValueRef callee);

/* live.c */
/**
 * For every site of the flow that lies on a cycle: may a pointer to an object of an earlier
 * execution be used after the next one? Adds the objects for which that cannot be excluded to @p
 * carried (a set of SbObject).
 */
void sb_find_carried(SbState *state, SbFlow *flow, SbMap *carried);

/* decide.c */
/** Reads the functions that the source has annotated with "heap-to-stack=off". */
void sb_collect_annotations(SbState *state);
/** Fills function->decisions and function->promoted; changes no IR. */
void sb_decide(SbState *state, SbFunction *function);

/* rewrite.c */
/** Carries out the decisions of @p function; returns whether anything changed. */
bool sb_rewrite(SbState *state, SbFunction *function);

/* print.c */
/** The lines of print<escape> for one function. */
void sb_print_function(SbState *state, const SbFunction *function);

/* report.c */
void sb_report(SbState *state, const SbFunction *function);
/** "stored to global 'cache' at f.c:12:9", owned by the module arena. */
const char *sb_describe_escape(SbState *state, const SbEscape *escape);
/** "malloc of 24 bytes", owned by the module arena. */
const char *sb_describe_site(SbState *state, const SbSite *site);

#endif
