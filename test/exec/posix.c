// RUN: %variants | FileCheck %s
// CHECK: allocations: {{.*}}, fewer
//
// Functions of POSIX that read and write objects: locks, times, messages, patterns, paths.
#define _GNU_SOURCE
#include <libgen.h>
#include <poll.h>
#include <pthread.h>
#include <regex.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>
#include <wchar.h>

struct counter {
  pthread_mutex_t lock;
  int count;
};

static int locked(int n) {
  struct counter *c = calloc(1, sizeof *c);
  pthread_mutex_init(&c->lock, NULL);
  for (int i = 0; i < n; i++) {
    pthread_mutex_lock(&c->lock);
    c->count += i;
    pthread_mutex_unlock(&c->lock);
  }
  int result = c->count;
  pthread_mutex_destroy(&c->lock);
  free(c);
  return result;
}

static void date(time_t when) {
  struct tm *tm = malloc(sizeof *tm);
  char *text = malloc(32);
  gmtime_r(&when, tm);
  strftime(text, 32, "%Y-%m-%d %H:%M:%S", tm);
  printf("%s %ld\n", text, (long)timegm(tm));
  free(text);
  free(tm);
}

/* The message moves; what it points to is sent, and read back. */
static int through_socket(const char *word) {
  int ends[2];
  if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends))
    return -1;
  struct msghdr *message = calloc(1, sizeof *message);
  struct iovec *parts = malloc(2 * sizeof *parts);
  char *copy = strdup(word);
  parts[0] = (struct iovec){copy, strlen(copy)};
  parts[1] = (struct iovec){copy, 1};
  message->msg_iov = parts;
  message->msg_iovlen = 2;
  long sent = sendmsg(ends[0], message, 0);
  struct pollfd *wait = malloc(sizeof *wait);
  *wait = (struct pollfd){.fd = ends[1], .events = POLLIN};
  int ready = poll(wait, 1, 1000) == 1 && (wait->revents & POLLIN);
  char *got = malloc(64);
  long length = recv(ends[1], got, 64, 0);
  printf("%ld %d %.*s\n", sent, ready, (int)length, got);
  free(got);
  free(wait);
  free(copy);
  free(parts);
  free(message);
  close(ends[0]);
  close(ends[1]);
  return (int)length;
}

static int matches(const char *text) {
  regex_t *re = malloc(sizeof *re);
  regmatch_t *match = malloc(2 * sizeof *match);
  int result = -1;
  if (regcomp(re, "b(c+)", REG_EXTENDED) == 0) {
    if (regexec(re, text, 2, match, 0) == 0)
      result = (int)(match[1].rm_eo - match[1].rm_so);
    regfree(re);
  }
  free(match);
  free(re);
  return result;
}

static char *kept;
static void folders(const char *path) {
  char *one = strdup(path), *two = strdup(path), *three = strdup(path);
  printf("%s %s\n", dirname(one), basename(two));
  kept = dirname(three); /* into the third, which stays on the heap */
  free(one);
  free(two);
}

static long scanned(const char *text) {
  int *n = malloc(sizeof *n);
  char *word = malloc(16);
  long result = sscanf(text, "%d %15s", n, word) == 2 ? *n + (long)strlen(word) : -1;
  free(word);
  free(n);
  return result;
}

static size_t wide(const char *text) {
  size_t n = strlen(text) + 1;
  wchar_t *w = malloc(16 * sizeof *w), *copy = malloc(16 * sizeof *w);
  mbstowcs(w, text, n < 16 ? n : 16);
  wcscpy(copy, w);
  size_t result = (size_t)(wcschr(copy, L'c') - copy);
  free(copy);
  free(w);
  return result;
}

int main(void) {
  printf("%d\n", locked(100));
  date(1000000000);
  through_socket("hello");
  printf("%d %d\n", matches("abccc"), matches("xyz"));
  folders("/usr/lib/x");
  printf("%s\n", kept);
  struct stat *st = malloc(sizeof *st);
  char *root = strdup("/");
  printf("%d\n", stat(root, st) == 0 && S_ISDIR(st->st_mode));
  free(root);
  free(st);
  printf("%ld %zu\n", scanned("42 words"), wide("abcd"));
  return 0;
}
