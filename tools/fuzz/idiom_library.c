/* Whole functions from templates (idiom.c) that use the C library and POSIX: what is found in an
 * object and measured there, what is sent, what a function of the library keeps or gives up. Every
 * program has one, behind all others. */
#include "gen.h"

/* text$I: lower case letters, commas and points that depend on x. */
static const char make_text[] = "NOINLINE static void text$I(char *s, int n, u64 x) {\n"
                                "  for (int i = 0; i < n - 1; i++) { u64 v = (x >> (i * 7 % 50)) + "
                                "(u64)i * x; s[i] = v % 5 == 0 "
                                "? ',' : v % 11 == 0 ? '.' : (char)('a' + v % 6); }\n"
                                "  s[n - 1] = 0; }\n";

static const char *const idioms_library[] = {
    /* Distances of what is found, in sums. */
    "static u64 f$I(u64 x0, int d) {\n"
    "  u64 h = (u64)d; char room[64]; text$I(room, $9 + 40, x0); char *p = strdup(room), *q = p, "
    "*e; "
    "long n = 0, all = d;\n"
    "  while ((e = strchr(q, ','))) { n += e - q; all += (e - p) * $3; q = e + 1; }\n"
    "  MIX(n); MIX(all); e = strrchr(p, '.'); MIX(e ? e - p : -1L); MIX(e && e - p < 20);\n"
    "  e = (char *)memchr(p, 'c', strlen(p)); if (e) { MIX(p + strlen(p) - e); *e = 'z'; }\n"
    "  MIX(strcmp(p, room) > 0); free(p); return h; }\n",
    /* The same where it may be another object. */
    "static u64 f$I(u64 x0, int d) {\n"
    "  u64 h = (u64)d; char room[64]; text$I(room, 50, x0); char *p = strdup(room), *r = "
    "strdup(room "
    "+ $9), *e = strchr(x0 & 1 ? p : r, ',');\n"
    "  char *s = x0 & 1 ? p : r; uintptr_t far = (uintptr_t)r - (uintptr_t)p;\n"
    "  if (e) { MIX(e - s); *e = 'x'; } *(char *)((uintptr_t)p + far) = 'w';\n"
    "  MIX(p[0]); MIX(r[0]); MIX(strlen(p) * 64 + strlen(r)); free(p); free(r); return h; }\n",
    /* The address of nothing. */
    "NOINLINE static u64 far$I(char *e, char *p) { return (u64)((uintptr_t)e - (uintptr_t)p); }\n"
    "static u64 f$I(u64 x0, int d) {\n"
    "  u64 h = (u64)d; char *p = (char *)malloc(16); text$I(p, 16, x0); char *e = strchr(p, 'q');\n"
    "  u64 n = far$I(e, p); char *back = (char *)(uintptr_t)((uintptr_t)e - n); back[3] = 'y';\n"
    "  MIX(p[3]); MIX(e == NULL); free(p); return h; }\n",
    /* Fields of a text, by strtok_r, with a place that outlives one call. */
    "NOINLINE static int field$I(char **save, u64 *out) { char *t = strtok_r(NULL, \",.\", save); "
    "if "
    "(!t) return 0; *out = strlen(t) * 31 + (u8)t[0]; t[0] = 'k'; return 1; }\n"
    "static u64 f$I(u64 x0, int d) {\n"
    "  u64 h = (u64)d, v; char *p = (char *)malloc(48), *save; text$I(p, 48, x0);\n"
    "  char *t = strtok_r(p, \",.\", &save); if (t) { MIX(t - p); MIX(t[0]); }\n"
    "  while (field$I(&save, &v)) MIX(v);\n"
    "  for (int i = 0; i < 47; i++) MIX(p[i]); free(p); return h; }\n",
    /* strtol's end. */
    "static u64 f$I(u64 x0, int d) {\n"
    "  u64 h = (u64)d; char *p = (char *)malloc(32), *e = NULL; sprintf(p, \"%u,%d.%u\", "
    "(unsigned)(x0 "
    "& 0xffff), (int)(x0 % 100), (unsigned)$9);\n"
    "  long v = strtol(p, &e, 10); v += e - p; MIX(v); if (*e) { *e = 'x'; MIX(strtod(e + 1, &e)); "
    "} "
    "MIX(e - p);\n"
    "  MIX(p[(x0 & 7)]); free(p); return h; }\n",
    /* What is scanned, and what the text comes from. */
    "static u64 f$I(u64 x0, int d) {\n"
    "  u64 h = (u64)d; struct two { char word[24]; int n; } *p = (struct two *)calloc(1, sizeof "
    "*p); "
    "char *s = (char *)malloc(40);\n"
    "  sprintf(s, \"%d word%u\", (int)(x0 % 1000), (unsigned)(x0 >> 40)); MIX(sscanf(s, \"%d "
    "%20s\", "
    "&p->n, p->word)); free(s);\n"
    "  MIX(p->n); MIX(strlen(p->word)); free(p); return h; }\n",
    /* A message: what is in it is sent, and may be used after that. */
    "#include <sys/socket.h>\n#include <unistd.h>\n"
    "static u64 f$I(u64 x0, int d) {\n"
    "  u64 h = (u64)d; int s[2]; struct m { u64 *at; u64 v; } *p = (struct m *)malloc(sizeof *p), "
    "*q = "
    "(struct m *)malloc(sizeof *q);\n"
    "  p->at = (u64 *)malloc(16); p->at[0] = x0; p->at[1] = $9; p->v = x0 >> 3; if "
    "(socketpair(AF_UNIX, "
    "SOCK_STREAM, 0, s)) abort();\n"
    "  if (send(s[0], p, sizeof *p, 0) != (long)sizeof *p) abort(); free(p);\n"
    "  if (recv(s[1], q, sizeof *q, 0) != (long)sizeof *q) abort();\n"
    "  MIX(q->at[0]); MIX(q->v); q->at[1] += x0; MIX(q->at[1]); free(q->at); free(q); close(s[0]); "
    "close(s[1]); return h; }\n",
    /* The same through a pipe and a vector of parts. */
    "#include <sys/uio.h>\n#include <unistd.h>\n"
    "static u64 f$I(u64 x0, int d) {\n"
    "  u64 h = (u64)d; int s[2]; u64 *a = (u64 *)malloc(8), *b = (u64 *)malloc(16), *got = (u64 "
    "*)calloc(4, 8); *a = x0; b[0] = 5; b[1] = x0 ^ $9;\n"
    "  struct iovec *v = (struct iovec *)malloc(2 * sizeof *v); v[0].iov_base = a; v[0].iov_len = "
    "8; "
    "v[1].iov_base = b; v[1].iov_len = 16; if (pipe(s)) abort();\n"
    "  MIX(writev(s[1], v, 2)); v[0].iov_base = got + 1; v[0].iov_len = 24; MIX(readv(s[0], v, "
    "1));\n"
    "  for (int i = 0; i < 4; i++) MIX(got[i]); free(v); free(got); free(b); free(a); close(s[0]); "
    "close(s[1]); return h; }\n",
    /* Times, with a lock around them. */
    "#include <time.h>\n"
    "static u64 f$I(u64 x0, int d) {\n"
    "  u64 h = (u64)d; struct tm *tm = (struct tm *)malloc(sizeof *tm); time_t *t = (time_t "
    "*)malloc(sizeof *t); *t = (time_t)(x0 & 0x7fffffff); char *s = (char *)malloc(40);\n"
    "  pthread_mutex_t *m = (pthread_mutex_t *)malloc(sizeof *m); pthread_mutex_init(m, NULL); "
    "pthread_mutex_lock(m);\n"
    "  struct tm *same = gmtime_r(t, tm); MIX(same == tm); same->tm_sec = $9; size_t n = "
    "strftime(s, 40, "
    "\"%Y-%m-%d %H:%M:%S\", tm); MIX(n); for (size_t i = 0; i < n; i++) MIX(s[i]);\n"
    "  MIX(pthread_mutex_unlock(m)); pthread_mutex_destroy(m); free(m); free(s); free(t); "
    "free(tm); "
    "return h; }\n",
    /* A pattern; regfree gives up a table that the program made. */
    "#include <regex.h>\n"
    "static u64 f$I(u64 x0, int d) {\n"
    "  u64 h = (u64)d; regex_t *re = (regex_t *)calloc(1, sizeof *re); regmatch_t *m = (regmatch_t "
    "*)malloc(2 * sizeof *m); char *s = (char *)malloc(40); text$I(s, 40, x0);\n"
    "  if (regcomp(re, \"([a-c]+)[,.]\", REG_EXTENDED)) abort(); if (!regexec(re, s, 2, m, 0)) { "
    "MIX(m[1].rm_so); MIX(m[1].rm_eo); }\n"
    "  regfree(re); free(re); free(m); free(s); return h; }\n",
    /* Wide characters. */
    "#include <wchar.h>\n"
    "static u64 f$I(u64 x0, int d) {\n"
    "  u64 h = (u64)d; char *s = (char *)malloc(24); text$I(s, 24, x0); wchar_t *w = (wchar_t "
    "*)malloc(24 * sizeof *w), *v = (wchar_t *)calloc(24, sizeof *v);\n"
    "  MIX(mbstowcs(w, s, 24)); wcscpy(v, w); v[$9] = 0; wcscat(v, L\"xyz\"); wchar_t *e = "
    "wcschr(v, "
    "L'y'); if (e) { MIX(e - v); e[0] = L'b'; }\n"
    "  MIX(wcslen(v)); MIX(wcscmp(v, w) > 0); MIX(v[2]); free(v); free(w); free(s); return h; }\n",
    /* A list whose sentinel lies in its own object. */
    "struct link$I { struct link$I *next; u64 v; };\n"
    "struct list$I { u64 n; struct link$I root; };\n"
    "$Q static u64 drain$I(struct list$I *l) { u64 h = l->n; struct link$I *x = l->root.next; "
    "while (x "
    "!= &l->root) { struct link$I *next = x->next; MIX(x->v); free(x); x = next; } return h; }\n"
    "static u64 f$I(u64 x0, int d) {\n"
    "  u64 h = (u64)d; struct list$I *l = (struct list$I *)malloc(sizeof *l); l->n = 0; l->root.v "
    "= 7; "
    "l->root.next = &l->root;\n"
    "  for (u64 i = 0; i < x0 % $5; i++) { struct link$I *x = (struct link$I *)malloc(sizeof *x); "
    "x->v = "
    "x0 >> i; x->next = l->root.next; l->root.next = x; l->n++; }\n"
    "  MIX(drain$I(l)); MIX(l->root.v); free(l); return h; }\n",
    /* A printer that calls itself: cases of which a call has one, and a loop over two more. */
    "static u64 f$I(u64 x0, int d);\n"
    "NOINLINE static u64 walk$I(u64 x, int d) {\n"
    "  u64 h = (u64)d; char *s, *held = NULL; size_t n = x % 40 + 9; if (d > 5) return h;\n"
    "  switch (x % 4) {\n"
    "  case 0: s = (char *)malloc(24); text$I(s, 24, x); MIX(walk$I(x / 3, d + 1)); MIX(s[$9]); "
    "free(s); break;\n"
    "  case 1: s = (char *)malloc(n); text$I(s, (int)n, x); MIX(walk$I(x / 5, d + 2)); MIX(s[n - "
    "2]); free(s); break;\n"
    "  case 2: s = strdup(\"one of some words\" + x % 7); MIX(walk$I(x / 7, d + 1)); MIX(s[$9]); "
    "free(s); break;\n"
    "  default:\n"
    "    for (int i = 0; i < 3; i++) { if ((x >> i) & 1) { s = (char *)malloc(16); text$I(s, 16, x "
    "+ "
    "(u64)i); } else { s = (char *)calloc(1, 20); s[3] = (char)i; }\n"
    "      MIX(walk$I(x / 2 + (u64)i, d + 2)); MIX(s[3]); if (held) { MIX(held[3]); free(held); } "
    "held = s; }\n"
    "    MIX(held[3]); free(held); }\n"
    "  return h; }\n"
    "static u64 f$I(u64 x0, int d) { u64 h = (u64)d; MIX(walk$I(x0, 0)); MIX(walk$I(x0 >> 9, 1)); "
    "return h; }\n",
    /* Folders of a path: results that point into it, or to something else. */
    "#include <libgen.h>\n"
    "static u64 f$I(u64 x0, int d) {\n"
    "  u64 h = (u64)d; char *p = (char *)malloc(32), *r = (char *)malloc(32); text$I(p, 32, x0); "
    "p[x0 % "
    "20 + 3] = '/'; strcpy(r, p);\n"
    "  char *a = dirname(p), *b = basename(r); MIX(strlen(a) * 40 + strlen(b)); MIX(a == p); MIX(b "
    "== "
    "r); if (x0 & 4) free(r), r = NULL; MIX(a[0]); free(p); free(r); return h; }\n",
};

void emit_library(int id) {
  expand_template(make_text, id);
  expand_template(idioms_library[rnd(sizeof idioms_library / sizeof *idioms_library)], id);
}
