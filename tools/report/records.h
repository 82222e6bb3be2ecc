/*===- records.h - between reading records and taking remarks -------------===*/
#ifndef STACKBOUND_REPORT_RECORDS_H
#define STACKBOUND_REPORT_RECORDS_H

#include "report.h"

#include <llvm-c/Remarks.h>

#define RP_PASS "heap-to-stack"

/* One record being read. */
typedef struct RpReader {
  RpModel *model;
  const char *path;
  RpCursor cursor;
  unsigned documents; /* that hold a remark, of any pass */
  bool lenient;       /* found in a folder: may be YAML of another kind */
  bool mapped;        /* its text is a mapping of the file, not memory */
  bool yaml;          /* its strings may be quoted */
  bool of_link;       /* the linker wrote it: what it says is the last word */
} RpReader;

/* entry.c */
/** Takes a remark, unless it is of another pass. Returns NULL, or what it lacks. */
const char *rp_add_entry(RpReader *reader, LLVMRemarkEntryRef entry);

#endif
