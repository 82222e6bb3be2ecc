// Counts the words of a text: `words [FILE]` prints the number of words and the most frequent ones.
//
// Written the way much C is: what a function needs for a moment it takes from the heap and gives
// back at the end, on every path. Some of its allocations can live on the stack, some cannot.

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { longest_word = 47, buckets = 4096, first_buffer = 4096 };

struct entry {
  struct entry *next;
  unsigned long count;
  char text[longest_word + 1];
};

struct slice {
  const char *start;
  size_t length;
};

struct totals {
  unsigned long words;
  unsigned long letters;
  unsigned long longest;
};

static struct entry *table[buckets];
static const struct entry nobody;

static unsigned hash(const char *text) {
  unsigned h = 2166136261u;
  for (; *text; text++)
    h = (h ^ (unsigned char)*text) * 16777619u;
  return h % buckets;
}

static struct entry *find(const char *text) {
  for (struct entry *e = table[hash(text)]; e; e = e->next)
    if (strcmp(e->text, text) == 0)
      return e;
  return NULL;
}

// A new entry lives as long as the table.
static struct entry *insert(const char *text) {
  struct entry *e = malloc(sizeof *e);
  if (!e)
    return NULL;
  e->count = 0;
  strcpy(e->text, text);
  e->next = table[hash(text)];
  table[hash(text)] = e;
  return e;
}

static void fold(char *to, const struct slice *word) {
  size_t length = word->length < longest_word ? word->length : longest_word;
  for (size_t i = 0; i < length; i++)
    to[i] = (char)tolower((unsigned char)word->start[i]);
  to[length] = '\0';
}

static int count_word(const struct slice *word) {
  int ok = 0;
  char *folded = malloc(longest_word + 1);
  if (!folded)
    return 0;
  fold(folded, word);
  struct entry *e = find(folded);
  if (!e)
    e = insert(folded);
  if (!e)
    goto out;
  e->count++;
  ok = 1;
out:
  free(folded);
  return ok;
}

static int count_text(const char *text, const char *end, struct totals *totals) {
  while (text < end) {
    struct slice *word = malloc(sizeof *word);
    if (!word)
      return 0;
    while (text < end && !isalpha((unsigned char)*text))
      text++;
    word->start = text;
    while (text < end && isalpha((unsigned char)*text))
      text++;
    word->length = (size_t)(text - word->start);
    if (word->length > 0) {
      totals->words++;
      totals->letters += word->length;
      if (totals->longest < word->length)
        totals->longest = word->length;
      if (!count_word(word)) {
        free(word);
        return 0;
      }
    }
    free(word);
  }
  return 1;
}

struct place {
  struct place *below;
  const struct entry *entry;
};

static struct place *place_above(struct place *below) {
  struct place *p = malloc(sizeof *p);
  if (!p)
    exit(1);
  p->below = below;
  p->entry = &nobody;
  return p;
}

// The three most frequent words, in a list that is gone afterwards.
static void print_most_frequent(void) {
  struct place *third = place_above(NULL);
  struct place *second = place_above(third);
  struct place *first = place_above(second);
  for (int i = 0; i < buckets; i++)
    for (const struct entry *e = table[i]; e; e = e->next) {
      const struct entry *pushed = e;
      for (struct place *p = first; p; p = p->below)
        if (p->entry->count < pushed->count) {
          const struct entry *lower = p->entry;
          p->entry = pushed;
          pushed = lower;
        }
    }
  for (struct place *p = first; p && p->entry != &nobody; p = p->below)
    printf("%8lu %s\n", p->entry->count, p->entry->text);
  free(first);
  free(second);
  free(third);
}

static char *read_all(FILE *in, size_t *size) {
  size_t room = first_buffer;
  char *text = malloc(room);
  *size = 0;
  while (text) {
    *size += fread(text + *size, 1, room - *size, in);
    if (*size < room)
      return text;
    room *= 2;
    char *grown = realloc(text, room);
    if (!grown)
      free(text);
    text = grown;
  }
  return NULL;
}

int main(int argc, char **argv) {
  FILE *in = argc > 1 ? fopen(argv[1], "r") : stdin;
  if (!in)
    return 1;
  size_t size;
  char *text = read_all(in, &size);
  struct totals *totals = calloc(1, sizeof *totals);
  if (!text || !totals || !count_text(text, text + size, totals))
    return 1;
  printf("%8lu words, %lu letters, longest %lu\n", totals->words, totals->letters, totals->longest);
  print_most_frequent();
  free(totals);
  free(text);
  return 0;
}
