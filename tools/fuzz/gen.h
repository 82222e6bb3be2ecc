/* Random program generator: shared vocabulary.
 *
 * A generated function works on *slots*: lvalues that hold a pointer.  The generator knows at every
 * program point what each slot holds, so that the program is memory-safe by construction:
 *   - an owner slot holds the only owning pointer to an object (or NULL, or nothing of interest);
 *   - a borrow slot holds another pointer to an object that one of the owners in `mask` owns.
 * Freeing or reallocating an owner ends every borrow that may point to its object.  Where control
 * flow joins, the generator emits the allocation or the free that makes both sides agree. */
#ifndef FUZZ_GEN_H
#define FUZZ_GEN_H

#include <stdbool.h>
#include <stdint.h>

enum { MAX_OWNERS = 20, MAX_BORROWS = 12, MAX_FUNCTIONS = 64 };

typedef enum { ELT_U8, ELT_U32, ELT_U64, ELT_NODE } Elt;
typedef enum { FAMILY_MALLOC, FAMILY_NEW, FAMILY_NEW_ARRAY } Family;

/* What an owner slot holds.  EMPTY: anything, must not be read.  MAYBE: NULL or an object. */
typedef enum { HOLDS_EMPTY, HOLDS_NULL, HOLDS_MAYBE, HOLDS_OBJECT } Holds;

typedef struct {
  char lv[24];  /* C lvalue of the pointer */
  char len[24]; /* C lvalue of the element count, an int */
  Elt elt;
  Family family;
  int parent; /* owner whose object contains this slot, or -1 */
  bool global;
} Owner;

typedef struct {
  char lv[24];
  Elt elt;
  int parent; /* owner whose object contains this slot, or -1 */
} Borrow;

/* What the generator knows at one program point. */
typedef struct {
  struct {
    Holds holds;
    int min; /* least element count when there is an object */
  } own[MAX_OWNERS];
  struct {
    bool valid;
    uint32_t mask; /* owners, one of which owns the object pointed to */
    int min;       /* elements that may be accessed from the borrowed pointer on */
  } bor[MAX_BORROWS];
} State;

typedef struct Loop {
  const State *head; /* state that every iteration starts with */
  bool direct;       /* no switch between here and the loop: `break` leaves the loop */
} Loop;

/* The function being generated. */
typedef struct {
  int id;
  bool nullify; /* empty slots are NULL and `goto out` may run from anywhere */
  bool cxx;
  bool leaky;
  int owners, borrows;
  Owner own[MAX_OWNERS];
  Borrow bor[MAX_BORROWS];
  State st;
  int budget; /* statements left */
  int depth;  /* nesting of control flow */
  int temps;  /* names used up */
  uint64_t cost, scale;
  Loop loop;
  bool in_loop;
} Fn;

typedef struct {
  uint64_t seed;
  bool cxx, large;
  uint64_t mask; /* functions to emit, by bit */
  int max_statements, shapes;
  int functions;
} Options;

/* ---- emit.c: random numbers and output ---- */
void rng_seed(uint64_t a, uint64_t b);
uint32_t rnd(uint32_t n); /* 0 .. n-1 */
bool chance(int percent);
int between(int lo, int hi);
void indent(int by);
/* Writes one line at the current indentation. */
void line(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
/* Writes text as it is. */
void text(const char *s);
/* While muted, nothing is written; random numbers are drawn all the same. */
void mute(bool on);

extern const char *const elt_name[];

/* ---- slots.c: the state of slots and the code that changes it ---- */
void state_init(Fn *f);
int find_owner(Fn *f, Holds least, int elt, int not_this);
int find_vacant(Fn *f, int elt, int family);
int find_borrow(Fn *f, int elt);
bool slot_usable(const Fn *f, int o);
void emit_alloc(Fn *f, int o);
void emit_fill(Fn *f, const char *p, const char *n, Elt elt, int known);
void emit_free(Fn *f, int o);
void emit_free_all(Fn *f);
void emit_move(Fn *f, int to, int from);
void emit_realloc(Fn *f, int o);
void end_borrows(Fn *f, int o);
void swap_states(Fn *f, int a, int b);
/* Emits what makes f->st agree with `target` and leaves in f->st what holds on both ways. */
void emit_join(Fn *f, const State *target);
/* Weakens f->st to something that a loop body can restore. */
void weaken_for_loop(Fn *f);
/* Emits what makes f->st at least as strong as the loop head. */
void emit_restore(Fn *f, const State *head);

/* ---- stmt.c: statements ---- */
void emit_statements(Fn *f);
const char *cond(Fn *f);
void emit_step(Fn *f);

/* Writes a template's text (idiom.c) for function `id`. */
void expand_template(const char *t, int id);

/* ---- texts ---- */
extern const char prelude_c[], prelude_cxx[];
/* Emits a function u64 f<id>(u64 x0) from a template; its cost is returned. */
uint64_t emit_idiom(int id, bool cxx);
const char *choose_cxx_idiom(void);
/* The same with a function that uses the C library. */
void emit_library(int id);
/* The same with a function that is aimed at one rule of soundness. */
uint64_t emit_trap(int id);

#endif
