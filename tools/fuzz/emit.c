/* Random numbers (splitmix64) and indented output. */
#include "gen.h"

#include <stdarg.h>
#include <stdio.h>

const char *const elt_name[] = {"u8", "u32", "u64", "node"};

static uint64_t rng_state;
static int depth;
static bool muted;

static uint64_t next(void) {
  uint64_t z = (rng_state += 0x9E3779B97F4A7C15u);
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
  return z ^ (z >> 31);
}

void rng_seed(uint64_t a, uint64_t b) {
  rng_state = a * 0xD1342543DE82EF95u + b * 0x2545F4914F6CDD1Du;
  next();
}

uint32_t rnd(uint32_t n) { return (uint32_t)((next() >> 32) % n); }

bool chance(int percent) { return (int)rnd(100) < percent; }

int between(int lo, int hi) { return lo + (int)rnd((uint32_t)(hi - lo + 1)); }

void indent(int by) { depth += by; }

void line(const char *fmt, ...) {
  if (muted)
    return;
  for (int i = 0; i < depth; i++)
    fputs("  ", stdout);
  va_list ap;
  va_start(ap, fmt);
  vprintf(fmt, ap);
  va_end(ap);
  putchar('\n');
}

void text(const char *s) {
  if (!muted)
    fputs(s, stdout);
}

void mute(bool on) { muted = on; }

static const char *const quality[] = {"NOINLINE", ""};

void expand_template(const char *t, int id) {
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
