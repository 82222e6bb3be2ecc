/*===- html.h - the parts of the page -------------------------------------===*/
#ifndef STACKBOUND_REPORT_HTML_H
#define STACKBOUND_REPORT_HTML_H

#include "report.h"

/** "moved", "some" or "kept": the class that gives a state its colour. */
const char *rp_html_class(RpState state);

/** The sites of one file; number is part of the ids of its lines. */
typedef struct RpFileSites {
  const char *file; /**< NULL: no debug information */
  unsigned number;
  RpSite *const *sites;
  unsigned count;
} RpFileSites;

typedef struct RpPage {
  const RpModel *model;
  const RpOutput *out;
  SB_VEC(RpFileSites) files;
} RpPage;

/** Number of the file on the page, counted from 1; 0: it is not there. */
unsigned rp_html_file_number(const RpPage *page, const char *file);

/* listing.c */
/** The source of one file with its sites, or only these where there is no source. */
void rp_html_listing(const RpPage *page, const RpFileSites *file);

#endif
