/* A function that works on objects of a shape; see shape.h.
 *
 * Its variables o0, o1, .. each hold NULL or an object that they own; the generator knows which, as
 * far as that is certain, and emits a check where it does not. */
#include "shape.h"

#include <stdio.h>
#include <string.h>

enum { MAX_VARIABLES = 4 };

typedef enum { IS_NULL, MAY_BE, IS_OBJECT } Var;

typedef struct {
  const Shape *s;
  int variables;
  Var var[MAX_VARIABLES];
  int budget, depth, temps;
} Client;

static const char *x_expr(void) {
  static char buf[4][32];
  static int turn;
  char *b = buf[turn++ & 3];
  if (chance(40))
    snprintf(b, sizeof buf[0], "x0 >> %d", between(0, 30));
  else if (chance(60))
    snprintf(b, sizeof buf[0], "x0 + %d", between(0, 20));
  else
    snprintf(b, sizeof buf[0], "%d", between(0, 40));
  return b;
}

static const char *condition(void) {
  static char buf[48];
  snprintf(buf, sizeof buf, chance(50) ? "x0 >> %d & 1" : "x0 %% %d == 1", between(2, 30));
  return buf;
}

/* A variable whose state is between least and most, or -1. */
static int find(Client *c, Var least, Var most, int not_this) {
  int found = -1, n = 0;
  for (int v = 0; v < c->variables; v++)
    if (v != not_this && c->var[v] >= least && c->var[v] <= most && rnd((uint32_t)++n) == 0)
      found = v;
  return found;
}

/* ---- Making and destroying ---- */

/* What a failed constructor means to the caller; returns the state of the variable behind it. */
static Var check_made(Client *c, int v) {
  if (!c->s->fails)
    return IS_OBJECT;
  switch (rnd(3)) {
  case 0:
    line("if (!o%d) goto out;", v);
    return IS_OBJECT;
  case 1:
    line("if (!o%d) { MIX(5); goto out; }", v);
    return IS_OBJECT;
  default:
    return MAY_BE;
  }
}

static void make(Client *c) {
  const Shape *s = c->s;
  int v = find(c, IS_NULL, IS_NULL, -1), i = s->id, depth = between(0, 2);
  if (v < 0)
    return;
  c->var[v] = IS_OBJECT;
  if (s->throws) {
    line("try { o%d = mk%d(%s, %d); } catch (int e) { MIX(e); }", v, i, x_expr(), depth);
    c->var[v] = MAY_BE;
    return;
  }
  int other = find(c, MAY_BE, IS_OBJECT, v);
  switch (rnd(8)) {
  case 0:
    line("if (out%d(&o%d, %s)) { MIX(6); goto out; }", i, v, x_expr());
    return;
  case 1:
    if (other >= 0) {
      line("o%d = cp%d(o%d);", v, i, other);
      break;
    }
    /* fall through */
  case 2:
    if (s->counted && other >= 0) {
      line("if (o%d && o%d->refs) { o%d = o%d; o%d->refs++; }", other, other, v, other, v);
      c->var[v] = MAY_BE;
      return;
    }
    /* fall through */
  case 3:
    line("o%d = or%d(o%d, %s);", v, i, v, x_expr());
    break;
  default:
    line("o%d = mk%d(%s, %d);", v, i, x_expr(), depth);
    break;
  }
  c->var[v] = check_made(c, v);
}

static void make_pair(Client *c) {
  int a = find(c, IS_NULL, IS_NULL, -1), b = find(c, IS_NULL, IS_NULL, a), id = c->temps++;
  if (a < 0 || b < 0 || c->s->throws)
    return;
  line("{ struct two%d w%d = two%d_(%s); o%d = w%d.a; o%d = w%d.b; }", c->s->id, id, c->s->id,
       x_expr(), a, id, b, id);
  c->var[a] = c->var[b] = c->s->fails ? MAY_BE : IS_OBJECT;
}

static void call_drop(const Shape *s, const char *what, bool certain) {
  if (certain || s->null_ok)
    line("rm%d(%s);", s->id, what);
  else
    line("if (%s) rm%d(%s);", what, s->id, what);
}

static void destroy(Client *c) {
  int v = find(c, MAY_BE, IS_OBJECT, -1);
  if (v < 0)
    return;
  char name[16];
  snprintf(name, sizeof name, "o%d", v);
  call_drop(c->s, name, c->var[v] == IS_OBJECT);
  line("o%d = NULL;", v);
  c->var[v] = IS_NULL;
}

/* ---- Uses ---- */

static void use_field(Client *c, const char *o) {
  const Shape *s = c->s;
  int i = s->id, id = c->temps++;
  switch (rnd(7)) {
  case 0:
    line("MIX(%s->v); if (%s->refs) %s->v += %d;", o, o, o, between(1, 9));
    break;
  case 1:
    line("set%d(%s, %s);", i, o, x_expr());
    break;
  case 2:
    line("{ u64 *a%d = take%d(%s); if (a%d) { MIX(a%d == NULL); rel%d(a%d); } }", id, i, o, id, id,
         i, id);
    break;
  case 3:
    line("{ ob%d c%d = *%s; MIX(sum%d(&c%d)); }", i, id, o, i, id);
    break;
  case 4:
    line("if (%s->n) MIX(%s->a[%s->n - 1]);", o, o, o);
    break;
  default:
    line("MIX(sum%d(%s));", i, o);
    break;
  }
}

static void use(Client *c) {
  int v = find(c, MAY_BE, IS_OBJECT, -1);
  if (v < 0)
    return;
  char name[16];
  snprintf(name, sizeof name, "o%d", v);
  if (c->var[v] == MAY_BE && chance(50)) {
    line("MIX(sum%d(o%d));", c->s->id, v);
    return;
  }
  if (c->var[v] == MAY_BE)
    line("if (o%d)", v);
  line("{");
  indent(1);
  use_field(c, name);
  indent(-1);
  line("}");
}

static void use_globals(Client *c) {
  int i = c->s->id;
  if (c->s->registry)
    line("for (ob%d *p = all%d; p; p = p->link) MIX(sum%d(p));", i, i, i);
  else if (c->s->pool)
    line("MIX(pooled%d);", i);
  else
    line("MIX(live%d);", i);
}

static void exchange(Client *c) {
  int v = find(c, MAY_BE, IS_OBJECT, -1), i = c->s->id, id = c->temps++;
  if (v < 0 || c->s->throws)
    return;
  line("{ ob%d *e%d = ex%d(&o%d, %s);", i, id, i, v, x_expr());
  if (c->var[v] == MAY_BE)
    line("  MIX(e%d != NULL); if (e%d) rm%d(e%d); }", id, id, i, id);
  else
    line("  MIX(sum%d(e%d)); rm%d(e%d); }", i, id, i, id);
  c->var[v] = check_made(c, v);
}

/* ---- Two variables ---- */

static void move_or_swap(Client *c) {
  int a = find(c, MAY_BE, IS_OBJECT, -1), b = find(c, IS_NULL, IS_OBJECT, a), i = c->s->id;
  if (a < 0 || b < 0)
    return;
  if (c->var[b] == IS_NULL)
    line("o%d = o%d; o%d = NULL;", b, a, a);
  else
    line("{ ob%d *t%d = o%d; o%d = o%d; o%d = t%d; }", i, c->temps, a, a, b, b, c->temps);
  c->temps++;
  Var t = c->var[a];
  c->var[a] = c->var[b];
  c->var[b] = t;
}

static void destroy_one_of(Client *c) {
  int a = find(c, IS_OBJECT, IS_OBJECT, -1), b = find(c, IS_OBJECT, IS_OBJECT, a), i = c->s->id;
  int id = c->temps++;
  if (a < 0 || b < 0)
    return;
  line("{ int c%d = (%s) != 0; ob%d *k%d = c%d ? o%d : o%d;", id, condition(), i, id, id, b, a);
  line("  rm%d(c%d ? o%d : o%d); o%d = k%d; o%d = NULL; MIX(sum%d(o%d)); }", i, id, a, b, a, id, b,
       i, a);
  c->var[b] = IS_NULL;
}

/* One object comes to own another: trees stay trees because each has one owner. */
static void adopt(Client *c) {
  const Shape *s = c->s;
  int a = find(c, IS_OBJECT, IS_OBJECT, -1), b = find(c, IS_OBJECT, IS_OBJECT, a);
  if (a < 0 || b < 0 || !s->kid || s->counted || s->sentinel)
    return;
  line("if (!o%d->kid) { o%d->kid = o%d; o%d = NULL; }", a, a, b, b);
  c->var[b] = MAY_BE;
}

/* ---- Objects of a block ---- */

static void on_the_stack(Client *c) {
  int i = c->s->id, id = c->temps++;
  if (!c->s->split || c->s->throws)
    return;
  line("{ ob%d s%d; if (!in%d(&s%d, %s, %d)) { s%d.v++; MIX(sum%d(&s%d)); } fi%d(&s%d); }", i, id,
       i, id, x_expr(), between(0, 1), id, i, id, i, id);
}

/* C++: the object's owner is destroyed by an exception, too. */
static void guarded_episode(Client *c) {
  int i = c->s->id, id = c->temps++;
  line("try { struct own_ { ob%d *p; ~own_() { if (p) rm%d(p); } } w%d = {mk%d(%s, 1)};", i, i, id,
       i, x_expr());
  line(
      "  if (w%d.p) { MIX(sum%d(w%d.p)); MIX(may_throw_u64_%s(&w%d.p->v, %s)); } } catch (int e) { "
      "MIX(e); }",
      id, i, id, chance(50) ? "n" : "i", id, x_expr());
}

static void episode(Client *c) {
  const Shape *s = c->s;
  int i = s->id, id = c->temps++;
  char name[16];
  snprintf(name, sizeof name, "e%d", id);
  if (s->throws || (s->cxx && chance(20))) {
    guarded_episode(c);
    return;
  }
  line("{ ob%d *e%d = mk%d(%s, %d);", i, id, i, x_expr(), between(0, 2));
  indent(1);
  if (s->fails)
    line("if (e%d) {", id);
  for (int n = between(1, 2); n > 0; n--)
    use_field(c, name);
  if (chance(12))
    line("if (%s) { e%d = NULL; }", condition(), id), call_drop(s, name, false);
  else
    call_drop(s, name, true);
  indent(-1);
  line(s->fails ? "} }" : "}");
}

/* ---- Control flow ---- */

static void statement(Client *c);

static void block(Client *c, int statements) {
  c->depth++;
  indent(1);
  while (statements-- > 0 && c->budget > 0)
    statement(c);
  indent(-1);
  c->depth--;
}

static void join(Client *c, const Var *other) {
  for (int v = 0; v < c->variables; v++)
    if (c->var[v] != other[v])
      c->var[v] = MAY_BE;
}

static void if_else(Client *c) {
  Var entry[MAX_VARIABLES], after[MAX_VARIABLES];
  memcpy(entry, c->var, sizeof entry);
  line("if (%s) {", condition());
  block(c, between(1, 3));
  memcpy(after, c->var, sizeof after);
  memcpy(c->var, entry, sizeof entry);
  if (chance(50)) {
    line("} else {");
    block(c, between(1, 3));
  }
  line("}");
  join(c, after);
}

/* The body may leave a variable as it likes, so that it starts with not knowing any; those that it
 * is kept away from stay as they are. */
static void loop(Client *c) {
  int id = c->temps++, all = c->variables, kept = between(0, all);
  for (int v = 0; v < kept; v++)
    c->var[v] = MAY_BE;
  c->variables = kept;
  line("for (int i%d = 0; i%d < %d; i%d++) {", id, id, between(1, 5), id);
  line("  x0 = x0 * 6364136223846793005u + 12345;");
  block(c, between(1, 4));
  if (chance(20))
    line("  if (%s) break;", condition());
  line("}");
  for (int v = 0; v < kept; v++)
    c->var[v] = MAY_BE;
  c->variables = all;
}

static void statement(Client *c) {
  c->budget--;
  int what = (int)rnd(100);
  if (what < 22)
    make(c);
  else if (what < 26)
    make_pair(c);
  else if (what < 38)
    destroy(c);
  else if (what < 52)
    use(c);
  else if (what < 55)
    use_globals(c);
  else if (what < 59)
    exchange(c);
  else if (what < 64)
    move_or_swap(c);
  else if (what < 68)
    destroy_one_of(c);
  else if (what < 71)
    adopt(c);
  else if (what < 75)
    on_the_stack(c);
  else if (what < 87)
    episode(c);
  else if (what < 89)
    line("if (%s) goto out;", condition());
  else if (c->depth < 2 && c->budget > 1)
    (chance(50) ? if_else : loop)(c);
}

void emit_client(const Shape *s, int max_statements) {
  Client c = {.s = s, .variables = between(1, MAX_VARIABLES), .budget = between(4, 14)};
  int i = s->id;
  if (c.budget > max_statements)
    c.budget = max_statements;
  line("%sstatic u64 f%d(u64 x0, int d) {", chance(30) ? "NOINLINE " : "", i);
  indent(1);
  line("u64 h = (u64)d;");
  for (int v = 0; v < c.variables; v++)
    line("ob%d *o%d = NULL;", i, v);
  while (c.budget > 0)
    statement(&c);
  line("goto out;");
  line("out:");
  for (int v = 0; v < c.variables; v++)
    line("if (o%d) rm%d(o%d);", v, i, v);
  if (s->registry)
    line("for (ob%d *p = all%d; p; p = p->link) MIX(p->v);", i, i);
  if (s->pool)
    line("while (pool%d) { ob%d *t = pool%d; pool%d = t->link; rel%d(t); } pooled%d = 0;", i, i, i,
         i, i, i);
  line("MIX(live%d); return h;", i);
  indent(-1);
  line("}");
}
