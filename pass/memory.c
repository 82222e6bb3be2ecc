/*===- memory.c - what lies in memory --------------------------------------===*
 *
 * Contents of objects: who stores which pointer where, who reads it, and what a
 * parameter's memory holds on entry.
 *
 *===----------------------------------------------------------------------===*/
#include "flow.h"

/* Pointers told apart by offset in one object. Real code (the corpus) stays far below. */
enum { MAX_CONTENTS = 64 };

static void register_reader(SbFlow *flow, SbObject *object, int64_t offset, int64_t size,
                            LLVMValueRef inst) {
  uintptr_t index = (uintptr_t)sb_map_get(&object->reader_index, inst, 0);
  if (!index) {
    sb_vec_push(&flow->arena, &object->readers, ((SbReader){inst, offset, size}));
    sb_map_put(&flow->arena, &object->reader_index, inst, 0,
               (void *)(uintptr_t)object->readers.length);
    return;
  }
  SbReader *reader = &object->readers.data[index - 1];
  if (reader->offset == offset && reader->size == size)
    return;
  reader->offset = sb_join_offsets(reader->offset, offset);
  sb_range_of(&reader->offset, &reader->size);
  reader->size = SB_UNKNOWN;
}

/* Others than this function may have written it: the caller, or it is reached in two ways. */
bool sb_has_entry_memory(const SbObject *object) {
  return object->kind == SB_OBJECT_PARAM || object->kind == SB_OBJECT_CONTENTS ||
         (object->kind == SB_OBJECT_SITE && object->shared);
}

/* What a parameter's memory holds on entry. */
static void read_entry_memory(SbFlow *flow, SbObject *object, int64_t offset, int64_t size,
                              bool pointers, SbTargets *out) {
  SbTarget target = {0};
  if (!pointers) {
    target.object = sb_flow_word_object(flow, object, offset, size);
    target.offset = SB_UNKNOWN;
  } else {
    target.object = sb_flow_contents_object(flow, object, offset, size);
  }
  sb_flow_add_target(flow, out, &target);
}

/*
 * An integer of the caller's is used as a pointer:  memcpy(&local, param, 8); *local.p = ..  with
 * the copy made by an i64. What lies behind it has no name here.
 */
static void escape_word(SbFlow *flow, SbObject *word, LLVMValueRef inst) {
  SbTarget target = {.object = word, .offset = SB_UNKNOWN};
  SbEscape why = {.reason = SB_REASON_POINTER_TO_INTEGER, .at = inst};
  sb_flow_escape(flow, &target, &why);
}

/* A pointer that is loaded from somewhere in the object is a pointer that was stored there, or
 * none. */
static bool is_whole_pointer(const SbFlow *flow, const SbContent *content, bool somewhere,
                             bool pointers) {
  return pointers && content->size == (int64_t)flow->state->pointer_size &&
         (somewhere || content->offset == SB_UNKNOWN);
}

void sb_flow_read(SbFlow *flow, SbObject *object, int64_t offset, int64_t size, bool pointers,
                  LLVMValueRef inst, SbTargets *out) {
  if (object->kind == SB_OBJECT_WORD)
    escape_word(flow, object, inst);
  if (object->escape.reason) {
    out->unknown = true; /* others may write it */
    return;
  }
  bool somewhere = !sb_is_exact(offset);
  sb_range_of(&offset, &size);
  register_reader(flow, object, offset, size, inst);
  for (unsigned i = 0; i < object->contents.length; i++) {
    const SbContent *content = &object->contents.data[i];
    flow->work++;
    if (!sb_ranges_overlap(content->offset, content->size, offset, size))
      continue;
    if (!content->target) {
      out->unknown = true;
      continue;
    }
    bool whole = (content->offset == offset && content->size == size) ||
                 is_whole_pointer(flow, content, somewhere, pointers);
    SbTarget target = {.object = content->target,
                       .offset = whole ? content->target_offset : SB_UNKNOWN,
                       .from = content->from,
                       .through = content->at,
                       .holder = object,
                       .holder_offset = content->offset};
    sb_flow_add_target(flow, out, &target);
  }
  if (sb_has_entry_memory(object))
    read_entry_memory(flow, object, offset, size, pointers, out);
}

void sb_flow_close(SbFlow *flow, SbTargets *targets, LLVMValueRef inst) {
  unsigned epoch = ++flow->epoch;
  for (unsigned i = 0; i < targets->items.length; i++) {
    SbObject *object = targets->items.data[i].object;
    if (object->mark == epoch)
      continue;
    object->mark = epoch;
    sb_flow_read(flow, object, SB_UNKNOWN, SB_UNKNOWN, true, inst, targets);
  }
}

static bool same_content(const SbContent *a, const SbContent *b) {
  return a->offset == b->offset && a->size == b->size && a->target == b->target &&
         a->target_offset == b->target_offset;
}

/* Adds the content unless it is there; past MAX_CONTENTS the offsets are given up. */
static bool add_content(SbFlow *flow, SbObject *object, SbContent content) {
  sb_range_of(&content.offset, &content.size);
  if (flow->coarse || content.offset == SB_UNKNOWN || object->contents.length >= MAX_CONTENTS)
    content.offset = content.size = SB_UNKNOWN;
  if (object->contents.length >= MAX_CONTENTS)
    content.target_offset = SB_UNKNOWN;
  for (unsigned i = 0; i < object->contents.length; i++) {
    flow->work++;
    if (same_content(&object->contents.data[i], &content))
      return false;
  }
  sb_vec_push(&flow->arena, &object->contents, content);
  if (content.target)
    sb_vec_push(&flow->arena, &content.target->holders, object);
  return true;
}

/* A local object in memory that the caller can see outlives the function. */
static void leave_by_store(SbFlow *flow, const SbObject *holder, const SbTarget *target,
                           const SbEscape *by_callee, LLVMValueRef inst) {
  SbEscape why = {.reason = SB_REASON_STORED_TO_HEAP,
                  .subject = SB_SUBJECT_PARAM,
                  .name = sb_source_name(flow->state, holder->value),
                  .at = inst};
  const SbEscape *shown = by_callee && by_callee->inner ? by_callee : &why;
  if (holder->leaves.reason)
    sb_flow_leave(flow, target, &holder->leaves, holder->shared);
  else if (sb_has_entry_memory(holder))
    sb_flow_leave(flow, target, shown, true);
}

void sb_flow_write(SbFlow *flow, SbObject *object, int64_t offset, int64_t size,
                   const SbTarget *target, const SbEscape *why, LLVMValueRef inst) {
  SbContent content = {.offset = offset, .size = size, .at = inst};
  if (object->kind == SB_OBJECT_WORD)
    escape_word(flow, object, inst);
  if (object->escape.reason) {
    if (target)
      sb_flow_escape(flow, target, &object->escape);
    return;
  }
  if (target) {
    content.target = target->object;
    content.target_offset = target->offset;
    content.from = sb_flow_fact_behind(flow, target);
    leave_by_store(flow, object, target, why, inst);
  }
  if (add_content(flow, object, content))
    sb_flow_enqueue_readers(flow, object);
}

void sb_flow_store(SbFlow *flow, const SbTargets *what, const SbTargets *where, int64_t offset,
                   int64_t size, const SbEscape *elsewhere, LLVMValueRef inst) {
  for (unsigned i = 0; i < where->items.length; i++) {
    SbObject *holder = where->items.data[i].object;
    int64_t at = sb_add_offsets(where->items.data[i].offset, offset);
    for (unsigned k = 0; k < what->items.length; k++)
      sb_flow_write(flow, holder, at, size, &what->items.data[k], elsewhere, inst);
    if (what->unknown)
      sb_flow_write(flow, holder, at, size, NULL, NULL, inst);
  }
  if (where->unknown && !SB_BROKEN(STORED))
    sb_flow_escape_all(flow, what, elsewhere);
}
