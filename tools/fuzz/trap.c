/* Whole functions from templates, each aimed at one rule of soundness (include/rules.def) that
 * neither random statements nor the idioms reach: left out, this function shows it.
 * $I and $1 to $9 are those of idiom.c; a number is drawn once per function. */
#include "gen.h"

static const char *const traps[] = {
    /* setjmp: longjmp must not set back what says which slots are in use. The objects are known to
     * a callee through memory that it writes, too, so that LLVM itself does not take them for
     * locals. */
    "static jmp_buf jt$I; static u64 seen$I;\n"
    "NOINLINE static void look$I(node **w, int n) { node *v = w[n & 1]; w[~n & 1] = v; seen$I = "
    "seen$I * 31 + *v->a * 3 + (v->b ? *v->b : 1); if (n % ($3 + 1) && n < 9) longjmp(jt$I, n); "
    "}\n"
    "static u64 f$I(u64 x0, int d) { volatile int n = 0; node b, *w[2] = {&b, &b}; b.a = b.b = "
    "NULL; seen$I = x0; do { setjmp(jt$I); n++; u64 *q = (u64 *)malloc(8 * $5), *old = b.b; *q = "
    "x0 + (u64)n; b.b = b.a; b.a = q; if (old) { seen$I += *old; free(old); } look$I(w, n); } "
    "while (n < 9); free(b.a); free(b.b); return seen$I + (u64)d; }\n",
    /* The same, the objects in an array. */
    "static jmp_buf jt$I; static u64 seen$I;\n"
    "NOINLINE static void look$I(u64 ***w, int n) { u64 **t = w[n & 1]; w[~n & 1] = t; for (int i "
    "= 0; i < 2; i++) seen$I = seen$I * 7 + (t[i] ? *t[i] : 5); if (n & $3 && n < 8) "
    "longjmp(jt$I, 1); }\n"
    "static u64 f$I(u64 x0, int d) { volatile int n = 0; u64 *t[2] = {NULL, NULL}, **w[2] = {t, "
    "t}; seen$I = x0; for (;;) { if (setjmp(jt$I)) seen$I++; n++; if (n > 9) break; free(t[1]); "
    "t[1] = t[0]; t[0] = (u64 *)calloc(2, 8); seen$I += t[0][1]; t[0][0] = x0 * (u64)n; t[0][1] = "
    "9; look$I(w, n); } free(t[0]); free(t[1]); return seen$I + (u64)d; }\n",
    /* overflow: a product that wraps around to something small is no small object. */
    "static u64 f$I(u64 x0, int d) { u64 h = (u64)d; for (int i = 0; i < 4; i++) { size_t n = (x0 "
    ">> i & 1 ? (size_t)1 << 61 : 0) + (x0 >> i) % $5 + 1; u64 *p = (u64 *)calloc(n, sizeof *p); "
    "if (!p) { MIX(1); continue; } p[0] += x0; MIX(sum_u64_n(p, (int)n)); free(p); } return h; }\n",
    "NOINLINE static u64 filled$I(size_t n, size_t m, u64 x) { u32 *p = (u32 *)calloc(n, m); if "
    "(!p) return 3; p[0] += (u32)x; u64 s = sum_u32_n(p, 1); free(p); return s; }\n"
    "static u64 f$I(u64 x0, int d) { u64 h = (u64)d; for (int i = 0; i < 3; i++) { size_t n = (x0 "
    ">> i) % $7 + 4, m = x0 >> (i + 3) & 1 ? ~(size_t)0 / n + 2 : $4; MIX(filled$I(n, m, x0)); } "
    "return h; }\n",
    /* identity: an object is found again through a number. */
    "NOINLINE static u64 hide$I(u64 x) { u64 *p = (u64 *)malloc(8 * $4 + 8); p[0] = x; p[1] = x / "
    "3; return (u64)(uintptr_t)p ^ 0x5a5a5a5au; }\n"
    "static u64 f$I(u64 x0, int d) { u64 h = (u64)d; u64 a = hide$I(x0), b = hide$I(x0 + $9); u64 "
    "*p = (u64 *)(uintptr_t)(a ^ 0x5a5a5a5au), *q = (u64 *)(uintptr_t)(b ^ 0x5a5a5a5au); MIX(p[0] "
    "+ p[1]); MIX(q[0] - q[1]); free(p); free(q); return h; }\n",
    "static u64 word$I;\n"
    "NOINLINE static u64 turn$I(u64 x) { u64 *p = (u64 *)malloc(8), *old = (u64 "
    "*)(uintptr_t)(word$I * 0x6db6db6db6db6db7u), v = $9; *p = x; if (old) { v = *old; free(old); "
    "} "
    "word$I = (u64)(uintptr_t)p * 7; return v; }\n"
    "static u64 f$I(u64 x0, int d) { u64 h = (u64)d; for (int i = 0; i < 3; i++) "
    "MIX(turn$I(x0 >> i)); free((void *)(uintptr_t)(word$I * 0x6db6db6db6db6db7u)); word$I = 0; "
    "return h; }\n",
    "NOINLINE static u64 gap$I(u64 **t, int i, int k) { return (u64)((uintptr_t)t[i] - "
    "(uintptr_t)t[k]); }\n"
    "NOINLINE static u64 *seek$I(u64 x) { volatile int one = 1; int i = one; u64 *t[2]; t[0] = "
    "(u64 "
    "*)malloc(16); t[1] = (u64 *)malloc(8 * $3); *t[0] = x; *t[1] = x * 3; u64 *r = (u64 "
    "*)((uintptr_t)t[0] + gap$I(t, i, !i)); u64 v = *t[0]; free(t[0]); *r += v; return r; }\n"
    "static u64 f$I(u64 x0, int d) { u64 h = (u64)d; u64 *p = seek$I(x0), room[20]; "
    "fill_u64_n(room, 20, x0); MIX(*p + room[2]); free(p); return h; }\n",
    "NOINLINE static u64 span$I(const u64 *a, const u64 *b) { return a < b ? (u64)(b - a) : "
    "(u64)(a "
    "- b) + 3; }\n"
    "static u64 f$I(u64 x0, int d) { u64 h = (u64)d; for (int i = 0; i < 3; i++) { size_t n = (x0 "
    ">> i) % $9 + 2; u64 *p = (u64 *)calloc(n, 8); p[n - 1] = x0; MIX(span$I(p, p + n)); "
    "MIX(span$I(p "
    "+ n / 2, p)); MIX(p[span$I(p, p + n) - 1]); free(p); } return h; }\n",
    /* leave-loop: the last of several objects leaves while the one before still lives. */
    "NOINLINE static u64 *last$I(u64 x) { u64 *p = NULL; int k = (int)(x % 4) + 2; for (int i = 0; "
    "i < k; i++) { u64 *q = (u64 *)malloc(16); q[0] = x + (u64)i; q[1] = p ? p[0] * 3 : 1; "
    "free(p); p = q; } return p; }\n"
    "static u64 f$I(u64 x0, int d) { u64 h = (u64)d; u64 *p = last$I(x0); MIX(p[0]); MIX(p[1]); "
    "free(p); return h; }\n",
    /* leave-loop, too: what comes back may be an inner call's object. */
    "NOINLINE static u64 *best$I(u64 x, int n) { u64 *p = (u64 *)malloc(8 * $3); *p = x; if (!n) "
    "return p; u64 *q = best$I(x * 7, n - 1); *q += *p; free(p); return q; }\n"
    "static u64 f$I(u64 x0, int d) { u64 h = (u64)d; u64 *t = best$I(x0, 1 + (int)(x0 % 3)); "
    "MIX(*t); free(t); return h; }\n",
    /* copy-free-choice: the callee frees its argument or something else. */
    "NOINLINE static u64 either$I(u64 *p, u64 x) { u64 *q = x & 1 ? p : (u64 "
    "*)launder(malloc(24)); if (!(x & 1)) *q = 5; u64 v = *q; free(q); return v; }\n"
    "static u64 f$I(u64 x0, int d) { u64 h = (u64)d; for (int i = 0; i < 4; i++) { u64 *p = (u64 "
    "*)malloc(8 * $4); *p = x0 + (u64)i; u64 x = x0 >> i; MIX(either$I(p, x)); if (!(x & 1)) { "
    "MIX(*p); free(p); } } return h; }\n",
    /* begins-with-null: a buffer that grows, sometimes from the start again, and its contents go
       along. */
    "static u64 f$I(u64 x0, int d) { u64 h = (u64)d; u8 *p = NULL; size_t have = 0; for (u64 i = "
    "0; i < x0 % 9 + 3; i++) { size_t n = (size_t)((x0 >> (i * 3)) % 400) + 1; u8 *q = (u8 "
    "*)realloc(p, n); if (!q) { free(p); return 1; } MIX(sum_u8_n(q, (int)(have < n ? have : n))); "
    "memset(q, (int)i, n); p = q; have = n; if ((x0 >> i) % 5 == 0) { free(p); p = NULL; have = 0; "
    "} } if (p) MIX(p[0]); free(p); return h; }\n",
    /* begins-with-null: two of them take turns, so that one is in the slot and the other is not. */
    "static u64 f$I(u64 x0, int d) { u64 h = (u64)d; u64 *p = NULL, *q = NULL; size_t a = 0, b = "
    "0; for (u64 i = 0; i < 10; i++) { if (x0 >> i & 1) { p = (u64 *)realloc(p, ++a * 8); if (!p) "
    "abort(); p[a - 1] = i; } else { q = (u64 *)realloc(q, (b += 2) * 8); if (!q) abort(); q[b - "
    "1] = q[b - 2] = i * 3; } MIX(p == q); if ((x0 >> i & 7) == 5) { u64 *t = p; p = q; q = t; "
    "size_t s = a; a = b; b = s; } } MIX(sum_u64_n(p, (int)a)); MIX(sum_u64_n(q, (int)b)); "
    "free(q); free(p); return h; }\n",
    /* begins-with-null: the old object is NULL although there is a live one. */
    "static u64 f$I(u64 x0, int d) { u64 h = (u64)d; u64 *last = NULL; for (u64 i = 0; i < 8; i++) "
    "{ u64 *from = (x0 >> i) % 3 ? last : NULL; u64 *p = (u64 *)realloc(from, ((x0 >> i) % 40 + 2) "
    "* 8); if (!p) abort(); if (from) MIX(p[0]); p[0] = x0 + i; p[1] = i; if (!from && last) { "
    "MIX(last[0] + last[1]); MIX(last == p); free(last); } last = p; } MIX(last[0]); free(last); "
    "return h; }\n",
    /* begins-with-null: a builder behind a struct, its growth in a function. */
    "struct sb$I { char *s; size_t n, cap; };\n$Q static void put$I(struct sb$I *b, char c) { if "
    "(b->n == b->cap) { size_t w = b->cap ? b->cap * 2 : $8; char *t = (char *)realloc(b->s, w); "
    "if (!t) abort(); b->s = t; b->cap = w; } b->s[b->n++] = c; }\n"
    "static u64 f$I(u64 x0, int d) { u64 h = (u64)d; struct sb$I b, c; memset(&b, 0, sizeof b); "
    "memset(&c, 0, sizeof c); for (u64 i = 0; i < x0 % 90; i++) { put$I(&b, (char)(x0 >> (i % "
    "60))); if (i % 3 == 0) put$I(&c, (char)i); if ((x0 + i) % 31 == 7) { free(c.s); memset(&c, 0, "
    "sizeof c); } } for (size_t i = 0; i < b.n; i++) MIX((u8)b.s[i]); for (size_t i = 0; i < c.n; "
    "i++) MIX((u8)c.s[i]); free(b.s); free(c.s); return h; }\n",
    /* begins-with-null: old objects out of a table. */
    "static u64 f$I(u64 x0, int d) { u64 h = (u64)d; u64 **rows = NULL; size_t n = 0; for (u64 i = "
    "0; i < x0 % 12 + 1; i++) { u64 **t = (u64 **)realloc(rows, (n + 1) * sizeof *rows); if (!t) "
    "abort(); rows = t; u64 *r = n && (x0 >> i & 1) ? rows[n - 1] : NULL; u64 *o = (u64 "
    "*)realloc(r, 16 + (x0 >> i) % 300); if (!o) abort(); if (r) { MIX(o[0]); n--; } o[0] = i; "
    "o[1] = x0; rows[n++] = o; } for (size_t i = 0; i < n; i++) { MIX(*rows[i]); free(rows[i]); } "
    "free(rows); return h; }\n",
    /* begins-with-null: several sites in one loop, of known and unknown and impossible size. */
    "static u64 f$I(u64 x0, int d) { u64 h = (u64)d; u8 *p = NULL; size_t have = 0; for (u64 i = "
    "0; i < 9; i++) { switch ((x0 >> (2 * i)) & 3) { case 0: p = (u8 *)realloc(p, 16); if (!p) "
    "abort(); have = 16; p[15] = p[0] = (u8)i; break; case 1: { size_t n = (size_t)(x0 >> i) % 300 "
    "+ 1; u8 *q = (u8 *)realloc(p, n); if (!q) abort(); MIX(have ? q[0] : 3); p = q; have = n; "
    "p[0] = (u8)(i * 2); p[n - 1] = 4; break; } case 2: { volatile size_t big = (size_t)1 << 62; "
    "u8 *q = (u8 *)realloc(p, (x0 >> i & 1) ? big : 70); if (q) { p = q; have = 70; p[0] = p[69] = "
    "9; } else MIX(8); break; } default: if (x0 >> i & 1) { free(p); p = NULL; have = 0; } } if "
    "(have) MIX(p[0] + p[have - 1]); } free(p); return h; }\n",
    /* guard: sizes a little above the slot. */
    "static u64 f$I(u64 x0, int d) { u64 h = (u64)d; for (int i = 0; i < 4; i++) { size_t n = 200 "
    "+ (x0 >> i) % 250; u8 *p = (u8 *)calloc(n, 1), *q = (u8 *)malloc(n); fill_u8_n(q, (int)n, "
    "x0); MIX(sum_u8_n(p, (int)n)); p[n - 1] = q[0]; MIX(sum_u8_n(q, (int)n)); MIX(p[n - 1]); "
    "free(p); free(q); } return h; }\n",
    /* copy: memcpy takes the pointers along. */
    "static struct box kept$I;\n"
    "NOINLINE static u64 keep$I(u64 x) { struct box b; b.na = b.nb = 1; b.tag = x % 3; b.a = (u64 "
    "*)malloc(8); b.b = (u64 *)malloc(16); *b.a = x; *b.b = $9; u64 s = box_sum_n(&b); "
    "memcpy(&kept$I, &b, sizeof b); return s; }\n"
    "static u64 f$I(u64 x0, int d) { u64 h = (u64)d; MIX(keep$I(x0)); MIX(box_sum_n(&kept$I)); "
    "MIX(*kept$I.a); free(kept$I.a); free(kept$I.b); return h; }\n",
};

uint64_t emit_trap(int id) {
  expand_template(traps[rnd(sizeof traps / sizeof *traps)], id);
  return 300;
}
