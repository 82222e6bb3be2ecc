/*===- escape.c - text of strangers in the formats that are written -------===*
 *
 * File and function names come from the records: they may hold anything.
 *
 *===----------------------------------------------------------------------===*/
#include "report.h"

#include <string.h>

/* Length of the UTF-8 sequence at @p text, or 0 when it is none. */
static unsigned utf8_length(const unsigned char *text) {
  if (text[0] < 0x80)
    return 1;
  unsigned length = text[0] >= 0xf0 ? 4 : text[0] >= 0xe0 ? 3 : 2;
  if (text[0] < 0xc2 || text[0] > 0xf4)
    return 0;
  for (unsigned i = 1; i < length; i++)
    if ((text[i] & 0xc0) != 0x80)
      return 0;
  /* over-long forms, surrogates, and beyond the last code point */
  if ((text[0] == 0xe0 && text[1] < 0xa0) || (text[0] == 0xed && text[1] > 0x9f) ||
      (text[0] == 0xf0 && text[1] < 0x90) || (text[0] == 0xf4 && text[1] > 0x8f))
    return 0;
  return length;
}

/* Writes what is valid UTF-8, and U+FFFD for each byte that is not; @p special handles ASCII. */
static void put_text(FILE *file, const char *text, void (*special)(FILE *, unsigned char)) {
  const unsigned char *c = (const unsigned char *)text;
  while (*c) {
    unsigned length = utf8_length(c);
    if (length == 1)
      special(file, *c);
    else if (length)
      fwrite(c, 1, length, file);
    else
      fputs("\xef\xbf\xbd", file);
    c += length ? length : 1;
  }
}

static void put_json_character(FILE *file, unsigned char c) {
  if (c == '"' || c == '\\')
    fprintf(file, "\\%c", c);
  else if (c == '\n')
    fputs("\\n", file);
  else if (c < ' ' || c == '<' || c == 0x7f) /* '<': no </script> anywhere */
    fprintf(file, "\\u%04x", c);
  else
    putc(c, file);
}

void rp_put_json(FILE *file, const char *text) {
  putc('"', file);
  put_text(file, text, put_json_character);
  putc('"', file);
}

static void put_html_character(FILE *file, unsigned char c) {
  switch (c) {
  case '<':
    fputs("&lt;", file);
    break;
  case '>':
    fputs("&gt;", file);
    break;
  case '&':
    fputs("&amp;", file);
    break;
  case '"':
    fputs("&quot;", file);
    break;
  case '\'':
    fputs("&#39;", file);
    break;
  default:
    if ((c < ' ' && c != '\t') || c == 0x7f)
      fputs("\xef\xbf\xbd", file);
    else
      putc(c, file);
  }
}

void rp_put_html(FILE *file, const char *text) { put_text(file, text, put_html_character); }

void rp_put_uri(FILE *file, const char *path) {
  static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
  if (*path == '/')
    fputs("file://", file);
  for (; *path; path++) {
    if (strchr(plain, *path))
      putc(*path, file);
    else
      fprintf(file, "%%%02X", (unsigned char)*path);
  }
}

static void put_plain_character(FILE *file, unsigned char c) {
  putc(c < ' ' || c == 0x7f ? '?' : c, file);
}

void rp_put_plain(FILE *file, const char *text) { put_text(file, text, put_plain_character); }
