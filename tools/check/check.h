/*===- check.h - what the pass lets checked programs call -----------------===*/
#ifndef STACKBOUND_TOOLS_CHECK_H
#define STACKBOUND_TOOLS_CHECK_H

#include <stddef.h>
#include <stdint.h>

/** A local variable of every checked activation, all zero before it enters. */
typedef struct StackboundFrame {
  uint64_t nonce; /**< tells activations apart that were at the same place */
  struct Object *first;
} StackboundFrame;

/** Memory for one slot of the activation. @p site says of which allocation. */
void *__stackbound_check_enter(StackboundFrame *frame, size_t size, size_t align, const char *site);
/** The activation and its slots end. */
void __stackbound_check_leave(StackboundFrame *frame);
/** An object of @p size bytes (0: not known) is made in the slot. @p alone: no other may be in it.
 */
void __stackbound_check_begin(void *pointer, size_t size, int alone);
/** The object at @p pointer is freed. Null and pointers to no slot are left alone. */
void __stackbound_check_end(void *pointer);
/** @p call ("free at f.c:3:5 in g") is about to get the pointer, which must not be that of a slot.
 */
void __stackbound_check_heap(const void *pointer, const char *call);

#endif
