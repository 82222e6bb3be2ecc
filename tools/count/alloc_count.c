// Counts a program's heap allocations at run time. Load it with LD_PRELOAD:
//
//     cc -O2 -shared -fPIC -o alloc_count.so tools/count/alloc_count.c
//     ALLOC_COUNT_OUT=count.txt LD_PRELOAD=./alloc_count.so ./program
//
// At exit one line `allocations=N frees=N` is appended to the file that ALLOC_COUNT_OUT names, one
// line per process (append, so that a program's children do not overwrite each other). Without
// ALLOC_COUNT_OUT nothing is written. A process that ends by _exit or a signal writes no line.
//
// What counts: every successful malloc, calloc, aligned_alloc, memalign, posix_memalign, valloc,
// pvalloc and realloc; operator new arrives here through malloc or aligned_alloc. A realloc of a
// block is one allocation and one free. free(NULL) is not counted.
//
// The calls go on to glibc's own __libc_* names: dlsym(RTLD_NEXT) would itself allocate.

#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *block, size_t size);
extern void *__libc_memalign(size_t alignment, size_t size);
extern void *__libc_valloc(size_t size);
extern void *__libc_pvalloc(size_t size);
extern void __libc_free(void *block);

static atomic_ullong allocations;
static atomic_ullong frees;

static void *count_allocation(void *block) {
  if (block)
    atomic_fetch_add_explicit(&allocations, 1, memory_order_relaxed);
  return block;
}

static void count_free(void) { atomic_fetch_add_explicit(&frees, 1, memory_order_relaxed); }

void *malloc(size_t size) { return count_allocation(__libc_malloc(size)); }

void *calloc(size_t count, size_t size) { return count_allocation(__libc_calloc(count, size)); }

void *realloc(void *block, size_t size) {
  // realloc(p, 0) frees p and returns NULL.
  void *moved = __libc_realloc(block, size);
  if (block && (moved || size == 0))
    count_free();
  return count_allocation(moved);
}

void *memalign(size_t alignment, size_t size) {
  return count_allocation(__libc_memalign(alignment, size));
}

void *aligned_alloc(size_t alignment, size_t size) { return memalign(alignment, size); }

void *valloc(size_t size) { return count_allocation(__libc_valloc(size)); }

void *pvalloc(size_t size) { return count_allocation(__libc_pvalloc(size)); }

int posix_memalign(void **result, size_t alignment, size_t size) {
  // memalign rounds a bad alignment up; posix_memalign has to refuse it.
  if (alignment % sizeof(void *) != 0 || alignment == 0 || (alignment & (alignment - 1)) != 0)
    return EINVAL;
  int saved = errno;
  void *block = memalign(alignment, size);
  errno = saved;
  if (!block)
    return ENOMEM;
  *result = block;
  return 0;
}

void free(void *block) {
  if (!block)
    return;
  count_free();
  __libc_free(block);
}

static char *append_text(char *out, const char *text) {
  while (*text)
    *out++ = *text++;
  return out;
}

static char *append_number(char *out, unsigned long long number) {
  char digits[24];
  int n = 0;
  do {
    digits[n++] = (char)('0' + number % 10);
    number /= 10;
  } while (number);
  while (n > 0)
    *out++ = digits[--n];
  return out;
}

// No stdio: it may allocate, and other libraries may already have been torn down.
__attribute__((destructor)) static void write_counts(void) {
  const char *path = getenv("ALLOC_COUNT_OUT");
  if (!path || !*path)
    return;
  char line[96];
  char *end = append_text(line, "allocations=");
  end = append_number(end, atomic_load(&allocations));
  end = append_text(end, " frees=");
  end = append_number(end, atomic_load(&frees));
  end = append_text(end, "\n");
  int fd = open(path, O_WRONLY | O_CREAT | O_APPEND, 0644);
  if (fd < 0)
    return;
  ssize_t written = write(fd, line, (size_t)(end - line));
  (void)written;
  close(fd);
}
