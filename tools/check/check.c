/*===- check.c - the run time of checked mode ------------------------------===*
 *
 * What programs call that were compiled with -heap-to-stack-check=1. Objects
 * that the pass moved to the stack live in memory of this library instead:
 *
 *   enter   an activation begins: memory for one of its slots
 *   begin   an object is made in the slot
 *   end     it is freed
 *   leave   the activation ends, and all its slots with it
 *   heap    a deallocator is about to be called
 *
 * Memory that holds no object is filled with POISON. It waits in a queue before
 * it is handed out again, and must still be poison then, and at exit: otherwise a
 * pointer to it has survived. With STACKBOUND_CHECK=protect each slot has pages of
 * its own, which cannot be accessed while they hold no object.
 *
 * A false alarm is worse than a miss: what is not certain is let go.
 *
 *===----------------------------------------------------------------------===*/
#define _GNU_SOURCE /* pthread_getattr_np, MAP_NORESERVE */
#include "check.h"

#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* As a pointer it is not canonical on x86-64, so that using one stops the program. */
#define POISON 0xDBDBDBDBDBDBDBDBu

enum {
  UNIT = 1 << 16, /* memory is given to arenas in units of so many bytes */
  SMALLEST = 6,   /* log2 of the smallest stride */
  CLASSES = 26,   /* strides: powers of two from there */
  PER_UNIT = UNIT >> SMALLEST,
  MARGIN = 16,       /* bytes behind an object that must stay poison */
  WAITING = 1 << 16, /* bytes of each class that wait, but at least FEWEST objects */
  FEWEST = 4,
  STALE = 8 /* objects that are looked at for activations that were left */
};

typedef enum State { FRESH, EMPTY, LIVE, WAITS } State;

/* One slot. It belongs to an activation (EMPTY, LIVE), or waits to be handed out again. */
typedef struct Object {
  char *memory;
  const char *site;
  size_t size;
  State state;
  StackboundFrame *frame;
  uint64_t nonce;                 /* of the frame */
  struct Object *sibling;         /* the next of the same frame */
  struct Object *next, *previous; /* live: in the arena's list; waiting: next is the younger one */
} Object;

typedef struct Class {
  Object *oldest, *youngest; /* that wait */
  size_t waiting;
  char *fresh; /* memory that was never handed out */
  size_t fresh_bytes;
} Class;

/* The memory of one thread; another one can have it when the thread has ended. */
typedef struct Arena {
  atomic_flag lock;
  struct Arena *next; /* of all */
  bool taken;         /* by a thread; under heap_lock */
  Object *live;       /* the youngest first */
  uintptr_t stack, stack_end;
  uint64_t nonce;
  Class classes[CLASSES];
} Arena;

typedef struct Unit {
  Arena *arena;
  unsigned class;
  unsigned back; /* units before it that belong to the same object */
} Unit;

/* The region: units, the objects of each unit, their memory. */
static Unit *units;
static Object *objects;
static char *memory;
static size_t unit_count, unit_next;

static pthread_once_t once = PTHREAD_ONCE_INIT;
static atomic_flag heap_lock = ATOMIC_FLAG_INIT;
static Arena *arenas;
static pthread_key_t key;
static bool have_key, protect;
static size_t page;
static struct sigaction former;

static _Thread_local Arena *own;
static _Thread_local bool busy; /* in this library: a signal handler may come back to it */

static void lock(atomic_flag *flag) {
  while (atomic_flag_test_and_set_explicit(flag, memory_order_acquire))
    sched_yield();
}

static void unlock(atomic_flag *flag) { atomic_flag_clear_explicit(flag, memory_order_release); }

/*===- Messages: also from signal handlers ----------------------------------------------------===*/

static char *append(char *at, const char *end, const char *text) {
  while (*text && at < end)
    *at++ = *text++;
  return at;
}

static char *append_number(char *at, const char *end, size_t number) {
  char digits[24], *first = digits + sizeof digits;
  *--first = '\0';
  do
    *--first = (char)('0' + number % 10);
  while (number /= 10);
  return append(at, end, first);
}

/* "stackbound: <site>: <before><number><after>", without the number when it is SIZE_MAX. */
static void stop(const char *site, const char *before, size_t number, const char *after) {
  char text[1024], *at = text;
  const char *end = text + sizeof text - 1;
  at = append(at, end, "stackbound: ");
  at = append(at, end, site);
  at = append(at, end, ": ");
  at = append(at, end, before);
  if (number != SIZE_MAX)
    at = append_number(at, end, number);
  at = append(at, end, after);
  *at++ = '\n';
  if (write(STDERR_FILENO, text, (size_t)(at - text)) < 0)
    _exit(134); /* nobody to tell */
  abort();
}

/*===- Poison ---------------------------------------------------------------------------------===*/

static size_t stride_of(unsigned class) { return (size_t)1 << (class + SMALLEST); }

static unsigned class_of(const Object *object) {
  return units[(size_t)(object->memory - memory) / UNIT].class;
}

static void set_access(Object *object, int access) {
  if (protect)
    mprotect(object->memory, stride_of(class_of(object)), access);
}

static void poison(Object *object) {
  memset(object->memory, POISON & 0xff, object->size + MARGIN);
  set_access(object, PROT_NONE);
}

static bool is_poison(const char *from, size_t size) {
  uint64_t word;
  for (; size >= sizeof word; from += sizeof word, size -= sizeof word) {
    memcpy(&word, from, sizeof word);
    if (word != POISON)
      return false;
  }
  for (; size; from++, size--)
    if (*(const unsigned char *)from != (POISON & 0xff))
      return false;
  return true;
}

/* Nobody has written to memory that holds no object. */
static void verify(Object *object) {
  set_access(object, PROT_READ | PROT_WRITE);
  if (!is_poison(object->memory, object->size + MARGIN))
    stop(object->site, "written to after its end: a pointer to it has survived", SIZE_MAX, "");
}

/* The object of a slot ends. */
static void end_object(Object *object) {
  if (!is_poison(object->memory + object->size, MARGIN))
    stop(object->site, "written to behind the ", object->size, " bytes of its slot");
  poison(object);
  object->state = EMPTY;
}

/*===- Memory ---------------------------------------------------------------------------------===*/

static size_t round_up(size_t size, size_t to) { return (size + to - 1) / to * to; }

static size_t region_size(size_t count) {
  return round_up(count * sizeof(Unit), page) + round_up(count * PER_UNIT * sizeof(Object), page) +
         (count + 1) * UNIT;
}

/* As much address space as there is: only what is used is ever backed by memory. */
static void reserve(void) {
  size_t count = (size_t)1 << (sizeof(void *) == 8 ? 18 : 11);
  char *region = MAP_FAILED;
  for (; region == MAP_FAILED && count >= 256; count /= 4) {
    region = mmap(NULL, region_size(count), PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE,
                  -1, 0);
    unit_count = count;
  }
  if (region == MAP_FAILED)
    stop("checked mode", "no address space for its objects", SIZE_MAX, "");
  size_t table = round_up(unit_count * sizeof(Unit), page);
  mprotect(region, table, PROT_READ | PROT_WRITE);
  units = (Unit *)(void *)region;
  objects = (Object *)(void *)(region + table);
  char *behind = region + table + round_up(unit_count * PER_UNIT * sizeof(Object), page);
  memory = (char *)round_up((uintptr_t)behind, UNIT);
}

/* The slot that an address lies in, or NULL. */
static Object *object_at(const void *pointer) {
  uintptr_t offset = (uintptr_t)pointer - (uintptr_t)memory;
  if (!memory || offset >= unit_count * UNIT || !units[offset / UNIT].arena)
    return NULL;
  size_t unit = offset / UNIT - units[offset / UNIT].back;
  size_t index = (offset - unit * UNIT) >> (units[unit].class + SMALLEST);
  Object *object = &objects[unit * PER_UNIT + index];
  return object->state == FRESH ? NULL : object;
}

static bool make_usable(void *from, size_t size) {
  uintptr_t start = (uintptr_t)from / page * page;
  return !mprotect((void *)start, (uintptr_t)from + size - start, PROT_READ | PROT_WRITE);
}

static void more_memory(Arena *arena, unsigned class) {
  size_t bytes = round_up(stride_of(class), UNIT), count = bytes / UNIT;
  size_t slots = bytes / stride_of(class);
  lock(&heap_lock);
  size_t unit = unit_next;
  bool fits = count <= unit_count - unit_next;
  if (fits)
    unit_next += count;
  unlock(&heap_lock);
  if (!fits || !make_usable(memory + unit * UNIT, bytes) ||
      !make_usable(objects + unit * PER_UNIT, slots * sizeof(Object)))
    stop("checked mode", "no memory for its objects", SIZE_MAX, "");
  for (size_t i = 0; i < count; i++)
    units[unit + i] = (Unit){arena, class, (unsigned)i};
  arena->classes[class].fresh = memory + unit * UNIT;
  arena->classes[class].fresh_bytes = bytes;
}

static Object *fresh_object(Arena *arena, unsigned class) {
  Class *c = &arena->classes[class];
  if (!c->fresh_bytes)
    more_memory(arena, class);
  size_t offset = (size_t)(c->fresh - memory), unit = offset / UNIT;
  Object *object = &objects[unit * PER_UNIT + offset % UNIT / stride_of(class)];
  object->memory = c->fresh;
  c->fresh += stride_of(class);
  c->fresh_bytes -= stride_of(class);
  return object;
}

/* The slot that has waited longest, when enough of them do. */
static Object *waiting_object(Class *c, size_t stride) {
  size_t most = WAITING / stride < FEWEST ? FEWEST : WAITING / stride;
  if (c->waiting < most)
    return NULL;
  Object *object = c->oldest;
  c->oldest = object->next;
  c->waiting--;
  verify(object);
  return object;
}

/*===- Activations ----------------------------------------------------------------------------===*/

static void link_live(Arena *arena, Object *object) {
  object->previous = NULL;
  object->next = arena->live;
  if (arena->live)
    arena->live->previous = object;
  arena->live = object;
}

static void unlink_live(Arena *arena, Object *object) {
  if (object->next)
    object->next->previous = object->previous;
  if (object->previous)
    object->previous->next = object->next;
  else
    arena->live = object->next;
}

/* The slot's activation has ended. */
static void retire(Arena *arena, Object *object) {
  Class *c = &arena->classes[class_of(object)];
  unlink_live(arena, object);
  if (object->state == LIVE)
    end_object(object);
  object->state = WAITS;
  object->frame = NULL;
  object->next = NULL;
  if (c->waiting++)
    c->youngest->next = object;
  else
    c->oldest = object;
  c->youngest = object;
}

static bool on_stack(const Arena *arena, const void *pointer) {
  return (uintptr_t)pointer >= arena->stack && (uintptr_t)pointer < arena->stack_end;
}

/*
 * longjmp and exceptions leave activations without a word. That one has ended is certain when
 * something else is where its record was: another activation's frame. A record on another stack
 * (coroutines) is not looked at: that stack may be gone.
 */
static void retire_stale(Arena *arena, const void *here) {
  Object *object = on_stack(arena, here) ? arena->live : NULL;
  for (unsigned i = 0; object && i < STALE; i++) {
    Object *older = object->next;
    if (on_stack(arena, object->frame) && object->frame->nonce != object->nonce)
      retire(arena, object);
    object = older;
  }
}

/*===- Threads --------------------------------------------------------------------------------===*/

static void find_stack(Arena *arena) {
  pthread_attr_t attributes;
  void *start;
  size_t size;
  arena->stack = arena->stack_end = 0;
  if (pthread_getattr_np(pthread_self(), &attributes))
    return;
  if (!pthread_attr_getstack(&attributes, &start, &size)) {
    arena->stack = (uintptr_t)start;
    arena->stack_end = (uintptr_t)start + size;
  }
  pthread_attr_destroy(&attributes);
}

/* All activations on the stack of a thread that ends have ended. */
static void end_thread(void *value) {
  Arena *arena = value;
  busy = true;
  lock(&arena->lock);
  for (Object *object = arena->live, *older; object; object = older) {
    older = object->next;
    if (on_stack(arena, object->frame))
      retire(arena, object);
  }
  unlock(&arena->lock);
  own = NULL;
  lock(&heap_lock);
  arena->taken = false;
  unlock(&heap_lock);
  busy = false;
}

static Arena *idle_arena(void) {
  lock(&heap_lock);
  Arena *arena = arenas;
  while (arena && arena->taken)
    arena = arena->next;
  if (arena)
    arena->taken = true;
  unlock(&heap_lock);
  return arena;
}

static Arena *new_arena(void) {
  Arena *arena =
      mmap(NULL, sizeof *arena, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (arena == MAP_FAILED)
    stop("checked mode", "no memory for its objects", SIZE_MAX, "");
  arena->taken = true;
  lock(&heap_lock);
  arena->next = arenas;
  arenas = arena;
  unlock(&heap_lock);
  return arena;
}

/* In the child of a fork the other threads are gone, in whatever they were doing: what they left is
 * not touched any more. */
static void forked(void) {
  unlock(&heap_lock);
  for (Arena *arena = arenas; arena; arena = arena->next)
    arena->taken = true;
}

/*===- Beginning and end of the program -------------------------------------------------------===*/

static void fault(int number, siginfo_t *info, void *context) {
  (void)context;
  Object *object = object_at(info->si_addr);
  if (object && object->state != LIVE)
    stop(object->site, "used after its end: a pointer to it has survived", SIZE_MAX, "");
  sigaction(number, &former, NULL); /* the access is made again, and the former handler called */
}

static void start(void) {
  page = (size_t)sysconf(_SC_PAGESIZE);
  const char *mode = getenv("STACKBOUND_CHECK");
  if (mode && *mode && strcmp(mode, "protect") != 0)
    stop("STACKBOUND_CHECK", "not known; it can be 'protect', or unset", SIZE_MAX, "");
  protect = mode && *mode;
  reserve();
  have_key = !pthread_key_create(&key, end_thread);
  pthread_atfork(NULL, NULL, forked);
  if (!protect)
    return;
  struct sigaction action = {.sa_sigaction = fault, .sa_flags = SA_SIGINFO};
  sigemptyset(&action.sa_mask);
  sigaction(SIGSEGV, &action, &former);
}

static Arena *own_arena(void) {
  if (own)
    return own;
  pthread_once(&once, start);
  Arena *arena = idle_arena();
  if (!arena)
    arena = new_arena();
  find_stack(arena);
  if (have_key)
    pthread_setspecific(key, arena);
  return own = arena;
}

static void verify_waiting(Arena *arena) {
  for (unsigned class = 0; class < CLASSES; class++) {
    Object *object = arena->classes[class].waiting ? arena->classes[class].oldest : NULL;
    for (; object; object = object->next)
      verify(object);
  }
}

/* After everything else that runs at exit, or when the library that this one is part of goes. */
__attribute__((destructor)) static void finish(void) {
  for (Arena *arena = arenas; arena; arena = arena->next) {
    /* Another thread may be stopped while it has the lock: that arena is let go. */
    if (protect || atomic_flag_test_and_set(&arena->lock))
      continue;
    verify_waiting(arena);
    unlock(&arena->lock);
  }
  if (have_key)
    pthread_key_delete(key);
  have_key = false;
}

/*===- What programs call ---------------------------------------------------------------------===*/

static unsigned class_for(size_t size, size_t align) {
  size_t stride = size + MARGIN > align ? size + MARGIN : align;
  if (protect && stride < page)
    stride = page;
  unsigned class = 0;
  while (stride_of(class) < stride)
    class++;
  return class;
}

/* Memory that nobody watches, for what cannot be served: it is never given back. */
static void *unwatched(size_t size) {
  void *made =
      mmap(NULL, size ? size : 1, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (made == MAP_FAILED)
    stop("checked mode", "no memory for its objects", SIZE_MAX, "");
  return made;
}

static Object *take_object(Arena *arena, size_t size, size_t align) {
  unsigned class = class_for(size, align);
  Object *object = waiting_object(&arena->classes[class], stride_of(class));
  if (!object)
    object = fresh_object(arena, class);
  bool is_filled = object->state != FRESH && size <= object->size;
  object->size = size;
  if (is_filled)
    set_access(object, PROT_NONE);
  else
    poison(object);
  object->state = EMPTY;
  return object;
}

void *__stackbound_check_enter(StackboundFrame *frame, size_t size, size_t align,
                               const char *site) {
  if (busy || align > UNIT)
    return unwatched(size);
  busy = true;
  Arena *arena = own_arena();
  lock(&arena->lock);
  retire_stale(arena, __builtin_frame_address(0));
  Object *object = take_object(arena, size, align);
  if (!frame->first)
    frame->nonce = ++arena->nonce ^ (uintptr_t)arena;
  object->site = site;
  object->frame = frame;
  object->nonce = frame->nonce;
  object->sibling = frame->first;
  frame->first = object;
  link_live(arena, object);
  unlock(&arena->lock);
  busy = false;
  return object->memory;
}

static Arena *arena_of(const Object *object) {
  return units[(size_t)(object->memory - memory) / UNIT].arena;
}

void __stackbound_check_leave(StackboundFrame *frame) {
  if (busy)
    return;
  busy = true;
  for (Object *object = frame->first; object;) {
    Object *sibling = object->sibling;
    Arena *arena = arena_of(object); /* coroutines may have come to another thread */
    lock(&arena->lock);
    if (object->frame == frame && object->nonce == frame->nonce)
      retire(arena, object);
    unlock(&arena->lock);
    object = sibling;
  }
  frame->first = NULL;
  frame->nonce = 0;
  busy = false;
}

/* The slot that starts at the pointer and belongs to an activation, or NULL. */
static Object *slot_at(const void *pointer) {
  Object *object = pointer ? object_at(pointer) : NULL;
  bool known = object && object->memory == pointer && object->state != WAITS;
  return known ? object : NULL;
}

void __stackbound_check_begin(void *pointer, size_t size, int alone) {
  Object *object = slot_at(pointer);
  if (!object)
    return;
  if (size > object->size)
    stop(object->site, "an object that is larger got its slot of ", object->size, " bytes");
  if (object->state == LIVE && alone)
    stop(object->site, "its slot was given to two objects at a time", SIZE_MAX, "");
  if (object->state == LIVE)
    end_object(object); /* the one of an earlier turn of a loop */
  verify(object);
  object->state = LIVE;
}

void __stackbound_check_end(void *pointer) {
  Object *object = slot_at(pointer);
  if (!object)
    return;
  if (object->state != LIVE)
    stop(object->site, "freed twice", SIZE_MAX, "");
  end_object(object);
}

static void stop_free(const Object *object, const char *call) {
  char text[512], *at = text;
  const char *end = text + sizeof text - 1;
  at = append(at, end, call);
  at = append(at, end, " got a pointer to it, which is not on the heap");
  at = append(at, end, object->state == LIVE ? "" : "; it had already ended");
  *at = '\0';
  stop(object->site, text, SIZE_MAX, "");
}

void __stackbound_check_heap(const void *pointer, const char *call) {
  const Object *object = object_at(pointer);
  if (object)
    stop_free(object, call);
}
