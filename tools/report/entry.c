/*===- entry.c - from LLVM's remarks to ours ------------------------------===*/
#include "records.h"

#include <stdlib.h>
#include <string.h>

/* The visible text is put together here, then interned; longer texts are cut. */
typedef struct Text {
  char data[8192];
  size_t length;
} Text;

static void append(Text *text, const char *data, size_t length) {
  size_t room = sizeof text->data - text->length;
  length = length < room ? length : room;
  memcpy(text->data + text->length, data, length);
  text->length += length;
}

static const char *intern(RpReader *reader, LLVMRemarkStringRef string) {
  const char *text = LLVMRemarkStringGetData(string);
  size_t length = LLVMRemarkStringGetLen(string);
  return reader->yaml ? rp_intern_yaml(reader->model, text, length)
                      : rp_intern(reader->model, text, length);
}

static bool is(LLVMRemarkStringRef string, const char *text) {
  size_t length = strlen(text);
  return LLVMRemarkStringGetLen(string) == length &&
         memcmp(LLVMRemarkStringGetData(string), text, length) == 0;
}

static void append_value(RpReader *reader, Text *text, LLVMRemarkArgRef arg) {
  LLVMRemarkStringRef value = LLVMRemarkArgGetValue(arg);
  const char *data = LLVMRemarkStringGetData(value);
  size_t length = LLVMRemarkStringGetLen(value);
  if (reader->yaml && (memchr(data, '\'', length) || memchr(data, '"', length))) {
    data = intern(reader, value);
    length = strlen(data);
  }
  if (is(LLVMRemarkArgGetKey(arg), "At") && length > 2 && data[0] == '.' && data[1] == '/') {
    data += 2;
    length -= 2;
  }
  append(text, data, length);
}

/* "./h.h:3:4" is h.h:3:4 in the places of sites, too. */
static const char *without_dot(const char *path) {
  return path[0] == '.' && path[1] == '/' && path[2] ? path + 2 : path;
}

static RpPlace place_of(RpReader *reader, LLVMRemarkDebugLocRef location) {
  if (!location)
    return (RpPlace){0};
  const char *path = intern(reader, LLVMRemarkDebugLocGetSourceFilePath(location));
  path = path == without_dot(path) ? path : rp_intern_string(reader->model, without_dot(path));
  if (!*path)
    return (RpPlace){0};
  return (RpPlace){path, LLVMRemarkDebugLocGetSourceLine(location),
                   LLVMRemarkDebugLocGetSourceColumn(location)};
}

/* "src/f.cpp:12:9" */
static RpPlace place_of_text(RpModel *model, const char *text) {
  const char *column = strrchr(text, ':'), *line = column;
  while (line > text && *--line != ':')
    ;
  if (!column || line <= text)
    return (RpPlace){0};
  text = without_dot(text);
  return (RpPlace){rp_intern(model, text, (size_t)(line - text)),
                   (unsigned)strtoul(line + 1, NULL, 10), (unsigned)strtoul(column + 1, NULL, 10)};
}

/* An allocation in a header of the system is looked for where the user's code called it. */
static void take_inlined_at(RpReader *reader, RpRemark *remark, const char *text) {
  if (remark->at.file && rp_is_system_file(remark->at.file)) {
    RpPlace place = place_of_text(reader->model, text);
    if (place.file && !rp_is_system_file(place.file))
      remark->at = place;
  }
}

/* A whole number, or -1. */
static int64_t number_of(LLVMRemarkStringRef string) {
  const char *digits = LLVMRemarkStringGetData(string);
  uint32_t length = LLVMRemarkStringGetLen(string);
  int64_t value = 0;
  if (!length || length > 18)
    return -1;
  for (uint32_t i = 0; i < length; i++) {
    if (digits[i] < '0' || digits[i] > '9')
      return -1;
    value = value * 10 + (digits[i] - '0');
  }
  return value;
}

static bool ends_with(const Text *text, const char *end) {
  size_t length = strlen(end);
  return text->length >= length && memcmp(text->data + text->length - length, end, length) == 0;
}

/*
 * The sentence comes first, then what is for tools only; records do not say where the one ends. A
 * Limit can be in either part.
 */
static bool begins_hidden(const Text *text, LLVMRemarkStringRef key) {
  static const char *const keys[] = {"Slot",      "Slots", "Reason", "CalleeBody",
                                     "InlinedAt", "Site",  "Stage"};
  for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
    if (is(key, keys[i]))
      return true;
  return is(key, "Limit") && !ends_with(text, " at most ");
}

static void take_hidden(RpReader *reader, RpRemark *remark, LLVMRemarkArgRef arg) {
  LLVMRemarkStringRef key = LLVMRemarkArgGetKey(arg), value = LLVMRemarkArgGetValue(arg);
  if (is(key, "Slot"))
    remark->slot = number_of(value);
  else if (is(key, "Limit"))
    remark->limit = number_of(value);
  else if (is(key, "Reason"))
    remark->reason = intern(reader, value);
  else if (is(key, "CalleeBody"))
    remark->body = intern(reader, value);
  else if (is(key, "Stage"))
    remark->before_link = !reader->of_link && is(value, "before-link");
  else if (is(key, "InlinedAt"))
    take_inlined_at(reader, remark, intern(reader, value));
  else if (is(key, "Site"))
    remark->site = place_of(reader, LLVMRemarkArgGetDebugLoc(arg));
}

/* The first At is where the object escapes, the last Callee what it escapes to. */
static void take_visible(RpReader *reader, RpRemark *remark, LLVMRemarkArgRef arg) {
  LLVMRemarkStringRef key = LLVMRemarkArgGetKey(arg), value = LLVMRemarkArgGetValue(arg);
  if (is(key, "AllocFn")) {
    remark->allocator = intern(reader, value);
  } else if (is(key, "Size")) {
    remark->size = number_of(value);
  } else if (is(key, "Limit")) {
    remark->limit = number_of(value);
  } else if (is(key, "Callee")) {
    remark->callee = intern(reader, value);
  } else if (is(key, "Note")) {
    remark->note = intern(reader, value);
  } else if (is(key, "At") && !remark->at_text) {
    remark->at_text = without_dot(intern(reader, value));
    remark->escape = place_of(reader, LLVMRemarkArgGetDebugLoc(arg));
  }
}

const char *rp_add_entry(RpReader *reader, LLVMRemarkEntryRef entry) {
  if (!is(LLVMRemarkEntryGetPassName(entry), RP_PASS))
    return NULL;
  RpRemark remark = {.size = -1, .slot = -1, .limit = -1};
  Text text;
  text.length = 0;
  bool hidden = false;
  remark.name = intern(reader, LLVMRemarkEntryGetRemarkName(entry));
  remark.function = intern(reader, LLVMRemarkEntryGetFunctionName(entry));
  remark.at = remark.call = place_of(reader, LLVMRemarkEntryGetDebugLoc(entry));
  remark.hotness = LLVMRemarkEntryGetHotness(entry);
  for (LLVMRemarkArgRef arg = LLVMRemarkEntryGetFirstArg(entry); arg;
       arg = LLVMRemarkEntryGetNextArg(arg, entry)) {
    hidden = hidden || begins_hidden(&text, LLVMRemarkArgGetKey(arg));
    if (hidden) {
      take_hidden(reader, &remark, arg);
      continue;
    }
    take_visible(reader, &remark, arg);
    append_value(reader, &text, arg);
  }
  remark.text = rp_intern(reader->model, text.data, text.length);
  return rp_add_remark(reader->model, &reader->cursor, &remark);
}
