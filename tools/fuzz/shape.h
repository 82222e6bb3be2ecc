/* Constructor shapes: a struct that owns memory, the functions that make and destroy it, and a
 * client of them.  What a shape has is drawn once; shape.c writes the callees, client.c the caller.
 *
 * Every object of a shape is valid from the end of its constructor on: each pointer field is NULL
 * or owns what it points to, so that a client may call anything on any object that it owns. */
#ifndef FUZZ_SHAPE_H
#define FUZZ_SHAPE_H

#include "gen.h"

/* Where a shape's memory comes from.  HEADER: in front of the object lies its size. */
typedef enum {
  MEMORY_PLAIN,
  MEMORY_CHECKED,
  MEMORY_ATTRIBUTES,
  MEMORY_ZEROED,
  MEMORY_TWICE,
  MEMORY_RESIZED,
  MEMORY_COUNTED,
  MEMORY_FLAKY,
  MEMORY_HEADER,
  MEMORY_FORMS
} Memory;

typedef struct {
  int id;
  bool cxx;
  Memory memory;
  bool array, small, leaf, kid, name; /* fields; small: the array may lie in the object */
  bool fails;                         /* the constructor may return NULL */
  bool throws;                        /* the constructor may throw */
  bool sentinel;                      /* a static object that is never freed */
  bool split;                         /* init and fini apart from memory: objects on the stack */
  bool registry, pool, counted;       /* a global list, a free list, a reference count */
  bool null_ok;                       /* the destructor takes NULL */
  bool self_first;                    /* the destructor frees the object before its fields */
  const char *make, *drop;            /* how constructor and destructor are defined */
} Shape;

/* Writes the shape's types and functions and returns what it has. */
Shape emit_shape(int id, bool cxx);
/* Writes u64 f<id>(u64 x0, int d), which works on objects of the shape. */
void emit_client(const Shape *s, int max_statements);

#endif
