/*===- inputs.c - finding records -----------------------------------------===*/
#include "report.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static bool ends_with(const char *text, const char *end) {
  size_t length = strlen(text), end_length = strlen(end);
  return length >= end_length && strcmp(text + length - end_length, end) == 0;
}

/* What compilers and linkers call their records. */
static bool is_record_name(const char *name) {
  return ends_with(name, ".yaml") || ends_with(name, ".yml") || ends_with(name, ".bitstream");
}

static int compare_names(const void *a, const void *b) {
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The names in a folder without . and .., sorted. False: it cannot be read. */
static bool list_folder(SbArena *arena, RpStrings *names, const char *path) {
  DIR *folder = opendir(path);
  if (!folder)
    return false;
  struct dirent *entry;
  while ((entry = readdir(folder)))
    if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
      sb_vec_push(arena, names, (const char *)sb_arena_printf(arena, "%s", entry->d_name));
  closedir(folder);
  if (names->length)
    qsort(names->data, names->length, sizeof *names->data, compare_names);
  return true;
}

/*
 * Folders that are still to be read are a stack, so that records come in the order of their paths.
 * Symbolic links to folders are not followed: they may lead in a circle.
 */
static bool add_folder(SbArena *arena, RpInputs *inputs, const char *path) {
  RpStrings stack = {0};
  sb_vec_push(arena, &stack, path);
  while (stack.length) {
    const char *folder = stack.data[--stack.length];
    RpStrings names = {0};
    if (!list_folder(arena, &names, folder))
      return false;
    const char *slash = ends_with(folder, "/") ? "" : "/";
    for (unsigned i = names.length; i-- > 0;) {
      const char *child = sb_arena_printf(arena, "%s%s%s", folder, slash, names.data[i]);
      struct stat info;
      if (lstat(child, &info) == 0 && S_ISDIR(info.st_mode))
        sb_vec_push(arena, &stack, child);
    }
    for (unsigned i = 0; i < names.length; i++) {
      const char *child = sb_arena_printf(arena, "%s%s%s", folder, slash, names.data[i]);
      struct stat info;
      if (is_record_name(child) && stat(child, &info) == 0 && S_ISREG(info.st_mode))
        sb_vec_push(arena, inputs, ((RpInput){.path = child}));
    }
  }
  return true;
}

/* What the linker writes is named x.lto.opt.yaml by us, x-opt.ld.yaml or x.opt.ld.yaml by clang. */
bool rp_is_of_link(const char *path) {
  return strstr(path, ".lto.opt.") || strstr(path, "opt.ld.");
}

bool rp_find_inputs(SbArena *arena, RpInputs *inputs, const char *path) {
  struct stat info;
  if (strcmp(path, "-") != 0) {
    if (stat(path, &info) != 0)
      return false;
    if (S_ISDIR(info.st_mode))
      return add_folder(arena, inputs, path);
  }
  sb_vec_push(arena, inputs, ((RpInput){.path = path, .named = true}));
  return true;
}
