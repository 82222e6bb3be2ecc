/* Whole functions from templates: the shapes that random statements do not reach.
 * In a template, $I is the function's number, $1 to $9 are random numbers of 1 to that many, and $Q
 * is `NOINLINE` or nothing. */
#include "gen.h"

#include <stdio.h>

static const char *const idioms_c[] = {
    /* A list built and freed in loops. */
    "static u64 f$I(u64 x0, int d) {\n"
    "  u64 h = 1; node *head = NULL;\n"
    "  for (u64 i = 0; i < x0 % 7; i++) {\n"
    "    node *n = (node *)malloc(sizeof *n); n->v = i + x0; n->next = head; head = n;\n"
    "    if ((x0 >> i) & 1) { node *t = head; head = t->next; MIX(t->v); free(t); }\n"
    "  }\n"
    "  for (node *n = head; n; n = n->next) MIX(n->v);\n"
    "  while (head) { node *n = head->next; free(head); head = n; }\n"
    "  return h + (u64)d;\n}\n",
    /* A list of fixed length, walked by a callee. */
    "$Q static u64 walk$I(node *n) { u64 s = 0; for (; n; n = n->next) s = s * 3 + n->v; return s; "
    "}\n"
    "static u64 f$I(u64 x0, int d) {\n"
    "  node *a = (node *)malloc(sizeof *a), *b = (node *)malloc(sizeof *b), *c = (node *)calloc(1, "
    "sizeof *c);\n"
    "  a->v = x0; b->v = $9; c->v += (u64)d; a->next = b; b->next = x0 & 1 ? c : NULL;\n"
    "  u64 h = walk$I(a); if (x0 & 2) { c->next = a; b->next = NULL; MIX(walk$I(c)); }\n"
    "  MIX(a->next == b); free(a); free(b); free(c); return h;\n}\n",
    /* A tree, built and freed by recursion. */
    "static node *grow$I(u64 x, int n) {\n"
    "  if (!n || x % 5 == 0) return NULL;\n"
    "  node *t = (node *)calloc(1, sizeof *t); t->v = x; t->next = grow$I(x / 3, n - 1);\n"
    "  node *r = grow$I(x / 5, n - 1); t->a = r ? &r->v : NULL; t->b = (u64 *)malloc(8); *t->b = "
    "x; if (r) { r->next = NULL; free(r->b); free(r); t->a = NULL; }\n"
    "  return t;\n}\n"
    "static u64 chop$I(node *t) { if (!t) return 1; u64 s = t->v + *t->b + 3 * chop$I(t->next); "
    "free(t->b); free(t); return s; }\n"
    "static u64 f$I(u64 x0, int d) { (void)d; x0 &= 0xffff; node *t = NULL; if (x0 % 5) t = "
    "grow$I(x0, 1); return chop$I(t); }\n",
    /* Ring of the last k objects. */
    "static u64 f$I(u64 x0, int d) {\n"
    "  u64 h = (u64)d; u64 *ring[$4] = {0}; int k = (int)(sizeof ring / sizeof *ring);\n"
    "  for (int i = 0; i < 9; i++) {\n"
    "    u64 *p = (u64 *)malloc(2 * sizeof *p); p[0] = x0 + (u64)i; p[1] = p[0] / 3;\n"
    "    if (ring[i % k]) { MIX(ring[i % k][1]); free(ring[i % k]); }\n"
    "    ring[i % k] = p; MIX(ring[(i * 5) % (i < k ? i + 1 : k)][0]);\n"
    "  }\n"
    "  for (int i = 0; i < k; i++) { MIX(ring[i][0]); free(ring[i]); }\n"
    "  return h;\n}\n",
    /* The previous iteration's object is used after the next one is made. */
    "static u64 f$I(u64 x0, int d) {\n"
    "  u64 h = (u64)d; u32 *prev = NULL;\n"
    "  for (u64 i = 0; i < x0 % 6 + 1; i++) {\n"
    "    u32 *p = (u32 *)malloc(sizeof *p); *p = (u32)(x0 + i);\n"
    "    if (prev) { MIX(*prev); MIX(prev == p); free(prev); }\n"
    "    prev = p;\n"
    "  }\n"
    "  MIX(*prev); free(prev); return h;\n}\n",
    /* Two objects change places in every iteration. */
    "static u64 f$I(u64 x0, int d) {\n"
    "  u64 h = (u64)d; u64 *a = (u64 *)malloc(8), *b = (u64 *)malloc(8); *a = x0; *b = ~x0;\n"
    "  for (int i = 0; i < $9; i++) { u64 *t = a; a = b; b = t; *a += (u64)i; MIX(*b); if ((x0 >> "
    "i) & 1) { free(b); b = (u64 *)malloc(16); b[0] = 4; } }\n"
    "  MIX(a != b); free(a); MIX(*b); free(b); return h;\n}\n",
    /* Fibonacci-like chain: three generations are live. */
    "static u64 f$I(u64 x0, int d) {\n"
    "  u64 h = (u64)d; u64 *a = (u64 *)malloc(8), *b = (u64 *)malloc(8); *a = x0; *b = 1;\n"
    "  for (int i = 0; i < $9; i++) { u64 *c = (u64 *)malloc(8); *c = *a + *b; free(a); a = b; b = "
    "c; }\n"
    "  MIX(*a); MIX(*b); free(a); free(b); return h;\n}\n",
    /* longjmp over a frame with an object; the object is read afterwards. */
    "static jmp_buf jb$I;\n"
    "NOINLINE static void thrower$I(u64 *p, u64 x) { p[0] += x; if (x & 1) longjmp(jb$I, 1); }\n"
    "NOINLINE static u64 f$I(u64 x0, int d) {\n"
    "  u64 h = (u64)d; u64 *volatile p = (u64 *)malloc(8); *p = x0; volatile u64 *q = (volatile "
    "u64 *)malloc(8); *q = 5;\n"
    "  if (setjmp(jb$I) == 0) { p[0]++; *q = 6; thrower$I(p, x0 >> 3); *q = 7; MIX(1); return h + "
    "*p + *q; }\n"
    "  return 77 + *p + *q;\n}\n",
    /* A callee frees and then leaves by longjmp. */
    "static jmp_buf jc$I;\n"
    "$Q static void frees$I(u64 *p, u64 x) { u64 v = *p; if (v & 1) free(p); if (x & 1) "
    "longjmp(jc$I, (int)(v & 1) + 1); if (!(v & 1)) free(p); }\n"
    "NOINLINE static void inner$I(u64 x) { u64 *p = (u64 *)malloc(8); *p = x >> 2; frees$I(p, x); "
    "}\n"
    "NOINLINE static u64 f$I(u64 x0, int d) { int r = setjmp(jc$I); if (r) return (u64)(r + d); "
    "inner$I(x0); return 9; }\n",
    /* String builder. */
    "static u64 f$I(u64 x0, int d) {\n"
    "  u64 h = (u64)d; size_t cap = $8, len = 0; char *s = (char *)malloc(cap);\n"
    "  for (u64 i = 0; i < x0 % 30 + $9; i++) {\n"
    "    if (len + 1 >= cap) { cap = cap * 2 + 1; char *t = (char *)realloc(s, cap); if (!t) { "
    "free(s); return 0; } s = t; }\n"
    "    s[len++] = (char)('a' + (x0 >> (i & 31)) % 26); s[len] = 0;\n"
    "  }\n"
    "  if (len + 1 > cap) abort();\n"
    "  MIX(strlen(s)); for (char *c = s; *c; c++) MIX((u8)*c);\n"
    "  char *copy = strdup(s); MIX(strcmp(copy, s) == 0); copy[0] ^= 1; MIX(strcmp(copy, s) != 0); "
    "free(s); MIX((u8)copy[0]); free(copy);\n"
    "  return h;\n}\n",
    /* Out-parameter and goto-style error paths. */
    "$Q static int make$I(u64 **out, u64 x) { u64 *p = (u64 *)malloc(16); if (!p) return -1; p[0] "
    "= x; p[1] = x / 7; if (x % 4 == 1) { free(p); return -1; } *out = p; return 0; }\n"
    "static u64 f$I(u64 x0, int d) {\n"
    "  u64 h = (u64)d; u64 *a = NULL, *b = NULL, *c = NULL;\n"
    "  if (make$I(&a, x0)) goto out;\n"
    "  if (make$I(&b, x0 >> 2)) goto out;\n"
    "  c = (u64 *)malloc(8); if (!c) goto out; *c = a[0] ^ b[1]; MIX(*c);\n"
    "  if (x0 & 64) { free(b); b = c; c = NULL; }\n"
    "  MIX(*b);\n"
    "out:\n  MIX(a ? a[1] : 3u); free(c); free(b); free(a); return h;\n}\n",
    /* Tail call with a pointer to the object; the object is never freed. */
    "NOINLINE static u64 last$I(u64 *p, u64 *q, u64 x) { p[0] += x; q[0] = p[0] * 3; return p[0] + "
    "q[0] + p[1]; }\n"
    "NOINLINE static u64 g$I(u64 x) { u64 *p = (u64 *)malloc(16), *q = (u64 *)malloc(8); p[0] = x; "
    "p[1] = $9; *q = 1; return last$I(p, q, x / 2); }\n"
    "static u64 f$I(u64 x0, int d) { return g$I(x0) + (u64)d; }\n",
    /* The object is reached through memory by a tail call. */
    "struct link$I { u64 *p; };\n"
    "NOINLINE static u64 last$I(struct link$I *l) { u64 v = l->p[0]; l->p[0] = 0; return v + "
    "l->p[1]; }\n"
    "NOINLINE static u64 g$I(u64 x) { struct link$I *l = (struct link$I *)malloc(sizeof *l); l->p "
    "= (u64 *)malloc(16); l->p[0] = x; l->p[1] = $9; return last$I(l); }\n"
    "static u64 f$I(u64 x0, int d) { return g$I(x0) + (u64)d; }\n",
    /* musttail with the object. */
    "NOINLINE static u64 last$I(u64 *p, u64 x) { u64 v = p[0] + x; free(p); return v; }\n"
    "NOINLINE static u64 mid$I(u64 *p, u64 x) { u64 *q = (u64 *)malloc(8); *q = x; p[0] += *q; "
    "free(q); __attribute__((musttail)) return last$I(p, x + 1); }\n"
    "static u64 f$I(u64 x0, int d) { u64 *p = (u64 *)malloc(8); *p = x0; return mid$I(p, (u64)d); "
    "}\n",
    /* A context object for a callback. */
    "struct ctx$I { u64 *acc; u64 n; };\n"
    "$Q static void each$I(u64 n, void (*fn)(void *, u64), void *arg) { for (u64 i = 0; i < n; "
    "i++) fn(arg, i); }\n"
    "static void add$I(void *arg, u64 i) { struct ctx$I *c = (struct ctx$I *)arg; c->acc[i & 3] += "
    "i * c->n; }\n"
    "static u64 f$I(u64 x0, int d) {\n"
    "  u64 h = (u64)d; struct ctx$I *c = (struct ctx$I *)malloc(sizeof *c); c->acc = (u64 "
    "*)calloc(4, 8); c->n = x0 & 15;\n"
    "  each$I(x0 % 9, add$I, c); MIX(sum_u64_n(c->acc, 4)); u64 *acc = c->acc; free(c); "
    "MIX(acc[1]); free(acc); return h;\n}\n",
    /* Each frame points at the object of its caller. */
    "static u64 down$I(node *up, u64 x, int n) {\n"
    "  node *me = (node *)malloc(sizeof *me); me->v = x; me->next = up;\n"
    "  u64 s = 0; if (n) s = down$I(me, x * 3 + 1, n - 1); else for (node *q = me; q; q = q->next) "
    "s = s * 5 + q->v;\n"
    "  if (up) up->v++; s += me->v; free(me); return s;\n}\n"
    "static u64 f$I(u64 x0, int d) { return down$I(NULL, x0, (int)(x0 % 9) + d); }\n",
    /* A recursive function with a buffer per activation. */
    "static u64 rec$I(u64 x, int n) { u8 *b = (u8 *)malloc((size_t)(x % 60) + 4); b[0] = (u8)x; "
    "b[3] = (u8)n; u64 s = n ? rec$I(x * 5 + 3, n - 1) : 0; s = s * 3 + b[0] + b[3]; free(b); "
    "return s; }\n"
    "static u64 f$I(u64 x0, int d) { return rec$I(x0, $9 + d); }\n",
    /* Rows of a matrix. */
    "static u64 f$I(u64 x0, int d) {\n"
    "  u64 h = (u64)d; u32 *row[$5]; int n = (int)(sizeof row / sizeof *row);\n"
    "  for (int i = 0; i < n; i++) { row[i] = (u32 *)calloc($7 + 1, 4); MIX(row[i][1]); row[i][1] "
    "= (u32)x0 + (u32)i; }\n"
    "  for (int i = 0; i < n; i++) MIX(row[(i + 1) % n][1]);\n"
    "  for (int i = 0; i < n; i++) free(row[i]);\n"
    "  return h;\n}\n",
    /* Heap array of heap objects. */
    "static u64 f$I(u64 x0, int d) {\n"
    "  u64 h = (u64)d; int n = (int)(x0 % 5) + 1; u64 **row = (u64 **)malloc((size_t)n * sizeof "
    "*row);\n"
    "  for (int i = 0; i < n; i++) { row[i] = (u64 *)malloc(8); *row[i] = x0 * (u64)i; }\n"
    "  for (int i = 0; i < n; i++) { MIX(*row[i]); free(row[i]); }\n"
    "  free(row); return h;\n}\n",
    /* A free list: objects are taken again before they are freed. */
    "static u64 f$I(u64 x0, int d) {\n"
    "  u64 h = (u64)d; node *pool = NULL;\n"
    "  for (u64 i = 0; i < 12; i++) {\n"
    "    node *n; if (pool && (x0 >> i & 1)) { n = pool; pool = n->next; MIX(n->v); } else { n = "
    "(node *)malloc(sizeof *n); n->v = i; }\n"
    "    n->v += i; n->next = pool; pool = n; MIX(n->v);\n"
    "  }\n"
    "  while (pool) { node *n = pool; pool = n->next; free(n); }\n"
    "  return h;\n}\n",
    /* Object in a struct returned by value; it leaves the function. */
    "struct ret$I { u64 *p; u64 n; };\n"
    "$Q static struct ret$I give$I(u64 x) { struct ret$I r; r.p = (u64 *)malloc(16); r.p[0] = x; "
    "r.p[1] = 2; r.n = 2; return r; }\n"
    "static u64 f$I(u64 x0, int d) { struct ret$I a = give$I(x0), b = give$I((u64)d), c; c = a; a "
    "= b; b = c; u64 h = a.p[0] * 3 + b.p[0]; free(a.p); MIX(b.p[1]); free(b.p); return h; }\n",
    /* memcpy of a heap struct that holds a pointer; the copy outlives the original. */
    "$Q static u64 *copy_out$I(u64 x) { node *a = (node *)malloc(sizeof *a), *b = (node "
    "*)malloc(sizeof *b); memset(a, 0, sizeof *a); a->a = (u64 *)malloc(8); *a->a = x; memcpy(b, "
    "a, sizeof *a); free(a); u64 *r = b->a; free(b); return r; }\n"
    "static u64 f$I(u64 x0, int d) { u64 *p = copy_out$I(x0 + (u64)d), *q = copy_out$I(x0 + 1); "
    "u64 v = *p * 3 + *q; free(p); free(q); return v; }\n",
    /* Pointer stored through a pointer to the caller's struct. */
    "$Q static void into$I(struct box *b, u64 x) { u64 *p = (u64 *)malloc(24); p[0] = x; p[1] = 2; "
    "p[2] = 3; if (x & 1) b->a = p; else b->b = p; u64 *q = (u64 *)malloc(8); *q = x; if (x & 1) "
    "b->b = q; else b->a = q; }\n"
    "static u64 f$I(u64 x0, int d) { struct box b; b.tag = 5; into$I(&b, x0 + (u64)d); u64 h = "
    "b.a[0] * 3 + b.b[0]; struct box c; into$I(&c, x0); MIX(b.a[0] + c.a[0]); free(b.a); "
    "free(b.b); free(c.a); free(c.b); return h; }\n",
    /* Conditional allocation before a loop, free inside on the last turn. */
    "static u64 f$I(u64 x0, int d) {\n"
    "  u64 h = (u64)d; u8 buf[16] = {1, 2, 3}; u8 *p = buf; size_t n = (size_t)(x0 % 40) + 1;\n"
    "  if (n > sizeof buf) { p = (u8 *)malloc(n); memset(p, 7, n); }\n"
    "  for (size_t i = 0; i < n; i++) { p[i] = (u8)(p[i] + i); MIX(p[i]); }\n"
    "  if (p != buf) free(p);\n  return h;\n}\n",
    /* One site in a loop, objects kept on some turns only. */
    "static u64 f$I(u64 x0, int d) {\n"
    "  u64 h = (u64)d; u64 *best = NULL;\n"
    "  for (int i = 0; i < 8; i++) { u64 *p = (u64 *)malloc(8); *p = (x0 >> (i * 3)) & 63; if "
    "(!best || *p > *best) { free(best); best = p; } else free(p); }\n"
    "  MIX(*best); free(best); return h;\n}\n",
    /* Zero-sized objects. */
    "static u64 f$I(u64 x0, int d) {\n"
    "  u64 h = (u64)d; void *p = malloc(0), *q = malloc(x0 & 1); MIX(p == NULL ? 1 : 1); free(p); "
    "free(q);\n"
    "  void *r = calloc(0, 8); r = realloc(r, $9); memset(r, 3, 1); MIX(*(u8 *)r); free(r); return "
    "h;\n}\n",
    /* Overflowing and absurd sizes fail; the program looks at the result. */
    "static u64 f$I(u64 x0, int d) {\n"
    "  u64 h = (u64)d; volatile size_t big = (size_t)1 << 62; size_t n = x0 & 1 ? 4 : big;\n"
    "  u64 *p = (u64 *)calloc(n, 8); if (p) { fill_u64_n(p, 4, x0); MIX(sum_u64_n(p, 4)); } else "
    "MIX(8); free(p);\n"
    "  u64 *q = (u64 *)malloc(n == 4 ? 32 : big * 2 - 1); if (q) { fill_u64_n(q, 4, x0); "
    "MIX(sum_u64_n(q, 4)); } else MIX(9); free(q);\n"
    "  return h;\n}\n",
    /* Alignment is what malloc and aligned_alloc promise. */
    "NOINLINE static u64 low$I(void *p, u64 m) { return (uintptr_t)p & m; }\n"
    "static u64 f$I(u64 x0, int d) {\n"
    "  u64 h = (u64)d; u8 *a = (u8 *)malloc(17 + $9), *b = (u8 *)aligned_alloc(64, 128); a[0] = "
    "(u8)x0; b[127] = 2;\n"
    "  MIX(low$I(a, 15)); MIX(low$I(b, 63)); long double *l = (long double *)malloc(sizeof *l); *l "
    "= (long double)(x0 & 255); MIX((u64)*l);\n"
    "  free(l); MIX(a[0] + b[127]); free(a); free(b); return h;\n}\n",
    /* Callee frees on some paths only and says so. */
    "$Q static int maybe$I(u64 *p, u64 x) { if (x % 3 == 0) { free(p); return 1; } *p += x; return "
    "0; }\n"
    "static u64 f$I(u64 x0, int d) { u64 h = (u64)d; for (int i = 0; i < 5; i++) { u64 *p = (u64 "
    "*)malloc(8); *p = x0 + (u64)i; if (!maybe$I(p, x0 >> i)) { MIX(*p); free(p); } } return h; "
    "}\n",
    /* Recursive free of a list that was made by hand. */
    "static void unlink$I(node *n) { if (n) { unlink$I(n->next); free(n); } }\n"
    "static u64 f$I(u64 x0, int d) { node *a = (node *)malloc(sizeof *a), *b = (node "
    "*)malloc(sizeof *b); a->next = b; b->next = NULL; a->v = x0; b->v = (u64)d; u64 s = a->v + "
    "a->next->v; unlink$I(a); return s; }\n",
    /* The pointer survives in a static of a callee for the time of the call. */
    "static u64 *cur$I;\n"
    "NOINLINE static u64 deep$I(int n) { return n ? deep$I(n - 1) + *cur$I : *cur$I; }\n"
    "static u64 f$I(u64 x0, int d) { u64 *save = cur$I, *p = (u64 *)malloc(8); *p = x0; cur$I = p; "
    "u64 s = deep$I(3 + d); cur$I = save; free(p); return s; }\n",
    /* Global list between two calls. */
    "static node *list$I;\n"
    "NOINLINE static void push$I(u64 v) { node *n = (node *)malloc(sizeof *n); n->v = v; n->next = "
    "list$I; list$I = n; }\n"
    "NOINLINE static u64 pop$I(void) { node *n = list$I; u64 v = n->v; list$I = n->next; free(n); "
    "return v; }\n"
    "static u64 f$I(u64 x0, int d) { push$I(x0); push$I((u64)d); u64 h = pop$I(); push$I(3); "
    "MIX(pop$I()); MIX(pop$I()); return h; }\n",
    /* Pointer as an integer and back. */
    "static u64 f$I(u64 x0, int d) { u64 *p = (u64 *)malloc(16); p[0] = x0; p[1] = (u64)d; "
    "uintptr_t u = (uintptr_t)p ^ x0; u64 *q = (u64 *)(u ^ x0); q[1]++; u64 s = p[0] + p[1]; "
    "free(q); return s; }\n",
    /* Atomic and volatile stores of the pointer. */
    "static u64 *slot$I;\n"
    "NOINLINE static u64 *load$I(void) { return __atomic_load_n(&slot$I, __ATOMIC_ACQUIRE); }\n"
    "static u64 f$I(u64 x0, int d) { u64 *p = (u64 *)malloc(8); *p = x0; __atomic_store_n(&slot$I, "
    "p, __ATOMIC_RELEASE); u64 *q = load$I(); *q += (u64)d; u64 *volatile v = p; u64 s = *v; "
    "free(__atomic_exchange_n(&slot$I, (u64 *)NULL, __ATOMIC_ACQ_REL)); return s; }\n",
    /* Computed goto-like state machine. */
    "static u64 f$I(u64 x0, int d) {\n"
    "  u64 h = (u64)d; u64 *p = NULL; int state = 0;\n"
    "  for (int i = 0; i < 20; i++) switch (state) {\n"
    "  case 0: p = (u64 *)malloc(8); *p = x0 >> i; state = (x0 >> i) & 1 ? 1 : 2; break;\n"
    "  case 1: MIX(*p); free(p); p = NULL; state = 0; break;\n"
    "  default: *p += 3; state = (*p & 3) == 1 ? 2 : 1; break;\n"
    "  }\n"
    "  free(p); return h;\n}\n",
    /* Two sites, one phi, used over a loop and freed once. */
    "static u64 f$I(u64 x0, int d) {\n"
    "  u64 h = (u64)d; u64 *p; if (x0 & 1) { p = (u64 *)malloc(8); *p = 3; } else { p = (u64 "
    "*)calloc(2, 8); p[1] = x0; }\n"
    "  for (u64 i = 0; i < x0 % 5; i++) { u64 *q = i & 1 ? p : (u64 *)malloc(8); *q = i; MIX(*q); "
    "if (q != p) free(q); }\n"
    "  MIX(*p); free(p); return h;\n}\n",
    /* qsort of pointers. */
    "static int by$I(const void *a, const void *b) { u64 x = **(u64 *const *)a, y = **(u64 *const "
    "*)b; return (x > y) - (x < y); }\n"
    "static u64 f$I(u64 x0, int d) { u64 h = (u64)d; u64 *t[4]; for (int i = 0; i < 4; i++) { t[i] "
    "= (u64 *)malloc(8); *t[i] = (x0 >> (i * 7)) % 100; } qsort(t, 4, sizeof *t, by$I); for (int i "
    "= 0; i < 4; i++) { MIX(*t[i]); free(t[i]); } return h; }\n",
    /* sprintf and sscanf into heap buffers. */
    "static u64 f$I(u64 x0, int d) { u64 h = (u64)d; char *s = (char *)malloc(32); snprintf(s, 32, "
    "\"%u-%d\", (unsigned)x0, d); MIX(strlen(s)); char *dash = strchr(s, '-'); MIX(dash - s); "
    "*dash = 0; MIX(strtoull(s, NULL, 10)); char *t = strdup(dash + 1); free(s); MIX((u8)t[0]); "
    "free(t); return h; }\n",
    /* Interior pointers, one past the end. */
    "static u64 f$I(u64 x0, int d) { u64 h = (u64)d; u32 *p = (u32 *)malloc(10 * sizeof *p), *e = "
    "p + 10; for (u32 *q = p; q < e; q++) *q = (u32)(x0 + (u64)(q - p)); for (u32 *q = e; q-- > "
    "p;) MIX(*q); u32 *m = p + $9; MIX(m[-1]); free(m - $9 + 0 == p ? p : p); return h; }\n",
    /* A leak on one path. */
    "static u64 f$I(u64 x0, int d) { u64 *p = (u64 *)malloc(8), *q = (u64 *)malloc(8); *p = x0; *q "
    "= (u64)d; if (x0 & 4) { u64 *r = p; p = q; q = r; } u64 s = *p * 3 + *q; if (x0 & 8) free(p); "
    "if (x0 & 16) free(q); return s; }\n",
    /* getline-like: the callee frees and replaces. */
    "$Q static void grow$I(u64 **p, int *n, u64 x) { if (x & 1) { u64 *q = (u64 "
    "*)malloc((size_t)(*n + 2) * 8); memcpy(q, *p, (size_t)*n * 8); q[*n] = x; q[*n + 1] = 4; "
    "free(*p); *p = q; *n += 2; } }\n"
    "static u64 f$I(u64 x0, int d) { u64 h = (u64)d; int n = 2; u64 *p = (u64 *)malloc(16); p[0] = "
    "x0; p[1] = 3; for (int i = 0; i < 4; i++) { grow$I(&p, &n, x0 >> i); MIX(p[n - 1]); } "
    "MIX(sum_u64_n(p, n)); free(p); return h; }\n",
};

static const char *const idioms_cxx[] = {
    /* Exceptions through owners. */
    "NOINLINE static u64 risky$I(own<u64> &u, u64 x) { u.p[0] += x; if (x % 4 == 1) throw "
    "(int)(u.p[0] & 127); return u.p[1]; }\n"
    "static u64 f$I(u64 x0, int d) { u64 h = (u64)d; for (int i = 0; i < 4; i++) try { own<u64> "
    "a(new u64[2]{x0, 3}); own<u64> b(new u64[x0 % 3 + 2]()); MIX(risky$I(a, x0 >> i)); "
    "MIX(risky$I(b, x0 >> (i + 3))); } catch (int e) { MIX(e); } return h; }\n",
    /* An object with a constructor that throws. */
    "struct thing$I { u64 *p; thing$I(u64 x) : p(new u64(x)) { if (x % 3 == 0) { u64 v = *p; "
    "delete p; throw (int)(v & 15); } } ~thing$I() { delete p; } };\n"
    "static u64 f$I(u64 x0, int d) { u64 h = (u64)d; for (u64 i = 0; i < 5; i++) try { thing$I *t "
    "= new thing$I(x0 + i); MIX(*t->p); delete t; } catch (int e) { MIX(e); } return h; }\n",
    /* A class hierarchy with a virtual destructor. */
    "struct base$I { u64 v; base$I(u64 x) : v(x) {} virtual ~base$I() {} virtual u64 get() { "
    "return v; } };\n"
    "struct sub$I : base$I { u64 *q; sub$I(u64 x) : base$I(x), q(new u64[3]{x, 1, 2}) {} ~sub$I() "
    "override { delete[] q; } u64 get() override { return q[0] * 3 + v; } };\n"
    "static u64 f$I(u64 x0, int d) { base$I *b = x0 & 1 ? new base$I(x0) : (base$I *)new "
    "sub$I(x0); u64 s = b->get() + (u64)d; delete b; return s; }\n",
    /* Move semantics by hand. */
    "struct vec$I { u64 *p; int n; vec$I() : p(nullptr), n(0) {} vec$I(vec$I &&o) : p(o.p), n(o.n) "
    "{ o.p = nullptr; } ~vec$I() { delete[] p; }\n"
    "  void push(u64 v) { u64 *q = new u64[n + 1]; for (int i = 0; i < n; i++) q[i] = p[i]; q[n++] "
    "= v; delete[] p; p = q; } };\n"
    "$Q static vec$I build$I(u64 x) { vec$I v; for (u64 i = 0; i < x % 6 + 1; i++) v.push(x + i); "
    "return v; }\n"
    "static u64 f$I(u64 x0, int d) { u64 h = (u64)d; vec$I a = build$I(x0), b((vec$I &&)a); "
    "b.push(3); MIX(sum_u64_n(b.p, b.n)); return h; }\n",
    /* Aligned and sized forms, placement new. */
    "struct alignas(64) wide$I { u64 v[8]; };\n"
    "NOINLINE static u64 low$I(void *p) { return (uintptr_t)p & 63; }\n"
    "static u64 f$I(u64 x0, int d) { u64 h = (u64)d; wide$I *w = new wide$I(); MIX(w->v[3]); "
    "w->v[2] = x0; MIX(low$I(w)); MIX(w->v[2]); delete w; void *m = ::operator new(24); u64 *p = "
    "new (m) u64(x0); MIX(*p); ::operator delete(m); void *n = malloc(16); u64 *q = new (n) "
    "u64[2]{x0, 2}; MIX(q[1]); free(n); return h; }\n",
    /* Catch, free and rethrow. */
    "NOINLINE static u64 inner$I(u64 x) { u64 *p = new u64(x), *q = (u64 *)malloc(8); *q = 3; try "
    "{ if (x % 3) throw (int)(x & 31); *p += 2; } catch (...) { *q += *p; if (*q & 1) { delete p; "
    "free(q); throw; } } u64 s = *p + *q; delete p; free(q); return s; }\n"
    "static u64 f$I(u64 x0, int d) { u64 h = (u64)d; for (int i = 0; i < 4; i++) try { "
    "MIX(inner$I(x0 >> i)); } catch (int e) { MIX(e); } return h; }\n",
    /* A pointer to the object is thrown. */
    "NOINLINE static u64 toss$I(u64 x) { u64 *p = new u64[2]{x, x / 3}; if (x & 1) throw p; u64 v "
    "= p[1]; delete[] p; return v; }\n"
    "static u64 f$I(u64 x0, int d) { u64 h = (u64)d; for (int i = 0; i < 4; i++) try { "
    "MIX(toss$I(x0 >> i)); } catch (u64 *p) { MIX(p[0] + p[1]); delete[] p; } return h; }\n",
    /* A closure object on the heap. */
    "static u64 f$I(u64 x0, int d) { u64 h = (u64)d; u64 *p = new u64(x0); auto add = [p, &h](u64 "
    "v) { *p += v; MIX(*p); }; auto *c = new decltype(add)(add); for (u64 i = 0; i < 3; i++) "
    "(*c)(i); delete c; MIX(*p); delete p; return h; }\n",
};

static const char *const quality[] = {"NOINLINE", ""};

static void expand(const char *t, int id) {
  int number[10];
  for (int i = 1; i < 10; i++)
    number[i] = between(1, i);
  const char *q = quality[rnd(2)];
  for (; *t; t++) {
    if (*t != '$') {
      char one[2] = {*t, 0};
      text(one);
      continue;
    }
    char buf[16];
    t++;
    if (*t == 'Q') {
      text(q);
      continue;
    }
    sprintf(buf, "%d", *t == 'I' ? id : number[*t - '0']);
    text(buf);
  }
}

uint64_t emit_idiom(int id, bool cxx) {
  if (cxx && chance(60))
    expand(idioms_cxx[rnd(sizeof idioms_cxx / sizeof *idioms_cxx)], id);
  else
    expand(idioms_c[rnd(sizeof idioms_c / sizeof *idioms_c)], id);
  return 300;
}
