/* Statements of a generated function. */
#include "gen.h"

#include <stdio.h>
#include <string.h>

static void statement(Fn *f);
static void block(Fn *f, int statements);

static const char *var(void) {
  static const char *const name[] = {"x0", "x1", "x2"};
  return name[rnd(3)];
}

const char *cond(Fn *f) {
  static char buf[2][64];
  static int turn;
  char *b = buf[turn ^= 1];
  (void)f;
  switch (rnd(4)) {
  case 0:
    sprintf(b, "(%s >> %d) & 1", var(), between(1, 40));
    break;
  case 1:
    sprintf(b, "%s %% %d == %d", var(), between(2, 5), between(0, 1));
    break;
  case 2:
    sprintf(b, "(%s & %d) != 0", var(), between(1, 15));
    break;
  default:
    sprintf(b, "(unsigned)%s < 0x%x0000000u", var(), between(1, 15));
    break;
  }
  return b;
}

void emit_step(Fn *f) {
  (void)f;
  const char *a = var();
  if (chance(70))
    line("%s = %s * 6364136223846793005u + 1442695040888963407u;", a, a);
  else
    line("%s ^= %s >> %d;", a, var(), between(3, 31));
}

/* An index below the least length, or a run-time index below the length. */
static const char *index_of(Fn *f, int o) {
  static char buf[2][64];
  static int turn;
  char *b = buf[turn ^= 1];
  if (chance(50))
    sprintf(b, "%d", between(0, f->st.own[o].min - 1));
  else
    sprintf(b, "%s %% (u64)%s", var(), f->own[o].len);
  return b;
}

static const char *const variants[] = {"n", "i", "r", "w", "p", "v"};

/* ---- Uses of one object ---- */

static void use_node(Fn *f, int o) {
  const char *lv = f->own[o].lv;
  switch (rnd(5)) {
  case 0:
    line("%s->v += %s; MIX(%s->v);", lv, var(), lv);
    break;
  case 1:
    line("%s->t[1] = (u32)%s; %s->t[0] = 3; MIX(%s->t[1]);", lv, var(), lv, lv);
    break;
  case 2:
    if (f->st.own[o + 1].holds != HOLDS_EMPTY && f->st.own[o + 2].holds != HOLDS_EMPTY) {
      line("MIX(node_sum_%s(%s));", variants[rnd(2)], lv);
      break;
    }
    /* fall through */
  default:
    line("MIX(%s->v);", lv);
    break;
  }
}

static void use_object(Fn *f, int o) {
  const char *lv = f->own[o].lv, *n = f->own[o].len, *t = elt_name[f->own[o].elt];
  if (f->own[o].elt == ELT_NODE) {
    use_node(f, o);
    return;
  }
  switch (rnd(12)) {
  case 0:
  case 1:
    line("MIX(%s[%s]);", lv, index_of(f, o));
    break;
  case 2:
    line("%s[%s] = (%s)%s;", lv, index_of(f, o), t, var());
    break;
  case 3:
    line("%s[%s] += 3;", lv, index_of(f, o));
    break;
  case 4:
  case 5:
    line("MIX(sum_%s_%s(%s, %s));", t, variants[rnd(6)], lv, n);
    break;
  case 6:
    line("for (int k = 0; k < %s; k++) MIX(%s[k]);", n, lv);
    break;
  case 7:
    line("for (%s *q = %s, *e = %s + %s; q != e; q++) *q ^= (%s)x1;", t, lv, lv, n, t);
    break;
  case 8:
    line("fill_%s_%s(%s, %s, %s);", t, variants[rnd(4)], lv, n, var());
    break;
  case 9:
    line("{ %s *volatile vp = %s; MIX(vp[0]); }", t, lv);
    break;
  case 10:
    line("qsort(%s, (size_t)%s, sizeof(%s), cmp_%s); MIX(%s[0]);", lv, n, t, t, lv);
    break;
  default:
    line("memmove(%s, %s + %s / 2, (size_t)(%s - %s / 2) * sizeof(%s));", lv, lv, n, n, n, t);
    break;
  }
  f->cost += 8 * f->scale;
}

static void use_maybe(Fn *f, int o) {
  const char *lv = f->own[o].lv;
  if (chance(50))
    line("MIX(%s ? (u64)%s[0] : 5u);", lv, lv);
  else
    line("if (%s) MIX(%s[0]); else MIX(17);", lv, lv);
}

/* ---- Uses of several objects ---- */

static void use_two(Fn *f, int a, int b) {
  const char *p = f->own[a].lv, *q = f->own[b].lv, *t = elt_name[f->own[a].elt];
  int least = f->st.own[a].min < f->st.own[b].min ? f->st.own[a].min : f->st.own[b].min;
  int i = between(0, least - 1), id = f->temps++;
  switch (rnd(9)) {
  case 0:
    line("MIX((%s ? %s : %s)[%d]);", cond(f), p, q, i);
    break;
  case 1:
    line("{ %s *q%d; if (%s) q%d = %s; else q%d = %s;", t, id, cond(f), id, p, id, q);
    line("  q%d[%d] += 7; MIX(q%d[0]); }", id, i, id);
    break;
  case 2:
    line("MIX(%s == %s); MIX(%s != %s);", p, q, p, q);
    break;
  case 3:
    line("memcpy(%s, %s, %d * sizeof(%s));", p, q, least, t);
    break;
  case 4:
    line("MIX(memcmp(%s, %s, %d) == 0);", p, q, least);
    break;
  case 5:
    line("{ %s *t%d[3]; t%d[0] = %s; t%d[1] = %s; t%d[2] = t%d[%s & 1];", t, id, id, p, id, q, id,
         id, var());
    if (chance(50))
      line("  for (int k = 0; k < 3; k++) { MIX(t%d[k][%d]); t%d[k][0]++; } }", id, i, id);
    else
      line("  MIX(table_%s_%s(t%d, 3)); }", t, variants[rnd(3)], id);
    break;
  case 6:
    line("MIX(*pick_%s_%s(%s, %s, (int)(%s & 1)));", t, variants[rnd(2)], p, q, var());
    break;
  case 7:
    line("MIX(vsum_%s(2, %s, %s));", t, p, q);
    break;
  default:
    line("{ struct pair_%s s%d; s%d.a = %s; s%d.b = %s; MIX(pair_sum_%s_%s(&s%d)); }", t, id, id, p,
         id, q, t, variants[rnd(3)], id);
    break;
  }
  f->cost += 6 * f->scale;
}

static void swap_two(Fn *f, int a, int b) {
  const char *p = f->own[a].lv, *q = f->own[b].lv, *t = elt_name[f->own[a].elt];
  const char *m = f->own[a].len, *n = f->own[b].len;
  int id = f->temps++;
  if (chance(50))
    line("swap_%s_%s(&%s, &%s);", t, variants[rnd(2)], p, q);
  else
    line("{ %s *q%d = %s; %s = %s; %s = q%d; }", t, id, p, p, q, q, id);
  line("{ int m%d = %s; %s = %s; %s = m%d; }", id, m, m, n, n, id);
  swap_states(f, a, b);
}

/* Which object is freed is decided at run time; the other one goes to owner a. */
static void free_one_of(Fn *f, int a, int b) {
  const char *p = f->own[a].lv, *q = f->own[b].lv, *t = elt_name[f->own[a].elt];
  const char *m = f->own[a].len, *n = f->own[b].len, *c = cond(f);
  int id = f->temps++;
  switch (rnd(3)) {
  case 0:
    line("{ int c%d = (%s) != 0; %s *q%d = c%d ? %s : %s;", id, c, t, id, id, q, p);
    line("  free(c%d ? %s : %s); %s = q%d; if (c%d) %s = %s; }", id, p, q, p, id, id, m, n);
    break;
  case 1:
    line("{ %s *q%d, *r%d; int m%d; if (%s) { q%d = %s; r%d = %s; m%d = %s; }", t, id, id, id, c,
         id, p, id, q, id, n);
    line("  else { q%d = %s; r%d = %s; m%d = %s; }", id, q, id, p, id, m);
    line("  MIX(r%d[0]); free(q%d); %s = r%d; %s = m%d; }", id, id, p, id, m, id);
    break;
  default:
    line("if (%s) { %s *q%d = %s; %s = %s; %s = q%d; %s = %s; }", c, t, id, p, p, q, q, id, m, n);
    line("drop_%s(%s);", variants[rnd(2)], q);
    break;
  }
  end_borrows(f, a);
  end_borrows(f, b);
  if (f->st.own[b].min < f->st.own[a].min)
    f->st.own[a].min = f->st.own[b].min;
  f->st.own[b].holds = HOLDS_EMPTY;
  if (f->nullify) {
    line("%s = NULL;", q);
    f->st.own[b].holds = HOLDS_NULL;
  }
}

/* Two owners of one leaf type; families may differ unless `same_family`. */
static bool two_owners(Fn *f, bool same_family, int *a, int *b) {
  int elt = (int)rnd(3);
  *a = find_owner(f, HOLDS_OBJECT, elt, -1);
  if (*a < 0)
    return false;
  *b = find_owner(f, HOLDS_OBJECT, elt, *a);
  return *b >= 0 && (!same_family || f->own[*a].family == f->own[*b].family);
}

/* ---- Borrows ---- */

static void set_borrow(Fn *f, int b, uint32_t mask, int min) {
  f->st.bor[b].valid = true;
  f->st.bor[b].mask = mask;
  f->st.bor[b].min = min;
}

static void assign_borrow(Fn *f) {
  int elt = (int)rnd(4), o = find_owner(f, HOLDS_OBJECT, elt, -1), b = find_borrow(f, elt);
  if (o < 0 || b < 0 || f->bor[b].parent == o)
    return;
  const char *lv = f->bor[b].lv, *p = f->own[o].lv, *t = elt_name[elt];
  int min = f->st.own[o].min, q = find_owner(f, HOLDS_OBJECT, elt, o);
  if (q >= 0 && f->bor[b].parent < 0 && chance(40)) {
    if (chance(50))
      line("%s = %s ? %s : %s;", lv, cond(f), p, f->own[q].lv);
    else
      line("%s = pick_%s_%s(%s, %s, (int)(%s & 1));", lv, t, variants[rnd(2)], p, f->own[q].lv,
           var());
    set_borrow(f, b, 1u << o | 1u << q, min < f->st.own[q].min ? min : f->st.own[q].min);
    return;
  }
  int k = elt != ELT_NODE && chance(30) ? between(0, min - 1) : 0;
  switch (rnd(6)) {
  case 0:
    line("%s = (%s *)launder(%s);", lv, t, p);
    break;
  case 1:
    line("%s = (%s *)(uintptr_t)%s;", lv, t, p);
    break;
  case 2:
    line("%s = (%s *)same_%s(%s);", lv, t, variants[rnd(2)], p);
    break;
  default:
    line("%s = %s;", lv, p);
    break;
  }
  if (k)
    line("%s = %s + %d;", lv, lv, k);
  set_borrow(f, b, 1u << o, min - k);
}

static int valid_borrow(Fn *f) {
  int found = -1, n = 0;
  for (int b = 0; b < f->borrows; b++) {
    int parent = f->bor[b].parent;
    if (f->st.bor[b].valid && (parent < 0 || f->st.own[parent].holds == HOLDS_OBJECT) &&
        rnd((uint32_t)++n) == 0)
      found = b;
  }
  return found;
}

static void use_borrow(Fn *f) {
  int b = valid_borrow(f);
  if (b < 0)
    return;
  const char *lv = f->bor[b].lv, *t = elt_name[f->bor[b].elt];
  if (f->bor[b].elt == ELT_NODE) {
    line(chance(50) ? "MIX(%s->v);" : "%s->v ^= 77;", lv);
    return;
  }
  int min = f->st.bor[b].min;
  int o = find_owner(f, HOLDS_OBJECT, (int)f->bor[b].elt, -1);
  switch (rnd(4)) {
  case 0:
    line("%s[%d] = (%s)%s;", lv, between(0, min - 1), t, var());
    break;
  case 1:
    line("MIX(sum_%s_%s(%s, %d));", t, variants[rnd(4)], lv, min);
    break;
  case 2:
    if (o >= 0) {
      line("MIX(%s == %s);", lv, f->own[o].lv);
      break;
    }
    /* fall through */
  default:
    line("MIX(%s[%d]);", lv, between(0, min - 1));
    break;
  }
}

/* A copy of the local struct: its pointers are borrows of what the struct owns. */
static void copy_box(Fn *f) {
  int a = -1, b = -1;
  for (int o = 0; o < f->owners; o++) {
    if (!strcmp(f->own[o].lv, "bx.a"))
      a = o;
    if (!strcmp(f->own[o].lv, "bx.b"))
      b = o;
  }
  if (a < 0 || f->st.own[a].holds != HOLDS_OBJECT || f->st.own[b].holds != HOLDS_OBJECT)
    return;
  switch (rnd(4)) {
  case 0:
    line("by = bx;");
    break;
  case 1:
    line("memcpy(&by, &bx, sizeof bx);");
    break;
  case 2:
    line("by = box_copy_%s(bx);", variants[rnd(2)]);
    break;
  default:
    line("box_into_%s(&by, &bx);", variants[rnd(2)]);
    break;
  }
  for (int i = 0; i < f->borrows; i++) {
    if (!strcmp(f->bor[i].lv, "by.a"))
      set_borrow(f, i, 1u << a, f->st.own[a].min);
    if (!strcmp(f->bor[i].lv, "by.b"))
      set_borrow(f, i, 1u << b, f->st.own[b].min);
  }
  line("MIX(box_sum_%s(&by));", variants[rnd(3)]);
}

/* A callee works on the whole struct: reads, swaps, replaces, frees. */
static void call_with_box(Fn *f) {
  int a = -1;
  for (int o = 0; o < f->owners; o++)
    if (!strcmp(f->own[o].lv, "bx.a"))
      a = o;
  if (a < 0 || f->st.own[a].holds != HOLDS_OBJECT || f->st.own[a + 1].holds != HOLDS_OBJECT)
    return;
  int b = a + 1;
  const char *v = variants[rnd(3)];
  switch (rnd(5)) {
  case 0:
  case 1:
    line("MIX(box_sum_%s(&bx));", v);
    break;
  case 2:
    line("box_swap_%s(&bx);", variants[rnd(2)]);
    swap_states(f, a, b);
    break;
  case 3:
    line("box_replace_%s(&bx, %s);", variants[rnd(2)], var());
    end_borrows(f, a);
    f->st.own[a].min = 1;
    break;
  default:
    line("MIX(box_take_%s(&bx));", variants[rnd(2)]);
    end_borrows(f, b);
    f->st.own[b].holds = HOLDS_NULL;
    break;
  }
}

/* ---- Short-lived objects ---- */

static void short_lived(Fn *f) {
  int id = f->temps++, n = between(1, 12);
  const char *t = elt_name[rnd(3)], *x = var();
  bool run_time = chance(30);
  char size[48];
  if (run_time)
    sprintf(size, "(size_t)(%s %% %d + %d)", x, between(1, 40), n);
  else
    sprintf(size, "%d", n);
  line("{ %s *s%d = (%s *)%s%s * sizeof(%s));", t, id, t, chance(70) ? "malloc(" : "realloc(NULL, ",
       size, t);
  indent(1);
  if (chance(40))
    line("if (!s%d) %s", id, f->nullify ? "goto out;" : "return h;");
  line("for (int k = 0; k < %d; k++) s%d[k] = (%s)(%s + (u64)k);", n, id, t, var());
  if (chance(50) && f->depth < 3 && f->budget > 2) {
    bool in_loop = f->in_loop;
    f->in_loop = false;
    bool nullify = f->nullify;
    block(f, between(1, 2));
    f->nullify = nullify;
    f->in_loop = in_loop;
  }
  switch (rnd(6)) {
  case 0:
    line("MIX(sum_%s_%s(s%d, %d));", t, variants[rnd(6)], id, n);
    break;
  case 1:
    line("%s *r%d = (%s *)realloc(s%d, %d * sizeof(%s)); if (!r%d) abort();", t, id, t, id, n + 9,
         t, id);
    line("MIX(r%d[%d]); s%d = r%d;", id, n - 1, id, id);
    break;
  case 2:
    line("publish_%s(s%d); MIX(published_%s()); publish_%s(NULL);", t, id, t, t);
    break;
  default:
    line("MIX(s%d[%d]);", id, between(0, n - 1));
    break;
  }
  if (chance(15) && !f->nullify)
    line("if (%s) { free(s%d); s%d = NULL; MIX(3); }", cond(f), id, id);
  line(chance(75) ? "free(s%d); }" : "drop_i(s%d); }", id);
  indent(-1);
  f->cost += 20 * f->scale;
}

/* A small calloc whose zeroes are read back, also in later iterations. */
static void zeroed(Fn *f) {
  int id = f->temps++, n = between(1, 10);
  const char *t = elt_name[rnd(3)];
  if (chance(30))
    line("{ size_t m%d = %s %% %d + %d;", id, var(), between(1, 30), n);
  else
    line("{ size_t m%d = %d;", id, n);
  line("  %s *z%d = (%s *)calloc(m%d, sizeof(%s));", t, id, t, id, t);
  line("  MIX(sum_%s_%s(z%d, (int)m%d)); z%d[%d] = (%s)(%s | 1); MIX(z%d[0]); free(z%d); }", t,
       variants[rnd(3)], id, id, id, between(0, n - 1), t, var(), id, id);
  f->cost += 10 * f->scale;
}

/* ---- Control flow ---- */

static void block(Fn *f, int statements) {
  f->depth++;
  indent(1);
  while (statements-- > 0 && f->budget > 0)
    statement(f);
  indent(-1);
  f->depth--;
}

static void arm(Fn *f, const State *target) {
  indent(1);
  f->depth++;
  emit_join(f, target);
  f->depth--;
  indent(-1);
}

static void if_else(Fn *f) {
  State entry = f->st;
  line("if (%s) {", cond(f));
  block(f, between(1, 4));
  if (chance(40)) {
    arm(f, &entry);
    line("}");
    return;
  }
  State after = f->st;
  f->st = entry;
  line("} else {");
  if (chance(60))
    block(f, between(1, 4));
  arm(f, &after);
  line("}");
}

static void switch_case(Fn *f) {
  State entry = f->st, after;
  int cases = between(2, 4);
  bool direct = f->loop.direct;
  f->loop.direct = false;
  line("switch (%s %% %d) {", var(), cases + (int)rnd(2));
  for (int c = 0; c < cases; c++) {
    f->st = entry;
    if (c == cases - 1)
      line("default: {");
    else
      line("case %d: {", c);
    block(f, between(1, 2));
    if (c > 0)
      arm(f, &after);
    after = f->st;
    line("  break; }");
  }
  line("}");
  f->loop.direct = direct;
}

/* Every arm after the first joins with what the earlier ones left; but a join may weaken the
 * state, and the earlier arms hold at least that, so the last state is right for all. */

static void loop(Fn *f) {
  weaken_for_loop(f);
  State head = f->st;
  Loop outer = f->loop;
  bool outer_in = f->in_loop;
  uint64_t scale = f->scale;
  int id = f->temps++, kind = (int)rnd(4);
  f->loop = (Loop){&head, true};
  f->in_loop = true;
  f->scale *= 4;
  if (kind == 0)
    line("for (int i%d = 0; i%d < %d; i%d++) {", id, id, between(1, 6), id);
  else if (kind == 1)
    line("for (u64 i%d = %s %% 5 + 1; i%d; i%d--) {", id, var(), id, id);
  else if (kind == 2)
    line("{ int i%d = %d; while (i%d-- > 0) {", id, between(1, 5), id);
  else
    line("{ int i%d = (int)(%s & 3); do {", id, var());
  if (chance(50)) {
    indent(1);
    emit_step(f);
    indent(-1);
  }
  block(f, between(1, 5));
  indent(1);
  emit_restore(f, &head);
  indent(-1);
  if (kind == 3)
    line("} while (i%d-- > 0); }", id);
  else
    line(kind == 2 ? "} }" : "}");
  f->loop = outer;
  f->in_loop = outer_in;
  f->scale = scale;
  f->st = head;
}

/* break and continue: the slots are brought to what the loop head expects first. */
static void leave_iteration(Fn *f) {
  State before = f->st;
  line("if (%s) {", cond(f));
  indent(1);
  emit_restore(f, f->loop.head);
  line(f->loop.direct && chance(50) ? "break;" : "continue;");
  indent(-1);
  line("}");
  f->st = before;
}

static void leave_function(Fn *f) {
  State before = f->st;
  line("if (%s == %d) {", chance(50) ? "(x0 & 15)" : "x1 % 9", between(0, 7));
  indent(1);
  if (f->nullify) {
    line("MIX(%d); goto out;", between(0, 99));
  } else {
    emit_free_all(f);
    line("MIX(%d); return h;", between(0, 99));
  }
  indent(-1);
  line("}");
  f->st = before;
}

static void try_catch(Fn *f) {
  int o = find_owner(f, HOLDS_OBJECT, (int)rnd(3), -1);
  if (o < 0)
    return;
  const char *lv = f->own[o].lv, *t = elt_name[f->own[o].elt];
  int id = f->temps++;
  line("try {");
  indent(1);
  if (chance(60))
    line("own<%s> u%d(new %s[4]()); u%d.p[1] = (%s)%s; MIX(u%d.p[1] + u%d.p[3]);", t, id, t, id, t,
         var(), id, id);
  if (chance(40))
    line("guard<%s> g%d((%s *)malloc(3 * sizeof(%s))); g%d.p[0] = 9; MIX(g%d.p[0]);", t, id, t, t,
         id, id);
  line("MIX(may_throw_%s_%s(%s, %s));", t, variants[rnd(2)], lv, var());
  if (chance(50))
    line("if (%s) throw %d;", cond(f), between(1, 50));
  indent(-1);
  line("} catch (int e) { MIX(e); }");
  f->cost += 200 * f->scale;
}

/* ---- The choice ---- */

static bool pair_statement(Fn *f, int what) {
  int a, b;
  if (!two_owners(f, what != 0, &a, &b))
    return false;
  if (what == 0)
    use_two(f, a, b);
  else if (what == 1)
    swap_two(f, a, b);
  else if (f->own[a].family == FAMILY_MALLOC && f->own[a].parent < 0 && f->own[b].parent < 0)
    free_one_of(f, a, b);
  return true;
}

static void move_statement(Fn *f) {
  int from = find_owner(f, HOLDS_OBJECT, (int)rnd(4), -1);
  if (from < 0)
    return;
  int to = find_vacant(f, (int)f->own[from].elt, (int)f->own[from].family);
  if (to >= 0)
    emit_move(f, to, from);
}

static void alloc_statement(Fn *f) {
  int o = find_vacant(f, chance(70) ? (int)rnd(4) : -1, -1);
  if (o >= 0)
    emit_alloc(f, o);
}

static void free_statement(Fn *f) {
  int o = find_owner(f, HOLDS_MAYBE, (int)rnd(4), -1);
  if (o >= 0)
    emit_free(f, o);
}

static void use_statement(Fn *f) {
  int o = find_owner(f, HOLDS_MAYBE, (int)rnd(4), -1);
  if (o >= 0 && f->st.own[o].holds == HOLDS_OBJECT)
    use_object(f, o);
  else if (o >= 0)
    use_maybe(f, o);
}

static void realloc_statement(Fn *f) {
  int o = find_owner(f, HOLDS_OBJECT, (int)rnd(3), -1);
  if (o >= 0 && f->own[o].family == FAMILY_MALLOC)
    emit_realloc(f, o);
}

static void structured(Fn *f) {
  if (f->depth >= 3 || f->budget < 3)
    use_statement(f);
  else if (chance(45))
    if_else(f);
  else if (chance(70) && f->scale < 64)
    loop(f);
  else
    switch_case(f);
}

static void statement(Fn *f) {
  f->budget--;
  int what = (int)rnd(100);
  if (what < 16)
    alloc_statement(f);
  else if (what < 22)
    free_statement(f);
  else if (what < 38)
    use_statement(f);
  else if (what < 45)
    pair_statement(f, 0);
  else if (what < 49)
    pair_statement(f, 1);
  else if (what < 53)
    pair_statement(f, 2);
  else if (what < 57)
    move_statement(f);
  else if (what < 60)
    realloc_statement(f);
  else if (what < 65)
    assign_borrow(f);
  else if (what < 70)
    use_borrow(f);
  else if (what < 72)
    copy_box(f);
  else if (what < 75)
    call_with_box(f);
  else if (what < 80)
    short_lived(f);
  else if (what < 83)
    zeroed(f);
  else if (what < 85 && f->in_loop)
    leave_iteration(f);
  else if (what < 87)
    leave_function(f);
  else if (what < 90 && f->cxx)
    try_catch(f);
  else if (what < 92)
    emit_step(f);
  else
    structured(f);
}

/* Starts with a few objects so that the statements have something to work on. */
void emit_statements(Fn *f) {
  int objects = between(1, 5);
  while (objects-- > 0 && f->budget > 0) {
    alloc_statement(f);
    f->budget--;
  }
  while (f->budget > 0)
    statement(f);
}
