/*===- report.h - the data model and the stages of stackbound-report ------===*
 *
 * find inputs -> read records -> merge into sites -> filter and sort -> print
 *
 * A *site* is one allocation call of the source; for one in a header of the
 * system (operator new in libstdc++) it is the line that it was inlined into. Records show it once
 * per compiled copy of it: inlined, instantiated from a template, or in a header that several files
 * include. An *outcome* is what became of some of these copies, in the same words; a site has one
 * outcome or, when its copies differ, several.
 *
 *===----------------------------------------------------------------------===*/
#ifndef STACKBOUND_REPORT_H
#define STACKBOUND_REPORT_H

#include "util.h"

#include <stdio.h>

/*===- Model ----------------------------------------------------------------------------------===*/

/** A place in a source file. file is interned, or NULL when there is no debug information. */
typedef struct RpPlace {
  const char *file;
  unsigned line, column;
} RpPlace;

typedef enum RpKind { RP_MOVED, RP_GUARDED, RP_KEPT } RpKind;

/** One step from the allocation to its escape. */
typedef struct RpStep {
  RpPlace at;
  const char *text; /**< without the place */
} RpStep;

typedef SB_VEC(const char *) RpStrings;

/** What became of some copies of a site. All strings are interned. */
typedef struct RpOutcome {
  RpKind kind;
  const char *object; /**< "malloc of 24 bytes" */
  const char *clause; /**< "moved to the stack", "stays on the heap: returned at f.c:3:2" */
  const char *reason; /**< KEPT: the word, "returned"; else NULL */
  const char *callee; /**< the innermost function that the reason is about, or NULL */
  const char *body;   /**< that function's body: "elsewhere", "replaceable", "here", or NULL */
  const char *note;   /**< the free text of the reason, or NULL */
  int64_t size;       /**< bytes, or -1 */
  int64_t slot;       /**< MOVED: bytes of stack; GUARDED: the limit; else -1 */
  uint64_t hotness;   /**< the largest of its copies; 0: no profile */
  uint64_t copies;
  RpPlace call;        /**< the allocation call, when it was inlined from a system header */
  RpPlace escape;      /**< KEPT: where it escapes; file NULL when that is not known */
  RpStrings functions; /**< that contain the copies, mangled; each once, at most RP_FUNCTIONS */
  SB_VEC(RpStep) steps;
  bool before_link; /**< KEPT: of a compilation for LTO, where the linker decides */
  bool shown;       /**< passes --only */
} RpOutcome;

/** More functions with a copy of the same site and outcome are counted, not named. */
enum { RP_FUNCTIONS = 32 };

typedef SB_VEC(RpOutcome *) RpOutcomes;

typedef enum RpState { RP_ALL_MOVED, RP_IF_ROOM, RP_MIXED, RP_ALL_KEPT, RP_STATES } RpState;

typedef struct RpSite {
  RpPlace at;
  const char *allocator; /**< "malloc", "operator new" */
  RpOutcomes outcomes;   /**< after rp_finish: the most frequent first */
  uint64_t copies;
  uint64_t moved, guarded, kept; /**< copies by kind */
  bool decided;                  /**< a remark is final: those from before the link do not count */
} RpSite;

typedef SB_VEC(RpSite *) RpSites;

/** A record that could not be read (completely). */
typedef struct RpProblem {
  const char *message; /**< "a.opt.yaml:12:3: ..." */
} RpProblem;

typedef struct RpModel {
  SbArena arena;
  struct RpInterned **strings; /**< hash table */
  size_t string_count, string_capacity;
  SbMap site_map, outcome_map;
  RpSites sites;
  SB_VEC(RpProblem) problems;
  uint64_t remarks;                          /**< of heap-to-stack, on sites */
  uint64_t records;                          /**< that were begun to be read */
  uint64_t inputs;                           /**< records that there are */
  bool linked;                               /**< a record is of a link */
  double next_tick;                          /**< when progress is shown next, in seconds */
  bool ticked;                               /**< it was shown */
  void (*tick)(struct RpModel *model);       /**< called now and then while reading, or NULL */
  const char *function_filter, *file_filter; /**< globs, or NULL */
} RpModel;

/** One remark of the pass, its strings interned. Fields that it lacks are NULL or -1. */
typedef struct RpRemark {
  const char *name, *function;
  RpPlace at;   /**< in the user's source, as far as inlining tells */
  RpPlace call; /**< of the allocation call itself, perhaps in a header of the system */
  RpPlace escape;
  RpPlace site;        /**< Flow: the allocation that the step belongs to; file NULL: not said */
  const char *text;    /**< all that is visible */
  const char *at_text; /**< "f.c:12:3" as it stands in text, or NULL */
  const char *allocator, *reason, *callee, *body, *note;
  int64_t size, slot, limit;
  uint64_t hotness;
  bool before_link; /**< the linker looks at the site again */
} RpRemark;

/** Where the reader is in one record: Flow remarks follow the remark of their site. */
typedef struct RpCursor {
  RpOutcome *open;      /**< still takes steps, or NULL */
  const char *function; /**< of the last remark of a site */
  RpPlace site;
  unsigned unlocated; /**< sites without a place, so far */
} RpCursor;

/* model.c */
const char *rp_intern(RpModel *model, const char *text, size_t length);
const char *rp_intern_string(RpModel *model, const char *text);
/** Adds a remark. Returns NULL, or what it lacks. */
const char *rp_add_remark(RpModel *model, RpCursor *cursor, const RpRemark *remark);
/** Sorts sites by place and outcomes by frequency; drops what the filters keep out. */
void rp_finish(RpModel *model, const char *only);
RpState rp_state_of(const RpSite *site);
/** The most frequent outcome of this kind that is shown, or NULL. */
const RpOutcome *rp_first_outcome(const RpSite *site, RpKind kind);
/** "malloc of 24 bytes", or "malloc of 8 to 24 bytes" where copies differ; owned by @p arena. */
const char *rp_describe_object(SbArena *arena, const RpSite *site);
/** What became of the site, all copies together: "moved to the stack (3 copies)". */
const char *rp_describe_result(SbArena *arena, const RpSite *site);
void rp_free(RpModel *model);

/* names.c */
/** The name as the source has it, with parameters; owned by @p arena. */
const char *rp_demangle(SbArena *arena, const char *name);
/** "src/a.c:12:3"; owned by @p arena. */
const char *rp_place_text(SbArena *arena, const RpPlace *place);
/** A glob without '/' is held against the last component, another one also against the path's end.
 */
bool rp_file_matches(const char *glob, const char *path);
/** The glob matches the name as the linker, or as the source has it, with or without parameters. */
bool rp_function_matches(const char *glob, const char *name);

/*===- Reading --------------------------------------------------------------------------------===*/

typedef struct RpInput {
  const char *path;
  bool named; /**< on the command line, not found in a folder */
} RpInput;

typedef SB_VEC(RpInput) RpInputs;

/* names.c */
/** The file belongs to the compiler or the system: nobody looks for allocations there. */
bool rp_is_system_file(const char *path);

/* inputs.c */
/** Adds the file @p path, or the records in the folder. False: there is none (errno tells). */
bool rp_find_inputs(SbArena *arena, RpInputs *inputs, const char *path);

/** Whether the linker wrote this record, as far as its name says. */
bool rp_is_of_link(const char *path);

/* records.c */
/** Reads one record into the model; what is wrong with it goes to model->problems. */
void rp_read_record(RpModel *model, const RpInput *input);
void rp_add_problem(RpModel *model, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* yaml.c */
/** Interns a string that LLVM's parser took from YAML, without its quotes and escapes. */
const char *rp_intern_yaml(RpModel *model, const char *text, size_t length);

/* object.c */
/** The remarks section of an object file, a copy owned by @p arena; NULL: none, or @p error. */
const char *rp_object_section(SbArena *arena, const char *data, size_t size, size_t *length,
                              const char **error);

/*===- Hints ----------------------------------------------------------------------------------===*/

/* hints.c */
/** What small change may let the site move, in a sentence; NULL when none is known. */
const char *rp_hint(SbArena *arena, const RpSite *site);

/*===- Printing -------------------------------------------------------------------------------===*/

typedef struct RpOutput {
  FILE *file;
  bool explain, color;
  const char *source_dir; /**< html: where the sources are, or NULL */
} RpOutput;

typedef struct RpFileCount {
  const char *file; /**< NULL: no debug information */
  unsigned sites, by_state[RP_STATES];
} RpFileCount;

typedef struct RpReasonCount {
  const char *reason;
  unsigned sites;
  uint64_t copies;
} RpReasonCount;

/** The sums that every format shows. */
typedef struct RpSummary {
  unsigned sites, by_state[RP_STATES];
  uint64_t copies;
  SB_VEC(RpFileCount) files;     /**< in the order of the sites */
  SB_VEC(RpReasonCount) reasons; /**< the most frequent first */
} RpSummary;

/* summary.c */
RpSummary rp_summarise(SbArena *arena, const RpModel *model);

/* escape.c: text for a format, written to the file */
void rp_put_json(FILE *file, const char *text); /**< with the quotes */
void rp_put_html(FILE *file, const char *text);
void rp_put_uri(FILE *file, const char *path); /**< percent-encoded; absolute paths as file:// */
/** @p text without control characters, which could steer the terminal. */
void rp_put_plain(FILE *file, const char *text);

/* text.c json.c sarif.c html.c diff.c */
void rp_print_text(const RpModel *model, const RpOutput *out);
void rp_print_json(const RpModel *model, const RpOutput *out);
void rp_print_sarif(const RpModel *model, const RpOutput *out);
void rp_print_html(const RpModel *model, const RpOutput *out);
/** Prints what changed; returns how many sites fell back to the heap. */
unsigned rp_print_diff(const RpModel *before, const RpModel *after, const RpOutput *out);

#endif
