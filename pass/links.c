/*===- links.c - what has to do with what in one function ------------------===*
 *
 * What is known of an object may rest on a call that the object never reaches:
 *
 *   fill(&s);  q = s.pointer;  *q = p;       p is stored wherever fill has pointed s.pointer to
 *
 * What one value or memory tells about another goes through instructions: those
 * that meet in one, and pointers and what they point to, are linked. Union-find
 * over the values and objects of a flow.
 *
 *===----------------------------------------------------------------------===*/
#include "flow.h"

/* Objects come first, then the nodes by their order. */
static unsigned of_node(const SbLinks *links, const SbNode *node) {
  return links->objects + node->order;
}

static unsigned find(SbLinks *links, unsigned number) {
  while (links->leader[number] != number)
    number = links->leader[number] = links->leader[links->leader[number]];
  return number;
}

static void unite(SbLinks *links, unsigned a, unsigned b) {
  links->leader[find(links, a)] = find(links, b);
}

/* A value with what it may point to. */
static void unite_facts(SbLinks *links, const SbNode *node) {
  for (const SbFact *fact = node->facts; fact; fact = fact->next)
    unite(links, of_node(links, node), fact->object->number);
}

/* Values that can hold an address, or do. */
static bool can_tell(const SbNode *node) {
  return node->facts || sb_holds_pointers(LLVMTypeOf(node->value));
}

static void unite_operands(SbLinks *links, const SbFlow *flow, const SbNode *node) {
  if (!LLVMIsAInstruction(node->value))
    return;
  int count = LLVMGetNumOperands(node->value);
  for (int i = 0; i < count; i++) {
    const SbNode *operand = sb_flow_node(flow, LLVMGetOperand(node->value, (unsigned)i));
    if (operand && can_tell(operand))
      unite(links, of_node(links, node), of_node(links, operand));
  }
}

static void unite_memory(SbLinks *links, const SbObject *object) {
  for (unsigned i = 0; i < object->contents.length; i++)
    if (object->contents.data[i].target)
      unite(links, object->number, object->contents.data[i].target->number);
  if (object->parent)
    unite(links, object->number, object->parent->number);
  for (unsigned i = 0; i < object->readers.length; i++) {
    const SbNode *reader = sb_flow_node(links->flow, object->readers.data[i].inst);
    if (reader)
      unite(links, object->number, of_node(links, reader));
  }
}

SbLinks sb_links_of(SbFlow *flow) {
  SbLinks links = {.flow = flow, .objects = flow->object_list.length};
  unsigned count = links.objects + flow->node_list.length;
  links.leader = sb_arena_alloc(&flow->arena, (count + 1) * sizeof *links.leader);
  links.marked = sb_arena_alloc(&flow->arena, (count + 1) * sizeof *links.marked);
  for (unsigned i = 0; i < count; i++)
    links.leader[i] = i;
  for (unsigned i = 0; i < flow->node_list.length; i++) {
    unite_facts(&links, flow->node_list.data[i]);
    unite_operands(&links, flow, flow->node_list.data[i]);
  }
  for (unsigned i = 0; i < links.objects; i++) {
    const SbObject *object = flow->object_list.data[i];
    unite_memory(&links, object);
    /* A site and what is made there. */
    const SbNode *node = object->kind == SB_OBJECT_SITE ? sb_flow_node(flow, object->value) : NULL;
    if (node)
      unite(&links, object->number, of_node(&links, node));
  }
  return links;
}

/* An object that came after the links: nothing is known of it. */
static bool is_late(const SbLinks *links, const SbObject *object) {
  return object->number >= links->objects;
}

void sb_links_mark(SbLinks *links, const SbObject *object) {
  if (!is_late(links, object))
    links->marked[find(links, object->number)] = true;
}

bool sb_links_touch(SbLinks *links, LLVMValueRef call, const SbObject *with) {
  const SbNode *node = sb_flow_node(links->flow, call);
  return is_late(links, with) || find(links, of_node(links, node)) == find(links, with->number);
}

bool sb_links_reach(SbLinks *links, LLVMValueRef call) {
  return links->marked[find(links, of_node(links, sb_flow_node(links->flow, call)))];
}
