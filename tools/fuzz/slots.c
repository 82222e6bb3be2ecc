/* The state of slots, and the code that changes it. */
#include "gen.h"

#include <stdio.h>
#include <string.h>

/* A child slot exists only while its parent holds an object. */
bool slot_usable(const Fn *f, int o) {
  int parent = f->own[o].parent;
  return parent < 0 || f->st.own[parent].holds == HOLDS_OBJECT;
}

static bool borrow_usable(const Fn *f, int b) {
  int parent = f->bor[b].parent;
  return parent < 0 || f->st.own[parent].holds == HOLDS_OBJECT;
}

static bool is_parent(const Fn *f, int o) { return f->own[o].elt == ELT_NODE; }

void state_init(Fn *f) {
  memset(&f->st, 0, sizeof f->st);
  for (int o = 0; o < f->owners; o++)
    f->st.own[o].holds = f->nullify && f->own[o].parent < 0 ? HOLDS_NULL : HOLDS_EMPTY;
}

/* A random owner of `elt` (any when negative) that holds at least `least`; -1 when there is none.
 */
int find_owner(Fn *f, Holds least, int elt, int not_this) {
  int found = -1, n = 0;
  for (int o = 0; o < f->owners; o++) {
    if (o == not_this || !slot_usable(f, o) || f->st.own[o].holds < least)
      continue;
    if (elt < 0 ? f->own[o].elt == ELT_NODE : (int)f->own[o].elt != elt)
      continue;
    if (rnd((uint32_t)++n) == 0)
      found = o;
  }
  return found;
}

/* A random owner slot that owns nothing; elt and family any when negative. */
int find_vacant(Fn *f, int elt, int family) {
  int found = -1, n = 0;
  for (int o = 0; o < f->owners; o++) {
    if (!slot_usable(f, o) || f->st.own[o].holds > HOLDS_NULL)
      continue;
    if (elt >= 0 && (int)f->own[o].elt != elt)
      continue;
    if (family >= 0 && (int)f->own[o].family != family)
      continue;
    if (rnd((uint32_t)++n) == 0)
      found = o;
  }
  return found;
}

/* A random borrow slot that can be assigned to. */
int find_borrow(Fn *f, int elt) {
  int found = -1, n = 0;
  for (int b = 0; b < f->borrows; b++)
    if (borrow_usable(f, b) && (int)f->bor[b].elt == elt && rnd((uint32_t)++n) == 0)
      found = b;
  return found;
}

void end_borrows(Fn *f, int o) {
  for (int b = 0; b < f->borrows; b++)
    if ((f->st.bor[b].mask >> o & 1) || f->bor[b].parent == o)
      f->st.bor[b].valid = false;
}

/* The object of owner `from` belongs to `to` from now on. */
static void retarget_borrows(Fn *f, int to, int from) {
  for (int b = 0; b < f->borrows; b++) {
    uint32_t *mask = &f->st.bor[b].mask;
    if (*mask >> from & 1)
      *mask = (*mask & ~(1u << from)) | 1u << to;
    if (f->bor[b].parent == from || f->bor[b].parent == to)
      f->st.bor[b].valid = false;
  }
}

static void set_vacant(Fn *f, int o) {
  if (f->nullify || chance(25)) {
    line("%s = NULL;", f->own[o].lv);
    f->st.own[o].holds = HOLDS_NULL;
  } else {
    f->st.own[o].holds = HOLDS_EMPTY;
  }
  f->st.own[o].min = 0;
}

/* ---- Allocation ---- */

static void emit_check(Fn *f, int o) {
  const char *lv = f->own[o].lv;
  switch (rnd(6)) {
  case 0:
    line("if (!%s) abort();", lv);
    break;
  case 1:
    line("if (%s == NULL) return 0xdead;", lv);
    break;
  case 2:
    if (f->nullify)
      line("if (!%s) goto out;", lv);
    break;
  case 3:
    if (f->nullify)
      line("if (!%s) { MIX(99); goto out; }", lv);
    break;
  default:
    break;
  }
}

/* Chooses a length; returns the least and writes the expression. */
static int choose_length(Elt elt, char *expr, bool *fixed) {
  int kind = (int)rnd(100);
  *fixed = kind < 72;
  if (elt == ELT_NODE) {
    strcpy(expr, "1");
    *fixed = true;
    return 1;
  }
  if (*fixed) {
    int n = kind < 50 ? between(1, 8) : kind < 68 ? between(9, 40) : between(100, 300);
    sprintf(expr, "%d", n);
    return n;
  }
  int least = between(1, 4);
  sprintf(expr, "(int)(x%d %% %d) + %d", between(0, 2), kind < 90 ? between(2, 12) : 100, least);
  return least;
}

void emit_fill(Fn *f, const char *p, const char *n, Elt elt, int known) {
  const char *t = elt_name[elt];
  int how = (int)rnd(8);
  if (how < 2 && known > 0 && known <= 4) {
    for (int i = 0; i < known; i++)
      line("%s[%d] = (%s)(x%d + %d);", p, i, t, between(0, 2), between(0, 200));
  } else if (how < 3) {
    line("memset(%s, %d, (size_t)%s * sizeof(%s));", p, between(0, 3), n, t);
  } else if (how < 5) {
    static const char *const variant[] = {"n", "i", "r", "w"};
    line("fill_%s_%s(%s, %s, x%d);", t, variant[rnd(4)], p, n, between(0, 2));
  } else {
    line("for (int k = 0; k < %s; k++) %s[k] = (%s)(x%d + (u64)k * %d);", n, p, t, between(0, 2),
         between(1, 9));
  }
  f->cost += 8 * f->scale;
}

static void init_children(Fn *f, int o) {
  const char *lv = f->own[o].lv;
  line("%s->v = x%d; %s->a = %s->b = NULL; %s->na = %s->nb = 0; %s->next = NULL;", lv,
       between(0, 2), lv, lv, lv, lv, lv);
  for (int c = 0; c < f->owners; c++)
    if (f->own[c].parent == o)
      f->st.own[c].holds = HOLDS_NULL;
}

static void emit_malloc_form(Fn *f, int o, bool *zero, int *filled) {
  const char *lv = f->own[o].lv, *n = f->own[o].len, *t = elt_name[f->own[o].elt];
  static const char *const variant[] = {"n", "i", "w", "p"};
  switch (rnd(16)) {
  case 0:
  case 1:
  case 2:
    line("%s = (%s *)calloc((size_t)%s, sizeof(%s));", lv, t, n, t);
    *zero = true;
    break;
  case 3:
    line("%s = (%s *)aligned_alloc(32, ((size_t)%s * sizeof(%s) + 31) / 32 * 32);", lv, t, n, t);
    break;
  case 4:
    line("{ void *m; if (posix_memalign(&m, 64, (size_t)%s * sizeof(%s))) abort();", n, t);
    line("  %s = (%s *)m; }", lv, t);
    break;
  case 5:
    line("%s = (%s *)realloc(NULL, (size_t)%s * sizeof(%s));", lv, t, n, t);
    break;
  case 6:
  case 7:
    if (f->own[o].elt != ELT_NODE) {
      line("%s = make_%s_%s(%s, x%d);", lv, t, variant[rnd(4)], n, between(0, 2));
      *filled = 1;
      break;
    }
    /* fall through */
  default:
    line("%s = (%s *)malloc((size_t)%s * sizeof(%s));", lv, t, n, t);
    break;
  }
}

static void emit_new_form(Fn *f, int o) {
  const char *lv = f->own[o].lv, *n = f->own[o].len, *t = elt_name[f->own[o].elt];
  if (f->own[o].family == FAMILY_NEW_ARRAY)
    line("%s = new %s%s[(size_t)%s];", lv, chance(20) ? "(std::nothrow) " : "", t, n);
  else
    line("%s = new %s%s;", lv, chance(20) ? "(std::nothrow) " : "", t);
}

/* A string from strdup or strndup; its length becomes the element count. */
static bool emit_strdup_form(Fn *f, int o) {
  const char *lv = f->own[o].lv;
  int len = between(1, 20);
  char word[24];
  for (int i = 0; i < len; i++)
    word[i] = (char)('a' + rnd(26));
  word[len] = 0;
  if (chance(70))
    line("%s = (u8 *)strdup(\"%s\");", lv, word);
  else
    line("%s = (u8 *)strndup(\"%s\", %d);", lv, word, len);
  line("%s = %d;", f->own[o].len, len + 1);
  line("MIX(strlen((char *)%s));", lv);
  f->st.own[o].min = len + 1;
  return true;
}

/* Puts a fresh, filled object into the vacant slot o. */
void emit_alloc(Fn *f, int o) {
  Owner *own = &f->own[o];
  f->st.own[o].holds = HOLDS_OBJECT;
  f->cost += 4 * f->scale;
  if (own->elt == ELT_U8 && own->family == FAMILY_MALLOC && chance(25)) {
    emit_strdup_form(f, o);
    return;
  }
  char expr[48];
  bool fixed, zero = false;
  int filled = 0;
  int least = own->family == FAMILY_NEW ? 1 : choose_length(own->elt, expr, &fixed);
  if (own->family == FAMILY_NEW)
    strcpy(expr, "1"), fixed = true;
  line("%s = %s;", own->len, expr);
  if (own->family == FAMILY_MALLOC)
    emit_malloc_form(f, o, &zero, &filled);
  else
    emit_new_form(f, o);
  emit_check(f, o);
  f->st.own[o].min = least;
  if (own->elt == ELT_NODE) {
    if (zero)
      line("MIX(%s->v + (%s->a == NULL) + %s->t[1]);", own->lv, own->lv, own->lv);
    init_children(f, o);
    return;
  }
  if (zero)
    line("MIX(sum_%s_i(%s, %s));", elt_name[own->elt], own->lv, own->len);
  if (!filled && !(zero && chance(50)))
    emit_fill(f, own->lv, own->len, own->elt, fixed ? least : 0);
}

void emit_realloc(Fn *f, int o) {
  Owner *own = &f->own[o];
  const char *t = elt_name[own->elt];
  char expr[48];
  bool fixed;
  int least = choose_length(own->elt, expr, &fixed), id = f->temps++;
  line("{ int m%d = %s;", id, expr);
  indent(1);
  if (chance(50)) {
    line("%s = (%s *)realloc(%s, (size_t)m%d * sizeof(%s));", own->lv, t, own->lv, id, t);
    line("if (!%s) abort();", own->lv);
  } else {
    line("%s *r%d = (%s *)realloc(%s, (size_t)m%d * sizeof(%s));", t, id, t, own->lv, id, t);
    line("if (!r%d) { MIX(7); %s }", id, f->nullify ? "goto out;" : "return h;");
    line("%s = r%d;", own->lv, id);
  }
  line("MIX(sum_%s_i(%s, m%d < %s ? m%d : %s));", t, own->lv, id, own->len, id, own->len);
  line("for (int k = %s; k < m%d; k++) %s[k] = (%s)(x0 + (u64)k);", own->len, id, own->lv, t);
  line("%s = m%d; }", own->len, id);
  indent(-1);
  f->st.own[o].min = least;
  end_borrows(f, o);
}

/* ---- Free and move ---- */

static void emit_free_call(Fn *f, int o) {
  const char *lv = f->own[o].lv, *t = elt_name[f->own[o].elt];
  if (f->own[o].family == FAMILY_NEW) {
    line("delete %s;", lv);
    return;
  }
  if (f->own[o].family == FAMILY_NEW_ARRAY) {
    line("delete[] %s;", lv);
    return;
  }
  switch (rnd(12)) {
  case 0:
    line("drop_n(%s);", lv);
    break;
  case 1:
    line("drop_i(%s);", lv);
    break;
  case 2:
    line("drop_p(%s);", lv);
    break;
  case 3:
    line("drop_%s_r(%s, %d);", t, lv, between(0, 3));
    break;
  case 4:
    line("if (%s) free(%s);", lv, lv);
    break;
  case 5:
    line("drop_if(%s, x0);", lv);
    break;
  default:
    line("free(%s);", lv);
    break;
  }
}

static void emit_free_children(Fn *f, int o) {
  for (int c = 0; c < f->owners; c++) {
    if (f->own[c].parent != o)
      continue;
    if (f->st.own[c].holds >= HOLDS_MAYBE) {
      end_borrows(f, c);
      emit_free_call(f, c);
    }
    f->st.own[c].holds = HOLDS_EMPTY;
  }
}

void emit_free(Fn *f, int o) {
  emit_free_children(f, o);
  end_borrows(f, o);
  emit_free_call(f, o);
  set_vacant(f, o);
  f->cost += 2 * f->scale;
}

/* Frees whatever is still owned, children before parents. */
void emit_free_all(Fn *f) {
  for (int o = 0; o < f->owners; o++) {
    if (f->own[o].parent >= 0 || f->st.own[o].holds < HOLDS_MAYBE)
      continue;
    if (f->leaky && chance(50)) {
      f->st.own[o].holds = HOLDS_EMPTY;
      continue;
    }
    emit_free_children(f, o);
    end_borrows(f, o);
    emit_free_call(f, o);
    f->st.own[o].holds = HOLDS_EMPTY;
  }
}

static void move_children(Fn *f, int to, int from) {
  for (int c = 0; c < f->owners; c++) {
    if (f->own[c].parent != from)
      continue;
    for (int d = 0; d < f->owners; d++) {
      if (f->own[d].parent != to || strcmp(strchr(f->own[c].lv, '>'), strchr(f->own[d].lv, '>')))
        continue;
      f->st.own[d] = f->st.own[c];
      retarget_borrows(f, d, c);
      f->st.own[c].holds = HOLDS_EMPTY;
    }
  }
}

/* `to = from`: ownership moves, borrows follow the object. */
void emit_move(Fn *f, int to, int from) {
  line("%s = %s; %s = %s;", f->own[to].lv, f->own[from].lv, f->own[to].len, f->own[from].len);
  f->st.own[to] = f->st.own[from];
  retarget_borrows(f, to, from);
  move_children(f, to, from);
  set_vacant(f, from);
}

/* The code exchanged what the leaf slots a and b hold. */
void swap_states(Fn *f, int a, int b) {
  State *s = &f->st;
  Holds holds = s->own[a].holds;
  int min = s->own[a].min;
  s->own[a] = s->own[b];
  s->own[b].holds = holds;
  s->own[b].min = min;
  for (int i = 0; i < f->borrows; i++) {
    uint32_t m = s->bor[i].mask, ma = m >> a & 1, mb = m >> b & 1;
    s->bor[i].mask = (m & ~(1u << a | 1u << b)) | ma << b | mb << a;
  }
}

/* ---- Joins ---- */

static void make_object(Fn *f, int o) {
  if (f->st.own[o].holds != HOLDS_MAYBE) {
    emit_alloc(f, o);
    return;
  }
  int had = f->st.own[o].min;
  line("if (!%s) {", f->own[o].lv);
  indent(1);
  emit_alloc(f, o);
  indent(-1);
  line("}");
  if (had < f->st.own[o].min)
    f->st.own[o].min = had;
}

/* Brings slot o to `want`; `may_join`: a weaker common state will do. */
static void bring_to(Fn *f, int o, Holds want, bool may_join) {
  Holds have = f->st.own[o].holds;
  if (have == want)
    return;
  if (want == HOLDS_OBJECT) {
    if (may_join && !is_parent(f, o) && chance(50)) {
      if (have == HOLDS_EMPTY)
        line("%s = NULL;", f->own[o].lv);
      f->st.own[o].holds = have == HOLDS_MAYBE ? HOLDS_MAYBE : HOLDS_NULL;
    } else {
      make_object(f, o);
    }
  } else if (want == HOLDS_EMPTY) {
    if (have >= HOLDS_MAYBE)
      emit_free(f, o);
    f->st.own[o].holds = HOLDS_EMPTY;
  } else if (want == HOLDS_NULL) {
    if (have >= HOLDS_MAYBE && may_join && !is_parent(f, o) && chance(50))
      return;
    if (have >= HOLDS_MAYBE)
      emit_free(f, o);
    if (f->st.own[o].holds == HOLDS_EMPTY)
      line("%s = NULL;", f->own[o].lv);
    f->st.own[o].holds = HOLDS_NULL;
  } else if (have == HOLDS_EMPTY) {
    line("%s = NULL;", f->own[o].lv);
    f->st.own[o].holds = HOLDS_NULL;
  }
}

static int lesser(int a, int b) { return a < b ? a : b; }

static void join_owner(Fn *f, int o, const State *t) {
  Holds a = f->st.own[o].holds, b = t->own[o].holds;
  int min = a == HOLDS_NULL   ? t->own[o].min
            : b == HOLDS_NULL ? f->st.own[o].min
                              : lesser(f->st.own[o].min, t->own[o].min);
  f->st.own[o].min = min;
  if (a != b)
    f->st.own[o].holds = a == HOLDS_EMPTY || b == HOLDS_EMPTY ? HOLDS_EMPTY : HOLDS_MAYBE;
}

static void join_borrows(Fn *f, const State *t) {
  for (int b = 0; b < f->borrows; b++) {
    f->st.bor[b].valid = f->st.bor[b].valid && t->bor[b].valid;
    f->st.bor[b].mask |= t->bor[b].mask;
    f->st.bor[b].min = lesser(f->st.bor[b].min, t->bor[b].min);
  }
}

/* Parents first: a child is looked at only when its parent is there. */
void emit_join(Fn *f, const State *target) {
  for (int pass = 0; pass < 2; pass++)
    for (int o = 0; o < f->owners; o++)
      if ((f->own[o].parent >= 0) == (pass == 1) && slot_usable(f, o))
        bring_to(f, o, target->own[o].holds, true);
  for (int o = 0; o < f->owners; o++)
    join_owner(f, o, target);
  join_borrows(f, target);
}

/* An owner that a borrow slot can be pointed at again after any iteration. */
static int anchor(const Fn *f, const State *s, int b) {
  for (int o = 0; o < f->owners; o++)
    if (f->own[o].elt == f->bor[b].elt && s->own[o].holds == HOLDS_OBJECT && f->own[o].parent < 0)
      return o;
  return -1;
}

void weaken_for_loop(Fn *f) {
  State *s = &f->st;
  for (int o = 0; o < f->owners; o++) {
    if (!slot_usable(f, o))
      continue;
    if (s->own[o].holds >= HOLDS_MAYBE)
      s->own[o].min = 1;
    if (!is_parent(f, o) && ((s->own[o].holds == HOLDS_OBJECT && chance(15)) ||
                             (s->own[o].holds == HOLDS_NULL && chance(60))))
      s->own[o].holds = HOLDS_MAYBE, s->own[o].min = 1;
  }
  for (int b = 0; b < f->borrows; b++) {
    int o = s->bor[b].valid && f->bor[b].parent < 0 ? anchor(f, s, b) : -1;
    s->bor[b].valid = o >= 0;
    if (o >= 0)
      s->bor[b].mask |= 1u << o, s->bor[b].min = 1;
  }
}

void emit_restore(Fn *f, const State *head) {
  for (int pass = 0; pass < 2; pass++)
    for (int o = 0; o < f->owners; o++)
      if ((f->own[o].parent >= 0) == (pass == 1) && slot_usable(f, o))
        bring_to(f, o, head->own[o].holds, false);
  for (int b = 0; b < f->borrows; b++) {
    if (!head->bor[b].valid || (f->st.bor[b].valid && !(f->st.bor[b].mask & ~head->bor[b].mask)))
      continue;
    line("%s = %s;", f->bor[b].lv, f->own[anchor(f, head, b)].lv);
  }
  f->st = *head;
}
