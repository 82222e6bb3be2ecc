#include <stdlib.h>

struct widget {
  int value, others[11];
};

/* Too large for ThinLTO to import, but not for full LTO to see. */
__attribute__((noinline)) struct widget *far_new(int n) {
  struct widget *w = malloc(sizeof *w);
  if (!w)
    abort();
  w->value = n;
  for (int i = 0; i < 11; i++)
    w->others[i] = n * i;
  return w;
}

__attribute__((noinline)) void far_free(struct widget *w) {
  w->value = 0;
  free(w);
}

/* Imported, but not inlined where the caller is cold. */
struct widget *near_new(int n) {
  struct widget *w = malloc(sizeof *w);
  if (!w)
    abort();
  w->value = n;
  w->others[n & 7] = n;
  return w;
}

void near_free(struct widget *w) {
  w->value = 0;
  free(w);
}

/* Keeps what it makes. */
static struct widget *all[16];
static int count;
struct widget *kept_new(int n) {
  struct widget *w = malloc(sizeof *w);
  if (!w)
    abort();
  w->value = n;
  all[count++ & 15] = w;
  return w;
}
