/* gen: prints a random program that is rich in what a heap-to-stack transformation touches.
 *
 * The same options give the same program.  Every function draws its own random numbers from the
 * seed and its position, so that leaving functions out (--mask) does not change the others. */
#include "shape.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct {
  uint64_t cost;
  bool present;
} made[MAX_FUNCTIONS];

/* ---- Slots of a function ---- */

static int add_owner(Fn *f, const char *lv, const char *len, Elt elt, Family family, int parent) {
  Owner *o = &f->own[f->owners];
  snprintf(o->lv, sizeof o->lv, "%s", lv);
  snprintf(o->len, sizeof o->len, "%s", len);
  o->elt = elt;
  o->family = family;
  o->parent = parent;
  return f->owners++;
}

static void add_borrow(Fn *f, const char *lv, Elt elt, int parent) {
  Borrow *b = &f->bor[f->borrows++];
  snprintf(b->lv, sizeof b->lv, "%s", lv);
  b->elt = elt;
  b->parent = parent;
}

static Family choose_family(const Fn *f) {
  if (!f->cxx || chance(55))
    return FAMILY_MALLOC;
  return chance(65) ? FAMILY_NEW_ARRAY : FAMILY_NEW;
}

static void local_owners(Fn *f, int count) {
  const char *init = f->nullify ? " = NULL" : "";
  for (int i = 0; i < count; i++) {
    char lv[24], len[24];
    Elt elt = chance(50) ? ELT_U64 : chance(60) ? ELT_U8 : ELT_U32;
    snprintf(lv, sizeof lv, "p%d", i);
    snprintf(len, sizeof len, "n%d", i);
    line("%s *%s%s; int %s = 0;", elt_name[elt], lv, init, len);
    add_owner(f, lv, len, elt, choose_family(f), -1);
  }
}

static void array_owners(Fn *f) {
  int count = between(2, 4);
  Family family = choose_family(f);
  line("u64 *arr[%d]%s; int len[%d] = {0};", count, f->nullify ? " = {NULL}" : "", count);
  for (int i = 0; i < count; i++) {
    char lv[24], len[24];
    snprintf(lv, sizeof lv, "arr[%d]", i);
    snprintf(len, sizeof len, "len[%d]", i);
    add_owner(f, lv, len, ELT_U64, family, -1);
  }
}

static void box_owners(Fn *f) {
  line("struct box bx, by;");
  line("bx.na = bx.nb = 0; bx.tag = x0 %% 7;");
  if (f->nullify)
    line("bx.a = bx.b = NULL;");
  add_owner(f, "bx.a", "bx.na", ELT_U64, FAMILY_MALLOC, -1);
  add_owner(f, "bx.b", "bx.nb", ELT_U64, FAMILY_MALLOC, -1);
  add_borrow(f, "by.a", ELT_U64, -1);
  add_borrow(f, "by.b", ELT_U64, -1);
}

static void node_owner(Fn *f, int i) {
  char lv[24], len[24], child[24], childlen[24];
  snprintf(lv, sizeof lv, "s%c", 'a' + i);
  snprintf(len, sizeof len, "m%c", 'a' + i);
  line("node *%s%s; int %s = 1; (void)%s;", lv, f->nullify ? " = NULL" : "", len, len);
  int o = add_owner(f, lv, len, ELT_NODE, FAMILY_MALLOC, -1);
  for (int c = 0; c < 2; c++) {
    snprintf(child, sizeof child, "%.8s->%c", lv, 'a' + c);
    snprintf(childlen, sizeof childlen, "%.8s->n%c", lv, 'a' + c);
    add_owner(f, child, childlen, ELT_U64, FAMILY_MALLOC, o);
  }
  snprintf(child, sizeof child, "%.8s->next", lv);
  add_borrow(f, child, ELT_NODE, o);
}

static void local_borrows(Fn *f) {
  static const Elt elts[] = {ELT_U64, ELT_U64, ELT_U8, ELT_U32, ELT_NODE};
  for (int i = 0; i < 5; i++) {
    if (!chance(60))
      continue;
    char lv[24];
    snprintf(lv, sizeof lv, "b%d", i);
    line("%s *%s = NULL; (void)%s;", elt_name[elts[i]], lv, lv);
    add_borrow(f, lv, elts[i], -1);
  }
}

/* Globals are declared before the function; a recursive function must not have any. */
static void global_slots(Fn *f, bool owner, bool borrow) {
  char lv[24], len[24];
  if (owner) {
    snprintf(lv, sizeof lv, "go%d", f->id);
    snprintf(len, sizeof len, "gn%d", f->id);
    if (f->nullify)
      line("%s = NULL;", lv);
    add_owner(f, lv, len, ELT_U64, FAMILY_MALLOC, -1);
  }
  if (borrow) {
    snprintf(lv, sizeof lv, "gb%d", f->id);
    add_borrow(f, lv, ELT_U64, -1);
  }
}

/* ---- One function ---- */

/* With `goto out` every slot may hold anything by then, but never a stale pointer. */
static void cleanup_at_out(Fn *f) {
  line("out:");
  for (int o = 0; o < f->owners; o++) {
    const char *lv = f->own[o].lv;
    if (f->own[o].parent >= 0 || (f->leaky && chance(30)))
      continue;
    if (f->own[o].elt == ELT_NODE)
      line("if (%s) { free(%s->a); free(%s->b); free(%s); }", lv, lv, lv, lv);
    else if (f->own[o].family == FAMILY_MALLOC)
      line("free(%s);", lv);
    else
      line(f->own[o].family == FAMILY_NEW ? "delete %s;" : "delete[] %s;", lv);
  }
}

static void declare_slots(Fn *f, bool owner, bool borrow) {
  local_owners(f, between(2, 5));
  if (chance(30))
    array_owners(f);
  if (chance(35))
    box_owners(f);
  if (chance(45))
    node_owner(f, 0);
  if (chance(25))
    node_owner(f, 1);
  local_borrows(f);
  global_slots(f, owner, borrow);
  line("(void)x1; (void)x2;");
}

/* Calls of earlier functions, and of itself with less depth, between the statements. */
static void emit_calls(Fn *f, bool recursive) {
  if (recursive)
    line("if (d > 0) MIX(f%d(x1, d - 1));", f->id);
  if (f->id > 0 && chance(35)) {
    int callee = (int)rnd((uint32_t)f->id);
    if (f->cost + made[callee].cost > 20000)
      return;
    f->cost += made[callee].cost;
    if (made[callee].present)
      line("MIX(f%d(x2, 0));", callee);
  }
}

static void emit_function(int id, const Options *opt) {
  Fn f = {.id = id, .cxx = opt->cxx, .scale = 1, .cost = 50};
  f.nullify = chance(35);
  f.leaky = chance(15);
  bool recursive = chance(20), owner = !recursive && chance(30), borrow = !recursive && chance(40);
  int size = opt->large ? between(10, 45) : between(4, 20);
  int statements = size < opt->max_statements ? size : opt->max_statements;
  if (owner)
    line("static u64 *go%d; static int gn%d;", id, id);
  if (borrow)
    line("UNUSED static u64 *gb%d;", id);
  line("%sstatic u64 f%d(u64 x0, int d) {", chance(50) ? "NOINLINE " : "", id);
  indent(1);
  line("u64 h = (u64)d + %d, x1 = x0 ^ 0x5DEECE66Du, x2 = x0 >> 7;", id);
  declare_slots(&f, owner, borrow);
  state_init(&f);
  f.budget = statements / 2;
  emit_statements(&f);
  emit_calls(&f, recursive);
  f.budget = statements - statements / 2;
  emit_statements(&f);
  if (f.nullify)
    cleanup_at_out(&f);
  else
    emit_free_all(&f);
  line("return h;");
  indent(-1);
  line("}");
  made[id].cost = recursive ? 3 * f.cost : f.cost;
}

/* ---- The program ---- */

static void emit_main(const Options *opt) {
  line("int main(void) {");
  indent(1);
  line("u64 x = input;");
  for (int id = 0; id < opt->functions; id++)
    if (made[id].present)
      line("for (int k = 0; k < 3; k++) { x = x * 6364136223846793005u + 1442695040888963407u; "
           "printf(\"f%d %%016llx\\n\", (unsigned long long)f%d(x >> 11, k)); }",
           id, id);
  /* On stderr, where the program as such says nothing: what was never freed. */
  line("if (__sanitizer_get_current_allocated_bytes)");
  line("  fprintf(stderr, \"live %%zu\\n\", __sanitizer_get_current_allocated_bytes());");
  line("return 0;");
  indent(-1);
  line("}");
}

/* A client of constructors, a trap, a template, or random statements. */
static void emit_any(int id, const Options *opt) {
  if (chance(opt->shapes)) {
    Shape s = emit_shape(id, opt->cxx);
    emit_client(&s, opt->max_statements);
    made[id].cost = 2000;
  } else if (chance(15)) {
    made[id].cost = emit_trap(id);
  } else if (chance(35)) {
    made[id].cost = emit_idiom(id, opt->cxx);
  } else {
    emit_function(id, opt);
  }
}

/* With the last, which uses the C library. */
static int count_functions(const Options *opt) {
  return (opt->large ? between(12, 20) : between(6, 9)) + 1;
}

static void emit_program(Options *opt) {
  rng_seed(opt->seed, 0);
  opt->functions = count_functions(opt);
  printf("/* gen --seed %llu --mode %s --size %s --shapes %d --mask %llx */\n",
         (unsigned long long)opt->seed, opt->cxx ? "c++" : "c", opt->large ? "large" : "small",
         opt->shapes, (unsigned long long)opt->mask);
  text(prelude_c);
  if (opt->cxx)
    text(prelude_cxx);
  for (int id = 0; id < opt->functions; id++) {
    rng_seed(opt->seed, (uint64_t)id + 1);
    made[id].present = opt->mask >> id & 1;
    mute(!made[id].present);
    if (id + 1 < opt->functions)
      emit_any(id, opt);
    else
      emit_library(id);
    mute(false);
  }
  emit_main(opt);
}

/* ---- Options ---- */

static const char help[] =
    "usage: gen [--seed N] [--mode c|c++] [--size small|large] [--shapes PERCENT] [--mask HEX]\n"
    "           [--statements N]\n"
    "Prints a random, memory-safe C17 or C++17 program that allocates a lot and prints checksums.\n"
    "  --seed N        the program to print (default 1)\n"
    "  --mode c|c++    language (default c)\n"
    "  --size WHAT     small (default) or large\n"
    "  --shapes N      so many percent of the functions use constructors (default 30)\n"
    "  --mask HEX      emit only the functions whose bit is set; the others stay as they are\n"
    "  --statements N  at most N statements per function\n"
    "  --count         print the number of functions and nothing else\n";

static void usage_error(const char *what, const char *value) {
  fprintf(stderr, "gen: bad %s '%s'; try gen --help\n", what, value);
  exit(2);
}

static uint64_t number(const char *option, const char *s, int base) {
  char *end;
  unsigned long long n = strtoull(s, &end, base);
  if (!*s || *end || *s == '-')
    usage_error(option, s);
  return n;
}

static void set_option(Options *opt, const char *name, const char *value) {
  if (!strcmp(name, "--seed"))
    opt->seed = number(name, value, 10);
  else if (!strcmp(name, "--mask"))
    opt->mask = number(name, value, 16);
  else if (!strcmp(name, "--statements"))
    opt->max_statements = (int)(number(name, value, 10) & 0xffff);
  else if (!strcmp(name, "--shapes") && number(name, value, 10) <= 100)
    opt->shapes = (int)number(name, value, 10);
  else if (!strcmp(name, "--mode") && (!strcmp(value, "c") || !strcmp(value, "c++")))
    opt->cxx = value[1];
  else if (!strcmp(name, "--size") && (!strcmp(value, "small") || !strcmp(value, "large")))
    opt->large = value[0] == 'l';
  else
    usage_error(name, value);
}

int main(int argc, char **argv) {
  Options opt = {.seed = 1, .mask = ~(uint64_t)0, .max_statements = 0xffff, .shapes = 30};
  bool count = false;
  for (int i = 1; i < argc; i++) {
    if (!strcmp(argv[i], "--help")) {
      fputs(help, stdout);
      return 0;
    }
    if (!strcmp(argv[i], "--count"))
      count = true;
    else if (i + 1 < argc)
      set_option(&opt, argv[i], argv[i + 1]), i++;
    else
      usage_error("option", argv[i]);
  }
  if (count) {
    rng_seed(opt.seed, 0);
    printf("%d\n", count_functions(&opt));
    return 0;
  }
  emit_program(&opt);
  return fflush(stdout) || ferror(stdout) ? 1 : 0;
}
