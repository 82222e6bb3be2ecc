// RUN: %variants | FileCheck %s
// CHECK: allocations: {{.*}}, fewer
//
// Objects that a callee makes for its caller: straight-line, in loops, in recursion, through variables,
// by constructors that fail, that call each other, and that use what an earlier call has made.
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define NOINLINE __attribute__((noinline))

struct widget {
  int value;
  struct widget *next;
  char name[16];
};

NOINLINE static void *xmalloc(size_t n) {
  void *p = malloc(n);
  if (!p) {
    fputs("out of memory\n", stderr);
    exit(1);
  }
  return p;
}

NOINLINE static struct widget *widget_new(int value, const char *name) {
  struct widget *w = xmalloc(sizeof *w);
  w->value = value;
  w->next = NULL;
  snprintf(w->name, sizeof w->name, "%s", name);
  return w;
}

NOINLINE static int widget_sum(const struct widget *w) {
  int r = 0;
  for (; w; w = w->next)
    r = (r * 31 + w->value + w->name[0]) % 65521;
  return r;
}

NOINLINE static int once(int n) {
  struct widget *w = widget_new(n, "once");
  int r = widget_sum(w);
  free(w);
  return r;
}

NOINLINE static int two_at_once(int n) {
  struct widget *v = widget_new(n, "first"), *w = widget_new(n + 1, "second");
  v->next = w;
  int r = widget_sum(v) + (v == w) * 1000;
  free(w);
  free(v);
  return r;
}

NOINLINE static int in_loop(int n) {
  int r = 0;
  for (int i = 0; i < n; i++) {
    struct widget *w = widget_new(i, i & 1 ? "odd" : "even");
    r = (r * 3 + widget_sum(w)) % 65521;
    if (i % 5 == 4) {
      free(w);
      continue;
    }
    w->value = r;
    r += widget_sum(w);
    free(w);
  }
  return r;
}

/* Every object is used after the next one was made. */
NOINLINE static int carried(int n) {
  struct widget *last = NULL;
  int r = 0;
  for (int i = 0; i < n; i++) {
    struct widget *w = widget_new(i * 7, "carried");
    if (last)
      r = (r * 3 + widget_sum(last) + widget_sum(w)) % 65521;
    free(last);
    last = w;
  }
  free(last);
  return r;
}

NOINLINE static struct widget *cons(int value, struct widget *next) {
  struct widget *w = widget_new(value, "cons");
  w->next = next;
  return w;
}

NOINLINE static int list(int n) {
  struct widget *head = NULL;
  for (int i = 0; i < n; i++)
    head = cons(i, head);
  int r = widget_sum(head);
  while (head) {
    struct widget *next = head->next;
    free(head);
    head = next;
  }
  struct widget *a = cons(1, NULL), *b = cons(2, a), *c = cons(n, b);
  r = (r * 3 + widget_sum(c)) % 65521;
  free(a);
  free(b);
  free(c);
  return r;
}

/* Frees the old one and makes a new one that depends on it. */
NOINLINE static struct widget *replace(struct widget *old, int value) {
  struct widget *w = xmalloc(sizeof *w);
  *w = (struct widget){value, NULL, "replaced"};
  if (old)
    w->value += old->value * 3;
  free(old);
  return w;
}

NOINLINE static int replaced(int n) {
  struct widget *w = NULL;
  for (int i = 0; i < n; i++) {
    w = replace(w, i);
    w->value %= 1009;
  }
  int r = w ? widget_sum(w) : 0;
  free(w);
  return r;
}

/* Makes one when there is none. */
NOINLINE static struct widget *ensure(struct widget *w) {
  return w ? w : widget_new(0, "ensured");
}

NOINLINE static int ensured(int n) {
  struct widget *w = NULL;
  for (int i = 0; i < n; i++) {
    w = ensure(w);
    w->value += i;
  }
  int r = w ? widget_sum(w) : 0;
  free(w);
  return r;
}

NOINLINE static int in_recursion(int n) {
  struct widget *w = widget_new(n, "recursion");
  int r = n ? in_recursion(n - 1) : 1;
  r = (r * 5 + widget_sum(w)) % 65521;
  free(w);
  return r;
}

/* Fails now and then: the half-made object is freed. */
NOINLINE static struct widget *widget_parse(const char *text) {
  struct widget *w = calloc(1, sizeof *w);
  if (!w)
    return NULL;
  for (; *text; text++) {
    if (*text < '0' || *text > '9') {
      free(w);
      return NULL;
    }
    w->value = w->value * 10 + (*text - '0');
  }
  return w;
}

NOINLINE static int parsed(void) {
  static const char *const texts[] = {"12", "", "4x", "900", "-1", "7"};
  int r = 0;
  for (int i = 0; i < 6; i++) {
    struct widget *w = widget_parse(texts[i]);
    if (!w) {
      r = r * 3 + 1;
      continue;
    }
    r = r * 3 + w->value + w->name[7];
    free(w);
  }
  return r;
}

/* By a variable of the caller's. */
NOINLINE static int widget_make(struct widget **out, int value) {
  if (value % 4 == 3)
    return -1;
  struct widget *w = malloc(sizeof *w);
  if (!w)
    return -1;
  *w = (struct widget){value, NULL, "made"};
  *out = w;
  return 0;
}

NOINLINE static int by_variable(int n) {
  int r = 0;
  for (int i = 0; i < n; i++) {
    struct widget *w;
    if (widget_make(&w, i)) {
      r++;
      continue;
    }
    r = (r * 3 + widget_sum(w)) % 65521;
    free(w);
  }
  return r;
}

/* The variable keeps the object of an earlier iteration when the call fails. */
NOINLINE static int by_variable_kept(int n) {
  struct widget *w = NULL, *old = NULL;
  int r = 0;
  for (int i = 0; i < n; i++) {
    if (!widget_make(&w, i)) {
      free(old);
      old = w;
    }
    r = (r * 3 + widget_sum(w)) % 65521;
  }
  free(old);
  return r;
}

/* By the result and by a variable, not always by both. */
NOINLINE static struct widget *two_ways(struct widget **out, int value) {
  struct widget *w = widget_new(value, "twice");
  *out = w;
  return value > 2 ? w : NULL;
}

NOINLINE static int handed_out_twice(int n) {
  struct widget *v, *w = two_ways(&v, n);
  free(w);
  if (w)
    return 1;
  char text[32];
  snprintf(text, sizeof text, "%d", n);
  int r = widget_sum(v) + text[0];
  free(v);
  return r;
}

struct buffer {
  char *data;
  size_t size, used;
};

NOINLINE static void buffer_init(struct buffer *b, size_t size) {
  b->data = xmalloc(size);
  b->size = size;
  b->used = 0;
}

NOINLINE static void buffer_add(struct buffer *b, const char *text) {
  size_t n = strlen(text);
  if (b->used + n + 1 > b->size) {
    b->size = (b->used + n + 1) * 2;
    b->data = realloc(b->data, b->size);
    if (!b->data)
      abort();
  }
  memcpy(b->data + b->used, text, n + 1);
  b->used += n;
}

NOINLINE static int buffers(int n) {
  int r = 0;
  for (int i = 0; i < n; i++) {
    struct buffer b;
    buffer_init(&b, (size_t)i * 20 + 1);
    for (int k = 0; k < i; k++)
      buffer_add(&b, k & 1 ? "odd " : "even ");
    for (size_t k = 0; k < b.used; k++)
      r = (r * 31 + b.data[k]) % 65521;
    free(b.data);
  }
  return r;
}

/* The object is used after a longjmp out of its constructor. */
static jmp_buf back;
NOINLINE static struct widget *widget_jump(int value) {
  struct widget *w = widget_new(value, "jump");
  if (value % 3 == 1) {
    free(w);
    longjmp(back, value);
  }
  return w;
}

NOINLINE static int uses_jump(int value) {
  struct widget *w = widget_jump(value);
  int r = widget_sum(w);
  free(w);
  return r;
}

NOINLINE static int jumps(int n) {
  volatile int r = 0;
  for (volatile int i = 0; i < n; i++) {
    if (setjmp(back) == 0)
      r = (r * 3 + uses_jump(i)) % 65521;
    else
      r += 7;
  }
  return r;
}

/* Grows while it is made. */
NOINLINE static char *repeated(const char *text, int n) {
  size_t length = strlen(text), used = 0;
  char *s = malloc(16);
  if (!s)
    abort();
  s[0] = 0;
  if (length * (size_t)n + 1 > 16) {
    char *t = realloc(s, length * (size_t)n + 1);
    if (!t)
      abort();
    s = t;
  }
  for (int i = 0; i < n; i++, used += length)
    memcpy(s + used, text, length + 1);
  return s;
}

NOINLINE static int grown(int n) {
  int r = 0;
  for (int i = 0; i < n; i++) {
    char *s = repeated("abc", i);
    for (const char *p = s; *p; p++)
      r = (r * 31 + *p) % 65521;
    free(s);
  }
  return r;
}

NOINLINE static char *copy(const char *text) { return strdup(text); }

NOINLINE static int strings(int n) {
  char text[600];
  int r = 0;
  for (int i = 1; i < n; i++) {
    memset(text, 'a' + i % 26, (size_t)i * 11);
    text[i * 11] = 0;
    char *s = copy(text);
    s[i] = '!';
    r = (r * 31 + (int)strlen(s) + s[i] + s[i + 1]) % 65521;
    free(s);
  }
  return r;
}

int main(void) {
  for (int n = 1; n < 12; n += 5) {
    printf("%d %d %d %d %d\n", once(n), two_at_once(n), in_loop(n), carried(n), list(n));
    printf("%d %d %d %d\n", replaced(n), ensured(n), in_recursion(n), parsed());
    printf("%d %d %d\n", by_variable(n), by_variable_kept(n), handed_out_twice(n));
    printf("%d %d %d %d\n", buffers(n), jumps(n), grown(n), strings(n * 4));
  }
}
