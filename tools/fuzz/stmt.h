/* Statements that use objects (use.c), as the choice of statements (stmt.c)
 * sees them. */
#ifndef FUZZ_STMT_H
#define FUZZ_STMT_H

#include "gen.h"

/* How a helper of the prelude is called: the last letter of its name; see
 * prelude.c. */
enum { VARIANTS = 6 };
extern const char *const variants[VARIANTS];

/* One of the function's numbers. */
const char *var(void);

void use_object(Fn *f, int o);
void use_maybe(Fn *f, int o);
void use_two(Fn *f, int a, int b);
void swap_two(Fn *f, int a, int b);
void free_one_of(Fn *f, int a, int b);
bool two_owners(Fn *f, bool same_family, int *a, int *b);
void assign_borrow(Fn *f);
void use_borrow(Fn *f);
void copy_box(Fn *f);
void call_with_box(Fn *f);

#endif
