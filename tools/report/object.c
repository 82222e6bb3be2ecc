/*===- object.c - the remarks section of object files ---------------------===*
 *
 * With bitstream remarks clang notes in Mach-O objects where the record is; for
 * ELF and COFF it has no such section.
 *
 *===----------------------------------------------------------------------===*/
#include "report.h"

#include <llvm-c/Core.h>
#include <llvm-c/Object.h>

#include <string.h>

static bool is_remarks_section(const char *name) {
  return name && (strcmp(name, "__remarks") == 0 || strcmp(name, ".remarks") == 0);
}

static char *copy_of_section(SbArena *arena, LLVMBinaryRef binary, size_t *length) {
  char *copy = NULL;
  LLVMSectionIteratorRef section = LLVMObjectFileCopySectionIterator(binary);
  while (section && !LLVMObjectFileIsSectionIteratorAtEnd(binary, section)) {
    if (is_remarks_section(LLVMGetSectionName(section))) {
      *length = LLVMGetSectionSize(section);
      copy = sb_arena_alloc(arena, *length + 1);
      memcpy(copy, LLVMGetSectionContents(section), *length);
      break;
    }
    LLVMMoveToNextSection(section);
  }
  LLVMDisposeSectionIterator(section);
  return copy;
}

const char *rp_object_section(SbArena *arena, const char *data, size_t size, size_t *length,
                              const char **error) {
  LLVMMemoryBufferRef buffer = LLVMCreateMemoryBufferWithMemoryRange(data, size, "object", 0);
  char *message = NULL;
  LLVMBinaryRef binary = LLVMCreateBinary(buffer, NULL, &message);
  char *copy = NULL;
  if (binary) {
    copy = copy_of_section(arena, binary, length);
    LLVMDisposeBinary(binary);
  } else {
    *error = sb_arena_printf(arena, "%s", message ? message : "not a readable object file");
    LLVMDisposeMessage(message);
  }
  LLVMDisposeMemoryBuffer(buffer);
  return copy;
}
