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
#include "rules.h"
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
#define SB_TEXT_OPTION(FIELD, NAME, VALUE, HELP) const char *FIELD; /* or NULL */
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

/**
 * An allocation: a recognised allocation call, or a call of a function that hands an object to its
 * caller (widget_new), which then is a site of its caller's, too. Written once: the former by
 * sb_collect_sites, the latter when the flow of the caller meets the call.
 */
typedef struct SbSite {
  LLVMValueRef function, call;
  LLVMTypeRef type;           /**< of pointers to its objects */
  const struct SbSite *inner; /**< the callee's site that makes the object, or NULL: call does */
  const char *allocator;      /**< for people: "malloc", "operator new" */
  const char *family;         /**< not NUL-terminated */
  size_t family_length;
  SbxAllocKind kind;
  bool null_allocates; /**< RESIZE: with null for the old object it allocates one */
  bool size_known;
  uint64_t size;        /**< bytes, when size_known */
  int size_operands[2]; /**< numbers of the operands whose product is the size, or -1; of a PREFIX:
                             the one that bounds its length */
  bool align_known;     /**< false: asked for at run time */
  uint64_t align;       /**< bytes, a power of two: what allocator, call and callees ask for */
} SbSite;

typedef SB_VEC(SbSite *) SbSiteVec;

/** The allocation described by @p call, or NULL when it is none. */
SbSite *sb_site_of_call(SbxModule *m, SbArena *arena, LLVMValueRef call);
/** The recognised allocation call behind @p site: itself, or the innermost. */
const SbSite *sb_site_origin(const SbSite *site);
/** An earlier run (before linking) made this call the path for objects that do not fit into their
 * slot, and reported the site. */
bool sb_is_heap_path(LLVMValueRef call);
/** An earlier run made this realloc the way out of a slot: its old object is null for that reason.
 */
bool sb_is_move_out(LLVMValueRef call);
/** True when families are the same allocator's. */
bool sb_same_family(const char *a, size_t a_length, const char *b, size_t b_length);

/*===- Flow: where pointers go ----------------------------------------------------------------===*/

/** Pointers that are followed one by one from a parameter; what lies behind them is one object. */
enum { SB_MAX_DEPTH = 2 };

/** An offset or a size that is not constant. Offsets may also be at least some number: see
 * sb_at_least. */
#define SB_UNKNOWN INT64_MIN

/**
 * What pointers point to, inside one function:
 *   SITE      the object of an allocation call
 *   LOCAL     an alloca
 *   PARAM     what pointer parameter number `param` points to on entry
 *   CONTENTS  what the pointers that were stored at [offset, offset + size) of its parent on entry
 *             point to; one of SB_MAX_DEPTH stands also for all that can be reached from there
 *   WORD      the integer stored at [offset, offset + size) of its parent, or of everything in a
 *             CONTENTS; it may be the bits of a pointer
 * The parent is a PARAM, another CONTENTS, or a SITE that the caller can see through memory
 * (`shared`): two parameters may lead to the same memory, and what is stored there through one is
 * read through the other.
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
  bool judged; /**< it is in SbFlow.judged */
  unsigned fact_count;
  SbFact *facts; /**< linked by next */
};

/** node may hold a pointer to object + offset (or its bits). */
struct SbFact {
  SbNode *node;
  SbObject *object;
  int64_t offset;       /**< bytes: exact, at least, or SB_UNKNOWN */
  const SbFact *parent; /**< where it came from; NULL at the object's own value */
  LLVMValueRef
      through; /**< the store (or call) that put it into the memory it was loaded from, or NULL */
  SbObject *holder; /**< with through: the object it was stored in */
  int64_t holder_offset;
  SbFact *next;
};

/** A pointer kept in an object's memory at [offset, offset + size). */
typedef struct SbContent {
  int64_t offset;   /**< exact, or SB_UNKNOWN: anywhere */
  int64_t size;     /**< SB_UNKNOWN: to the end */
  SbObject *target; /**< NULL: something that is not followed */
  int64_t target_offset;
  LLVMValueRef at;    /**< the store */
  const SbFact *from; /**< the stored value's fact, or NULL */
} SbContent;

/** A call that frees or resizes the object. */
typedef struct SbFree {
  LLVMValueRef call;
  LLVMValueRef value; /**< the operand; NULL: the callee does it, by a rule of its summary */
  const char *family; /**< not NUL-terminated */
  size_t family_length;
  int64_t offset; /**< parameters: where in the object the freed pointer points */
  bool alone;     /**< nothing but this object (or null) can be freed there */
} SbFree;

/** A load or call that reads an object's memory. */
typedef struct SbReader {
  LLVMValueRef inst;
  int64_t offset, size;
} SbReader;

struct SbObject {
  SbObjectKind kind;
  unsigned number;       /**< in order of creation */
  LLVMValueRef value;    /**< the call, alloca or parameter */
  SbSite *site;          /**< SITE */
  unsigned param;        /**< PARAM, CONTENTS, WORD */
  unsigned depth;        /**< CONTENTS: pointers from the parameter to here */
  SbObject *parent;      /**< CONTENTS: its PARAM or SITE; WORD: its PARAM, SITE or CONTENTS */
  int64_t offset, size;  /**< CONTENTS, WORD */
  SbEscape escape;       /**< the first in program order */
  SbEscape leaves;       /**< SITE: how the caller gets it, and decides about it; or none */
  bool shared;           /**< SITE: it leaves through memory that the caller can see */
  SbEscape freed;        /**< a free that cannot be rewritten, here or in a copy of the callee */
  SbEscape freed_inside; /**< the first free in a callee that a copy of the callee can leave out */
  SbEscape measured;     /**< SITE: a difference of pointers to it is harmless only while one object
                              of the site is there; or none */
  SB_VEC(SbFact *) facts;
  SB_VEC(SbContent) contents;
  SB_VEC(SbObject *) holders; /**< objects with a content that points to this one; may repeat */
  SB_VEC(SbReader) readers;
  SB_VEC(SbFree) frees;
  SB_VEC(SbFree) resizes; /**< reallocs of it that can be rewritten */
  SbValueVec calls;       /**< calls that can reach it: not `tail` when it moves to the stack */
  SB_VEC(int64_t)
  returned;           /**< parameters, and sites that leave: offsets at which it is returned */
  SbMap reader_index; /**< instruction -> index + 1 in readers */
  unsigned mark;      /**< epoch of the last walk that saw it */
};

/** The function takes the difference, or asks for the order, of pointers to these two of its
 * callers'. */
typedef struct SbDistance {
  SbObject *from, *to;
  SbEscape why; /**< both escape where they are not one object */
} SbDistance;

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
  SbMap registered;      /**< (object, instruction) pairs in SbObject.calls and .frees */
  unsigned epoch;        /**< of the current walk over objects */
  SB_VEC(SbSite *) made; /**< sites of callees whose objects this function gets, as met */
  SbValueVec copied;     /**< calls that can go to a specialised copy of their callee */
  SbValueVec trusted; /**< those whose callee is only known by the body that its copy would have */
  SB_VEC(SbDistance) distances;
  bool judging;      /**< the facts are complete: `judged` is gone through */
  SbValueVec judged; /**< differences, comparisons and calls that rest on facts of other values */
  unsigned leaving;  /**< sites whose objects do */
  bool may_leave;    /**< objects of sites may leave to callers, which decide about them */
  bool coarse;       /**< offsets are not told apart (recursion that would not end) */
  bool gave_up;      /**< the work limit was hit */
  bool returns_unknown; /**< the result may be something else than parameters */
  uint64_t work, work_limit;
} SbFlow;

/*===- Summaries ------------------------------------------------------------------------------===*/

/** Bytes of an object, each SB_UNKNOWN when not known. */
typedef struct SbRange {
  int64_t offset, size;
} SbRange;

/** An object of a callee, named so that its callers can find theirs. */
typedef struct SbPlace {
  SbObjectKind kind;  /**< SITE, PARAM, CONTENTS or WORD */
  const SbSite *site; /**< the callee's site whose object it is (of); NULL: the parameter's */
  unsigned param;
  unsigned depth;              /**< pointers to follow from there */
  SbRange steps[SB_MAX_DEPTH]; /**< where the first depth of them are */
  SbRange word;                /**< WORD: where it is, relative to the last pointer */
} SbPlace;

typedef enum SbEffectKind {
  SB_EFFECT_ESCAPES,
  SB_EFFECT_FREED,
  SB_EFFECT_RESIZED,  /**< by realloc: it stays, or is freed and a copy of it made */
  SB_EFFECT_RETURNED, /**< at value_offset */
  SB_EFFECT_STORED, /**< place + value_offset is stored into container at [offset, offset + size) */
  SB_EFFECT_OVERWRITTEN, /**< unknown pointers are stored into place at [offset, offset + size) */
  SB_EFFECT_MEASURED     /**< escapes, and container as well, unless both are one object */
} SbEffectKind;

typedef struct SbEffect {
  SbEffectKind kind;
  SbPlace place;
  int64_t value_offset;
  SbPlace container;
  int64_t offset, size;
  bool fixed;         /**< FREED: not even a copy of the callee can leave it out */
  bool alone;         /**< FREED: nothing but this place (or null) can be freed there */
  const char *family; /**< RESIZED, FREED and not fixed: the allocator that it belongs to */
  size_t family_length;
  SbEscape why; /**< ESCAPES, FREED, RESIZED, STORED, MEASURED; no fact */
} SbEffect;

/** What a function does with the memory behind its parameters. */
typedef struct SbSummary {
  bool known; /**< false: nothing is promised */
  bool returns_unknown;
  bool needs_copy; /**< holds only of a copy, as it rests on a body that the linker may replace */
  SB_VEC(SbEffect) effects;
  SB_VEC(SbSite *) made; /**< sites whose objects callers get */
} SbSummary;

/*===- Decisions ------------------------------------------------------------------------------===*/

/** Attribute of the calls that allocate what does not fit into a guarded slot. */
#define SB_HEAP_PATH "heap-to-stack-heap-path"
/** Attribute of reallocs that objects outgrow their slot with. */
#define SB_MOVE_OUT "heap-to-stack-move-out"

typedef enum SbDecisionKind {
  SB_KEEP,
  SB_SLOT,   /**< every object of the site lives in the slot */
  SB_GUARDED /**< a choice at run time: those of at most slot_size bytes, and (in_use) those for
                  which a slot is free; the others are allocated as before */
} SbDecisionKind;

/** Slots of a site whose objects may be live together: the one in hand and the one before. */
enum { SB_MAX_SLOTS = 2 };

/** What becomes of a site. All decisions of a module exist before its first edit. */
typedef struct SbDecision {
  const SbSite *site;
  SbObject *object;
  SbDecisionKind kind;
  SbEscape why;        /**< KEEP */
  uint64_t slot_size;  /**< of each slot: bytes */
  uint64_t least_size; /**< bytes of the smallest slot that serves some objects; 0: all of it */
  uint64_t slot_align; /**< bytes */
  unsigned slots;      /**< how many: 1 to SB_MAX_SLOTS */
  bool in_use;         /**< GUARDED: a flag per slot says whether a live object is in it */
  unsigned
      chain; /**< reallocs that share the slot: the number of their first decision + 1; 0: none */
  unsigned place; /**< objects of which a call makes at most one share a slot: its number; 0: own */
  uint64_t place_size, place_align; /**< of the slot that they share: bytes */
} SbDecision;

/*===- Specialised copies ---------------------------------------------------------------------===*/

/** An object of the copied function that lives in a slot of its caller's. */
typedef struct SbMadeSlot {
  const SbSite *site; /**< of the original */
  SbDecisionKind kind;
  uint64_t slot_size, slot_align;
  unsigned slot; /**< number of the slot parameter */
} SbMadeSlot;

/** What a place of the copied function may be: objects in slots of its caller's. */
typedef struct SbSlotPlace {
  SbPlace place;
  bool certain;           /**< it is nothing else: frees of it are left out */
  SB_VEC(unsigned) slots; /**< not certain: the slot parameters to compare with */
} SbSlotPlace;

/** A copy of a function for callers whose objects live in slots. Equal ones are shared. */
typedef struct SbCopy {
  struct SbFunction *original;
  struct SbFunction *function; /**< once it has been made */
  bool inherits;  /**< all promotions of the original: they were final when it was planned */
  unsigned slots; /**< parameters added behind the original's */
  SB_VEC(LLVMTypeRef) types; /**< theirs */
  SB_VEC(uint64_t) sizes;    /**< of their slots, in bytes */
  SB_VEC(SbMadeSlot) made;
  SB_VEC(SbSlotPlace) places;
  uint64_t cost; /**< instructions */
} SbCopy;

/*===- The module -----------------------------------------------------------------------------===*/

typedef struct SbFunction {
  LLVMValueRef value;
  unsigned number;
  bool needed;          /**< has sites, or is called with a pointer by one that is needed */
  bool recursive;       /**< can call itself */
  bool copyable;        /**< copies of it may be made */
  const char *disabled; /**< why it is left alone, for people, or NULL */
  bool coarse;          /**< its flow is the coarse one */
  bool planned;         /**< its promotions are final */
  uint64_t size;        /**< instructions */
  const SbCopy *copy;   /**< what it was made for; NULL: a function of the program's */
  SbMap own_sites;      /**< copies: site of the original -> its own */
  SbSiteVec sites;      /**< in program order */
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

/** What the source asks of a function's allocations; a greater one includes the lesser. */
typedef enum SbRequirement {
  SB_REQUIRE_NONE,
  SB_REQUIRE_STACK, /**< a slot, perhaps guarded */
  SB_REQUIRE_FIXED  /**< never on the heap at run time */
} SbRequirement;

/** Second keys of SbState.required. */
enum {
  SB_REQUIRED_FUNCTION,  /**< function -> SbRequirement */
  SB_REQUIRED_SUBPROGRAM /**< its debug information -> function */
};

/** One run of the pass over one module. */
typedef struct SbState {
  SbxModule *bridge;
  LLVMModuleRef module;
  LLVMTargetDataRef layout;
  SbOptions options;
  SbArena arena;
  SbMap functions; /**< LLVMValueRef -> SbFunction */
  SB_VEC(SbFunction *) function_list;
  SB_VEC(SbFunction *) bottom_up; /**< the same, callees first */
  SbMap sites;                    /**< call -> SbSite */
  SbMap made_sites;               /**< (call, site of the callee) -> SbSite */
  SB_VEC(SbCopy *) copies;
  uint64_t copy_budget; /**< instructions that copies may still add */
  SbMap opted_out;      /**< functions annotated heap-to-stack=off */
  SbMap required;       /**< functions annotated heap-to-stack=require or require-fixed */
  SbMap libcalls;       /**< declaration -> letters of its row in libcalls.def, "" without one */
  bool looked_for_stream_buffer;
  bool defines_stream_buffer; /**< the module has an xsputn or xsgetn; known once looked for */
  uint64_t promoted;          /**< so far, against options.limit */
  unsigned pointer_size;      /**< bytes */
  unsigned intrinsics[SB_INTRINSIC_COUNT]; /**< LLVM\'s numbers of them; 0: this LLVM has none */
} SbState;

/* callgraph.c: finds functions and sites, marks recursion, and analyses bottom-up. */
void sb_collect_sites(SbState *state);
/** The sites of one function, which need not be in the module's list. */
void sb_collect_function_sites(SbState *state, SbFunction *function);
/** All functions with SbFunction.needed (or all, for printing), callees first, to a fixpoint in
 * recursion. */
void sb_analyse_module(SbState *state, bool all);

/* flow.c */
/** Follows all pointers of @p function with the summaries as they are now. Free with sb_flow_free.
 */
SbFlow *sb_flow_compute(SbState *state, SbFunction *function, bool coarse);
void sb_flow_free(SbFlow *flow);
/** The object of @p site, or NULL when this flow has not met it. */
SbObject *sb_flow_site_object(SbFlow *flow, const SbSite *site);
SbNode *sb_flow_node(const SbFlow *flow, LLVMValueRef value);
/** The object that callee's site @p inner makes for the function when @p call runs. */
SbObject *sb_flow_made_object(SbFlow *flow, LLVMValueRef call, const SbSite *inner);
/** The better one to name of two escapes, of which one or both may be none. */
const SbEscape *sb_flow_first_escape(const SbFlow *flow, const SbEscape *a, const SbEscape *b);
/** The flow of @p function by final summaries, computed when it has not been kept. */
SbFlow *sb_flow_of(SbState *state, SbFunction *function);
/**
 * The objects of @p flow's function that a place of the callee stands for at @p call;
 * complete once the flow is.
 */
typedef struct SbPlaceObjects {
  SB_VEC(SbObject *) objects;
  bool unknown; /**< and possibly something that is not followed */
} SbPlaceObjects;
SbPlaceObjects sb_flow_objects_at(SbFlow *flow, LLVMValueRef call, const SbPlace *place);
/** The value holds pointers to one object only: that object; else NULL. */
SbObject *sb_flow_single_object(const SbFlow *flow, LLVMValueRef value);

/* summary.c */
/** What @p flow says about the parameters. Returns whether the summary differs from the former one.
 */
bool sb_summarise(SbState *state, SbFunction *function, SbFlow *flow);
/**
 * The summary of the body that a call to @p callee runs, or NULL when there is none. With
 * needs_copy it is that of a copy only.
 */
const SbSummary *sb_summary_of(SbState *state, LLVMValueRef callee);
/** A free or resize that a copy of the callee leaves out, or makes depend on slots. */
bool sb_is_rewritable_in_copy(const SbEffect *effect);
/** How callers name an object that is theirs. */
SbPlace sb_place_of(const SbObject *object);
bool sb_same_place(const SbPlace *a, const SbPlace *b);

/* links.c */
/** Values and objects of a flow that meet in instructions, directly or through others. */
typedef struct SbLinks {
  const SbFlow *flow;
  unsigned objects; /**< so many come first, by SbObject.number, then the nodes */
  unsigned *leader; /**< union-find; flow arena */
  bool *marked;
} SbLinks;
SbLinks sb_links_of(SbFlow *flow);
void sb_links_mark(SbLinks *links, const SbObject *object);
/** The call has to do with @p with. */
bool sb_links_touch(SbLinks *links, LLVMValueRef call, const SbObject *with);
/** The call has to do with a marked object. */
bool sb_links_reach(SbLinks *links, LLVMValueRef call);

/* live.c */
/**
 * For every site of the flow that lies on a cycle: may a pointer to an object of an earlier
 * execution be used after the next one? Adds the objects for which that cannot be excluded to @p
 * carried (a set of SbObject).
 */
void sb_find_carried(SbState *state, SbFlow *flow, SbMap *carried);

/* plan.c: which calls go to which specialised copies */
/** Finds out of all functions how large they are and whether copies may be made; sets the budget.
 */
void sb_describe_functions(SbState *state);
/** The call can go to a copy of @p callee, which has further parameters. */
bool sb_can_redirect(SbState *state, LLVMValueRef call, LLVMValueRef callee);
/**
 * Plans the copies that the promotions of @p function need; those that the budget does not allow
 * are taken back. Changes no IR.
 */
void sb_plan(SbState *state, SbFunction *function);

/** The objects in slots that an object of the analysed function may be. */
typedef struct SbSlotSet {
  bool certain;           /**< it is nothing else */
  SB_VEC(unsigned) slots; /**< numbers: of the function's decision, or SB_SLOT_PARAM + parameter */
} SbSlotSet;
enum { SB_SLOT_PARAM = 1 << 16 };

/** A call that goes to a copy. */
typedef struct SbRequest {
  LLVMValueRef call;
  SbCopy *copy;
  SB_VEC(unsigned) slots; /**< the further arguments, numbered as in SbSlotSet */
} SbRequest;

typedef SB_VEC(SbRequest) SbRequestVec;
/** The slots of @p object in @p function (which may be a copy). */
SbSlotSet sb_slots_of(SbState *state, SbFunction *function, const SbObject *object);
/** The decision of the copied function holds in the copy, too. */
bool sb_is_inherited(const SbCopy *copy, const SbDecision *decision);
/** The requests that sb_plan has planned for @p function (which may be a copy). */
SbRequestVec sb_requests_of(SbState *state, SbFunction *function);

/* copy.c */
/** Makes all copies that were planned, from functions that have not been edited. */
void sb_make_copies(SbState *state);

/* annotations.c */
/** Reads what the source asks of functions ("heap-to-stack=off") into opted_out and required. */
void sb_collect_annotations(SbState *state);

/* require.c */
/** Reports an error for each allocation that stays on the heap where the source requires the stack.
 */
void sb_check_requirements(SbState *state);

/* decide.c */
/** The strictest alignment that loads and stores through the object's pointers rely on, in bytes.
 */
uint64_t sb_alignment_of_uses(const SbObject *object);
/** Why the function is left alone, for people; NULL: it is not. */
const char *sb_why_disabled(SbState *state, LLVMValueRef function);
/** Fills function->decisions and function->promoted, and plans copies; changes no IR. */
void sb_decide(SbState *state, SbFunction *function);
/** Fills function->promoted from its decisions. */
void sb_collect_promoted(SbState *state, SbFunction *function);

/* chain.c */
/** The site's realloc may be called with null, which allocates: a slot can serve it. */
bool sb_begins_chain(const SbState *state, const SbSite *site);
/** Finds out which of these sites share a slot, and what that must be at least. */
void sb_form_chains(SbState *state, SbFunction *function);
/** The decision shares the slot of an earlier one. */
bool sb_follows_in_chain(const SbFunction *function, const SbDecision *decision);
/** Gives those what the budget has given to the first of their chain. */
void sb_follow_leaders(SbFunction *function);

/* places.c */
/** What is known about the order in which blocks run. Zero-initialised; owns `arena`. */
typedef struct SbReach {
  SbArena arena;
  SbMap from; /**< block -> set of blocks */
} SbReach;
/** One call of the sites' function makes at most one of their objects. */
bool sb_are_exclusive(SbReach *reach, const SbSite *a, const SbSite *b);

/* budget.c */
/** Keeps on the heap what the frame has no room for, the most profitable sites last, and gives the
 * others what more it has: room to grow, a second slot. */
void sb_share_budget(SbState *state, SbFunction *function);

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
/** The assignments on the way there: "assigned to field 'next' of 'head' at f.c:8:3, then ..",
 * owned by the module arena; NULL when there are none. */
const char *sb_describe_flow(SbState *state, const SbEscape *escape);
/** "when at most 256 bytes", owned by the module arena; of a GUARDED decision. */
const char *sb_describe_guard(SbState *state, const SbDecision *decision);
/** "malloc of 24 bytes", owned by the module arena. */
const char *sb_describe_site(SbState *state, const SbSite *site);

#endif
