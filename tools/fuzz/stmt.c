/* Statements of a generated function. */
#include "stmt.h"

#include <stdio.h>
#include <string.h>

static void statement(Fn *f);
static void block(Fn *f, int statements);

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
  line("  MIX(sum_%s_%s(z%d, (int)m%d)); z%d[%d] = (%s)(%s | 1); MIX(z%d[0]); "
       "free(z%d); }",
       t, variants[rnd(3)], id, id, id, between(0, n - 1), t, var(), id, id);
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

/* Every arm after the first joins with what the earlier ones left; but a join
 * may weaken the state, and the earlier arms hold at least that, so the last
 * state is right for all. */

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

/* break and continue: the slots are brought to what the loop head expects
 * first. */
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
    line("own<%s> u%d(new %s[4]()); u%d.p[1] = (%s)%s; MIX(u%d.p[1] + "
         "u%d.p[3]);",
         t, id, t, id, t, var(), id, id);
  if (chance(40))
    line("guard<%s> g%d((%s *)malloc(3 * sizeof(%s))); g%d.p[0] = 9; "
         "MIX(g%d.p[0]);",
         t, id, t, t, id, id);
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

/* Starts with a few objects so that the statements have something to work on.
 */
void emit_statements(Fn *f) {
  int objects = between(1, 5);
  while (objects-- > 0 && f->budget > 0) {
    alloc_statement(f);
    f->budget--;
  }
  while (f->budget > 0)
    statement(f);
}
