// token_new and token_free: a constructor and a destructor that the compiler does not inline.
#include "bench.h"

#include <stdlib.h>
#include <string.h>

struct token {
  int kind;
  unsigned line;
  size_t length;
  char text[40];
};

static void classify(struct token *token, const char *text, unsigned line) {
  token->line = line;
  token->length = strcspn(text, ",");
  if (token->length >= sizeof token->text)
    token->length = sizeof token->text - 1;
  memcpy(token->text, text, token->length);
  token->text[token->length] = 0;
  token->kind = token->text[0] >= '0' && token->text[0] <= '9' ? 1 : 2;
}

static uint64_t weigh(const struct token *token) {
  uint64_t sum = (uint64_t)token->kind + token->line;
  for (size_t k = 0; k < token->length; k++)
    sum = sum * 31 + (unsigned char)token->text[k];
  return sum;
}

unsigned long tokens_freed;

#ifndef BY_HAND

__attribute__((noinline)) static struct token *token_new(const char *text, unsigned line) {
  struct token *token = malloc(sizeof *token);
  if (!token)
    return NULL;
  classify(token, text, line);
  return token;
}

__attribute__((noinline)) static void token_free(struct token *token) {
  if (!token)
    return;
  tokens_freed++;
  free(token);
}

uint64_t kernel(uint64_t i) {
  struct token *token = token_new(bench_lines[i % BENCH_LINES], (unsigned)i);
  if (!token)
    return 0;
  uint64_t result = weigh(token);
  token_free(token);
  return result;
}

#else

__attribute__((noinline)) static void token_init(struct token *token, const char *text,
                                                 unsigned line) {
  classify(token, text, line);
}

__attribute__((noinline)) static void token_done(struct token *token) {
  (void)token;
  tokens_freed++;
}

uint64_t kernel(uint64_t i) {
  struct token token;
  token_init(&token, bench_lines[i % BENCH_LINES], (unsigned)i);
  uint64_t result = weigh(&token);
  token_done(&token);
  return result;
}

#endif
