/*===- bench.c - the driver of one kernel -----------------------------------===*
 *
 *   PROGRAM check N     prints results of N iterations: equal in all forms of a kernel
 *   PROGRAM time SECONDS    prints "iterations nanoseconds", of about that much processor time
 *
 *===----------------------------------------------------------------------===*/
#include "bench.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

const char *bench_words[BENCH_WORDS] = {"the",
                                        "of",
                                        "arrow",
                                        "configuration",
                                        "main",
                                        "x",
                                        "buffer",
                                        "table",
                                        "index",
                                        "allocator",
                                        "yes",
                                        "token",
                                        "list",
                                        "environment",
                                        "width",
                                        "a",
                                        "reader",
                                        "identifier",
                                        "name",
                                        "colour",
                                        "key",
                                        "position",
                                        "set",
                                        "statement",
                                        "expression",
                                        "if",
                                        "column",
                                        "left",
                                        "right",
                                        "string",
                                        "declaration",
                                        "io",
                                        "number",
                                        "version",
                                        "value",
                                        "checksum",
                                        "tree",
                                        "substitution",
                                        "representation",
                                        "get",
                                        "put",
                                        "header",
                                        "request",
                                        "on",
                                        "off",
                                        "response",
                                        "body",
                                        "page",
                                        "dictionary",
                                        "compress",
                                        "error",
                                        "n",
                                        "length",
                                        "capacity",
                                        "slot",
                                        "frame",
                                        "pointer",
                                        "object",
                                        "escape",
                                        "analysis",
                                        "block",
                                        "edge",
                                        "loop",
                                        "phi"};

const char *bench_folders[BENCH_FOLDERS] = {"/usr/include",
                                            "/usr/local/share/applications",
                                            ".",
                                            "src",
                                            "/home/user/projects/compiler/test/fixtures/positive",
                                            "/etc",
                                            "build/objects/library",
                                            "/var/lib/service/data/2024/11/records/by-identifier",
                                            "/tmp",
                                            "../include",
                                            "third_party/package/source/detail",
                                            "/opt/tool/lib",
                                            "docs/manual/chapters",
                                            "/usr/lib/x86_64-linux-gnu",
                                            "a/b",
                                            "/srv/www/static/images/thumbnails/small"};

const char *bench_lines[BENCH_LINES] = {
    "id,12,31,5",
    "timestamp,1700000123,level,4,code,17",
    "x,10,y,20,z,30,w,40",
    "name,first value,second value,third value,77,12,2048,0",
    "alpha,1,beta,22,gamma,333,delta,4444",
    "9,8,7,6,5,4,3,2,1,0",
    "a,b,c,d,1000000",
    "request,get,path,static,status,200,bytes,51234,referrer,none,agent,crawler,cached,1",
    "k,v,17",
    "temperature,21,humidity,40,pressure,1013,wind,12",
    "left,100,top,200,width,640,height,480,visible,1",
    "short,1,2",
    "order,48213,customer,771,items,3,total,9990,currency,eur,state,shipped,weight,1200",
    "u,1,v,2,w,3",
    "cpu,97,memory,512,disk,20480,network,88",
    "one,two,three,four,five,6,7,8"};

uint32_t bench_numbers[BENCH_NUMBERS];

static void fill_numbers(void) {
  uint64_t state = 88172645463325252u;
  for (size_t i = 0; i < BENCH_NUMBERS; i++) {
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    bench_numbers[i] = (uint32_t)(state >> 33);
  }
}

size_t bench_size(uint64_t i, size_t least, size_t most) {
  uint64_t number = bench_numbers[i % BENCH_NUMBERS];
  return least + (size_t)(number * (most - least + 1) >> 31);
}

static uint64_t run(uint64_t iterations) {
  uint64_t sum = 0;
  for (uint64_t i = 0; i < iterations; i++)
    sum = (sum << 1 | sum >> 63) ^ kernel(i);
  return sum;
}

/* Processor time: what other programs do meanwhile does not count. */
static uint64_t nanoseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec;
}

static volatile uint64_t sink;

static uint64_t time_of(uint64_t iterations) {
  uint64_t before = nanoseconds();
  sink = run(iterations);
  return nanoseconds() - before;
}

static void measure(double seconds) {
  double wanted = seconds * 1e9;
  uint64_t iterations = BENCH_NUMBERS, time = time_of(iterations);
  while ((double)time < wanted / 16) {
    iterations *= 2;
    time = time_of(iterations);
  }
  double factor = wanted / (double)time;
  if (factor > 1)
    iterations = (uint64_t)((double)iterations * factor);
  time = time_of(iterations);
  printf("%llu %llu\n", (unsigned long long)iterations, (unsigned long long)time);
}

static void check(uint64_t iterations) {
  for (uint64_t i = 0; i < iterations && i < BENCH_NUMBERS; i++)
    printf("%llu\n", (unsigned long long)kernel(i));
  printf("sum %llu\n", (unsigned long long)run(iterations));
}

int main(int argc, char **argv) {
  char *end = NULL;
  errno = 0;
  fill_numbers();
  if (argc == 3 && !strcmp(argv[1], "check")) {
    unsigned long long iterations = strtoull(argv[2], &end, 10);
    if (!*end && end != argv[2] && *argv[2] != '-' && !errno)
      return check(iterations), 0;
  } else if (argc == 3 && !strcmp(argv[1], "time")) {
    double seconds = strtod(argv[2], &end);
    if (!*end && end != argv[2] && seconds > 0 && seconds <= 3600)
      return measure(seconds), 0;
  }
  fprintf(stderr, "usage: %s check ITERATIONS | time SECONDS\n", argv[0]);
  return 2;
}
