// RUN: %variants | FileCheck %s
// CHECK: allocations: {{.*}}, as many
//
// The argument of a thread outlives the function that starts it; the thread frees it.
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

struct job {
  int from, to;
  long *result;
};

static void *run(void *argument) {
  struct job *job = argument;
  usleep(1000);
  long sum = 0;
  for (int i = job->from; i < job->to; i++)
    sum += i;
  *job->result = sum;
  free(job);
  return NULL;
}

__attribute__((noinline)) static pthread_t start(int from, long *result) {
  pthread_t thread;
  struct job *job = malloc(sizeof *job);
  job->from = from;
  job->to = from + 1000;
  job->result = result;
  if (pthread_create(&thread, NULL, run, job))
    abort();
  return thread;
}

__attribute__((noinline)) static void clobber(void) {
  volatile char stack[8192];
  for (unsigned i = 0; i < sizeof stack; i++)
    stack[i] = 0x55;
}

int main(void) {
  pthread_t threads[4];
  long results[4];
  for (int i = 0; i < 4; i++) {
    threads[i] = start(i * 100, &results[i]);
    clobber();
  }
  for (int i = 0; i < 4; i++)
    pthread_join(threads[i], NULL);
  for (int i = 0; i < 4; i++)
    printf("%ld\n", results[i]);
}
