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

/* Imported, but with too many calls to be inlined. */
int notes;
__attribute__((noinline)) int note(int n) { return notes += n; }
struct widget *mid_new(int n) {
  struct widget *w = malloc(sizeof *w);
  if (!w)
    abort();
  w->value = note(1) ^ note(2) ^ note(3) ^ note(4) ^ note(5) ^ note(6);
  w->others[n & 7] = note(7) ^ note(8) ^ note(9) ^ note(10) ^ note(11) ^ note(n);
  return w;
}

void mid_free(struct widget *w) {
  w->value = note(1) ^ note(2) ^ note(3) ^ note(4) ^ note(5) ^ note(6);
  w->others[0] = note(7) ^ note(8) ^ note(9) ^ note(10) ^ note(11) ^ note(12);
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
