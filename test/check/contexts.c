// Activations that end without returning, or not in the order in which they began: longjmp, coroutines
// on stacks of their own, threads, forks, signal handlers. Nothing of this is an alarm, and the memory
// of activations that longjmp left is used again.
//
// RUN: %checked %s -o %t
// RUN: %t | FileCheck %s
// RUN: env STACKBOUND_CHECK=protect %t | FileCheck %s
// CHECK: longjmp 160000
// CHECK-NEXT: coroutines 6000
// CHECK-NEXT: threads 16000
// CHECK-NEXT: forks 10
// CHECK-NEXT: signals 100
// CHECK-NEXT: memory is bounded
#define _GNU_SOURCE
#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <ucontext.h>
#include <unistd.h>

static jmp_buf target;

__attribute__((noinline)) static void fill(char *p, int value) { memset(p, value, 64); }
__attribute__((noinline)) static void leave_by_longjmp(int depth, int *sum) {
  char *p = malloc(64);
  fill(p, 1);
  if (depth)
    leave_by_longjmp(depth - 1, sum);
  *sum += p[depth];
  if (!depth)
    longjmp(target, 1);
  free(p);
}
__attribute__((noinline)) static int jump(int times) {
  static int sum;
  static volatile int i;
  for (i = 0; i < times; i++)
    if (!setjmp(target))
      leave_by_longjmp(i % 2, &sum);
    else
      sum += 1;
  return sum;
}

static ucontext_t scheduler, coroutine[3];
static int total;
__attribute__((noinline)) static void yield_with_object(int id, int round) {
  char *p = malloc(64);
  fill(p, id);
  swapcontext(&coroutine[id], &scheduler);
  for (int i = 0; i < 64; i++)
    total += p[i] == id ? 0 : 1000000;
  total += 1 + round * 0;
  free(p);
}
static void body(int id) {
  for (int round = 0; round < 2000; round++)
    yield_with_object(id, round);
  for (;;)
    swapcontext(&coroutine[id], &scheduler);
}
/* Two of the stacks are in the frame of a function, the third is not. */
__attribute__((noinline)) static int switch_stacks(void) {
  char near[2][65536];
  char *far = malloc(65536);
  char *stacks[3] = {near[1], far, near[0]};
  for (int id = 0; id < 3; id++) {
    getcontext(&coroutine[id]);
    coroutine[id].uc_stack.ss_sp = stacks[id];
    coroutine[id].uc_stack.ss_size = 65536;
    makecontext(&coroutine[id], (void (*)(void))body, 1, id);
  }
  for (int round = 0; round < 2001; round++)
    for (int id = 0; id < 3; id++)
      swapcontext(&scheduler, &coroutine[id]);
  free(far);
  return total;
}

static void *work(void *count) {
  intptr_t sum = 0;
  for (int i = 0; i < *(int *)count; i++) {
    char *p = malloc(64);
    fill(p, 1);
    sum += p[i % 64];
    free(p);
  }
  return (void *)sum;
}
static long run_threads(void) {
  long sum = 0;
  int count = 100;
  for (int round = 0; round < 40; round++) {
    pthread_t threads[4];
    for (int i = 0; i < 4; i++)
      pthread_create(&threads[i], NULL, work, &count);
    for (int i = 0; i < 4; i++) {
      void *result;
      pthread_join(threads[i], &result);
      sum += (intptr_t)result;
    }
  }
  return sum;
}

__attribute__((noinline)) static int fork_with_object(int value) {
  char *p = malloc(64);
  fill(p, value);
  fflush(stdout);
  pid_t child = fork();
  int status = -1;
  if (!child) {
    int hundred = 100;
    int right = p[7] == value && (intptr_t)work(&hundred) == 100;
    free(p);
    exit(right ? 0 : 1);
  }
  waitpid(child, &status, 0);
  free(p);
  return status == 0;
}

static volatile sig_atomic_t signals;
static void on_signal(int number) {
  int once = 1;
  (void)number;
  signals += (int)(intptr_t)work(&once);
}
__attribute__((noinline)) static int raise_with_object(int times) {
  char *p = malloc(64);
  fill(p, 3);
  for (int i = 0; i < times; i++)
    raise(SIGUSR1);
  int right = p[5] == 3;
  free(p);
  return right ? signals : -1;
}

/* Not getrusage: its maximum is that of what ran before exec, too. */
static long resident_pages(void) {
  long size, resident = -1;
  FILE *file = fopen("/proc/self/statm", "r");
  if (!file || fscanf(file, "%ld %ld", &size, &resident) != 2)
    resident = 1L << 30;
  if (file)
    fclose(file);
  return resident;
}

int main(void) {
  printf("longjmp %d\n", jump(80000));
  printf("coroutines %d\n", switch_stacks());
  printf("threads %ld\n", run_threads());
  int forks = 0;
  for (int i = 0; i < 10; i++)
    forks += fork_with_object(i);
  printf("forks %d\n", forks);
  signal(SIGUSR1, on_signal);
  printf("signals %d\n", raise_with_object(100));
  printf("%s\n", resident_pages() < 4096 ? "memory is bounded" : "too much memory");
}
