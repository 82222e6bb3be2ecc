// RUN: %clang -std=gnu17 -O2 -g -w -fpass-plugin=%plugin -Rpass=heap-to-stack \
// RUN:   -Rpass-missed=heap-to-stack -S -o /dev/null %s 2>&1 | FileCheck %s
// CHECK-NOT: stays on the heap
// CHECK-COUNT-240: malloc of 64 bytes moved to the stack
// CHECK-NOT: {{stays|moved}}
//
// RUN: %clang -std=gnu17 -O2 -g -w -D_FILE_OFFSET_BITS=64 -fpass-plugin=%plugin \
// RUN:   -Rpass-missed=heap-to-stack -S -o /dev/null %s 2>&1 | \
// RUN:   FileCheck --allow-empty --check-prefix=LARGE %s
// LARGE-NOT: stays on the heap
//
// The typed rows of libcalls.def against the C library's own headers: a row with a wrong type would
// not hold, and the object would stay.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <dirent.h>
#include <fcntl.h>
#include <fnmatch.h>
#include <glob.h>
#include <grp.h>
#include <libgen.h>
#include <net/if.h>
#include <netdb.h>
#include <poll.h>
#include <pthread.h>
#include <pwd.h>
#include <regex.h>
#include <sched.h>
#include <semaphore.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/random.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <syslog.h>
#include <termios.h>
#include <threads.h>
#include <time.h>
#include <unistd.h>
#include <utime.h>
#include <wchar.h>

static volatile int sink;
#define P ((void *)p)
#define T(NAME, CALL) V(NAME, sink = (CALL) != 0)
#define V(NAME, CALL)                                                                              \
  void test_##NAME(void) {                                                                         \
    char *p = malloc(64);                                                                          \
    p[0] = 1;                                                                                      \
    CALL;                                                                                          \
    free(p);                                                                                       \
  }

T(accept4, accept4(1, P, P, 1))
T(access, access(P, 1))
T(asctime, asctime(P))
T(asctime_r, asctime_r(P, P))
T(basename, basename(P))
T(chdir, chdir(P))
T(chmod, chmod(P, 1))
T(chown, chown(P, 1, 1))
T(clock_getres, clock_getres(1, P))
T(clock_gettime, clock_gettime(1, P))
T(clock_nanosleep, clock_nanosleep(1, 1, P, P))
T(clock_settime, clock_settime(1, P))
T(cnd_broadcast, cnd_broadcast(P))
V(cnd_destroy, cnd_destroy(P))
T(cnd_init, cnd_init(P))
T(cnd_signal, cnd_signal(P))
T(cnd_timedwait, cnd_timedwait(P, P, P))
T(cnd_wait, cnd_wait(P, P))
T(creat, creat(P, 1))
T(ctime, ctime(P))
T(ctime_r, ctime_r(P, P))
T(dirname, dirname(P))
T(epoll_wait, epoll_wait(1, P, 1, 1))
T(execv, execv(P, P))
T(execve, execve(P, P, P))
T(execvp, execvp(P, P))
T(execvpe, execvpe(P, P, P))
V(explicit_bzero, explicit_bzero(P, 1))
T(faccessat, faccessat(1, P, 1, 1))
T(fchmodat, fchmodat(1, P, 1, 1))
T(fnmatch, fnmatch(P, P, 1))
T(fopen, fopen(P, P))
T(fscanf, fscanf(stdin, "%d", P))
T(fstat, fstat(1, P))
T(fstatat, fstatat(1, P, P, 1))
T(fstatvfs, fstatvfs(1, P))
T(getaddrinfo, getaddrinfo(P, P, P, P))
T(getdomainname, getdomainname(P, 1))
T(getentropy, getentropy(P, 1))
T(getgrnam, getgrnam(P))
T(getgroups, getgroups(1, P))
T(gethostbyname, gethostbyname(P))
T(gethostname, gethostname(P, 1))
T(getitimer, getitimer(1, P))
T(getlogin_r, getlogin_r(P, 1))
T(getnameinfo, getnameinfo(P, 1, P, 1, P, 1, 1))
T(getpeername, getpeername(1, P, P))
T(getpwnam, getpwnam(P))
T(getrandom, getrandom(P, 1, 1))
T(getrlimit, getrlimit(1, P))
T(getrusage, getrusage(1, P))
T(getsockname, getsockname(1, P, P))
T(getsockopt, getsockopt(1, 1, 1, P, P))
T(gettimeofday, gettimeofday(P, P))
T(glob, glob(P, 1, 0, P))
V(globfree, globfree(P))
T(gmtime, gmtime(P))
T(gmtime_r, gmtime_r(P, P))
T(if_indextoname, if_indextoname(1, P))
T(if_nametoindex, if_nametoindex(P))
T(inet_addr, inet_addr(P))
T(inet_aton, inet_aton(P, P))
T(inet_pton, inet_pton(1, P, P))
T(lchown, lchown(P, 1, 1))
T(localtime, localtime(P))
T(localtime_r, localtime_r(P, P))
T(lstat, lstat(P, P))
T(mblen, mblen(P, 1))
T(mbrlen, mbrlen(P, 1, P))
T(mbrtowc, mbrtowc(P, P, 1, P))
T(mbsinit, mbsinit(P))
T(mbsrtowcs, mbsrtowcs(P, P, 1, P))
T(mbstowcs, mbstowcs(P, P, 1))
T(mbtowc, mbtowc(P, P, 1))
T(memccpy, memccpy(P, P, 1, 1))
T(mkdir, mkdir(P, 1))
T(mkdirat, mkdirat(1, P, 1))
T(mkdtemp, mkdtemp(P))
T(mkfifo, mkfifo(P, 1))
T(mkostemp, mkostemp(P, 1))
T(mkstemp, mkstemp(P))
T(mktime, mktime(P))
V(mtx_destroy, mtx_destroy(P))
T(mtx_init, mtx_init(P, 1))
T(mtx_lock, mtx_lock(P))
T(mtx_timedlock, mtx_timedlock(P, P))
T(mtx_trylock, mtx_trylock(P))
T(mtx_unlock, mtx_unlock(P))
T(nanosleep, nanosleep(P, P))
T(open, open(P, 1))
T(openat, openat(1, P, 1))
T(opendir, opendir(P))
T(pipe2, pipe2(P, 1))
T(poll, poll(P, 1, 1))
T(popen, popen(P, P))
T(posix_spawn, posix_spawn(P, P, P, P, P, P))
T(posix_spawnp, posix_spawnp(P, P, P, P, P, P))
T(ppoll, ppoll(P, 1, P, P))
T(pread, pread(1, P, 1, 1))
T(pselect, pselect(1, P, P, P, P, P))
T(pthread_attr_destroy, pthread_attr_destroy(P))
T(pthread_attr_getdetachstate, pthread_attr_getdetachstate(P, P))
T(pthread_attr_getstacksize, pthread_attr_getstacksize(P, P))
T(pthread_attr_init, pthread_attr_init(P))
T(pthread_attr_setdetachstate, pthread_attr_setdetachstate(P, 1))
T(pthread_attr_setstacksize, pthread_attr_setstacksize(P, 1))
T(pthread_barrier_destroy, pthread_barrier_destroy(P))
T(pthread_barrier_init, pthread_barrier_init(P, P, 1))
T(pthread_barrier_wait, pthread_barrier_wait(P))
T(pthread_cond_broadcast, pthread_cond_broadcast(P))
T(pthread_cond_destroy, pthread_cond_destroy(P))
T(pthread_cond_init, pthread_cond_init(P, P))
T(pthread_cond_signal, pthread_cond_signal(P))
T(pthread_cond_timedwait, pthread_cond_timedwait(P, P, P))
T(pthread_cond_wait, pthread_cond_wait(P, P))
T(pthread_condattr_destroy, pthread_condattr_destroy(P))
T(pthread_condattr_init, pthread_condattr_init(P))
T(pthread_condattr_setclock, pthread_condattr_setclock(P, 1))
T(pthread_condattr_setpshared, pthread_condattr_setpshared(P, 1))
T(pthread_join, pthread_join(1, P))
T(pthread_mutex_destroy, pthread_mutex_destroy(P))
T(pthread_mutex_init, pthread_mutex_init(P, P))
T(pthread_mutex_lock, pthread_mutex_lock(P))
T(pthread_mutex_timedlock, pthread_mutex_timedlock(P, P))
T(pthread_mutex_trylock, pthread_mutex_trylock(P))
T(pthread_mutex_unlock, pthread_mutex_unlock(P))
T(pthread_mutexattr_destroy, pthread_mutexattr_destroy(P))
T(pthread_mutexattr_init, pthread_mutexattr_init(P))
T(pthread_mutexattr_setprotocol, pthread_mutexattr_setprotocol(P, 1))
T(pthread_mutexattr_setpshared, pthread_mutexattr_setpshared(P, 1))
T(pthread_mutexattr_setrobust, pthread_mutexattr_setrobust(P, 1))
T(pthread_mutexattr_settype, pthread_mutexattr_settype(P, 1))
T(pthread_rwlock_destroy, pthread_rwlock_destroy(P))
T(pthread_rwlock_init, pthread_rwlock_init(P, P))
T(pthread_rwlock_rdlock, pthread_rwlock_rdlock(P))
T(pthread_rwlock_tryrdlock, pthread_rwlock_tryrdlock(P))
T(pthread_rwlock_trywrlock, pthread_rwlock_trywrlock(P))
T(pthread_rwlock_unlock, pthread_rwlock_unlock(P))
T(pthread_rwlock_wrlock, pthread_rwlock_wrlock(P))
T(pthread_sigmask, pthread_sigmask(1, P, P))
T(pthread_spin_destroy, pthread_spin_destroy(P))
T(pthread_spin_init, pthread_spin_init(P, 1))
T(pthread_spin_lock, pthread_spin_lock(P))
T(pthread_spin_trylock, pthread_spin_trylock(P))
T(pthread_spin_unlock, pthread_spin_unlock(P))
T(pwrite, pwrite(1, P, 1, 1))
T(rand_r, rand_r(P))
T(readlink, readlink(P, P, 1))
T(readlinkat, readlinkat(1, P, P, 1))
T(readv, readv(1, P, 1))
T(recv, recv(1, P, 1, 1))
T(recvfrom, recvfrom(1, P, 1, 1, P, P))
T(recvmsg, recvmsg(1, P, 1))
T(regcomp, regcomp(P, P, 1))
T(regerror, regerror(1, P, P, 1))
T(regexec, regexec(P, P, 1, P, 1))
V(regfree, regfree(P))
T(remove, remove(P))
T(rename, rename(P, P))
T(renameat, renameat(1, P, 1, P))
T(rmdir, rmdir(P))
T(scanf, scanf("%d", P))
T(sched_getaffinity, sched_getaffinity(1, 1, P))
T(sched_setaffinity, sched_setaffinity(1, 1, P))
T(select, select(1, P, P, P, P))
T(sem_destroy, sem_destroy(P))
T(sem_getvalue, sem_getvalue(P, P))
T(sem_init, sem_init(P, 1, 1))
T(sem_post, sem_post(P))
T(sem_timedwait, sem_timedwait(P, P))
T(sem_trywait, sem_trywait(P))
T(sem_wait, sem_wait(P))
T(send, send(1, P, 1, 1))
T(sendmsg, sendmsg(1, P, 1))
T(sendto, sendto(1, P, 1, 1, P, 1))
T(setenv, setenv(P, P, 1))
T(setitimer, setitimer(1, P, P))
T(setrlimit, setrlimit(1, P))
T(setsockopt, setsockopt(1, 1, 1, P, 1))
T(sigaction, sigaction(1, P, P))
T(sigaddset, sigaddset(P, 1))
T(sigdelset, sigdelset(P, 1))
T(sigemptyset, sigemptyset(P))
T(sigfillset, sigfillset(P))
T(sigismember, sigismember(P, 1))
T(sigpending, sigpending(P))
T(sigprocmask, sigprocmask(1, P, P))
T(sigsuspend, sigsuspend(P))
T(sigtimedwait, sigtimedwait(P, P, P))
T(sigwait, sigwait(P, P))
T(sigwaitinfo, sigwaitinfo(P, P))
T(socketpair, socketpair(1, 1, 1, P))
T(sscanf, sscanf(P, "%d", P))
T(stat, stat(P, P))
T(statvfs, statvfs(P, P))
T(strftime, strftime(P, 1, P, P))
T(strptime, strptime(P, P, P))
V(syslog, syslog(1, "%s", P))
T(system, system(P))
T(tcgetattr, tcgetattr(1, P))
T(tcsetattr, tcsetattr(1, 1, P))
T(time, time(P))
T(timegm, timegm(P))
T(tmpnam, tmpnam(P))
T(ttyname_r, ttyname_r(1, P, 1))
T(unlink, unlink(P))
T(unlinkat, unlinkat(1, P, 1))
T(unsetenv, unsetenv(P))
T(utime, utime(P, P))
T(utimensat, utimensat(1, P, P, 1))
T(utimes, utimes(P, P))
T(wait4, wait4(1, P, 1, P))
T(waitpid, waitpid(1, P, 1))
T(wcrtomb, wcrtomb(P, 1, P))
T(wcscat, wcscat(P, P))
T(wcschr, wcschr(P, 1))
T(wcscmp, wcscmp(P, P))
T(wcscoll, wcscoll(P, P))
T(wcscpy, wcscpy(P, P))
T(wcscspn, wcscspn(P, P))
T(wcsncat, wcsncat(P, P, 1))
T(wcsncmp, wcsncmp(P, P, 1))
T(wcsncpy, wcsncpy(P, P, 1))
T(wcspbrk, wcspbrk(P, P))
T(wcsrchr, wcsrchr(P, 1))
T(wcsrtombs, wcsrtombs(P, P, 1, P))
T(wcsspn, wcsspn(P, P))
T(wcsstr, wcsstr(P, P))
T(wcstok, wcstok(P, P, P))
T(wcstol, wcstol(P, P, 1))
T(wcstombs, wcstombs(P, P, 1))
T(wcstoul, wcstoul(P, P, 1))
T(wctomb, wctomb(P, 1))
T(wmemchr, wmemchr(P, 1, 1))
T(wmemcmp, wmemcmp(P, P, 1))
T(wmemcpy, wmemcpy(P, P, 1))
T(wmemmove, wmemmove(P, P, 1))
T(wmempcpy, wmempcpy(P, P, 1))
T(wmemset, wmemset(P, 1, 1))
T(writev, writev(1, P, 1))
