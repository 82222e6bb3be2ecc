/*===- yaml.c - quoted strings of YAML records ----------------------------===*
 *
 * LLVM's remark parser gives strings as they stand in the file, less the single
 * quotes around them: '' inside is one quote, and what is in double quotes
 * still has them and its escapes. LLVM's writer quotes every string that has a
 * quote in it, so '' is never a part of a string without quotes.
 *
 *===----------------------------------------------------------------------===*/
#include "report.h"

#include <stdlib.h>
#include <string.h>

static size_t put_utf8(char *out, unsigned long code) {
  if (code < 0x80) {
    out[0] = (char)code;
    return 1;
  }
  size_t length = code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  for (size_t i = length - 1; i > 0; i--) {
    out[i] = (char)(0x80 | (code & 0x3f));
    code >>= 6;
  }
  out[0] = (char)((0xf00 >> length & 0xf0) | code);
  return length;
}

/* What follows a backslash: moves *at behind it, writes at most 4 bytes. */
static size_t put_escape(char *out, const char **at, const char *end) {
  static const char letters[] = "0abtnvfre", meanings[] = "\0\a\b\t\n\v\f\r\x1b";
  char letter = *(*at)++;
  const char *found = memchr(letters, letter, sizeof letters - 1);
  if (found) {
    *out = meanings[found - letters];
    return 1;
  }
  int digits = letter == 'x' ? 2 : letter == 'u' ? 4 : letter == 'U' ? 8 : 0;
  if (!digits || end - *at < digits) {
    *out = letter;
    return 1;
  }
  char number[9] = "";
  memcpy(number, *at, (size_t)digits);
  *at += digits;
  return put_utf8(out, strtoul(number, NULL, 16) & 0x1fffff);
}

/* An escape is at least as long as what it stands for, so @p out need not be longer than the text.
 */
static size_t unquote_double(char *out, const char *at, const char *end) {
  size_t length = 0;
  while (at < end) {
    if (*at == '\\' && at + 1 < end) {
      at++;
      length += put_escape(out + length, &at, end);
    } else {
      out[length++] = *at++;
    }
  }
  return length;
}

static size_t unquote_single(char *out, const char *at, const char *end) {
  size_t length = 0;
  while (at < end) {
    out[length++] = *at;
    at += *at == '\'' && at + 1 < end && at[1] == '\'' ? 2 : 1;
  }
  return length;
}

const char *rp_intern_yaml(RpModel *model, const char *text, size_t length) {
  bool in_quotes = length >= 2 && text[0] == '"' && text[length - 1] == '"';
  if (!in_quotes && !memchr(text, '\'', length))
    return rp_intern(model, text, length);
  char *plain = malloc(length + 1);
  if (!plain)
    abort();
  size_t plain_length = in_quotes ? unquote_double(plain, text + 1, text + length - 1)
                                  : unquote_single(plain, text, text + length);
  const char *result = rp_intern(model, plain, plain_length);
  free(plain);
  return result;
}
