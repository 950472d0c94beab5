// Preloaded into a daemon (LD_PRELOAD), it lets calls on files of one folder fail, keeps those files within a number of
// bytes as a full disk would, and shifts the wall clock. What it does is read at each call from a control file that
// another process maps too (CARAVAN_FAULTS), so faults are switched on and off while the daemon lives. Files outside the
// folder (CARAVAN_FAULT_FOLDER), sockets and the monotonic clock are let be.

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

// The same words in the same order as in FaultSwitch.swift; each is read and written atomically.
struct control {
    int64_t calls;  // which calls may fail, bits of enum call
    int64_t error;  // errno of those that do
    int64_t skip;   // so many calls succeed before the first that fails
    int64_t count;  // so many fail then; below 0: until switched off
    int64_t every;  // of those that may fail each has a chance of one in so many; 0 or 1: all
    int64_t room;   // bytes by which the files may still grow; below 0: no bound
    int64_t clock;  // nanoseconds that the wall clock is ahead
    int64_t seen;   // calls that might have failed
    int64_t failed; // calls that did
};

enum call { WRITE = 1, SYNC = 2, TRUNCATE = 4, OPEN = 8 };

static struct control *control;
static char folder[PATH_MAX];
static size_t folder_length;

#define READ(word) __atomic_load_n(&control->word, __ATOMIC_SEQ_CST)
#define ADD(word, n) __atomic_fetch_add(&control->word, (n), __ATOMIC_SEQ_CST)
#define NEXT(name) ((__typeof__(&name))next(#name))

static void *next(const char *name)
{
    void *found = dlsym(RTLD_NEXT, name);
    if (!found) abort();
    return found;
}

__attribute__((constructor)) static void begin(void)
{
    const char *file = getenv("CARAVAN_FAULTS"), *where = getenv("CARAVAN_FAULT_FOLDER");
    if (!file || !where || !realpath(where, folder)) return;
    folder_length = strlen(folder);
    int fd = NEXT(open)(file, O_RDWR | O_CLOEXEC);
    if (fd < 0) return;
    void *mapped = mmap(NULL, sizeof *control, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    close(fd);
    if (mapped != MAP_FAILED) control = mapped;
}

static bool is_inside(const char *path)
{
    return strncmp(path, folder, folder_length) == 0 && path[folder_length] == '/';
}

static bool holds(int fd)
{
    char link[64], path[PATH_MAX];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return false;
    path[length] = 0;
    return is_inside(path);
}

static bool is_armed(enum call call) { return control && (READ(calls) & call); }

// Whether a call that may fail does; sets errno.
static bool fails(void)
{
    ADD(seen, 1);
    if (ADD(skip, -1) > 0) return false;
    int64_t every = READ(every);
    if (every > 1 && random() % every) return false;
    int64_t left = READ(count);
    do {
        if (left == 0) return false;
    } while (left > 0 && !__atomic_compare_exchange_n(&control->count, &left, left - 1, false, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST));
    ADD(failed, 1);
    errno = (int)READ(error);
    return true;
}

// Takes the bytes by which a file of the folder is about to grow; false, with errno, where there is no room.
static bool grows(int fd, int64_t end)
{
    if (!control || READ(room) < 0) return true;
    struct stat now;
    if (fstat(fd, &now) || !S_ISREG(now.st_mode) || end <= now.st_size || !holds(fd)) return true;
    int64_t wanted = end - now.st_size, room = READ(room);
    do {
        if (room < 0) return true;
        if (room < wanted) {
            ADD(failed, 1);
            errno = ENOSPC;
            return false;
        }
    } while (!__atomic_compare_exchange_n(&control->room, &room, room - wanted, false, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST));
    return true;
}

static void gives_back(int64_t bytes)
{
    if (control && bytes > 0 && READ(room) >= 0) ADD(room, bytes);
}

ssize_t write(int fd, const void *bytes, size_t count)
{
    if (is_armed(WRITE) && holds(fd) && fails()) return -1;
    if (control && READ(room) >= 0) {
        off_t at = lseek(fd, 0, SEEK_CUR);
        if (at >= 0 && !grows(fd, at + (int64_t)count)) return -1;
    }
    return NEXT(write)(fd, bytes, count);
}

ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t at)
{
    if (is_armed(WRITE) && holds(fd) && fails()) return -1;
    if (!grows(fd, at + (int64_t)count)) return -1;
    return NEXT(pwrite64)(fd, bytes, count, at);
}

ssize_t pwrite(int fd, const void *bytes, size_t count, off_t at) { return pwrite64(fd, bytes, count, at); }

int fsync(int fd)
{
    if (is_armed(SYNC) && holds(fd) && fails()) return -1;
    return NEXT(fsync)(fd);
}

int fdatasync(int fd)
{
    if (is_armed(SYNC) && holds(fd) && fails()) return -1;
    return NEXT(fdatasync)(fd);
}

int ftruncate64(int fd, off64_t length)
{
    if (is_armed(TRUNCATE) && holds(fd) && fails()) return -1;
    struct stat before;
    bool known = control && READ(room) >= 0 && !fstat(fd, &before) && holds(fd);
    if (known && !grows(fd, length)) return -1;
    int status = NEXT(ftruncate64)(fd, length);
    if (known && status == 0) gives_back(before.st_size - length);
    return status;
}

int ftruncate(int fd, off_t length) { return ftruncate64(fd, length); }

int posix_fallocate64(int fd, off64_t at, off64_t length)
{
    if (is_armed(TRUNCATE) && holds(fd) && fails()) return errno;
    return grows(fd, at + length) ? NEXT(posix_fallocate64)(fd, at, length) : errno;
}

int posix_fallocate(int fd, off_t at, off_t length) { return posix_fallocate64(fd, at, length); }

int fallocate64(int fd, int mode, off64_t at, off64_t length)
{
    if (is_armed(TRUNCATE) && holds(fd) && fails()) return -1;
    return grows(fd, at + length) ? NEXT(fallocate64)(fd, mode, at, length) : -1;
}

int fallocate(int fd, int mode, off_t at, off_t length) { return fallocate64(fd, mode, at, length); }

int open64(const char *path, int flags, ...)
{
    mode_t mode = 0;
    if (flags & (O_CREAT | O_TMPFILE)) {
        va_list rest;
        va_start(rest, flags);
        mode = va_arg(rest, mode_t);
        va_end(rest);
    }
    if (is_armed(OPEN) && is_inside(path) && fails()) return -1;
    return NEXT(open64)(path, flags, mode);
}

int open(const char *path, int flags, ...)
{
    mode_t mode = 0;
    if (flags & (O_CREAT | O_TMPFILE)) {
        va_list rest;
        va_start(rest, flags);
        mode = va_arg(rest, mode_t);
        va_end(rest);
    }
    return open64(path, flags, mode);
}

int unlink(const char *path)
{
    struct stat before;
    bool known = control && READ(room) >= 0 && is_inside(path) && !stat(path, &before);
    int status = NEXT(unlink)(path);
    if (known && status == 0 && S_ISREG(before.st_mode)) gives_back(before.st_size);
    return status;
}

static bool shifts(clockid_t clock) { return control && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE); }

int clock_gettime(clockid_t clock, struct timespec *now)
{
    int status = NEXT(clock_gettime)(clock, now);
    if (status || !shifts(clock)) return status;
    int64_t ahead = READ(clock), nanoseconds = now->tv_nsec + ahead % 1000000000;
    now->tv_sec += ahead / 1000000000 + (nanoseconds >= 1000000000) - (nanoseconds < 0);
    now->tv_nsec = (nanoseconds + 1000000000) % 1000000000;
    return 0;
}

int gettimeofday(struct timeval *restrict now, void *restrict zone)
{
    (void)zone;
    struct timespec precise;
    int status = clock_gettime(CLOCK_REALTIME, &precise);
    now->tv_sec = precise.tv_sec;
    now->tv_usec = precise.tv_nsec / 1000;
    return status;
}

time_t time(time_t *where)
{
    struct timespec precise;
    if (clock_gettime(CLOCK_REALTIME, &precise)) return -1;
    if (where) *where = precise.tv_sec;
    return precise.tv_sec;
}
