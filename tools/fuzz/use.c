/* Statements that use objects: one, several, borrowed ones, boxes; see stmt.c.
 */
#include "stmt.h"

#include <stdio.h>
#include <string.h>

const char *const variants[VARIANTS] = {"n", "i", "r", "w", "p", "v"};

const char *var(void) {
  static const char *const name[] = {"x0", "x1", "x2"};
  return name[rnd(3)];
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

void use_object(Fn *f, int o) {
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

void use_maybe(Fn *f, int o) {
  const char *lv = f->own[o].lv;
  if (chance(50))
    line("MIX(%s ? (u64)%s[0] : 5u);", lv, lv);
  else
    line("if (%s) MIX(%s[0]); else MIX(17);", lv, lv);
}

/* ---- Uses of several objects ---- */

void use_two(Fn *f, int a, int b) {
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
    line("{ struct pair_%s s%d; s%d.a = %s; s%d.b = %s; "
         "MIX(pair_sum_%s_%s(&s%d)); }",
         t, id, id, p, id, q, t, variants[rnd(3)], id);
    break;
  }
  f->cost += 6 * f->scale;
}

void swap_two(Fn *f, int a, int b) {
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

/* Which object is freed is decided at run time; the other one goes to owner a.
 */
void free_one_of(Fn *f, int a, int b) {
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
bool two_owners(Fn *f, bool same_family, int *a, int *b) {
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

void assign_borrow(Fn *f) {
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

void use_borrow(Fn *f) {
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

/* A copy of the local struct: its pointers are borrows of what the struct owns.
 */
void copy_box(Fn *f) {
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
void call_with_box(Fn *f) {
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
