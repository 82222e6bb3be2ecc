/* Whole functions from templates: the shapes that random statements do not reach.
 * In a template, $I is the function's number, $1 to $9 are random numbers of 1 to that many, and $Q
 * is `NOINLINE` or nothing. */
#include "gen.h"

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
    /* A reader that keeps the line before: parts of a text, cut at run time. */
    "static u64 f$I(u64 x0, int d) {\n"
    "  u64 h = (u64)d; char text[80], *prev = NULL; for (int i = 0; i < 79; i++) text[i] = "
    "(char)('a' "
    "+ (x0 >> (i % 60)) % 3); text[79] = 0;\n"
    "  for (size_t at = 0; at < 70; at += x0 % 7 + $3) {\n"
    "    char *cur = strndup(text + at, (size_t)(x0 >> (at & 31)) % 12 + ($2 - 1) * 300);\n"
    "    if (prev) { MIX(strcmp(prev, cur) == 0); MIX(prev == cur); if ((x0 >> at % 50) % $4 != 1) "
    "free(prev); }\n"
    "    MIX(strlen(cur)); prev = cur;\n"
    "  }\n"
    "  free(prev); return h;\n}\n",
    /* The same with a fresh buffer of run-time size, that some turns give up at once. */
    "static u64 f$I(u64 x0, int d) {\n"
    "  u64 h = (u64)d; u8 *prev = NULL; size_t had = 0;\n"
    "  for (u64 i = 0; i < x0 % 9 + 2; i++) {\n"
    "    size_t n = (size_t)(x0 >> i) % ($2 * 180) + 1; u8 *cur = (u8 *)calloc(n, 1);\n"
    "    MIX(cur[n / 2]); memset(cur, (int)i, n); if ((x0 >> i) % 5 == $5 - 1) { free(cur); "
    "continue; }\n"
    "    if (prev) { MIX(prev[had - 1]); free(prev); }\n"
    "    prev = cur; had = n;\n"
    "  }\n"
    "  if (prev) MIX(prev[0]); free(prev); return h;\n}\n",
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
    /* musttail with an object that lives on. */
    "NOINLINE static u64 end$I(u64 *p, u64 x) { volatile u64 room[8]; for (int i = 0; i < 8; i++) "
    "room[i] = x; return p[0] * 3 + room[$7] + p[$4]; }\n"
    "NOINLINE static u64 mid$I(u64 *up, u64 x) { u64 *p = (u64 *)calloc(5, 8); p[0] = x + *up; "
    "__attribute__((musttail)) return end$I(p, x / 3); }\n"
    "static u64 f$I(u64 x0, int d) { u64 *p = (u64 *)malloc(8); *p = x0; u64 v = mid$I(p, (u64)d); "
    "free(p); return v; }\n",
    /* A thread works on the object while its maker waits. */
    "static void *work$I(void *a) { u64 *p = (u64 *)a; p[0] += $9; return p + 1; }\n"
    "static u64 f$I(u64 x0, int d) { u64 h = (u64)d; pthread_t t; void *r; u64 *p = (u64 "
    "*)malloc(16); p[0] = x0; p[1] = 5; if (pthread_create(&t, NULL, work$I, p)) abort(); "
    "pthread_join(t, &r); MIX(p[0] + *(u64 *)r); MIX(r == p + 1); free(p); return h; }\n",
    /* A thread gets the object and outlives the activation that made it. */
    "static void *last$I(void *a) { u64 *p = (u64 *)a; u64 v = p[0] * 5 + p[1]; if (v & 1) "
    "free(p); "
    "return (void *)(uintptr_t)v; }\n"
    "NOINLINE static pthread_t start$I(u64 x) { u64 *p = (u64 *)calloc(2, 8); p[0] = x; p[1] = $7; "
    "pthread_t t; if (pthread_create(&t, NULL, last$I, p)) abort(); return t; }\n"
    "static u64 f$I(u64 x0, int d) { u64 room[40]; pthread_t t = start$I(x0); fill_u64_n(room, 40, "
    "x0); void *r; pthread_join(t, &r); return (u64)(uintptr_t)r + room[3] + (u64)d; }\n",
    /* Two objects behind a struct that a thread reads; one of them stays behind. */
    "struct job$I { u64 *in, *out; };\n"
    "static void *run$I(void *a) { struct job$I *j = (struct job$I *)a; *j->out = *j->in * 3; "
    "j->in = NULL; return NULL; }\n"
    "static u64 f$I(u64 x0, int d) { u64 h = (u64)d; u64 *out = (u64 *)malloc(8); for (int i = 0; "
    "i "
    "< 2; i++) { struct job$I *j = (struct job$I *)malloc(sizeof *j); u64 *in = j->in = (u64 "
    "*)malloc(8); *in = x0 + (u64)i; j->out = out; pthread_t t; if (pthread_create(&t, NULL, "
    "run$I, "
    "j)) abort(); pthread_join(t, NULL); MIX(*out + (j->in == NULL)); free(in); free(j); } "
    "free(out); return h; }\n",
    /* The address leaves the function in disguise. */
    "NOINLINE static u64 mask$I(u64 x) { u64 *p = (u64 *)malloc(16); p[0] = x; p[1] = $9; return "
    "(u64)(uintptr_t)p ^ 0x5a5a5a5au; }\n"
    "static u64 f$I(u64 x0, int d) { u64 *q = (u64 *)(uintptr_t)(mask$I(x0) ^ 0x5a5a5a5au), "
    "room[20]; fill_u64_n(room, 20, x0); u64 v = q[0] + q[1] + room[2]; free(q); return v + "
    "(u64)d; "
    "}\n",
    /* A callee keeps the object for longer than its maker lives. */
    "static u64 *kept$I;\n"
    "NOINLINE static void keep$I(u64 *p) { kept$I = p; }\n"
    "NOINLINE static void put$I(u64 x) { u64 *p = (u64 *)malloc(16); p[0] = x; p[1] = $9; "
    "keep$I(p); "
    "}\n"
    "static u64 f$I(u64 x0, int d) { put$I(x0); u64 room[20]; fill_u64_n(room, 20, x0); u64 v = "
    "kept$I[0] + kept$I[1] + room[2]; free(kept$I); kept$I = NULL; return v + (u64)d; }\n",
    /* Library functions return pointers into the object, or store them. */
    "NOINLINE static char *find$I(u64 x) { char *s = (char *)malloc(24); snprintf(s, 24, "
    "\"ab%u.%u\", (unsigned)x % 1000, (unsigned)(x >> 40) % 77); return strchr(s, '.'); }\n"
    "NOINLINE static long read$I(u64 x, char **end) { char *s = (char *)malloc(24); snprintf(s, "
    "24, "
    "\"%uxyz\", (unsigned)x % 1000 + 100); return strtol(s, end, 10); }\n"
    "static u64 f$I(u64 x0, int d) { char *e, *t = find$I(x0); long n = read$I(x0, &e); u64 "
    "room[20]; fill_u64_n(room, 20, x0); u64 v = strlen(t) * 7 + (u64)n + strlen(e) + room[2]; "
    "return v + (u64)d; }\n",
    /* A callee makes a list in a loop; another one frees it. */
    "$Q static node *chain$I(u64 x, int n) { node *head = NULL; for (int i = 0; i < n; i++) { node "
    "*t "
    "= (node *)malloc(sizeof *t); t->v = x + (u64)i; t->next = head; head = t; } return head; }\n"
    "$Q static u64 drop$I(node *t) { u64 s = 0; while (t) { node *n = t->next; s = s * 3 + t->v; "
    "free(t); t = n; } return s; }\n"
    "static u64 f$I(u64 x0, int d) { node *c = chain$I(x0, $4 + d); return drop$I(c); }\n",
    /* The best of several objects that a callee makes. */
    "NOINLINE static u64 *best$I(u64 x) { u64 *b = (u64 *)malloc(8); *b = 0; for (int i = 0; i < "
    "5; "
    "i++) { u64 *p = (u64 *)malloc(8); *p = x >> (i * 3) & 63; if (*p > *b) { free(b); b = p; } "
    "else "
    "free(p); } return b; }\n"
    "static u64 f$I(u64 x0, int d) { u64 *a = best$I(x0), *b = best$I(x0 >> 15); u64 v = *a * 64 + "
    "*b; "
    "free(a); free(b); return v + (u64)d; }\n",
    /* A callee makes one object per activation and hands all of them up. */
    "NOINLINE static node *grow$I(u64 x, int n) { node *t = (node *)malloc(sizeof *t); t->v = x; "
    "t->next = n ? grow$I(x * 3 + 1, n - 1) : NULL; return t; }\n"
    "NOINLINE static u64 chop$I(node *t) { if (!t) return 1; u64 s = t->v + 3 * chop$I(t->next); "
    "free(t); return s; }\n"
    "static u64 f$I(u64 x0, int d) { node *t = grow$I(x0, $4 + d); return chop$I(t); }\n",
    /* A callee frees one of two, of which one may be on the stack. */
    "$Q static void one$I(u64 *a, u64 *b, u64 x) { free(x & 1 ? a : b); }\n"
    "static u64 f$I(u64 x0, int d) { u64 h = (u64)d; for (int i = 0; i < 4; i++) { u64 *a = (u64 "
    "*)malloc(8), *b = make_u64_w(2, x0); *a = x0; publish_u64(b); MIX(*a + *b); one$I(a, b, x0 >> "
    "i); if (x0 >> i & 1) { MIX(*b); free(b); } else { MIX(*a); free(a); } } publish_u64(NULL); "
    "return h; }\n",
    /* A callee frees what a struct holds, which may be made here or elsewhere. */
    "struct hold$I { u64 *p; };\n"
    "NOINLINE static void clear$I(struct hold$I *s) { free(s->p); s->p = NULL; }\n"
    "static u64 f$I(u64 x0, int d) { u64 h = (u64)d; for (int i = 0; i < 4; i++) { struct hold$I "
    "s; if "
    "(x0 >> i & 1) { s.p = (u64 *)malloc(8); *s.p = x0; } else s.p = make_u64_w(1, x0); MIX(*s.p); "
    "clear$I(&s); MIX(s.p == NULL); } return h; }\n",
    /* Inline assembly hands the pointer on, and it leaves the function. */
    "NOINLINE static u64 *veil$I(u64 x) { u64 *p = (u64 *)malloc(16); p[0] = x; p[1] = $9; return "
    "(u64 *)launder(p); }\n"
    "static u64 f$I(u64 x0, int d) { u64 *q = veil$I(x0), room[20]; fill_u64_n(room, 20, x0); u64 "
    "v "
    "= q[0] + q[1] + room[2]; free(q); return v + (u64)d; }\n",
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
    /* A struct of one pointer is copied as an integer. */
    "struct one$I { u64 *p; };\n"
    "$Q static void copy$I(struct one$I *to, const struct one$I *from) { memcpy(to, from, sizeof "
    "*to); }\n"
    "static u64 f$I(u64 x0, int d) { u64 h = (u64)d; struct one$I a, b, c; a.p = (u64 *)malloc(8); "
    "*a.p = x0; for (int i = 0; i < $5; i++) { copy$I(&b, &a); copy$I(&c, &b); *c.p += 3; a.p = "
    "(u64 *)malloc(8); *a.p = *b.p / 2; MIX(*c.p); free(c.p); } MIX(*a.p); free(a.p); return h; "
    "}\n",
    /* A queue of pointers, moved with memmove. */
    "static u64 f$I(u64 x0, int d) {\n"
    "  u64 h = (u64)d; u64 *q[6]; int n = 0;\n"
    "  for (int i = 0; i < 14; i++) { if (n < 6 && (n == 0 || (x0 >> i & 1))) { q[n] = (u64 "
    "*)malloc(8); *q[n] = x0 + (u64)i; n++; } else { MIX(*q[0]); free(q[0]); memmove(q, q + 1, "
    "(size_t)--n * sizeof *q); } }\n"
    "  while (n) { MIX(*q[--n]); free(q[n]); } return h;\n}\n",
    /* A pointer is copied byte by byte. */
    "static u64 f$I(u64 x0, int d) { u64 h = (u64)d; u64 *p, *q; for (u64 k = 0; k < x0 % 4 + 1; "
    "k++) { p = (u64 *)malloc(8); *p = x0 + k; for (size_t i = 0; i < sizeof p; i++) ((u8 *)&q)[i] "
    "= ((u8 *)&p)[i]; *q ^= 5; MIX(*p); free(q); } return h; }\n",
    /* Exchange: the old pointer comes back. */
    "$Q static u64 *exchange$I(u64 **slot, u64 *p) { u64 *old = *slot; *slot = p; return old; }\n"
    "static u64 f$I(u64 x0, int d) { u64 h = (u64)d; u64 *slot = NULL; for (u64 i = 0; i < x0 % 5 "
    "+ 2; i++) { u64 *p = (u64 *)malloc(8); *p = x0 * i; u64 *old = exchange$I(&slot, p); if (old) "
    "{ MIX(*old); free(old); } } MIX(*slot); free(slot); return h; }\n",
    /* The same with an atomic exchange and a compare-and-swap on a local. */
    "static u64 f$I(u64 x0, int d) { u64 h = (u64)d; u64 *slot = NULL; for (u64 i = 0; i < x0 % 5 "
    "+ 2; i++) { u64 *p = (u64 *)malloc(8), *want = NULL; *p = x0 * i; if (!(i & 1) && "
    "__atomic_compare_exchange_n(&slot, &want, p, 0, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST)) "
    "continue; u64 *old = __atomic_exchange_n(&slot, p, __ATOMIC_SEQ_CST); if (old) { MIX(*old); "
    "free(old); } } MIX(*slot); free(slot); return h; }\n",
    /* A callee links objects through what it is given. */
    "$Q static void link$I(node *a, node *b) { a->next->next = b; }\n"
    "static u64 f$I(u64 x0, int d) { u64 h = (u64)d; node a, b; a.next = &b; b.next = NULL; for "
    "(u64 i = 0; i < x0 % 4 + 1; i++) { node *c = (node *)malloc(sizeof *c); c->v = x0 + i; "
    "c->next = NULL; if (b.next) { MIX(b.next->v); free(b.next); } link$I(&a, c); } "
    "MIX(b.next->v); free(b.next); return h; }\n",
    /* Getters and setters of pointer fields. */
    "$Q static u64 *get$I(struct box *b, int w) { return w ? b->b : b->a; }\n"
    "$Q static void set$I(struct box *b, int w, u64 *p) { *(w ? &b->b : &b->a) = p; }\n"
    "static u64 f$I(u64 x0, int d) { u64 h = (u64)d; struct box b; b.a = b.b = NULL; for (int i = "
    "0; i < 6; i++) { int w = (int)(x0 >> i & 1); u64 *old = get$I(&b, w), *p = (u64 *)malloc(8); "
    "*p = x0 + (u64)i; if (old) { MIX(*old); free(old); } set$I(&b, w, p); if (get$I(&b, !w)) "
    "MIX(*get$I(&b, !w)); } free(b.a); free(b.b); return h; }\n",
    /* Two pointers in a struct go by value through a loop. */
    "struct two$I { u64 *a, *b; };\n"
    "$Q static struct two$I turn$I(struct two$I t, u64 x) { struct two$I r; if (x & 1) { r.a = "
    "t.b; r.b = t.a; } else r = t; return r; }\n"
    "static u64 f$I(u64 x0, int d) { u64 h = (u64)d; struct two$I t; t.a = (u64 *)malloc(8); t.b = "
    "(u64 *)malloc(8); *t.a = x0; *t.b = 3; for (int i = 0; i < 5; i++) { t = turn$I(t, x0 >> i); "
    "MIX(*t.a); if (x0 >> i & 2) { free(t.a); t.a = (u64 *)malloc(8); *t.a = (u64)i; } } "
    "MIX(*t.b); free(t.a); free(t.b); return h; }\n",
    /* strtol and strtok_r leave a pointer into the string behind. */
    "static u64 f$I(u64 x0, int d) { u64 h = (u64)d; char *end = NULL, *save = NULL, *s = NULL; "
    "for (int i = 0; i < 3; i++) { if (s) { MIX((u8)*end); free(s); } s = (char *)malloc(40); "
    "snprintf(s, 40, \"%u,%d,%u;\", (unsigned)x0 % 1000, i, (unsigned)(x0 >> 40) % 50); "
    "MIX(strtol(s, &end, 10)); MIX(end - s); } MIX((u8)*end); char *t = strtok_r(s, \",\", &save); "
    "MIX(strlen(t)); t = strtok_r(NULL, \",;\", &save); MIX((u8)*t); t = strtok_r(NULL, \",;\", "
    "&save); MIX(strlen(t)); free(s); return h; }\n",
    /* strsep walks a pointer variable. */
    "static u64 f$I(u64 x0, int d) { u64 h = (u64)d; char *s = strdup(\"ab,cde,f,\"), *p = s, *w; "
    "if (x0 & 1) s[1] = ','; while ((w = strsep(&p, \",\"))) MIX(strlen(w)); free(s); return h; "
    "}\n",
    /* strchr, memchr and strstr point into the object. */
    "static u64 f$I(u64 x0, int d) { u64 h = (u64)d; char *hit = NULL, *last = NULL; for (int i = "
    "0; i < 4; i++) { char *s = strdup(i & 1 ? \"key=value\" : \"longer.key=1\"); s[0] = "
    "(char)('a' + (x0 >> i) % 5); hit = i & 2 ? strchr(s, '=') : strstr(s, \"key\"); if (!hit) { "
    "free(s); continue; } MIX((u8)hit[1]); if (last) { MIX((u8)last[0]); free(last); } last = s; } "
    "MIX((u8)last[0]); free(last); return h; }\n",
    /* strndup cuts. */
    "static u64 f$I(u64 x0, int d) { u64 h = (u64)d; char b[20]; memset(b, 'x', 19); b[19] = 0; "
    "b[x0 % 19] = 0; char *s = strdup(b), *t = strndup(b, $9), *u = strndup(\"abcdefghijk\", $5); "
    "MIX(strlen(s)); MIX(strlen(t)); MIX(strlen(u)); free(s); s = t; MIX((u8)s[0]); free(s); "
    "MIX((u8)u[0]); free(u); return h; }\n",
    /* bsearch returns a pointer into the object, qsort's callback gets some. */
    "static u64 f$I(u64 x0, int d) { u64 h = (u64)d; u32 *hit = NULL, *keep = NULL; for (int i = "
    "0; i < 3; i++) { u32 *t = (u32 *)malloc(8 * sizeof *t); for (int k = 0; k < 8; k++) t[k] = "
    "(u32)(x0 >> (k * 3)) & 7; qsort(t, 8, sizeof *t, cmp_u32); u32 key = (u32)i; hit = (u32 "
    "*)bsearch(&key, t, 8, sizeof *t, cmp_u32); MIX(hit ? *hit : 9u); if (keep) { MIX(*keep); "
    "free(keep); } keep = t; } MIX(keep[7]); free(keep); return h; }\n",
    /* A callee remembers the pointer until the next call. */
    "NOINLINE static u64 last_of$I(u64 *p) { static u64 *last; u64 v = last ? *last : 2; last = p; "
    "return v; }\n"
    "static u64 f$I(u64 x0, int d) { u64 h = (u64)d; u64 *p = (u64 *)malloc(8); *p = x0; "
    "MIX(last_of$I(p)); u64 *q = (u64 *)malloc(8); *q = 4; MIX(last_of$I(q)); free(p); "
    "MIX(last_of$I(NULL)); free(q); return h; }\n",
    /* An object made before the loop is replaced in the loop and read after it. */
    "static u64 f$I(u64 x0, int d) { u64 h = (u64)d; u64 *keep[2] = {NULL, NULL}; for (int i = 0; "
    "i < 7; i++) { u64 *p = (u64 *)calloc(2, 8); MIX(p[1]); p[1] = x0 + (u64)i; int w = (int)(x0 "
    ">> i & 1); u64 *old = keep[w]; keep[w] = p; if (old) { MIX(old[1]); free(old); } } for (int w "
    "= 0; w < 2; w++) if (keep[w]) { MIX(keep[w][1]); free(keep[w]); } return h; }\n",
    /* Nested objects made anew in every iteration, the inner one saved from its holder. */
    "static u64 f$I(u64 x0, int d) { u64 h = (u64)d; u64 *saved = NULL; for (int i = 0; i < 6; "
    "i++) { node *n = (node *)malloc(sizeof *n); n->a = (u64 *)malloc(8); *n->a = x0 + (u64)i; "
    "n->b = saved; if (n->b) MIX(*n->b); if (x0 >> i & 1) { free(saved); saved = n->a; } else "
    "free(n->a); free(n); } if (saved) MIX(*saved); free(saved); return h; }\n",
    /* Holders are carried, and what they hold with them. */
    "static u64 f$I(u64 x0, int d) { u64 h = (u64)d; node *prev = NULL; for (u64 i = 0; i < x0 % 5 "
    "+ 2; i++) { node *n = (node *)malloc(sizeof *n); n->a = (u64 *)malloc(8); *n->a = i * x0; if "
    "(prev) { MIX(*prev->a); free(prev->a); free(prev); } prev = n; } MIX(*prev->a); "
    "free(prev->a); free(prev); return h; }\n",
    /* An array of pointers filled in one loop and read in the next, several times. */
    "static u64 f$I(u64 x0, int d) { u64 h = (u64)d; u64 *t[3]; for (int r = 0; r < 3; r++) { for "
    "(int i = 0; i < 3; i++) { t[i] = (u64 *)malloc(8); *t[i] = x0 + (u64)(r * i); } for (int i = "
    "2; i >= 0; i--) { MIX(*t[i]); free(t[i]); } } return h; }\n",
    /* A one-slot cache in a local, looked at through a pointer to the pointer. */
    "static u64 f$I(u64 x0, int d) { u64 h = (u64)d; u64 *a = NULL, *b = NULL, **w = &a; for (int "
    "i = 0; i < 8; i++) { if (*w) { MIX(**w); free(*w); *w = NULL; } w = x0 >> i & 1 ? &a : &b; if "
    "(!*w) { *w = (u64 *)malloc(8); **w = x0 + (u64)i; } if (a) MIX(*a); if (b) MIX(*b); } "
    "free(a); free(b); return h; }\n",
    /* Mutual recursion that hands its object down and gets another one up. */
    "static u64 *ping$I(u64 *p, int n);\n"
    "static u64 *pong$I(u64 *p, int n) { u64 *q = (u64 *)malloc(8); *q = *p + 1; if (n & 1) { u64 "
    "*r = ping$I(q, n - 1); if (r != q) free(q); return r; } return q; }\n"
    "static u64 *ping$I(u64 *p, int n) { if (n <= 0) { u64 *q = (u64 *)malloc(8); *q = *p * 3; "
    "return q; } u64 *t = (u64 *)malloc(8); *t = *p ^ (u64)n; u64 *r = pong$I(t, n - 1); free(t); "
    "return r; }\n"
    "static u64 f$I(u64 x0, int d) { u64 *p = ping$I(&x0, (int)(x0 % 9) + d); u64 v = *p; free(p); "
    "return v; }\n",
    /* Ownership through an array of function pointers. */
    "static u64 eat$I(u64 *p) { u64 v = *p; free(p); return v; }\n"
    "static u64 look$I(u64 *p) { return *p + 1; }\n"
    "static u64 (*const fn$I[2])(u64 *) = {eat$I, look$I};\n"
    "static u64 f$I(u64 x0, int d) { u64 h = (u64)d; for (int i = 0; i < 5; i++) { u64 *p = (u64 "
    "*)malloc(8); *p = x0; int w = (int)(x0 >> i & 1); MIX(fn$I[w](p)); if (w) free(p); } return "
    "h; }\n",
    /* Large and small run-time sizes on both sides of a guard. */
    "static u64 f$I(u64 x0, int d) { u64 h = (u64)d; for (int i = 0; i < 6; i++) { size_t n = "
    "(size_t)(x0 >> i) % 600 + 1; u8 *p = (u8 *)calloc(n, 1), *q = (u8 *)malloc(n * 2); MIX(p[n - "
    "1] + p[0]); memset(q, 3, n * 2); p[n / 2] = q[n]; u8 *r = n & 1 ? p : q; MIX(sum_u8_n(r, "
    "(int)n)); MIX(p == r); if (n & 2) { free(p); MIX(q[0]); free(q); } else { free(r); r = r == p "
    "? q : p; MIX(r[0]); free(r); } } return h; }\n",
    /* realloc of a run-time size, the old object dead in every iteration. */
    "static u64 f$I(u64 x0, int d) { u64 h = (u64)d; for (int i = 0; i < 4; i++) { size_t n = "
    "(size_t)(x0 >> i) % 300 + 2; u8 *p = (u8 *)malloc(n); memset(p, i, n); p[n - 1] = 9; u8 *q = "
    "(u8 *)realloc(p, n * 2); if (!q) { free(p); return 1; } MIX(q[n - 1] + q[0]); q = (u8 "
    "*)realloc(q, 1); MIX(q[0]); free(q); } return h; }\n",
    /* realloc of an object that is small and checked on some paths, another one on others. */
    "static u64 f$I(u64 x0, int d) { u64 h = (u64)d; for (int i = 0; i < 4; i++) { u64 *p = (u64 "
    "*)launder(malloc(8)); if (!p) return 0; p[0] = x0; if (x0 >> i & 1) { free(p); p = (u64 "
    "*)malloc(16); if (!p) return 0; p[0] = 2; p[1] = 3; } size_t n = (size_t)(x0 >> i) % 90 + 1; "
    "u64 *q = (u64 *)realloc(p, n * 8); if (!q) { free(p); return 0; } MIX(q[0]); q[n - 1] = 7; "
    "MIX(sum_u64_n(q + n - 1, 1)); q = (u64 *)realloc(q, (n + 40) * 8); if (!q) return 0; MIX(q[n "
    "- 1]); free(q); } return h; }\n",
    /* Two types take turns in one site. */
    "static u64 f$I(u64 x0, int d) { u64 h = (u64)d; for (int i = 0; i < 8; i++) { void *m = "
    "malloc(8); if (x0 >> i & 1) { float *f = (float *)m; f[0] = (float)(i + (int)(x0 % 7)); f[1] "
    "= 2; MIX((u64)(f[0] * f[1])); } else { u64 *q = (u64 *)m; *q = x0 + (u64)i; MIX(*q); } "
    "free(m); } return h; }\n",
};

uint64_t emit_idiom(int id, bool cxx) {
  if (cxx && chance(60))
    expand_template(choose_cxx_idiom(), id);
  else
    expand_template(idioms_c[rnd(sizeof idioms_c / sizeof *idioms_c)], id);
  return 300;
}
