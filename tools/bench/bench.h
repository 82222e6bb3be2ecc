/*===- bench.h - what a kernel and its driver know of each other ------------===*
 *
 * A kernel is one file that defines kernel(), in two forms: as people write it,
 * and with BY_HAND defined the same algorithm with its temporaries on the stack.
 * The driver (bench.c) is another translation unit: what a kernel is given and
 * what becomes of its result is unknown to the optimiser.
 *
 *===----------------------------------------------------------------------===*/
#ifndef BENCH_H
#define BENCH_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/** One operation on input number @p i. The result depends on everything that was computed. */
uint64_t kernel(uint64_t i);

/* Inputs. Kernels take those of number i modulo the length, so that sizes vary from call to call.
 */
enum { BENCH_WORDS = 64, BENCH_FOLDERS = 16, BENCH_LINES = 16, BENCH_NUMBERS = 1024 };
extern const char *bench_words[BENCH_WORDS];     /**< 1 to 14 letters */
extern const char *bench_folders[BENCH_FOLDERS]; /**< 1 to 60 characters */
extern const char *bench_lines[BENCH_LINES];  /**< comma-separated fields, 10 to 120 characters */
extern uint32_t bench_numbers[BENCH_NUMBERS]; /**< below 2^31, without order */

/**
 * A number from @p least to @p most that is another for each input. Not inline: the compiler must
 * not know its bounds.
 */
size_t bench_size(uint64_t i, size_t least, size_t most);

#ifdef __cplusplus
}
#endif

#endif
