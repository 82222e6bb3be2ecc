/*===- hints.c - small changes that may let an object move ----------------===*
 *
 * A hint is given for the most frequent outcome that has one, and once per
 * site. It says "may" where the rest of the object's way was not looked at: the
 * pass reports the first obstacle only.
 *
 *===----------------------------------------------------------------------===*/
#include "report.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

typedef const char *(*Hint)(SbArena *arena, const RpOutcome *outcome);

static bool callee_starts(const RpOutcome *outcome, const char *start) {
  return outcome->callee && strncmp(outcome->callee, start, strlen(start)) == 0;
}

static bool is_one_of(const char *name, const char *const *names) {
  for (; name && *names; names++)
    if (strcmp(name, *names) == 0)
      return true;
  return false;
}

/*===- Sizes and budgets ----------------------------------------------------------------------===*/

/* The limit is in the words: "larger than the limit of 1024 bytes". */
static int64_t limit_of(const RpOutcome *outcome) {
  const char *digits = outcome->note ? strpbrk(outcome->note, "0123456789") : NULL;
  return digits ? strtoll(digits, NULL, 10) : -1;
}

/* Only where it is a small step: a frame is no place for large objects. */
static const char *hint_too_large(SbArena *arena, const RpOutcome *outcome) {
  int64_t limit = limit_of(outcome), size = outcome->size;
  if (limit < 0 || size <= limit || size > 2 * limit)
    return NULL;
  int64_t over = size - limit;
  return sb_arena_printf(arena,
                         "it is %" PRId64 " %s over the limit; -heap-to-stack-max-size=%" PRId64
                         " may let it move",
                         over, over == 1 ? "byte" : "bytes", size);
}

static const char *hint_unknown_size(SbArena *arena, const RpOutcome *outcome) {
  (void)arena, (void)outcome;
  return "with -heap-to-stack-guard-size=N it may move when it has at most N bytes; a constant "
         "upper "
         "bound of the size that the compiler can see would do, too";
}

static const char *hint_frame_budget(SbArena *arena, const RpOutcome *outcome) {
  (void)arena, (void)outcome;
  return "a larger -heap-to-stack-frame-budget may let it move, or in a function that can call "
         "itself a larger -heap-to-stack-recursive-budget";
}

/*===- Calls ----------------------------------------------------------------------------------===*/

/* libstdc++ keeps bodies of std::string in its shared library; C++20 makes them constexpr. */
static bool is_string_member(const RpOutcome *outcome) {
  if (!outcome->body || strcmp(outcome->body, "elsewhere") != 0)
    return false;
  return callee_starts(outcome, "std::__cxx11::basic_string<") ||
         callee_starts(outcome, "std::basic_string<") || callee_starts(outcome, "std::string::");
}

static const char STRING_HINT[] = "with -std=c++20 this member of std::string is in the header, "
                                  "and can be seen where it is inlined";

/* noescape alone leaves it open whether the function frees the object; pure functions cannot. */
static const char *hint_elsewhere(SbArena *arena, const RpOutcome *outcome) {
  const char *attributes = ", or, when it only reads, with __attribute__((noescape)) on that "
                           "parameter and __attribute__((pure)) on the function";
  bool is_member = strstr(outcome->callee, "::") != NULL;
  return sb_arena_printf(arena,
                         "the body of '%s' is in another file: if it neither keeps nor frees the "
                         "object, that may move with link-time optimisation (-flto)%s",
                         outcome->callee, is_member ? "" : attributes);
}

static const char *hint_passed_to_call(SbArena *arena, const RpOutcome *outcome) {
  if (!outcome->callee || !outcome->body)
    return NULL;
  if (is_string_member(outcome))
    return STRING_HINT;
  if (strcmp(outcome->body, "elsewhere") == 0)
    return hint_elsewhere(arena, outcome);
  if (strcmp(outcome->body, "replaceable") == 0)
    return sb_arena_printf(arena,
                           "the linker may replace '%s', so its body does not count: it may move "
                           "where that is inlined, or when it is static",
                           outcome->callee);
  return NULL;
}

static const char *const PRINTERS[] = {"printf", "fprintf", "sprintf", "snprintf", "dprintf",
                                       "syslog", "warn",    "warnx",   "asprintf", NULL};

static const char *hint_variadic(SbArena *arena, const RpOutcome *outcome) {
  if (is_one_of(outcome->callee, PRINTERS))
    return sb_arena_printf(arena,
                           "its address is given to '%s' (%%p, or a format that is not constant); "
                           "it may move when it is not printed",
                           outcome->callee);
  if (outcome->body && strcmp(outcome->body, "elsewhere") == 0)
    return sb_arena_printf(arena,
                           "the body of '%s' is in another file: it may move with link-time "
                           "optimisation (-flto)",
                           outcome->callee);
  return NULL;
}

static const char *const FREES[] = {"free", "realloc", "operator delete", "operator delete[]",
                                    NULL};

static const char *hint_freed(SbArena *arena, const RpOutcome *outcome) {
  if (is_string_member(outcome))
    return STRING_HINT;
  if (outcome->callee && outcome->body && strcmp(outcome->body, "elsewhere") == 0 &&
      !is_one_of(outcome->callee, FREES))
    return hint_elsewhere(arena, outcome);
  return "it may move when it is freed in the function that allocates it, or when the function "
         "that "
         "frees it is inlined";
}

/*===- Uses -----------------------------------------------------------------------------------===*/

static const char *hint_integer(SbArena *arena, const RpOutcome *outcome) {
  (void)arena, (void)outcome;
  return "no other use lets it escape: it may move when its address is not turned into a number";
}

static const char *hint_compared(SbArena *arena, const RpOutcome *outcome) {
  (void)arena, (void)outcome;
  return "no other use lets it escape: it may move when it is compared by index, or with == only";
}

static const char *hint_in_loop(SbArena *arena, const RpOutcome *outcome) {
  (void)arena, (void)outcome;
  return "it may move when each iteration frees, or is done with, the object that it allocated";
}

static const struct {
  const char *reason;
  Hint hint;
} HINTS[] = {
    {"too-large", hint_too_large},
    {"unknown-size", hint_unknown_size},
    {"frame-budget", hint_frame_budget},
    {"passed-to-call", hint_passed_to_call},
    {"passed-to-variadic", hint_variadic},
    {"freed-elsewhere", hint_freed},
    {"pointer-to-integer", hint_integer},
    {"pointer-compared", hint_compared},
    {"in-loop", hint_in_loop},
};

static const char *hint_of_outcome(SbArena *arena, const RpOutcome *outcome) {
  for (size_t i = 0; outcome->reason && i < sizeof HINTS / sizeof *HINTS; i++)
    if (strcmp(HINTS[i].reason, outcome->reason) == 0)
      return HINTS[i].hint(arena, outcome);
  return NULL;
}

const char *rp_hint(SbArena *arena, const RpSite *site) {
  for (unsigned i = 0; i < site->outcomes.length && site->outcomes.data[i]->shown; i++) {
    const char *hint = hint_of_outcome(arena, site->outcomes.data[i]);
    if (hint)
      return hint;
  }
  return NULL;
}
