/* Constructors and destructors of a random struct; see shape.h.
 *
 * The functions of shape I: mem memory, rel release, mk make, rm destroy, in/fi init and fini,
 * mkl/rml the same for the inner struct, sum look, set replace a field, take move a field out, cp
 * copy, out make through an out-parameter, two make a pair, ex exchange. */
#include "shape.h"

#include <stdio.h>

/* How a function is defined: mostly so that the inliner leaves it alone. */
static const char *linkage(const Shape *s) {
  if (s->cxx && chance(55))
    return chance(75) ? "NOINLINE inline" : "inline";
  if (chance(4))
    return "WEAK";
  return chance(75) ? "NOINLINE UNUSED static" : "UNUSED static";
}

static const char *size_expr(void) {
  static char buf[32];
  if (chance(60))
    snprintf(buf, sizeof buf, "%d", between(1, 6));
  else
    snprintf(buf, sizeof buf, "(int)(x %% %d) + 1", chance(80) ? between(2, 8) : 90);
  return buf;
}

/* ---- Memory ---- */

static void emit_memory(const Shape *s) {
  int i = s->id;
  const char *q = linkage(s);
  switch (s->memory) {
  case MEMORY_PLAIN:
    line("#define mem%d malloc", i);
    break;
  case MEMORY_CHECKED:
    line("%s void *mem%d(size_t n) { void *p = malloc(n); if (!p) abort(); return p; }", q, i);
    break;
  case MEMORY_ATTRIBUTES:
    line("__attribute__((malloc, alloc_size(1), returns_nonnull)) %s void *mem%d(size_t n) {", q,
         i);
    line("  void *p = malloc(n); if (!p) abort(); return p; }");
    break;
  case MEMORY_ZEROED:
    line("%s void *mem%d(size_t n) { void *p = calloc(1, n); if (!p) exit(9); return p; }", q, i);
    break;
  case MEMORY_TWICE:
    line("%s void *memory%d(size_t n) { void *p = malloc(n); if (!p) abort(); return p; }", q, i);
    line("%s void *mem%d(size_t n) { return memory%d(n < 8 ? 8 : n); }", linkage(s), i, i);
    break;
  case MEMORY_RESIZED:
    line("%s void *mem%d(size_t n) { void *p = realloc(NULL, n / 2 + 1); if (!p) abort();", q, i);
    line("  void *r = realloc(p, n); if (!r) { free(p); abort(); } return r; }");
    break;
  case MEMORY_COUNTED:
    line("%s void *mem%d(size_t n) { live%d++; return malloc(n); }", q, i, i);
    break;
  case MEMORY_FLAKY:
    line("%s void *mem%d(size_t n) { if (++live%d %% %d == 0) return NULL; return malloc(n); }", q,
         i, i, between(3, 9));
    break;
  default:
    line("%s void *mem%d(size_t n) { size_t *p = (size_t *)malloc(n + 16); if (!p) abort();", q, i);
    line("  p[0] = n; p[1] = 3; return p + 2; }");
    break;
  }
}

static void emit_release(const Shape *s) {
  int i = s->id;
  const char *q = linkage(s);
  if (s->memory == MEMORY_HEADER)
    line("%s void rel%d(void *p) { if (p) { size_t *b = (size_t *)p - 2; live%d += (int)b[1]; "
         "free(b); } }",
         q, i, i);
  else if (s->memory == MEMORY_COUNTED)
    line("%s void rel%d(void *p) { if (p) live%d--; free(p); }", q, i, i);
  else if (chance(40))
    line("#define rel%d free", i);
  else if (chance(40))
    line("%s void rel%d(void *p) { if (p) free(p); }", q, i);
  else
    line("%s void rel%d(void *p) { free(p); }", q, i);
}

/* ---- The inner struct: a constructor called by a constructor ---- */

static void emit_leaf(const Shape *s) {
  int i = s->id;
  if (s->cxx && chance(50)) {
    line("struct leaf%d { u64 v; u64 *w; %s leaf%d(u64 x) : v(x), w(new u64(x / 3)) {}", i,
         chance(70) ? "NOINLINE" : "", i);
    line("  leaf%d(const leaf%d &) = delete; %s ~leaf%d() { delete w; } };", i, i,
         chance(70) ? "NOINLINE" : "", i);
    line("%s leaf%d *mkl%d(u64 x) { return new leaf%d(x); }", linkage(s), i, i, i);
    line("%s void rml%d(leaf%d *l) { delete l; }", linkage(s), i, i);
    return;
  }
  line("typedef struct leaf%d { u64 v; u64 *w; } leaf%d;", i, i);
  line("%s leaf%d *mkl%d(u64 x) { leaf%d *l = (leaf%d *)mem%d(sizeof *l); if (!l) return NULL;",
       linkage(s), i, i, i, i, i);
  line("  l->v = x; l->w = (u64 *)mem%d(8); if (!l->w) { rel%d(l); return NULL; } *l->w = x / 3;",
       i, i);
  line("  return l; }");
  line("%s void rml%d(leaf%d *l) { if (!l) return; rel%d(l->w); rel%d(l); }", linkage(s), i, i, i,
       i);
}

/* ---- Constructor ---- */

static const char *on_failure(const Shape *s) {
  static char buf[64];
  if (s->split)
    snprintf(buf, sizeof buf, "return -1;");
  else
    snprintf(buf, sizeof buf, "{ rm%d(t); return NULL; }", s->id);
  return buf;
}

static void make_array(const Shape *s) {
  int i = s->id;
  line("t->n = %s;", size_expr());
  if (s->small)
    line("t->a = t->n <= 2 ? t->room : (u64 *)mem%d((size_t)t->n * 8);", i);
  else
    line("t->a = (u64 *)mem%d((size_t)t->n * sizeof *t->a);", i);
  if (s->fails)
    line("if (!t->a) %s", on_failure(s));
  if (chance(30))
    line("fill_u64_%s(t->a, t->n, x);", chance(50) ? "n" : "i");
  else
    line("for (int k = 0; k < t->n; k++) t->a[k] = x + (u64)k;");
}

/* Sets every field of t; all pointers are NULL first so that a failure may destroy t. */
static void fill_fields(const Shape *s) {
  int i = s->id;
  line("t->v = x; t->n = 0; t->refs = 1; t->listed = 0; t->a = NULL; t->leaf = NULL; t->kid = "
       "NULL;");
  line("t->name = NULL;");
  if (s->array)
    make_array(s);
  if (s->leaf)
    line(s->fails && chance(50) ? "if (!(t->leaf = mkl%d(x >> 3))) %s" : "t->leaf = mkl%d(x >> 3);",
         i, on_failure(s));
  if (s->name)
    line("t->name = strdup(x & %d ? \"a name\" : \"b\");", between(1, 7));
  if (s->kid)
    line("t->kid = d > 0 ? mk%d(x / 3 + 1, d - 1) : NULL;", i);
  if (s->fails && chance(70))
    line("if (x %% %d == 1) %s", between(3, 6), on_failure(s));
  if (s->registry) {
    if (chance(50))
      line("if (x & %d)", between(1, 6));
    line("{ t->listed = 1; t->link = all%d; all%d = t; }", i, i);
  }
}

/* Memory for an object, from the free list first where there is one. */
static void make_memory(const Shape *s) {
  int i = s->id;
  if (s->pool) {
    line("ob%d *t = pool%d;", i, i);
    line("if (t) { pool%d = t->link; pooled%d--; } else t = (ob%d *)mem%d(sizeof *t);", i, i, i, i);
  } else {
    line("ob%d *t = (ob%d *)mem%d(sizeof *t);", i, i, i);
  }
  if (s->fails || chance(30))
    line("if (!t) return NULL;");
}

static void emit_init(const Shape *s) {
  int i = s->id;
  line("%s int in%d(ob%d *t, u64 x, int d) {", linkage(s), i, i);
  indent(1);
  fill_fields(s);
  line("return 0;");
  indent(-1);
  line("}");
}

static void emit_constructor(const Shape *s) {
  int i = s->id;
  if (s->split)
    emit_init(s);
  line("%s ob%d *mk%d(u64 x, int d) {", s->make, i, i);
  indent(1);
  if (s->sentinel)
    line("if (x %% %d == 3) return &none%d;", between(4, 8), i);
  make_memory(s);
  if (s->split)
    line("if (in%d(t, x, d)) { rm%d(t); return NULL; }", i, i);
  else
    fill_fields(s);
  if (s->throws)
    line("if (x %% %d == 2) { rm%d(t); throw (int)(x & 31); }", between(3, 6), i);
  line("return t;");
  indent(-1);
  line("}");
}

/* ---- Destructor ---- */

static void release_array(const Shape *s, const char *a, const char *in) {
  if (s->small)
    line("if (%s != %s) rel%d(%s);", a, in, s->id, a);
  else
    line("rel%d(%s);", s->id, a);
}

static void free_fields(const Shape *s, bool self_first) {
  int i = s->id;
  if (self_first) {
    line("u64 *a = t->a; struct leaf%d *l = t->leaf; ob%d *kid = t->kid; char *name = t->name;", i,
         i);
    if (s->small)
      line("if (a == t->room) a = NULL;");
    line("rel%d(t);", i);
    if (s->array)
      line("rel%d(a);", i);
  } else {
    line("struct leaf%d *l = t->leaf; ob%d *kid = t->kid; char *name = t->name;", i, i);
    if (s->array)
      release_array(s, "t->a", "t->room");
  }
  if (s->leaf)
    line(chance(50) ? "if (l) rml%d(l);" : "rml%d(l);", i);
  if (s->kid)
    line("if (kid) rm%d(kid);", i);
  if (s->name)
    line("free(name);");
  line("(void)l, (void)kid, (void)name;");
}

static void unlist(const Shape *s) {
  if (s->registry)
    line("if (t->listed) { ob%d **p = &all%d; while (*p != t) p = &(*p)->link; *p = t->link; }",
         s->id, s->id);
}

static void emit_destructor(const Shape *s) {
  int i = s->id;
  if (s->split) {
    line("%s void fi%d(ob%d *t) {", linkage(s), i, i);
    indent(1);
    unlist(s);
    free_fields(s, false);
    indent(-1);
    line("}");
  }
  line("%s void rm%d(ob%d *t) {", s->drop, i, i);
  indent(1);
  if (s->null_ok)
    line("if (!t) return;");
  if (s->sentinel)
    line("if (t == &none%d) return;", i);
  if (s->counted)
    line("if (--t->refs) return;");
  if (s->split)
    line("fi%d(t);", i);
  else
    unlist(s);
  if (!s->split)
    free_fields(s, s->self_first);
  if (s->pool)
    line("if (pooled%d < %d) { t->link = pool%d; pool%d = t; pooled%d++; return; }", i,
         between(0, 3), i, i, i);
  if (s->split || !s->self_first)
    line("rel%d(t);", i);
  indent(-1);
  line("}");
}

/* ---- Methods ---- */

static void emit_look(const Shape *s) {
  int i = s->id;
  line("%s u64 sum%d(const ob%d *t) {", linkage(s), i, i);
  line("  if (!t) return 11;");
  line("  u64 s = t->v + (u64)t->n; for (int k = 0; t->a && k < t->n; k++) s = s * 3 + t->a[k];");
  if (s->leaf)
    line("  if (t->leaf) s = s * 5 + t->leaf->v + *t->leaf->w;");
  line("  if (t->name) s += strlen(t->name);");
  line("  return t->kid ? s * 7 + sum%d(t->kid) : s; }", i);
}

static void emit_change(const Shape *s) {
  int i = s->id;
  const char *none = s->sentinel ? " || !t->refs" : "";
  line("%s void set%d(ob%d *t, u64 x) { if (!t%s) return;", linkage(s), i, i, none);
  if (s->leaf)
    line("  { leaf%d *l = t->leaf; t->leaf = mkl%d(x); if (l) rml%d(l); }", i, i, i);
  if (s->array && !s->small)
    line(
        "  { rel%d(t->a); t->n = 2; t->a = (u64 *)mem%d(16); if (t->a) t->a[0] = t->a[1] = x; else "
        "t->n = 0; }",
        i, i);
  line("  t->v ^= x; }");
  line("%s u64 *take%d(ob%d *t) { if (!t%s) return NULL; u64 *a = t->a;", linkage(s), i, i, none);
  if (s->small)
    line("  if (a == t->room) return NULL;");
  line("  t->a = NULL; t->n = 0; return a; }");
}

static void emit_makers(const Shape *s) {
  int i = s->id;
  if (s->throws) /* a second object's constructor would leak the first one's */
    return;
  line("%s int out%d(ob%d **o, u64 x) { ob%d *t = mk%d(x, 1); if (!t) return -1; *o = t; return 0; "
       "}",
       linkage(s), i, i, i, i);
  line("struct two%d { ob%d *a, *b; };", i, i);
  line("%s struct two%d two%d_(u64 x) { struct two%d w; w.a = mk%d(x, 0); w.b = mk%d(x + 1, 1); "
       "return w; }",
       linkage(s), i, i, i, i, i);
  line("%s ob%d *cp%d(const ob%d *t) { ob%d *c = mk%d(t ? t->v : 4, 0); if (c) c->v += 2; return "
       "c; }",
       linkage(s), i, i, i, i, i);
  line("%s ob%d *ex%d(ob%d **o, u64 x) { ob%d *old = *o; *o = mk%d(x, 0); return old; }",
       linkage(s), i, i, i, i, i);
  line("%s ob%d *or%d(ob%d *t, u64 x) { return t ? t : mk%d(x, 0); }", linkage(s), i, i, i, i);
}

/* ---- The shape ---- */

static Shape draw_shape(int id, bool cxx) {
  Shape s = {.id = id, .cxx = cxx};
  s.memory = chance(35) ? MEMORY_PLAIN : (Memory)rnd(MEMORY_FORMS);
  s.array = chance(70);
  s.small = s.array && chance(25);
  s.leaf = chance(45);
  s.kid = chance(25);
  s.name = chance(15);
  s.fails = chance(30) || s.memory == MEMORY_FLAKY;
  s.throws = cxx && !s.fails && chance(20);
  s.sentinel = chance(10);
  s.split = chance(25);
  s.registry = chance(15);
  s.pool = !s.registry && chance(15);
  s.counted = chance(15);
  s.null_ok = s.fails || chance(60);
  s.self_first = !s.split && !s.pool && chance(25);
  s.make = linkage(&s);
  s.drop = linkage(&s);
  return s;
}

static void emit_types(const Shape *s) {
  int i = s->id;
  line("typedef struct ob%d { u64 v; u64 *a; struct leaf%d *leaf; struct ob%d *kid; char *name;", i,
       i, i);
  line("  int n, refs, listed; u64 room[2]; struct ob%d *link; } ob%d;", i, i);
  line("UNUSED static ob%d *all%d, *pool%d; UNUSED static int pooled%d, live%d;", i, i, i, i, i);
  if (s->sentinel)
    line("static ob%d none%d;", i, i);
}

Shape emit_shape(int id, bool cxx) {
  Shape s = draw_shape(id, cxx);
  emit_types(&s);
  emit_memory(&s);
  emit_release(&s);
  if (s.leaf)
    emit_leaf(&s);
  line("%s ob%d *mk%d(u64, int);", s.make, id, id);
  line("%s void rm%d(ob%d *);", s.drop, id, id);
  emit_constructor(&s);
  emit_destructor(&s);
  emit_look(&s);
  emit_change(&s);
  emit_makers(&s);
  return s;
}
