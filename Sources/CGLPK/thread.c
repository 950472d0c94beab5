// A thread of its own for each run: a deep stack for GLPK's recursive parts, and no signal handler of the host on it.

#include <errno.h>
#include <pthread.h>
#include <signal.h>

#include "cglpk.h"

typedef struct {
    void (*body)(void *);
    void *context;
} start;

static void *enter(void *argument) {
    start *given = argument;
    given->body(given->context);
    return NULL;
}

int cglpk_thread_run(void (*body)(void *), void *context, size_t stack_bytes) {
    start given = {body, context};
    pthread_attr_t attributes;
    pthread_t thread;
    sigset_t blocked, before;
    int error = pthread_attr_init(&attributes);
    if (error != 0) return error;
    error = pthread_attr_setstacksize(&attributes, stack_bytes);
    if (error == 0) {
        // Signals sent to the process go to the threads that expect them; those a fault raises stay open.
        sigfillset(&blocked);
        sigdelset(&blocked, SIGSEGV);
        sigdelset(&blocked, SIGBUS);
        sigdelset(&blocked, SIGFPE);
        sigdelset(&blocked, SIGILL);
        sigdelset(&blocked, SIGTRAP);
        sigdelset(&blocked, SIGABRT);
        sigdelset(&blocked, SIGPROF);
        pthread_sigmask(SIG_SETMASK, &blocked, &before);
        error = pthread_create(&thread, &attributes, enter, &given);
        pthread_sigmask(SIG_SETMASK, &before, NULL);
    }
    pthread_attr_destroy(&attributes);
    return error != 0 ? error : pthread_join(thread, NULL);
}
