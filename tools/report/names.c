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

bool rp_function_matches(const char *glob, const char *name) {
  if (fnmatch(glob, name, 0) == 0)
    return true;
  if (strncmp(name, "_Z", 2) != 0)
    return false;
  SbArena arena = {0};
  char *plain = sb_arena_printf(&arena, "%s", rp_demangle(&arena, name));
  bool matches = fnmatch(glob, plain, 0) == 0;
  char *parameters = strchr(plain, '(');
  if (!matches && parameters) {
    *parameters = '\0';
    matches = fnmatch(glob, plain, 0) == 0;
  }
  sb_arena_reset(&arena);
  return matches;
}
