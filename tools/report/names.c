/*===- names.c - names of functions, files and places ---------------------===*/
#include "report.h"

#include <fnmatch.h>
#include <stdlib.h>
#include <string.h>

/* The C++ run-time library's, which libLLVM needs anyway (Itanium C++ ABI, 3.4). */
char *__cxa_demangle(const char *mangled, char *buffer, size_t *length, int *status);

const char *rp_demangle(SbArena *arena, const char *name) {
  if (strncmp(name, "_Z", 2) != 0)
    return name;
  int status = 0;
  char *plain = __cxa_demangle(name, NULL, NULL, &status);
  if (!plain)
    return name;
  const char *copy = sb_arena_printf(arena, "%s", plain);
  free(plain);
  return copy;
}

const char *rp_place_text(SbArena *arena, const RpPlace *place) {
  if (!place->file)
    return "<unknown>";
  return sb_arena_printf(arena, "%s:%u:%u", place->file, place->line, place->column);
}

bool rp_is_system_file(const char *path) {
  if (strstr(path, "/include/c++/"))
    return true;
  return strncmp(path, "/usr/", 5) == 0 && strstr(path, "/include/");
}

bool rp_file_matches(const char *glob, const char *path) {
  const char *base = strrchr(path, '/');
  if (!strchr(glob, '/'))
    return fnmatch(glob, base ? base + 1 : path, 0) == 0;
  for (const char *rest = path; rest; rest = strchr(rest, '/')) {
    if (fnmatch(glob, rest, 0) == 0 || (*rest == '/' && fnmatch(glob, ++rest, 0) == 0))
      return true;
  }
  return false;
}

/* "(": the list of parameters, which comes after template arguments and "(anonymous namespace)". */
static char *find_parameters(char *name) {
  unsigned depth = 0;
  for (char *c = name; *c; c++) {
    if (strncmp(c, "(anonymous namespace)", 21) == 0)
      c += 20;
    else if (strncmp(c, "operator()", 10) == 0)
      c += 9;
    else if (strncmp(c, "operator", 8) == 0)
      c += 7 + strspn(c + 8, "<>=-"); /* none of these is a bracket here */
    else if (*c == '<')
      depth++;
    else if (*c == '>' && depth)
      depth--;
    else if (*c == '(' && !depth)
      return c;
  }
  return NULL;
}

/* The name behind the return type, which templates have. */
static char *skip_return_type(char *name) {
  char *begin = name;
  unsigned depth = 0;
  for (char *c = name; *c; c++) {
    if (strncmp(c, "operator", 8) == 0)
      break;
    depth += *c == '<' || *c == '(';
    depth -= (*c == '>' || *c == ')') && depth;
    if (*c == ' ' && !depth)
      begin = c + 1;
  }
  return begin;
}

bool rp_function_matches(const char *glob, const char *name) {
  if (fnmatch(glob, name, 0) == 0)
    return true;
  if (strncmp(name, "_Z", 2) != 0)
    return false;
  SbArena arena = {0};
  char *plain = sb_arena_printf(&arena, "%s", rp_demangle(&arena, name));
  bool matches = fnmatch(glob, plain, 0) == 0;
  char *parameters = find_parameters(plain);
  if (parameters)
    *parameters = '\0';
  matches =
      matches || fnmatch(glob, plain, 0) == 0 || fnmatch(glob, skip_return_type(plain), 0) == 0;
  sb_arena_reset(&arena);
  return matches;
}
