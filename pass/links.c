/*===- links.c - which objects have to do with each other ------------------===*
 *
 * What is known of an object may rest on a call that the object never reaches:
 * a pointer to it is stored through the call's result. Such objects meet in one
 * value, or one holds a pointer to the other. Union-find over both relations.
 *
 *===----------------------------------------------------------------------===*/
#include "flow.h"

static unsigned find(SbLinks *links, unsigned number) {
  while (links->leader[number] != number)
    number = links->leader[number] = links->leader[links->leader[number]];
  return number;
}

static void unite(SbLinks *links, const SbObject *a, const SbObject *b) {
  links->leader[find(links, a->number)] = find(links, b->number);
}

static void unite_facts(SbLinks *links, const SbNode *node) {
  for (const SbFact *fact = node ? node->facts : NULL; fact && fact->next; fact = fact->next)
    unite(links, fact->object, fact->next->object);
}

/* An object that the call works on or makes, or NULL: the first in argument number *i or later. */
static SbObject *next_of_call(SbFlow *flow, LLVMValueRef call, unsigned *i) {
  unsigned arguments = LLVMGetNumArgOperands(call);
  while (*i < arguments) {
    const SbNode *node = sb_flow_node(flow, LLVMGetOperand(call, (*i)++));
    if (node && node->facts)
      return node->facts->object;
  }
  const SbSummary *summary = sb_summary_of(flow->state, sb_direct_callee(call));
  if (!summary || *i - arguments >= summary->made.length)
    return NULL;
  return sb_flow_made_object(flow, call, summary->made.data[(*i)++ - arguments]);
}

static void unite_call(SbLinks *links, SbFlow *flow, LLVMValueRef call) {
  unsigned i = 0;
  const SbObject *first = next_of_call(flow, call, &i), *other;
  while (first && (other = next_of_call(flow, call, &i)))
    unite(links, first, other);
}

SbLinks sb_links_of(SbFlow *flow) {
  SbLinks links = {0};
  unsigned count = flow->object_list.length;
  links.count = count;
  links.leader = sb_arena_alloc(&flow->arena, count * sizeof *links.leader + 1);
  links.marked = sb_arena_alloc(&flow->arena, count * sizeof *links.marked + 1);
  for (unsigned i = 0; i < count; i++)
    links.leader[i] = i;
  for (unsigned i = 0; i < flow->node_list.length; i++)
    unite_facts(&links, flow->node_list.data[i]);
  for (unsigned i = 0; i < count; i++) {
    const SbObject *object = flow->object_list.data[i];
    for (unsigned k = 0; k < object->contents.length; k++)
      if (object->contents.data[k].target)
        unite(&links, object, object->contents.data[k].target);
    if (object->parent)
      unite(&links, object, object->parent);
  }
  for (unsigned i = 0; i < flow->trusted.length; i++)
    unite_call(&links, flow, flow->trusted.data[i]);
  return links;
}

/* An object that came after the links: nothing is known of it. */
static bool is_late(const SbLinks *links, const SbObject *object) {
  return object->number >= links->count;
}

void sb_links_mark(SbLinks *links, const SbObject *object) {
  if (!is_late(links, object))
    links->marked[find(links, object->number)] = true;
}

bool sb_links_touch(SbLinks *links, SbFlow *flow, LLVMValueRef call, const SbObject *with) {
  unsigned i = 0;
  for (const SbObject *object; (object = next_of_call(flow, call, &i));)
    if (is_late(links, object) || is_late(links, with) ||
        find(links, object->number) == find(links, with->number))
      return true;
  return false;
}

bool sb_links_reach(SbLinks *links, SbFlow *flow, LLVMValueRef call) {
  unsigned i = 0;
  for (const SbObject *object; (object = next_of_call(flow, call, &i));)
    if (is_late(links, object) || links->marked[find(links, object->number)])
      return true;
  return false;
}
